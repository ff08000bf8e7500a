"""The menu of the main window: every deed with its keys, and the themes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from countdown.models.phrases import tr
from countdown.services.settings import SYSTEM_THEME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from countdown.services.settings import Settings


class Deed(NamedTuple):
    """Something that can be done, by a shortcut too."""

    text: str
    keys: str
    slot: Callable[[], object]


class MainMenu(QMenu):
    """Its actions belong to the window as well, so that their keys work while it is closed."""

    def __init__(
        self, groups: Iterable[Iterable[Deed]], settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._by_keys: dict[str, QAction] = {}
        for number, group in enumerate(groups):
            if number:
                self.addSeparator()
            for deed in group:
                window.addAction(self._add(deed))

    def _add(self, deed: Deed) -> QAction:
        action = self.addAction(deed.text)
        action.setShortcut(QKeySequence(deed.keys))
        action.triggered.connect(deed.slot)
        self._by_keys[deed.keys] = action
        return action

    def action_of(self, keys: str) -> QAction:
        """Return the action of a shortcut."""
        return self._by_keys[keys]

    def add_themes(self, titles: Mapping[str, str], before: str) -> None:
        """Offer the themes, by title where they are not ours, above the deed of a shortcut."""
        themes = QMenu(tr("Theme"), self)
        group = self._themes = QActionGroup(self)
        for name, title in theme_names(titles).items():
            action = themes.addAction(title)
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
        group.triggered.connect(self._choose_theme)
        self._settings.theme_changed.connect(self._check_theme)
        self._check_theme(self._settings.theme)
        self.insertMenu(self.action_of(before), themes)
        self.insertSeparator(self.action_of(before))

    def _check_theme(self, name: str) -> None:
        for action in self._themes.actions():
            action.setChecked(action.data() == name)

    def _choose_theme(self, action: QAction) -> None:
        self._settings.theme = str(action.data())


def theme_names(titles: Mapping[str, str]) -> dict[str, str]:
    """Return what each theme is called, the system's first: ours in the user's language."""
    own = {
        SYSTEM_THEME: tr("As the system"),
        "dark": tr("Dark"),
        "light": tr("Light"),
        "high-contrast": tr("High contrast"),
    }
    named = {name: own.get(name) or title for name, title in titles.items()}
    return {SYSTEM_THEME: own[SYSTEM_THEME]} | named
