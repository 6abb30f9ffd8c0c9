"""An event in the spotlight: when, what, and what supports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_long
from facilitator.domain.places import zone_words
from facilitator.domain.shown_review import shown_event
from facilitator.domain.shown_words import KIND_WORDS
from facilitator.domain.words import EvidenceKind, Precision
from facilitator.domain.zones import clock
from facilitator.ui.flow import Flow
from facilitator.ui.spotlight.face import SIZES, Face
from facilitator.ui.spotlight.pieces import kind_piece, marker_piece, words_piece
from facilitator.ui.timeline.wording import spoken, time_words, until_words

if TYPE_CHECKING:
    from facilitator.domain.records import Evidence, Review, TimelineEvent

_DAY_ABOVE, _TEXT_ABOVE, _EVIDENCE_ABOVE, _NEXT_ABOVE = 2, 22, 40, 8
_SUPPORTED_BY = "What supports it"


class EventFace(Face):
    """Left is earlier, right is later."""

    page, words = "timeline", "Event"
    walk_hint = ("← →", "Earlier, later")
    shown_on = ("events", "time_zone", "participants", "names")

    def order(self, review: Review, row_id: str) -> tuple[str, ...]:
        """All events."""
        del row_id
        return tuple(each.id for each in review.events)

    def there(self, review: Review, row_id: str) -> bool:
        """Whether it is on the timeline."""
        return any(each.id == row_id for each in review.events)

    def flow(self, row_id: str, width: float, height: float, size: int) -> Flow:
        """Time and day, the words, kind and marker and place, then the evidence."""
        del height
        event, theme = self._event(row_id), self.theme
        flow = Flow(theme, width)
        flow.words(self._when(event), "figure")
        flow.words(self._day(event), "lead", "ink2", above=_DAY_ABOVE)
        flow.words(self.shown(event.text), SIZES[size], above=_TEXT_ABOVE, even=True)
        pieces = [kind_piece(theme, event, KIND_WORDS[event.kind])]
        if event.marker is not None:
            pieces.insert(0, marker_piece(theme, event.marker))
        places = (self.shown(each) for each in (event.lane, event.source) if each)
        pieces += [words_piece(theme, each) for each in places]
        self.put_pieces(flow, pieces)
        self._put_evidence(flow, event)
        return flow

    def _put_evidence(self, flow: Flow, event: TimelineEvent) -> None:
        said = [event.link] if event.link else []
        said += [self._evidence(each) for each in event.evidence]
        if said:
            flow.words(_SUPPORTED_BY, "heading", "ink2", above=_EVIDENCE_ABOVE)
        for each in said:
            flow.words(each, "entry", above=_NEXT_ABOVE)

    def _evidence(self, evidence: Evidence) -> str:
        text = self.shown(evidence.text)
        if evidence.kind is EvidenceKind.QUOTATION:
            return f"“{text}”"
        if evidence.kind is EvidenceKind.IMAGE:
            return f"Picture: {text}" if text else "A picture"
        return ": ".join(each for each in (text, evidence.link) if each)

    def _when(self, event: TimelineEvent) -> str:
        zone = self.desk.review.time_zone
        words = f"{time_words(event, zone)} {until_words(event, zone)}".strip()
        if event.at is None or event.precision is Precision.UNKNOWN:
            return "Time unknown"
        return f"About {words}" if event.precision is Precision.ABOUT else words

    def _day(self, event: TimelineEvent) -> str:
        zone = self.desk.review.time_zone
        day = "" if event.at is None else format_long(clock(event.at, zone).date())
        return ", ".join(each for each in (day, zone_words(zone)) if each)

    def spoken(self, row_id: str) -> str:
        """As its row, with the evidence."""
        event, zone = self._event(row_id), self.desk.review.time_zone
        words = spoken(shown_event(event, self.shown), zone)
        evidence = "; ".join(self._evidence(each) for each in event.evidence)
        return f"{words}. {_SUPPORTED_BY}: {evidence}" if evidence else words

    def _event(self, row_id: str) -> TimelineEvent:
        return next(each for each in self.desk.review.events if each.id == row_id)
