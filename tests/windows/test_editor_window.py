"""Typing missions of one's own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMessageBox, QWidget

from countdown.core.flights import Person, Sex
from countdown.core.moments import Moment
from countdown.core.own_missions import OwnFlight, OwnMission, OwnVehicle
from countdown.data.mission_store import MissionStore
from countdown.models.mission_draft import Part
from countdown.services.exchange import Exchange
from countdown.windows.editor_window import EditorWindow
from countdown.windows.form_parts import FormLine
from countdown.windows.moment_field import MomentField
from tests.fakes import FakeClock
from tests.windows.sight import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QAccessibleInterface

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look
    from countdown.windows.draft_row import DraftRow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ARK = OwnMission(
    "ark",
    "Four years",
    Moment.parse("2026-11-20"),
    people=(Person("jane-doe", "Jane Doe", Sex.FEMALE),),
    vehicles=(
        OwnVehicle("ark-1", "Ark 1", "Ark", Moment.parse("2021-01-01"), Moment.parse("2025-01-01")),
    ),
    flights=(OwnFlight("jane-doe", "ark-1", "US", "ark-1"),),
)


@pytest.fixture
def editor(catalogue: Catalogue, look: Look, shown: list[QWidget], tmp_path: Path) -> EditorWindow:
    clock = FakeClock("2026-11-22T09:30:15Z")
    files = Exchange(MissionStore(tmp_path, clock), tmp_path / "settings.ini")
    window = EditorWindow(catalogue, [ARK], clock, files, look)
    shown.append(window)
    window.show()
    window.activateWindow()
    return window


def moment(editor: EditorWindow, part: Part, name: str) -> MomentField:
    draft = editor.draft
    assert draft is not None
    field = editor.form.rows[draft.of(part)[0].key].inputs[name]
    assert isinstance(field, MomentField)
    return field


def retype(line: QLineEdit, text: str) -> None:
    line.selectAll()
    QTest.keyClicks(line, text)


def saved_from(editor: EditorWindow) -> list[tuple[tuple[OwnMission, ...], tuple[str, ...]]]:
    """Keep what the editor saves from now on; a list of it, with what is gone."""
    saved: list[tuple[tuple[OwnMission, ...], tuple[str, ...]]] = []
    editor.saved.connect(lambda changed, gone: saved.append((changed, gone)))
    editor.saved.connect(editor.mark_saved)
    return saved


def test_what_is_kept_is_no_change(editor: EditorWindow) -> None:
    assert not editor.has_changes
    assert not editor.buttons["save"].isEnabled()
    assert editor.close()


def test_another_landing_is_understood_at_once_and_saved(editor: EditorWindow) -> None:
    saved = saved_from(editor)
    landing = moment(editor, Part.VEHICLES, "landing")
    retype(landing.line, "Oct 29 2025 4:05 pm EDT")
    assert landing.said.text() == "29 Oct 2025, 20:05 UTC"
    QTest.keySequence(editor, QKeySequence("Ctrl+S"))
    (((mission,), _),) = saved
    assert str(mission.vehicles[0].landing) == "2025-10-29T20:05Z"
    assert str(mission.stated_on) == "2026-11-22"
    assert not editor.has_changes


def test_a_time_that_came_twice_is_asked_about_before_it_is_saved(editor: EditorWindow) -> None:
    landing = moment(editor, Part.VEHICLES, "landing")
    retype(landing.line, "3 November 2024 1:30 am")
    landing.zone_chosen.emit("America/New_York")
    assert landing.readings[0].isVisible()
    assert not editor.save()
    landing.readings[1].click()
    assert editor.book.unsaved()[0].vehicles[0].landing == Moment.parse("2024-11-03T06:30Z")


def test_an_answer_about_the_clocks_that_cannot_stand_is_told_below_it(
    editor: EditorWindow,
) -> None:
    landing = moment(editor, Part.VEHICLES, "landing")
    retype(landing.line, "1 November 2020 1:30 am")
    landing.zone_chosen.emit("America/New_York")
    below = [one for one in texts(editor) if "comes twice" in one]
    assert len(below) == 1
    landing.readings[0].click()
    assert any("not after the launch" in one for one in texts(editor))


def test_a_landing_before_its_launch_is_told_beside_it(editor: EditorWindow) -> None:
    retype(moment(editor, Part.VEHICLES, "landing").line, "2020")
    assert not editor.buttons["save"].isEnabled()
    landing = moment(editor, Part.VEHICLES, "landing")
    assert "not after the launch" in landing.line.accessibleDescription()


def test_everything_is_undone_and_done_again(editor: EditorWindow) -> None:
    line = editor.form.title
    retype(line, "Five years")
    editor.book.duplicate()
    editor.book.delete()
    editor.book.delete()
    assert editor.history.desktop.drafts == ()
    while editor.history.can_undo:
        QTest.keySequence(editor, QKeySequence("Ctrl+Z"))
    assert line.text() == "Four years"
    assert not editor.has_changes
    QTest.keySequence(editor, QKeySequence("Ctrl+Shift+Z"))
    assert editor.draft is not None
    assert editor.draft.title != "Four years"


def test_a_deleted_mission_is_gone_when_it_is_saved(editor: EditorWindow) -> None:
    saved = saved_from(editor)
    editor.book.delete()
    assert saved == []
    assert editor.save()
    assert saved == [((), ("ark",))]


def test_somebody_who_is_not_found_becomes_a_new_person(editor: EditorWindow) -> None:
    editor.new()
    QTest.keyClicks(editor.form.title, "Polaris")
    editor.form.added.emit("flights")
    assert editor.draft is not None
    row = editor.form.rows[editor.draft.of(Part.FLIGHTS)[0].key]
    who = row.inputs["person"]
    QTest.keyClicks(who, "Rick Deckard")
    row.offers["person"].click()
    assert editor.draft.of(Part.PEOPLE)[0].value("name") == "Rick Deckard"
    assert isinstance(who, QLineEdit)
    assert who.text() == "Rick Deckard"


def test_closing_asks_about_what_is_not_saved(editor: EditorWindow) -> None:
    retype(editor.form.title, "Five years")
    assert not editor.close()
    box = editor.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    box.button(QMessageBox.StandardButton.Discard).click()
    assert not editor.isVisible()
    assert not editor.has_changes


def row(editor: EditorWindow, part: Part) -> DraftRow:
    """The last row of a part."""
    draft = editor.draft
    assert draft is not None
    return editor.form.rows[draft.of(part)[-1].key]


def tab_to(editor: EditorWindow, name: str) -> None:
    """Go on with Tab until what has this name has the focus."""
    for _ in range(200):
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        if heard(focused()) == name:
            return
    raise AssertionError(f"Tab never comes to {name}")


def heard(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def focused() -> QWidget:
    QApplication.processEvents()  # a field that was just added is shown, and takes the focus
    found = QApplication.focusWidget()
    assert found is not None
    return found


def fill_with_everything(editor: EditorWindow) -> None:
    for part in Part:
        editor.form.added.emit(part.value)
    QApplication.processEvents()


def accessible(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield one
    for number in range(one.childCount()):
        child = one.child(number)
        if child.isValid() and not child.state().invisible:
            yield from accessible(child)


def is_named(one: QAccessibleInterface) -> bool:
    """Say whether it is heard what it is; a choice is called by what is chosen."""
    if one.role() is not QAccessible.Role.ComboBox:
        return bool(one.text(QAccessible.Text.Name))
    labels = one.relations(QAccessible.RelationFlag.Label)
    return bool(labels or one.text(QAccessible.Text.Description))


def test_a_teacher_counts_down_to_a_launch_by_keyboard_alone(editor: EditorWindow) -> None:
    saved = saved_from(editor)
    QTest.keySequence(editor, QKeySequence("Ctrl+N"))
    QTest.keyClicks(focused(), "Our class flies along")
    tab_to(editor, "Add a launch")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    for text in ("Artemis III", "Orion", "NET March 2027"):
        QTest.keyClicks(focused(), text)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert moment(editor, Part.VEHICLES, "launch").said.text().startswith("no earlier than March")
    tab_to(editor, "Save")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    (((mission,), _),) = saved
    assert mission.id == "our-class-flies-along"
    assert mission.vehicles[0].launch == Moment.parse("2027-03", no_earlier_than=True)


def test_a_museum_adds_the_flight_of_the_day(editor: EditorWindow) -> None:
    saved_from(editor)
    editor.new()
    QTest.keyClicks(editor.form.title, "Soyuz MS-99")
    editor.form.added.emit("flights")
    flight = row(editor, Part.FLIGHTS)
    QTest.keyClicks(flight.inputs["person"], "Oleg Kononenko")
    country = flight.inputs["country"]
    assert isinstance(country, QComboBox)
    assert country.currentText() == "Russia"
    QTest.keyClicks(flight.inputs["up"], "Soyuz MS-99")
    flight.offers["up"].click()
    QTest.keyClicks(row(editor, Part.VEHICLES).inputs["spacecraft"], "Soyuz MS")
    launch = moment(editor, Part.VEHICLES, "launch")
    QTest.keyClicks(launch.line, "22 Nov 2026 12:05")
    launch.zone_chosen.emit("Europe/Moscow")
    assert launch.said.text() == "22 Nov 2026, 09:05 UTC · 12:05 Moscow"
    assert launch.zone.currentText() == "Moscow · Europe"
    assert editor.save()
    assert [one.id for one in editor.book.kept.values()] == ["ark", "soyuz-ms-99"]


def test_a_fan_sees_what_the_catalogue_says_of_a_vehicle_and_that_it_agrees(
    editor: EditorWindow,
) -> None:
    editor.form.added.emit("vehicle_corrections")
    correction = row(editor, Part.VEHICLE_CORRECTIONS)
    QTest.keyClicks(correction.inputs["vehicle"], "Soyuz TMA-18M")
    landing = moment(editor, Part.VEHICLE_CORRECTIONS, "landing")
    assert "The catalogue says: 2 Mar 2016, 04:25:51 UTC" in landing.line.accessibleDescription()
    QTest.keyClicks(landing.line, "2016-03-02 04:26")
    assert "so too" not in landing.line.accessibleDescription()
    retype(landing.line, "2016-03-02 04:25")
    assert "The catalogue says so too" in landing.line.accessibleDescription()
    assert editor.list.currentItem().text().endswith("the catalogue says so too")


def test_a_country_of_ones_own_can_be_flown_for(editor: EditorWindow) -> None:
    editor.form.added.emit("countries")
    country = row(editor, Part.COUNTRIES)
    QTest.keyClicks(country.inputs["name"], "Ireland")
    QTest.keyClicks(country.inputs["code"], "IE")
    chooser = row(editor, Part.FLIGHTS).inputs["country"]
    assert isinstance(chooser, QComboBox)
    chooser.setFocus()
    QTest.keyClicks(chooser, "Irel")
    assert chooser.currentText() == "Ireland"
    chooser.activated.emit(chooser.currentIndex())
    assert editor.book.unsaved()[0].flights[0].country == "IE"


def test_a_mission_that_was_deleted_and_saved_comes_back(editor: EditorWindow) -> None:
    saved = saved_from(editor)
    editor.book.delete()
    assert editor.save()
    assert editor.list.count() == 0
    QTest.keySequence(editor, QKeySequence("Ctrl+Z"))
    assert editor.save()
    assert [[one.id for one in changed] for changed, _ in saved] == [[], ["ark"]]


def test_a_mission_from_elsewhere_replaces_the_one_of_its_id_until_it_is_undone(
    editor: EditorWindow,
) -> None:
    editor.take_missions([ARK._replace(title="Five years"), ARK._replace(id="moon", title="Moon")])
    assert [one.title for one in editor.book.drafts] == ["Five years", "Moon"]
    assert {one.id for one in editor.book.unsaved()} >= {"ark"}
    QTest.keySequence(editor, QKeySequence("Ctrl+Z"))
    assert [one.title for one in editor.book.drafts] == ["Four years"]
    assert not editor.has_changes


def test_everything_can_be_named_by_a_screen_reader(editor: EditorWindow) -> None:
    fill_with_everything(editor)
    launch = moment(editor, Part.VEHICLES, "launch")
    retype(launch.line, "3 November 2024 1:30 am")
    launch.zone_chosen.emit("America/New_York")
    role = QAccessible.Role
    controls = {role.Button, role.EditableText, role.ComboBox, role.CheckBox, role.RadioButton}
    found = [
        one
        for one in accessible(QAccessible.queryAccessibleInterface(editor))
        if one.role() in {*controls, role.List}
    ]
    assert len(found) > 100
    assert {one.role() for one in found} == {*controls, role.List}
    assert [one.object() for one in found if not is_named(one)] == []


def test_tab_goes_through_all_fields_from_above_whatever_was_added_and_removed(
    editor: EditorWindow,
) -> None:
    fill_with_everything(editor)
    row(editor, Part.PEOPLE).remove.click()
    editor.form.added.emit("flights")
    QApplication.processEvents()
    editor.list.setFocus()
    places, seen = [], set()
    while True:
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        here = focused()
        if here in seen:
            break
        seen.add(here)
        if editor.form.isAncestorOf(here):
            places.append(here.mapTo(editor.form, here.rect().center()).y())
    assert len(places) > 80
    sunk = [(one, two) for one, two in pairwise(places) if two < one - 4]
    assert sunk == []
    fields = [one for one in editor.form.findChildren(FormLine) if one.isVisible()]
    assert seen >= set(fields)


def test_who_removes_a_row_goes_on_at_what_is_next(editor: EditorWindow) -> None:
    people = row(editor, Part.PEOPLE)
    people.remove.setFocus()
    QTest.keyClick(people.remove, Qt.Key.Key_Return)
    assert heard(focused()) == "Add a launch"


def test_the_field_with_trouble_is_come_to_by_a_key(editor: EditorWindow) -> None:
    retype(moment(editor, Part.VEHICLES, "landing").line, "2020")
    editor.list.setFocus()
    QTest.keySequence(editor, QKeySequence("F8"))
    assert focused() is moment(editor, Part.VEHICLES, "landing").line


def test_a_key_goes_from_trouble_to_trouble_and_begins_anew(editor: EditorWindow) -> None:
    editor.new()
    editor.form.added.emit("people")
    named = []
    for _ in range(4):
        QTest.keySequence(editor, QKeySequence("F8"))
        named.append(heard(focused()))
    assert named == ["Title", "Name", "–", "Title"]  # Qt calls a choice by what is chosen


@pytest.mark.parametrize("part", Part)
def test_what_is_added_in_a_small_window_is_in_sight(editor: EditorWindow, part: Part) -> None:
    editor.resize(800, 480)
    editor.new()
    editor.form.added.emit(part.value)
    QApplication.processEvents()
    assert not focused().visibleRegion().isEmpty()
    assert focused().visibleRegion().boundingRect().height() == focused().height()


def test_nothing_is_cut_in_a_small_window(editor: EditorWindow) -> None:
    fill_with_everything(editor)
    QTest.keyClicks(row(editor, Part.FLIGHTS).inputs["person"], "Somebody " * 12)
    editor.set_look(editor.look._replace(scale=0.85))
    editor.resize(800, 480)
    QApplication.processEvents()
    assert editor.size() == QSize(800, 480)
    right = editor.form.visibleRegion().boundingRect().right()
    inside = [
        one
        for one in editor.form.findChildren(QWidget)
        if one.isVisible() and one.mapTo(editor.form, one.rect().topRight()).x() > right
    ]
    assert inside == []


def test_a_note_has_lines_and_leaves_undo_to_the_window(editor: EditorWindow) -> None:
    note = editor.form.note
    note.setFocus()
    low = note.height()
    QTest.keyClicks(note, "One")
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClicks(note, "Two")
    assert note.height() > low
    assert editor.book.unsaved()[0].note == "One\nTwo"
    QTest.keySequence(note, QKeySequence("Ctrl+Z"))
    assert note.toPlainText() == ""


def test_arrows_turn_to_another_mission_and_the_list_keeps_the_focus(editor: EditorWindow) -> None:
    editor.take_missions([ARK._replace(id="moon", title="Moon")])
    assert editor.form.title.text() == "Moon"
    editor.list.setFocus()
    for key, title in ((Qt.Key.Key_Up, "Four years"), (Qt.Key.Key_Down, "Moon")):
        QTest.keyClick(focused(), key)
        assert editor.form.title.text() == title
        assert focused() is editor.list
