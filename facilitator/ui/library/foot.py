"""The foot of the library: what the shapes of the families mean, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.domain.words import Family
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import KeyCap, Label
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_HIGH, _MARGIN, _SHAPE, _WORD_GAP, _GAP = 44, 40, 17, 24, 20
_ALL_KEYS_FROM = 1200
"""From this width on, in px at type size 100 %, there is room for one key more."""
_REVIEW_KEYS = (("Enter", "Open"), ("Ctrl N", "New"))
_TRASH_KEYS = (("Enter", "Take out"), ("Delete", "Delete for good"), ("Esc", "Reviews"))


class _FamilyKey(QWidget):
    """The five shapes with their words, the short ones where there is little room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.shown = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _width(self, word: str) -> float:
        words = self._theme.metrics("label", "library").horizontalAdvance(word)
        return self._theme.px(_WORD_GAP + _GAP) + words

    def _words(self) -> list[str]:
        for length in ("word", "short"):
            words = [str(tokens()["family"][family.value][length]) for family in Family]
            width = sum(self._width(word) for word in words) - self._theme.px(_GAP)
            if self.shown and width <= self.width():
                return words
        return []

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("label", "library"))
        size, left = theme.px(_SHAPE), 0.0
        for family, word in zip(Family, self._words(), strict=False):
            top = (self.height() - size) / 2
            Glyphs(painter, theme).family(family.value, QRectF(left, top, size, size))
            painter.setPen(theme.colour("ink2"))
            box = QRectF(left + theme.px(_WORD_GAP), 0, 400, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
            left += self._width(word)


class Foot(QWidget):
    """44 px at the foot of the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(_HIGH))
        self._families = _FamilyKey(theme)
        self._keys = {False: self._row(_REVIEW_KEYS), True: self._row(_TRASH_KEYS)}
        self._all_keys = self._row((("F1", "All keys"),))
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.setContentsMargins(theme.px(_MARGIN), 1, theme.px(_MARGIN), 0)
        row.addWidget(self._families, 1)
        for keys in (*self._keys.values(), self._all_keys):
            row.addWidget(keys)
        self.show_trash(trashed=False)

    def _row(self, keys: tuple[tuple[str, str], ...]) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        for cap, words in keys:
            row.addSpacing(self._theme.px(14))
            row.addWidget(KeyCap(self._theme, cap))
            row.addWidget(Label(self._theme, words, "label", "ink2"))
        return widget

    def show_trash(self, *, trashed: bool) -> None:
        """Show the keys of the reviews or of the trash."""
        for of_trash, keys in self._keys.items():
            keys.setVisible(of_trash is trashed)

    def show_families(self, *, shown: bool) -> None:
        """Explain the shapes only while the list has them."""
        self._families.shown = shown
        self._families.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The families have the room first."""
        super().resizeEvent(event)
        self._all_keys.setVisible(self.width() >= self._theme.px(_ALL_KEYS_FROM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
