"""The facts on the right of the Actions' head: loose ends, and how many actions are durable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.words import Durability
from facilitator.ui.actions.wording import count_words
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import Label, underlined

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.coach.pairs import Pairs
    from facilitator.ui.theme import Theme

_METER = (46, 22)


class _Steps(QWidget):
    """The steps from which on an action is durable."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(_METER[0]) + 1, theme.px(_METER[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        Glyphs(painter, self._theme).meter(Durability.GUARDRAIL.value, 0, 0)


class Facts(QWidget):
    """``loose_ends_asked`` tells that the loose ends were clicked."""

    loose_ends_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        self.loose_ends = underlined(
            theme, self.loose_ends_asked.emit, name="actions.loose_ends", side=4
        )
        self.count = Label(theme, "", "label", weight=500)
        self.count.setObjectName("actions.count")
        self._share = self._with_steps(self.count)
        row.addWidget(self.loose_ends)
        row.addWidget(self._share)

    def _with_steps(self, words: Label) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(self._theme.px(12), 0, 0, 0)
        row.setSpacing(self._theme.px(12))
        row.addWidget(_Steps(self._theme))
        row.addWidget(words)
        return both

    def show_pairs(self, found: Pairs) -> None:
        """Say how many are durable; the note bar speaks where none is."""
        self._share.setVisible(bool(found.durable))
        self.count.setText(count_words(found))

    def show_loose_ends(self, count: int) -> None:
        """Say how many loose ends there are; nothing without."""
        words = f"{count} loose end{'' if count == 1 else 's'}"
        self.loose_ends.setText(words)
        self.loose_ends.setAccessibleName(
            f"{words}: factors without an action, actions without a cause"
        )
        self.loose_ends.setVisible(count > 0)
