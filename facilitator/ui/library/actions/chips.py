"""The usual states beside the line, with how many actions each can be said of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.domain.action_filter import ActionState
from facilitator.ui.library.actions.lister import CHIPS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_WORDS = {
    ActionState.OPEN: "Open",
    ActionState.OVERDUE: "Overdue",
    ActionState.DURABLE: "Durable",
    ActionState.DEFERRED: "Put off",
    ActionState.BACK: "Back",
    ActionState.CHECK_DUE: "Did it hold?",
}
_HIGH, _PAD, _GAP, _RADIUS, _BETWEEN = 38, 14, 8, 6, 10


class StateChip(QAbstractButton):
    """A word and a count; filled with the tint, and underlined, while the line asks for it."""

    def __init__(self, theme: Theme, state: ActionState, number: int) -> None:
        super().__init__()
        self._theme, self._words, self._keys = theme, _WORDS[state], f"Alt {number}"
        self._count, self._asked = 0, False
        self.setObjectName(f"all_actions.chip.{state.value}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(theme.px(_HIGH))
        self.setToolTip(self._keys)
        self.show_state(0, asked=False)

    def show_state(self, count: int, *, asked: bool) -> None:
        """Take how many there are, and whether the line asks for them."""
        self._count, self._asked = count, asked
        state = "asked for" if asked else "not asked for"
        self.setAccessibleName(f"{self._words}: {count:,}, {self._keys}")
        self.setAccessibleDescription(state)
        self.setFixedWidth(self.sizeHint().width())
        self.update()

    def _advance(self, words: str, weight: int) -> int:
        metrics = self._theme.metrics("label", "library", weight)
        return round(metrics.horizontalAdvance(words)) + 1

    def sizeHint(self) -> QSize:
        """Words, count and room around them."""
        px = self._theme.px
        words = self._advance(self._words, 600) + self._advance(f"{self._count:,}", 400)
        return QSize(words + px(2 * _PAD + _GAP), px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outline, word, count; a bar below the word of what is asked for."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = 3 if self.hasFocus() else 1
        painter.setPen(QPen(theme.colour("accent" if self._asked or pen > 1 else "line"), pen))
        painter.setBrush(theme.colour("accent_tint" if self._asked else "paper"))
        radius = theme.px(_RADIUS)
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.drawRoundedRect(box, radius, radius)
        weight = 600 if self._asked else 400
        inside = QRectF(self.rect()).adjusted(theme.px(_PAD), -1, -theme.px(_PAD), -1)
        painter.setPen(theme.colour("accent" if self._asked else "ink"))
        painter.setFont(theme.font("label", "library", weight))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, self._words)
        if self._asked:
            width = self._advance(self._words, weight)
            line = QRectF(inside.x(), self.height() - theme.px(8), width, theme.px(2))
            painter.fillRect(line, theme.colour("accent"))
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("label", "library"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inside, right, f"{self._count:,}")


class StateChips(QWidget):
    """``asked`` tells the state of a chip that was pressed."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chips = {
            state: StateChip(theme, state, number) for number, state in enumerate(CHIPS, 1)
        }
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for state, chip in self.chips.items():
            chip.setParent(self)
            chip.clicked.connect(partial(self._tell, state))
        self._place()

    def _tell(self, state: ActionState, _checked: bool) -> None:
        self.asked.emit(state)

    def show_counts(
        self, counts: Mapping[ActionState, int], asked: Collection[ActionState]
    ) -> None:
        """Take how many there are of each, and which are asked for."""
        for state, chip in self.chips.items():
            chip.show_state(counts.get(state, 0), asked=state in asked)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room in a line goes on in the next."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap, high = self._theme.px(_BETWEEN), self._theme.px(_HIGH)
        left = top = 0
        for chip in self.chips.values():
            if left and left + chip.width() > self.width():
                left, top = 0, top + high + gap
            chip.move(left, top)
            left += chip.width() + gap
        self.setFixedHeight(top + high)
