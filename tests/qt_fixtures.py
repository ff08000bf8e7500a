"""What tests with Qt share: the app's fonts and style, apps to open, and nothing left running.

Each folder of such tests imports these fixtures into its conftest; the tests of core and data,
which run without Qt, never see them.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, Final, Protocol

import pytest
import shiboken6
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QLocale, QObject, QTimer

from countdown.app import App, let_widgets_speak, load_look, make_application
from countdown.core.manner import Manner
from countdown.data.wishes import Wish
from countdown.models.manners import take_manner
from countdown.services.own_facts import OwnFacts
from countdown.services.settings import Settings
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QApplication, QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.widgets.look import Look

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt starts
os.environ["TZ"] = "UTC"

PLAIN: Final = Manner(in_miles=False, in_twelve_hours=False)
"""Kilometres, 24 hours and elapsed time first, wherever the tests run."""
_DELETE: Final = QEvent.Type.DeferredDelete.value


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Return the application as the app itself makes it, writing figures as in English."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    application = make_application()
    let_widgets_speak()
    gc.freeze()  # what is there by now need not be searched after every test
    return application


def _is_running(one: object) -> bool:
    """Say whether it is a timer or an animation that runs; most of the many asked are not."""
    if not issubclass(type(one), QObject) or not shiboken6.isValid(one):
        return False
    if isinstance(one, QTimer):
        return one.isActive()
    running = QAbstractAnimation.State.Running
    return isinstance(one, QAbstractAnimation) and one.state() is running


@pytest.fixture(autouse=True)
def nothing_left_running(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a running timer or animation, or a window of its own.

    Each begins with figures written plainly; an app that it opens writes as its settings say.
    """
    take_manner(PLAIN)
    before = set(qapp.topLevelWidgets())
    yield
    QCoreApplication.sendPostedEvents(None, _DELETE)
    gc.collect()
    running = [one for one in gc.get_objects() if _is_running(one)]
    stray = set(qapp.topLevelWidgets()) - before
    for one in running:
        one.stop()
    for window in stray:
        window.close()
    assert not running, f"still running: {running}"
    assert not stray, f"windows left over: {stray}"


@pytest.fixture
def look() -> Look:
    return load_look("dark")


@pytest.fixture
def shown() -> Iterator[list[QWidget]]:
    """Take widgets that a test has put together, and take them down after it."""
    widgets: list[QWidget] = []
    yield widgets
    for widget in widgets:
        widget.close()
        shiboken6.delete(widget)


class ModelChecker(Protocol):
    """pytest-qt's ``qtmodeltester``, with the types it lacks."""

    def check(self, model: QAbstractItemModel) -> None: ...


class OpenApp(Protocol):
    """Opens the app as on a start, with settings that outlive it within one test."""

    def __call__(
        self,
        now: str = ...,
        wish: Wish = ...,
        *,
        clock: Clock | None = ...,
        facts: Catalogue | None = ...,
        size: tuple[int, int] | None = ...,
    ) -> App: ...


def end_app(app: App) -> None:
    """Close the app as its user does, and let go of all that it had."""
    app.desk.close()
    app.take_down()


@pytest.fixture
def open_app(qapp: QApplication, catalogue: Catalogue, tmp_path: Path) -> Iterator[OpenApp]:
    opened: list[App] = []

    def start(
        now: str = "2026-11-22T09:30:15Z",
        wish: Wish | None = None,
        *,
        clock: Clock | None = None,
        facts: Catalogue | None = None,
        size: tuple[int, int] | None = (1180, 760),
    ) -> App:
        asked = wish or Wish()
        settings = Settings(tmp_path / "settings.ini")
        system = clock or FakeClock(now)
        own = OwnFacts(facts or catalogue, tmp_path / "kept", system)
        app = App(own, system, settings, asked)
        opened.append(app)
        if size is not None:
            app.window.resize(*size)
        app.show(asked)
        qapp.processEvents()
        return app

    yield start
    for app in opened:
        if shiboken6.isValid(app):
            end_app(app)
