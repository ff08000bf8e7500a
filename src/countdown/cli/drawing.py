"""The commands that need Qt: the window, and pictures of it. The one way from text to windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.moments import Instant


def open_window(options: argparse.Namespace, clock: Clock) -> int:
    return 0


def draw_picture(options: argparse.Namespace, catalogue: Catalogue, at: Instant) -> int:
    return 0
