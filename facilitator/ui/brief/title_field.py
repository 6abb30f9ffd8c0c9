"""The title: typed in place, and set so that its last line is no leftover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from facilitator.domain.edits import brief as edits
from facilitator.ui.brief.panel import inset
from facilitator.ui.brief.paragraph import even_width
from facilitator.ui.fields import BoundText

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk

_WIDEST = 780


class TitleField(BoundText):
    """One line of text on as many lines of the screen as it needs; Enter goes on."""

    def __init__(self, desk: Desk) -> None:
        self._edge, self._margin = inset(desk.theme), 0
        super().__init__(
            desk,
            "brief.title",
            "Title",
            lambda review: review.title,
            lambda text: edits.set_field("title", text),
            font=desk.theme.font("title"),
            line=desk.theme.line("title"),
        )
        self.setPlaceholderText("What happened?")
        # Only once the field has its size would it break its lines anew.
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._balance)
        self.setMaximumWidth(desk.theme.px(_WIDEST) + 2 * self._edge)
        self.textChanged.connect(self._take_room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field: a title has no paragraphs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, in one paragraph."""
        self.insertPlainText(" ".join(source.text().split()))

    def refresh(self, delta: Delta | None = None) -> None:
        """Take the title from the review."""
        super().refresh(delta)
        self._settling.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lines anew."""
        super().resizeEvent(event)
        self._settling.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Even out the lines once the typing is over."""
        super().focusOutEvent(event)
        self._settling.start()

    def _take_room(self) -> None:
        # Lines that are evened out while somebody types would jump about.
        if self.hasFocus():
            self._set_margin(0)

    def _balance(self) -> None:
        if not self.hasFocus():
            full = self.width() - 2 * self._edge
            even = even_width(self.toPlainText(), self.font(), full)
            self._set_margin(full - even)

    def _set_margin(self, margin: int) -> None:
        if margin != self._margin:
            self._margin = margin
            self.setViewportMargins(0, 0, margin, 0)
