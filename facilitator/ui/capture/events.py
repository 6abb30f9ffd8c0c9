"""Takes a line that is an event: its time counts from the current event, or the last one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain import event_line
from facilitator.domain.edits.timeline import add_events, add_taking
from facilitator.ui.capture.taker import Made, Taker
from facilitator.ui.timeline.draft import Draft
from facilitator.ui.timeline.model import EventModel
from facilitator.ui.timeline.reading import when_words
from facilitator.ui.timeline.telling import Telling
from facilitator.ui.timeline.typing_context import TypingContext

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.domain.event_line import EventLine
    from facilitator.ui.desk import Desk
    from facilitator.ui.preview import Reading

_QUOTE = "“"


class EventTaker(Taker):
    """Reads as the entry line of the timeline does."""

    noun, name = "event", "Write down an event: time and what happened"
    example = "14:03 what happened"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._model = EventModel(desk.review, desk.shown)
        self._last: str | None = None
        self._draft = Draft()
        self.context = TypingContext(desk, self._model, self._current)
        self._telling = Telling(self._model, self.context)

    def line(self, typed: str) -> EventLine:
        """What is understood of a line."""
        return self.context.read(self._draft, typed)

    def begins_with_time(self, typed: str) -> bool:
        """Whether a time in digits stands first: words like “now” begin many a sentence."""
        when = self.line(typed).when
        return when is not None and any(each.isdigit() for each in when.typed)

    def reading_of(self, line: EventLine) -> Reading:
        """How a line reads that is perhaps not the one that is typed."""
        reading = self._telling.reading(line, self._draft, line.typed)
        # What happened stands in the line above.
        parts = tuple(each for each in reading.parts if not each.words.startswith(_QUOTE))
        lead = "Adds to the timeline" if reading.lead else ""
        return replace(reading, lead=lead, parts=(*reading.below, *parts), below=())

    def reading(self, typed: str) -> Reading:
        """When, what sort of thing, where."""
        return self.reading_of(self.line(typed))

    def made(self, typed: str) -> Made:
        """The event; a marker leaves the event that had it."""
        line = self.line(typed)
        event = event_line.event(line, self.desk.new_id())
        self._last = event.id
        day = self.context.today if self.context.shows_day(line, None) else None
        when = when_words(line, self._model.zone, day=day)
        told = f"Added, {when}" if event.at is None else f"Added at {when}"
        return Made("Add event", add_taking(event), told)

    def many(self, text: str) -> Made:
        """Every line counts from the one before."""
        lines = self.context.read_lines(self._draft, text)
        events = [event_line.event(each, self.desk.new_id()) for each in lines]
        self._last = events[-1].id
        return self.several(len(events), add_events(*events))

    def follow(self, delta: Delta) -> None:
        """Take over events, zone and services."""
        self._model.follow(delta)

    def _current(self) -> str | None:
        """What was written down last, or is current on the Stage."""
        if self._last is not None and self._model.record_of(self._last) is not None:
            return self._last
        return self.desk.host.selected()
