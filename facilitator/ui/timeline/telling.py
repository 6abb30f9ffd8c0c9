"""Says beside the entry line what Enter would do, or what is still missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.ui.preview import Part, Reading
from facilitator.ui.timeline.reading import parts_of
from facilitator.ui.timeline.wording import clock_words

if TYPE_CHECKING:
    from facilitator.domain.event_line import EventLine
    from facilitator.domain.records import TimelineEvent
    from facilitator.ui.timeline.draft import Draft
    from facilitator.ui.timeline.model import EventModel
    from facilitator.ui.timeline.typing_context import TypingContext

_LEADS = {"add": "Adds", "insert": "Adds", "edit": "Becomes"}
_WAYS = "Also +5m, now, ~14:10, 14:03-14:20, !\u2060detected"
_SAME = "Change the time or the words; !\u2060detected, /alert, @lane and * at the end work too."


class Telling:
    """Knows the events that a line is told among."""

    def __init__(self, model: EventModel, context: TypingContext) -> None:
        self._model, self._context = model, context

    def reading(self, line: EventLine, draft: Draft, typed: str) -> Reading:
        """What the preview shows for a line; a problem is told quietly while one is typing."""
        if not typed.strip():
            return Reading(quiet=self._invitation(draft))
        if line.problem:
            return Reading(note=line.problem) if line.remark else Reading(quiet=line.problem)
        if draft.mode == "edit" and not draft.changes(line):
            return Reading(quiet=_SAME)
        return self._parts(line, draft)

    def between(self, event: TimelineEvent) -> str:
        """Where the event after this one would stand: ``between 14:03 and 14:08``."""
        zone = self._model.zone
        following = (self._model.row_of(event.id) or 0) + 1
        later = self._model.record_at(following) if following < self._model.rowCount() else None
        if event.at is None:
            return "at the end, among those without a time"
        if later is None or later.at is None:
            return f"after {clock_words(event.at, zone)}"
        return f"between {clock_words(event.at, zone)} and {clock_words(later.at, zone)}"

    def _invitation(self, draft: Draft) -> str:
        if draft.mode == "insert" and draft.event is not None:
            return f"Goes {self.between(draft.event)}. Give a time if it is known."
        return _WAYS

    def _parts(self, line: EventLine, draft: Draft) -> Reading:
        event, kind = draft.event, line.kind
        if draft.mode == "edit" and event is not None:
            changes = draft.changes(line)
            kind = changes.get("kind", event.kind)
            line = replace(line, lane=changes.get("lane", event.lane))
        # It is told as the room will see it.
        shown = self._model.shown
        line = replace(line, text=shown(line.text), lane=shown(line.lane))
        day = self._context.today if self._context.shows_day(line, event) else None
        holder = self._holder(line, draft)
        parts = parts_of(line, self._model.zone, kind=kind, day=day, holder=holder)
        remark = (Part(line.remark, noted=True),) if line.remark else ()
        return Reading(_LEADS[draft.mode], parts, below=remark)

    def _holder(self, line: EventLine, draft: Draft) -> TimelineEvent | None:
        """The event that would lose its marker to the line."""
        holder = self._model.marked.get(line.marker) if line.marker is not None else None
        changed = draft.event if draft.mode == "edit" else None
        same = holder is not None and changed is not None and holder.id == changed.id
        return None if same else holder
