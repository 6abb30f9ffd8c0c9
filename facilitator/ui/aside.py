"""Takes the keys for a moment, and gives them back to where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

ASIDE = Qt.FocusReason.MenuBarFocusReason
"""The keys go as they go to a menu: what is half typed where they were stays open."""


def goes_aside(event: QFocusEvent) -> bool:
    """Whether the keys will come back to where they were."""
    return event.reason() is ASIDE


class Place:
    """Where the keys are now, with the words that are selected there."""

    def __init__(self) -> None:
        self._widget = QApplication.focusWidget()
        self._chosen = (0, 0)
        if isinstance(self._widget, QLineEdit):
            # It forgets them when the keys go.
            self._chosen = (self._widget.selectionStart(), self._widget.selectionLength())

    def give_back(self) -> None:
        """Give the keys back; to what it stood on if the widget has gone meanwhile."""
        widget = _standing(self._widget)
        if widget is None:
            return
        widget.setFocus(ASIDE)
        if isinstance(widget, QLineEdit) and self._chosen[1]:
            widget.setSelection(*self._chosen)


def _standing(widget: QWidget | None) -> QWidget | None:
    if widget is None or not shiboken6.isValid(widget):
        return None
    while widget is not None and not (widget.isVisible() and widget.focusPolicy()):
        widget = widget.parentWidget()
    return widget
