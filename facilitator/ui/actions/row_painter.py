"""Paints the cells of the action table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facilitator.coach.certainty import is_sure
from facilitator.domain.held import check_due
from facilitator.domain.held_words import held_words
from facilitator.domain.words import CLOSED_STATUSES
from facilitator.ui.actions.chips import draw_missing
from facilitator.ui.actions.coaching import label_of, reason_of
from facilitator.ui.actions.columns import METER, Column
from facilitator.ui.actions.wording import (
    NO_DATE,
    NO_OWNER,
    NO_TICKET,
    NOT_RATED,
    due_note,
    due_words,
    label_words,
    place_words,
    priority_words,
    risk_words,
    short_name,
    status_words,
)
from facilitator.ui.factors.wrapping import Wrapper
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.row_table import MARGIN
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from facilitator.domain.records import ActionItem
    from facilitator.ui.actions.model import ActionModel
    from facilitator.ui.factors.wrapping import Line
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

ROW, NARROW_ROW, MORE = 76, 48, 25
"""Heights of a row with and without second lines, and what another line of the text adds."""
_BAR, _METER_WIDTH, _METER_HEIGHT, _GAP = 4, 46, 22, 20
_TOP, _NARROW_TOP = 11, 10
_MOST_LINES = 2
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_OWN_CALL, _PROBABLY = "our own call", "probably"


class RowPainter(QStyledItemDelegate):
    """Paints one cell after the other, and the ground that a row stands on.

    ``wide`` tells whether rows have second lines; a row that would be cut at ``floor`` is left
    out.
    """

    def __init__(self, theme: Theme, model: ActionModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.wide = True
        self.floor = 0
        self._wrapper = Wrapper(theme.font("named"), theme.metrics("named"))
        self._paint_cell = {
            Column.ACTION: self._action,
            Column.DURABILITY: self._durability,
            Column.OWNER: self._owner,
            Column.PRIORITY: self._priority,
            Column.DUE: self._due,
            Column.BACKLOG: self._backlog,
        }

    def height(self, row: int, width: float) -> int:
        """How high a row is whose action column is ``width`` px wide."""
        lines = len(self._lines(self._model.record_at(row), width))
        return self._theme.px((ROW if self.wide else NARROW_ROW) + (lines - 1) * MORE)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The table sets the heights of its rows."""
        return QSize(self._theme.px(60), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell's own words or sign; the table has painted the ground of the whole row."""
        column = Column(index.column())
        box = QRectF(option.rect)
        if box.bottom() > self.floor:
            return
        if column is Column.ACTION:
            box.setLeft(box.left() + self._theme.px(MARGIN))
        self._paint_cell[column](painter, box, self._model.record_at(index.row()))

    def draw_ground(self, painter: QPainter, row: QRect, *, chosen: bool) -> None:
        """The tint of a chosen row, or the rule below another."""
        theme = self._theme
        margin = theme.px(MARGIN)
        if chosen:
            painter.fillRect(row, theme.colour("accent_tint"))
        else:
            left, width = row.x() + margin, row.width() - 2 * margin
            painter.fillRect(left, row.bottom(), width, 1, theme.colour("rule"))

    def draw_bar(self, painter: QPainter, row: QRect) -> None:
        """The bar of a chosen row; over the cells."""
        bar = self._theme.px(_BAR)
        painter.fillRect(row.x(), row.y(), bar, row.height(), self._theme.colour("accent"))

    def draw_frame(self, painter: QPainter, cell: QRect, row: QRect) -> None:
        """The frame of the cell that has the keys, half-way between it and its neighbours."""
        pen, gap = self._theme.px(2), self._theme.px(_GAP // 2)
        left = cell.left() - (gap if cell.left() > row.left() else 0)
        right = row.right() if cell.right() >= row.right() - gap else cell.right() - gap
        box = QRectF(left, row.y(), right + 1 - left, row.height())
        painter.setPen(QPen(self._theme.colour("accent"), pen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2))

    # -- cells ---------------------------------------------------------------------------------

    def _action(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        theme = self._theme
        lines = self._lines(action, box.width() + theme.px(MARGIN))
        high, step = theme.line("named"), theme.px(MORE)
        top = box.y() + theme.px(_TOP if self.wide else _NARROW_TOP)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("named"))
        for each in lines:
            painter.drawText(QRectF(box.x(), top, box.width(), high), _LINE, each.text)
            top += step
        if self.wide:
            # The second line stands as close as lines of the text do.
            under = QRectF(box.x(), top + theme.px(3), self._text_width(box), theme.line("label"))
            self._draw(painter, under, self._second(action), "label", "ink2")

    def _second(self, action: ActionItem) -> str:
        """What came of it, what it stands in for, and why it is as lasting as that."""
        until, shown = self._model.until(action), self._model.shown
        parts = (shown(held_words(action, self._model.today)), f"Until: {until}" if until else "")
        told = "".join(f"{each.rstrip('.')}. " for each in parts if each)
        return f"{told}{shown(reason_of(action))}".rstrip()

    def _durability(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        theme = self._theme
        label = label_of(action)
        top = round(box.center().y() - theme.px(_METER_HEIGHT) / 2)
        sure = is_sure(action)
        Glyphs(painter, theme).meter(label.value, box.x(), top, sure=sure)
        if box.width() <= theme.px(METER):
            return
        words = box.adjusted(theme.px(_METER_WIDTH + 12), 0, -theme.px(_GAP // 2), 0)
        note = _OWN_CALL if action.call is not None else "" if sure else _PROBABLY
        self._pair(painter, words, (label_words(label), "label", 500), note)

    def _owner(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        if not action.owner:
            self._missing(painter, box, action, NO_OWNER)
            return
        room = self._text_width(box)
        fits = self._theme.metrics("text").horizontalAdvance(action.owner) <= room
        box.setWidth(room)
        name = action.owner if fits else short_name(action.owner)
        self._draw(painter, box, name, "text", "ink")

    def _priority(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        words = priority_words(action)
        if words:
            self._pair(painter, box, (words, "text", 600), risk_words(action))
        else:
            self._missing(painter, box, action, NOT_RATED)

    def _due(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        words = due_words(action, self._model.today)
        note = due_note(action, self._model.today)
        if words:
            colour = "note" if note == "overdue" else "ink2"
            self._pair(painter, box, (words, "text", 400), note, colour)
        elif action.deferral is not None and self.wide:
            until, _space, day = note.partition(" ")
            self._pair(painter, box, (until, "label", 400), day, "ink")
        elif note:
            self._draw(painter, box, note, "label", "ink")
        else:
            self._missing(painter, box, action, NO_DATE)

    def _backlog(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        status, words = status_words(action, self._model.today), place_words(action.backlog)
        asked = check_due(action, self._model.today)
        colour = "note" if asked else "ink2"
        if asked and not self.wide:
            # There is one line alone, and the question comes before the ticket of what is done.
            words = ""
        box = box.adjusted(0, 0, -self._theme.px(MARGIN), 0)
        if words:
            self._pair(painter, box, (words, "text", 400), status, colour)
        elif self.wide and not _closed(action):
            upper, lower = self._halves(box)
            draw_missing(painter, self._theme, upper.adjusted(0, -1, 0, -1), NO_TICKET)
            self._draw(painter, lower.translated(0, self._theme.px(4)), status, "label", "ink2")
        elif _closed(action):
            self._draw(painter, box, status, "label", colour)
        else:
            draw_missing(painter, self._theme, box, NO_TICKET)

    # -- inside --------------------------------------------------------------------------------

    def _lines(self, action: ActionItem, width: float) -> tuple[Line, ...]:
        room = width - self._theme.px(MARGIN + _GAP)
        return self._wrapper.lines(self._model.shown(action.text), max(1.0, room), _MOST_LINES)

    def _missing(self, painter: QPainter, box: QRectF, action: ActionItem, words: str) -> None:
        # Nothing more is asked of what is done, or will not be done.
        if not _closed(action):
            draw_missing(painter, self._theme, box, words)

    def _text_width(self, box: QRectF) -> float:
        return max(0.0, box.width() - self._theme.px(_GAP))

    def _pair(
        self,
        painter: QPainter,
        box: QRectF,
        first: tuple[str, str, int],
        second: str,
        colour: str = "ink2",
    ) -> None:
        """Words, and a quieter line below them where rows have second lines."""
        words, role, weight = first
        if not self.wide or not second:
            self._draw(painter, box, words, role, "ink", weight)
            return
        upper, lower = self._halves(box)
        self._draw(painter, upper, words, role, "ink", weight)
        self._draw(painter, lower, second, "label", colour)

    def _halves(self, box: QRectF) -> tuple[QRectF, QRectF]:
        theme = self._theme
        middle = box.center().y()
        high, low = theme.px(28), theme.px(24)
        upper = QRectF(box.x(), middle - theme.px(26), box.width(), high)
        return upper, QRectF(box.x(), middle, box.width(), low)

    def _draw(  # noqa: PLR0913, PLR0917 - where, what and how it looks
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        role: str,
        colour: str,
        weight: int | None = None,
    ) -> None:
        write = Writing(painter, self._theme)
        write.line(box.adjusted(0, -1, 0, -1), words, role, colour, weight)


def _closed(action: ActionItem) -> bool:
    return action.status in CLOSED_STATUSES
