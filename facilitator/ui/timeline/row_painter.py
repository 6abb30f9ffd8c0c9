"""Paints the rows of the event table, each once: scrolling and inserting only puts them down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from facilitator.domain.shown_words import KIND_WORDS
from facilitator.domain.words import Precision
from facilitator.ui.factors.wrapping import Wrapper
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.row_table import MARGIN
from facilitator.ui.timeline.columns import DAYS
from facilitator.ui.timeline.flags import draw_table_flag
from facilitator.ui.timeline.model import Column, EventModel
from facilitator.ui.timeline.wording import day_mark, time_words, until_words

if TYPE_CHECKING:
    from facilitator.domain.records import TimelineEvent
    from facilitator.ui.theme import Theme

ROW = 36
_LEAST_LINES, _MOST_LINES, _ROWS_SEEN = 2, 4, 5
"""How many lines the words of the current row may take, as long as so many rows are seen."""
_BAR, _STAR, _ICON, _FLAG, _PRECISION_SIGN = 4, 23, 22, 28, 15
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = _LINE | Qt.AlignmentFlag.AlignRight
Places = tuple[tuple[Column, int, int], ...]
"""The columns that are shown, each with its left edge and width."""


class RowPainter:
    """Gives the picture of a row, painted anew only when something in it has changed."""

    def __init__(self, theme: Theme, model: EventModel) -> None:
        self._theme, self._model = theme, model
        self._most = 0
        self._wrappers = {
            role: Wrapper(theme.font(role), theme.metrics(role)) for role in ("text", "named")
        }
        self._pictures: dict[tuple[object, ...], tuple[TimelineEvent, QPixmap]] = {}
        self._paint_cell = {
            Column.STAR: self._star,
            Column.PRECISION: self._precision,
            Column.TIME: self._time,
            Column.UNTIL: self._until,
            Column.KIND: self._kind,
            Column.TEXT: self._text,
            Column.MARKER: self._marker,
            Column.WHERE: self._where,
        }

    def keep(self, most: int) -> None:
        """Keep so many pictures, which is more than are in view."""
        self._most = most

    def forget(self) -> None:
        """Paint all rows anew."""
        self._pictures.clear()

    def height(self, row: int, places: Places, room: int) -> int:
        """How high a row is that shows all its words, as far as a table so high lets them."""
        line = self._theme.line("text")
        spare = (room - _ROWS_SEEN * self._theme.px(ROW)) // line
        most = max(_LEAST_LINES, min(_MOST_LINES, 1 + spare))
        boxes = {column: QRectF(left, 0, wide, 0) for column, left, wide in places}
        words = self._reaching(row, boxes[Column.TEXT], places)
        lines = len(self._lines(row, self._words_width(words), most))
        return self._theme.px(ROW) + (lines - 1) * line

    def picture(
        self, row: int, size: QSize, places: Places, *, chosen: bool, ratio: float
    ) -> QPixmap:
        """The row, so large, for a screen of this density."""
        event, model = self._model.record_at(row), self._model
        # Events never change: the same object is the same words. It is kept with its picture, so
        # that no other can get its identity.
        large = size.width(), size.height()
        key = (id(event), large, places, chosen, ratio, model.zone, model.new_day(row))
        if key not in self._pictures:
            while len(self._pictures) > self._most:
                del self._pictures[next(iter(self._pictures))]
            self._pictures[key] = event, self._drawn(row, size, places, chosen=chosen, ratio=ratio)
        return self._pictures[key][1]

    def _drawn(
        self, row: int, size: QSize, places: Places, *, chosen: bool, ratio: float
    ) -> QPixmap:
        theme, width, high = self._theme, size.width(), size.height()
        picture = QPixmap(round(width * ratio), round(high * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.colour("accent_tint" if chosen else "paper"))
        painter = QPainter(picture)
        if not chosen:
            margin = theme.px(MARGIN)
            painter.fillRect(margin, high - 1, width - 2 * margin, 1, theme.colour("rule"))
        for column, left, wide in places:
            # What is one line stands beside the first of the words.
            inner = QRectF(left, 0, wide, theme.px(ROW))
            if column is Column.STAR:
                inner.setLeft(left + theme.px(MARGIN))
            if column is Column.TEXT:
                inner = self._reaching(row, inner, places)
                inner.setHeight(high)
            painter.setPen(theme.colour("ink2"))
            painter.setFont(theme.font("label"))
            self._paint_cell[column](painter, inner, row)
        painter.end()
        return picture

    def draw_mark(self, painter: QPainter, row: QRect, *, focused: bool) -> None:
        """The bar of a chosen row, and a frame if it has the keys; over the cells."""
        theme = self._theme
        painter.fillRect(row.x(), row.y(), theme.px(_BAR), row.height(), theme.colour("accent"))
        if focused:
            pen = theme.px(2)
            painter.setPen(QPen(theme.colour("accent"), pen))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(row).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2))

    # -- cells ---------------------------------------------------------------------------------

    def _star(self, painter: QPainter, box: QRectF, row: int) -> None:
        event = self._model.record_at(row)
        size = self._theme.px(_STAR)
        left = box.x() + self._theme.px(11)
        place = QRectF(left, box.center().y() - size / 2 - 0.5, size, size)
        Glyphs(painter, self._theme).star(place, on=event.starred)

    def _precision(self, painter: QPainter, box: QRectF, row: int) -> None:
        event = self._model.record_at(row)
        theme = self._theme
        right = box.right() - theme.px(10)
        day = self._model.new_day(row)
        if event.precision is not Precision.EXACT:
            size = theme.px(_PRECISION_SIGN)
            sign = QRectF(right - size, box.center().y() - size / 2, size, size)
            status = "hypothesis" if event.precision is Precision.ABOUT else "unknown"
            Glyphs(painter, theme).evidence(status, sign, theme.colour("ink"))
            words = box.adjusted(0, -theme.px(1), sign.left() - theme.px(5) - box.right(), 0)
            if event.precision is Precision.ABOUT and day is None and words.width() > theme.px(50):
                painter.drawText(words, _RIGHT, "about")
        if day is not None:
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font("label", weight=600))
            short = event.precision is not Precision.EXACT or box.width() < theme.px(DAYS)
            painter.drawText(box.adjusted(theme.px(4), 0, 0, 0), _LINE, day_mark(day, short=short))

    def _time(self, painter: QPainter, box: QRectF, row: int) -> None:
        event = self._model.record_at(row)
        words = time_words(event, self._model.zone)
        if event.precision is not Precision.UNKNOWN:
            painter.setPen(self._theme.colour("ink"))
            painter.setFont(self._theme.font("time"))
        # Seconds, and the word for no time, reach into the next column, which leaves them room.
        painter.drawText(self._widened(box), _LINE, words)

    def _until(self, painter: QPainter, box: QRectF, row: int) -> None:
        event = self._model.record_at(row)
        words = until_words(event, self._model.zone)
        if not words:
            return
        taken = self._theme.metrics("time").horizontalAdvance(time_words(event, self._model.zone))
        start = box.left() - self._theme.px(64) + taken + self._theme.px(6)
        box.setLeft(max(box.left() - self._theme.px(1), start))
        metrics = self._theme.metrics("label")
        if metrics.horizontalAdvance(words) > box.width():
            words = words.split(",")[0] + "…"
        painter.drawText(box, _LINE, words)

    def _kind(self, painter: QPainter, box: QRectF, row: int) -> None:
        event = self._model.record_at(row)
        theme = self._theme
        size = theme.px(_ICON)
        icon = QRectF(box.x(), box.center().y() - size / 2, size, size)
        Glyphs(painter, theme).kind(event.kind.value, icon, theme.colour("ink2"))
        words = box.adjusted(theme.px(32), -theme.px(1), 0, 0)
        if box.width() > theme.px(60):
            painter.drawText(words, _LINE, KIND_WORDS[event.kind])

    def _text(self, painter: QPainter, box: QRectF, row: int) -> None:
        event, theme = self._model.record_at(row), self._theme
        role = _role(event)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(role))
        width, high = self._words_width(box), theme.px(ROW)
        if box.height() <= high:
            elided = theme.metrics(role).elidedText(
                self._model.shown(event.text), Qt.TextElideMode.ElideRight, width
            )
            painter.drawText(box, _LINE, elided)
            return
        line = QRectF(box.x(), 0, box.width(), high)
        pitch = theme.line("text")
        for words in self._lines(row, width, 1 + round((box.height() - high) / pitch)):
            painter.drawText(line, _LINE, words)
            line.translate(0, pitch)

    def _marker(self, painter: QPainter, box: QRectF, row: int) -> None:
        event = self._model.record_at(row)
        if event.marker is None:
            return
        height = self._theme.px(_FLAG)
        flag = QRectF(box.x(), box.center().y() - height / 2, box.width(), height)
        words = box.width() > self._theme.px(80)
        draw_table_flag(painter, self._theme, flag, event.marker, words=words)

    def _where(self, painter: QPainter, box: QRectF, row: int) -> None:
        event = self._model.record_at(row)
        words = self._theme.metrics("label").elidedText(
            self._model.shown(event.lane), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box.adjusted(0, -self._theme.px(1), 0, 0), _LINE, words)

    def _reaching(self, row: int, box: QRectF, places: Places) -> QRectF:
        """The words reach over the columns behind them that are empty in their row."""
        event = self._model.record_at(row)
        full = {Column.MARKER: event.marker is not None, Column.WHERE: bool(event.lane)}
        for column, left, wide in places:
            if column in full and left >= box.right():
                if full[column]:
                    break
                box = QRectF(box.x(), box.y(), left + wide - box.x(), box.height())
        return box

    def _words_width(self, box: QRectF) -> float:
        return max(1.0, box.width() - self._theme.px(20))

    def _lines(self, row: int, width: float, most: int) -> tuple[str, ...]:
        event = self._model.record_at(row)
        wrapper = self._wrappers[_role(event)]
        lines = wrapper.lines(self._model.shown(event.text), width, most)
        return tuple(each.text for each in lines)

    def _widened(self, box: QRectF) -> QRectF:
        return box.adjusted(0, 0, self._theme.px(64), 0)


def _role(event: TimelineEvent) -> str:
    return "named" if event.starred else "text"
