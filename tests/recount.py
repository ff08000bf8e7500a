"""The rules of counting once more, slowly and from the written text: what tests compare with.

Nothing here calls the code that it checks; it reads the catalogue's bare facts alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.flights import Sex
from countdown.core.ownership import key_of
from countdown.core.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.moments import Moment
    from countdown.core.records import Category

YEAR = 365 * 86_400
Pair = tuple[int, int]


def believed_end(catalogue: Catalogue, flight: Flight) -> Pair:
    """When a counter stands still: the landing, the planned return, or data_date + 365 days.

    What a user states of a flight is newer: 365 days from the statement, or from the launch.
    """
    limit = catalogue.data_date.earliest + YEAR
    stated_on = catalogue.own.stated_on.get(key_of(flight))
    if stated_on is not None:
        limit = max(limit, stated_on.earliest + YEAR, flight.launch.latest + YEAR)
    ending = flight.landing or flight.planned_return
    if ending is None or (flight.landing is None and ending.latest > limit):
        return limit, limit
    return ending.earliest, ending.latest


def pair(catalogue: Catalogue, flight: Flight, at: int) -> Pair:
    """The seconds of one flight by ``at``, least and most."""
    end_min, end_max = believed_end(catalogue, flight)
    least = max(0, min(at, end_min) - flight.launch.latest)
    most = max(0, min(at, end_max) - flight.launch.earliest)
    return least, most


def in_scope(flight: Flight, scope: str) -> bool:
    if scope == "world":
        return True
    if scope == "women":
        return flight.person.sex is Sex.FEMALE
    return {"SU": "RU"}.get(flight.country.code, flight.country.code) == scope


class Place(NamedTuple):
    """One line of a ranking, by recount."""

    rank: int
    person: str
    flights: tuple[Flight, ...]
    seconds: int
    seconds_max: int


def contenders(
    catalogue: Catalogue, category: Category, at: int | None = None
) -> list[tuple[Flight, ...]]:
    """The flights of each row: one each, or a whole career; only those launched by ``at``."""
    counted = [
        one
        for one in catalogue.flights
        if in_scope(one, category.scope) and (at is None or one.launch.earliest <= at)
    ]
    if category.kind is Kind.FLIGHT:
        return [(one,) for one in counted]
    people = dict.fromkeys(one.person.id for one in counted)
    return [tuple(one for one in counted if one.person.id == who) for who in people]


def total(catalogue: Catalogue, flights: Iterable[Flight], at: int) -> Pair:
    pairs = [pair(catalogue, one, at) for one in flights]
    return sum(least for least, _ in pairs), sum(most for _, most in pairs)


def ranking(catalogue: Catalogue, category: Category, at: int) -> list[Place]:
    """Everyone launched by ``at``; a rank is one more than the number of those who have more."""
    rows = [
        (total(catalogue, flights, at), flights) for flights in contenders(catalogue, category, at)
    ]
    figures = sorted((figure for figure, _ in rows), reverse=True)
    first_place = {figure: figures.index(figure) + 1 for figure in set(figures)}
    places = [
        Place(first_place[figure], flights[0].person.id, flights, *figure)
        for figure, flights in rows
    ]
    return sorted(places)


def exact_seconds(flights: Sequence[Flight], at: int) -> int:
    """The figure of a row all of whose instants are exact; an open flight goes on."""
    seconds = 0
    for one in flights:
        ending = one.landing or one.planned_return
        end = at if ending is None else min(at, ending.earliest)
        seconds += max(0, end - one.launch.earliest)
    return seconds


class Passing(NamedTuple):
    """Something a second-by-second scan saw: at ``at`` they are level, and then passed."""

    at: int
    passes: tuple[str, ...]
    rank_after: int


def scan(catalogue: Catalogue, flight: Flight, category: Category, until: int) -> list[Passing]:
    """Watch a flight of a catalogue without unknowns second by second, from launch to its end.

    A person's rank in the single flight is that of the best one, so what stays below a former
    best is no new place; only a record is set anew by who holds it.
    """
    ending = flight.landing or flight.planned_return
    end = until if ending is None else min(until, ending.earliest)
    rivals: list[tuple[Flight, ...]] = []
    mine: tuple[Flight, ...] = ()
    for flights in contenders(catalogue, category):
        is_me = flights[0].person.id == flight.person.id
        if is_me and (category.kind is Kind.CAREER or flights[0] == flight):
            mine = tuple(one for one in flights if one.launch.earliest <= flight.launch.earliest)
        else:
            rivals.append(flights)
    former_best = 0
    if category.kind is Kind.FLIGHT:
        own = [one for one in rivals if one[0].person.id == flight.person.id]
        former_best = max(
            (exact_seconds(one, end) for one in own if one[0].number < flight.number), default=0
        )
    seen: list[Passing] = []
    launch = flight.launch.earliest
    ahead = {
        place
        for place, rival in enumerate(rivals)
        if exact_seconds(rival, launch) > exact_seconds(mine, launch)
    }
    for now in range(launch, end):
        my_next = exact_seconds(mine, now + 1)
        passed = {place for place in ahead if exact_seconds(rivals[place], now + 1) < my_next}
        if not passed:
            continue
        ahead -= passed
        left = len(ahead)
        if my_next > former_best and (my_next - 1 > former_best or left == 0):
            names = {rivals[place][0].person.id for place in passed}
            seen.append(Passing(now, tuple(sorted(names)), left + 1))
    return seen


def chosen(moment: Moment, share: float) -> int:
    """One of the exact instants that a moment can be; ``share`` says how far into it."""
    return moment.earliest + int((moment.latest - moment.earliest) * share)
