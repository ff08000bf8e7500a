"""The command that writes milestones into a calendar file, and its English."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from countdown.cli import forms, texts
from countdown.cli.commands import print_answer
from countdown.core.durations import Span
from countdown.core.errors import CountdownError, printable
from countdown.core.flights import Flight, Person, PlannedLaunch
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import HOUR, Moment, Precision, iso
from countdown.core.readings import Mission, Phase, read
from countdown.core.records import Kind
from countdown.data.calendar_files import Wording, calendar_text, entries_of, write_calendar

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from countdown.core.agenda import Appointment
    from countdown.core.catalogue import Catalogue
    from countdown.core.climbs import Crossing
    from countdown.core.milestones import Milestone
    from countdown.core.moments import Instant
    from countdown.core.readings import Reading


class NothingAheadError(CountdownError):
    """There is nothing to put into a calendar; the message says why."""


def write(options: argparse.Namespace, catalogue: Catalogue, at: Instant, *, stamp: Instant) -> int:
    """Write what is counted down to into a calendar file, made at ``stamp``.

    What is past at ``at`` is left out: who imported it while it was to come has it.
    """
    subject = catalogue.find_subject(options.what)
    if isinstance(subject, Person):
        mission = Mission.of_person(catalogue, subject)
        about = {"person": forms.person_form(catalogue, subject, at)}
    else:
        mission = Mission.of_plan(catalogue, subject)
        about = {"launch": forms.launch_form(subject)}
    reading = read(mission, at, with_ranks=False)
    name = printable(subject.name, texts.LONGEST_TITLE)
    entries = entries_of(reading, partial(_wording, catalogue, reading))
    if not entries:
        raise NothingAheadError(f"{name}: nothing to write: {_why(reading)}")
    text = calendar_text(f"{subject.name}: milestones", entries, stamp)
    write_calendar(Path(options.out), text)
    form = forms.answer(catalogue, at, **about, file=options.out, count=len(entries))
    what = "1 milestone" if len(entries) == 1 else f"{len(entries)} milestones"
    line = f"{what} of {name} written to {printable(options.out, 200)}"
    return print_answer(options, form, [line])


def _why(reading: Reading) -> str:
    ended = reading.flight.landing if reading.flight else None
    match reading.phase:
        case Phase.LANDED | Phase.DIED_IN_FLIGHT:
            return f"the flight ended {ended}, and no other is known"
        case Phase.LANDING_UNCONFIRMED:
            return "the facts are too old to say whether the flight goes on"
        case Phase.BEFORE_LAUNCH if reading.next_launch is not None:
            planned = texts.moment_text(reading.next_launch.launch)
            return f"the launch was planned for {planned}, and no flight of it is known"
        case _:
            return "no time of anything to come is known"


def _wording(catalogue: Catalogue, reading: Reading, one: Appointment) -> Wording:
    description = "\n".join(_description(catalogue, one, reading))
    return Wording(_summary(one.about, one.milestone), description)


def _summary(about: Flight | PlannedLaunch, milestone: Milestone) -> str:
    name = about.person.name if isinstance(about, Flight) else about.name
    if (crossing := milestone.crossing) is not None:
        passed = texts.listed([person.name for person in crossing.passes])
        return f"{name} passes {passed}: {_place(crossing)}"
    if milestone.days is not None:
        return f"{name}: {texts.milestone_text(milestone)}"
    if milestone.kind is MilestoneKind.LAUNCH:
        return (
            f"{name}: launch on {about.up.name}" if isinstance(about, Flight) else f"{name}: launch"
        )
    return f"{name}: {milestone.title or 'return'}"


def _place(crossing: Crossing) -> str:
    place = "record" if crossing.is_record else f"{texts.ordinal(crossing.rank_after)} place"
    return f"{place}, {texts.category_text(crossing.category)}"


def _description(catalogue: Catalogue, one: Appointment, reading: Reading) -> Iterator[str]:
    milestone, about = one.milestone, one.about
    if (crossing := milestone.crossing) is not None:
        yield f"The mark: {_mark(crossing)}; equalled then, and passed in the second after."
    elif milestone.days is not None:
        whole = "of this flight" if milestone.counts is Kind.FLIGHT else "of all flights together"
        yield f"{milestone.days} days {whole} are complete then."
    elif milestone.own is not None and milestone.own.note:
        yield milestone.own.note
    yield f"Time: {_time(one.moment)}."
    if milestone.if_still_in_orbit:
        yield "If still in orbit: no return is announced."
    elif one.tentative:
        yield "Planned."
    if isinstance(about, Flight):
        yield f"Flight: launched on {about.up.name}, {about.launch}."
    else:
        yield f"Launch: {about.name}, {texts.moment_text(about.launch)}; the crew is not named."
    unconfirmed = "; unconfirmed since then" if reading.unconfirmed else ""
    yield f"Facts as of {reading.data_date}{unconfirmed}."
    yield f"Source: {'; '.join(_sources(catalogue, about, milestone))}."


def _mark(crossing: Crossing) -> str:
    least, most = crossing.mark_seconds, crossing.mark_seconds_max
    precision = Precision.DAY if most - least >= HOUR else Precision.MINUTE
    return texts.span_text(Span(least, most, precision if most > least else Precision.SECOND))


def _time(moment: Moment) -> str:
    if moment.precision is Precision.SECOND or Moment.parse(str(moment))[:3] == moment[:3]:
        return texts.moment_text(moment)
    return f"between {iso(moment.earliest)} and {iso(moment.latest)}"


def _sources(
    catalogue: Catalogue, about: Flight | PlannedLaunch, milestone: Milestone
) -> Iterator[str]:
    """Name the catalogue, and where it has the times from that this one depends on."""
    if milestone.own is not None:
        title = catalogue.own.titles.get(milestone.own.mission, milestone.own.mission)
        yield f"stated by you in '{title}'"
        return
    yield catalogue.title
    yield from texts.own_texts(catalogue.own, about)
    if isinstance(about, PlannedLaunch):
        return
    if about.up.source:
        yield f"launch: {about.up.source}"
    if milestone.kind is MilestoneKind.RETURN and about.down and about.down.source:
        yield f"landing: {about.down.source}"
