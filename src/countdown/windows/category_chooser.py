"""Chooses what a record is kept in: what is compared, and among whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListView,
    QWidget,
)

from countdown.core.records import WOMEN, WORLD, Category, Kind
from countdown.models import phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QStyleOptionComboBox

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.widgets.look import Look


class ChoiceBox(QComboBox):
    """A combo box that cuts a long choice to fit, and draws its arrow in the look's colours."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        # Other policies resize the box by themselves, against the layout it is in.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font("body"))
        choices = self.view()
        choices.setFont(look.font("body"))
        if isinstance(choices, QListView):
            choices.setSpacing(look.space("hair"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Every choice can be read, if there is room."""
        longest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())),
            default=0,
        )
        return QSize(longest + self._look.px(46), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._look.px(130)), hint.height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        text, cut = self.currentText(), Qt.TextElideMode.ElideRight
        look = self._look  # its style sheet: paddings, arrow, border
        room = self.width() - 2 * look.px(10) - look.px(22) - 2
        option.currentText = self.fontMetrics().elidedText(text, cut, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        self._paint_arrow(painter)
        painter.end()

    def _paint_arrow(self, painter: QPainter) -> None:
        look = self._look
        half, depth = look.px(4), look.px(4)
        centre = QPointF(self.width() - look.px(15), self.height() / 2 + depth / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("dim"), look.scale * 1.5))
        left, right = QPointF(-half, -depth), QPointF(half, -depth)
        painter.drawPolyline(QPolygonF([centre + left, centre, centre + right]))


class CategoryChooser(QWidget):
    """Signals: ``category_changed`` when another category is chosen, or the facts are others."""

    category_changed = Signal()

    def __init__(
        self, catalogue: Catalogue | None, look: Look, parent: QWidget | None = None
    ) -> None:
        """Offer all scopes of a catalogue; without one, those that `offer` is told."""
        super().__init__(parent)
        self._look: Look | None = None
        self.kind = ChoiceBox(look)
        self.kind.setAccessibleName(tr("What is compared"))
        self.kind.addItem(tr("Career total"), Kind.CAREER)
        self.kind.addItem(tr("Single flight"), Kind.FLIGHT)
        self.scope = ChoiceBox(look)
        self.scope.setAccessibleName(tr("Among whom"))
        self.scope.setMaxVisibleItems(16)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.kind)
        self._row.addWidget(self.scope)
        self._row.addStretch(1)
        if catalogue is not None:
            self._fill(catalogue)
        for box in (self.kind, self.scope):
            box.currentIndexChanged.connect(self._tell)

    @property
    def category(self) -> Category:
        """The category that is chosen."""
        return Category(Kind(self.kind.currentData()), str(self.scope.currentData()))

    def choose(self, category: Category) -> None:
        """Turn to a category; a scope that nobody flew for leaves the choice as it is."""
        for box, value in ((self.kind, category.kind), (self.scope, category.scope)):
            if (place := box.findData(value)) >= 0:
                box.setCurrentIndex(place)

    def offer(self, catalogue: Catalogue, flights: Iterable[Flight], chosen: Category) -> None:
        """Offer the scopes that these flights stand in, and turn to a category, untold."""
        categories = catalogue.records.categories_of(flights)
        self.blockSignals(True)
        self.scope.clear()
        for scope in dict.fromkeys(one.scope for one in categories):
            name = phrases.scope_name(catalogue, scope)
            self.scope.addItem(name[:1].upper() + name[1:], scope)
        if self._look is not None:
            self.scope.set_look(self._look)  # its width is that of its longest choice
        self.choose(chosen)
        self.blockSignals(False)

    def _fill(self, catalogue: Catalogue) -> None:
        """Everyone, women, then the countries by name."""
        self.scope.addItem(tr("World"), WORLD)
        self.scope.addItem(tr("Women"), WOMEN)
        self.scope.insertSeparator(self.scope.count())
        for code, name in phrases.countries_by_name(catalogue):
            self.scope.addItem(name, code)

    def _tell(self) -> None:
        self.category_changed.emit()

    def set_look(self, look: Look) -> None:
        self._look = look
        self._row.setSpacing(look.space("small"))
        for box in (self.kind, self.scope):
            box.set_look(look)
