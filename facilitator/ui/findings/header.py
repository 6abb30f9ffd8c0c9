"""The fact on the right of the Findings' head: how many are in focus, and the room that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.domain.edits.findings import FOCUS_LIMIT
from facilitator.geometry.meter import SQUARE, SQUARE_PITCH, focus_squares
from facilitator.ui.findings.wording import focus_words, room_words
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_RADIUS, _PEN, _DASH = 3, 1.5, (3.0, 2.6)


class Squares(QWidget):
    """Five squares: filled for a finding in focus, dashed where there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Take how many are in focus."""
        self._count = count
        self.update()

    def sizeHint(self) -> QSize:
        """Five squares in a row."""
        scale = self._theme.scale
        return QSize(round((4 * SQUARE_PITCH + SQUARE) * scale) + 1, round(SQUARE * scale) + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw square by square."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, radius = _PEN * theme.scale, _RADIUS * theme.scale
        dashed = QPen(theme.colour("ink2"), width)
        dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
        dashed.setDashPattern([length / _PEN for length in _DASH])
        for bar in focus_squares(min(self._count, FOCUS_LIMIT), scale=theme.scale):
            box = QRectF(bar.x, bar.y, bar.width, bar.height)
            if bar.filled:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("ink"))
            else:
                box.adjust(width / 2, width / 2, -width / 2, -width / 2)
                painter.setPen(dashed)
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)


class FocusFact(QWidget):
    """``4 in focus``, ``room for one more`` and the five squares."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, 0)
        row.setSpacing(theme.px(12))
        self.count = Label(theme, "", "label", weight=500)
        self.count.setObjectName("findings.count")
        self.room = Label(theme, "", "label", "ink2")
        self.room.setObjectName("findings.room")
        self._squares = Squares(theme)
        for part in (self.count, self.room, self._squares):
            row.addWidget(part)
        # It says less rather than keep the window wide.
        self.setMinimumWidth(1)

    def show_count(self, count: int) -> None:
        """Take how many are in focus."""
        self.count.setText(focus_words(count))
        self.room.setText(room_words(count))
        self.setAccessibleName(f"{focus_words(count)}, {room_words(count)}")
        self._squares.show_count(count)

    def fit(self, width: int) -> None:
        """Say less where there is little room: first without the rest, then without squares."""
        for part in (self.room, self._squares):
            part.show()
        for part in (self.room, self._squares):
            part.setVisible(self.sizeHint().width() <= width)
