"""A short list whose rows are put in order, and maybe ticked, by keyboard or by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from countdown.models.phrases import tr
from countdown.windows.buttons import EnterButton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countdown.widgets.look import Look


class OrderedRow(NamedTuple):
    """A row; one that is not ``ticked`` keeps its place and counts for nothing."""

    key: str
    text: str
    ticked: bool = True


class OrderedList(QWidget):
    """Signals: ``changed`` when a row comes, goes, is moved or ticked."""

    changed = Signal()

    def __init__(self, name: str, *, has_ticks: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_ticks = has_ticks
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self.changed)
        self.up, self.down = EnterButton(tr("Up")), EnterButton(tr("Down"))
        self.up.setToolTip(tr("Earlier (Ctrl+Up)"))
        self.down.setToolTip(tr("Later (Ctrl+Down)"))
        self.up.clicked.connect(self.move_up)
        self.down.clicked.connect(self.move_down)
        within = Qt.ShortcutContext.WidgetShortcut
        for key, slot in (("Ctrl+Up", self.move_up), ("Ctrl+Down", self.move_down)):
            QShortcut(QKeySequence(key), self.list, slot, context=within)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self.list, 0, 0, 4, 1)
        self._put(self.up, 0)
        self._put(self.down, 1)
        self._grid.setRowStretch(3, 1)
        self._grid.setColumnStretch(0, 1)

    def add_button(self, button: EnterButton) -> None:
        """Put one more button below those that move rows."""
        self._put(button, 2)

    def _put(self, button: EnterButton, row: int) -> None:
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._grid.addWidget(button, row, 1)

    def set_look(self, look: Look) -> None:
        self._grid.setHorizontalSpacing(look.space("small"))
        self._grid.setVerticalSpacing(look.space("tight"))
        self.list.setFont(look.font("body"))
        self.list.setSpacing(look.px(1))
        for button in self.findChildren(EnterButton):
            button.setFont(look.font("body"))
            button.setMinimumWidth(look.px(84))

    @property
    def rows(self) -> list[OrderedRow]:
        """All rows in their order."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return [
            OrderedRow(
                item.data(Qt.ItemDataRole.UserRole),
                item.text(),
                not self._has_ticks or item.checkState() is Qt.CheckState.Checked,
            )
            for item in items
        ]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the rows that count."""
        return tuple(row.key for row in self.rows if row.ticked)

    def show_rows(self, rows: Iterable[OrderedRow]) -> None:
        """Show other rows, and the first of them as the current one."""
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.text)
            item.setData(Qt.ItemDataRole.UserRole, row.key)
            if self._has_ticks:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                state = Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
                item.setCheckState(state)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.changed.emit()

    def add(self, row: OrderedRow) -> None:
        """Put a row at the end; one that is there already becomes the current one."""
        keys = [one.key for one in self.rows]
        if row.key not in keys:
            self.show_rows([*self.rows, row])
            keys.append(row.key)
        self.list.setCurrentRow(keys.index(row.key))

    def remove(self) -> None:
        """Take the current row away."""
        place = self.list.currentRow()
        rows = self.rows
        if 0 <= place < len(rows):
            self.show_rows(rows[:place] + rows[place + 1 :])
            self.list.setCurrentRow(min(place, len(rows) - 2))

    def move_up(self) -> None:
        """Let the current row come one earlier."""
        self._move(-1)

    def move_down(self) -> None:
        """Let the current row come one later."""
        self._move(1)

    def _move(self, by: int) -> None:
        place = self.list.currentRow()
        to = place + by
        rows = self.rows
        if place >= 0 and 0 <= to < len(rows):
            rows[place], rows[to] = rows[to], rows[place]
            self.show_rows(rows)
            self.list.setCurrentRow(to)
