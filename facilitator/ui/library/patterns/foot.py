"""The foot of the page of patterns: the keys that do something where the keys are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from facilitator.ui.library.key_foot import MARGIN, KeyFoot
from facilitator.ui.library.patterns.rows import Kind

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.ui.theme import Theme

_GAP = 20
_BEHIND = ("Ctrl Enter", "Reviews")
_NAME = (("Enter", "Give it a name"), ("Delete", "Not the same"), ("→", "Factors"), _BEHIND)
_PATTERN = (("F2", "Rename"), ("Delete", "Dissolve"), ("→", "Factors"), ("Ctrl P", "Plan"), _BEHIND)
_OPEN, _BACK = ("Enter", "Open the review"), ("←", "Back")
_NOTHING, _ALL = ("Ctrl 1", "Reviews"), ("F1", "All keys")
_ALONE, _OUT = ("Delete", "This one is not the same"), ("Delete", "Take this one out")


class PatternFoot(KeyFoot):
    """44 px at the foot, with one set of keys at a time; where no row is, what leads on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._now: list[QWidget] = []
        self._sets = {
            (Kind.PROPOSAL, True): self._make(_NAME),
            (Kind.PATTERN, False): self._make(_PATTERN),
            (Kind.FACTOR, True): self._make((_OPEN, _ALONE, _BACK)),
            (Kind.FACTOR, False): self._make((_OPEN, _OUT, _BACK)),
            (Kind.ACTION, False): self._make((_OPEN, _BACK)),
        }
        self._none = self._make((_NOTHING,))
        self.show_keys(None, proposed=False)

    def _make(self, keys: tuple[tuple[str, str], ...]) -> list[QWidget]:
        made = [self.key(*each) for each in (*keys, _ALL)]
        for each in made:
            each.hide()
        return made

    def show_keys(self, kind: Kind | None, *, proposed: bool) -> None:
        """Show the keys of a kind of row, of a proposal or of a pattern; None is for no row."""
        for widget in self._now:
            widget.hide()
        self._now = self._none if kind is None else self._sets.get((kind, proposed), self._none)
        self._place()

    def _place(self) -> None:
        """Side by side, as many as there is room for: F1 shows all."""
        margin, left, room = self._theme.px(MARGIN), self._theme.px(MARGIN), True
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
