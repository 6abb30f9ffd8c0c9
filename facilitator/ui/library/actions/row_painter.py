"""Paints the cells of the table of all actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facilitator.coach.certainty import is_sure
from facilitator.domain.words import CLOSED_STATUSES
from facilitator.ui.actions.chips import draw_missing
from facilitator.ui.actions.coaching import label_of
from facilitator.ui.actions.wording import (
    NO_DATE,
    NO_OWNER,
    NO_TICKET,
    NOT_RATED,
    STATUS_WORDS,
    label_words,
    place_words,
    priority_words,
    risk_words,
    short_name,
)
from facilitator.ui.factors.wrapping import Wrapper
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.library.actions.columns import METER, Column
from facilitator.ui.library.actions.wording import (
    age_words,
    due_beside,
    due_in_words,
    is_late,
    review_words,
    second_line,
    told_words,
)
from facilitator.ui.row_table import MARGIN
from facilitator.ui.writing import LINE, Writing

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFontMetricsF

    from facilitator.domain.listed_action import ListedAction
    from facilitator.domain.records import ActionItem
    from facilitator.ui.library.actions.model import ActionListModel
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

ROW, HEAD_ROW = 82, 58
"""Heights of an action and of the head of a part."""
_BAR, _METER_WIDTH, _METER_HEIGHT, _GAP = 4, 46, 22, 20
_MOST_LINES, _STEP = 2, 23
_WITH_RISK = 110
"""From this width on the words of the risk have room below the priority."""
_PROBABLY = "probably"


class RowPainter(QStyledItemDelegate):
    """Paints one cell after the other, and the ground that a row stands on."""

    def __init__(self, theme: Theme, model: ActionListModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self._wrapper = Wrapper(theme.font("text", "library", 500), _metrics(theme))
        self._paint_cell = {
            Column.LASTING: self._lasting,
            Column.OWNER: self._owner,
            Column.PRIORITY: self._priority,
            Column.DUE: self._due,
            Column.STATUS: self._status,
            Column.BACKLOG: self._backlog,
        }

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The table sets the heights of its rows."""
        return QSize(self._theme.px(60), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell's own words or sign; the table has painted the ground and the heads."""
        row, column, box = index.row(), Column(index.column()), QRectF(option.rect)
        if self._model.head_at(row):
            return
        listed = self._model.at(row)
        if column is Column.ACTION:
            box.setLeft(box.left() + self._theme.px(MARGIN))
            self._action(painter, box, listed)
        elif listed.action is not None:
            self._paint_cell[column](painter, box, listed.action)
            if column is Column.STATUS:
                self._draw(painter, self._lower(box), age_words(listed, self._model.today))

    def draw_ground(self, painter: QPainter, row: QRect, *, chosen: bool) -> None:
        """The tint of a chosen row, and the rule below it."""
        theme = self._theme
        margin = theme.px(MARGIN)
        if chosen:
            painter.fillRect(row, theme.colour("accent_tint"))
        left, width = row.x() + margin, row.width() - 2 * margin
        painter.fillRect(left, row.bottom(), width, 1, theme.colour("rule"))

    def draw_head(self, painter: QPainter, row: QRect, words: str) -> None:
        """The head of a part, over the whole row."""
        theme = self._theme
        box = QRectF(row).adjusted(theme.px(MARGIN), theme.px(16), -theme.px(MARGIN), 0)
        Writing(painter, theme, "library").line(box, words, "chart_title")
        painter.fillRect(round(box.x()), row.bottom(), round(box.width()), 1, theme.colour("line"))

    def draw_bar(self, painter: QPainter, row: QRect) -> None:
        """The bar of a chosen row; over the cells."""
        bar = self._theme.px(_BAR)
        painter.fillRect(row.x(), row.y(), bar, row.height(), self._theme.colour("accent"))

    def draw_frame(self, painter: QPainter, cell: QRect, row: QRect) -> None:
        """The frame of the cell that has the keys, half-way between it and its neighbours."""
        pen, gap = self._theme.px(2), self._theme.px(_GAP // 2)
        left = cell.left() - (gap if cell.left() > row.left() else 0)
        right = row.right() if cell.right() >= row.right() - gap else cell.right() - gap
        box = QRectF(left, row.y(), right + 1 - left, row.height() - 1)
        painter.setPen(QPen(self._theme.colour("accent"), pen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2))

    # -- cells ---------------------------------------------------------------------------------

    def _action(self, painter: QPainter, box: QRectF, listed: ListedAction) -> None:
        theme, action = self._theme, listed.action
        words = told_words(listed, self._model.today) if action is None else action.text
        room = max(1.0, box.width() - theme.px(_GAP))
        lines = self._wrapper.lines(words, room, _MOST_LINES)
        step, high = theme.px(_STEP), theme.line("label", "library")
        top = round(box.center().y() - (len(lines) * step + high) / 2)
        painter.setPen(theme.colour("note" if action is None else "ink"))
        painter.setFont(theme.font("text", "library", 500))
        for each in lines:
            painter.drawText(QRectF(box.x(), top, box.width(), step), LINE, each.text)
            top += step
        told = action is not None and self._told_now(action)
        second = review_words(listed) if action is None else second_line(listed, self._model.today)
        self._draw(
            painter,
            QRectF(box.x(), top, room, high),
            second,
            "note" if told else "ink2",
        )

    def _told_now(self, action: ActionItem) -> bool:
        today = self._model.today
        late = is_late(action, today)
        return late and (action.deferral is not None or action.status in CLOSED_STATUSES)

    def _lasting(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        theme, sure = self._theme, is_sure(action)
        label = label_of(action)
        top = round(box.center().y() - theme.px(_METER_HEIGHT) / 2)
        Glyphs(painter, theme).meter(label.value, box.x(), top, sure=sure)
        if box.width() > theme.px(METER):
            words = box.adjusted(theme.px(_METER_WIDTH + 12), 0, -theme.px(_GAP // 4), 0)
            if sure:
                self._draw(painter, words, label_words(label), "ink")
            else:
                self._pair(painter, words, label_words(label), _PROBABLY, role="label")

    def _owner(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        if not action.owner:
            self._missing(painter, box, action, NO_OWNER)
            return
        room = box.adjusted(0, 0, -self._theme.px(_GAP), 0)
        fits = _metrics(self._theme, 400).horizontalAdvance(action.owner) <= room.width()
        self._draw(painter, room, action.owner if fits else short_name(action.owner), "ink", "text")

    def _priority(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        words = priority_words(action)
        if words:
            risk = risk_words(action) if box.width() >= self._theme.px(_WITH_RISK) else ""
            self._pair(painter, self._within(box), words, risk, weight=600)
        else:
            self._missing(painter, box, action, NOT_RATED)

    def _due(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        today = self._model.today
        words = due_in_words(action, today)
        if not words:
            self._missing(painter, box, action, NO_DATE)
            return
        late = is_late(action, today) and action.status not in CLOSED_STATUSES
        colour, weight = ("note", 600) if late else ("ink", 400)
        beside = due_beside(action, today)
        self._pair(painter, self._within(box), words, beside, colour=colour, weight=weight)

    def _status(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        self._draw(painter, self._upper(box), STATUS_WORDS[action.status], "ink", "text")

    def _backlog(self, painter: QPainter, box: QRectF, action: ActionItem) -> None:
        words = place_words(action.backlog)
        if words:
            self._draw(painter, self._within(box), words, "ink", "text")
        else:
            self._missing(painter, box, action, NO_TICKET)

    # -- inside --------------------------------------------------------------------------------

    def _missing(self, painter: QPainter, box: QRectF, action: ActionItem, words: str) -> None:
        # Nothing more is asked of what is done, or will not be done.
        if action.status not in CLOSED_STATUSES:
            draw_missing(painter, self._theme, self._within(box), words, "library")

    def _within(self, box: QRectF) -> QRectF:
        return box.adjusted(0, 0, -self._theme.px(_GAP // 2), 0)

    def _upper(self, box: QRectF) -> QRectF:
        box, high = self._within(box), self._theme.px(25)
        return QRectF(box.x(), box.center().y() - high, box.width(), high)

    def _lower(self, box: QRectF) -> QRectF:
        return self._upper(box).translated(0, self._theme.px(25))

    def _pair(  # noqa: PLR0913 - where, what and how it looks
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        second: str,
        *,
        colour: str = "ink",
        weight: int = 400,
        role: str = "text",
    ) -> None:
        """Words, and a quieter line below them."""
        first = self._upper(box) if second else box
        Writing(painter, self._theme, "library").line(first, words, role, colour, weight)
        if second:
            self._draw(painter, self._lower(box), second)

    def _draw(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        colour: str = "ink2",
        role: str = "label",
    ) -> None:
        Writing(painter, self._theme, "library").line(box, words, role, colour)


def _metrics(theme: Theme, weight: int = 500) -> QFontMetricsF:
    return theme.metrics("text", "library", weight)
