"""Reports of errors: they lead to the place, and tell nothing of who was sitting there."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from countdown import __version__
from countdown.core.errors import UnknownPersonError
from countdown.data.crash_reports import crash_of, facts, without_folders, write_down
from countdown.data.log_files import log_file
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from countdown.data.crash_reports import Crash

OWN = "Ada's secret mission"


def crash(fail: Callable[[], object]) -> Crash:
    with pytest.raises(Exception) as caught:  # noqa: PT011
        fail()
    return crash_of(caught.value, caught.value.__traceback__)


def test_it_leads_to_the_place() -> None:
    found = crash(lambda: json.loads("{"))
    assert "json/decoder.py" in found.trace
    assert "test_crash_reports.py" in found.trace
    assert found.headline in found.trace


@pytest.mark.parametrize(
    "fail",
    [
        lambda: dict[str, int]()[OWN],
        lambda: int(OWN),
        lambda: Path("/nowhere", OWN).read_text("utf-8"),
        lambda: OWN.encode("ascii") and "é".join((OWN, OWN)).encode("ascii"),
        lambda: (_ for _ in ()).throw(UnknownPersonError(OWN, ())),
    ],
)
def test_what_an_error_quotes_is_left_out(fail: Callable[[], object]) -> None:
    assert OWN not in crash(fail).trace
    assert OWN not in crash(fail).headline


def test_what_python_says_of_the_code_is_told() -> None:
    found = crash(lambda: FakeClock().tomorrow)  # type: ignore[attr-defined]
    assert found.headline == "AttributeError: 'FakeClock' object has no attribute 'tomorrow'"


def test_a_refused_file_tells_why_and_not_which() -> None:
    found = crash(lambda: Path("/nowhere", OWN).read_text("utf-8"))
    assert found.headline == "FileNotFoundError: No such file or directory"


def test_what_led_to_it_stands_before_it() -> None:
    def land() -> None:
        try:
            int(OWN)
        except ValueError as error:
            raise TypeError("no landing") from error

    told = crash(land).trace
    assert told.index("ValueError") < told.index("This led to:") < told.index("TypeError")
    assert OWN not in told


def test_the_same_error_from_the_same_place_is_one() -> None:
    def fail(number: int) -> None:
        raise IndexError(f"no orbit {number}")

    places = {crash(partial(fail, number)).place for number in range(3)}
    assert len(places) == 1
    assert crash(lambda: fail(4)).place not in places


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("{home}/missions/own.mission", "~/missions/own.mission"),
        ("/home/ada/own.mission", "~/own.mission"),
        ("/Users/ada/own.mission", "~/own.mission"),
        (r"C:\Users\ada\own.mission", r"~\own.mission"),
        ("/usr/share/zoneinfo", "/usr/share/zoneinfo"),
    ],
)
def test_no_path_tells_whose_machine_it_is(path: str, told: str) -> None:
    assert without_folders(path.format(home=Path.home())) == told


def test_who_has_no_home_gets_a_report_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    with pytest.raises(RuntimeError):
        Path.home()
    assert "a report is in" in write_down(tmp_path, failed(), FakeClock().now())


def test_where_the_app_is_installed_does_not_matter() -> None:
    import countdown

    package = Path(countdown.__file__).parent
    assert without_folders(str(package / "app.py")) == str(Path("countdown", "app.py"))


def test_the_facts_name_the_versions() -> None:
    told = dict(facts())
    assert __version__ in told["Mission Countdown"]
    assert told["Python"].startswith("3.")


def failed() -> ZeroDivisionError:
    with pytest.raises(ZeroDivisionError) as caught:
        divmod(1, 0)
    return caught.value


def test_a_command_leaves_a_report_and_one_line_that_leads_to_it(tmp_path: Path) -> None:
    line = write_down(tmp_path, failed(), FakeClock().now())
    log = log_file(tmp_path)
    assert without_folders(str(log)) in line
    assert "\n" not in line
    told = log.read_text("utf-8")
    assert told.startswith("=== 2015-10-16T12:00:00Z  ZeroDivisionError")
    assert "Traceback" in told


def test_where_no_log_can_be_written_the_line_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    line = write_down(tmp_path / "file", failed(), FakeClock().now())
    assert "ZeroDivisionError" in line
    assert "no log can be written" in line
