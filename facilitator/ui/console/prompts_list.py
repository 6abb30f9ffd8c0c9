"""The questions of the moment as a list: one is chosen with the arrows, and sent with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter

from facilitator.ui.console.rows import ConsoleRows
from facilitator.ui.console.section import OVERHANG
from facilitator.ui.factors.wrapping import Wrapper, reads_from_right

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from facilitator.app.prompts import Prompt
    from facilitator.ui.factors.wrapping import Line
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

ON_STAGE = "on the Stage"
INDENT = 28
"""So far to the right of its sign a question stands."""
MOST_LINES = 12
"""More than any question has: it is never cut."""
_PAD, _PLATE, _SIGN_MID, _BASELINE = 10, 20, 8.5, 0.74
_ROOT = QModelIndex()


class PromptsModel(QAbstractListModel):
    """The questions that are shown, and which of them is on the Stage."""

    def __init__(self) -> None:
        super().__init__()
        self.prompts: tuple[Prompt, ...] = ()
        self.on_stage: Prompt | None = None

    def show_prompts(self, prompts: tuple[Prompt, ...], on_stage: Prompt | None) -> None:
        """Take other questions."""
        self.beginResetModel()
        self.prompts, self.on_stage = prompts, on_stage
        self.endResetModel()

    def mark(self, on_stage: Prompt | None) -> None:
        """Another question is on the Stage, or none."""
        self.on_stage = on_stage
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many questions are shown."""
        return 0 if parent.isValid() else len(self.prompts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see and to hear."""
        prompt = self.prompts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return prompt.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{prompt.words} ({ON_STAGE})" if prompt == self.on_stage else prompt.words
        return None


class PromptsList(ConsoleRows):
    """Tells what its keys ask for: ``sent``, ``turned`` (pages), ``edited``, ``added``, ``hid``.

    ``beyond`` (1 or -1) tells that an arrow goes on behind the last question, or before the first.
    """

    sent = Signal()
    turned = Signal(int)
    beyond = Signal(int)
    edited = Signal()
    added = Signal()
    hid = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "console.prompts.list", "Questions for this moment")
        self.prompts = PromptsModel()
        self._wrap = wrapper(theme)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self.prompts)

    @property
    def current(self) -> Prompt | None:
        """The question to be sent: the first, until one is chosen."""
        shown, row = self.prompts.prompts, max(0, self.currentIndex().row())
        return shown[row] if shown else None

    def show_prompts(self, prompts: tuple[Prompt, ...], on_stage: Prompt | None, row: int) -> None:
        """Show these, with one of them current."""
        self.prompts.show_prompts(prompts, on_stage)
        self.fit()
        if self.hasFocus() or row > 0:
            self.choose_row(row)

    def mark(self, on_stage: Prompt | None) -> None:
        """Show which question is on the Stage."""
        if on_stage != self.prompts.on_stage:
            self.prompts.mark(on_stage)
            self.fit()

    def fit(self) -> None:
        """Be as high as the questions are: the column scrolls, not the list."""
        rows = range(self.prompts.rowCount())
        high = sum(self.row_size(row).height() for row in rows)
        self.want(high, high)
        self.scheduleDelayedItemsLayout()

    def answer(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Enter, arrows to the sides, M, E, Insert and Delete."""
        if held:
            return False
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.sent.emit()
            case Qt.Key.Key_Right | Qt.Key.Key_M:
                self.turned.emit(1)
            case Qt.Key.Key_Left:
                self.turned.emit(-1)
            case Qt.Key.Key_Down if self.currentIndex().row() == self.prompts.rowCount() - 1:
                self.beyond.emit(1)
            case Qt.Key.Key_Up if self.currentIndex().row() == 0:
                self.beyond.emit(-1)
            case Qt.Key.Key_E | Qt.Key.Key_F2:
                self.edited.emit()
            case Qt.Key.Key_Insert:
                self.added.emit()
            case Qt.Key.Key_Delete:
                self.hid.emit()
            case _:
                return False
        return True

    # -- painting ------------------------------------------------------------------------------

    def row_size(self, row: int) -> QSize:
        """As many lines as the question takes, and one to say where it is."""
        theme = self.theme
        high = len(self._lines(row)) * theme.line("prompt", "console")
        if self._is_on_stage(row):
            high += theme.line("label", "console")
        return QSize(100, high + 2 * theme.px(_PAD) + 1)

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """A question mark, the question, and the rule to the next."""
        theme, over, on_stage = self.theme, self.theme.px(OVERHANG), self._is_on_stage(row)
        inner = box.adjusted(over, theme.px(_PAD), -over, -theme.px(_PAD) - 1)
        self._draw_sign(painter, inner, on_stage=on_stage)
        words = inner.adjusted(theme.px(INDENT), 0, 0, 0)
        down = draw_lines(painter, theme, words, self._lines(row))
        if on_stage:
            mark = QRectF(words.left(), down, words.width(), theme.line("label", "console"))
            self.write(painter, mark, ON_STAGE, "label", "accent")
        chosen = self.currentIndex().row() if self.hasFocus() else -1
        if row + 1 < self.prompts.rowCount() and chosen not in {row, row + 1}:
            rule = QRectF(inner.left(), round(box.bottom()) - 1, inner.width(), 1)
            painter.fillRect(rule, theme.colour("rule"))

    def _draw_sign(self, painter: QPainter, inner: QRectF, *, on_stage: bool) -> None:
        """A question mark; white on a plate where the question is on the Stage."""
        theme, line = self.theme, self.theme.line("prompt", "console")
        side = theme.px(_PLATE)
        plate = QRectF(0, 0, side, side)
        plate.moveCenter(inner.topLeft() + QPointF(theme.px(_SIGN_MID), line / 2))
        if on_stage:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(plate, theme.px(4), theme.px(4))
        painter.setPen(theme.colour("on_accent" if on_stage else "accent"))
        painter.setFont(theme.font("prompt", "console", 600))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, "?")

    def _is_on_stage(self, row: int) -> bool:
        return self.prompts.prompts[row] == self.prompts.on_stage

    def _lines(self, row: int) -> tuple[Line, ...]:
        width = self.width() - self.theme.px(2 * OVERHANG + INDENT)
        return self._wrap.lines(self.prompts.prompts[row].words, max(1.0, width), MOST_LINES)

    # -- events --------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the sign sends the question."""
        super().mouseReleaseEvent(event)
        left = self.theme.px(OVERHANG + INDENT)
        if event.position().x() < left and self.indexAt(event.position().toPoint()).isValid():
            self.sent.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """So does a double click on its words."""
        if event.position().x() >= self.theme.px(OVERHANG + INDENT):
            self.sent.emit()


def wrapper(theme: Theme) -> Wrapper:
    """Breaks questions into lines."""
    return Wrapper(theme.font("prompt", "console"), theme.metrics("prompt", "console"))


def draw_lines(
    painter: QPainter, theme: Theme, box: QRectF, lines: tuple[Line, ...], colour: str = "ink"
) -> float:
    """Draw the lines of a question from the top of a box; where the next may stand."""
    high = theme.line("prompt", "console")
    painter.setFont(theme.font("prompt", "console"))
    painter.setPen(theme.colour(colour))
    for place, line in enumerate(lines):
        left = box.right() - line.width if reads_from_right(line.text) else box.left()
        painter.drawText(QPointF(left, box.top() + (place + _BASELINE) * high), line.text)
    return box.top() + len(lines) * high
