"""The least that a ticking window of PySide6 is: one line of digits, painted anew each second.

    python benchmarks/floor.py

What the app is held against, as large as its main window. Nothing of the app is in it.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Digits(QWidget):
    """The time of day, as high as a pinned window's."""

    text = ""

    def tick(self) -> None:
        now = time.time()  # noqa: TID251
        self.text = time.strftime("%H:%M:%S", time.gmtime(now))
        self.update()
        QTimer.singleShot(1_001 - int(now % 1 * 1_000), self.tick)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        font = QFont()
        font.setPixelSize(46)
        painter.setFont(font)
        painter.drawText(10, 60, self.text)
        painter.end()


def shown() -> QMainWindow:
    """Show the window, with its first digits."""
    main = QMainWindow()
    main.resize(1180, 760)
    digits = Digits(main)
    digits.resize(320, 90)
    digits.tick()
    main.show()
    return main


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = shown()
    sys.exit(application.exec())
