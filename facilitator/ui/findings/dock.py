"""The foot of the Findings page: the entry line and what it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.ui.findings.entry_line import FindingsEntry
from facilitator.ui.kit import draw_key_cap
from facilitator.ui.page import Dock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

_HEIGHT, _LEFT, _GAP, _RIGHT, _WIDEST = 84, 36, 24, 40, 648
_CAP_HEIGHT, _NARROW = 26, 1.4


class Aside(QWidget):
    """A sentence beside the entry line, perhaps behind the key it is about."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._key = ""
        self.sentence = ""
        self.noted = False
        self.setObjectName("findings.aside")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_sentence(self, sentence: str, *, key: str = "", noted: bool = False) -> None:
        """Show a sentence; in the note colour if it says why something was not done."""
        self._key, self.sentence, self.noted = key, sentence, noted
        self.setAccessibleName(f"{key} {sentence}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key and the words, on up to three lines."""
        theme, painter = self._theme, QPainter(self)
        left = 0
        if self._key:
            wide = round(theme.metrics("label", weight=500).horizontalAdvance(self._key))
            cap = QRect(0, 0, wide + theme.px(14), theme.px(_CAP_HEIGHT))
            cap.moveTop((self.height() - cap.height()) // 2)
            draw_key_cap(painter, theme, cap, self._key)
            left = cap.right() + theme.px(10)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("note" if self.noted else "ink2"))
        box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.sentence
        )


class FindingsDock(Dock):
    """Entry line on the left, what it would do on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _HEIGHT)
        theme = desk.theme
        self.entry = FindingsEntry(desk)
        self.entry.setMaximumWidth(theme.px(_WIDEST))
        self.aside = Aside(theme)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(_LEFT), 1, theme.px(_RIGHT), 0)
        self._row.setSpacing(theme.px(_GAP))
        self._row.addWidget(self.entry, 3)
        self._row.addWidget(self.aside, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page leaves the sentence as much room as the line."""
        super().resizeEvent(event)
        narrow = self.width() < self.entry.maximumWidth() * _NARROW
        self._row.setStretch(0, 1 if narrow else 3)
        self._row.setStretch(1, 1 if narrow else 2)
