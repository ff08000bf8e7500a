"""A table of flights as CSV, read as a mission of the user's: first a preview, and no more.

Each cell that is wrong is named by line and column. Cells are texts; nothing in them is computed.
"""

from __future__ import annotations

import contextlib
import csv
from itertools import islice
from typing import TYPE_CHECKING, Final

from countdown.core.catalogue import fold
from countdown.core.flights import Person, Sex
from countdown.core.merging import Preview
from countdown.core.overlays import with_own, with_sound
from countdown.core.own_claims import OwnFactsError
from countdown.core.own_missions import OwnFlight, OwnMission, OwnVehicle, id_for
from countdown.core.ownership import key_of
from countdown.data.errors import refused
from countdown.data.json_forms import Check, TooManyProblemsError
from countdown.data.mission_files import MAX_BYTES, conflict_problem
from countdown.data.mission_forms import CODE, NAME, NOTE, Plain
from countdown.data.tables import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.errors import Problem
    from countdown.core.flights import PlannedLaunch, Vehicle
    from countdown.core.moments import Moment
    from countdown.core.own_claims import Conflict
    from countdown.core.ownership import FlightKey

COLUMNS: Final = (
    "person", "country", "vehicle", "launch",
    "sex", "spacecraft", "landing", "planned_return", "down", "died", "note",
)  # fmt: skip
NEEDED: Final = COLUMNS[:4]
MOST_ROWS: Final = 2_000
"""More than anybody has flown until now."""

_MOMENT: Final = Plain()
_NO_EARLIER: Final = ">="
_SEXES: Final = {one.value: one for one in Sex}
_NO_COLUMNS: Final = (
    f"the columns must be {', '.join(NEEDED)}, and may be {', '.join(COLUMNS[len(NEEDED) :])}"
)
_PLACES: Final = {"up": "vehicle", "id": "vehicle"}
"""The column of what a mission calls otherwise."""


def preview_flights(
    raw: bytes,
    file: str,
    catalogue: Catalogue,
    about: OwnMission,
    mine: Sequence[OwnMission] = (),
) -> Preview:
    """Read a table as the flights of the mission ``about``, which has a title and a day as yet.

    What it would do is found by laying it, after those that are ``mine``, over the catalogue.

    Raises:
        FileProblemsError: it is no such table at all.
    """
    known = with_sound(catalogue, mine)[0].catalogue
    table = _Table(file, known, about)
    with contextlib.suppress(TooManyProblemsError):
        table.read(raw)
    if table.check.problems:
        return Preview(table.mission, tuple(table.check.problems))
    try:
        laid = with_own(catalogue, [*mine, table.mission]).catalogue
    except OwnFactsError as error:
        return Preview(table.mission, tuple(table.told(one) for one in error.conflicts))
    return _preview(known, laid, table.mission)


def _preview(known: Catalogue, laid: Catalogue, mission: OwnMission) -> Preview:
    own = laid.own
    flights = {key_of(one): one for one in laid.flights}
    before = {key_of(one): one for one in known.flights}
    added = [flights[key] for key, owner in own.flights.items() if owner == mission.id]
    changed = [
        flights[key]
        for key in own.stated_on
        if key in before and any(one.mission == mission.id for one in own.corrections(flights[key]))
    ]
    same = sum(before.get(one.key) == flights[one.key] for one in mission.flights)
    return Preview(mission, (), laid, tuple(added), tuple(changed), same)


