"""The records on one page: who held one from when to when, and how all stand in it now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from countdown.core.moments import DAY, FIRST
from countdown.core.records import Kind
from countdown.models import phrases
from countdown.models.change_list import ChangeListModel, ChangeRole
from countdown.models.phrases import tr
from countdown.models.standing_list import StandingListModel, StandingRole
from countdown.services.export import holders_table, ranking_table
from countdown.widgets.look import SCROLL_BAR_PX
from countdown.widgets.record_delegate import INSET, HolderDelegate, StandingDelegate
from countdown.widgets.record_line import RecordLine
from countdown.windows.category_chooser import CategoryChooser
from countdown.windows.holder_caption import HolderCaption
from countdown.windows.pieces import Text
from countdown.windows.record_section import RecordSection, TableKeeper
from countdown.windows.section import Page
from countdown.windows.view_switch import ViewSwitch

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.history import Change
    from countdown.core.moments import Instant
    from countdown.core.records import Category
    from countdown.core.standings import Standing
    from countdown.services.export import Table
    from countdown.widgets.look import Look

_SIDE_BY_SIDE: Final = 880
"""From this width on, at scale 1, both lists stand beside each other."""
_ALL_AT_ONCE: Final = 480
"""From this height on, at scale 1, the time line stands above the lists."""
_WITH_MARK: Final = 610
"""From this width on, at scale 1, the clock's mark stands beside the category."""
_WITH_NOTE: Final = 700
"""From this width on, at scale 1, the switch has room for how long a list is."""
_LINE, _HOLDERS, _RANKING = range(3)


