"""The base of the feet of the library's pages: a well below a rule, and keys with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.kit import KeyCap, Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

HIGH, MARGIN = 44, 40
_BETWEEN, _BEFORE = 8, 22


class KeyFoot(QWidget):
    """44 px high; ``key`` and ``row`` make what stands in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(HIGH))

    def line(self) -> QHBoxLayout:
        """The layout of the foot, for what is put side by side."""
        margin = self._theme.px(MARGIN)
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, 1, margin, 0)
        row.setSpacing(0)
        return row

    def key(
        self, cap: str, words: str, *, before: int = 0, after: int = 0, where: str = "library"
    ) -> QWidget:
        """A key with its words, and room on either side in px at type size 100 %."""
        px, key = self._theme.px, QWidget(self)
        row = QHBoxLayout(key)
        row.setContentsMargins(px(before), 0, px(after), 0)
        row.setSpacing(px(_BETWEEN))
        row.addWidget(KeyCap(self._theme, cap))
        row.addWidget(Label(self._theme, words, "label", "ink2", where=where))
        return key

    def row(self, keys: Iterable[tuple[str, str]], where: str = "library") -> list[QWidget]:
        """Keys that stand at the right end, each with room before it."""
        return [self.key(*each, before=_BEFORE, where=where) for each in keys]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
