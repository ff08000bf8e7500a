"""Nothing that a user, or a file from anywhere, can write is ever shown as anything but text."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QTextEdit,
    QWidget,
)

import countdown
from countdown.core.flights import Country, Person, Sex
from countdown.core.overlays import with_own
from countdown.core.own_missions import (
    FlightCorrection,
    OwnFlight,
    OwnHighlight,
    OwnMilestone,
    OwnMission,
    OwnPress,
    OwnVehicle,
    VehicleCorrection,
)
from countdown.core.ownership import FlightKey
from countdown.core.press import PressCounts
from countdown.core.readings import Mission
from countdown.data.mission_files import mission_text
from countdown.data.mission_store import MissionStore
from countdown.models.mission_draft import Part
from countdown.models.phrases import tip
from countdown.services.exchange import Exchange
from countdown.windows.display_window import page_names
from countdown.windows.editor_window import EditorWindow
from countdown.windows.page_stack import PageKey
from countdown.windows.saving import say
from countdown.windows.sections import SectionKey
from tests.fakes import FakeClock
from tests.own import moment
from tests.windows.sight import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QAbstractItemModel

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look
    from tests.qt_fixtures import OpenApp

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NOW: Final = "2026-11-22T09:30:15Z"
BAD: Final = (
    '<b>bold</b> & <img src="file:///etc/passwd"><a href="file:///etc/passwd">here</a>'
    "\N{RIGHT-TO-LEFT OVERRIDE}\x07\x1b[31m\N{ZERO WIDTH SPACE}<table><tr><td>"
)
_TIP = re.compile(r"<p>[^<>]*(<br>[^<>]*)*</p>")
"""What `tip` makes: one paragraph, and whatever stands in it escaped."""

DAY: Final = moment("2026-11-20")
PIA = FlightKey("pia", "ark-1")
MISSION = OwnMission(
    "ark",
    f"title {BAD}",
    moment("2026-11-20"),
    f"note {BAD}",
    countries=(Country("XX", f"country {BAD}", "XX"),),
    people=(Person("pia", f"person {BAD}", Sex.FEMALE, (f"alias {BAD}",), f"note {BAD}"),),
    vehicles=(
        OwnVehicle(
            "ark-1",
            f"vehicle {BAD}",
            f"spacecraft {BAD}",
            moment("2026-10-01T12:00Z"),
            planned_landing=moment("2027-03"),
            station=f"station {BAD}",
            note=f"note {BAD}",
            source=f"source {BAD}",
        ),
        OwnVehicle("ark-2", f"launch {BAD}", f"spacecraft {BAD}", moment("2027-01-02")),
    ),
    flights=(OwnFlight("pia", "ark-1", "XX"),),
    vehicle_corrections=(
        VehicleCorrection(
            "soyuz-tma-16m", moment("2015-03-27"), note=f"note {BAD}", source=f"source {BAD}"
        ),
    ),
    flight_corrections=(
        FlightCorrection(
            "scott-kelly",
            "soyuz-tma-16m",
            landing=moment("2016-03-03"),
            note=f"note {BAD}",
            source=f"source {BAD}",
        ),
    ),
    milestones=(OwnMilestone(f"milestone {BAD}", moment("2026-12-24"), PIA, f"note {BAD}"),),
    highlights=(
        OwnHighlight(
            f"highlight {BAD}",
            moment("2026-10-02T12:00Z"),
            PIA,
            f"short {BAD}",
            f"note {BAD}",
            f"source {BAD}",
        ),
    ),
    press=(
        OwnPress(
            "pia",
            PressCounts.FLIGHT,
            9,
            moment("2026-10-09"),
            f"words {BAD}",
            f"source {BAD}",
            PIA,
            f"note {BAD}",
        ),
    ),
)


def indexes(model: QAbstractItemModel, under: QModelIndex) -> Iterator[QModelIndex]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(under)
    for row in range(model.rowCount(under)):
        for column in range(columns):
            index = model.index(row, column, under)
            yield index
            yield from indexes(model, index)


def told_by(widget: QWidget) -> Iterator[str]:
    """Yield every tool tip of a widget, and of what it lists."""
    yield widget.toolTip()
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        for index in indexes(model, QModelIndex()):
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def _is_guessed(label: QLabel | QMessageBox) -> bool:
    return bool(label.text()) and label.textFormat() is not Qt.TextFormat.PlainText


def faults(window: QWidget) -> set[str]:
    """Return what in a window, seen or not, could be taken for markup."""
    found = set()
    for widget in (window, *window.findChildren(QWidget)):
        if isinstance(widget, QTextEdit):
            found.add(f"{widget.metaObject().className()} has rich text")
        kind = widget.metaObject().className()
        if isinstance(widget, QLabel | QMessageBox) and _is_guessed(widget):
            found.add(f"{kind} guesses what {widget.text()!r} is")
        for told in (widget.statusTip(), widget.whatsThis()):
            if Qt.mightBeRichText(told):
                found.add(f"{kind} tells {told!r}")
        for told in told_by(widget):
            if Qt.mightBeRichText(told) and _TIP.fullmatch(told) is None:
                found.add(f"{kind} has the tool tip {told!r}")
    return found


def is_told(window: QWidget) -> bool:
    """Say whether something of the mission is in sight at all."""
    shown = [
        *texts(window),
        *(told for one in window.findChildren(QWidget) for told in told_by(one)),
    ]
    return any("file:///etc/passwd" in one for one in shown)


@pytest.fixture
def facts(catalogue: Catalogue) -> Catalogue:
    return with_own(catalogue, [MISSION]).catalogue


def missions_of(facts: Catalogue) -> tuple[Mission, ...]:
    """Her flight, the launch whose crew is not named, and the flight that was corrected."""
    (launch,) = (one for one in facts.planned if one.id == "ark-2")
    return (
        Mission.of_person(facts, facts.people["pia"]),
        Mission.of_plan(facts, launch),
        Mission.of_flight(facts, facts.career(facts.people["scott-kelly"])[-1]),
    )


def test_every_page_of_the_main_window_takes_it_for_text(
    open_app: OpenApp, facts: Catalogue
) -> None:
    app = open_app(NOW, facts=facts, size=(800, 480))
    for mission in missions_of(facts):
        app.window.show_mission(mission)
        for page in (*SectionKey, *PageKey):
            app.window.show_page(page)
            QApplication.processEvents()
            assert faults(app.window) == set(), page
    for mission in missions_of(facts)[:2]:
        app.window.show_mission(mission)
        assert is_told(app.window)


def test_the_windows_beside_it_take_it_for_text(open_app: OpenApp, facts: Catalogue) -> None:
    app = open_app(NOW, facts=facts)
    app.window.show_mission(missions_of(facts)[0])
    app.window.explain_career()
    app.window._companions.what_if()
    QApplication.processEvents()
    assert faults(app.window) == set()


def test_the_display_and_a_pinned_window_take_it_for_text(
    open_app: OpenApp, facts: Catalogue
) -> None:
    app = open_app(NOW, facts=facts)
    for mission in missions_of(facts):
        app.desk.show_display(mission=mission)
        app.desk.pin(mission)
        display = app.desk.display
        assert display is not None
        for page in page_names():
            display.show_page(page)
            QApplication.processEvents()
            assert faults(display) == set()
    for pinned in app.desk.pins:
        assert faults(pinned) == set()
    app.desk.set_up_display()
    assert faults(app.window) == set()


def test_the_editor_takes_it_for_text(
    catalogue: Catalogue, look: Look, shown: list[QWidget], tmp_path: Path
) -> None:
    clock = FakeClock(NOW)
    files = Exchange(MissionStore(tmp_path, clock), tmp_path / "settings.ini")
    editor = EditorWindow(catalogue, [MISSION], clock, files, look)
    shown.append(editor)
    editor.show()
    for part in Part:
        editor.form.added.emit(part.value)
    editor.book.head("title", BAD)  # another than is kept: now the fields are looked at
    (flight, *_) = editor.book.drafts[0].of(Part.FLIGHTS)
    editor.book.edit(flight.key, "person", f"someone {BAD}")
    editor.close()
    QApplication.processEvents()
    assert is_told(editor)
    assert editor.findChild(QMessageBox) is not None
    assert faults(editor) == set()


MARKUP: Final = '<b>bold</b> & <img src="file:///etc/passwd">'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("<b>own<img src=x>.mission", mission_text((OwnMission("ark", MARKUP, DAY),))),
        (
            "<b>wrong<img src=x>.mission",
            mission_text((OwnMission("ark", "A", DAY),)).replace(
                '"A"', f'"A", "{MARKUP.replace(chr(34), "")}": 1'
            ),
        ),
        ("<b>table<img src=x>.csv", f"{MARKUP};person\n{MARKUP};{MARKUP}\n"),
    ],
)
def test_files_are_told_of_as_text(
    catalogue: Catalogue,
    look: Look,
    shown: list[QWidget],
    tmp_path: Path,
    name: str,
    content: str,
) -> None:
    clock = FakeClock(NOW)
    files = Exchange(MissionStore(tmp_path, clock), tmp_path / "settings.ini")
    kept = OwnMission("ark", f"kept {MARKUP}", DAY)
    editor = EditorWindow(catalogue, [kept], clock, files, look)
    shown.append(editor)
    editor.show()
    file = tmp_path / name
    file.write_text(content, "utf-8")
    editor.import_files([file])
    QApplication.processEvents()
    dialogs = editor.findChildren(QDialog)
    assert len(dialogs) == 1
    assert faults(editor) == set()


def test_what_is_wrong_with_a_file_is_told_as_text(shown: list[QWidget]) -> None:
    window = QWidget()
    shown.append(window)
    say(f"{BAD} cannot be read: {BAD}", window)
    assert window.findChild(QMessageBox) is not None
    assert faults(window) == set()


def imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    froms = [one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
    return {alias.name for one in froms for alias in one.names}


def test_only_the_glossary_which_comes_with_the_app_is_rich_text() -> None:
    rich = {"QTextBrowser", "QTextEdit", "QTextDocument", "QStaticText"}
    files = Path(countdown.__file__).parent.rglob("*.py")
    assert [file.stem for file in files if rich & imported(file)] == ["glossary_dialog"]


@pytest.mark.parametrize("told", [BAD, "&lt;b&gt;", "a & b", "", "R&amp;D"])
def test_a_tool_tip_says_exactly_what_it_is_given(told: str) -> None:
    document = QTextDocument()
    document.setHtml(tip(told))
    assert document.toPlainText() == told
