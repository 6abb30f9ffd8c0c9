"""Pans the tree just enough, in 120 ms, or at once where less motion is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtWidgets import QScrollBar


class Pan(QObject):
    """Moves two scroll bars."""

    def __init__(self, across: QScrollBar, down: QScrollBar) -> None:
        # It ends with what it moves: other looks may replace that while a motion is under way.
        super().__init__(across)
        self._across, self._down = across, down
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(pan_time())
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._to)

    def by(self, way: QPointF) -> None:
        """Pan at once; a motion under way is carried to its end first."""
        end = self.end + way
        self._motion.stop()
        self._to(end)

    def show(self, wanted: QRectF, room: QRectF, margin: float) -> None:
        """Bring a part of the viewport's plane into the room, by the shortest way."""
        rest = self.end - self._here()
        seen = wanted.translated(-rest)
        inner = room.adjusted(margin, margin, -margin, -margin)
        dx = _least_way(seen.left(), seen.right(), inner.left(), inner.right())
        dy = _least_way(seen.top(), seen.bottom(), inner.top(), inner.bottom())
        if not dx and not dy:
            return
        end = self.end + QPointF(dx, dy)
        self._motion.stop()
        if self._motion.duration() == 0:
            self._to(end)
            return
        self._motion.setStartValue(self._here())
        self._motion.setEndValue(end)
        self._motion.start()

    def _here(self) -> QPointF:
        return QPointF(self._across.value(), self._down.value())

    @property
    def end(self) -> QPointF:
        """Where a motion under way ends, or else where it is."""
        moving = self._motion.state() == QVariantAnimation.State.Running
        return self._motion.endValue() if moving else self._here()

    def _to(self, where: QPointF) -> None:
        self._across.setValue(round(where.x()))
        self._down.setValue(round(where.y()))


def _least_way(low: float, high: float, least: float, most: float) -> float:
    """How far to pan so that ``low`` to ``high`` lies within; the beginning wins."""
    if low < least or high - low > most - least:
        return low - least
    return max(0.0, high - most)


def pan_time() -> int:
    """Milliseconds a pan takes: none without a screen, or when the system wants no motion."""
    style = QApplication.style()
    wanted = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    if QGuiApplication.platformName() == "offscreen" or wanted == 0:
        return 0
    return int(tokens()["motion"]["pan_to_selection_ms"])
