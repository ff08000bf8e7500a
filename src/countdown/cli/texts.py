"""English words for what the core gives as keys and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.durations import Span, clockwork
from countdown.core.errors import printable
from countdown.core.flights import Flight
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import HOUR, Instant, Precision, iso, known_to
from countdown.core.ownership import NOTHING_OWN
from countdown.core.readings import Phase
from countdown.core.records import WOMEN, WORLD, Category, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from countdown.core.errors import FileProblemsError, Problem
    from countdown.core.flights import PlannedLaunch
    from countdown.core.milestones import Milestone
    from countdown.core.moments import Moment
    from countdown.core.ownership import Ownership
    from countdown.core.readings import Countdown

NOT_ANNOUNCED: Final = "return not announced"
LONGEST_TITLE: Final = 200
"""How much is repeated of what a user calls something."""
LONGEST_PATH: Final = 400
"""How much of a file's name is repeated in a message."""

PHASES: Final = {
    Phase.BEFORE_LAUNCH: "before launch",
    Phase.IN_ORBIT: "in orbit",
    Phase.LANDING_UNCONFIRMED: "landing not confirmed",
    Phase.LANDED: "landed",
    Phase.DIED_IN_FLIGHT: "died in flight",
}


def ordinal(number: int) -> str:
    """Return ``1st``, ``2nd``, ``3rd``, ``11th``."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def span_text(span: Span) -> str:
    """Write a span as precisely as it is known: ``202d 16:17:03``, ``0d 01:48``, ``236–237 d``."""
    return _length(span.seconds, span.seconds_max, span.precision)


def _length(seconds: int, seconds_max: int, precision: Precision) -> str:
    days, hours, minutes, rest = clockwork(seconds)
    if precision is Precision.SECOND:
        return f"{days}d {hours:02}:{minutes:02}:{rest:02}"
    if precision is Precision.MINUTE:
        return f"{days}d {hours:02}:{minutes:02}"
    most = clockwork(seconds_max).days
    return f"{days} d" if days == most else f"{days}–{most} d"


def _precision_of(milestone: Milestone) -> Precision:
    """How much of a countdown may be shown; a crossing is as uncertain as it is wide."""
    if milestone.moment is not None:
        return milestone.moment.precision
    return known_to((milestone.at_latest or 0) - (milestone.at or 0))


def countdown_text(countdown: Countdown) -> str:
    """Write a countdown: ``T-12d 16:05:19``, ``T+1d 02:57:59``, or the month of a plan."""
    milestone = countdown.milestone
    if countdown.seconds is None or countdown.seconds_max is None:
        return NOT_ANNOUNCED
    precision = _precision_of(milestone)
    moment = milestone.moment
    if moment is not None and (precision > Precision.DAY or moment.no_earlier_than):
        return moment_text(moment)
    sign = "T+" if countdown.is_past else "T-"
    return sign + _length(countdown.seconds, countdown.seconds_max, precision)


def moment_text(moment: Moment) -> str:
    """Write a moment in its precision, with the reserve of a plan."""
    return f"no earlier than {moment}" if moment.no_earlier_than else str(moment)


def in_orbit_text(count: int) -> str:
    """Say how many are up: ``1 person in orbit``, ``10 people in orbit``."""
    return f"{count} {'person' if count == 1 else 'people'} in orbit"


def category_text(category: Category) -> str:
    """Name a category: ``US career total``, ``women's single flight``."""
    scope = {WORLD: "world", WOMEN: "women's"}.get(category.scope, category.scope)
    kind = "career total" if category.kind is Kind.CAREER else "single flight"
    return f"{scope} {kind}"


def listed(names: Sequence[str]) -> str:
    """Return ``A``, ``A and B``, ``A, B and C``."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def milestone_text(milestone: Milestone) -> str:
    """Say what happens at a milestone."""
    if milestone.crossing is not None:
        crossing = milestone.crossing
        names = listed([person.name for person in crossing.passes])
        what = "record" if crossing.is_record else f"{ordinal(crossing.rank_after)} place"
        return f"{what}, {category_text(crossing.category)}: passes {names}"
    if milestone.days is not None:
        where = "in this flight" if milestone.counts is Kind.FLIGHT else "in all"
        return f"{milestone.days} days {where}"
    if milestone.kind is MilestoneKind.OWN:
        return printable(milestone.title, LONGEST_TITLE)
    return "launch" if milestone.kind is MilestoneKind.LAUNCH else "return"


def own_texts(own: Ownership, about: Flight | PlannedLaunch | None) -> Iterator[str]:
    """Say what of a flight, or of a launch without crew, is the user's, each in a line."""
    if about is None or own is NOTHING_OWN:
        return
    if (mission := own.mission_of(about)) is not None:
        yield f"stated by you in {_mission_text(own, mission)}"
    corrections = own.corrections(about) if isinstance(about, Flight) else ()
    for one in corrections:
        has = "none" if one.catalogue is None else one.catalogue
        fact = one.fact.replace("_", " ")
        yield f"{fact} by you in {_mission_text(own, one.mission)}; the catalogue has {has}"


def _mission_text(own: Ownership, mission: str) -> str:
    return f"'{printable(own.titles.get(mission, mission), LONGEST_TITLE)}'"


def milestone_time(milestone: Milestone) -> str:
    """Write when a milestone comes, as exactly as that is known."""
    if milestone.at is None or milestone.at_latest is None:
        return ""
    if milestone.moment is not None:
        return moment_text(milestone.moment)
    return span_of_instants(milestone.at, milestone.at_latest)


def span_of_instants(first: Instant, last: Instant) -> str:
    """Write an instant, a minute, or the dates between which it lies: no more than is known."""
    if first == last:
        return iso(first)
    if last - first < HOUR:
        return f"{iso(first)[:16]}Z"
    return " to ".join(dict.fromkeys((iso(first)[:10], iso(last)[:10])))


def seconds_text(seconds: int) -> str:
    """Write an exact length of time."""
    return _length(seconds, seconds, Precision.SECOND)


def problem_text(problem: Problem, source: str = "") -> str:
    """Say where a file is wrong, what stands there, and why that cannot be.

    ``source`` is the folder or archive that the file is in, where that is not plain.
    """
    place = printable(problem.file, LONGEST_PATH)
    if source and not source.endswith(problem.file):
        place = f"{printable(source, LONGEST_PATH)}: {place}"
    if problem.line is not None:
        place += f":{problem.line}"
    if problem.field:
        place += f": {problem.field}"
    value = f" '{printable(problem.value)}'" if problem.value else ""
    return f"{place}:{value} {problem.reason}"


def bundled_instead(wrong: FileProblemsError, source: str) -> str:
    """Say why the catalogue that was put in place of the bundled one is not used."""
    return f"{problem_text(wrong.problems[0], source)}; the bundled catalogue is used"


def problems_text(problems: Sequence[Problem]) -> str:
    """Say the first thing that is wrong with a file, and how to see the others."""
    left = len(problems) - 1
    others = f" (and {left} more: countdown check names them)" if left else ""
    return problem_text(problems[0]) + others


def own_left_out(problems: Sequence[Problem]) -> str:
    """Say why missions of the user are not laid over the catalogue."""
    return f"{problems_text(problems)}; your missions that cannot be used are left out"
