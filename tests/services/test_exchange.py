"""Files that the user names: read, looked through, written, backed up and restored."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countdown.core.errors import FileProblemsError
from countdown.core.moments import Moment
from countdown.core.own_missions import OwnMission
from countdown.data.mission_files import MAX_BYTES, mission_text
from countdown.data.mission_store import MissionStore
from countdown.models.problem_words import problem_words
from countdown.models.reason_words import reason_words
from countdown.services.exchange import Exchange
from tests.fakes import FakeClock
from tests.own import own_mission

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.core.errors import Problem

bad_input = pytest.importorskip("benchmarks.bad_input", exc_type=ImportError)  # no Windows

HEAD = "person,country,vehicle,launch,sex\n"
ABOUT = OwnMission("table", "Table", Moment.parse("2026-11-22"))
ONE, TWO = own_mission("one"), own_mission("two")


class Home:
    """A user's folders, with a mission and settings in them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = MissionStore(folder / "data", FakeClock())
        self.store.save((ONE,), self.store.load())
        self.settings = folder / "settings.ini"
        self.settings.write_text("[look]\ntheme=light\n", "utf-8")
        self.exchange = Exchange(self.store, self.settings)

    def file(self, name: str, content: str | bytes) -> Path:
        file = self.folder / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def refusal(self, file: Path) -> str:
        with pytest.raises(FileProblemsError) as refused:
            self.exchange.read(file)
        return problem_words(refused.value.problems[0])


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_what_is_written_is_read_again(home: Home) -> None:
    file = home.folder / "both.mission"
    home.exchange.write(file, [ONE, TWO])
    assert home.exchange.read(file) == (ONE, TWO)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "This is no mission file: "),
        (b"\xff\xfe", "“ff”: this is not text in UTF-8; save it as UTF-8"),
        ('{"schema": 1}', "Missions: this is missing; add it"),
        ('{"schema": 9, "missions": []}', "It is from a newer version of the app"),
        (b" " * (MAX_BYTES + 1), "It is larger than 1 MiB"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_words(
    home: Home, content: str | bytes, words: str
) -> None:
    assert home.refusal(home.file("wrong.mission", content)).startswith(words)


def test_what_is_no_file_is_refused_as_well(home: Home) -> None:
    assert home.refusal(home.folder / "none.mission") == "There is no such file"
    assert home.refusal(home.folder) == "This is no file"


def test_where_nothing_can_be_written_the_old_file_stays(home: Home) -> None:
    folder = home.folder / "folder.mission"
    folder.mkdir()
    with pytest.raises(FileProblemsError, match="cannot be written"):
        home.exchange.write(folder, [ONE])
    assert folder.is_dir()


@pytest.mark.parametrize("name", ["missions.mission", "missions.mission.bak"])
def test_what_leaves_the_app_is_never_put_over_its_own_file(home: Home, name: str) -> None:
    file = home.store.file.with_name(name)
    with pytest.raises(FileProblemsError, match="own file"):
        home.exchange.write(file, [TWO])
    with pytest.raises(FileProblemsError, match="own file"):
        home.exchange.back_up(file)
    assert home.store.load().missions == (ONE,)


def test_formula_cells_stay_text(home: Home, catalogue: Catalogue) -> None:
    file = home.file("flights.csv", HEAD + '"=HYPERLINK(""file:///x"")",US,@SUM(A1),2031,F\n')
    found = home.exchange.preview(file, catalogue, ABOUT)
    (flight,) = found.added
    assert (flight.person.name, flight.up.name) == ('=HYPERLINK("file:///x")', "@SUM(A1)")


def test_a_table_that_is_none_is_previewed_as_what_is_wrong(
    home: Home, catalogue: Catalogue
) -> None:
    found = home.exchange.preview(home.folder / "none.csv", catalogue, ABOUT)
    assert [one.reason for one in found.problems] == ["there is no such file"]
    assert found.mission == ABOUT


def test_as_many_flights_as_a_table_may_have_are_previewed_at_once(
    home: Home, catalogue: Catalogue
) -> None:
    rows = "".join(f"Pupil {n},US,Class {n},2031-01-{n % 28 + 1:02},F\n" for n in range(2_000))
    file = home.file("many.csv", HEAD + rows)
    started = time.perf_counter()
    found = home.exchange.preview(file, catalogue, ABOUT)
    assert time.perf_counter() - started < 1
    assert len(found.added) == 2_000


def test_a_row_that_a_mission_of_ones_own_says_already_is_known(
    home: Home, catalogue: Catalogue
) -> None:
    row = "person,country,vehicle,launch,planned_return\nAnna Kikina,RU,Soyuz MS-29,{},2027-03-14\n"
    file = home.file("flights.csv", row.format("2026-07-14T14:47:43Z"))
    first = home.exchange.preview(file, catalogue, ABOUT)
    assert (len(first.changed), first.same) == (1, 0)
    again = home.exchange.preview(file, catalogue, own_mission("again"), [first.mission])
    assert (len(again.changed), again.same) == (0, 1)


def test_a_backup_says_what_is_in_it_and_comes_back(home: Home) -> None:
    file = home.folder / "all.zip"
    home.exchange.back_up(file)
    home.store.save((ONE, TWO), home.store.load())
    found = home.exchange.read_backup(file)
    assert found.content.missions == (ONE,)
    assert found.written == int(file.stat().st_mtime)
    home.exchange.restore(found)
    assert home.store.load().missions == (ONE,)
    assert home.exchange.previous.read_text("utf-8") == mission_text((ONE, TWO))


@pytest.mark.parametrize("keep", [0, 3, 60, -30])
def test_a_damaged_backup_changes_nothing(home: Home, keep: int) -> None:
    file = home.folder / "all.zip"
    home.exchange.back_up(file)
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(FileProblemsError):
        home.exchange.read_backup(file)
    assert home.store.load().missions == (ONE,)
    assert home.settings.read_text("utf-8") == "[look]\ntheme=light\n"


def test_a_restore_that_the_disk_refuses_changes_nothing(home: Home) -> None:
    file = home.folder / "all.zip"
    home.exchange.back_up(file)
    home.store.save((ONE, TWO), home.store.load())
    home.settings.with_name("settings.ini.restored").mkdir()
    with pytest.raises(FileProblemsError, match="cannot be written"):
        home.exchange.restore(home.exchange.read_backup(file))
    assert home.store.load().missions == (ONE, TWO)


@settings(max_examples=40)
@given(seed=st.integers(0, 10**9))
def test_any_bad_file_gives_a_clear_error_or_a_clean_import(
    seed: int, tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue
) -> None:
    folder = tmp_path_factory.mktemp("bad")
    exchange = Exchange(MissionStore(folder / "data", FakeClock()), folder / "settings.ini")
    for name, raw in bad_input.at_random(9, random.Random(seed)):
        file = folder / name
        file.write_bytes(raw)
        missions: tuple[OwnMission, ...] = ()
        problems: tuple[Problem, ...] = ()
        try:
            if file.suffix == ".csv":
                found = exchange.preview(file, catalogue, ABOUT)
                missions, problems = (found.mission,), found.problems
            else:
                missions = exchange.read(file)
        except FileProblemsError as error:
            problems = error.problems
        for problem in problems:
            assert reason_words(problem.reason) != problem.reason
            assert "\n" not in problem_words(problem)
        if not problems:
            exchange.write(folder / "again.mission", missions)
            assert exchange.read(folder / "again.mission") == missions
