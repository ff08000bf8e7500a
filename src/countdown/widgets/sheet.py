"""A page of the display being drawn: its measures, and inks added to it one by one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from countdown.core.boxes import Box
from countdown.models.display_words import LargeFigure
from countdown.widgets.glyphs import shape_of
from countdown.widgets.inks import CAP, Bar, Ink, Words, fitted, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countdown.models.display_words import ClockWords, HeadWords, Side
    from countdown.widgets.look import Look

WANDERS: Final = 0.015
"""How far everything moves at most, as a share of the screen: no ink comes nearer to its edges."""
_LYING, _UPRIGHT = (1920, 1080), (1150, 1500)
"""The screens, lying and upright, on which type has the sizes below."""
_SCALE: Final = 2.2
"""How much larger than in a window of 1440 by 900 it is there."""
_MARGIN: Final = 0.06
_UNIT: Final = 0.19
_CLOCK: Final = 0.4
"""The size of the clock beside days, as a share of theirs."""
_GAP: Final = 0.09


class Sheet:
    """Sizes of type are the look's, at the scale of the screen, and shrink where words are long."""

    def __init__(self, look: Look, width: int, height: int, top: int = 0) -> None:
        self.is_upright = height > width
        screen = _UPRIGHT if self.is_upright else _LYING
        scale = _SCALE * min(width / screen[0], (height - top) / screen[1])
        self.look = look._replace(scale=scale)
        side = round(width * _MARGIN)
        above, below = round(height * (0.045 if top else _MARGIN)), round(height * 0.04)
        self.area = Box(side, top + above, width - 2 * side, height - top - above - below)
        self.width, self.height = width, height
        self.inks: list[Ink] = []

    def px(self, pixels: float) -> int:
        return self.look.px(pixels)

    def write(
        self,
        text: str,
        place: tuple[int, int],
        width: int,
        size: str | int = "body",
        *,
        colour: str = "text",
        bold: bool = False,
        heading: bool = False,
        side: float = 0.0,
        least: float = 0.6,
    ) -> int:
        """Write a line from ``place`` (left, baseline) within a width; return how wide it is.

        ``side`` is 0 for the left, 1 for the right; ``size`` shrinks to its share ``least``.
        """
        if not text or width <= 0:
            return 0
        pixels = self.look.size(size) if isinstance(size, str) else size
        fit = fitted(text, width, pixels, round(pixels * least), bold=bold, spaced=heading)
        left = place[0] + round((width - fit.width) * side)
        self.inks.append(Words(left, place[1], fit.text, fit.pixels, colour, bold, heading))
        return fit.width

    def fill(self, box: Box, colour: str, radius: float = 0, edge: int = 0) -> None:
        self.inks.append(Bar(box, colour, radius, edge))

    def hairline(self, left: int, top: int, width: int) -> None:
        self.fill(Box(left, top, width, max(1, self.px(0.7))), "line")

    def share(self, box: Box, share: float, colour: str) -> None:
        """Paint a bar as thick as its box, filled to a share."""
        radius = box.height / 2
        self.fill(box, "track", radius)
        filled = round(box.width * min(max(share, 0.0), 1.0))
        if filled:
            self.fill(box._replace(width=max(box.height, filled)), colour, radius)

    def head(self, words: HeadWords, clock: ClockWords) -> int:
        """Write whose page it is, and what time; return where the room below begins."""
        area, look = self.area, self.look
        top, width = area.top, area.width
        if self.is_upright:
            self._clock(clock, top + look.size("lead"), area.left, width, side=0.0)
            top += self.px(52)
        else:
            baseline = top + round(look.size("name") * CAP)
            taken = self._clock(clock, baseline, area.left, width, side=1.0)
            width -= taken + self.px(24)
        baseline = top + round(look.size("name") * CAP)
        self.write(words.title, (area.left, baseline), width, "name", bold=True)
        for number, (text, colour) in enumerate(
            ((words.about, "dim"), (words.state, words.state_colour))
        ):
            if text:
                wide = area.width if number or self.is_upright else width
                baseline += self.px(25 if number else 27)
                bold = colour != "dim"
                self.write(text, (area.left, baseline), wide, "lead", colour=colour, bold=bold)
        return baseline + self.px(14)

    def _clock(self, clock: ClockWords, baseline: int, left: int, width: int, side: float) -> int:
        """Say what time is shown: quietly when it is now, unmissably when it is not."""
        size = "small" if clock.is_live else "row"
        colour = "dim" if clock.is_live else "accent"
        taken = self.write(
            clock.second, (left, baseline), width, size, colour=colour, bold=not clock.is_live,
            side=side,
        )  # fmt: skip
        if clock.is_live:
            return taken
        pixels = self.look.size("small")
        wide = width_of(clock.kind, pixels, bold=True, spaced=True)
        pad, high = self.px(8), self.px(22)
        if side:
            place = Box(left + width - wide - 2 * pad, baseline + self.px(10), wide + 2 * pad, high)
        else:
            place = Box(left + width - wide - 2 * pad, baseline - self.px(17), wide + 2 * pad, high)
        self.fill(place, "accent", self.px(4))
        under = place.top + (high + round(pixels * CAP)) // 2
        self.write(clock.kind, (place.left + pad, under), wide, "small", colour="on_accent",
                   bold=True, heading=True)  # fmt: skip
        return max(taken, place.width)

    def foot(self, facts: str, slides: int, current: int, *, held: bool) -> None:
        """Say how old the facts are, and which of the slides this is; ``held`` by a hand."""
        area = self.area
        baseline = area.bottom
        self.write(facts, (area.left, baseline), area.width, "caption", colour="dim", side=1.0)
        if slides < 2:
            return
        size, gap = self.px(6), self.px(8)
        step = min(size + gap, area.width // (2 * slides))
        for number in range(slides):
            high = size if number == current else max(2, size * 3 // 5)
            top = baseline - round(self.look.size("caption") * CAP / 2) - high // 2
            left = area.left + number * step + (size - high) // 2
            colour = "text" if number == current else "dim"
            edge = max(1, self.px(1)) if held and number == current else 0
            self.fill(Box(left, top, high, high), colour, high / 2, edge)

    def digits(self, digits: LargeFigure, box: Box, colour: str = "text") -> int:
        """Write a figure as large as fits its box, centred from top to bottom; return its height.

        Days stand before the clock, or above it where the screen is upright.
        """
        if self.is_upright and digits.days and digits.clock:
            return self._stacked(digits, box, colour)
        size = round(box.height / CAP)
        if digits.days:
            zeros = LargeFigure(*(shape_of(part) for part in digits))
            size = _fitting_size(zeros, box.width, size)
        else:
            size = fitted(digits.clock, box.width, size, 1, bold=True).pixels
        cap = round(size * CAP)
        baseline = box.top + (box.height + cap) // 2
        if not digits.days:
            self.write(
                digits.clock, (box.left, baseline), box.width, size, colour=colour, bold=True
            )
            return cap
        after, _ = _beside(digits, size)
        self.write(digits.days, (box.left, baseline), box.width, size, colour=colour, bold=True)
        left, clock = box.left + after, round(size * _CLOCK)
        room = box.right - left + 1
        above = round(clock * CAP) + round(size * 0.13) if digits.clock else 0
        self.write(digits.unit, (left, baseline - above), room, round(size * _UNIT), colour="dim")
        self.write(digits.clock, (left, baseline), room, clock, colour=colour)
        return cap

    def _stacked(self, digits: LargeFigure, box: Box, colour: str) -> int:
        """Days over the clock, each as wide as there is room."""
        unit = self.look.size("name")
        room = box.width - width_of(digits.unit, unit) - self.px(14)
        high = round(box.height * 0.56 / CAP)
        days = fitted(digits.days, room, high, 1, bold=True).pixels
        clock = fitted(digits.clock, box.width, round(box.height * 0.32 / CAP), 1).pixels
        caps = [round(one * CAP) for one in (days, clock)]
        gap = round(min(box.height * 0.12, caps[1] * 0.6))
        top = box.top + (box.height - sum(caps) - gap) // 2
        baseline = top + caps[0]
        wide = self.write(digits.days, (box.left, baseline), room, days, colour=colour, bold=True)
        left = box.left + wide + self.px(14)
        self.write(digits.unit, (left, baseline), box.right - left, unit, colour="dim")
        place = box.left, baseline + gap + caps[1]
        self.write(digits.clock, place, box.width, clock, colour=colour)
        return sum(caps) + gap

    def side(self, words: Side, box: Box, *, tall: bool) -> None:
        """Write a caption, a figure and what it means, from the top of a box."""
        live = "accent" if words.is_live else "dim"
        left, width = box.left, box.width
        baseline = box.top + round(self.look.size("small") * CAP)
        self.write(words.caption, (left, baseline), width, "small", colour=live, bold=True,
                   heading=True, least=0.75)  # fmt: skip
        baseline += self.px(13) + round(self._figure(tall=tall) * CAP)
        size, colour = self._figure(tall=words.is_short), "accent" if words.is_live else "text"
        self.write(words.figure, (left, baseline), width, size, colour=colour, bold=True, least=0.5)
        baseline += self.px(26)
        self.write(words.detail, (left, baseline), width, "lead", colour="dim", least=0.55)

    def _figure(self, *, tall: bool) -> int:
        """The size of the figures at the side: those of digits are larger than names."""
        return round(self.look.size("figure") * (1.4 if tall else 0.9))

    def side_height(self, sides: Iterable[Side]) -> int:
        """Return how high these are, to the last baseline."""
        figure = self._figure(tall=any(one.is_short for one in sides))
        return round((self.look.size("small") + figure) * CAP) + self.px(39)


@lru_cache(maxsize=64)
def _fitting_size(digits: LargeFigure, width: int, largest: int) -> int:
    """Find the size of days at which they and what stands beside them fit a width."""
    size = largest
    while size > 1 and (wide := _beside(digits, size)[1]) > width:
        size = min(size - 1, round(size * width / wide))
    return size


def _beside(digits: LargeFigure, size: int) -> tuple[int, int]:
    """Where what stands beside days of a size begins, and how wide it is with them."""
    after = width_of(digits.days, size, bold=True) + round(size * _GAP)
    unit = width_of(digits.unit, round(size * _UNIT))
    clock = width_of(digits.clock, round(size * _CLOCK))
    return after, after + max(unit, clock)
