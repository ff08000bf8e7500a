"""In what state a row is painted.

The enum of all states is slow to make, and no first frame waits for it: a row is hovered or
focused only where its view is, and the view itself knows which are chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem


def is_chosen(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Say whether a row is selected."""
    view = _view_of(option)
    if view is None:
        return _is_in(option, "State_Selected")
    return view.selectionModel().isSelected(index)


def is_hovered(option: QStyleOptionViewItem) -> bool:
    """Say whether the mouse is over a row."""
    view = _view_of(option)
    return (view is None or view.underMouse()) and _is_in(option, "State_MouseOver")


def is_focused(option: QStyleOptionViewItem) -> bool:
    """Say whether keys go to a row."""
    view = _view_of(option)
    return (view is None or view.hasFocus()) and _is_in(option, "State_HasFocus")


def _view_of(option: QStyleOptionViewItem) -> QAbstractItemView | None:
    view = option.widget
    return view if isinstance(view, QAbstractItemView) else None


def _is_in(option: QStyleOptionViewItem, state: str) -> bool:
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag[state])
