"""What the pages of the display say of one mission at one instant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.durations import Span
from countdown.core.falls import Stage, weight
from countdown.core.flights import End, Flight
from countdown.core.milestones import MilestoneKind
from countdown.core.readings import Phase
from countdown.core.records import Kind
from countdown.models import (
    clock_phrases,
    crew_phrases,
    fall_phrases,
    mission_phrases,
    own_words,
    phrases,
)
from countdown.models.countdown_phrases import is_planned, sureness
from countdown.models.leading import lead
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.falls import Fall
    from countdown.core.moments import Instant
    from countdown.core.readings import Countdown, Mission, Reading
    from countdown.core.records import Category, Rank


class HeadWords(NamedTuple):
    """Whose page it is; ``state`` stands below in a colour of its own."""

    title: str
    about: str = ""
    state: str = ""
    state_colour: str = "dim"


class ClockWords(NamedTuple):
    """What time is shown."""

    second: str
    kind: str
    is_live: bool


class LargeFigure(NamedTuple):
    """A figure to be seen from afar: days, or where there are none the clock alone."""

    days: str
    unit: str = ""
    clock: str = ""


class Side(NamedTuple):
    """A smaller figure: what it is, and what it means; a short one is set larger."""

    caption: str
    figure: str
    detail: str = ""
    is_live: bool = False
    is_short: bool = True


class Course(NamedTuple):
    """How far something has come: a share, or None where no end is known, and its two ends."""

    share: float | None
    start: str
    end: str
    is_live: bool = False


class FigureWords(NamedTuple):
    """A page with one large figure, or with ``instead`` where there is none."""

    head: HeadWords
    digits: LargeFigure | None
    is_next: bool
    instead: str = ""
    sides: tuple[Side, ...] = ()
    course: Course | None = None

    @property
    def spoken(self) -> str:
        """All of it as words."""
        digits = " ".join(filter(None, self.digits)) if self.digits else self.instead
        sides = [", ".join(filter(None, one[:3])) for one in self.sides]
        return ". ".join(filter(None, (*self.head[:3], digits, *sides)))


def clock_words(clock: Clock, at: Instant) -> ClockWords:
    """Say what time is shown, and whether it is another than the world's."""
    return ClockWords(clock_phrases.second(at), clock_phrases.kind(clock), clock.is_live)


def facts(reading: Reading) -> str:
    """Say how old the catalogue is."""
    return tr("facts as of {}").format(phrases.moment(reading.data_date))


def head(mission: Mission, reading: Reading) -> HeadWords:
    """Say whose page it is, where they are, and what is in doubt."""
    doubt = mission_phrases.doubt(reading)
    about = mission_phrases.number_and_vehicle(reading)
    return HeadWords(
        mission_phrases.title(mission, reading),
        own_words.marked(
            mission_phrases.whereabouts(reading), mission_phrases.by_you(mission, reading)
        ),
        doubt or about,
        "text" if doubt else "dim",
    )


def digits_of(span: Span, *, beat: bool = False) -> LargeFigure:
    """Write a span in large digits; below a day the clock stands alone."""
    clock = phrases.clock_figure(span.seconds, span.precision, beat=beat)
    if clock and not span.days:
        return LargeFigure("", "", clock)
    return LargeFigure(phrases.days_figure(span), phrases.days_unit(span), clock)


def counter(mission: Mission, reading: Reading, fall: Fall | None) -> FigureWords:
    """Say how long a flight has lasted, or how long it is until its launch."""
    if reading.flight is None:
        return _waiting(mission, reading)
    sides = (
        _next(mission.catalogue, reading, reading.flight, fall),
        *_after(mission.catalogue, reading),
        *_career(mission, reading),
    )
    running = reading.phase is Phase.IN_ORBIT
    counted = reading.flight_counter
    led = lead(counted, beat=running)
    if led.is_apart:
        digits = LargeFigure(led.days, led.unit)
        sides = (Side(tr("Elapsed"), phrases.length(*counted.span, beat=running)), *sides)
    else:
        digits = digits_of(counted.span, beat=running)
    title = head(mission, reading)
    return FigureWords(title, digits, False, sides=sides, course=_course(reading))


