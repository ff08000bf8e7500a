"""What the fields of a user's mission are called, and what cannot stand, in words."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from countdown.core.errors import CountdownError
from countdown.core.flights import Flight
from countdown.core.moments import Moment
from countdown.core.own_claims import ConflictKind
from countdown.core.ownership import Fact
from countdown.models import phrases
from countdown.models.mission_draft import Holds, Part
from countdown.models.moment_words import to_the_second
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.flights import PlannedLaunch, Vehicle
    from countdown.core.own_claims import Conflict
    from countdown.models.row_run import Run


def part_title(part: Part) -> str:
    return {
        Part.FLIGHTS: tr("Flights"),
        Part.PEOPLE: tr("New people"),
        Part.VEHICLES: tr("Own launches"),
        Part.COUNTRIES: tr("New countries"),
        Part.FLIGHT_CORRECTIONS: tr("Corrected flights"),
        Part.VEHICLE_CORRECTIONS: tr("Corrected vehicles"),
        Part.MILESTONES: tr("Milestones"),
        Part.HIGHLIGHTS: tr("Highlights"),
        Part.PRESS: tr("Press figures"),
    }[part]


def add_text(part: Part) -> str:
    return {
        Part.FLIGHTS: tr("Add a flight"),
        Part.PEOPLE: tr("Add a person"),
        Part.VEHICLES: tr("Add a launch"),
        Part.COUNTRIES: tr("Add a country"),
        Part.FLIGHT_CORRECTIONS: tr("Correct a flight"),
        Part.VEHICLE_CORRECTIONS: tr("Correct a vehicle"),
        Part.MILESTONES: tr("Add a milestone"),
        Part.HIGHLIGHTS: tr("Add a highlight"),
        Part.PRESS: tr("Add a press figure"),
    }[part]


def part_hint(part: Part) -> str:
    """Say what a part is for, as long as there is nothing in it."""
    return {
        Part.FLIGHTS: tr("Somebody goes up, on a vehicle that is known or of your own"),
        Part.PEOPLE: tr("Whom the catalogue does not know"),
        Part.VEHICLES: tr("What the catalogue does not know; its crew need not be named yet"),
        Part.COUNTRIES: tr("For which nobody flew before"),
        Part.FLIGHT_CORRECTIONS: tr("Another return than the catalogue's, or the first one"),
        Part.VEHICLE_CORRECTIONS: tr("Another launch or landing, for all aboard"),
        Part.MILESTONES: tr("Something else to count down to"),
        Part.HIGHLIGHTS: tr("Something that happened in a flight"),
        Part.PRESS: tr("What a source said, to be compared"),
    }[part]


def shown_words(run: Run, among: int, total: int) -> str:
    """Say how many rows a part has or, where fewer were looked for, how many were found.

    Where not all of them are shown, also which are.
    """
    if not among:
        return tr("Nothing found")
    count = phrases.number(among)
    if run.first or run.last < among:
        first, last = phrases.number(run.first + 1), phrases.number(min(run.last, among))
        count = tr("{first}–{last} of {count}").format(first=first, last=last, count=count)
    return count if among == total else tr("{} found").format(count)


def choices(holds: Holds) -> tuple[tuple[str, str], ...]:
    """Return the values that a field can have, each with what it is called."""
    return {
        Holds.SEX: (("", "–"), ("F", tr("Female")), ("M", tr("Male"))),
        Holds.WHETHER: (("", tr("As the catalogue says")), ("yes", tr("Yes")), ("no", tr("No"))),
        Holds.COUNTS: (
            ("", "–"),
            ("career", tr("Days of all flights")),
            ("flight", tr("Days of one flight")),
            ("flights", tr("Flights")),
        ),
    }[holds]


def field_label(part: Part, name: str) -> str:
    if part is Part.PRESS and name == "flight":
        return tr("Told on flight")
    return {
        "person": tr("Who"),
        "up": tr("Up on"),
        "down": tr("Down on"),
        "country": tr("For"),
        "code": tr("Code"),
        "planned_return": tr("Planned return"),
        "planned_landing": tr("Planned return"),
        "died": tr("Died in flight"),
        "name": tr("Name"),
        "sex": tr("Sex"),
        "spacecraft": tr("Spacecraft"),
        "launch": tr("Launch"),
        "landing": tr("Landing"),
        "station": tr("Station"),
        "note": tr("Note"),
        "source": tr("Source"),
        "flight": tr("Flight"),
        "vehicle": tr("Vehicle"),
        "title": tr("Title"),
        "moment": tr("When"),
        "short": tr("In a word"),
        "counts": tr("Counts"),
        "figure": tr("Figure"),
        "as_of": tr("As of"),
        "words": tr("In its words"),
    }[name]


def conflict_words(conflict: Conflict) -> str:
    """Say why a statement cannot be laid over the catalogue."""
    text = {
        ConflictKind.UNKNOWN_PERSON: tr("Nobody is called “{value}”"),
        ConflictKind.UNKNOWN_VEHICLE: tr("No vehicle is called “{value}”"),
        ConflictKind.UNKNOWN_COUNTRY: tr("No country has the code “{value}”"),
        ConflictKind.UNKNOWN_FLIGHT: tr("There is no such flight"),
        ConflictKind.TAKEN: tr("The catalogue has another one of that name: {other}"),
        ConflictKind.STATED_TWICE: tr("Another statement says otherwise: {other}"),
        ConflictKind.NOT_AFTER_LAUNCH: tr("That is not after the launch, {other}"),
        ConflictKind.OVERLAPS: tr("{other} is not known to be over by then"),
        ConflictKind.NOT_LANDED: tr("No landing of that vehicle is known: state it first"),
        ConflictKind.DIED_NOWHERE: tr("Say on which vehicle the flight ended"),
        ConflictKind.IS_OVER: tr("The flight is over: there is no return to plan"),
        ConflictKind.NO_CREW: tr("Nobody is said to fly on it"),
        ConflictKind.NOT_WITHIN: tr("That is outside the flight"),
    }.get(conflict.kind, tr("This cannot stand"))
    return text.format(value=conflict.value, other=_told(conflict.other))


def _told(other: str) -> str:
    """Return what a statement stands against; a moment as people write it."""
    with suppress(CountdownError):
        return phrases.moment(Moment.parse(other))
    return other


def says_so_too() -> str:
    return tr("The catalogue says so too")


def catalogue_says(one: Flight | Vehicle | PlannedLaunch) -> dict[str, str]:
    """Return what the catalogue says, by the names of the fields of a correction."""
    landing = getattr(one, "landing", None)
    says = {Fact.LANDING.value: to_the_second(landing) if landing else tr("no landing")}
    if not isinstance(one, Flight):
        return {**says, Fact.LAUNCH: to_the_second(one.launch)}
    planned = one.planned_return
    return {
        **says,
        Fact.PLANNED_RETURN: to_the_second(planned) if planned else tr("none"),
        Fact.DOWN: one.down.name if one.down else tr("none"),
    }
