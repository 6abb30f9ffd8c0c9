"""How far a review is: a closed choice of four, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)

from facilitator.domain.edits.brief import set_status
from facilitator.domain.words import ReviewStatus
from facilitator.ui.close.drawing import INDENT, OVERHANG, Drawing, Style
from facilitator.ui.close.grown_list import GrownList
from facilitator.ui.close.wording import STATUS_WORDS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from facilitator.domain.rules import RuleViolation
    from facilitator.ui.desk import Desk
    from facilitator.ui.factors.wrapping import Line

    Index = QModelIndex | QPersistentModelIndex

_NAME, _MEANING = Style("named"), Style("label", "ink2")
_PAD, _RING, _RING_DOWN, _MOST = 8, 22, 3, 2
_STATUSES = tuple(ReviewStatus)


class StatusModel(QAbstractListModel):
    """The four statuses, one of which the review has."""

    def __init__(self) -> None:
        super().__init__()
        self.status = ReviewStatus.DRAFT

    def rowCount(self, parent: Index | None = None) -> int:
        """Four."""
        return 0 if parent is not None and parent.isValid() else len(_STATUSES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see and to hear."""
        status = _STATUSES[index.row()]
        word, meaning = STATUS_WORDS[status]
        if role == Qt.ItemDataRole.DisplayRole:
            return word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chosen = ", chosen" if status is self.status else ""
            return f"{word}{chosen}. {meaning}"
        return None


class StatusList(GrownList):
    """Arrows walk, Enter or Space chooses."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "close.status", "How far the review is")
        self._statuses = StatusModel()
        self.setModel(self._statuses)
        self.refresh()

    def refresh(self) -> None:
        """Show the status the review has now."""
        self._statuses.status = self.desk.review.status
        self.choose_row(_STATUSES.index(self.desk.review.status))
        self.viewport().update()

    def set_status(self, status: ReviewStatus) -> RuleViolation | None:
        """Give the review a status; one that is reviewed was held today if no day is said."""
        word = STATUS_WORDS[status][0].lower()
        return self.desk.apply(f"Status: {word}", set_status(status, self.desk.today()))

    def activate(self) -> None:
        """Choose the current row."""
        if self.currentIndex().isValid():
            self.set_status(_STATUSES[self.currentIndex().row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses, as Enter does."""
        if event.key() == Qt.Key.Key_Space:
            self.activate()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        super().mouseReleaseEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.activate()

    def row_height(self, row: int) -> float:
        """Word, meaning and air."""
        inner = self.theme.line(_NAME.role) + self.measure.height(_MEANING, self._lines(row))
        return inner + self.theme.px(2 * _PAD) + 1

    def draw_row(self, draw: Drawing, row: int, box: QRectF, *, chosen: bool) -> None:
        """A ring, the word and its meaning."""
        px, status = self.theme.px, _STATUSES[row]
        draw.ground(box, chosen=chosen)
        left, top = box.left() + px(OVERHANG), box.top() + px(_PAD)
        ring = QRectF(left - px(1), top + px(_RING_DOWN), px(_RING), px(_RING))
        draw.radio(ring, on=status is self._statuses.status)
        at = QPointF(left + px(INDENT), top)
        name = self.measure.lines(_NAME, STATUS_WORDS[status][0], self.words_width(), 1)
        down = draw.words(_NAME, name, at, self.words_width())
        draw.words(_MEANING, self._lines(row), QPointF(at.x(), down), self.words_width())

    def _lines(self, row: int) -> tuple[Line, ...]:
        meaning = STATUS_WORDS[_STATUSES[row]][1]
        return self.measure.lines(_MEANING, meaning, self.words_width(), _MOST)
