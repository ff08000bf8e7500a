"""The command that writes a person's milestones into a calendar file, and its English."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from countdown.cli import forms, texts
from countdown.cli.commands import print_answer
from countdown.core.durations import Span
from countdown.core.errors import CountdownError, printable
from countdown.core.flights import Flight
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import HOUR, Moment, Precision, iso
from countdown.core.ownership import key_of
from countdown.core.readings import Mission, Phase, read
from countdown.core.records import Kind
from countdown.data.calendar_files import (
    Entry,
    calendar_text,
    moment_of,
    uid_of,
    write_calendar,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from countdown.core.catalogue import Catalogue
    from countdown.core.climbs import Crossing
    from countdown.core.flights import PlannedLaunch
    from countdown.core.milestones import Milestone
    from countdown.core.moments import Instant
    from countdown.core.readings import Reading


class NothingAheadError(CountdownError):
    """There is nothing to put into a calendar; the message says why."""


def write(options: argparse.Namespace, catalogue: Catalogue, at: Instant) -> int:
    """Write what is counted down to into a calendar file.

    What is past at ``at`` is left out: who imported it while it was to come has it.
    """
    person = catalogue.find_person(options.who)
    reading = read(Mission.of_person(catalogue, person), at, with_ranks=False)
    entries = tuple(_entries(catalogue, reading))
    if not entries:
        raise NothingAheadError(f"{person.name}: nothing to write: {_why(reading)}")
    text = calendar_text(f"{person.name}: milestones", entries, at, reading.data_date)
    write_calendar(Path(options.out), text)
    form = forms.answer(
        catalogue,
        at,
        person=forms.person_form(catalogue, person, at),
        file=options.out,
        count=len(entries),
    )
    what = "1 milestone" if len(entries) == 1 else f"{len(entries)} milestones"
    line = f"{what} of {person.name} written to {printable(options.out, 200)}"
    return print_answer(options, form, [line])


def _why(reading: Reading) -> str:
    ended = reading.flight.landing if reading.flight else None
    match reading.phase:
        case Phase.LANDED | Phase.DIED_IN_FLIGHT:
            return f"the flight ended {ended}, and no other is known"
        case Phase.LANDING_UNCONFIRMED:
            return "the facts are too old to say whether the flight goes on"
        case _:
            return "no time of anything to come is known"


def _entries(catalogue: Catalogue, reading: Reading) -> Iterator[Entry]:
    """Yield an entry for each milestone whose time is known."""
    for countdown in reading.countdowns:
        milestone = countdown.milestone
        flight = _flight_of(milestone, reading)
        moment = moment_of(milestone)
        if moment is not None and isinstance(flight, Flight):
            yield Entry(
                uid_of(flight, milestone),
                moment,
                _summary(flight, milestone),
                "\n".join(_description(catalogue, flight, milestone, moment, reading)),
                tentative=_may_not_be(flight, milestone),
            )


def _flight_of(milestone: Milestone, reading: Reading) -> Flight | PlannedLaunch | None:
    """Return what a milestone is of: the flight that is shown, or the one to come."""
    flight, coming = reading.flight, reading.next_launch
    if flight is None or milestone.kind is MilestoneKind.LAUNCH:
        return coming
    is_coming = milestone.own is not None and milestone.own.about != key_of(flight)
    return coming if is_coming else flight


def _may_not_be(flight: Flight, milestone: Milestone) -> bool:
    """Say whether a milestone is a plan, or needs a flight that goes on."""
    plan = milestone.moment is not None and milestone.moment.no_earlier_than
    planned_return = milestone.kind is MilestoneKind.RETURN and flight.landing is None
    return milestone.if_still_in_orbit or plan or planned_return


def _summary(flight: Flight, milestone: Milestone) -> str:
    name = flight.person.name
    if (crossing := milestone.crossing) is not None:
        passed = texts.listed([person.name for person in crossing.passes])
        return f"{name} passes {passed}: {_place(crossing)}"
    if milestone.days is not None:
        return f"{name}: {texts.milestone_text(milestone)}"
    if milestone.kind is MilestoneKind.LAUNCH:
        return f"{name}: launch on {flight.up.name}"
    if milestone.kind is MilestoneKind.OWN:
        return f"{name}: {milestone.title}"
    return f"{name}: return"


def _place(crossing: Crossing) -> str:
    place = "record" if crossing.is_record else f"{texts.ordinal(crossing.rank_after)} place"
    return f"{place}, {texts.category_text(crossing.category)}"


def _description(
    catalogue: Catalogue, flight: Flight, milestone: Milestone, moment: Moment, reading: Reading
) -> Iterator[str]:
    if (crossing := milestone.crossing) is not None:
        yield f"The mark: {_mark(crossing)}; equalled then, and passed in the second after."
    elif milestone.days is not None:
        whole = "of this flight" if milestone.counts is Kind.FLIGHT else "of all flights together"
        yield f"{milestone.days} days {whole} are complete then."
    elif milestone.own is not None and milestone.own.note:
        yield milestone.own.note
    yield f"Time: {_time(moment)}."
    if milestone.if_still_in_orbit:
        yield "If still in orbit: no return is announced."
    elif _may_not_be(flight, milestone):
        yield "Planned."
    yield f"Flight: launched on {flight.up.name}, {flight.launch}."
    unconfirmed = "; unconfirmed since then" if reading.unconfirmed else ""
    yield f"Facts as of {reading.data_date}{unconfirmed}."
    yield f"Source: {'; '.join(_sources(catalogue, flight, milestone))}."


def _mark(crossing: Crossing) -> str:
    least, most = crossing.mark_seconds, crossing.mark_seconds_max
    precision = Precision.DAY if most - least >= HOUR else Precision.MINUTE
    return texts.span_text(Span(least, most, precision if most > least else Precision.SECOND))


def _time(moment: Moment) -> str:
    if moment.precision is Precision.SECOND or Moment.parse(str(moment))[:3] == moment[:3]:
        return texts.moment_text(moment)
    return f"between {iso(moment.earliest)} and {iso(moment.latest)}"


def _sources(catalogue: Catalogue, flight: Flight, milestone: Milestone) -> Iterator[str]:
    """Name the catalogue, and where it has the times from that this one depends on."""
    if milestone.own is not None:
        title = catalogue.own.titles.get(milestone.own.mission, milestone.own.mission)
        yield f"stated by you in '{title}'"
        return
    yield catalogue.title
    yield from texts.own_texts(catalogue.own, flight)
    if flight.up.source:
        yield f"launch: {flight.up.source}"
    if milestone.kind is MilestoneKind.RETURN and flight.down and flight.down.source:
        yield f"landing: {flight.down.source}"
