"""What the windows beside the main one share: made once, never modal, closed by Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
)

from countdown.models.phrases import tr
from countdown.windows.pieces import Text, room_on_screen, style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QToolButton, QWidget

    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look


class SideDialog(QDialog):
    """Stands beside the window it belongs to; hidden, it computes nothing."""

    def __init__(self, title: str, size: QSize, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._reading: tuple[Mission, Reading] | None = None
        self.setWindowTitle(" – ".join((title, tr("Mission Countdown"))))
        self.setModal(False)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        wanted = QSize(look.px(size.width()), look.px(size.height()))
        self.resize(wanted.boundedTo(room_on_screen(parent)))

    def set_look(self, look: Look) -> None:
        """Take another theme or scale; who inherits passes it on to its parts."""
        self.look = look
        self.setPalette(look.palette())
        self.setStyleSheet(style_sheet(look) + _own_style(look))

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Show another second; while hidden it is only remembered."""
        self._reading = (mission, reading)
        if self.isVisible():
            self.update_reading(mission, reading)

    def update_reading(self, mission: Mission, reading: Reading) -> None:
        """Show a reading; what did not change costs nothing."""

    def showEvent(self, event: QShowEvent) -> None:
        if self._reading is not None:
            self.update_reading(*self._reading)
        super().showEvent(event)

    def present(self) -> None:
        """Open, or come to the front."""
        if self.isVisible():
            self.raise_()
        self.show()
        self.activateWindow()


class Hairline(QFrame):
    """A line of one pixel between rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hairline")
        self.setFixedHeight(1)


def wrapped(size: str, colour: str = "text", *, bold: bool = False) -> Text:
    """Return a text that takes as many lines as its width needs."""
    text = Text(size, colour, bold=bold)
    text.setWordWrap(True)
    policy = text.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    text.setSizePolicy(policy)
    return text


class _FollowingArea(QScrollArea):
    """Scrolls to what takes the keys; Qt does so only while they go from part to part of it."""

    def __init__(self) -> None:
        super().__init__()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, focused: QWidget | None) -> None:
        content = self.widget()
        if focused is None or content is None or not content.isAncestorOf(focused):
            return
        if focused.visibleRegion().isEmpty():
            self.ensureWidgetVisible(focused)


def scrolling(content: QWidget) -> QScrollArea:
    """Return an area that scrolls ``content`` up and down only."""
    area = _FollowingArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


class Foot(QFrame):
    """The bar at the foot of a dialog: a text that takes what room there is, and buttons."""

    def __init__(self, text: Text, *buttons: QToolButton) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._text, self._buttons = text, buttons
        self._row = QHBoxLayout(self)
        self._row.addWidget(text, 1)
        for button in buttons:
            self._row.addWidget(button)

    def set_look(self, look: Look) -> None:
        side, above = look.px(28), look.space("medium")
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(look.space("small"))
        self._text.set_look(look)
        for button in self._buttons:
            button.setFont(look.font("body"))


def over_foot(dialog: QWidget, page: QWidget, foot: Foot) -> None:
    """Fill a dialog with a page that scrolls, and a foot that does not."""
    whole = QVBoxLayout(dialog)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(scrolling(page), 1)
    whole.addWidget(foot)


def _own_style(look: Look) -> str:
    colour, px, font = look.colours, look.px, look.font("body")
    return f"""
QDialog {{ background: {colour["ground"]}; }}
QMessageBox QLabel, QMessageBox QPushButton {{ font-family: "{font.family()}";
  font-size: {font.pixelSize()}px; }}
QMessageBox QLabel {{ color: {colour["text"]}; }}
QMessageBox QPushButton {{ color: {colour["text"]}; background: {colour["panel"]};
  border: 1px solid {colour["line"]}; border-radius: {px(6)}px; padding: {px(6)}px {px(14)}px; }}
QMessageBox QPushButton:focus {{ border-color: {colour["accent"]}; }}
#hairline {{ background: {colour["line"]}; border: none; }}
QTextBrowser, QPlainTextEdit {{ color: {colour["text"]}; background: {colour["panel"]};
  border: none;
  selection-background-color: {colour["accent"]}; selection-color: {colour["on_accent"]}; }}
QPlainTextEdit {{ border-radius: {px(6)}px; border: 1px solid {colour["line"]}; }}
QPlainTextEdit:focus {{ border-color: {colour["accent"]}; }}
#bar QLabel {{ color: {colour["text"]}; }}
NoteBox {{ background: {colour["ground"]}; padding: {px(6)}px {px(10)}px; }}
QComboBox#field {{ background: {colour["ground"]}; }}
QListWidget {{ color: {colour["text"]}; background: {colour["panel"]}; border-radius: {px(6)}px;
  border: 1px solid {colour["line"]}; padding: {px(4)}px; }}
QListWidget:focus {{ border-color: {colour["accent"]}; }}
QListWidget::item {{ padding: {px(3)}px; border-radius: {px(4)}px; }}
QListWidget::item:selected {{ color: {colour["text"]}; background: {colour["raised"]}; }}
QListWidget::item:selected:active {{ color: {colour["on_accent"]};
  background: {colour["accent"]}; }}
QCheckBox {{ color: {colour["text"]}; spacing: {px(8)}px; padding: {px(2)}px; }}
QCheckBox:focus {{ color: {colour["accent"]}; }}
QCheckBox::indicator, QListWidget::indicator {{ width: {px(13)}px; height: {px(13)}px;
  border: 1px solid {colour["dim"]}; border-radius: {px(3)}px; background: {colour["panel"]}; }}
QCheckBox::indicator:checked, QListWidget::indicator:checked {{
  border-color: {colour["text"]}; background: {colour["accent"]}; }}
QRadioButton {{ color: {colour["text"]}; spacing: {px(8)}px; padding: {px(2)}px; }}
QRadioButton:focus {{ color: {colour["accent"]}; }}
QRadioButton::indicator {{ width: {px(13)}px; height: {px(13)}px; border-radius: {px(7)}px;
  border: 1px solid {colour["dim"]}; background: {colour["panel"]}; }}
QRadioButton::indicator:checked {{ border: {px(4)}px solid {colour["accent"]};
  width: {px(7)}px; height: {px(7)}px; background: {colour["text"]}; }}
QSpinBox {{ background: {colour["panel"]}; color: {colour["text"]};
  border: 1px solid {colour["line"]}; border-radius: {px(6)}px; padding: {px(5)}px {px(10)}px;
  selection-background-color: {colour["accent"]}; selection-color: {colour["on_accent"]}; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QSpinBox QLineEdit {{ border: none; padding: 0 {px(8)}px; background: transparent; }}
QSpinBox:focus {{ border-color: {colour["accent"]}; }}
"""
