"""The risk matrix: how bad and how likely, and the priority that gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from facilitator.domain.edits import actions as edits
from facilitator.domain.priority import MATRIX
from facilitator.domain.words import Impact, Likelihood, Priority
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem
    from facilitator.domain.rules import RuleViolation
    from facilitator.ui.desk import EditDesk
    from facilitator.ui.theme import Theme

IMPACTS = tuple(Impact)
LIKELIHOODS = tuple(reversed(Likelihood))
"""From the left: unlikely, possible, likely."""
_CELL_WIDTH, _CELL_HEIGHT, _HEAD_WIDTH, _HEAD_HEIGHT, _GAP = 150, 64, 116, 40, 6
_WIDTH = 680
LABEL = "Rate risk"
_FOOT = (
    "Arrows choose, Enter takes it. Delete takes the rating away. "
    "1 to 4 state a priority without a risk."
)
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class RiskSheet(Sheet):
    """Asks how bad it is if it happens again, and how likely; ``gone_on`` tells that Tab left."""

    gone_on = Signal(int)

    def __init__(self, desk: EditDesk, action: ActionItem, about: str | None = None) -> None:
        """``about`` are words that stand in for those of the action."""
        super().__init__(desk.theme, "If nothing changes, how bad and how likely?", width=_WIDTH)
        self.setObjectName("actions.risk")
        self._desk, self._id = desk, action.id
        self.grid = RiskGrid(desk.theme, action)
        self.grid.taken.connect(self._rate)
        self.grid.stated.connect(self._state)
        self.grid.cleared.connect(self._clear)
        self._problem = Label(desk.theme, "", "label", "note", wrap=True)
        self._problem.hide()
        column = self.card_column
        words = desk.shown(action.text) if about is None else about
        column.addWidget(Label(desk.theme, words, "text", wrap=True))
        column.addWidget(self.grid)
        column.addWidget(self._problem)
        column.addWidget(Label(desk.theme, _FOOT, "label", "ink2", wrap=True))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes a choice that was made, and goes on to the next cell."""
        # Qt asks for the next child also when the sheet is hidden.
        if not self.isHidden() and (not self.grid.moved or self._rate()):
            self.close_sheet()
            self.gone_on.emit(1 if forward else -1)
        return True

    def take(self, make: Callable[[str], Edit]) -> RuleViolation | None:
        """Apply what ``make`` makes of an action's id; a refusal is returned."""
        return self._desk.apply(LABEL, make(self._id))

    def _rate(self) -> bool:
        impact, likelihood = self.grid.impact, self.grid.likelihood
        return self._take(lambda action_id: edits.rate(action_id, impact, likelihood))

    def _state(self, priority: object) -> bool:
        return self._take(
            lambda action_id: edits.change_action(
                action_id, impact=None, likelihood=None, stated_priority=priority
            )
        )

    def _clear(self) -> bool:
        return self._state(None)

    def _take(self, make: Callable[[str], Edit]) -> bool:
        refusal = self.take(make)
        if refusal is None:
            self.close_sheet()
            return True
        self._problem.setText(refusal.reason)
        self._problem.show()
        return False


class RiskGrid(QWidget):
    """Three by three fields; ``taken``, ``cleared`` and ``stated`` (a Priority) tell the choice."""

    taken = Signal()
    cleared = Signal()
    stated = Signal(object)

    def __init__(self, theme: Theme, action: ActionItem) -> None:
        super().__init__()
        self._theme = theme
        self.moved = False
        self._row = IMPACTS.index(action.impact or Impact.SERIOUS)
        self._column = LIKELIHOODS.index(action.likelihood or Likelihood.POSSIBLE)
        self._rated = action.impact is not None and action.likelihood is not None
        self.setObjectName("actions.risk.grid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(self.sizeHint().height())
        self._tell()

    @property
    def impact(self) -> Impact:
        """How bad it is, by the frame."""
        return IMPACTS[self._row]

    @property
    def likelihood(self) -> Likelihood:
        """How likely it is, by the frame."""
        return LIKELIHOODS[self._column]

    def sizeHint(self) -> QSize:
        """Heads and fields."""
        height = _HEAD_HEIGHT + len(IMPACTS) * (_CELL_HEIGHT + _GAP)
        width = _HEAD_WIDTH + len(LIKELIHOODS) * (_CELL_WIDTH + _GAP)
        return QSize(self._theme.px(width), self._theme.px(height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter, Delete and the digits of priorities."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._move(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif event.text() in ("1", "2", "3", "4"):
            self.stated.emit(Priority(f"P{event.text()}"))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a field; a second one on it takes it."""
        for row in range(len(IMPACTS)):
            for column in range(len(LIKELIHOODS)):
                if self._field(row, column).contains(event.position()):
                    self._click(row, column)

    def _click(self, row: int, column: int) -> None:
        if (row, column) == (self._row, self._column) and (self.moved or self._rated):
            self.taken.emit()
        else:
            self._move(row - self._row, column - self._column)

    def _move(self, rows: int, columns: int) -> None:
        self._row = max(0, min(len(IMPACTS) - 1, self._row + rows))
        self._column = max(0, min(len(LIKELIHOODS) - 1, self._column + columns))
        self.moved = True
        self._tell()
        self.update()

    def _tell(self) -> None:
        given = MATRIX[self.impact, self.likelihood]
        self.setAccessibleName(f"Risk: {self.impact}, {self.likelihood}, gives {given}")

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heads, fields and the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_heads(painter)
        for row in range(len(IMPACTS)):
            for column in range(len(LIKELIHOODS)):
                self._draw_field(painter, row, column)

    def _draw_heads(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("ink2"))
        centre = Qt.AlignmentFlag.AlignCenter
        for column, likelihood in enumerate(LIKELIHOODS):
            field = self._field(0, column)
            head = QRectF(field.x(), 0, field.width(), theme.px(_HEAD_HEIGHT - 8))
            painter.drawText(head, centre, likelihood.value.capitalize())
        for row, impact in enumerate(IMPACTS):
            field = self._field(row, 0)
            head = QRectF(0, field.y(), field.x(), field.height())
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, impact.value.capitalize())

    def _draw_field(self, painter: QPainter, row: int, column: int) -> None:
        theme, field = self._theme, self._field(row, column)
        chosen = (row, column) == (self._row, self._column)
        pen = theme.px(3) if chosen else 1
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), pen))
        painter.setBrush(theme.colour("accent_tint" if chosen else "sheet"))
        radius, half = theme.px(6), pen / 2
        painter.drawRoundedRect(field.adjusted(half, half, -half, -half), radius, radius)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("text", weight=600))
        given = MATRIX[IMPACTS[row], LIKELIHOODS[column]]
        painter.drawText(field.adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, given.value)

    def _field(self, row: int, column: int) -> QRectF:
        theme = self._theme
        head, gap = theme.px(_HEAD_WIDTH), theme.px(_GAP)
        width = min(
            float(theme.px(_CELL_WIDTH)),
            (self.width() - head) / len(LIKELIHOODS) - gap,
        )
        height = theme.px(_CELL_HEIGHT)
        left = head + column * (width + gap)
        return QRectF(left, theme.px(_HEAD_HEIGHT) + row * (height + gap), width, height)
