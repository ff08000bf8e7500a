"""What a user sees in a window and does to it; tests go by names and texts, as people do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QToolButton, QWidget

from countdown.widgets.counter_face import CounterFace

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QAction


def texts(window: QWidget) -> list[str]:
    """Return all that is written in visible labels, whole even where it is cut to fit."""
    return [
        one.accessibleName()
        for one in window.findChildren(QLabel)
        if one.isVisible() and one.accessibleName()
    ]


def mark(window: QWidget) -> list[str]:
    """Return what the mark of the clock says."""
    frame = window.findChild(QWidget, "mark")
    assert isinstance(frame, QWidget)
    return texts(frame)


def figures(window: QWidget) -> list[str]:
    """Return the visible counters as a listener hears them."""
    return [
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        for one in window.findChildren(CounterFace)
        if one.isVisible()
    ]


def clocks(window: QWidget) -> list[str]:
    """Return the visible counters as they are painted."""
    return [
        " ".join(filter(None, one.figure[:3]))
        for one in window.findChildren(CounterFace)
        if one.isVisible()
    ]


def button(window: QWidget, name: str) -> QToolButton:
    found = [one for one in window.findChildren(QToolButton) if one.text() == name]
    assert found, f"no button {name}"
    return found[0]


def press(window: QWidget, name: str) -> None:
    """Click on a button as a user does."""
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def action(window: QWidget, name: str) -> QAction:
    found = [one for one in window.actions() if one.text() == name]
    assert found, f"no action {name}"
    return found[0]


def view(window: QWidget, name: str) -> QListView:
    found = [one for one in window.findChildren(QListView) if one.accessibleName() == name]
    assert found, f"no list {name}"
    return found[0]


def missions(window: QWidget) -> QListView:
    return view(window, "Missions")


def rows(listed: QListView) -> list[str]:
    model = listed.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def countdown_rows(window: QWidget) -> list[str]:
    """Return the countdowns as a listener hears them."""
    model = view(window, "Countdowns").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def row_called(window: QWidget, name: str) -> QModelIndex:
    listed = missions(window)
    for row in range(listed.model().rowCount()):
        index = listed.model().index(row, 0)
        if index.data() == name:
            return index
    raise AssertionError(f"no row {name}")


def choose(window: QWidget, name: str) -> None:
    """Click on a mission in the list."""
    listed, index = missions(window), row_called(window, name)
    listed.scrollTo(index)
    QTest.mouseClick(
        listed.viewport(),
        Qt.MouseButton.LeftButton,
        pos=listed.visualRect(index).center(),
    )


def field(window: QWidget) -> QLineEdit:
    """Return the field that finds missions."""
    lines = window.findChildren(QLineEdit)
    (found,) = [one for one in lines if one.accessibleName() == "Find a person or a flight"]
    return found


def place_in(window: QWidget, part: QWidget) -> QRect:
    """Return where a part of a window lies in it."""
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())
