"""A catalogue on disk: one JSON file and five tables, read and checked as a whole.

``catalogue.json`` has the schema, a title and the date the data is of; the tables refer to each
other by id. Times stand with the vehicles alone, so a corrected landing is one changed field.
The others, of the press, of orbits and of highlights, may be missing.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from countdown.core.catalogue import Catalogue, Trip, build_flights
from countdown.core.contradictions import Contradiction, are_parted, contradiction
from countdown.core.errors import BadMomentError, FileProblemsError, OutOfRangeError, Problem
from countdown.core.flights import Country, Person, PlannedLaunch, Sex, Vehicle
from countdown.core.moments import Instant, Moment, Precision, new_tuple
from countdown.data.containers import read_files
from countdown.data.errors import shown
from countdown.data.highlight_files import HIGHLIGHTS, read_highlights
from countdown.data.orbit_files import ORBITS, with_orbits
from countdown.data.press_files import PRESS, read_press
from countdown.data.tables import Table, decode, read_table

SCHEMA: Final = 1
ABOUT: Final = "catalogue.json"
TABLES: Final = {
    "countries.tsv": ("code", "name", "records_with"),
    "people.tsv": ("id", "name", "sex", "aliases", "note"),
    "vehicles.tsv": ("id", "name", "spacecraft", "launch", "landing", "source", "note"),
    "flights.tsv": ("person", "up", "down", "country", "planned_return", "died", "source"),
    "planned.tsv": ("id", "name", "spacecraft", "launch", "no_earlier_than", "note"),
}

_ID_SIGNS: Final = b"abcdefghijklmnopqrstuvwxyz0123456789-"
_CAPITALS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_CODE_LENGTH: Final = len("SU")
_SEXES: Final = {sex.value: sex for sex in Sex}
_EMPTY: Final = "must not be empty"
_NO_COUNTRY: Final = "is not in countries.tsv"
_YES_OR_EMPTY: Final = ("", "yes")
_NO_MOMENT: Final = "is no moment; write 2015-03-27T19:42:57Z, ...T19:42Z, 2015-03-27, 2015-03"

_Built = TypeVar("_Built")


def load_catalogue(source: Path) -> Catalogue:
    """Read a catalogue from a folder, a zip or a tar archive; all of it or nothing.

    Raises:
        FileProblemsError: with everything that is wrong, each with file, line, field, value
            and reason.
    """
    files = read_files(source, (ABOUT, *TABLES, PRESS, ORBITS, HIGHLIGHTS))
    reader = _Reader(str(source), files)
    catalogue = reader.read()
    if reader.problems or catalogue is None:
        raise FileProblemsError(tuple(reader.problems))
    return catalogue


class _About(NamedTuple):
    title: str
    data_date: Moment


class _Reader:
    """One pass over the files of a catalogue, collecting what is wrong with them."""

    def __init__(self, place: str, files: Mapping[str, bytes]) -> None:
        self._place = place
        self._files = files
        self._programmes: list[tuple[Table, int]] = []
        self.problems: list[Problem] = []

    def read(self) -> Catalogue | None:
        for name in (ABOUT, *TABLES):
            if name not in self._files:
                self.problems.append(Problem(self._place, None, "", name, "this file is missing"))
        if self.problems:
            return None
        about = self._about()
        countries = self._by_id("countries.tsv", "code", self._country)
        people = self._by_id("people.tsv", "id", self._person)
        vehicles = self._by_id("vehicles.tsv", "id", self._vehicle)
        vehicles = with_orbits(self._files, vehicles, self.problems)
        planned = self._by_id("planned.tsv", "id", self._planned)
        for table, line in self._programmes:
            if table.rows[line][-1] not in countries:
                self.problems.append(table.problem(line, "records_with", _NO_COUNTRY))
        if not (people and vehicles and countries):
            return None  # a table that was not read would make every flight wrong
        trips = self._trips(people, vehicles, countries)
        press = read_press(self._files, people, trips, self.problems)
        highlights = read_highlights(self._files, trips, self.problems)
        if about is None or self.problems:
            return None
        return Catalogue(
            title=about.title,
            data_date=about.data_date,
            countries=countries.values(),
            people=people.values(),
            vehicles=vehicles.values(),
            flights=build_flights(about.data_date, trips),
            planned=planned.values(),
            press=press,
            highlights=highlights,
        )

    def _note(self, file: str, field: str, value: str, reason: str) -> None:
        self.problems.append(Problem(file, None, field, value, reason))

    def _about(self) -> _About | None:
        """Read ``catalogue.json``."""
        if (text := decode(ABOUT, self._files[ABOUT], self.problems)) is None:
            return None
        try:
            about: Any = json.loads(text)
        except (ValueError, RecursionError) as error:
            self._note(ABOUT, "", "", f"is not JSON: {error}")
            return None
        if not isinstance(about, dict):
            self._note(ABOUT, "", "", "is not a JSON object")
            return None
        schema, title, date = (about.get(key) for key in ("schema", "title", "data_date"))
        if type(schema) is not int or schema != SCHEMA:
            newer = isinstance(schema, int) and schema > SCHEMA
            reason = "is from a newer version of the app" if newer else f"must be {SCHEMA}"
            self._note(ABOUT, "schema", shown(schema), reason)
            return None
        if not isinstance(title, str) or not title.strip() or not title.isprintable():
            self._note(ABOUT, "title", shown(title), "must be a line of text")
            return None
        try:
            data_date = Moment.parse(date if isinstance(date, str) else "")
            if data_date.precision is not Precision.DAY:
                raise BadMomentError(str(data_date))
        except (BadMomentError, OutOfRangeError):
            self._note(ABOUT, "data_date", shown(date), "must be a date, like 2026-10-08")
            return None
        return _About(title, data_date)

    def _table(self, name: str) -> Table:
        text = decode(name, self._files[name], self.problems)
        if text is None:
            return Table(name, TABLES[name], {})
        return read_table(name, text, TABLES[name], self.problems)

    def _by_id(
        self, name: str, key: str, build: Callable[[Table, int], _Built | None]
    ) -> dict[str, _Built]:
        """Build one thing a row, under its id, which must be new and well formed."""
        table = self._table(name)
        are_good, form = (
            (_are_codes, "two capital letters") if key == "code" else (_are_ids, "a-z, 0-9, -")
        )
        all_good = are_good([values[0] for values in table.rows.values()])
        built: dict[str, _Built] = {}
        for line, values in table.rows.items():
            identity = values[0]
            if not (all_good or are_good([identity])):
                self.problems.append(table.problem(line, key, f"must be {form}"))
            elif identity in built:
                self.problems.append(table.problem(line, key, "is there twice"))
            elif (thing := build(table, line)) is not None:
                built[identity] = thing
        return built

    def _country(self, table: Table, line: int) -> Country | None:
        code, name, records_with = table.rows[line]
        if not name.strip():
            self.problems.append(table.problem(line, "name", _EMPTY))
            return None
        self._programmes.append((table, line))
        return Country(code, name, records_with)

    def _person(self, table: Table, line: int) -> Person | None:
        identity, name, sex, aliases, note = table.rows[line]
        if not name.strip():
            self.problems.append(table.problem(line, "name", _EMPTY))
            return None
        if sex not in _SEXES:
            self.problems.append(table.problem(line, "sex", "must be F or M"))
            return None
        spellings = tuple(aliases.split("|")) if aliases else ()
        return new_tuple(Person, (identity, name, _SEXES[sex], spellings, note))

    def _vehicle(self, table: Table, line: int) -> Vehicle | None:
        identity, name, spacecraft, launched, landed, source, note = table.rows[line]
        launch = self._moment(table, line, "launch", launched)
        landing = self._moment(table, line, "landing", landed) if landed else None
        if not name.strip():
            self.problems.append(table.problem(line, "name", _EMPTY))
            return None
        if launch is None or (landed and landing is None):
            return None
        if landing is not None and not landing.may_follow(launch):
            reason = f"is not after the launch at {launch}"
            self.problems.append(table.problem(line, "landing", reason))
            return None
        return Vehicle(identity, name, spacecraft, launch, landing, note, source)

    def _planned(self, table: Table, line: int) -> PlannedLaunch | None:
        identity, name, spacecraft, planned, open_end, note = table.rows[line]
        if open_end not in _YES_OR_EMPTY:
            self.problems.append(table.problem(line, "no_earlier_than", "must be yes or empty"))
            return None
        launch = self._moment(table, line, "launch", planned, no_earlier_than=open_end == "yes")
        if not name.strip():
            self.problems.append(table.problem(line, "name", _EMPTY))
            return None
        if launch is None:
            return None
        return PlannedLaunch(identity, name, spacecraft, launch, note)

    def _moment(
        self, table: Table, line: int, field: str, text: str, *, no_earlier_than: bool = False
    ) -> Moment | None:
        try:
            return Moment.parse(text, no_earlier_than=no_earlier_than)
        except OutOfRangeError:
            self.problems.append(table.problem(line, field, "is outside 1900 to 2200"))
        except BadMomentError as error:
            reason = "has no time zone; end it with Z" if error.zoneless else _NO_MOMENT
            self.problems.append(table.problem(line, field, reason))
        return None

    def _trips(
        self,
        people: Mapping[str, Person],
        vehicles: Mapping[str, Vehicle],
        countries: Mapping[str, Country],
    ) -> list[Trip]:
        """Put each row of ``flights.tsv`` together with what it names, and check it."""
        table = self._table("flights.tsv")
        by_launch: list[tuple[Instant, int, str, Trip]] = []
        for line, (person_id, up_id, down_id, code, planned, died, _) in table.rows.items():
            person, country = people.get(person_id), countries.get(code)
            up, down = vehicles.get(up_id), vehicles.get(down_id)
            if person is None or country is None or up is None or (down is None and down_id):
                self._name_unknown(table, line, people, vehicles, countries)
                continue
            coming = self._moment(table, line, "planned_return", planned) if planned else None
            trip = new_tuple(Trip, (person, up, down, country, coming, died == "yes"))
            if died not in _YES_OR_EMPTY:
                self.problems.append(table.problem(line, "died", "must be yes or empty"))
            elif (wrong := contradiction(trip)) is not None:
                self.problems.append(table.problem(line, wrong.field, _reason(wrong, trip)))
            elif not planned or coming is not None:
                by_launch.append((up.launch.earliest, line, person_id, trip))
        by_launch.sort()
        last: dict[str, Trip] = {}
        for _, line, person_id, trip in by_launch:
            if (before := last.get(person_id)) is not None and not are_parted(before, trip):
                reason = f"overlaps this person's flight on {before.up.name}"
                self.problems.append(table.problem(line, "up", reason))
            last[person_id] = trip
        return [one[3] for one in by_launch]

    def _name_unknown(
        self,
        table: Table,
        line: int,
        people: Mapping[str, Person],
        vehicles: Mapping[str, Vehicle],
        countries: Mapping[str, Country],
    ) -> None:
        where: tuple[tuple[str, str, Mapping[str, object]], ...] = (
            ("person", "people.tsv", people),
            ("up", "vehicles.tsv", vehicles),
            ("down", "vehicles.tsv", {**vehicles, "": None}),
            ("country", "countries.tsv", countries),
        )
        named = dict(zip(table.columns, table.rows[line], strict=True))
        for field, file, known in where:
            if named[field] not in known:
                self.problems.append(table.problem(line, field, f"is not in {file}"))


def _are_ids(names: Iterable[str]) -> bool:
    """Say whether all are words of a-z and 0-9 with hyphens between: joined, they are one more."""
    joined = f"-{'-'.join(names)}-"
    return "--" not in joined and not joined.encode().translate(None, _ID_SIGNS)


def _are_codes(codes: Iterable[str]) -> bool:
    return all(len(one) == _CODE_LENGTH and _CAPITALS.issuperset(one) for one in codes)


def _reason(wrong: Contradiction, trip: Trip) -> str:
    """What is wrong with a trip though all it names exists."""
    launch = trip.up.launch
    landing = trip.down.landing if trip.down else None
    reasons = {
        Contradiction.DIED_NOWHERE: "needs the vehicle in which the flight ended under down",
        Contradiction.PLANNED_BEFORE_LAUNCH: f"is not after the launch at {launch}",
        Contradiction.NOT_LANDED: "has no landing in vehicles.tsv",
        Contradiction.PLANNED_THOUGH_OVER: "must be empty: the flight is over",
        Contradiction.LANDED_BEFORE_LAUNCH: f"landed {landing}, not after this launch at {launch}",
    }
    return reasons[wrong]
