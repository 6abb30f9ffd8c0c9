"""The foot of the page of patterns: the keys that do something where the keys are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.kit import KeyCap, Label
from facilitator.ui.library.patterns.rows import Kind

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_HIGH, _MARGIN = 44, 40
_BEHIND = ("Ctrl Enter", "Reviews")
_NAME = (("Enter", "Give it a name"), ("Delete", "Not the same"), ("→", "Factors"), _BEHIND)
_PATTERN = (("F2", "Rename"), ("Delete", "Dissolve"), ("→", "Factors"), ("Ctrl P", "Plan"), _BEHIND)
_OPEN, _BACK = ("Enter", "Open the review"), ("←", "Back")
_ALONE, _OUT = ("Delete", "This one is not the same"), ("Delete", "Take this one out")


class PatternFoot(QWidget):
    """44 px at the foot, with one set of keys at a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(_HIGH))
        self._sets = {
            (Kind.PROPOSAL, True): self._row(_NAME),
            (Kind.PATTERN, False): self._row(_PATTERN),
            (Kind.FACTOR, True): self._row((_OPEN, _ALONE, _BACK)),
            (Kind.FACTOR, False): self._row((_OPEN, _OUT, _BACK)),
            (Kind.ACTION, False): self._row((_OPEN, _BACK)),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(_MARGIN), 1, theme.px(_MARGIN), 0)
        for keys in self._sets.values():
            row.addWidget(keys)
        row.addStretch(1)
        self.show_keys(None, proposed=False)

    def _row(self, keys: tuple[tuple[str, str], ...]) -> QWidget:
        widget, px = QWidget(), self._theme.px
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for cap, words in keys:
            row.addWidget(KeyCap(self._theme, cap))
            row.addWidget(Label(self._theme, words, "label", "ink2", where="library"))
            row.addSpacing(px(10))
        return widget

    def show_keys(self, kind: Kind | None, *, proposed: bool) -> None:
        """Show the keys of a kind of row, of a proposal or of a pattern; none for None."""
        for of_kind, keys in self._sets.items():
            keys.setVisible(of_kind == (kind, proposed))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
