"""The foot of the Timeline page: the entry line and what was understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from facilitator.ui.page import Dock
from facilitator.ui.timeline.entry_line import TimelineEntry
from facilitator.ui.timeline.preview import TimelinePreview
from facilitator.ui.timeline.question_row import QuestionRow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from facilitator.ui.desk import Desk

_HEIGHT, _LEFT, _GAP, _RIGHT = 84, 36, 24, 40
_BELOW, _CLOSE = 44, 2
"""What the preview takes where it stands below the line."""
_Ways = QBoxLayout.Direction


class TimelineDock(Dock):
    """Entry line on the left, preview on the right; over both what must be asked.

    A whole event is changed on the whole width, with the preview below.
    """

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
        self._row = QBoxLayout(_Ways.LeftToRight)
        self._row.addWidget(self.entry, 3)
        self._row.addWidget(self.preview, 2)
        column.addLayout(self._row, 1)
        self.show_wide(wide=False)
        self.question.grown.connect(self._fit)

    def show_wide(self, *, wide: bool) -> None:
        """Give the line the whole width, or only its part of it."""
        self._row.setDirection(_Ways.TopToBottom if wide else _Ways.LeftToRight)
        self._row.setSpacing(self._theme.px(_CLOSE if wide else _GAP))
        self._row.setContentsMargins(0, self._theme.px(8 if wide else 0), 0, 0)
        self.entry.take_width(whole=wide)
        self._fit()
        self._row.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question may need another line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width() - self._margins.left() - self._margins.right()
        more = self.question.heightForWidth(width) if self.question.open else 0
        below = _BELOW if self._row.direction() is _Ways.TopToBottom else 0
        self.setFixedHeight(self._theme.px(_HEIGHT + below) + max(0, more))
