"""The head of the Console: the clock of the slot on the left, the time and the end on the right."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.console import agenda_words as words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.console.console_desk import ConsoleDesk

_HEIGHT, _MARGIN, _FIRST, _GAP, _BETWEEN = 76, 28, 11, 10, 20
_ROOM_AFTER_MINUTE = 50
"""Milliseconds after the full minute, lest a timer that is early shows the minute before."""
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of the head; times are those of the clocks where one sits.

    ``there`` is the time on the clocks of the review, where they show another one.
    """

    name: str
    minutes: str
    over: bool
    below: str
    time: str
    there: str
    end: str

    @property
    def said(self) -> str:
        """All of them, as they are read aloud."""
        there = f" here, {self.there}" if self.there else ""
        return f"{self.name}, {self.minutes}. {self.below} It is {self.time}{there}, {self.end}."


class ClockHeader(QWidget):
    """Draws itself again only when one of its words is another."""

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__()
        self._console, self._theme = console, console.theme
        self.setObjectName("console.clock")
        self.setFixedHeight(self._theme.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self.refresh)
        self.shown = self._words()
        self.setAccessibleName(self.shown.said)
        self._wait()
        leave = console.meeting.subscribe(self.refresh)
        self.destroyed.connect(leave)

    def sizeHint(self) -> QSize:
        """As wide as there is."""
        return QSize(self._theme.px(400), self._theme.px(_HEIGHT))

    def refresh(self) -> None:
        """Show what is true now."""
        shown = self._words()
        if shown != self.shown:
            self.shown = shown
            self.setAccessibleName(shown.said)
            self.update()
        self._wait()

    def _wait(self) -> None:
        """Look again when the next minute begins, also while the clock stands."""
        if not self._minute.isActive():
            now = self._console.desk.now()
            into = now.second * 1000 + now.microsecond // 1000
            self._minute.start(60_000 - into + _ROOM_AFTER_MINUTE)

    def _words(self) -> Shown:
        desk, meeting = self._console.desk, self._console.meeting
        name, minutes = words.clock_words(meeting)
        # As the time of saving, the end of the meeting is for whoever sits here.
        here = desk.now().astimezone()
        return Shown(
            name=name,
            minutes=minutes,
            over=words.is_over(meeting),
            below=words.advice(meeting, desk.registry.keys("meeting.clock")),
            time=f"{here:%H:%M}",
            there=words.there_words(here, desk.review.time_zone),
            end=words.end_words(meeting, meeting.ends_at().astimezone()),
        )

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The well, two lines on the left and two on the right."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("well"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("rule"))
        high = theme.line("clock", "console")
        first = QRectF(0, theme.px(_FIRST), self.width(), high)
        second = QRectF(0, first.bottom(), self.width(), theme.line("label", "console"))
        margin = theme.px(_MARGIN)
        for line in (first, second):
            line.adjust(margin, 0, -margin, 0)
        rest = self._draw_right(painter, first, self.shown.time, "clock", "ink")
        self._draw_clock(painter, self._draw_there(painter, rest))
        left = self._draw_right(painter, second, self._end(second), "label", "ink2")
        self._write(painter, left, self.shown.below, "label", "ink2")

    def _draw_there(self, painter: QPainter, box: QRectF) -> QRectF:
        """The time there beside the time here, unless the slot needs the room."""
        shown, wide_of = self.shown, self._theme.metrics
        slot = wide_of("clock", "console").horizontalAdvance(f"{shown.name} {shown.minutes}")
        there = wide_of("label", "console").horizontalAdvance(shown.there)
        if not shown.there or slot + there + self._theme.px(_BETWEEN) > box.width():
            return box
        beside = box.adjusted(0, 0, self._theme.px(_BETWEEN - _GAP), 0)
        return self._draw_right(painter, beside, shown.there, "label", "ink2")

    def _end(self, box: QRectF) -> str:
        """The end in fewer words, if it leaves too little for the sentence beside it."""
        wide = self._theme.metrics("label", "console").horizontalAdvance
        both = wide(self.shown.below) + wide(self.shown.end) + self._theme.px(_BETWEEN)
        end = self.shown.end
        return end if both <= box.width() else words.shortened_end(end)

    def _draw_clock(self, painter: QPainter, box: QRectF) -> None:
        """The minutes stand whole; the name gives way."""
        shown, theme = self.shown, self._theme
        wide_of = theme.metrics("clock", "console").horizontalAdvance
        minutes = shown.minutes
        if wide_of(f"{shown.name}{minutes}") + theme.px(_GAP) > box.width():
            minutes = minutes.removesuffix(" min")
        name = QRectF(box)
        name.setRight(box.right() - ceil(wide_of(minutes)) - 1 - theme.px(_GAP))
        wide = self._write(painter, name, shown.name, "clock", "ink")
        after = QRectF(box)
        after.setLeft(box.left() + wide + theme.px(_GAP))
        colour = "note" if shown.over else "ink2"
        self._write(painter, after, minutes, "clock", colour)

    def _draw_right(
        self, painter: QPainter, box: QRectF, said: str, role: str, colour: str
    ) -> QRectF:
        """Write at the right end, and give what is left of the box."""
        wide = ceil(self._theme.metrics(role, "console").horizontalAdvance(said)) + 1
        right = QRectF(box)
        right.setLeft(box.right() - wide)
        self._write(painter, right, said, role, colour)
        rest = QRectF(box)
        rest.setRight(right.left() - self._theme.px(_BETWEEN))
        return rest

    def _write(self, painter: QPainter, box: QRectF, said: str, role: str, colour: str) -> float:
        metrics = self._theme.metrics(role, "console")
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
        painter.setFont(self._theme.font(role, "console"))
        painter.setPen(self._theme.colour(colour))
        painter.drawText(box, _LINE, shown)
        return metrics.horizontalAdvance(shown)
