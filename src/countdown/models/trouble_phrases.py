"""Why the desktop did not do what it was asked to, in words."""

from __future__ import annotations

from countdown.models.phrases import tr


def no_keeping_awake(trouble: str) -> str:
    """Say that screen saver and sleep may come, and why; ``trouble`` is a key of the services."""
    return tr("screen saver and sleep are not held off ({why})").format(why=_why(trouble))


def no_notice(trouble: str) -> str:
    """Say that a notice did not reach the desktop, and why."""
    return tr("no notice on the desktop ({why})").format(why=_why(trouble))


def _why(trouble: str) -> str:
    return {
        "no-bus": tr("this session has no D-Bus"),
        "no-service": tr("nothing here does that"),
        "no-answer": tr("the desktop does not answer"),
        "refused": tr("the desktop refused"),
    }.get(trouble, trouble)
