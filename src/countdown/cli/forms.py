"""The JSON answers: a promise to scripts, so fields are only ever added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from countdown.cli.texts import countdown_text, span_text
from countdown.core.flights import PlannedLaunch
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import iso
from countdown.core.ownership import NOTHING_OWN
from countdown.core.records import Kind

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.explanations import Match
    from countdown.core.flights import Flight, Person
    from countdown.core.forecasts import Forecast
    from countdown.core.history import Change
    from countdown.core.milestones import Milestone
    from countdown.core.moments import Instant
    from countdown.core.ownership import Ownership, Value
    from countdown.core.readings import Countdown, Counter, Reading
    from countdown.core.records import Category, Rank
    from countdown.core.standings import Standing

SCHEMA = 1

Form = dict[str, Any]


def answer(catalogue: Catalogue, at: Instant, **fields: object) -> Form:
    """Return what every answer begins with, then its own fields."""
    return {"schema": SCHEMA, "at": iso(at), "data_date": str(catalogue.data_date), **fields}


def country_of(catalogue: Catalogue, person: Person, at: Instant) -> str | None:
    """Return the country last flown for by ``at``, or else the first to be flown for."""
    flight = catalogue.flight_at(person, at) or catalogue.next_flight(person, at)
    return flight.country.code if flight else None


def person_form(catalogue: Catalogue, person: Person, at: Instant) -> Form:
    return {
        "id": person.id,
        "name": person.name,
        "country": country_of(catalogue, person, at),
    }


def launch_form(planned: PlannedLaunch) -> Form:
    form: Form = {"id": planned.id, "name": planned.name, "launch": str(planned.launch)}
    return {**form, "no_earlier_than": True} if planned.launch.no_earlier_than else form


def status_form(reading: Reading, own: Ownership = NOTHING_OWN) -> Form:
    """Return all of a reading but its places and its records passed; ``own`` is the user's."""
    coming = reading.next_launch
    form: Form = {
        "data_date": str(reading.data_date),
        "phase": reading.phase,
        "unconfirmed": reading.unconfirmed,
        "flight": _flight_form(reading.flight) if reading.flight else None,
        "next_launch": str(coming.launch) if coming else None,
        "counters": {
            "flight": _counter_form(reading.flight_counter),
            "career": _counter_form(reading.career_counter),
        },
        "countdowns": [_countdown_form(one, reading) for one in reading.countdowns],
    }
    if reading.as_of is not None:
        form["as_of"] = iso(reading.as_of)
    if reading.uncertain:
        form["uncertain"] = True
    if reading.own_passed:
        form["own_passed"] = [_countdown_form(one, reading) for one in reading.own_passed]
    return {**form, **_own_form(own, reading.flight or reading.next_launch)}


def _own_form(own: Ownership, about: Flight | PlannedLaunch | None) -> Form:
    """Say what is the user's of a flight, or of a launch without crew; nothing where nothing is."""
    if about is None or own is NOTHING_OWN:
        return {}
    form: Form = {"own": True} if own.is_own(about) else {}
    corrections = () if isinstance(about, PlannedLaunch) else own.corrections(about)
    if corrections:
        form["corrected"] = [
            {
                "fact": one.fact,
                "catalogue": None if one.catalogue is None else _fact_value(one.catalogue),
                "mission": own.titles.get(one.mission, one.mission),
            }
            for one in corrections
        ]
    return form


def _fact_value(value: Value) -> str | bool:
    return value if isinstance(value, str | bool) else str(value)


def places_form(reading: Reading) -> Form:
    """Return the records this flight has brought, and the places held."""
    return {
        "passed": [_countdown_form(one, reading) for one in reading.passed],
        "ranks": [_rank_form(rank) for rank in reading.ranks],
    }


def _flight_form(flight: Flight) -> Form:
    form: Form = {
        "number": flight.number,
        "launch": str(flight.launch),
        "launch_vehicle": flight.up.name,
        "landing": str(flight.landing) if flight.landing else None,
        "landing_vehicle": flight.down.name if flight.down else None,
    }
    if flight.planned_return is not None:
        form["planned_return"] = str(flight.planned_return)
    return form


def _counter_form(counter: Counter) -> Form:
    span = counter.span
    form: Form = {
        "seconds": span.seconds,
        "seconds_max": span.seconds_max,
        "text": span_text(span),
        "days": span.days,
        "days_max": span.days_max,
        "nth_day": span.nth_day,
        "nth_day_max": span.nth_day_max,
    }
    if counter.age is not None:
        form["calendar_dates"] = counter.calendar_dates
        form["age"] = counter.age._asdict()
    return form


