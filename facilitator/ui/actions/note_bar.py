"""The bar that stands in place of the count while no action is durable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from facilitator.coach.certainty import is_sure
from facilitator.domain.words import Durability
from facilitator.ui.actions.coaching import label_of
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.domain.records import ActionItem
    from facilitator.ui.theme import Theme

WORDS = "No durable action yet."
QUESTION = "What could the system do by itself, so that nobody has to remember?"
_HEIGHT, _BELOW, _MARGIN, _EDGE = 64, 20, 40, 4


class NoteBar(QWidget):
    """Says that nothing durable is there yet, with the steps of the best action so far."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._best, self._sure = Durability.REMIND, True
        self.setObjectName("actions.none_durable")
        self.setAccessibleName(f"{WORDS} {QUESTION}")
        self.setFixedHeight(theme.px(_HEIGHT + _BELOW))

    def show_best(self, action: ActionItem) -> None:
        """Show the steps of the best action there is."""
        self._best, self._sure = label_of(action), is_sure(action)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint, edge, steps, words and question."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin, high = theme.px(_MARGIN), theme.px(_HEIGHT)
        painter.fillRect(margin, 0, self.width() - 2 * margin, high, theme.colour("note_tint"))
        painter.fillRect(margin, 0, theme.px(_EDGE), high, theme.colour("note"))
        top = (high - theme.px(22)) / 2
        steps = Glyphs(painter, theme)
        steps.meter(self._best.value, margin + theme.px(24), top, sure=self._sure)
        left = margin + theme.px(84)
        box = QRectF(left, 0, self.width() - margin - theme.px(16) - left, high)
        write = Writing(painter, theme)
        write.line(box, WORDS, "text", weight=600)
        box.setLeft(box.left() + write.advance(WORDS, "text", 600) + theme.px(14))
        write.line(box, QUESTION, "text", weight=400)
