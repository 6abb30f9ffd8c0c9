"""The line itself, and the plate before it that says what the line becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from facilitator.domain.text import LINE_LIMIT
from facilitator.ui.actions.underlines import Underlines
from facilitator.ui.capture.kinds import Kind
from facilitator.ui.entry_line import ManyLines
from facilitator.ui.kit import ghost_pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from facilitator.domain.action_line import ActionSpan
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

_PLATE, _PAD, _RADIUS = 34, 14, 4
_MOST = 2 * LINE_LIMIT
"""Characters of the line: time and signs come on top of the words."""


class CaptureEntry(ManyLines):
    """``taken_back`` tells of Backspace on the empty line, ``forsaken`` that the keys went away."""

    taken_back = Signal()
    forsaken = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "capture.entry", (), _MOST)
        self._spans: tuple[ActionSpan, ...] = ()
        self._underlines = Underlines(self, desk.theme)

    def is_much(self, text: str) -> bool:
        """Also one line that is too long, lest a part of it be lost."""
        return len(text) > _MOST or super().is_much(text)

    def show_spans(self, spans: Sequence[ActionSpan]) -> None:
        """Underline the pieces that were understood as tokens."""
        if tuple(spans) != self._spans:
            self._spans = tuple(spans)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace on the empty line comes first."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell why the keys went."""
        super().focusOutEvent(event)
        self.forsaken.emit(event.reason())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line under every token of an action."""
        super().paintEvent(event)
        self._underlines.draw(QPainter(self), self._spans)


class KindPlate(QPushButton):
    """The word of a kind: on ink once it is said, dashed while the phase or a time decides."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._said = False
        self.setObjectName("capture.kind")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_PLATE))

    def show_kind(self, kind: Kind, *, said: bool) -> None:
        """Show another kind."""
        self._said = said
        self.setText(kind.word)
        decided = "" if said else ", unless a prefix says something else"
        self.setAccessibleName(f"Becomes: {kind.noun}{decided}")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the longest word, so that the line does not move."""
        metrics = self._theme.metrics("label", weight=600)
        widest = max(metrics.horizontalAdvance(kind.word) for kind in Kind)
        return QSize(round(widest) + self._theme.px(2 * _PAD), self._theme.px(_PLATE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A filled plate, or one of dashes."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ink"), 1) if self._said else ghost_pen(theme))
        painter.setBrush(theme.colour("ink") if self._said else Qt.BrushStyle.NoBrush)
        radius = theme.px(_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(theme.colour("on_ink" if self._said else "ink"))
        painter.setFont(theme.font("label", weight=600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
