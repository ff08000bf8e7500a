"""The commands that print text: each makes one answer, as JSON or as lines."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from countdown.cli import forms, texts
from countdown.cli.arguments import whole_option
from countdown.core.moments import iso
from countdown.core.readings import Mission, Phase, read
from countdown.core.records import Kind

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from countdown.core.catalogue import Catalogue
    from countdown.core.moments import Instant, Moment
    from countdown.core.readings import Countdown, Reading

_MOST_ROWS = 100_000
_ENDS = {Phase.IN_ORBIT: "comes down on", Phase.DIED_IN_FLIGHT: "died on"}


def print_answer(options: argparse.Namespace, form: forms.Form, lines: Iterable[str]) -> int:
    """Print an answer as JSON or as lines, whichever was asked for."""
    print(json.dumps(form) if options.json else "\n".join(lines))
    return 0


def status(options: argparse.Namespace, catalogue: Catalogue, at: Instant) -> int:
    """One person's reading, or that of everyone in orbit."""
    if options.who is not None:
        person = catalogue.find_person(options.who)
        reading = read(Mission.of_person(catalogue, person), at)
        form = forms.answer(
            catalogue,
            at,
            person=forms.person_form(catalogue, person, at),
            **forms.status_form(reading, catalogue.own),
            **forms.places_form(reading),
        )
        return print_answer(options, form, _status_lines(catalogue, person.name, reading))
    readings = [
        (flight.person, read(Mission.of_person(catalogue, flight.person), at, with_ranks=False))
        for flight in catalogue.in_orbit(at)
    ]
    statuses = [
        forms.answer(
            catalogue,
            at,
            person=forms.person_form(catalogue, person, at),
            **forms.status_form(reading, catalogue.own),
        )
        for person, reading in readings
    ]
    lines = chain(
        [f"{texts.in_orbit_text(len(readings))}, {as_of(catalogue, at)}"],
        *(
            chain([""], _status_lines(catalogue, person.name, reading))
            for person, reading in readings
        ),
    )
    return print_answer(options, forms.answer(catalogue, at, statuses=statuses), lines)


def as_of(catalogue: Catalogue, at: Instant) -> str:
    """Say what instant an answer is for, and how old its facts are."""
    return _as_of(at, catalogue.data_date, unconfirmed=catalogue.is_unconfirmed(at))


def _as_of(at: Instant, facts: Moment, *, unconfirmed: bool) -> str:
    since = f"; unconfirmed since {facts}" if unconfirmed else ""
    return f"{iso(at)}; facts as of {facts}{since}"


def _status_lines(catalogue: Catalogue, name: str, reading: Reading) -> Iterable[str]:
    flight = reading.flight
    who = f"{name} ({flight.country.code})" if flight else name
    facts = _as_of(reading.at, reading.data_date, unconfirmed=reading.unconfirmed)
    yield f"{who}: {texts.PHASES[reading.phase]}, {facts}"
    if reading.as_of is not None:
        yield f"  counters stand still as of {iso(reading.as_of)}"
    if flight is not None:
        yield f"  {texts.ordinal(flight.number)} flight, up on {flight.up.name}, {flight.launch}"
        if flight.landing is not None and flight.down is not None:
            ended = _ENDS.get(reading.phase, "came down on")
            yield f"  {ended} {flight.down.name}, {flight.landing}"
    for line in texts.own_texts(catalogue.own, flight or reading.next_launch):
        yield f"  {line}"
    for label, counter in (("flight", reading.flight_counter), ("career", reading.career_counter)):
        span = counter.span
        known = 0 < span.nth_day == span.nth_day_max
        day = f"{texts.ordinal(span.nth_day)} day" if known else ""
        yield f"  {label}  {texts.span_text(span):>18}  {day}".rstrip()
    passed = (*reading.passed, *reading.own_passed)
    for title, countdowns in (("to come", reading.countdowns), ("passed", passed)):
        if countdowns:
            yield f"  {title}:"
            yield from (_countdown_line(one) for one in countdowns)
    if reading.ranks:
        ranks = (f"{texts.category_text(one.category)} {one.rank}" for one in reading.ranks)
        yield f"  ranks: {', '.join(ranks)}"


def _countdown_line(countdown: Countdown) -> str:
    milestone = countdown.milestone
    when = texts.milestone_time(milestone)
    doubt = "  (if still in orbit)" if milestone.if_still_in_orbit else ""
    what = texts.milestone_text(milestone)
    return f"    {texts.countdown_text(countdown):>19}  {when:20}  {what}{doubt}"


def people(options: argparse.Namespace, catalogue: Catalogue, at: Instant) -> int:
    """Who is in orbit."""
    flights = catalogue.in_orbit(at)
    form = forms.answer(catalogue, at, people=forms.people_form(catalogue, flights, at))
    lines = [f"{texts.in_orbit_text(len(flights))}, {as_of(catalogue, at)}"]
    lines += [
        f"{texts.span_text(one.span(at)):>18}  {one.country.code}  {one.person.name}, "
        f"{one.up.name}, {one.known_return or texts.NOT_ANNOUNCED}"
        for one in flights
    ]
    return print_answer(options, form, lines)


def standings(options: argparse.Namespace, catalogue: Catalogue, at: Instant) -> int:
    """The ranks of a category, ties in full."""
    top = whole_option("--top", options.top, 1, _MOST_ROWS)
    category = catalogue.records.category(Kind(options.category), options.scope)
    rows = tuple(one for one in catalogue.records.standings(category, at) if one.rank <= top)
    form = forms.answer(catalogue, at, **forms.standings_form(category, rows))
    lines = [f"{texts.category_text(category)}, {as_of(catalogue, at)}"]
    for one in rows:
        marks = (" in orbit" if one.in_orbit else "") + (" uncertain" if one.uncertain else "")
        launch = f", launched {one.flight.launch}" if one.flight else ""
        lines.append(
            f"{one.rank:4}  {texts.span_text(one.span):>18}  {one.person.name}{launch}{marks}"
        )
    return print_answer(options, form, lines)
