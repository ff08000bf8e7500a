"""The display's pages on every screen: large, whole, and nothing on anything else."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from countdown.core.clocks import OnThisDayClock
from countdown.core.durations import Rule
from countdown.core.falls import Fall, Stage, fall_in
from countdown.core.manner import Manner
from countdown.core.moments import DAY, Instant
from countdown.core.programme import DisplayPage
from countdown.core.readings import Mission, read
from countdown.models.manners import take_manner
from countdown.models.phrases import NO_COLON
from countdown.widgets.display_pages import FALL, News, Painter, Place, has_something
from countdown.widgets.inks import Bar, Words
from countdown.widgets.sheet import WANDERS
from tests.fakes import FakeClock, at, catalogue_of, person, trip, vehicle

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
def screen(catalogue: Catalogue, look: Look) -> Screen:
    return Screen(catalogue, look)


def painted(words: Words) -> QRectF:
    """Return where the letters themselves are."""
    rect = QFontMetricsF(words.font).tightBoundingRect(words.text)
    return rect.translated(words.left, words.baseline)


def height_of_digits(drawn: Drawn) -> float:
    """Return how high the main digits are, without what hangs below them of a comma."""
    main = drawn.largest()
    assert main.text.replace(",", "").replace(":", "").isdecimal()
    return QFontMetricsF(main.font).tightBoundingRect("0").height()


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
def test_a_time_in_a_place_with_a_long_name_is_told_whole(
    screen: Screen, size: tuple[int, int]
) -> None:
    place = "America/Argentina/Buenos_Aires"
    take_manner(Manner(Rule.NTH_DAY, in_twelve_hours=True, zone=place))
    drawn = screen.draw(KELLY, "2015-11-28T19:00:00Z", DisplayPage.COUNTER, size)
    assert any("Buenos Aires" in one.text for one in drawn.words)
    assert not any(one.text.endswith("…") for one in drawn.words)


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
    assert height_of_digits(screen.draw(who, now, page, size)) >= size[1] / 5


@pytest.fixture
def ada(look: Look) -> Screen:
    """Return a screen for somebody who has been up since 2020, without return."""
    up = vehicle("One", "2020-01-01T00:00:00Z")
    return Screen(catalogue_of(trip(person("Ada"), up)), look)


def after(days: int) -> Instant:
    return Instant(at("2020-01-01T00:00:00Z") + days * DAY + 45_296)


@pytest.mark.parametrize("days", [1, 12, 365, 1_111])
@pytest.mark.parametrize("size", LYING)
def test_a_thousand_days_are_a_fifth_of_the_height_too(
    ada: Screen, size: tuple[int, int], days: int
) -> None:
    drawn = ada.draw("ada", after(days), "counter", size)
    assert drawn.largest().text == f"{days:,}"
    assert height_of_digits(drawn) >= size[1] / 5
    assert "12:34:56" in drawn.texts
    assert_all_fits(drawn)


def test_a_colon_that_beats_the_seconds_moves_nothing(look: Look) -> None:
    up = vehicle("One", "2020-01-01T00:00Z")
    screen = Screen(catalogue_of(trip(person("Ada"), up)), look)
    on, off = (screen.draw("ada", Instant(after(12) + beat), "counter") for beat in (0, 1))
    clock, other = (
        next(one for one in drawn.words if one.text in ("12:33", f"12{NO_COLON}33"))
        for drawn in (on, off)
    )
    assert clock.text != other.text
    assert clock._replace(text=other.text) == other
    assert clock.width == other.width


@pytest.mark.parametrize("days", [12, 365, 1_111])
def test_upright_they_are_as_wide_as_the_screen_allows(ada: Screen, days: int) -> None:
    drawn = ada.draw("ada", after(days), "counter", UPRIGHT)
    clock = next(one for one in drawn.words if one.text == "12:34:56")
    assert painted(clock).width() >= 0.8 * UPRIGHT[0]
    assert height_of_digits(drawn) >= UPRIGHT[0] / 6
    assert_all_fits(drawn)


def test_kellys_counter_says_what_it_counts_to_whom_and_until_when(screen: Screen) -> None:
    drawn = screen.draw(KELLY, NOON, "counter")
    assert {
        "Scott Kelly", "in orbit since 27 March 2015 · International Space Station", "202",
        "16:17:03", "T− 12 d 16:05:19", "passes Michael López-Alegría, 215 d 08:22:22",
        "382 d 18:06:07", "383rd day · 1st United States", "27 Mar 2015", "home 2 Mar 2016",
        "facts as of 8 Oct 2026",
    } <= set(drawn.texts)  # fmt: skip
    assert drawn.spoken.startswith("Scott Kelly. in orbit since 27 March 2015")
    assert "202 days 16:17:03" in drawn.spoken


def test_his_last_minute_counts_seconds_alone(screen: Screen) -> None:
    drawn = screen.draw(KELLY, "2015-10-15T09:01:30Z", "record")
    assert drawn.largest().text == "31"
    assert {"seconds", "Mike Fincke"} <= set(drawn.texts)


def test_after_the_minute_the_counter_says_record_and_since_when(screen: Screen) -> None:
    drawn = screen.draw(KELLY, "2015-10-15T09:07:13Z", "counter")
    assert "record, +00:05:12" in drawn.texts


def test_as_it_falls_the_flyer_climbs_past_whom_they_pass(screen: Screen) -> None:
    now = "2015-10-15T09:02:20Z"
    heights, ranks = [], []
    for climbed in (0.0, 0.25, 0.75, 1.0):
        drawn = screen.draw(KELLY, now, FALL, climbed=climbed)
        rows = [one for one in drawn.words if one.text in ("Scott Kelly", "Mike Fincke")]
        own = next(one for one in reversed(rows) if one.text == "Scott Kelly")
        other = next(one for one in rows if one.text == "Mike Fincke")
        heights.append(other.baseline - own.baseline)
        ranks.append(next(one.text for one in drawn.words if one.baseline == own.baseline))
    assert heights == sorted(heights)
    assert heights[0] == -heights[-1] < 0
    assert ranks == ["2", "2", "1", "1"]
    assert {
        "Most time in all · United States", "record, +00:00:19", "381 d 15:08:27", "was 2nd",
        "Mike Fincke held it since 27 May 2011: 4 years, 4 months",
    } <= set(drawn.texts)  # fmt: skip


def test_on_the_ladder_the_flyer_is_the_one_in_the_accent(screen: Screen) -> None:
    drawn = screen.draw(KELLY, NOON, "ladder", clock=FakeClock(NOON))
    assert [one.text for one in drawn.words if one.colour == "accent"] == ["202 d 16 h"]
    assert "12 d 16 h to go" in drawn.texts


@pytest.mark.parametrize(("second", "rank"), [(18, "2"), (19, "1"), (20, "1")])
def test_the_ladder_has_its_new_order_in_the_second_of_a_crossing(
    screen: Screen, second: int, rank: str
) -> None:
    drawn = screen.draw(KELLY, f"2015-10-29T04:05:{second}Z", "ladder")
    assert "Longest flight · United States" in drawn.texts
    kelly = [one for one in drawn.words if one.text == "Scott Kelly"][-1]
    assert next(one.text for one in drawn.words if one.baseline == kelly.baseline) == rank


def test_all_nineteen_are_on_one_page(screen: Screen) -> None:
    drawn = screen.draw(KONONENKO, "2024-09-12T12:00:00Z", "up", (800, 480))
    people = screen.catalogue.in_orbit(at("2024-09-12T12:00:00Z"))
    assert len(people) == 19
    assert {one.person.name for one in people} <= set(drawn.texts)
    assert "19 people in orbit" in drawn.texts


def test_at_new_year_1962_the_page_of_who_is_up_says_who_came_last(screen: Screen) -> None:
    drawn = screen.draw("yuri-gagarin", "1962-01-01T00:00:00Z", "up")
    assert "Nobody is in orbit" in drawn.texts
    assert "Vostok 2 landed 7 Aug 1961; Mercury-Atlas 6 launches 20 Feb 1962" in drawn.texts


def test_the_time_line_has_what_happened_and_what_comes(screen: Screen) -> None:
    drawn = screen.draw(KELLY, NOON, "timeline")
    assert {"203rd day of 341", "lettuce", "US career record", "halfway"} <= set(drawn.texts)
    assert "Next, First spacewalk" in drawn.spoken


@pytest.mark.parametrize("page", DisplayPage)
@pytest.mark.parametrize(
    ("who", "now"),
    [
        (KOMAROV, TODAY),
        (KOMAROV, "1967-04-23T12:00:00Z"),
        ("rick-d-husband", TODAY),
        ("rick-d-husband", "2003-01-20T12:00:00Z"),
    ],
)
def test_a_flight_into_death_has_no_accent_and_no_countdown(
    screen: Screen, who: str, now: str, page: DisplayPage
) -> None:
    drawn = screen.draw(who, now, page, clock=FakeClock(now))
    if page is not DisplayPage.UP:  # others are up as well
        assert "accent" not in drawn.colours
    assert not any("T−" in text or "home" in text for text in drawn.texts)


def test_his_page_gives_the_facts(screen: Screen) -> None:
    texts = screen.draw(KOMAROV, TODAY, "counter").texts
    assert "died in flight, 24 April 1967 · Soyuz 1" in texts
    for now in (TODAY, "1967-04-23T12:00:00Z"):
        drawn = screen.draw(KOMAROV, now, "counter")
        assert not any("Russia" in text for text in drawn.texts)  # no place in a ranking


def test_peakes_launch_is_counted_down_to(screen: Screen) -> None:
    drawn = screen.draw(PEAKE, "2015-12-01T12:00:00Z", "counter")
    assert drawn.largest().text == "13"
    assert {"Launch in", "23:03:10", "15 Dec 2015, 11:03 UTC", "on Soyuz TMA-19M"} <= set(
        drawn.texts
    )


def test_of_a_plan_known_to_the_month_no_days_are_made_up(screen: Screen) -> None:
    drawn = screen.draw("axiom-mission-5", TODAY, "counter")
    assert drawn.largest().text == "launch no earlier than January 2027"
    assert "as planned" in drawn.texts


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (TODAY, "Unconfirmed since 8 Oct 2026"),
        ("2027-12-22T12:00:00Z", "The counters stand still as of 8 Oct 2027"),
    ],
)
def test_what_nobody_confirms_any_more_is_said_to_be_so(
    screen: Screen, now: str, said: str
) -> None:
    drawn = screen.draw("anna-kikina", now, "counter")
    assert {said, "return not announced"} <= set(drawn.texts)


@pytest.mark.parametrize("page", [*DisplayPage, FALL])
def test_a_replay_is_unmissable_on_every_page_and_live_is_quiet(screen: Screen, page: str) -> None:
    replay = screen.draw(KELLY, NOON, page)
    mark = next(one for one in replay.words if one.text == "Replay · 11 years ago today")
    assert (mark.colour, mark.bold) == ("on_accent", True)
    when = next(one for one in replay.words if one.text == "16 Oct 2015  12:00:00 UTC")
    assert when.colour == "accent"
    live = screen.draw(KELLY, NOON, page, clock=FakeClock(NOON))
    assert not any("Replay" in text for text in live.texts)
    assert next(one for one in live.words if one.text == when.text).colour == "dim"


@pytest.mark.parametrize(
    ("who", "now", "silent"),
    [
        (KELLY, NOON, set()),
        (POLYAKOV, TODAY, {"record"}),
        (KOMAROV, TODAY, {"record", "ladder"}),
        (PEAKE, "2015-12-01T12:00:00Z", {"record", "ladder", "timeline"}),
        ("axiom-mission-5", TODAY, {"record", "ladder", "timeline"}),
    ],
)
def test_pages_with_nothing_to_say_are_known(
    screen: Screen, who: str, now: str, silent: set[str]
) -> None:
    reading = read(screen.mission(who), at(now))
    assert {page for page in DisplayPage if not has_something(page, reading)} == silent
