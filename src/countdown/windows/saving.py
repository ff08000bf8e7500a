"""Files that the user asks for: written, or said in words why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from countdown.models.phrases import tr
from countdown.services.export import save

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


def save_or_say(target: Path, content: str | bytes, window: QWidget) -> bool:
    """Write a file and return True, or tell beside ``window`` why that cannot be."""
    try:
        save(target, content)
    except OSError as error:
        reason = error.strerror or str(error)
        say(
            tr("{file} cannot be written: {reason}").format(file=target.name, reason=reason), window
        )
        return False
    return True


def say(text: str, window: QWidget) -> None:
    """Show a warning beside ``window``, without waiting for the answer."""
    _show(QMessageBox.Icon.Warning, text, window)


def tell(text: str, window: QWidget) -> None:
    """Show beside ``window`` what was done, or why nothing was to be done."""
    _show(QMessageBox.Icon.Information, text, window)


def _show(icon: QMessageBox.Icon, text: str, window: QWidget) -> None:
    box = QMessageBox(icon, "", text, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_WindowPropagation)  # in the colours of the window
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
