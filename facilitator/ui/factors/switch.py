"""The switch in the page's head: tree or outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from facilitator.ui.theme import Theme

_WORDS = ("Tree", "Outline")
_HEIGHT, _PAD, _RADIUS = 34, 14, 6


class ViewSwitch(QWidget):
    """Two words of which one holds; emits ``chosen`` with True for the outline."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._outline = False
        self.setObjectName("factors.switch")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_outline(outline=False)

    def show_outline(self, *, outline: bool) -> None:
        """Say which of the two is shown."""
        self._outline = outline
        self.setAccessibleName("Tree or outline")
        self.setAccessibleDescription(f"{_WORDS[outline]} is shown; Space changes it")
        self.update()

    def sizeHint(self) -> QSize:
        """Both words with their space."""
        return QSize(sum(self._widths()), self._theme.px(_HEIGHT))

    def _widths(self) -> list[int]:
        metrics, pad = self._theme.metrics("label", weight=600), 2 * self._theme.px(_PAD)
        return [round(metrics.horizontalAdvance(word)) + pad for word in _WORDS]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Space and Enter change it."""
        keys = {
            Qt.Key.Key_Left: False,
            Qt.Key.Key_Right: True,
            Qt.Key.Key_Space: not self._outline,
            Qt.Key.Key_Return: not self._outline,
        }
        if event.key() in keys:
            self.chosen.emit(keys[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the word below it."""
        self.chosen.emit(event.position().x() > self._widths()[0])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both words, the one that holds on ink."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        outline = QPainterPath()
        outline.addRoundedRect(frame, theme.px(_RADIUS), theme.px(_RADIUS))
        first, second = self._widths()
        boxes = (QRectF(0, 0, first, self.height()), QRectF(first, 0, second, self.height()))
        painter.fillPath(outline, theme.colour("sheet"))
        painter.setClipPath(outline)
        painter.fillRect(boxes[self._outline], theme.colour("ink"))
        painter.setClipping(False)
        focus = self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if focus else "line"), 3 if focus else 1.5))
        painter.drawPath(outline)
        for index, word in enumerate(_WORDS):
            held = index == self._outline
            painter.setFont(theme.font("label", weight=500))
            painter.setPen(theme.colour("on_ink" if held else "ink"))
            painter.drawText(boxes[index], Qt.AlignmentFlag.AlignCenter, word)
