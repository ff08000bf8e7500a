"""On plain Wayland: the display fills the screen, and nothing pretends to be pinned."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.desktop.compositors import SIZE, Compositor
from tests.desktop.processes import command, environment, run_app, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def compositor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compositor]:
    if shutil.which(Compositor.program) is None:
        pytest.skip(f"not installed: {Compositor.program}")
    running = Compositor(tmp_path_factory.mktemp("wayland"))
    yield running
    running.stop()


@pytest.mark.parametrize("words", [[], ["--display"]], ids=["window", "display"])
def test_the_app_starts_and_only_the_display_fills_the_screen(
    compositor: Compositor, tmp_path: Path, words: list[str]
) -> None:
    log = tmp_path / "protocol.log"
    with log.open("wb") as written:
        app = subprocess.Popen(
            command(*words),
            env=environment(tmp_path, WAYLAND_DEBUG="client", **compositor.variables),
            stdout=subprocess.DEVNULL,
            stderr=written,
        )
    frame = r"wl_surface@\d+\.commit"
    until(lambda: len(re.findall(frame, log.read_text("utf-8", "replace"))) > 5, "some frames")
    told = log.read_text("utf-8", "replace")
    wide, high = SIZE
    filled = re.search(rf"xdg_toplevel@\d+\.configure\({wide}, {high},", told) is not None
    assert filled == ("--display" in words)
    assert ("set_fullscreen" in told) == ("--display" in words)
    app.send_signal(signal.SIGTERM)
    assert app.wait(20) == 0
    assert "Traceback" not in log.read_text("utf-8", "replace")


def test_pinning_is_refused_with_its_reason(compositor: Compositor, tmp_path: Path) -> None:
    done = run_app(tmp_path, "--pin", **compositor.variables)
    assert done.returncode == 1
    assert "on Wayland no program can keep its own window above" in done.stderr
    assert "QT_QPA_PLATFORM=xcb" in done.stderr
