"""The foot of the page of patterns: the keys that do something where the keys are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.ui.kit import KeyCap, Label
from facilitator.ui.library.patterns.rows import Kind

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_HIGH, _MARGIN, _GAP = 44, 40, 20
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
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._now: list[QWidget] = []
        self._sets = {
            (Kind.PROPOSAL, True): self._make(_NAME),
            (Kind.PATTERN, False): self._make(_PATTERN),
            (Kind.FACTOR, True): self._make((_OPEN, _ALONE, _BACK)),
            (Kind.FACTOR, False): self._make((_OPEN, _OUT, _BACK)),
            (Kind.ACTION, False): self._make((_OPEN, _BACK)),
        }

    def _make(self, keys: tuple[tuple[str, str], ...]) -> list[QWidget]:
        return [self._key(cap, words) for cap, words in keys]

    def _key(self, cap: str, words: str) -> QWidget:
        widget, px = QWidget(self), self._theme.px
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(KeyCap(self._theme, cap))
        row.addWidget(Label(self._theme, words, "label", "ink2", where="library"))
        widget.hide()
        return widget

    def show_keys(self, kind: Kind | None, *, proposed: bool) -> None:
        """Show the keys of a kind of row, of a proposal or of a pattern; none for None."""
        for widget in self._now:
            widget.hide()
        self._now = [] if kind is None else self._sets.get((kind, proposed), [])
        self._place()

    def _place(self) -> None:
        """Side by side, as many as there is room for: F1 shows all."""
        margin, left, room = self._theme.px(_MARGIN), self._theme.px(_MARGIN), True
        for widget in self._now:
            width = widget.sizeHint().width()
            room = room and left + width <= self.width() - margin
            widget.setGeometry(left, 1, width, self.height() - 1)
            widget.setVisible(room)
            left += width + self._theme.px(_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the keys."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
