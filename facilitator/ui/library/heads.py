"""The heads of the list's columns, and the rule below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from facilitator.ui.library.columns import columns

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.library.columns import Columns
    from facilitator.ui.theme import Theme

REVIEWS, RANKED = "Review, newest first", "Review, best first"
TRASH = "Last moved here first"
_HIGH = 42


class Heads(QWidget):
    """Stands above the list and shares its columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._columns = columns(theme.px(1344), theme.scale)
        self._first = REVIEWS
        self.setFixedHeight(theme.px(_HIGH))

    def show_columns(self, place: Columns) -> None:
        """Take the columns of the list."""
        self._columns = place
        self.update()

    def show_order(self, order: str) -> None:
        """Say what the list is in the order of: ``REVIEWS``, ``RANKED`` or ``TRASH``."""
        self._first = order
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heads and rule."""
        theme, painter, place = self._theme, QPainter(self), self._columns
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("label", "library", 600))
        heads = (
            (place.title, self._first),
            (place.families, "Factor families"),
            (place.meter, "Most lasting action" if place.meter_words else "Most lasting"),
            (place.actions, "Actions done"),
            (place.status, "Status"),
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for left, words in heads:
            if left is not None:
                painter.drawText(QRectF(left, 0, 400, self.height() - theme.px(2)), flags, words)
        line = QRectF(place.title, self.height() - 1.5, place.right - place.title, 1.5)
        painter.fillRect(line, theme.colour("line"))
