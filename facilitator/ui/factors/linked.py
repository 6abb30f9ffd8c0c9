"""The events of a review as they stand on factors: times as chips, and how long it all took."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.domain.zones import clock
from facilitator.ui.factors.wording import Chip, chip_words, how_long

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.records import Factor, Review, TimelineEvent


class LinkedEvents:
    """Answers about the events of one moment; a chip is made when it is first asked for."""

    def __init__(self, review: Review) -> None:
        self._events, self._zone = review.events, review.time_zone
        self._chips: dict[str, Chip] = {}

    def are_those_of(self, review: Review) -> bool:
        """Whether this answers for a review."""
        return self._events is review.events and self._zone == review.time_zone

    def of(self, factor: Factor) -> tuple[Chip, ...]:
        """The events linked with a factor, in the order of the timeline."""
        if not factor.events:
            return ()
        known = self._places
        found = sorted(known[link] for link in factor.events if link in known)
        return tuple(self.chip(self._events[place]) for place in found)

    def chip(self, event: TimelineEvent) -> Chip:
        """An event as it stands on a node."""
        if event.id not in self._chips:
            words = chip_words(event, self._zone, self._first_day)
            self._chips[event.id] = Chip(words, event.marker)
        return self._chips[event.id]

    @cached_property
    def how_long(self) -> str:
        """How long the incident took; empty if unknown."""
        return how_long(self._events)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {event.id: place for place, event in enumerate(self._events)}

    @cached_property
    def _first_day(self) -> date | None:
        at = next((each.at for each in self._events if each.at is not None), None)
        return clock(at, self._zone).date() if at is not None else None