def _waiting(mission: Mission, reading: Reading) -> FigureWords:
    """Count down to a launch, as closely as it is known."""
    title = head(mission, reading)
    launch, coming = reading.launch, reading.next_launch
    if launch is None or coming is None:
        return FigureWords(title, None, False, tr("Nothing announced"), _career(mission, reading))
    doubt = sureness(launch.milestone, is_planned=is_planned(reading))
    before = _event(mission.catalogue, reading) if reading.next_event is not launch else ()
    if (span := phrases.span_to_go(launch)) is None:
        title = title._replace(state=doubt)
        when = tr("launch {}").format(phrases.to_go(launch))
        return FigureWords(title, None, True, when, before)
    on = tr("on {}").format(coming.up.name if isinstance(coming, Flight) else coming.spacecraft)
    when = phrases.target_time(launch.milestone)
    sides = (
        Side(tr("Launch"), when, _joined(on, doubt), is_short=False),
        *before,
        *_career(mission, reading),
    )
    title = title._replace(state=tr("Launch in"), state_colour="accent")
    return FigureWords(title, digits_of(span), True, sides=sides)


def _next(catalogue: Catalogue, reading: Reading, flight: Flight, fall: Fall | None) -> Side:
    """What comes next, or how it ended; of a death no countdown is made."""
    if fall is not None and fall.countdown.is_past:
        title = phrases.milestone_title(catalogue, fall.countdown.milestone)
        return Side(title, fall_phrases.figure(fall), fall_phrases.detail(fall), is_live=True)
    vehicle = tr("on {}").format((flight.down or flight.up).name)
    ended = crew_phrases.day_of(flight.stop)
    if reading.phase is not Phase.IN_ORBIT:
        return Side(phrases.phase_name(reading.phase), ended, vehicle, is_short=False)
    if flight.end is End.DIED:
        return Side(tr("In flight until"), ended, vehicle, is_short=False)
    for side in _event(catalogue, reading):
        return side
    return Side(tr("Return"), tr("not announced"), is_short=False)


def _after(catalogue: Catalogue, reading: Reading) -> tuple[Side, ...]:
    """What is counted down to once a flight is over."""
    return () if reading.phase is Phase.IN_ORBIT else _event(catalogue, reading)


def _event(catalogue: Catalogue, reading: Reading) -> tuple[Side, ...]:
    """The next event, if any is announced."""
    event = reading.next_event
    if event is None:
        return ()
    milestone = event.milestone
    doubt = sureness(milestone, is_planned=is_planned(reading))
    detail = phrases.milestone_detail(milestone) or phrases.target_time(milestone)
    title = phrases.milestone_title(catalogue, milestone)
    figure = phrases.to_go(event)
    detail = "" if detail == figure else detail
    if milestone.own is not None:
        doubt = _joined(doubt, tr("by you"))
    return (Side(title, figure, _joined(detail, doubt), is_live=True),)


def _career(mission: Mission, reading: Reading) -> tuple[Side, ...]:
    """All flights together, with the best places; of an only flight the places alone.

    Who dies in flight is given no place.
    """
    if mission.person is None:
        return ()
    career = mission.catalogue.career(mission.person)
    count = sum(one.has_begun(reading.at) for one in career)
    if not count:
        return ()
    kind = Kind.CAREER if count > 1 else Kind.FLIGHT
    ranks = sorted((one for one in reading.ranks if one.category.kind is kind), key=_by_rank)
    died = reading.flight is not None and reading.flight.end is End.DIED
    places = [] if died else [phrases.place(mission.catalogue, one) for one in ranks[:2]]
    if count == 1:
        if not places:
            return ()
        return (Side(tr("Among flights"), places[0], ", ".join(places[1:]), is_short=False),)
    span = reading.career_counter.span
    caption = phrases.counted(count, tr("Career · {} flight"), tr("Career · {} flights"))
    detail = _joined(phrases.nth_day(span), *places[:1])
    return (Side(caption, phrases.length(*span), detail),)


