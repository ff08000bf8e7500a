"""``countdown`` where there is no screen, and pictures drawn without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import NO_SCREEN, Answer, environment, start

if TYPE_CHECKING:
    from pathlib import Path

KELLY = ("status", "scott-kelly", "--at", "2015-10-16T12:00:00Z")


@NO_SCREEN
def test_countdown_says_so_and_prints_the_status_as_text() -> None:
    answer = start("--at", "2026-11-22")
    assert answer.status == 0
    assert answer.err == (
        "countdown: there is no screen to open a window on; this is the status as text\n"
    )
    assert answer.out == start("status", "--at", "2026-11-22").out
    assert answer.out.startswith("10 people in orbit")


@NO_SCREEN
def test_the_person_asked_for_is_the_one_told_of() -> None:
    answer = start("--person", "Scott Kelly", "--at", "2015-10-16T12:00:00Z")
    assert answer.status == 0
    assert answer.out == start(*KELLY).out


@NO_SCREEN
@pytest.mark.parametrize("option", ["--display", "--pin"])
def test_what_needs_a_screen_fails(option: str) -> None:
    answer = start(option)
    assert answer.status == 1
    assert answer.complaint == "countdown: there is no screen to open a window on"


@NO_SCREEN
def test_a_screen_that_is_named_but_not_there_is_none() -> None:
    answer = start("--at", "2026-11-22", env=environment(DISPLAY=":4242"))
    assert answer.status == 0
    assert "there is no screen to open a window on" in answer.err
    assert answer.out.startswith("10 people in orbit")


@NO_SCREEN
@pytest.mark.parametrize("speed", ["0", "-1", "nan", "inf", "1e400", "fast", "9" * 10_000])
def test_a_speed_is_a_number(speed: str) -> None:
    answer = start(f"--speed={speed}")
    assert answer.status == 2
    assert answer.complaint.startswith("countdown: --speed: '")


@NO_SCREEN
@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--person", "kelly"), 1),
        (("--person", ""), 1),
        (("--at", "2015-10-16T12:00"), 2),
        (("--at", "1800-01-01"), 1),
        (("--theme", "pink"), 2),
        (("--catalogue", "nowhere"), 1),
    ],
)
def test_what_is_typed_wrong_is_said_all_the_same(words: tuple[str, ...], status: int) -> None:
    answer = start(*words)
    assert answer.status == status
    assert answer.complaint


def draw(out: str, *more: str) -> Answer:
    return start(
        *("picture", "--view", "main", "--person", "scott-kelly", "--at", "2015-10-16"),
        *("--out", out, *more),
    )


def test_a_picture_is_drawn_without_a_screen(tmp_path: Path) -> None:
    out = tmp_path / "new" / "kelly.png"
    assert draw(str(out), "--size", "640x480") == (0, "", "")
    raw = out.read_bytes()
    assert raw.startswith(b"\x89PNG")
    assert [int.from_bytes(raw[at : at + 4], "big") for at in (16, 20)] == [640, 480]


@pytest.mark.parametrize(
    "size",
    [
        *("", "big", "640", "640x", "640x480x2", "0x0", "-640x480", "319x240", "1e3x1e3"),
        *("99999x99999", f"{'9' * 10_000}x480", "640\n480", "640×480", "\u202e640x480"),
        "٦٤٠x480",
    ],
)
def test_a_size_is_two_whole_numbers_that_fit_a_screen(size: str, tmp_path: Path) -> None:
    answer = draw(str(tmp_path / "kelly.png"), f"--size={size}")
    assert answer.status == 2
    assert answer.complaint.startswith("countdown: --size: '")
    assert not (tmp_path / "kelly.png").exists()


@pytest.mark.parametrize("name", ["", "kelly", "kelly.jpg", "\u202egnp.kelly"])
def test_a_picture_is_a_png(name: str) -> None:
    answer = draw(name)
    assert answer.status == 2
    assert answer.complaint.startswith("countdown: --out: '")


def test_where_a_picture_cannot_be_written_the_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    for out in (tmp_path / "file" / "kelly.png", tmp_path / f"{'k' * 10_000}.png"):
        answer = draw(str(out), "--size", "640x480")
        assert answer.status == 1
        assert answer.complaint.startswith(f"countdown: --out: '{tmp_path}")


@pytest.mark.parametrize(
    "words",
    [
        ("picture", "--out", "kelly.png"),
        ("picture", "--view", "side", "--out", "kelly.png"),
        ("picture", "--view", "main"),
    ],
)
def test_a_picture_needs_a_view_and_a_place(words: tuple[str, ...]) -> None:
    answer = start(*words)
    assert answer.status == 2
    assert answer.complaint
