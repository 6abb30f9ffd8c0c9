"""What a typed time counts from: the current event, or the day that the first one gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from facilitator.domain import event_line
from facilitator.domain.event_rewording import read_again
from facilitator.domain.pasted_lines import read_lines
from facilitator.domain.times import TimeContext
from facilitator.domain.zones import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.event_line import EventLine
    from facilitator.domain.records import TimelineEvent
    from facilitator.ui.desk import Desk
    from facilitator.ui.timeline.draft import Draft
    from facilitator.ui.timeline.model import EventModel


class TypingContext:
    """Day, reference and lanes for the entry line as things stand."""

    def __init__(self, desk: Desk, model: EventModel, current: Callable[[], str | None]) -> None:
        """``current`` gives the id of the event that is current."""
        self._desk, self._model, self._current_id = desk, model, current
        self.chosen_day: date | None = None

    def of(self, event: TimelineEvent | None = None, text: str = "") -> TimeContext:
        """The context of an event; without one of the current, or the last that has a place.

        While none has, the line's ``text`` decides which day is meant.
        """
        reference = event or self.current()
        if reference is None or reference.at is None:
            reference = self._model.last_placed
        if reference is None or reference.at is None:
            return self._on(self.day_for(text))
        day = clock(reference.at, self._model.zone).date()
        return replace(self._on(day), reference=reference.at)

    def read(self, draft: Draft, text: str) -> EventLine:
        """Read a line for what it is meant to do."""
        context, lanes = self.of(draft.event, text), self.lanes()
        if draft.mode == "edit":
            return read_again(text, context, lanes, draft.event)
        line = event_line.read(text, context, lanes)
        if draft.mode == "insert" and line.problem == event_line.NO_TIME:
            # Between two events there is a place for it: that is enough.
            return event_line.read(f"? {text}", context, lanes)
        return line

    def read_lines(self, draft: Draft, text: str) -> tuple[EventLine, ...]:
        """Read pasted lines, each a new event; RuleViolation if one cannot be read."""
        return read_lines(text, self.of(draft.event), self.lanes())

    def day_for(self, text: str) -> date:
        """The day of a first event that says none: today, or yesterday if it were still to come."""
        if self.chosen_day is not None:
            return self.chosen_day
        at = event_line.read(text, self._on(self.today)).at
        future = at is not None and at > self._desk.now()
        return self.today - timedelta(days=1) if future else self.today

    def _on(self, day: date) -> TimeContext:
        return TimeContext(zone=self._model.zone, day=day, now=self._desk.now())

    @property
    def today(self) -> date:
        """Today in the review's zone."""
        return self._desk.today()

    @property
    def placed(self) -> bool:
        """Whether an event has a place in time already, and so a day."""
        return self._model.last_placed is not None

    def shows_day(self, line: EventLine, event: TimelineEvent | None) -> bool:
        """Whether the day must be said with the time: it is not the one that is carried on."""
        if line.at is None or self._model.several_days:
            return line.at is not None
        context = self.of(event, line.typed)
        if context.reference is None:
            return True
        return clock(line.at, context.zone).date() != context.day

    def lanes(self) -> tuple[str, ...]:
        """The names of teams and systems so far."""
        return tuple(dict.fromkeys((*self._model.lanes, *self._desk.review.services)))

    def current(self) -> TimelineEvent | None:
        """The current event."""
        current = self._current_id()
        return None if current is None else self._model.record_of(current)
