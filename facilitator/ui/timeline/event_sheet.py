"""The details of one event: everything that its row has no room for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt

from facilitator.domain.edits import timeline as edits
from facilitator.domain.shown_words import KIND_WORDS, MARKER_WORDS
from facilitator.domain.times import TimeContext
from facilitator.domain.words import EventKind, Marker, Precision
from facilitator.domain.zones import clock
from facilitator.ui.field_sheet import FieldSheet
from facilitator.ui.fields import BoundLine
from facilitator.ui.timeline.choice_row import ChoiceRow
from facilitator.ui.timeline.evidence import EvidenceList
from facilitator.ui.timeline.time_field import TimeField
from facilitator.ui.timeline.wording import PRECISION_WORDS, clock_words
from facilitator.ui.timeline.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review, TimelineEvent
    from facilitator.domain.rules import RuleViolation
    from facilitator.domain.times import TypedTime
    from facilitator.ui.desk import Desk
    from facilitator.ui.glyphs import Glyphs
    from facilitator.ui.kit import Label

_WIDTH, _FIELD = 1060, 38
_STORY = (("yes", "In the story"), ("no", "Not in the story"))


class EventSheet(FieldSheet):
    """Fields of an event."""

    def __init__(self, desk: Desk, event: TimelineEvent) -> None:
        super().__init__(desk, "timeline.details", width=_WIDTH, head_width=120)
        self._id, self._last = event.id, event
        self._lines: list[BoundLine | WordsField] = []
        self._add_fields()
        self.evidence = EvidenceList(desk, event.id, self.tell)
        self.add_row("Evidence", self.evidence)
        self.lay_out()
        self._show_choices()

    @property
    def event_id(self) -> str:
        """Id of the event it shows."""
        return self._id

    def follow(self, delta: Delta) -> None:
        """Show the fields anew; close if the event is gone."""
        if not delta.touches("events", "time_zone"):
            return
        if all(each.id != self._id for each in delta.after.events):
            self.close_sheet()
            return
        self._last = self._find(delta.after)
        for line in self._lines:
            line.refresh(delta)
        self.when.refresh()
        self.until.refresh()
        self._show_choices()
        self.evidence.refresh()

    def close_sheet(self) -> None:
        """Take what was typed, then close."""
        if not self.isHidden():
            self.when.settle()
            self.until.settle()
        super().close_sheet()

    # -- fields --------------------------------------------------------------------------------

    def _add_fields(self) -> None:
        self.text = self._words()
        self._add_times()
        self.kind = self._choices("kind", "Kind", [(each, KIND_WORDS[each]) for each in EventKind])
        self.kind.chosen.connect(lambda value: self._change("kind", EventKind(value)))
        words = [("", "None"), *((each, MARKER_WORDS[each]) for each in Marker)]
        self.marker = self._choices("marker", "Marker", words)
        self.marker.chosen.connect(self._mark_as)
        self.lane = self._line("lane", "Lane")
        self.source = self._line("source", "Source")
        self.link = self._line("link", "Link")
        self.story = self._choices("story", "Story", _STORY)
        self.story.chosen.connect(lambda value: self._change("starred", value == "yes"))

    def _add_times(self) -> None:
        self.when = self._time("when", "When", lambda: self._event.at, self._take_start)
        words = [(each, PRECISION_WORDS[each]) for each in Precision]
        self.precision = self._choices("precision", "How known", words)
        self.precision.chosen.connect(lambda value: self._change("precision", Precision(value)))
        self.until = self._time("until", "Until", lambda: self._event.end, self._take_end)

    def _line(self, field: str, words: str) -> BoundLine:
        line = BoundLine(
            self._desk,
            f"event.{field}",
            words,
            lambda review: str(getattr(self._find(review), field)),
            lambda text: edits.change_event(self._id, **{field: text}),
            quiet=False,
        )
        line.refused.connect(self.tell)
        self._lines.append(line)
        self.add_row(words, line)
        return line

    def _words(self) -> WordsField:
        field = WordsField(
            self._desk,
            "event.text",
            "What happened",
            lambda review: self._find(review).text,
            lambda text: edits.change_event(self._id, text=text),
            line=self.theme.line("text"),
        )
        field.refused.connect(self.tell)
        self._lines.append(field)
        label = self.add_row("What happened", field)
        label.setContentsMargins(0, self.theme.px(5), 0, 0)
        self.grid.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        return field

    def _time(self, name: str, words: str, read: Any, take: Any) -> TimeField:
        field = TimeField(
            self._desk,
            f"event.{name}",
            words,
            read=lambda: self._full(read()),
            context=self._context,
            take=take,
        )
        field.refused.connect(self.tell)
        self.add_row(words, field)
        return field

    def _choices(self, name: str, words: str, choices: Sequence[tuple[str, str]]) -> ChoiceRow:
        row = ChoiceRow(self.theme, f"event.{name}", words, choices, partial(_sign, name))
        self.add_row(words, row)
        return row

    def add_row(self, words: str, widget: QWidget) -> Label:
        """What is higher than its name has it on top."""
        label = super().add_row(words, widget)
        if widget.layout() is not None:
            label.setFixedHeight(self.theme.px(_FIELD))
            self.grid.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        return label

    # -- inside --------------------------------------------------------------------------------

    @property
    def _event(self) -> TimelineEvent:
        return self._find(self._desk.review)

    def _find(self, review: Review) -> TimelineEvent:
        found = next((each for each in review.events if each.id == self._id), None)
        return found if found is not None else self._last

    def _show_choices(self) -> None:
        event = self._event
        self.kind.show_value(event.kind)
        self.marker.show_value(event.marker or "")
        self.precision.show_value(event.precision)
        self.story.show_value("yes" if event.starred else "no")

    def _context(self) -> TimeContext:
        zone = self._desk.review.time_zone
        at = self._event.at
        day = clock(at, zone).date() if at is not None else self._desk.today()
        return TimeContext(zone=zone, day=day, now=self._desk.now(), reference=at)

    def _full(self, at: datetime | None) -> str:
        if at is None:
            return ""
        zone = self._desk.review.time_zone
        return f"{clock(at, zone):%Y-%m-%d} {clock_words(at, zone)}"

    def _take_start(self, read: TypedTime | None) -> RuleViolation | None:
        if read is None:
            fields: dict[str, Any] = {"at": None, "end": None, "precision": Precision.UNKNOWN}
            return self._apply("time", edits.change_event(self._id, typed="", zone="", **fields))
        event = self._event
        exact = event.precision is Precision.UNKNOWN
        precision = Precision.EXACT if exact else event.precision
        moved = replace(event, at=read.at, precision=precision, typed=read.typed, zone=read.zone)
        if event.at is not None and event.end is not None and event.end < read.at:
            # A range keeps its length when its beginning moves behind its end.
            moved = replace(moved, end=read.at + (event.end - event.at))
        fields = {
            name: getattr(moved, name) for name in ("at", "end", "precision", "typed", "zone")
        }
        return self._apply("time", edits.change_event(self._id, **fields))

    def _take_end(self, read: TypedTime | None) -> RuleViolation | None:
        end = None if read is None else read.at
        return self._apply("end", edits.change_event(self._id, end=end))

    def _mark_as(self, value: str) -> None:
        marker = Marker(value) if value else None
        self._tell_refusal(self._apply("marker", edits.set_marker(self._id, marker)))

    def _change(self, field: str, value: object) -> None:
        edit = edits.change_event(self._id, **{field: value})
        self._tell_refusal(self._apply(field, edit))

    def _apply(self, field: str, edit: Edit) -> RuleViolation | None:
        words = {"starred": "story"}.get(field, field)
        return self._desk.apply(f"Change {words}", edit, f"event:{self._id}:{field}")

    def _tell_refusal(self, refusal: RuleViolation | None) -> None:
        self.tell(refusal.reason if refusal else "")
        if refusal is not None:
            self._show_choices()


def _sign(group: str, value: str) -> Any:
    """How to draw the sign of a kind or marker."""

    def draw(glyphs: Glyphs, box: QRectF, colour: QColor) -> None:
        if group == "kind":
            glyphs.kind(value, box, colour)
        else:
            glyphs.marker(value, box.adjusted(2, 2, -2, -2), colour)

    return draw if value and group in {"kind", "marker"} else None
