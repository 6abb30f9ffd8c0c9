"""The status line: keys on the left, when the last edit was saved on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import KeyCap, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme


class _Tick(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(18), theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        margin = self._theme.px(1)
        box = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        Glyphs(QPainter(self), self._theme).evidence("supported", box, self._theme.colour("ink"))


class StatusLine(QWidget):
    """44 px at the foot of the Stage."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pairs: list[tuple[KeyCap, Label]] = []
        self.setFixedHeight(theme.px(44))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(40), 1, theme.px(40), 0)
        row.setSpacing(theme.px(10))
        self._hints = QWidget()
        self._hints.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint_row = QHBoxLayout(self._hints)
        self._hint_row.setContentsMargins(0, 0, 0, 0)
        self._hint_row.setSpacing(theme.px(8))
        row.addWidget(self._hints, 1)
        self._tick = _Tick(theme)
        row.addWidget(self._tick)
        self.saved = Label(theme, "", "label", "ink2")
        self.saved.setObjectName("status.saved")
        row.addWidget(self.saved)
        self.say_saved("")

    def show_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Show key caps and words, e.g. ``("F2", "Edit")``."""
        while (item := self._hint_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._pairs = []
        for keys, words in hints:
            pair = (KeyCap(self._theme, keys), Label(self._theme, words, "label", "ink2"))
            self._pairs.append(pair)
            for part in pair:
                self._hint_row.addWidget(part)
            self._hint_row.addSpacing(self._theme.px(12))
        self._hint_row.addStretch(1)
        self._fit_hints()

    def _fit_hints(self) -> None:
        """Leave out the last hints where there is no room for whole ones."""
        px = self._theme.px
        saved = self.saved.sizeHint().width() + self._tick.width() + px(2 * 10)
        room = self.width() - px(2 * 40) - (saved if self.saved.text() else px(2 * 10))
        for cap, label in self._pairs:
            room -= cap.sizeHint().width() + label.sizeHint().width() + px(2 * 8)
            cap.setVisible(room >= 0)
            label.setVisible(room >= 0)
            room -= px(12 + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hints come and go with the width."""
        super().resizeEvent(event)
        self._fit_hints()

    def say_saved(self, words: str) -> None:
        """Show when the last edit was saved, e.g. ``Saved 14:02``; empty hides it."""
        self.saved.setText(words)
        self.saved.setAccessibleName(words or "Nothing to save yet")
        self._tick.setVisible(bool(words))
        self._fit_hints()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
