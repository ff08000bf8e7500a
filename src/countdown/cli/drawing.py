"""The commands that need Qt: the window, and pictures of it. The one way from text to windows."""

from __future__ import annotations

import gc
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from countdown.cli.arguments import UsageError, fail, instant_option, number_option, parse
from countdown.cli.pyside import load_qt, read_the_rest
from countdown.cli.texts import LONGEST_PATH, bundled_instead, own_left_out
from countdown.core.clocks import FASTEST, SLOWEST
from countdown.core.errors import CountdownError, printable
from countdown.core.moments import instant
from countdown.data.chosen_catalogue import choose, load_chosen, remembered
from countdown.data.own_layer import lay_own
from countdown.data.themes import theme_names
from countdown.data.user_folders import MISSIONS, data_folder
from countdown.data.whole_files import write_whole
from countdown.data.wishes import Wish

if TYPE_CHECKING:
    import argparse

    from countdown.app import NotHandedOverError
    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.moments import Instant
    from countdown.data.own_layer import Laid

_PICTURES: Final = (".png", ".svg")
_SMALLEST: Final = {"main": (320, 240), "display": (320, 240), "pin": (180, 64)}
_LARGEST: Final = (7680, 4320)
_SIZE: Final = r"(?a)(\d{1,5})x(\d{1,5})"


class CannotError(CountdownError):
    """Understood, but this machine cannot do it; the message says why."""


def open_window(options: argparse.Namespace, clock: Clock) -> int:
    """Open the window, or print the status where there is no screen to open it on."""
    at = None if options.at is None else instant_option(options.at)
    speed = None
    if options.speed is not None:
        speed = number_option("--speed", options.speed, SLOWEST, FASTEST)
    theme = _theme(options.theme)
    below, wrong = load_chosen() if options.catalogue is None else (choose(options.catalogue), None)
    laid = lay_own(below, data_folder() / MISSIONS)
    catalogue = laid.catalogue
    person = None if options.person is None else catalogue.find_person(options.person)
    if not _may_have_screen():
        return _without_screen(options, catalogue, at or instant(clock.now()))
    wish = Wish(
        person=person,
        at=at,
        speed=speed,
        on_this_day=options.on_this_day,
        theme=theme,
        display=options.display,
        screen=options.screen,
        pin=options.pin,
        files=tuple(str(Path(name).absolute()) for name in options.missions),
    )
    said = [] if wrong is None else [bundled_instead(wrong, str(remembered()))]
    return _run(options, below, laid, clock, wish, "\n\n".join([*said, *_left_out(laid)]))


def _left_out(laid: Laid) -> list[str]:
    """What is wrong with missions in a file that can be read; the window itself says the rest."""
    return [own_left_out(laid.problems)] if laid.problems and laid.missions else []


def _may_have_screen() -> bool:
    """Say whether it is worth to start Qt at all; only X and Wayland tell beforehand."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _without_screen(options: argparse.Namespace, catalogue: Catalogue, at: Instant) -> int:
    """Print the status instead; what can only be seen on a screen fails."""
    cannot = options.display or options.pin
    instead = "" if cannot else "; this is the status as text"
    failed = fail(f"there is no screen to open a window on{instead}", 1)
    if cannot:
        return failed
    from countdown.cli import commands

    words = ["status"] if options.person is None else ["status", "--", options.person]
    return commands.status(parse(words), catalogue, at)


def _run(
    options: argparse.Namespace,
    below: Catalogue,
    laid: Laid,
    clock: Clock,
    wish: Wish,
    notice: str,
) -> int:
    if "QT_QPA_PLATFORM" not in os.environ and sys.platform.startswith("linux"):
        # Without a last resort Qt aborts where a screen is named that is not there.
        first = "wayland;xcb" if os.environ.get("WAYLAND_DISPLAY") else "xcb;wayland"
        os.environ["QT_QPA_PLATFORM"] = f"{first};offscreen"
    load_qt()
    from PySide6.QtCore import QTimer

    from countdown import app

    application = app.make_application()
    if application.platformName() == "offscreen" and ";" in os.environ["QT_QPA_PLATFORM"]:
        return _without_screen(options, laid.catalogue, wish.at or instant(clock.now()))
    if wish.pin and (why_not := app.why_not_pinned()):
        raise CannotError(f"--pin: {why_not}")
    QTimer.singleShot(0, _search_for_waste)
    try:
        return app.run(application, below, laid, clock, wish, notice, read_the_rest)
    except app.NotHandedOverError as error:
        raise CannotError(_why_not_handed_over(error)) from None
    except app.NoSuchScreenError as error:
        names = ", ".join(f"{n} ({name})" for n, name in enumerate(error.names, start=1))
        raise CannotError(
            f"--screen: there is no '{printable(error.asked)}'; there are {names}"
        ) from None


def _search_for_waste() -> None:
    """Have Python look for cycles again, in what is made from here on: the rest stays for good."""
    gc.freeze()
    gc.enable()


def _why_not_handed_over(error: NotHandedOverError) -> str:
    answer = error.answer
    if answer.verdict == "no-answer":
        return "Mission Countdown runs already, but does not answer; end it, then start it again"
    detail = printable(answer.detail)
    if answer.verdict == "refused":
        return f"the Mission Countdown that runs already refused: {detail}"
    return f"another version of Mission Countdown runs already; end it first ({detail})"


def draw_picture(options: argparse.Namespace, catalogue: Catalogue, at: Instant) -> int:
    """Draw a window's state into a PNG or SVG file; no screen is needed."""
    size = _size(options.size, _SMALLEST[options.view])
    out = Path(options.out)
    if (suffix := out.suffix.lower()) not in _PICTURES:
        raise UsageError(f"--out: '{printable(options.out)}' does not end in .png or .svg")
    theme = _theme(options.theme) or "dark"
    person = None if options.person is None else catalogue.find_person(options.person)
    if "DISPLAY" not in os.environ and "QT_QPA_PLATFORM" not in os.environ:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    load_qt()
    from tempfile import TemporaryDirectory

    from countdown import app, shots

    shot = shots.Shot(theme, size, shots.View(options.view), options.page or "")
    names = shots.page_names(shot.view)
    if shot.page and shot.page not in names:
        known = f"there are {', '.join(names)}" if names else f"--view {shot.view} has none"
        raise UsageError(f"--page: there is no '{printable(shot.page)}'; {known}")
    app.make_application()
    with TemporaryDirectory() as folder:  # a picture remembers nothing
        drawn = shots.picture(catalogue, at, person, shot, Path(folder), suffix)
    try:
        write_whole(out, drawn)
    except OSError as error:
        shown = printable(options.out, LONGEST_PATH)
        raise CannotError(f"--out: '{shown}' cannot be written: {error.strerror}") from None
    return 0


def _theme(name: str | None) -> str | None:
    """Check that there is a theme of that name."""
    names = ("system", *theme_names())
    if name is not None and name not in names:
        raise UsageError(f"--theme: there is no '{printable(name)}'; there are {', '.join(names)}")
    return name


def _size(text: str, smallest: tuple[int, int]) -> tuple[int, int]:
    if (found := re.fullmatch(_SIZE, text)) is not None:
        wide, high = int(found[1]), int(found[2])
        if all(a <= b <= c for a, b, c in zip(smallest, (wide, high), _LARGEST, strict=True)):
            return wide, high
    least, most = ("x".join(map(str, pair)) for pair in (smallest, _LARGEST))
    raise UsageError(f"--size: '{printable(text)}' is no size from {least} to {most}")
