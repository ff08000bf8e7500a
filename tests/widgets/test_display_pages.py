"""The display's pages on every screen: large, whole, and nothing on anything else."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from countdown.core.clocks import OnThisDayClock, ReplayClock
from countdown.core.falls import Fall, Stage, fall_in
from countdown.core.moments import Instant, as_datetime
from countdown.core.programme import DisplayPage
from countdown.core.readings import Mission, read
from countdown.widgets.display_pages import FALL, News, Painter, Place
from countdown.widgets.inks import Bar, Words
from countdown.widgets.sheet import WANDERS
from tests.fakes import FakeClock, at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.widgets.inks import Ink
    from countdown.widgets.look import Look

LYING: Final = [
    (800, 480), (1024, 600), (1366, 768), (1920, 1080), (2560, 1440), (3840, 2160),
]  # fmt: skip
UPRIGHT: Final = (1080, 1920)
SIZES: Final = [*LYING, UPRIGHT]
KELLY, KOMAROV, PEAKE = "scott-kelly", "vladimir-komarov", "tim-peake"
KONONENKO, POLYAKOV = "oleg-kononenko", "valeri-polyakov"
NOON, TODAY = "2015-10-16T12:00:00Z", "2026-11-22T12:00:00Z"
REPLAY: Final = OnThisDayClock(11, FakeClock(TODAY))
"""The mark that takes most room."""


class Drawn(NamedTuple):
    """A page on a screen."""

    inks: Sequence[Ink]
    spoken: str
    size: tuple[int, int]

    @property
    def words(self) -> list[Words]:
        return [one for one in self.inks if isinstance(one, Words)]

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.words]

    @property
    def colours(self) -> set[str]:
        return {one.colour for one in self.inks}

    def largest(self) -> Words:
        return max(self.words, key=lambda one: one.pixels)


class Screen:
    """Draws pages as a display does, without its window."""

    def __init__(self, catalogue: Catalogue, look: Look) -> None:
        self.catalogue = catalogue
        self.look = look

    def mission(self, who: str) -> Mission:
        for plan in self.catalogue.planned:
            if plan.id == who:
                return Mission.of_plan(self.catalogue, plan)
        return Mission.of_person(self.catalogue, self.catalogue.people[who])

    def draw(
        self,
        who: str,
        now: str | Instant,
        page: str,
        size: tuple[int, int] = (1920, 1080),
        clock: Clock = REPLAY,
        told: News | None = None,
        climbed: float = 1.0,
    ) -> Drawn:
        mission = self.mission(who)
        reading = read(mission, at(now) if isinstance(now, str) else now)
        fall = fall_in(reading)
        if page == FALL and (fall is None or fall.stage is Stage.LAST_MINUTE):
            assert reading.flight is not None
            fall = Fall(Stage.FALLS, reading.flight.person, reading.passed[-1])
        painter = Painter(self.look, size, told)
        place = Place(1, 5, held=True)
        spoken = painter.draw(page, mission, reading, fall, clock, place, climbed)
        return Drawn(painter.sheet.inks, spoken, size)


@pytest.fixture
def screen(catalogue: Catalogue, look: Look, qapp: object) -> Screen:
    return Screen(catalogue, look)


def painted(words: Words) -> QRectF:
    """Return where the letters themselves are."""
    rect = QFontMetricsF(words.font).tightBoundingRect(words.text)
    return rect.translated(words.left, words.baseline)


def assert_all_fits(drawn: Drawn) -> None:
    width, height = drawn.size
    across, down = width * WANDERS, height * WANDERS
    inside = QRectF(0, 0, width, height).adjusted(across, down, -across, -down)
    places = [(one.text, painted(one)) for one in drawn.words]
    for text, place in places:
        assert inside.contains(place), f"{text!r} is cut on {drawn.size}"
    for one in drawn.inks:
        if isinstance(one, Bar) and one.box.top > 0:
            box = QRectF(*one.box)
            assert inside.contains(box) or box.isEmpty(), f"{one} is cut on {drawn.size}"
    for (text, one_place), (other, other_place) in combinations(places, 2):
        common = one_place & other_place
        apart = common.width() < 1 or common.height() < 1
        assert apart, f"{text!r} lies on {other!r} on {drawn.size}"


CASES: Final = [
    (KELLY, NOON), (KELLY, "2015-10-15T09:01:30Z"), (KELLY, "2015-10-15T09:07:13Z"),
    (KONONENKO, "2024-09-12T12:00:00Z"), (POLYAKOV, TODAY), (KOMAROV, TODAY),
    (KOMAROV, "1967-04-23T12:00:00Z"), ("rick-d-husband", "2003-01-20T12:00:00Z"),
    (PEAKE, "2015-12-01T12:00:00Z"), ("axiom-mission-5", TODAY), ("anna-kikina", TODAY),
    ("anna-kikina", "2027-12-22T12:00:00Z"), ("yuri-gagarin", "1961-04-12T06:30:00Z"),
    ("yuri-gagarin", "1962-01-01T00:00:00Z"),
    ("dorothy-m-metcalf-lindenburger", "2010-04-10T12:00:00Z"),
    ("heidemarie-m-stefanyshyn-piper", "2008-11-20T12:00:00Z"),
]  # fmt: skip


@pytest.mark.parametrize("page", DisplayPage)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_or_lies_on_anything(
    screen: Screen, size: tuple[int, int], page: DisplayPage
) -> None:
    for who, now in CASES:
        assert_all_fits(screen.draw(who, now, page, size))


@pytest.mark.parametrize("size", SIZES)
def test_a_fallen_record_fits_before_and_after_its_climb(
    screen: Screen, size: tuple[int, int]
) -> None:
    for climbed in (0.0, 1.0):
        for who, now in ((KELLY, NOON), (KONONENKO, "2024-09-12T12:00:00Z"), (POLYAKOV, TODAY)):
            assert_all_fits(screen.draw(who, now, FALL, size, climbed=climbed))


@pytest.mark.parametrize("size", SIZES)
def test_news_of_another_record_fits_above_any_page(screen: Screen, size: tuple[int, int]) -> None:
    told = News(
        "Dorothy M. Metcalf-Lindenburger: Longest flight · women and Longest flight · world",
        "record, +00:05:12 · passes Heidemarie M. Stefanyshyn-Piper, 1,111 d 16:05:19",
    )
    for page in DisplayPage:
        assert_all_fits(screen.draw(KELLY, NOON, page, size, told=told))


def days_flown(screen: Screen, days: int) -> Drawn:
    raise NotImplementedError


@pytest.mark.parametrize("size", LYING)
@pytest.mark.parametrize(
    ("who", "now", "page"),
    [
        (KELLY, NOON, "counter"),
        (KELLY, NOON, "record"),
        (KELLY, "2015-10-15T09:01:30Z", "record"),
        (KELLY, "2015-10-15T07:00:00Z", "record"),
        (PEAKE, "2015-12-01T12:00:00Z", "counter"),
        ("yuri-gagarin", "1961-04-12T06:30:00Z", "counter"),
    ],
)
def test_the_main_digits_are_a_fifth_of_the_height(
    screen: Screen, size: tuple[int, int], who: str, now: str, page: str
) -> None:
    digits = painted(screen.draw(who, now, page, size).largest())
    assert digits.height() >= size[1] / 5
