"""The foot of the trends: what is chosen, or what is never counted; and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from facilitator.domain.trend_words import NEVER_PEOPLE
from facilitator.ui.kit import Label
from facilitator.ui.library.key_foot import KeyFoot

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

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


class TrendsFoot(KeyFoot):
    """What is said on the left, the keys of the charts or of the tables on the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.said = _Said(theme, NEVER_PEOPLE, "label", "ink2", where="library")
        self.said.setObjectName("library.trends.said")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._tables = False
        self._keys = {False: self.row(_CHARTS), True: self.row(_TABLES)}
        line = self.line()
        line.addWidget(self.said, 1)
        for each in (*self._keys[False], *self._keys[True]):
            line.addWidget(each)
        self._fit()

    def say(self, words: str) -> None:
        """Tell what is chosen; nothing tells what is never counted."""
        self.said.setText(words or NEVER_PEOPLE)
        self.said.update()

    def show_tables(self, *, tables: bool) -> None:
        """Show the keys of the charts or of the tables."""
        self._tables = tables
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keys come and go with the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The key in the middle gives way where there is little room."""
        wide = self.width() >= self._theme.px(_ALL_KEYS_FROM)
        for of_tables, (first, middle, last) in self._keys.items():
            shown = of_tables is self._tables
            first.setVisible(shown)
            middle.setVisible(shown and wide)
            last.setVisible(shown)
