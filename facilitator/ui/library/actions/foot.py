"""The foot of the page of actions: the keys that help here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from facilitator.ui.library.key_foot import MARGIN, KeyFoot

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from facilitator.ui.theme import Theme

_AFTER = 22
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


class ActionFoot(KeyFoot):
    """As many keys as there is room for; the last one, F1, is always among them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        # The keys follow the width, not the width the keys.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._mode = "line"
        self._keys = {
            mode: [self.key(*each, after=_AFTER) for each in keys] for mode, keys in MODES.items()
        }
        line = self.line()
        for keys in self._keys.values():
            for each in keys:
                line.addWidget(each)
        line.addStretch(1)
        self._fit()

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
            room = self.width() - self._theme.px(2 * MARGIN) - keys[-1].sizeHint().width()
            for each in keys[:-1]:
                room -= each.sizeHint().width()
                each.setVisible(mode == self._mode and room >= 0)
            keys[-1].setVisible(mode == self._mode)
