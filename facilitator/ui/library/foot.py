"""The foot of the library: what the shapes of the families mean, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.words import Family
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.library.key_foot import KeyFoot
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_SHAPE, _WORD_GAP, _GAP = 17, 24, 20
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


class Foot(KeyFoot):
    """The families, the keys of what is listed, and F1 where there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._families = _FamilyKey(theme)
        sets = {False: _REVIEW_KEYS, True: _TRASH_KEYS}
        self._keys = {trashed: self.row(keys, "stage") for trashed, keys in sets.items()}
        (self._all_keys,) = self.row((("F1", "All keys"),), "stage")
        line = self.line()
        line.addWidget(self._families, 1)
        for each in (*self._keys[False], *self._keys[True], self._all_keys):
            line.addWidget(each)
        self.show_trash(trashed=False)

    def show_trash(self, *, trashed: bool) -> None:
        """Show the keys of the reviews or of the trash."""
        for of_trash, keys in self._keys.items():
            for key in keys:
                key.setVisible(of_trash is trashed)

    def show_families(self, *, shown: bool) -> None:
        """Explain the shapes only while the list has them."""
        self._families.shown = shown
        self._families.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The families have the room first."""
        super().resizeEvent(event)
        self._all_keys.setVisible(self.width() >= self._theme.px(_ALL_KEYS_FROM))