class _Table:
    """One pass over a table; who and what it names is looked for in the catalogue, or made."""

    def __init__(self, file: str, catalogue: Catalogue, about: OwnMission) -> None:
        self.check = Check(file)
        self._file = file
        self._about = about
        ships: tuple[Vehicle | PlannedLaunch, ...] = (
            *catalogue.vehicles.values(),
            *catalogue.planned,
        )
        self._names = {one.id: (one.name, one.spacecraft) for one in ships}
        self._mine = {key: catalogue.vehicles.get(key) for key in catalogue.own.vehicles}
        self._ship_ids = _ids(ships)
        self._person_ids = _ids(catalogue.people.values())
        self._taken = {*catalogue.people, *self._names}
        self._people: dict[str, Person] = {}
        self._ships: dict[str, OwnVehicle] = {}
        self._flights: dict[FlightKey, OwnFlight] = {}
        self._lines: dict[str, int | None] = {}

    @property
    def mission(self) -> OwnMission:
        return self._about._replace(
            people=tuple(self._people.values()),
            vehicles=tuple(self._ships.values()),
            flights=tuple(self._flights.values()),
        )

    def told(self, conflict: Conflict) -> Problem:
        """Say of a line and a column what a conflict says of a mission."""
        statement, _, field = conflict.path.partition(".")
        problem = conflict_problem(self._file, conflict)
        return problem._replace(
            line=self._lines.get(statement), field=_PLACES.get(field, field or "vehicle")
        )

    def read(self, raw: bytes) -> None:
        rows = list(islice(self._rows(raw), MOST_ROWS + 1))
        if len(rows) > MOST_ROWS:
            raise refused(
                self._file, f"has more than {MOST_ROWS} flights, the most a table may have"
            )
        for line, cells in rows:
            self.check.line = line
            self._vehicle(cells)
        for line, cells in rows:
            self.check.line = line
            self._flight(cells)

    def _rows(self, raw: bytes) -> Iterator[tuple[int, Mapping[str, str]]]:
        """The lines that are not empty, each as its cells by column."""
        if len(raw) > MAX_BYTES:
            raise refused(self._file, "larger than 1 MiB, the most a table of flights may be")
        if (text := decode(self._file, raw, self.check.problems)) is None:
            return
        head = text.partition("\n")[0]
        lines = csv.reader(
            text.splitlines(keepends=True), delimiter=";" if head.count(";") else ",", strict=True
        )
        try:
            columns = [one.strip().lower() for one in next(lines, [])]
            wrong = [one for one in columns if one not in COLUMNS or columns.count(one) > 1]
            if wrong or not set(NEEDED) <= set(columns):
                raise refused(self._file, _NO_COLUMNS, value=head[:80])
            begins = lines.line_num + 1
            for cells in lines:
                self.check.line, begins = begins, lines.line_num + 1
                if len(cells) == len(columns):
                    named = zip(columns, map(str.strip, cells), strict=True)
                    yield self.check.line, dict(named)
                elif cells:
                    self.check.note("", "", f"has {len(cells)} cells, not {len(columns)}")
        except csv.Error as error:
            self.check.line = lines.line_num
            self.check.note("", "", f"is not CSV: {error}")

    def _vehicle(self, cells: Mapping[str, str]) -> None:
        """Take in the vehicle of a row; all rows on one vehicle must say the same of it."""
        name = NAME.read(cells["vehicle"], "vehicle", self.check)
        spacecraft = NAME.read(cells.get("spacecraft") or name or "-", "spacecraft", self.check)
        note = NOTE.read(cells.get("note", ""), "note", self.check)
        launch = self._moment(cells, "launch")
        landing = None if cells.get("down") else self._moment(cells, "landing")
        if not (name and spacecraft and launch) or note is None:
            return
        key = fold(name) or name
        identity = self._ship_ids.get(key)
        if identity is None:
            identity = self._ship_ids[key] = id_for(name, self._taken)
            self._taken.add(identity)
        name, spacecraft = self._names.get(identity, (name, spacecraft))
        mine = self._mine.get(identity)
        if mine and mine.launch == launch and landing in (None, mine.landing):
            return  # another mission of the user's says so
        before = self._ships.get(identity)
        if before is None:
            self._lines[f"vehicles[{len(self._ships)}]"] = self.check.line
            before = OwnVehicle(identity, name, spacecraft, launch, note=note)
        for column, said, other in (
            ("launch", launch, before.launch),
            ("landing", landing, before.landing),
        ):
            if said and other and said != other:
                self.check.note(column, said, f"is {other} in another row on this vehicle")
        self._ships[identity] = before._replace(landing=before.landing or landing)

    def _flight(self, cells: Mapping[str, str]) -> None:
        """Take in the flight of a row, its vehicle being there."""
        person = self._person(cells)
        country = CODE.read(cells["country"], "country", self.check)
        up = self._ship_ids.get(fold(cells["vehicle"]) or cells["vehicle"])
        down = self._down(cells) or (up if cells.get("landing") else None)
        planned = self._moment(cells, "planned_return")
        if (died := cells.get("died", "")) not in ("", "yes"):
            self.check.note("died", died, "must be yes or empty")
        if person is None or country is None or up is None:
            return
        flight = OwnFlight(person, up, country, down, planned, died == "yes")
        if flight.key in self._flights:
            self.check.note("person", cells["person"], "is there twice on this vehicle")
            return
        self._lines[f"flights[{len(self._flights)}]"] = self.check.line
        self._flights[flight.key] = flight

    def _person(self, cells: Mapping[str, str]) -> str | None:
        name = NAME.read(cells["person"], "person", self.check)
        sex = cells.get("sex", "")
        if name is None:
            return None
        key = fold(name) or name
        if (identity := self._person_ids.get(key)) is not None:
            return identity
        if sex not in _SEXES:
            self.check.note("sex", sex, "must be F or M for who is not in the catalogue")
            return None
        identity = self._person_ids[key] = id_for(name, self._taken)
        self._taken.add(identity)
        self._lines[f"people[{len(self._people)}]"] = self.check.line
        self._people[identity] = Person(identity, name, _SEXES[sex])
        return identity

    def _down(self, cells: Mapping[str, str]) -> str | None:
        """The vehicle that a flight came down on, where that is another one."""
        if not (name := cells.get("down", "")):
            return None
        if landing := cells.get("landing"):
            self.check.note("landing", landing, "must be empty: it is that of the vehicle down")
        if (found := self._ship_ids.get(fold(name) or name)) is None:
            self.check.note("down", name, "is no vehicle in the catalogue or in the table")
        return found

    def _moment(self, cells: Mapping[str, str], column: str) -> Moment | None:
        text = cells.get(column, "")
        if not text and column not in NEEDED:
            return None
        moment = _MOMENT.read(text.removeprefix(_NO_EARLIER), column, self.check)
        return moment and moment._replace(no_earlier_than=text.startswith(_NO_EARLIER))


def _ids(things: Iterable[Person | Vehicle | PlannedLaunch]) -> dict[str, str]:
    """Whom or what each spelling means: an id always itself, then the names of all, then others."""
    listed = tuple(things)
    ids: dict[str, str] = {}
    for one in listed:
        for alias in one.aliases if isinstance(one, Person) else ():
            ids[fold(alias)] = one.id
    for one in listed:
        ids[fold(one.name)] = one.id
    return ids | {fold(one.id): one.id for one in listed}
