"""Which fallen records are announced: each once, and only as it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from countdown.services.settings import Settings
    from countdown.services.ticker import Ticker


class Announcer:
    """Passes on what was never announced before, in this run or in an earlier one.

    The key alone decides, so a clock that jumps back, or a start a minute later, says nothing
    twice. What is seen in a replay is not news, and is not remembered either.
    """

    def __init__(
        self, ticker: Ticker, settings: Settings, show: Callable[[str, str], object]
    ) -> None:
        self._ticker = ticker
        self._settings = settings
        self._show = show

    def announce(self, key: str, title: str, body: str) -> bool:
        """Show a title and a body, unless nobody wants it, the time is not live or the key known.

        Says whether it did. The key is on disk before anything is shown: a crash between the two
        may swallow an announcement but never repeats one.
        """
        if not self._settings.choices.tells_of_records:
            return False
        announced = self._settings.announced
        if not self._ticker.clock.is_live or key in announced:
            return False
        self._settings.announced = (*announced, key)
        self._settings.save()
        self._show(title, body)
        return True
