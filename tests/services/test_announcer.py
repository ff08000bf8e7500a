"""A fallen record is announced once: not again after a restart, and never from a replay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.clocks import OnThisDayClock, ReplayClock
from countdown.services.announcer import Announcer
from countdown.services.settings import Settings
from countdown.services.ticker import Ticker
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from countdown.core.clocks import Clock

KEY = "crossing scott-kelly mike-fincke career US"
TITLE = "Scott Kelly passes Mike Fincke"
BODY = "383 days in space"


class Wall:
    """Where announcements are seen; each `start` is a start of the app on the same settings."""

    def __init__(self, file: Path, clock: Clock) -> None:
        self.seen: list[tuple[str, str]] = []
        self._file = file
        self._clock = clock

    def start(self) -> Announcer:
        ticker = Ticker(self._clock)
        return Announcer(ticker, Settings(self._file), lambda *texts: self.seen.append(texts))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_a_record_that_falls_is_announced(file: Path) -> None:
    wall = Wall(file, FakeClock())
    assert wall.start().announce(KEY, TITLE, BODY)
    assert wall.seen == [(TITLE, BODY)]


def test_it_is_announced_once_even_when_the_clock_jumps_back(file: Path) -> None:
    clock = FakeClock()
    wall = Wall(file, clock)
    announcer = wall.start()
    announcer.announce(KEY, TITLE, BODY)
    clock.advance(-3_600)
    assert not announcer.announce(KEY, "the same", "in other words")
    assert len(wall.seen) == 1


def test_the_next_start_knows_what_was_announced(file: Path) -> None:
    wall = Wall(file, FakeClock())
    wall.start().announce(KEY, TITLE, BODY)
    assert not wall.start().announce(KEY, TITLE, BODY)
    assert wall.start().announce("another key", TITLE, BODY)
    assert len(wall.seen) == 2


def test_the_key_is_on_disk_before_anything_is_shown(file: Path) -> None:
    on_disk: list[str] = []

    def look(_title: str, _body: str) -> None:
        on_disk.append(file.read_text(encoding="utf-8"))

    Announcer(Ticker(FakeClock()), Settings(file), look).announce(KEY, TITLE, BODY)
    assert KEY in on_disk[0]


@pytest.mark.parametrize(
    "make",
    [lambda live: ReplayClock(live.now()), lambda live: OnThisDayClock(11, live)],
    ids=["replay", "on this day"],
)
def test_what_falls_in_the_past_is_no_news_and_stays_news_for_later(
    file: Path, make: Callable[[Clock], Clock]
) -> None:
    live = FakeClock()
    wall = Wall(file, make(live))
    assert not wall.start().announce(KEY, TITLE, BODY)
    assert wall.seen == []
    assert Wall(file, live).start().announce(KEY, TITLE, BODY)


def test_settings_that_cannot_be_written_do_not_keep_it_from_being_shown(tmp_path: Path) -> None:
    (tmp_path / "preferences").write_text("a file, where a folder should be")
    wall = Wall(tmp_path / "preferences" / "settings.ini", FakeClock())
    announcer = wall.start()
    assert announcer.announce(KEY, TITLE, BODY)
    assert not announcer.announce(KEY, TITLE, BODY)
    assert len(wall.seen) == 1


def test_who_wants_no_notices_gets_none_until_they_do(file: Path) -> None:
    settings = Settings(file)
    settings.choices = settings.choices._replace(tells_of_records=False)
    seen: list[tuple[str, str]] = []
    announcer = Announcer(Ticker(FakeClock()), settings, lambda *texts: seen.append(texts))
    assert not announcer.announce(KEY, TITLE, BODY)
    settings.choices = settings.choices._replace(tells_of_records=True)
    assert announcer.announce(KEY, TITLE, BODY)
    assert seen == [(TITLE, BODY)]