def _by_rank(rank: Rank) -> int:
    return rank.rank


def _course(reading: Reading) -> Course | None:
    """The flight from launch to return; nothing of one that ended in death."""
    flight = reading.flight
    if flight is None or flight.end is End.DIED:
        return None
    start = crew_phrases.day_of(flight.launch)
    live = reading.phase is Phase.IN_ORBIT
    home = flight.known_return
    if home is None:
        return Course(None, start, tr("return not announced"), live)
    if not flight.is_over:
        end = tr("planned return {}").format(crew_phrases.day_of(home))
    else:
        home_on = tr("home {}") if live else tr("landed {}")
        end = home_on.format(crew_phrases.day_of(home))
    length = max(1, home.earliest - flight.launch.earliest)
    return Course((reading.at - flight.launch.earliest) / length, start, end, live)


def next_record(reading: Reading) -> Countdown | None:
    """Return the first record that is still to be taken; none is told of a flight into death."""
    if reading.flight is None or reading.flight.end is End.DIED:
        return None
    records = (one for one in reading.countdowns if one.milestone.kind is MilestoneKind.RECORD)
    return next((one for one in records if one.seconds is not None), None)


def record(mission: Mission, reading: Reading, fall: Fall | None) -> FigureWords:
    """Count down to the next record; its last minute in seconds alone."""
    title = head(mission, reading)
    ahead = fall.countdown if fall and fall.stage is Stage.LAST_MINUTE else next_record(reading)
    crossing = ahead.milestone.crossing if ahead is not None else None
    if ahead is None or crossing is None:
        return FigureWords(
            title, None, False, tr("No record lies ahead"), _career(mission, reading)
        )
    milestone = ahead.milestone
    span = phrases.span_to_go(ahead)
    assert span is not None
    digits = digits_of(span)
    if fall is not None and fall.stage is Stage.LAST_MINUTE:
        unit = tr("second") if fall.seconds == 1 else tr("seconds")
        digits = LargeFigure(phrases.number(fall.seconds), unit)
    had = _had(mission, crossing.category, reading)
    mark = phrases.mark(crossing.mark_seconds, crossing.mark_seconds_max)
    names = phrases.listed([one.name for one in crossing.passes])
    doubt = sureness(milestone, is_planned=False)
    when = phrases.target_time(milestone)
    reached = tr("In this flight") if crossing.category.kind is Kind.FLIGHT else tr("In all")
    sides = (
        Side(tr("Passes"), names, _joined(mark, when, doubt), is_short=False),
        Side(reached, phrases.length(*had), phrases.nth_day(had)),
    )
    course = Course(had.seconds / max(1, crossing.mark_seconds), "", "", is_live=True)
    name = phrases.milestone_title(mission.catalogue, milestone)
    title = title._replace(state=tr("{} in").format(name), state_colour="accent")
    return FigureWords(title, digits, True, sides=sides, course=course)


def _had(mission: Mission, category: Category, reading: Reading) -> Span:
    """What counts in a category by now."""
    if category.kind is Kind.FLIGHT or mission.person is None:
        return reading.flight_counter.span
    career = mission.catalogue.career_in(mission.person, category)
    return Span.total(one.span(reading.at) for one in career if one.has_begun(reading.at))


def telling_category(reading: Reading) -> Category | None:
    """Return whose ladder tells most: of the next record, else the last, else the best place."""
    ahead = next_record(reading)
    told = [ahead] if ahead is not None else []
    if not told and reading.passed:
        last = reading.passed[-1].seconds
        told = sorted((one for one in reading.passed if one.seconds == last), key=weight)
    if told and told[0].milestone.crossing is not None:
        return told[0].milestone.crossing.category
    best = min(reading.ranks, key=_by_rank, default=None)
    return best.category if best is not None else None


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