class RecordsPage(Page):
    """Shows one category at one instant; a row or a point leads to the moment it is about."""

    def __init__(self, catalogue: Catalogue, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(catalogue, look, parent)
        self.setObjectName("records")
        self._at: Instant = FIRST
        self._shown: Category | None = None
        self._day = 0
        self._view = _LINE
        self._changes = ChangeListModel(self)
        self._standings = StandingListModel(self)
        self._holder_rows = HolderDelegate(look, self)
        self._ranking_rows = StandingDelegate(look, self)
        self._title = Text("name", bold=True)
        self._title.setText(tr("Records"))
        self.chooser = CategoryChooser(catalogue, look)
        self.caption = HolderCaption(look)
        self.holders = RecordSection(
            tr("Holders through time"),
            self._changes,
            self._holder_rows,
            TableKeeper(self._holders_table, self),
        )
        self.ranking = RecordSection(
            tr("Ranking now"),
            self._standings,
            self._ranking_rows,
            TableKeeper(self._ranking_table, self),
        )
        self.line = RecordLine(self._changes, self.holders.list.selectionModel(), look)
        self._nobody = Text("row", "dim")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        titles = (tr("Time line"), self.holders.title, self.ranking.title)
        self.switch = ViewSwitch(titles)
        self._lay_out()
        self._make_actions()
        self._connect()
        self.set_look(look)

    def _lay_out(self) -> None:
        self._head = QGridLayout()
        self._head.setColumnStretch(0, 1)
        self._head.setRowStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._head.addWidget(self._title, 0, 0, top)
        self._head.addWidget(self.chooser, 1, 0, top)
        self._head.addWidget(self.mark, 0, 1, 2, 1, top)
        self._words = QVBoxLayout()
        self._words.addWidget(self.caption)
        self._words.addWidget(self._nobody)
        self._lined = QVBoxLayout()
        self._lined.addWidget(self.line)
        self._middle = QVBoxLayout()
        self._middle.addLayout(self._words)
        self._middle.addLayout(self._lined, 1)
        self._lists = QHBoxLayout()
        self._lists.addWidget(self.holders, 1)
        self._lists.addWidget(self.ranking, 1)
        self._all = QVBoxLayout(self)
        self._all.addLayout(self._head)
        self._all.addLayout(self._middle)
        self._all.addWidget(self.switch)
        self._all.addLayout(self._lists)

    def _make_actions(self) -> None:
        for text, keys, slot in (
            (tr("Copy the list as CSV"), QKeySequence.StandardKey.Copy, self.copy),
            (tr("Save the list as a CSV file"), QKeySequence.StandardKey.Save, self.save),
        ):
            action = QAction(text, self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)

    def _connect(self) -> None:
        self.chooser.category_changed.connect(self._follow)
        self.line.named_changed.connect(self._describe)
        self.line.activated.connect(self._lead_to_change)
        self.holders.activated.connect(self._lead_to_change)
        self.ranking.activated.connect(self._lead_to_standing)
        self.switch.view_chosen.connect(self._choose_view)
        self.switch.tools.copy_chosen.connect(self.copy)
        self.switch.tools.save_chosen.connect(self.save)
        self.holders.said_changed.connect(self._repeat_note)
        self.ranking.said_changed.connect(self._repeat_note)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin = look.space("page")
        inset = look.px(INSET)
        outside = inset + look.px(SCROLL_BAR_PX)
        for layout in (self._head, self._words):
            layout.setContentsMargins(margin, 0, margin, 0)
        beside = margin - look.px(10)  # the texts of buttons, and the axis, meet the margin
        self.switch.setContentsMargins(beside, 0, beside, 0)
        self._lined.setContentsMargins(beside, 0, beside, 0)
        self._middle.setSpacing(look.space("small"))
        self.line_up(self._lists, INSET)
        self._lists.setSpacing(look.space("gap"))
        self._head.setHorizontalSpacing(look.space("wide"))
        self._head.setVerticalSpacing(look.space("small"))
        parts = (self._title, self.chooser, self.mark, self.caption, self.line, self._nobody)
        for part in (*parts, self.switch):
            part.set_look(look)
        for delegate in (self._holder_rows, self._ranking_rows):
            delegate.set_look(look)
        for section in (self.holders, self.ranking):
            section.set_look(look, inset, outside)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Show as much at once as there is room for; the rest is a switch away."""
        anybody = self._changes.rowCount() > 0
        all_at_once = self.height() >= self.look.px(_ALL_AT_ONCE)
        wide = all_at_once and self.width() >= self.look.px(_SIDE_BY_SIDE)
        above, between = (24, 20) if all_at_once else (12, 8)
        self._all.setContentsMargins(0, self.look.px(above), 0, self.look.space("small"))
        self._all.setSpacing(self.look.px(between))
        side = Qt.AlignmentFlag.AlignTop if all_at_once else Qt.AlignmentFlag.AlignVCenter
        self._head.setAlignment(self.chooser, side)
        view = self._view
        if all_at_once and view == _LINE:
            view = _HOLDERS
        self._title.setVisible(all_at_once)
        self.mark.setVisible(self.width() >= self.look.px(_WITH_MARK))
        if self._all.indexOf(self.switch) != (place := 2 if all_at_once else 1):
            self._all.removeWidget(self.switch)
            self._all.insertWidget(place, self.switch)
        self.switch.setVisible(anybody and not wide)
        self.switch.button(_LINE).setVisible(not all_at_once)
        self.switch.show_view(
            view, with_table=view != _LINE, with_note=self.width() >= self.look.px(_WITH_NOTE)
        )
        lined = anybody and (all_at_once or view == _LINE)
        self.caption.setVisible(lined)
        self.line.setVisible(lined)
        self._nobody.setVisible(not anybody)
        self._all.setStretchFactor(self._middle, 5 if lined or not anybody else 0)
        self._all.setStretchFactor(self._lists, 6 if anybody and view != _LINE else 0)
        for section, which in ((self.holders, _HOLDERS), (self.ranking, _RANKING)):
            section.head.setVisible(wide)
            section.setVisible(anybody and (wide or view == which))
        self._describe()
        self._write_notes()

    def _choose_view(self, view: int) -> None:
        self._view = view
        self._arrange()

    def show_instant(self, at: Instant) -> None:
        """Move to another instant; on an ordinary second nothing is another."""
        self._at = at
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Let both lists and the line show the category and the instant, if anybody sees it."""
        if not self.isVisible():
            return
        self.mark.show_instant(self._at)
        chosen = self.chooser.category
        if chosen != self._shown:
            self._shown = chosen
            self.line.show_until(self._at)
            self._changes.choose(self.catalogue, chosen, self._at)
            self._standings.choose(self.catalogue, chosen, self._at)
            self._arrange()
        had_holders = self._changes.rowCount() > 0
        changed = self._changes.show(self._at)
        changed = self._standings.show(self._at) or changed
        self.line.show_until(self._at)
        if had_holders != (self._changes.rowCount() > 0):
            self._arrange()
        if changed or self._day != self._at // DAY:
            self._describe()
            self._write_notes()

    def _describe(self) -> None:
        """Put into words which reign the line names."""
        index = self._changes.index(self.line.named_row)
        if index.isValid():
            self.caption.show_reign(index, self._at)

    def _write_notes(self) -> None:
        """Say how long both lists are, and of what day the ranking is."""
        self._day = self._at // DAY
        self._nobody.setText(phrases.nobody_yet(self.catalogue, self.chooser.category.scope))
        changes = self._changes.rowCount()
        self.holders.say(phrases.counted(changes, tr("{} change"), tr("{} changes")))
        flown = self._standings.rowCount()
        if self.chooser.category.kind is Kind.FLIGHT:
            places = phrases.counted(flown, tr("{} flight"), tr("{} flights"))
        else:
            places = phrases.counted(flown, tr("{} person"), tr("{} people"))
        date = phrases.date(self._at)
        self.ranking.say(tr("{places} on {date}").format(places=places, date=date))

    def _repeat_note(self) -> None:
        """Say beside the switch what the list in sight says of itself."""
        self.switch.note.setText(self._section.said)

    @property
    def _section(self) -> RecordSection:
        """The list that is copied and saved: the one with the focus, else the one in sight."""
        if self.holders.isVisible() and self.ranking.isVisible():
            return self.ranking if self.ranking.isAncestorOf(self.focusWidget()) else self.holders
        return self.ranking if self._view == _RANKING else self.holders

    def copy(self) -> None:
        """Copy the list in sight as CSV."""
        self._section.keeper.copy()

    def save(self) -> None:
        """Save the list in sight as a CSV file."""
        self._section.keeper.save()

    def _holders_table(self) -> Table:
        return holders_table(self.catalogue, self.chooser.category, self._at)

    def _ranking_table(self) -> Table:
        return ranking_table(self.catalogue, self.chooser.category, self._at)

    def _lead_to_change(self, index: QModelIndex) -> None:
        change: Change = index.data(ChangeRole.REIGN).change
        self.moment_chosen.emit(change.flights[0], change.at)

    def _lead_to_standing(self, index: QModelIndex) -> None:
        """Lead to the flight that is ranked, or the last one of a career: now, or as it ended."""
        standing: Standing = index.data(StandingRole.STANDING)
        flight = standing.flight
        if flight is None:
            career = self.catalogue.career_in(standing.person, self.chooser.category)
            flight = [one for one in career if one.has_begun(self._at)][-1]
        at = self._at if flight.is_up(self._at) else flight.stop.latest
        self.moment_chosen.emit(flight, at)
