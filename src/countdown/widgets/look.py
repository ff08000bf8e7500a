"""Colours, type and distances, named once: a theme's tokens at a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

if TYPE_CHECKING:
    from collections.abc import Mapping

FAMILY: Final = "B612"
COLOURS: Final = (
    "ground", "panel", "raised", "line", "track", "text", "dim", "accent", "on_accent", "bar",
)  # fmt: skip
"""The colours every theme has. ``line`` and ``track`` carry no text."""
SIZES: Final = (
    "caption", "small", "body", "lead", "row", "heading", "title", "figure", "name", "digits",
)  # fmt: skip
"""The sizes of type, the smallest first."""
SPACES: Final = ("hair", "tight", "small", "medium", "gap", "wide", "page")
"""The distances between parts, the smallest first; ``page`` is a page's margin."""
LINE_OF_TIME_PX: Final = 56
"""How high a flight's line of time is, at scale 1."""
SCROLL_BAR_PX: Final = 10
"""How wide a scroll bar is, at scale 1; what scrolls keeps so much clear at its right edge."""


def type_of(pixels: float, *, bold: bool = False, spaced: bool = False) -> QFont:
    """Return the app's font at a size in pixels; its digits all have one width."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    if spaced:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
    return font


class Look(NamedTuple):
    """A theme at a scale: 1 is a window of 1440 by 900."""

    name: str
    title: str
    is_dark: bool
    colours: Mapping[str, str]
    sizes: Mapping[str, float]
    spaces: Mapping[str, float]
    scale: float = 1.0

    def colour(self, name: str) -> QColor:
        return QColor(self.colours[name])

    def px(self, pixels: float) -> int:
        """Return a distance at this scale."""
        return max(1, round(pixels * self.scale))

    def space(self, name: str) -> int:
        """Return one of the theme's distances, in pixels."""
        return self.px(self.spaces[name])

    def size(self, name: str) -> int:
        """Return one of the theme's sizes of type, in pixels."""
        return self.px(self.sizes[name])

    def font(self, size: str, *, bold: bool = False, spaced: bool = False) -> QFont:
        """Return the app's font; its digits all have one width. ``spaced`` is for headings."""
        return type_of(self.size(size), bold=bold, spaced=spaced)

    def font_px(self, pixels: float, *, bold: bool = False) -> QFont:
        """Return the app's font for digits that fill the room they have; not scaled."""
        return type_of(pixels, bold=bold)

    def palette(self) -> QPalette:
        """Return the palette for Qt's own widgets."""
        palette = QPalette()
        role = QPalette.ColorRole
        for target, name in (
            (role.Window, "ground"), (role.Base, "panel"), (role.AlternateBase, "raised"),
            (role.Button, "panel"), (role.ToolTipBase, "panel"), (role.Mid, "line"),
            (role.WindowText, "text"), (role.Text, "text"), (role.ButtonText, "text"),
            (role.ToolTipText, "text"), (role.PlaceholderText, "dim"), (role.Link, "accent"),
            (role.Highlight, "accent"), (role.Accent, "accent"),
            (role.HighlightedText, "on_accent"),
        ):  # fmt: skip
            palette.setColor(target, self.colour(name))
        return palette


def look_of(tokens: Mapping[str, Any]) -> Look:
    """Make a look from a theme's tokens: colours, sizes of type and distances.

    Raises:
        ValueError: one of them is missing, or is no colour or no number of pixels.
    """
    colours = tokens.get("colours", {})
    for name in COLOURS:
        value = colours.get(name)
        if not isinstance(value, str) or not QColor.isValidColorName(value):
            raise ValueError(f"colours.{name}: {value!r} is no colour")
    name = str(tokens.get("name", ""))
    return Look(
        name,
        str(tokens.get("title") or name),
        tokens.get("dark") is True,
        {one: colours[one] for one in COLOURS},
        _pixels(tokens, "sizes", SIZES),
        _pixels(tokens, "spaces", SPACES),
    )


def _pixels(tokens: Mapping[str, Any], kind: str, names: tuple[str, ...]) -> dict[str, float]:
    found = {}
    for name in names:
        value = tokens.get(kind, {}).get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
            raise ValueError(f"{kind}.{name}: {value!r} is no number of pixels")
        found[name] = float(value)
    return found
