"""The foot of the Timeline page: the entry line and what was understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from facilitator.ui.page import Dock
from facilitator.ui.timeline.entry_line import TimelineEntry
from facilitator.ui.timeline.preview import TimelinePreview
from facilitator.ui.timeline.question_row import QuestionRow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from facilitator.ui.desk import Desk

_HEIGHT, _LEFT, _GAP, _RIGHT = 84, 36, 24, 40


class TimelineDock(Dock):
    """Entry line on the left, preview on the right; over both what must be asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _HEIGHT)
        # Nothing below it is painted when a letter is typed.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme = desk.theme
        self.entry = TimelineEntry(desk)
        self.preview = TimelinePreview(theme)
        self.question = QuestionRow(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(_LEFT), 1, theme.px(_RIGHT), 0)
        column.setSpacing(0)
        column.addWidget(self.question)
        self._margins = column.contentsMargins()
        row = QHBoxLayout()
        row.setSpacing(theme.px(_GAP))
        row.addWidget(self.entry, 3)
        row.addWidget(self.preview, 2)
        column.addLayout(row, 1)
        self.question.grown.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question may need another line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width() - self._margins.left() - self._margins.right()
        more = self.question.heightForWidth(width) if self.question.open else 0
        self.setFixedHeight(self._theme.px(_HEIGHT) + max(0, more))
