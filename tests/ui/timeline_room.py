"""The Timeline page in a window, and hands to work it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from facilitator.domain.records import Review, TimelineEvent
from facilitator.domain.words import EventKind, Marker, Precision
from facilitator.ui.timeline.commands import COMMANDS
from facilitator.ui.timeline.page import TimelinePage
from tests.ui import page_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.theme import Theme

START = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)


class Room(page_room.Room[TimelinePage]):
    """The page and what its tests look at."""

    @property
    def entry(self) -> Any:
        return self.page.entry

    @property
    def told(self) -> str:
        """What stands beside the entry line."""
        return self.page.preview.reading.spoken

    @property
    def current(self) -> TimelineEvent:
        event = self.page.model.record_of(self.page.table.current_id or "")
        assert event is not None
        return event

    @property
    def texts(self) -> list[str]:
        return [each.text for each in self.review.events]

    def event(self, event_id: str) -> TimelineEvent:
        return next(each for each in self.review.events if each.id == event_id)

    def find(self, text: str) -> TimelineEvent:
        return next(each for each in self.review.events if each.text == text)


def open_room(qtbot: QtBot, review: Review | None = None, theme: Theme | None = None) -> Room:
    """The page of a review in an active window of the Stage's size."""
    return Room(*page_room.open_page(qtbot, TimelinePage, COMMANDS, review, theme))


def at(hour: int, minute: int, day: int = 3) -> datetime:
    """A time on the days of March that the examples are about."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def example() -> Review:
    """Four events on one day in London's winter, one of them only about known."""
    return Review(
        id="r1",
        title="Shops could not pay",
        time_zone="Europe/London",
        services=("Ledger", "Limits", "Checkout"),
        events=(
            _event("e1", 0, "Limits go out", kind=EventKind.CHANGE, lane="Limits", starred=True),
            _event("e2", 1, "Ledger stops", marker=Marker.IMPACT_START, lane="Ledger"),
            _event("e3", 18, "Errors page the engineer", kind=EventKind.ALERT, lane="Checkout"),
            _event("e4", 65, "Limits are put back", precision=Precision.ABOUT, lane="Limits"),
        ),
    )


def many(count: int) -> Review:
    """A review with an event every half minute."""
    return Review(
        id="r1",
        time_zone="Europe/London",
        events=tuple(
            _event(f"e{n:05}", n / 2, f"event {n}", lane=f"T{n % 4}") for n in range(count)
        ),
    )


def _event(event_id: str, minute: float, text: str, **fields: Any) -> TimelineEvent:
    at = START + timedelta(minutes=minute)
    return TimelineEvent(id=event_id, at=at, text=text, typed=f"{at:%H:%M}", **fields)
