"""Edits on the timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from facilitator.domain.edits import chain, rows
from facilitator.domain.rules import RuleViolation
from facilitator.domain.shown_words import MARKER_WORDS
from facilitator.domain.text import clean_line, clean_text
from facilitator.domain.words import Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Evidence, Review, TimelineEvent
    from facilitator.domain.words import Marker


def add_event(event: TimelineEvent) -> Edit:
    """Add an event at its canonical place."""

    def edit(review: Review) -> Review:
        return rows.added(review, "events", _checked(review, event))

    return edit


def add_events(*events: TimelineEvent) -> Edit:
    """Add many events at once, each at its canonical place."""

    def edit(review: Review) -> Review:
        taken = {each.id for each in review.events}
        if len(taken | {each.id for each in events}) < len(taken) + len(events):
            raise RuleViolation("events", "This event is already there.")
        checked = [_checked(review, each) for each in events]
        _check_markers_differ(checked)
        return rows.with_rows(review, "events", (*review.events, *checked))

    return edit


def add_taking(event: TimelineEvent) -> Edit:
    """Add an event; its marker leaves the event that had it."""
    plain = replace(event, marker=None)
    if event.marker is None:
        return add_event(event)
    return chain(add_event(plain), set_marker(event.id, event.marker))


def change_taking(event_id: str, **fields: Any) -> Edit:
    """Change fields of one event; a marker leaves the event that had it."""
    others = {name: value for name, value in fields.items() if name != "marker"}
    if "marker" not in fields:
        return change_event(event_id, **others)
    return chain(change_event(event_id, **others), set_marker(event_id, fields["marker"]))


def change_event(event_id: str, **fields: Any) -> Edit:
    """Change fields of one event."""

    def edit(review: Review) -> Review:
        event = replace(rows.find(review, "events", event_id), **fields)
        return rows.replaced(review, "events", _checked(review, event))

    return edit


def remove_events(*event_ids: str) -> Edit:
    """Remove events; factors that pointed at them lose the link."""

    def edit(review: Review) -> Review:
        for event_id in event_ids:
            rows.find(review, "events", event_id)
        review = rows.unlinked(review, "factors", "events", set(event_ids))
        return rows.removed(review, "events", event_ids)

    return edit


def toggle_star(event_id: str) -> Edit:
    """Put an event into the story, or take it out."""

    def edit(review: Review) -> Review:
        starred = not rows.find(review, "events", event_id).starred
        return rows.changed(review, "events", event_id, starred=starred)

    return edit


def set_marker(event_id: str, marker: Marker | None) -> Edit:
    """Mark an event; the marker leaves the event that had it, for a marker stands once."""

    def edit(review: Review) -> Review:
        for event in review.events:
            if marker is not None and event.marker is marker and event.id != event_id:
                review = rows.changed(review, "events", event.id, marker=None)
        return rows.changed(review, "events", event_id, marker=marker)

    return edit


def add_evidence(event_id: str, evidence: Evidence) -> Edit:
    """Attach a link, quotation or image to an event."""

    def edit(review: Review) -> Review:
        event = rows.find(review, "events", event_id)
        kept = (*event.evidence, _cleaned_evidence(evidence))
        return rows.changed(review, "events", event_id, evidence=kept)

    return edit


def remove_evidence(event_id: str, evidence_id: str) -> Edit:
    """Detach a piece of evidence."""

    def edit(review: Review) -> Review:
        event = rows.find(review, "events", event_id)
        kept = tuple(each for each in event.evidence if each.id != evidence_id)
        return rows.changed(review, "events", event_id, evidence=kept)

    return edit


def _checked(review: Review, event: TimelineEvent) -> TimelineEvent:
    text = clean_line(event.text)
    if not text:
        raise RuleViolation("text", "Say what happened.")
    _check_times(event)
    _check_marker_once(review, event)
    cleaned: dict[str, Any] = {
        "text": text,
        "at": _in_utc(event.at),
        "end": _in_utc(event.end),
        "typed": clean_line(event.typed, "typed"),
        "zone": clean_line(event.zone, "zone"),
        "lane": clean_line(event.lane, "lane"),
        "source": clean_line(event.source, "source"),
        "link": clean_line(event.link, "link"),
        "evidence": tuple(_cleaned_evidence(each) for each in event.evidence),
    }
    # Of those that come by the thousand most are clean: to make them anew takes long.
    if all(getattr(event, name) is value for name, value in cleaned.items()):
        return event
    return replace(event, **cleaned)


def _cleaned_evidence(evidence: Evidence) -> Evidence:
    text, link = clean_text(evidence.text), clean_line(evidence.link, "link")
    return replace(evidence, text=text, link=link)


def _in_utc(at: datetime | None) -> datetime | None:
    return at if at is None or at.tzinfo is UTC else at.astimezone(UTC)


def _check_times(event: TimelineEvent) -> None:
    for name, instant in (("time", event.at), ("end", event.end)):
        if instant is not None and instant.utcoffset() is None:
            raise RuleViolation(name, "This time has no zone.")
    if event.at is None and event.precision is not Precision.UNKNOWN:
        raise RuleViolation("time", "Say when it happened, or mark the time as unknown.")
    if event.end is not None and (event.at is None or event.end < event.at):
        raise RuleViolation("end", "The end is before the beginning.")


def _check_markers_differ(events: Sequence[TimelineEvent]) -> None:
    found: set[Marker] = set()
    for event in events:
        if event.marker is not None and event.marker in found:
            words = MARKER_WORDS[event.marker]
            raise RuleViolation("marker", f"Two of these events are marked {words}.")
        if event.marker is not None:
            found.add(event.marker)


def _check_marker_once(review: Review, event: TimelineEvent) -> None:
    if event.marker is None:
        return
    for other in review.events:
        if other.marker is event.marker and other.id != event.id:
            raise RuleViolation(
                "marker",
                f"“{other.text}” is already marked {MARKER_WORDS[event.marker]}.",
            )