def _countdown_form(countdown: Countdown, reading: Reading) -> Form:
    milestone = countdown.milestone
    if milestone.at is None or milestone.at_latest is None:
        return {"kind": milestone.kind, "at": None, "text": countdown_text(countdown)}
    form: Form = {"kind": milestone.kind, **_what(milestone)}
    if milestone.kind is MilestoneKind.LAUNCH:
        form["vehicle"] = _vehicle_name(reading.next_launch)
    at = iso(milestone.at)
    form |= {
        "at": at,
        "at_latest": at if milestone.at_latest == milestone.at else iso(milestone.at_latest),
        "seconds": countdown.seconds,
        "seconds_max": countdown.seconds_max,
        "text": countdown_text(countdown),
    }
    if milestone.if_still_in_orbit:
        form["if_still_in_orbit"] = True
    if milestone.moment is not None and milestone.moment.no_earlier_than:
        form["no_earlier_than"] = True
    return form


def _vehicle_name(launch: Flight | PlannedLaunch | None) -> str | None:
    if launch is None:
        return None
    return launch.name if isinstance(launch, PlannedLaunch) else launch.up.name


def _what(milestone: Milestone) -> Form:
    if milestone.crossing is not None:
        crossing = milestone.crossing
        form: Form = {
            **_category_form(crossing.category),
            "passes": [person.id for person in crossing.passes],
        }
        if milestone.kind is MilestoneKind.RANK:
            form["rank_after"] = crossing.rank_after
        return form
    if milestone.days is not None and milestone.counts is not None:
        return {"counts": milestone.counts, "days": milestone.days}
    if milestone.kind is MilestoneKind.OWN:
        return {"title": milestone.title}
    return {}


def _category_form(category: Category) -> Form:
    return {"category": category.kind, "scope": category.scope}


def _rank_form(rank: Rank) -> Form:
    form = {**_category_form(rank.category), "rank": rank.rank}
    return {**form, "uncertain": True} if rank.uncertain else form


def people_form(catalogue: Catalogue, flights: tuple[Flight, ...], at: Instant) -> list[Form]:
    """Return who is in orbit, one entry a person."""
    forms = []
    for flight in flights:
        span = flight.span(at)
        forms.append(
            {
                "id": flight.person.id,
                "name": flight.person.name,
                "country": flight.country.code,
                "launch": str(flight.launch),
                "vehicle": flight.up.name,
                "seconds": span.seconds,
                "seconds_max": span.seconds_max,
                "uncertain": flight.is_uncertain(at),
                "unconfirmed": catalogue.is_unconfirmed(at),
            }
        )
    return forms


def standings_form(category: Category, standings: tuple[Standing, ...]) -> Form:
    rows = []
    for one in standings:
        row: Form = {
            "rank": one.rank,
            "person": one.person.id,
            "name": one.person.name,
            "seconds": one.span.seconds,
            "seconds_max": one.span.seconds_max,
            "in_orbit": one.in_orbit,
            "uncertain": one.uncertain,
        }
        if category.kind is Kind.FLIGHT and one.flight is not None:
            row["launch"] = str(one.flight.launch)
        rows.append(row)
    return {**_category_form(category), "standings": rows}


def history_form(category: Category, changes: tuple[Change, ...]) -> Form:
    return {
        **_category_form(category),
        "changes": [
            {
                "at": iso(one.at),
                "at_latest": iso(one.at_latest),
                "persons": [person.id for person in one.persons],
                "passes": [person.id for person in one.passes],
                "mark_seconds": one.mark_seconds,
                "mark_seconds_max": one.mark_seconds_max,
            }
            for one in changes
        ],
    }


def match_form(match: Match) -> Form:
    reckoning = match.reckoning
    return {
        "counts": reckoning.counts,
        "launch": str(reckoning.flight.launch) if reckoning.flight else None,
        "rule": reckoning.rule,
        "from": iso(match.since),
        "until": iso(match.until),
        "certain": match.certain,
    }


def forecast_form(forecast: Forecast, reason: str | None) -> Form:
    ending = forecast.flight.known_return if forecast.flight else None
    return {
        "return": str(ending) if ending else None,
        "crossings": [_crossing_form(one) for one in forecast.crossings],
        "out_of_reach": [
            {
                **_category_form(one.category),
                "mark_seconds": one.mark_seconds,
                "needs_return_after": iso(one.needs_return_after)
                if one.needs_return_after is not None
                else None,
            }
            for one in forecast.out_of_reach
        ],
        "reason": reason,
    }


def _crossing_form(milestone: Milestone) -> Form:
    assert milestone.crossing is not None
    crossing = milestone.crossing
    return {
        "kind": milestone.kind,
        **_what(milestone),
        "at": iso(crossing.at),
        "at_latest": iso(crossing.at_latest),
        "rank_after": crossing.rank_after,
        "if_still_in_orbit": milestone.if_still_in_orbit,
    }
