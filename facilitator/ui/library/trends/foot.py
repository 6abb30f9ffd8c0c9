"""The foot of the trends: what is chosen, or what is never counted; and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.domain.trend_words import NEVER_PEOPLE
from facilitator.ui.kit import KeyCap, Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_HIGH, _MARGIN = 44, 40
_ALL_KEYS_FROM = 1180
_CHARTS = (("Enter", "Reviews behind it"), ("S", "Since when"), ("Ctrl T", "Show as tables"))
_TABLES = (("Ctrl C", "Copy"), ("Ctrl Shift E", "Save as CSV"), ("Ctrl T", "Show as charts"))


class _Said(Label):
    """One line that ends in dots where there is no room."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("ink2"))
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class TrendsFoot(QWidget):
    """44 px at the foot of the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(_HIGH))
        self.said = _Said(theme, NEVER_PEOPLE, "label", "ink2", where="library")
        self.said.setObjectName("library.trends.said")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._keys = {False: self._row(_CHARTS), True: self._row(_TABLES)}
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.setContentsMargins(theme.px(_MARGIN), 1, theme.px(_MARGIN), 0)
        row.addWidget(self.said, 1)
        for keys in self._keys.values():
            row.addWidget(keys)
        self.show_tables(tables=False)

    def _row(self, keys: Iterable[tuple[str, str]]) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        for cap, words in keys:
            row.addSpacing(self._theme.px(14))
            row.addWidget(KeyCap(self._theme, cap))
            row.addWidget(Label(self._theme, words, "label", "ink2", where="library"))
        return widget

    def say(self, words: str) -> None:
        """Tell what is chosen; nothing tells what is never counted."""
        self.said.setText(words or NEVER_PEOPLE)
        self.said.update()

    def show_tables(self, *, tables: bool) -> None:
        """Show the keys of the charts or of the tables."""
        for of_tables, keys in self._keys.items():
            keys.setVisible(of_tables is tables)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Of the keys the last one stays where there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_ALL_KEYS_FROM)
        for keys in self._keys.values():
            parts = [child for child in keys.children() if isinstance(child, QWidget)]
            for part in parts[2:4]:
                part.setVisible(wide)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
