"""The catalogue: everybody who has flown, looked up by name and by instant."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from countdown.core.errors import (
    AmbiguousLaunchError,
    AmbiguousPersonError,
    UnknownLaunchError,
    UnknownPersonError,
)
from countdown.core.flights import (
    Country,
    End,
    Flight,
    Highlight,
    Person,
    PlannedLaunch,
    Vehicle,
)
from countdown.core.moments import DAY, END, FIRST, Instant, Moment, new_tuple
from countdown.core.ownership import NOTHING_OWN, Ownership, key_of
from countdown.core.press import PressFigure
from countdown.core.records import Category, RecordBook

UNCONFIRMED_AFTER: Final = 30 * DAY
"""Seconds after the catalogue's date from which a state is said to be unconfirmed."""
BELIEVED_FOR: Final = 365 * DAY
"""Seconds after the catalogue's date at which a flight without return is no longer counted."""

_CANDIDATES: Final = 8
_UNDECOMPOSED: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae"})
_WORD: Final = re.compile(r"\w+")


def fold(text: str) -> str:
    """Reduce a name to what people type: lower case, no accents, words parted by one space."""
    if text.isascii():  # most names are, and all of them are folded at once by who finds
        plain = text.lower()
    else:
        import unicodedata  # only who looks for such a name pays for it

        decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_UNDECOMPOSED)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(plain.replace("'", "").replace("_", " ")))


def matches_typed(typed: str, folded: str) -> bool:
    """Say whether each word of ``typed`` begins a word of ``folded``, in any order."""
    words = folded.split()
    return all(any(word.startswith(part) for word in words) for part in fold(typed).split())


class Trip(NamedTuple):
    """A flight as a catalogue states it: who, up on what, down on what, for whom."""

    person: Person
    up: Vehicle
    down: Vehicle | None
    country: Country
    planned_return: Moment | None
    died: bool


_LAUNCH: Final = attrgetter("launch.earliest")
_TRIP_LAUNCH: Final = attrgetter("up.launch.earliest")
_LANDED, _DIED = End.LANDED, End.DIED  # of an enumeration itself they are asked for slowly


