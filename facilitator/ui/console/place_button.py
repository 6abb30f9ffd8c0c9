"""Says whose note is shown, and offers the others; where it is narrow only by its sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from facilitator.ui.theme import Theme

_SIGN, _PAD, _RING = "▾", 6, 3


class PlaceButton(QPushButton):
    """Reads like a link."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._words = theme, ""
        self.setObjectName("console.notes.place")
        self.setFont(theme.font("label", "console"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(_looks(theme))

    def show_words(self, words: str) -> None:
        """Say whose note it is."""
        self._words = words
        self.setAccessibleName(f"Note of: {words}. Choose another")
        self.setToolTip(words)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Words and sign."""
        return QSize(self._width(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The sign alone."""
        return QSize(self._width(_SIGN), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _whole(self) -> str:
        return f"{self._words} {_SIGN}"

    def _fit(self) -> None:
        self.setText(self._whole if self.width() >= self._width(self._whole) else _SIGN)

    def _width(self, words: str) -> int:
        advance = self.fontMetrics().horizontalAdvance(words)
        return advance + 2 * self._theme.px(_PAD) + 1


def _looks(theme: Theme) -> str:
    accent, ink2, pad = theme.colour("accent").name(), theme.colour("ink2").name(), theme.px(_PAD)
    ring = _RING
    return (
        f"QPushButton {{ border: none; background: transparent; color: {ink2};"
        f" text-decoration: underline; padding: {ring}px {pad}px; }}"
        f"QPushButton:focus {{ border: {ring}px solid {accent};"
        f" padding: 0 {pad - ring}px; }}"
    )
