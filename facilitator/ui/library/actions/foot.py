"""The foot of the page of actions: the keys that help here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.ui.kit import KeyCap, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_HIGH, _MARGIN, _GAP = 44, 40, 8
_LINE = (("↓", "To the list"), ("Esc", "Empty the line"), ("F1", "All keys"))
_TABLE = (
    ("Enter", "Open"),
    ("Tab", "Change"),
    ("F", "Follow-up"),
    ("S", "Status"),
    ("O", "Owner"),
    ("D", "Due"),
    ("X", "Done"),
    ("L", "Put off"),
    ("Esc", "Filter"),
    ("F1", "All keys"),
)
_FOLLOW = (
    ("↓", "Next"),
    ("F", "All actions"),
    ("X", "Done"),
    ("W", "In progress"),
    ("H", "Held"),
    ("N", "Did not hold"),
    ("L", "Put off"),
    ("F1", "All keys"),
)
MODES = {"line": _LINE, "table": _TABLE, "follow": _FOLLOW}


class ActionFoot(QWidget):
    """As many keys as there is room for; the last one, F1, is always among them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(_HIGH))
        # The keys follow the width, not the width the keys.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(_MARGIN), 1, theme.px(_MARGIN), 0)
        row.setSpacing(0)
        self._mode = "line"
        self._keys = {mode: [self._key(*each) for each in keys] for mode, keys in MODES.items()}
        for keys in self._keys.values():
            for each in keys:
                row.addWidget(each)
        row.addStretch(1)
        self._fit()

    def _key(self, cap: str, words: str) -> QWidget:
        px, key = self._theme.px, QWidget()
        row = QHBoxLayout(key)
        row.setContentsMargins(0, 0, px(22), 0)
        row.setSpacing(px(_GAP))
        row.addWidget(KeyCap(self._theme, cap))
        row.addWidget(Label(self._theme, words, "label", "ink2", where="library"))
        return key

    def show_mode(self, mode: str) -> None:
        """Show the keys of the line, of the table or of the follow-up."""
        if mode != self._mode:
            self._mode = mode
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keys come and go with the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for mode, keys in self._keys.items():
            room = self.width() - self._theme.px(2 * _MARGIN) - keys[-1].sizeHint().width()
            for each in keys[:-1]:
                room -= each.sizeHint().width()
                each.setVisible(mode == self._mode and room >= 0)
            keys[-1].setVisible(mode == self._mode)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
