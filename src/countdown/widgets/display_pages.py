"""Draws a page of the display, whichever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.boxes import Box
from countdown.core.flights import End
from countdown.core.programme import DisplayPage
from countdown.models import display_words, fall_phrases
from countdown.models.course_words import course_words
from countdown.models.display_words import FigureWords
from countdown.models.ladder_words import fall_words, ladder_words
from countdown.models.phrases import tr
from countdown.models.up_words import up_words
from countdown.widgets.course_page import draw_course
from countdown.widgets.figure_page import draw_figure
from countdown.widgets.inks import CAP
from countdown.widgets.ladder_page import draw_fall, draw_ladder, room_for
from countdown.widgets.sheet import Sheet
from countdown.widgets.up_board import draw_up

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.falls import Fall
    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look

FALL: Final = "fall"
"""The page of a record as it falls; it is in no programme, but comes when it is time."""
_FALL_ABOVE: Final = 135
"""What stands above and below the rungs of a fallen record, at scale 1."""
_BAND: Final = 0.13
"""How much of the height the news of another mission's record takes."""


class News(NamedTuple):
    """A record of a mission that is not on: told in a band above the page."""

    headline: str
    detail: str


class Place(NamedTuple):
    """Where in the programme a page stands; ``held`` there by a hand.

    ``note`` is told beside it: what the display could not do.
    """

    number: int
    total: int
    held: bool
    note: str = ""


def news(fall: Fall, catalogue: Catalogue) -> News:
    """Put the fall of a record into words for the band."""
    return News(fall_phrases.headline(catalogue, fall), fall_phrases.detail(fall))


def has_something(page: DisplayPage, reading: Reading) -> bool:
    """Say whether a page has something to say, so that it is turned to by itself."""
    match page:
        case DisplayPage.RECORD:
            return display_words.next_record(reading) is not None
        case DisplayPage.LADDER:
            flight = reading.flight
            return flight is not None and flight.end is not End.DIED and bool(reading.ranks)
        case DisplayPage.TIMELINE:
            return reading.flight is not None
        case _:
            return True


class Painter:
    """Draws pages for a screen of one size."""

    def __init__(self, look: Look, size: tuple[int, int], told: News | None) -> None:
        width, height = size
        band = round(height * _BAND) if told is not None else 0
        self.sheet = Sheet(look, width, height, band)
        if told is not None:
            self._draw_band(told, band)

    def _draw_band(self, told: News, high: int) -> None:
        sheet = self.sheet
        wide, beyond = sheet.width, max(sheet.width, sheet.height) // 16
        sheet.fill(Box(-beyond, -beyond, wide + 2 * beyond, high + beyond), "accent")
        size = min(sheet.look.size("name"), round(high * 0.36))
        small = round(size * 0.6)
        left, width = sheet.area.left, sheet.area.width
        gap = round(small * 0.7)
        baseline = (high - round((size + small) * CAP) - gap) // 2 + round(size * CAP)
        baseline += round(high * 0.05)
        sheet.write(told.headline, (left, baseline), width, size, colour="on_accent", bold=True,
                    least=0.4)  # fmt: skip
        baseline += gap + round(small * CAP)
        sheet.write(told.detail, (left, baseline), width, small, colour="on_accent", least=0.5)

    def draw(
        self,
        page: str,
        mission: Mission,
        reading: Reading,
        fall: Fall | None,
        clock: Clock,
        place: Place,
        climbed: float,
    ) -> str:
        """Draw a page, and return it as words."""
        sheet = self.sheet
        shown = display_words.clock_words(clock, reading.at)
        facts = " · ".join(filter(None, (place.note, display_words.facts(reading))))
        sheet.foot(facts, place.total, place.number, held=place.held)
        if page == FALL and fall is not None and reading.flight is not None:
            told = fall_words(mission, reading, fall, room_for(sheet, _FALL_ABOVE))
            draw_fall(sheet, told, sheet.head(told.head, shown), climbed)
            return told.spoken
        figure = None
        match page:
            case DisplayPage.LADDER:
                rungs = ladder_words(mission, reading, room_for(sheet))
                if rungs.rungs:
                    draw_ladder(sheet, rungs, sheet.head(rungs.head, shown))
                    return rungs.spoken
                figure = FigureWords(rungs.head, None, False, tr("In no ranking yet"))
            case DisplayPage.UP:
                up = up_words(mission, reading.at)
                draw_up(sheet, up, sheet.head(up.head, shown) + sheet.px(4))
                return up.spoken
            case DisplayPage.TIMELINE:
                course = course_words(mission, reading)
                if course.marks:
                    draw_course(sheet, course, sheet.head(course.head, shown))
                    return course.spoken
            case DisplayPage.RECORD:
                figure = display_words.record(mission, reading, fall)
        figure = figure or display_words.counter(mission, reading, fall)
        draw_figure(sheet, figure, sheet.head(figure.head, shown))
        return figure.spoken