class Catalogue:
    """An immutable set of facts, as of ``data_date``: nothing is known after that day."""

    own: Ownership = NOTHING_OWN
    """Which of these facts are the user's: set once, by who lays them over another catalogue."""

    def __init__(
        self,
        *,
        title: str,
        data_date: Moment,
        countries: Iterable[Country],
        people: Iterable[Person],
        vehicles: Iterable[Vehicle],
        flights: Iterable[Flight],
        planned: Iterable[PlannedLaunch] = (),
        press: Iterable[PressFigure] = (),
        highlights: Iterable[Highlight] = (),
    ) -> None:
        self.title = title
        self.data_date = data_date
        self.countries: Mapping[str, Country] = {one.code: one for one in countries}
        self.people: Mapping[str, Person] = {one.id: one for one in people}
        self.vehicles: Mapping[str, Vehicle] = {one.id: one for one in vehicles}
        self.flights = tuple(sorted(flights, key=_LAUNCH))
        self.planned = tuple(sorted(planned, key=_LAUNCH))
        self.press = tuple(press)
        self.told = tuple(highlights)
        careers: defaultdict[str, list[Flight]] = defaultdict(list)
        for flight in self.flights:
            careers[flight.person.id].append(flight)
        self._careers = {person: tuple(career) for person, career in careers.items()}
        self.records = RecordBook(self.flights)

    @property
    def unconfirmed_from(self) -> Instant:
        """The last instant at which what the catalogue says needs no warning."""
        return Instant(self.data_date.earliest + UNCONFIRMED_AFTER)

    def is_unconfirmed(self, at: Instant) -> bool:
        """Say whether so much time has passed that the state may well be another."""
        return at > self.unconfirmed_from

    def facts_as_of(self, flight: Flight | PlannedLaunch | None) -> Moment:
        """Return the day that what is known of a flight is of: the user's facts may be newer."""
        stated = self.own.stated_on.get(key_of(flight)) if flight and self.own.stated_on else None
        return self.data_date if stated is None else max(stated, self.data_date)

    def career(self, person: Person) -> tuple[Flight, ...]:
        """Return all flights of a person, by launch; empty for who is not in here."""
        return self._careers.get(person.id, ())

    def career_in(self, person: Person, category: Category) -> tuple[Flight, ...]:
        """Return the person's flights that count in the category's scope."""
        scope = category.scope
        if scope not in self.records.countries:
            return self.career(person)
        return tuple(one for one in self.career(person) if one.country.records_with == scope)

    def highlights(self, flight: Flight) -> tuple[Highlight, ...]:
        """Return what is known to have happened in a flight, by time."""
        found = [
            one
            for one in self.told
            if one.person.id == flight.person.id and one.up.id == flight.up.id
        ]
        return tuple(sorted(found, key=lambda one: (one.moment.earliest, one.moment.latest)))

    @cached_property
    def _crews(self) -> tuple[dict[str, list[Flight]], dict[str, list[Flight]]]:
        """The flights that each vehicle took up, and those it took down."""
        up: dict[str, list[Flight]] = {}
        down: dict[str, list[Flight]] = {}
        for flight in self.flights:
            up.setdefault(flight.up.id, []).append(flight)
            if flight.down is not None:
                down.setdefault(flight.down.id, []).append(flight)
        return up, down

    def crew_up(self, vehicle: Vehicle) -> tuple[Flight, ...]:
        """Return the flights of everyone who went up on a vehicle."""
        return tuple(self._crews[0].get(vehicle.id, ()))

    def crew_down(self, vehicle: Vehicle) -> tuple[Flight, ...]:
        """Return the flights of everyone who came down on a vehicle, or died on its way."""
        return tuple(self._crews[1].get(vehicle.id, ()))

    def flight_at(self, person: Person, at: Instant) -> Flight | None:
        """Return the flight in progress, or else the last one launched by ``at``."""
        begun = [flight for flight in self.career(person) if flight.has_begun(at)]
        return begun[-1] if begun else None

    def next_flight(self, person: Person, at: Instant) -> Flight | None:
        """Return the first flight launched after ``at``."""
        return next((one for one in self.career(person) if not one.has_begun(at)), None)

    def launched_by(self, at: Instant) -> tuple[Flight, ...]:
        """Return every flight launched by ``at``."""
        return self.flights[: bisect_right(self.flights, at, key=_LAUNCH)]

    def launched_after(self, at: Instant) -> tuple[Flight, ...]:
        """Return every flight launched later than ``at``."""
        return self.flights[bisect_right(self.flights, at, key=_LAUNCH) :]

    def in_orbit(self, at: Instant) -> tuple[Flight, ...]:
        """Return the flights of everyone in orbit, the longest up first, crewmates by name."""
        up = [flight for flight in self.launched_by(at) if not flight.has_stopped(at)]
        return tuple(sorted(up, key=lambda one: (one.launch.earliest, one.person.name)))

    @cached_property
    def _changes(self) -> list[int]:
        """Every instant at which somebody starts or stops being in orbit, or should start."""
        ups = {flight.launch.earliest for flight in self.flights}
        plans = {plan.launch.earliest for plan in self.planned}
        downs = {flight.stop.latest + (flight.end is End.OPEN) for flight in self.flights}
        return sorted(ups | downs | plans)

    def steady_around(self, at: Instant) -> tuple[Instant, Instant]:
        """Return from when to when the same people are in orbit as at ``at``."""
        place = bisect_right(self._changes, at)
        since = self._changes[place - 1] if place else FIRST
        until = self._changes[place] if place < len(self._changes) else END
        return Instant(since), Instant(until)

    @cached_property
    def _spellings(self) -> list[tuple[Person, str, tuple[str, ...]]]:
        return [
            (one, fold(one.name), tuple(fold(alias) for alias in one.aliases))
            for one in self.people.values()
        ]

    def spellings(self, person: Person) -> str:
        """Return all spellings of a name, folded, for finding by typing."""
        return " ".join((fold(person.name), *(fold(alias) for alias in person.aliases)))

    def find_person(self, query: str) -> Person:
        """Find who is meant by an id or by words of a name, accents, case and order aside.

        Raises:
            UnknownPersonError: nobody; with the nearest names.
            AmbiguousPersonError: several.
        """
        if (person := self.people.get(query.lower())) is not None:
            return person
        asked = fold(query)
        words = set(asked.split())
        searches = (
            [one for one, name, _ in self._spellings if name == asked],
            [one for one, _, aliases in self._spellings if asked in aliases],
            [
                one
                for one, name, aliases in self._spellings
                if any(words <= set(spelling.split()) for spelling in (name, *aliases))
            ],
        )
        if words:
            for found in searches:
                if len(found) == 1:
                    return found[0]
                if found:
                    raise AmbiguousPersonError(query, tuple(found))
        raise UnknownPersonError(query, self._nearest(asked))

    def _nearest(self, asked: str) -> tuple[Person, ...]:
        if not asked or len(asked) > 100:  # a name is shorter; comparing a novel takes its time
            return ()
        found = [
            one
            for one, name, aliases in self._spellings
            if matches_typed(asked, " ".join((name, *aliases)))
        ]
        if not found:
            import difflib  # only for a name mistyped

            names = {name: one for one, name, _ in self._spellings}
            found = [names[name] for name in difflib.get_close_matches(asked, names, _CANDIDATES)]
        return tuple(found)

    def find_subject(self, query: str) -> Person | PlannedLaunch:
        """Find who is meant, or which launch without crew, by an id or by words of the name.

        An id wins; words mean a person where there is one.

        Raises:
            AmbiguousPersonError, UnknownPersonError: as for `find_person`.
            AmbiguousLaunchError: several launches.
            UnknownLaunchError: nobody, nor a launch; with the crew of one that has a crew.
        """
        asked = query.lower()
        for one in self.planned:
            if one.id == asked and asked not in self.people:
                return one
        try:
            return self.find_person(query)
        except UnknownPersonError as error:
            nobody = error
        found = self._launches_called(query)
        if len(found) > 1:
            raise AmbiguousLaunchError(query, found)
        if found:
            return found[0]
        crew = self._crew_called(query)
        if nobody.candidates and not crew:
            raise nobody
        raise UnknownLaunchError(query, crew)

    def _launches_called(self, query: str) -> tuple[PlannedLaunch, ...]:
        asked = fold(query)
        words = set(asked.split())
        named = [(one, fold(one.name)) for one in self.planned]
        exact = tuple(one for one, name in named if name == asked)
        return exact or tuple(one for one, name in named if words and words <= set(name.split()))

    def _crew_called(self, query: str) -> tuple[Flight, ...]:
        asked = fold(query)
        vehicles = [
            one for one in self.vehicles.values() if asked in (fold(one.id), fold(one.name))
        ]
        return tuple(flight for one in vehicles for flight in self.crew_up(one))


def build_flights(data_date: Moment, trips: Iterable[Trip]) -> tuple[Flight, ...]:
    """Turn trips into flights, each person's numbered by launch."""
    believed_until = Instant(data_date.earliest + BELIEVED_FOR)
    numbers: dict[str, int] = {}
    flights = []
    for trip in sorted(trips, key=_TRIP_LAUNCH):
        person = trip.person.id
        number = numbers[person] = numbers.get(person, 0) + 1
        flights.append(flown(trip, number, believed_until))
    return tuple(flights)


def flown(trip: Trip, number: int, believed_until: Instant) -> Flight:
    """Turn a trip into the person's flight of this number.

    ``believed_until`` is when an open flight's counter stops without news.
    """
    person, up, down, country, planned, died = trip
    landing = down.landing if down else None
    if landing is not None:
        stop, end = landing, _DIED if died else _LANDED
    elif planned is not None and planned.latest <= believed_until:
        stop, end = planned, End.PLANNED
    else:
        stop, end = Moment.exact(believed_until), End.OPEN
    facts = (person, number, up, down, country, up.launch, landing, planned, stop, end)
    return new_tuple(Flight, facts)
