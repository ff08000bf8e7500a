"""What a reading costs: an ordinary second's, and a jump to any instant with all ranks.

On the bundled catalogue, and on synthetic ones ten and a hundred times as large: the same people
again and again, each copy's flights moved by a little. Beside them a brute-force recount of the
same ranks. Aims on the bundled one: 100 µs a second, 2 ms a jump.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from typing import TYPE_CHECKING

from countdown.core.catalogue import Catalogue
from countdown.core.durations import Span
from countdown.core.flights import End, Flight
from countdown.core.moments import Instant, Moment, iso, parse_instant
from countdown.core.readings import Mission, read
from countdown.core.records import Category, Kind
from countdown.data.catalogue_files import load_catalogue
from countdown.data.resources import bundled_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECONDS = 2_000
JUMPS = 200
FIRST, LAST = parse_instant("1963-06-20"), parse_instant("2026-11-01")
KELLY_YEAR = parse_instant("2015-10-16T12:00:00Z")
SECOND_OF, JUMP_OF = "scott-kelly", "valentina-tereshkova"
"""Somebody in orbit, and somebody who stands in six categories ever since."""


def moved(moment: Moment, by: int) -> Moment:
    return moment._replace(
        earliest=Instant(moment.earliest + by), latest=Instant(moment.latest + by)
    )


def enlarged(catalogue: Catalogue, times: int) -> Catalogue:
    """Return a catalogue with every person ``times`` over, each copy flying at other seconds."""
    chance = random.Random(times)
    people = dict(catalogue.people)
    flights: list[Flight] = list(catalogue.flights)
    for copy in range(1, times):
        by = chance.randrange(-5_000_000, 5_000_000)
        for flight in catalogue.flights:
            if flight.end is End.OPEN:
                continue
            identity = f"{flight.person.id}-{copy}"
            person = people.setdefault(identity, flight.person._replace(id=identity))
            launch, stop = moved(flight.launch, by), moved(flight.stop, by)
            flights.append(flight._replace(person=person, launch=launch, landing=stop, stop=stop))
    return Catalogue(
        title=catalogue.title,
        data_date=catalogue.data_date,
        countries=catalogue.countries.values(),
        people=people.values(),
        vehicles=catalogue.vehicles.values(),
        flights=flights,
    )


def recount(catalogue: Catalogue, mission: Mission, at: Instant) -> list[tuple[Category, int]]:
    """Return the person's ranks by adding everybody's flights up anew."""
    person = mission.person
    assert person is not None
    flown = [one for one in catalogue.career(person) if one.has_begun(at)]
    ranks = []
    for category in catalogue.records.categories_of(flown):
        figures: dict[tuple[str, int], list[Span]] = {}
        for flight in catalogue.launched_by(at):
            if category in catalogue.records.categories_of((flight,)):
                number = flight.number if category.kind is Kind.FLIGHT else 0
                figures.setdefault((flight.person.id, number), []).append(flight.span(at))
        totals = {key: Span.total(spans)[:2] for key, spans in figures.items()}
        best = max(total for key, total in totals.items() if key[0] == person.id)
        ranks.append((category, 1 + sum(total > best for total in totals.values())))
    return ranks


def timed(work: Callable[[Instant], object], instants: Iterator[Instant]) -> list[float]:
    spent = []
    for at in instants:
        began = time.perf_counter()
        work(at)
        spent.append((time.perf_counter() - began) * 1e6)
    return spent


def measure(name: str, catalogue: Catalogue) -> None:
    flying = Mission.of_person(catalogue, catalogue.people[SECOND_OF])
    read(flying, KELLY_YEAR)
    seconds = timed(lambda at: read(flying, at), (Instant(KELLY_YEAR + n) for n in range(SECONDS)))
    mission = Mission.of_person(catalogue, catalogue.people[JUMP_OF])
    read(mission, LAST)
    chance = random.Random(1)
    instants = [Instant(chance.randrange(FIRST, LAST)) for _ in range(JUMPS)]
    jumps = timed(lambda at: read(mission, at), iter(instants))
    some = instants[: max(3, JUMPS // (len(catalogue.flights) // 100))]
    recounts = timed(lambda at: recount(catalogue, mission, at), iter(some))
    for at in some:
        ranks = [(one.category, one.rank) for one in read(mission, at).ranks]
        if ranks != recount(catalogue, mission, at):
            raise SystemExit(f"the ranks at {iso(at)} are not those of a recount")
    print(
        f"{name:>12} {len(catalogue.people):>8,} people {len(catalogue.flights):>9,} flights"
        f" {statistics.median(seconds):>9.0f} {max(seconds):>9.0f}"
        f" {statistics.median(jumps) / 1e3:>9.2f} {max(jumps) / 1e3:>9.2f}"
        f" {statistics.median(recounts) / 1e3:>11.1f}"
    )


def main() -> int:
    bundled = load_catalogue(bundled_catalogue())
    print(f"{'':51}{'second, µs':>12}{'':8}{'jump, ms':>10}{'':8}{'recount, ms':>12}")
    print(f"{'':51}{'median':>10}{'max':>10}{'median':>10}{'max':>10}{'median':>12}")
    for name, times in (("bundled", 1), ("10 times", 10), ("100 times", 100)):
        measure(name, bundled if times == 1 else enlarged(bundled, times))
    return 0


if __name__ == "__main__":
    sys.exit(main())
