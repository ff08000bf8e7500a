"""Pictures of a window as it stands: copied, saved as PNG or SVG, printed."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImageWriter, QPageLayout, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from countdown.models.phrases import tr
from countdown.windows.saving import save_or_say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter

SUFFIXES: Final = (".png", ".svg")
_DOTS_PER_INCH: Final = 96


def draw(window: QWidget) -> QImage:
    """Return what a window shows, in the pixels of its screen, and without the focus."""
    with _unfocused(window):
        return window.grab().toImage()


def encoded(window: QWidget, suffix: str) -> bytes:
    """Return a window's picture as a file of one of `SUFFIXES`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if suffix.lower() == ".svg":
        _write_svg(window, buffer)
    else:
        QImageWriter(buffer, b"png").write(draw(window))
    return bytes(buffer.data().data())


def _write_svg(window: QWidget, device: QIODevice) -> None:
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(window.size())
    generator.setViewBox(QRect(QPoint(), window.size()))
    generator.setResolution(_DOTS_PER_INCH)
    generator.setTitle(window.windowTitle())
    with _unfocused(window):
        _paint(window, QPainter(generator))


def print_on(printer: QPrinter, window: QWidget) -> None:
    """Print what a window shows, as large as the paper allows."""
    painter = QPainter(printer)
    paper = printer.pageLayout().paintRectPixels(printer.resolution()).size()
    scale = min(paper.width() / window.width(), paper.height() / window.height())
    painter.translate(
        (paper.width() - scale * window.width()) / 2, (paper.height() - scale * window.height()) / 2
    )
    painter.scale(scale, scale)
    with _unfocused(window):
        _paint(window, painter)


def _paint(window: QWidget, painter: QPainter) -> None:
    window.render(painter, QPoint())
    painter.end()


@contextmanager
def _unfocused(window: QWidget) -> Iterator[None]:
    """Take the focus away for a moment: a picture has no frame about what was clicked last."""
    focused = window.focusWidget()
    if focused is not None:
        focused.clearFocus()
    try:
        yield
    finally:
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)


class PictureKeeper(QObject):
    """Copies, saves and prints what its window shows."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)

    @property
    def _window(self) -> QWidget:
        window = self.parent()
        assert isinstance(window, QWidget)
        return window

    def copy(self) -> None:
        """Put a picture of the window on the clipboard."""
        QGuiApplication.clipboard().setImage(draw(self._window))

    def save(self) -> None:
        """Ask for a file, and write the picture as it is when the file is chosen."""
        dialog = QFileDialog(self._window, tr("Save a picture of this window"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Pictures (*.png)"), tr("Drawings (*.svg)")])
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"{_plain(self._window.windowTitle())}.png")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    def save_as(self, name: str) -> None:
        """Write the picture into a file, or say why that cannot be."""
        target = Path(name)
        suffix = target.suffix if target.suffix.lower() in SUFFIXES else ".png"
        save_or_say(target, encoded(self._window, suffix), self._window)

    def print(self) -> None:
        """Ask for a printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        printer.setDocName(self._window.windowTitle())
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec():
            print_on(printer, self._window)
        dialog.deleteLater()


def _plain(title: str) -> str:
    """Return a title as the name of a file, on any system."""
    kept = "".join(sign if sign.isalnum() else "-" for sign in title.lower())
    return "-".join(filter(None, kept.split("-")))
