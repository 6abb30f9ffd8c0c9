"""The events of a timeline by lane and instant, kept up event by event."""

from __future__ import annotations

from bisect import bisect_left, insort
from datetime import UTC, datetime
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.domain.records import TimelineEvent
    from facilitator.domain.words import Marker

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def seconds(at: datetime) -> float:
    """An instant as seconds since 1970."""
    return (at - _EPOCH).total_seconds()


class Lane:
    """Events with a place in time, in canonical order, with their instants beside them."""

    def __init__(self) -> None:
        self.events: list[TimelineEvent] = []
        self.begins: list[float] = []
        self.ends: list[float] = []
        self._keys: list[tuple[float, str]] = []
        self._stars: list[tuple[float, str]] = []
        self._spans = 0
        self._reach: list[float] | None = None

    def add(self, event: TimelineEvent, at: datetime) -> None:
        """Put an event at its place."""
        key = (seconds(at), event.id)
        place = bisect_left(self._keys, key)
        self._keys.insert(place, key)
        self.events.insert(place, event)
        self.begins.insert(place, key[0])
        self.ends.insert(place, max(key[0], seconds(event.end or at)))
        self._spans += self.ends[place] > key[0]
        self._reach = None
        if event.starred:
            insort(self._stars, key)

    def remove(self, event: TimelineEvent, at: datetime) -> None:
        """Take an event out."""
        place = self.place_of(event, at)
        if event.starred:
            self._stars.remove(self._keys[place])
        self._spans -= self.ends[place] > self.begins[place]
        for column in (self._keys, self.events, self.begins, self.ends):
            del column[place]
        self._reach = None

    def place_of(self, event: TimelineEvent, at: datetime) -> int:
        """Where an event stands in the lane."""
        return bisect_left(self._keys, (seconds(at), event.id))

    def tells_story(self, first: int, last: int) -> bool:
        """Whether an event from one place up to another is in the story."""
        star = bisect_left(self._stars, self._keys[first])
        return star < len(self._stars) and self._stars[star] <= self._keys[last - 1]

    @property
    def has_spans(self) -> bool:
        """Whether an event has an end."""
        return self._spans > 0

    @property
    def last_end(self) -> float:
        """When the last event ends."""
        return self.reach[-1] if self._spans else self.begins[-1]

    @property
    def reach(self) -> list[float]:
        """Beside every event the latest end up to it."""
        if self._reach is None:
            self._reach = list(accumulate(self.ends, max))
        return self._reach


class LaneRow(NamedTuple):
    """One line of the strip: a lane, or the ``others`` that share the last line."""

    name: str
    lane: Lane
    others: int = 0


class Lanes:
    """Every lane of a timeline; ``add`` and ``remove`` cost next to nothing however many events."""

    def __init__(self, events: Iterable[TimelineEvent] = ()) -> None:
        self._lanes: dict[str, Lane] = {}
        self._by_id: dict[str, TimelineEvent] = {}
        self.marked: dict[Marker, TimelineEvent] = {}
        self._shared: tuple[frozenset[str], Lane] = (frozenset(), Lane())
        for event in events:
            self.add(event)

    def __len__(self) -> int:
        """How many lanes there are."""
        return len(self._lanes)

    def find(self, event_id: str) -> TimelineEvent | None:
        """The event with this id."""
        return self._by_id.get(event_id)

    def add(self, event: TimelineEvent) -> None:
        """Put an event in; one without a place in time is only remembered."""
        self._by_id[event.id] = event
        if event.at is None:
            return
        if event.marker is not None:
            self.marked[event.marker] = event
        self._lanes.setdefault(event.lane, Lane()).add(event, event.at)
        if event.lane in self._shared[0]:
            self._shared[1].add(event, event.at)

    def remove(self, event_id: str) -> None:
        """Take an event out."""
        event = self._by_id.pop(event_id)
        if event.at is None:
            return
        if event.marker is not None and self.marked.get(event.marker) is event:
            del self.marked[event.marker]
        self._lanes[event.lane].remove(event, event.at)
        if not self._lanes[event.lane].events:
            del self._lanes[event.lane]
        if event.lane in self._shared[0]:
            self._shared[1].remove(event, event.at)

    @property
    def extent(self) -> tuple[float, float] | None:
        """First beginning and last end; None while nothing has a place in time."""
        if not self._lanes:
            return None
        first = min(lane.begins[0] for lane in self._lanes.values())
        return first, max(lane.last_end for lane in self._lanes.values())

    def names(self, first: Sequence[str] = ()) -> tuple[str, ...]:
        """The lanes as they stand below each other, by their first event.

        Those of ``first`` come first; what happened nowhere in particular comes last.
        """

        def key(name: str) -> tuple[bool, bool, float, str]:
            return (not name, name not in first, self._lanes[name].begins[0], name)

        return tuple(sorted(self._lanes, key=key))

    def rows(self, first: Sequence[str] = (), most: int | None = None) -> tuple[LaneRow, ...]:
        """The lines of the strip; beyond ``most`` of them the last lanes share one line."""
        names = self.names(first)
        if most is None or len(names) <= most:
            return tuple(LaneRow(name, self._lanes[name]) for name in names)
        own, rest = names[: most - 1], names[most - 1 :]
        rows = [LaneRow(name, self._lanes[name]) for name in own]
        return (*rows, LaneRow("", self._lane_of(frozenset(rest)), len(rest)))

    def _lane_of(self, names: frozenset[str]) -> Lane:
        """One lane with the events of several; kept as long as the same lanes share it."""
        if names != self._shared[0]:
            shared = Lane()
            for name in names:
                for event in self._lanes[name].events:
                    if event.at is not None:
                        shared.add(event, event.at)
            self._shared = (names, shared)
        return self._shared[1]
