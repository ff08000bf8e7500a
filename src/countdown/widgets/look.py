"""Colours, type and distances, named once: a theme's tokens at a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

if TYPE_CHECKING:
    from collections.abc import Mapping

FAMILY: Final = "B612"
COLOURS: Final = (
    "ground", "panel", "raised", "line", "track", "text", "dim", "accent", "on_accent", "bar",
)  # fmt: skip
"""The colours every theme has. ``line`` and ``track`` carry no text."""


class Look(NamedTuple):
    """A theme at a scale: 1 is a window of 1440 by 900."""

    name: str
    is_dark: bool
    colours: Mapping[str, str]
    scale: float = 1.0

    def colour(self, name: str) -> QColor:
        return QColor(self.colours[name])

    def px(self, pixels: float) -> int:
        """Return a distance at this scale."""
        return max(1, round(pixels * self.scale))

    def font(self, pixels: float, *, bold: bool = False, spaced: bool = False) -> QFont:
        """Return the app's font; its digits all have one width. ``spaced`` is for headings."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(pixels))
        font.setBold(bold)
        if spaced:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        return font

    def palette(self) -> QPalette:
        """Return the palette for Qt's own widgets."""
        palette = QPalette()
        role = QPalette.ColorRole
        for target, name in (
            (role.Window, "ground"), (role.Base, "panel"), (role.AlternateBase, "raised"),
            (role.Button, "panel"), (role.ToolTipBase, "panel"), (role.Mid, "line"),
            (role.WindowText, "text"), (role.Text, "text"), (role.ButtonText, "text"),
            (role.ToolTipText, "text"), (role.PlaceholderText, "dim"), (role.Link, "accent"),
            (role.Highlight, "accent"), (role.Accent, "accent"),
            (role.HighlightedText, "on_accent"),
        ):  # fmt: skip
            palette.setColor(target, self.colour(name))
        return palette


def look_of(tokens: Mapping[str, object]) -> Look:
    """Make a look from a theme file's content.

    Raises:
        ValueError: a colour is missing or none.
    """
    colours = {}
    for name in COLOURS:
        value = tokens.get(name)
        if not isinstance(value, str) or not QColor.isValidColorName(value):
            raise ValueError(f"{name}: {value!r} is no colour")
        colours[name] = value
    return Look(str(tokens.get("name", "")), tokens.get("dark") is True, colours)
