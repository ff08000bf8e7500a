"""Preferences: read again as they were written, and defaults where the file is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from countdown.core.durations import Rule
from countdown.core.manner import Manner
from countdown.core.programme import Programme
from countdown.services.settings import (
    LIVE,
    MOST_ANNOUNCED,
    SYSTEM_THEME,
    Choices,
    Settings,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "preferences" / "settings.ini"


def test_a_first_start_finds_nothing_remembered(file: Path) -> None:
    settings = Settings(file)
    assert settings.mission == ""
    assert settings.clock == ""
    assert settings.theme == SYSTEM_THEME
    assert settings.geometry.isEmpty()
    assert settings.announced == ()


def test_what_is_written_is_read_again_by_the_next_start(file: Path) -> None:
    settings = Settings(file)
    settings.mission = "flight scott-kelly soyuz-tma-16m"
    settings.clock = "replay 2015-10-16T12:00:00Z 60 paused"
    settings.theme = "light"
    settings.geometry = QByteArray(b"\x01\xd9\xd0\xcb\x00\x03;,=\\")
    assert settings.save()

    again = Settings(file)
    assert again.mission == "flight scott-kelly soyuz-tma-16m"
    assert again.clock == "replay 2015-10-16T12:00:00Z 60 paused"
    assert again.theme == "light"
    assert again.geometry.data() == b"\x01\xd9\xd0\xcb\x00\x03;,=\\"
    assert "soyuz-tma-16m" in file.read_text()


@given(line=st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_line_comes_back_as_it_was(line: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("line") / "settings.ini"
    settings = Settings(file)
    settings.mission = line
    assert settings.save()
    assert Settings(file).mission == line


@given(keys=st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20), max_size=4))
def test_any_keys_come_back_as_they_were(
    keys: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("keys") / "settings.ini"
    settings = Settings(file)
    settings.announced = keys
    assert settings.save()
    assert Settings(file).announced == tuple(keys)


def test_of_many_announced_records_the_last_are_remembered(file: Path) -> None:
    settings = Settings(file)
    settings.announced = [f"record {number}" for number in range(MOST_ANNOUNCED + 7)]
    assert len(settings.announced) == MOST_ANNOUNCED
    assert settings.announced[0] == "record 7"


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe nonsense \x80",
        b"[mission\nlast",
        b"[mission]\nlast=a, b, c\n[clock]\nlast=@Invalid()\n[window]\ngeometry=wide\n",
        b"[window]\ngeometry=@ByteArray(\n",
        b"[records]\nannounced=@Variant(\\0\\0\\0\\x2\\0\\0\\0\\x1)\n",
        b"=" * 5_000,
    ],
)
def test_a_damaged_file_reads_as_a_first_start(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    settings = Settings(file)
    assert settings.mission == ""
    assert settings.clock == ""
    assert settings.theme == SYSTEM_THEME
    assert settings.geometry.isEmpty()
    assert settings.announced == ()


def test_a_folder_that_cannot_be_written_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "preferences").write_text("a file, where a folder should be")
    settings = Settings(tmp_path / "preferences" / "settings.ini")
    settings.mission = "flight scott-kelly soyuz-tma-16m"
    assert not settings.save()
    assert settings.mission == "flight scott-kelly soyuz-tma-16m"  # for as long as it runs


def test_a_theme_is_announced_when_it_becomes_another(file: Path) -> None:
    settings = Settings(file)
    heard: list[str] = []
    settings.theme_changed.connect(heard.append)
    settings.theme = "light"
    settings.theme = "light"
    settings.theme = "dark"
    assert heard == ["light", "dark"]


def test_a_programme_is_remembered_slide_by_slide(file: Path) -> None:
    programme = Programme.of_missions(["person ada", "plan axiom-mission-5"], seconds=45)
    settings = Settings(file)
    assert settings.programme == Programme()
    settings.programme = programme
    settings.display_screen = "HDMI-1"
    assert settings.save()
    again = Settings(file)
    assert again.programme == programme
    assert again.display_screen == "HDMI-1"


@pytest.mark.parametrize("seconds", ["-1", "1e9", "3601", "soon", ""])
def test_an_interval_that_makes_no_sense_is_the_usual_one(file: Path, seconds: str) -> None:
    file.parent.mkdir()
    file.write_text(f"[display]\nseconds={seconds}\nslides=nonsense\n", "utf-8")
    assert Settings(file).programme == Programme((), 20)


def test_reduced_motion_is_remembered_either_way(file: Path) -> None:
    assert not Settings(file).reduced_motion
    for reduced in (True, False):
        settings = Settings(file)
        settings.reduced_motion = reduced
        settings.save()
        assert Settings(file).reduced_motion is reduced


def test_a_desktop_without_effects_is_followed_where_qt_can_ask_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")  # and offscreen there are no effects
    settings = Settings(file)
    assert settings.reduced_motion
    settings.reduced_motion = False
    assert not settings.reduced_motion


CHOSEN = Choices(
    "flight scott-kelly soyuz-tma-16m",
    LIVE,
    Manner(Rule.CALENDAR_AGE, True, False, "America/New_York"),
    "light",
    False,
    tells_of_records=False,
)


def test_what_nobody_chose_is_as_the_system_has_it(file: Path) -> None:
    assert Settings(file).choices == Choices()


def test_all_that_is_chosen_is_read_again_by_the_next_start(file: Path) -> None:
    settings = Settings(file)
    settings.choices = CHOSEN
    assert settings.save()
    again = Settings(file)
    assert again.choices == CHOSEN
    again.choices = Choices()
    again.save()
    assert Settings(file).choices == Choices()


def test_a_damaged_choice_is_as_if_nobody_had_chosen(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(
        "[figures]\nrule=moons\nunits=parsecs\nhours=13\nzone=Europe/Atlantis\n"
        "[clock]\nat-start=backwards\n[look]\nreduced-motion=perhaps\n[records]\nnotices=7\n",
        "utf-8",
    )
    assert Settings(file).choices == Choices()


def test_only_what_is_another_is_announced(file: Path) -> None:
    settings = Settings(file)
    heard: list[object] = []
    for signal in (settings.choices_changed, settings.manner_changed, settings.theme_changed):
        signal.connect(heard.append)
    settings.choices = Choices()
    assert heard == []
    settings.choices = live = Choices(start_clock=LIVE)
    assert heard == [live]
    settings.choices = CHOSEN
    assert heard == [live, "light", CHOSEN.manner, CHOSEN]


def test_a_file_that_another_has_put_in_its_place_is_read_and_told_of(file: Path) -> None:
    settings = Settings(file)
    settings.choices = Choices(theme="light")
    settings.pin_opacity = 50
    assert settings.save()
    kept = file.read_bytes()
    settings.choices = Choices(theme="dark", manner=Manner(Rule.NTH_DAY))
    settings.pin_opacity = 90
    assert settings.save()

    told: list[object] = []
    for changed in (settings.theme_changed, settings.manner_changed, settings.pin_opacity_changed):
        changed.connect(told.append)
    file.write_bytes(kept)
    settings.read_again()
    assert settings.choices == Choices(theme="light")
    assert told == ["light", Manner(), 50]
    settings.read_again()
    assert len(told) == 3
