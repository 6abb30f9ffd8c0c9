"""The facts above the title: severity, day, services, failure class, zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt

from facilitator.domain.day_words import format_long
from facilitator.domain.durations import marked
from facilitator.domain.places import zone_words
from facilitator.domain.severity import severity_words
from facilitator.domain.words import Marker
from facilitator.domain.zones import clock
from facilitator.ui.brief.panel import Panel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPainter

    from facilitator.domain.records import Review
    from facilitator.ui.theme import Theme

_LINE, _AROUND = 28, 4
_DOT, _GAP = 4, 9


class Fact(NamedTuple):
    """One fact in words; ``missing`` if the review does not say it yet."""

    words: str
    missing: bool = False


def facts(review: Review) -> tuple[Fact, ...]:
    """What is known, and which of the two needed facts is not."""
    day = incident_day(review)
    services = ", ".join(review.services)
    found = (
        Fact(severity_words(review.severity) or "No severity", not review.severity),
        Fact(format_long(day) if day else ""),
        Fact(services or "No services", not services),
        Fact(review.failure_class),
        Fact(zone_words(review.time_zone)),
    )
    return tuple(fact for fact in found if fact.words)


def incident_day(review: Review) -> date | None:
    """Day of impact start, else of the first event, on the clocks of the review."""
    start = marked(review.events).get(Marker.IMPACT_START)
    at = start.at if start else next((event.at for event in review.events if event.at), None)
    return clock(at, review.time_zone).date() if at else None


class FactsLine(Panel):
    """Facts with dots between them, on as many lines as they need."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "brief.facts", "Facts of the incident")
        self._facts: tuple[Fact, ...] = ()
        self._places: list[QRectF] = []

    def show_review(self, review: Review) -> None:
        """Take the facts."""
        self._facts = facts(review)
        self.setAccessibleDescription(", ".join(fact.words for fact in self._facts))
        self.fit()

    def arrange(self) -> int:
        """A fact that does not fit on its line begins the next."""
        theme, inner = self.theme, self.inner
        metrics = theme.metrics("label", weight=500)
        between, line = theme.px(2 * _GAP + _DOT), theme.px(_LINE)
        left, top = inner.left(), float(theme.px(_AROUND))
        self._places = []
        for fact in self._facts:
            width = min(metrics.horizontalAdvance(fact.words) + 1, inner.width())
            if left > inner.left() and left + width > inner.right():
                left, top = inner.left(), top + line
            self._places.append(QRectF(left, top, width, line))
            left += width + between
        return round(top) + line + theme.px(_AROUND)

    def draw(self, painter: QPainter) -> None:
        """Words, and a dot before each that goes on a line."""
        theme = self.theme
        metrics = theme.metrics("label", weight=500)
        painter.setFont(theme.font("label", weight=500))
        for fact, place in zip(self._facts, self._places, strict=True):
            if place.left() > self.inner.left():
                self._draw_dot(painter, place)
            painter.setPen(theme.colour("note" if fact.missing else "ink2"))
            words = metrics.elidedText(fact.words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_dot(self, painter: QPainter, place: QRectF) -> None:
        size = self.theme.px(_DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("line"))
        left = place.left() - self.theme.px(_GAP) - size
        painter.drawEllipse(QRectF(left, place.center().y() - size / 2, size, size))
