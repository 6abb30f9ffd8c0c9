"""A card over the page on the Stage: spotlight, opening card, prompt, parking lot, blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk


class StageCard(QWidget):
    """Covers the page, but neither rail nor status line; Escape takes it away.

    The page below stays as it is and still follows what is edited. The Stage gives the card its
    size, the focus (unless another window has it), and the review's deltas.
    """

    def __init__(self, desk: Desk, name: str, words: str) -> None:
        super().__init__()
        self.desk, self.theme = desk, desk.theme
        self.setObjectName(f"card.{name}")
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def follow(self, delta: Delta) -> None:
        """Redraw what a delta changed."""

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys and words for the status line."""
        return (("Esc", "Back"),)

    def selected(self) -> str | None:
        """The id of the row that the card shows alone."""
        return None

    def focus_start(self) -> None:
        """Take the keys."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the card away."""
        if event.key() == Qt.Key.Key_Escape:
            self.desk.host.close_card()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A clean sheet of paper."""
        QPainter(self).fillRect(event.rect(), self.theme.colour("paper"))
