"""The rail: severity, reference and the six stops of a review."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from facilitator.domain.phase import Phase
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.domain.records import Review
    from facilitator.ui.theme import Theme

_WIDTH, _FIRST, _PITCH, _LEAST, _DOT, _STOP = 120, 170, 112, 76, 36, 70
_LOW_FIRST, _LOW_PITCH = 108, 38
"""Where the window is too low for words below the dots."""


class _Stop(QAbstractButton):
    """One stop: a dot with number or tick, and the phase's word."""

    def __init__(self, theme: Theme, phase: Phase) -> None:
        super().__init__()
        self.phase = phase
        self._theme = theme
        self.current = False
        self.done = False
        self.setObjectName(f"rail.{phase.name.lower()}")
        self.setAccessibleName(f"{phase.word}, phase {phase.number} of 6")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Dot and word."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_STOP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dot and word."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.px(_DOT)
        dot = QRectF((self.width() - size) / 2, theme.px(3), size, size)
        self._draw_dot(painter, dot)
        if self._has_word:
            self._draw_word(painter, dot.bottom() + theme.px(4))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 2, -8, -2), 6, 6)

    @property
    def _has_word(self) -> bool:
        return self.height() >= self._theme.px(_STOP)

    def _draw_word(self, painter: QPainter, top: float) -> None:
        theme = self._theme
        painter.setFont(theme.font("label", weight=600 if self.current else 400))
        painter.setPen(theme.colour("accent" if self.current else "ink2"))
        word = QRectF(0, top, self.width(), theme.line("label"))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.phase.word)

    def _draw_dot(self, painter: QPainter, dot: QRectF) -> None:
        theme = self._theme
        if self.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(dot)
        else:
            painter.setPen(QPen(theme.colour("ink2" if self.done else "line"), 1.5))
            painter.setBrush(theme.colour("paper"))
            painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        # Without its word a stop is known by its number.
        if self.done and not self.current and self._has_word:
            margin = dot.width() * 0.28
            box = dot.adjusted(margin, margin, -margin, -margin)
            Glyphs(painter, theme).evidence("supported", box, theme.colour("ink"))
            return
        painter.setPen(theme.colour("on_accent" if self.current else "ink"))
        painter.setFont(theme.font("label", weight=600 if self.current else 500))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(self.phase.number))


class Rail(QWidget):
    """The rail at the left of the Stage; emits ``chosen`` with a Phase."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(theme.px(_WIDTH))
        self._severity = ""
        self._reference = Label(theme, "", "label", "ink2")
        self._reference.setParent(self)
        self._reference.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stops = {phase: _Stop(theme, phase) for phase in Phase}
        for phase, stop in self._stops.items():
            stop.setParent(self)
            stop.clicked.connect(lambda _checked=False, phase=phase: self.chosen.emit(phase))

    def show_review(self, review: Review) -> None:
        """Take severity and reference."""
        self._severity = review.severity.upper()
        self._set_reference(review.incident)
        self.update()

    def show_phase(self, current: Phase, done: frozenset[Phase]) -> None:
        """Mark the phase that is on the Stage, and tick those that are done."""
        for phase, stop in self._stops.items():
            stop.current, stop.done = phase is current, phase in done
            state = "current" if phase is current else "done" if stop.done else "open"
            stop.setAccessibleDescription(state)
            stop.update()

    def _set_reference(self, reference: str) -> None:
        metrics = self._theme.metrics("label")
        width = self._theme.px(_WIDTH - 8)
        self._reference.setText(metrics.elidedText(reference, Qt.TextElideMode.ElideRight, width))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place the stops: pitch 112, less on a low window, at least 76 with words."""
        px = self._theme.px
        pitch = max(px(_LEAST), min(px(_PITCH), (self.height() - px(_FIRST) - px(100)) // 5))
        first = min(px(_FIRST), max(px(118), self.height() - 5 * pitch - px(60)))
        high = px(_STOP)
        if first + 5 * pitch + px(52) > self.height():
            first, high = px(_LOW_FIRST), px(_LOW_PITCH)
            pitch = max(high, (self.height() - first - px(24)) // 5)
        self._reference.setGeometry(0, px(62), self.width(), px(24))
        for index, stop in enumerate(self._stops.values()):
            top = first - px(_DOT) // 2 - px(3) + index * pitch
            stop.setGeometry(0, top, self.width(), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well, the severity plate and the spine between the stops."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("well"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.colour("rule"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._severity:
            self._draw_plate(painter)
        painter.setPen(QPen(theme.colour("line"), 1.6))
        stops = list(self._stops.values())
        for above, below in itertools.pairwise(stops):
            top = above.y() + above.height() + theme.px(1)
            bottom = below.y() + theme.px(3) - theme.px(8)
            if bottom - top >= theme.px(6):
                painter.drawLine(self.width() // 2, top, self.width() // 2, bottom)

    def _draw_plate(self, painter: QPainter) -> None:
        theme = self._theme
        metrics = theme.metrics("label", weight=600)
        text = metrics.elidedText(
            self._severity, Qt.TextElideMode.ElideRight, self.width() - theme.px(28)
        )
        width = metrics.horizontalAdvance(text) + theme.px(20)
        plate = QRectF((self.width() - width) / 2, theme.px(30), width, theme.px(28))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink"))
        painter.drawRoundedRect(plate, theme.px(4), theme.px(4))
        painter.setPen(theme.colour("on_ink"))
        painter.setFont(theme.font("label", weight=600))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
