"""An open library for every test of the use cases, with a clock that the test moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from facilitator.app.ids import Ids
from facilitator.app.library import Library
from facilitator.domain.records import Review, TimelineEvent
from facilitator.store.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    at: datetime = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def move(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(library_path: Path, clock: Clock) -> Iterator[Store]:
    found = open_store(library_path, clock)
    yield found
    found.close()


@pytest.fixture
def library(store: Store, clock: Clock) -> Library:
    return Library(store, clock, Ids())


@pytest.fixture
def review(store: Store) -> Review:
    """A stored review with one event."""
    at = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)
    event = TimelineEvent(id="e1", text="It begins", at=at)
    return store.create(Review(id="r1", title="Shops could not pay", events=(event,)))
