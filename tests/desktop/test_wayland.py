"""On plain Wayland: the display fills the screen, and nothing pretends to be pinned."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.desktop.compositors import SIZE, Compositor
from tests.desktop.processes import command, environment, run_app, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


ACTION = """
from countdown.app import App, make_application
from countdown.core.clocks import SystemClock
from countdown.data.catalogue_files import load_catalogue
from countdown.data.resources import bundled_catalogue
from countdown.data.user_folders import data_folder, preferences_folder
from countdown.data.wishes import Wish
from countdown.services.own_facts import OwnFacts
from countdown.services.settings import Settings
qt = make_application()
settings = Settings(preferences_folder() / "settings.ini")
clock = SystemClock()
own = OwnFacts(load_catalogue(bundled_catalogue()), data_folder(), clock)
app = App(own, clock, settings, Wish())
(pin,) = [one for one in app.window.actions() if one.text().startswith("Pin")]
print(pin.isEnabled(), pin.text(), pin.toolTip(), sep="\\n")
"""
"""Opens the main window, and tells of its action to pin."""


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
    assert "On Wayland no program can place its own windows" in done.stderr
    assert "QT_QPA_PLATFORM=xcb" in done.stderr


def test_the_action_to_pin_is_off_and_says_why(compositor: Compositor, tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", ACTION],
        env=environment(tmp_path, **compositor.variables),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout.splitlines()
    assert told[:2] == ["False", "Pin a small window (not on Wayland)"]
    assert "XWayland" in told[2]
