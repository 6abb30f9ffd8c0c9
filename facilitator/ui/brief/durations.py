"""How long it took: four bars on one scale from impact start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from facilitator.domain.day_words import format_short
from facilitator.domain.durations import VERBS, durations, marked, span_words
from facilitator.domain.words import Marker, Precision
from facilitator.domain.zones import clock
from facilitator.geometry.meter import tracks
from facilitator.ui.brief.panel import inset
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from facilitator.domain.durations import Duration
    from facilitator.domain.records import Review
    from facilitator.geometry.meter import Track
    from facilitator.ui.theme import Theme

_HEAD, _ROW, _VERB, _GAP = 36, 68, 168, 16
_LINE_UP, _WORDS_UP, _BAR, _LEAST = 16, 13, 6, 4
_UNMARKED = "How long it took: mark impact start on the timeline"


class Durations(QWidget):
    """Heading and bars; what is not marked says so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._durations: tuple[Duration, ...] = ()
        self._start: datetime | None = None
        self._about = ""
        self._zone = "UTC"
        self.setObjectName("brief.durations")
        self.setAccessibleName("How long it took")
        self.setFixedHeight(theme.px(_HEAD + 4 * _ROW))

    def show_review(self, review: Review) -> None:
        """Take the markers."""
        self._durations = durations(review.events)
        self._zone = review.time_zone
        start = marked(review.events).get(Marker.IMPACT_START)
        self._start = start.at if start else None
        self._about = "about " if start and start.precision is Precision.ABOUT else ""
        self.setAccessibleDescription(", ".join(self._spoken(each) for each in self._durations))
        self.update()

    @staticmethod
    def _spoken(duration: Duration) -> str:
        span = span_words(duration.span) if duration.span is not None else "not marked"
        about = "about " if duration.about and duration.span is not None else ""
        return f"{about}{span} {VERBS[duration.marker]}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heading and bars."""
        painter, theme = QPainter(self), self._theme
        edge = inset(theme)
        inner = QRectF(self.rect()).adjusted(edge, 0, -edge, 0)
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("heading"))
        head = QRectF(inner.left(), 0, inner.width(), theme.px(28))
        words = theme.metrics("heading").elidedText(
            self.heading(), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, words)
        spans = [_seconds(each) for each in self._durations]
        bars = tracks(spans, inner.width(), theme.px(_LEAST))
        for row, (each, bar) in enumerate(zip(self._durations, bars, strict=True)):
            top = theme.px(_HEAD + _ROW * row)
            box = QRectF(inner.left(), top, inner.width(), theme.px(_ROW))
            self._draw_row(painter, box, each, bar)

    def heading(self) -> str:
        """Since when the time is counted, or what is needed to count it."""
        if self._start is None:
            return _UNMARKED
        time = f"{clock(self._start, self._zone):%H:%M}"
        return f"How long it took, from impact start at {self._about}{time}"

    def _draw_row(self, painter: QPainter, box: QRectF, each: Duration, bar: Track) -> None:
        theme = self._theme
        line = round(box.bottom()) - theme.px(_LINE_UP) - 1
        left, width = round(box.left()), round(box.width())
        painter.fillRect(left, line, width, theme.px(2), theme.colour("rule"))
        if bar.length is not None:
            top, high = line - theme.px(2), theme.px(_BAR)
            painter.fillRect(left, top, round(bar.length), high, theme.colour("ink"))
        at = QPointF(box.left(), line - theme.px(_WORDS_UP))
        self._draw_span(painter, at, each)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("text"))
        verb = QPointF(at.x() + theme.px(_VERB), at.y())
        painter.drawText(verb, VERBS[each.marker])
        taken = theme.metrics("text").horizontalAdvance(VERBS[each.marker]) + theme.px(_GAP)
        self._draw_moment(painter, QPointF(box.right(), at.y()), each, verb.x() + taken)

    def _draw_span(self, painter: QPainter, at: QPointF, each: Duration) -> None:
        words = "Not marked" if each.span is None else span_words(each.span)
        painter.setPen(self._theme.colour("note" if each.span is None else "ink"))
        painter.setFont(self._theme.font("named" if each.span is None else "duration"))
        painter.drawText(at, words)

    def _draw_moment(
        self, painter: QPainter, end: QPointF, each: Duration, leftmost: float
    ) -> None:
        if each.at is None:
            return
        theme = self._theme
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("label"))
        time = self._moment(each.at)
        marker = tokens()["marker"]["words"][each.marker.value]
        about = "about " if each.about_at else ""
        # The marker is named by the words on the left too, so it goes first where room is short.
        ways = (f"{marker} {about}{time}", f"{about}{time}", time)
        fits = (words for words in ways if end.x() - self._width(words) >= leftmost)
        words = next(fits, "")
        painter.drawText(QPointF(end.x() - self._width(words), end.y()), words)

    def _width(self, words: str) -> float:
        return self._theme.metrics("label").horizontalAdvance(words)

    def _moment(self, at: datetime) -> str:
        there = clock(at, self._zone)
        if self._start is None or clock(self._start, self._zone).date() == there.date():
            return f"{there:%H:%M}"
        return f"{format_short(there.date(), clock(self._start, self._zone).date())} {there:%H:%M}"


def _seconds(duration: Duration) -> float | None:
    return None if duration.span is None else duration.span.total_seconds()
