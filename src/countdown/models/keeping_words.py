"""Why the user's missions are not read, or not kept, and what became of them, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.keeping import Cause
from countdown.models.phrases import counted, tr

if TYPE_CHECKING:
    from countdown.core.keeping import Trouble


def not_read(trouble: Trouble) -> str:
    """Say what was found in the place of the missions, and what can be done."""
    match trouble.cause:
        case Cause.DAMAGED:
            text = tr(
                "The file of your missions cannot be read: {why}\n\n"
                "It was put aside, and nothing in it was changed: {kept}"
            )
        case Cause.GONE:
            text = tr("The file of your missions is gone: {file}")
        case Cause.NEWER if trouble.detail:
            text = tr("Your missions {why}. They are not shown, and nothing is changed: {file}")
        case Cause.NEWER:
            text = tr(
                "Your missions are from a newer version of the app. They are shown, but this "
                "version does not change them: {file}"
            )
        case _:
            text = tr("The file of your missions cannot be read ({why}): {file}")
    said = text.format(why=trouble.detail, kept=trouble.kept, file=trouble.file)
    return "\n\n".join(filter(None, (said, _backup(trouble))))


def _backup(trouble: Trouble) -> str:
    if trouble.backup is None:
        return ""
    one, many = tr("The last good version has {} mission."), tr("The last good version has {}.")
    return counted(trouble.backup, one, many)


def not_kept(trouble: Trouble) -> str:
    """Say why missions that were to be saved are not, and where they are."""
    why = {
        Cause.FULL: tr("the disk is full"),
        Cause.FORBIDDEN: tr("the folder may not be written"),
        Cause.NEWER: tr("the file is from a newer version of the app"),
        Cause.CHANGED: tr("another program has saved since"),
        Cause.DAMAGED: tr("another program has damaged the file, which was put aside"),
        Cause.GONE: tr("another program has taken the file away"),
    }.get(trouble.cause, trouble.detail)
    said = tr("Your missions were not saved: {why}.\n{file}").format(why=why, file=trouble.file)
    return "\n\n".join((said, _what_now(trouble.cause)))


def _what_now(cause: Cause) -> str:
    match cause:
        case Cause.CHANGED | Cause.DAMAGED | Cause.GONE:
            return tr(
                "What stands there now is shown, and what you typed is in the editor still, "
                "not saved: look at both, then save again."
            )
        case Cause.NEWER:
            return tr("They are in the editor still: export them, or update the app.")
        case _:
            return tr("They are in the editor still: make room, or export them elsewhere.")


def changed_elsewhere() -> str:
    """Say that the file is no longer what is shown."""
    return tr("Another program has changed the file of your missions. Show what stands there now?")
