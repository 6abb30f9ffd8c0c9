"""The table of events follows deltas row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from facilitator.domain.delta import Delta
from facilitator.domain.edits import chain
from facilitator.domain.edits.timeline import add_event, change_event, remove_events
from facilitator.domain.records import Review, TimelineEvent
from facilitator.domain.words import Marker, Precision
from facilitator.ui.timeline.columns import column_widths
from facilitator.ui.timeline.model import Column, EventModel

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit

START = datetime(2026, 3, 3, 13, 0, tzinfo=UTC)


def event(number: int, minute: float = 0, **fields: Any) -> TimelineEvent:
    given: dict[str, Any] = {"at": START + timedelta(minutes=minute), "text": f"event {number}"}
    return TimelineEvent(id=f"e{number:05}", **(given | fields))


def many(count: int) -> Review:
    events = tuple(event(number, number) for number in range(count))
    return Review(id="r1", time_zone="UTC", events=events)


class Follower:
    """A model and the review it shows; every edit is told to the model."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.model = EventModel(review)
        self.tester = QAbstractItemModelTester(self.model)
        self.resets = QSignalSpy(self.model.modelReset)

    def apply(self, edit: Edit) -> None:
        delta = Delta.between(self.review, edit(self.review))
        self.review = delta.after
        self.model.follow(delta)

    @property
    def rows(self) -> tuple[TimelineEvent, ...]:
        return tuple(self.model.event_at(row) for row in range(self.model.rowCount()))

    def word(self, row: int, column: Column) -> object:
        return self.model.index(row, column).data()


def test_an_event_is_inserted_at_its_place_without_a_reset() -> None:
    follower = Follower(many(10_000))
    inserted = QSignalSpy(follower.model.rowsInserted)
    follower.apply(add_event(event(99_999, 4_321.5)))
    assert follower.resets.count() == 0
    assert inserted.count() == 1
    assert inserted.at(0)[1:] == [4_322, 4_322]
    assert follower.rows == follower.review.events


def test_a_moved_event_keeps_its_selection() -> None:
    follower = Follower(many(10))
    kept = QPersistentModelIndex(follower.model.index(2, Column.TEXT))
    follower.apply(change_event("e00002", at=START + timedelta(minutes=7.5)))
    assert kept.row() == 7
    follower.apply(change_event("e00002", at=START))
    assert kept.row() == 1
    assert follower.rows == follower.review.events
    assert follower.resets.count() == 0


def test_a_changed_text_repaints_its_row_and_the_next() -> None:
    follower = Follower(many(10))
    changed = QSignalSpy(follower.model.dataChanged)
    follower.apply(change_event("e00003", text="other words"))
    assert {changed.at(i)[0].row() for i in range(changed.count())} <= {3, 4}
    assert follower.word(3, Column.TEXT) == "other words"


@pytest.mark.parametrize("seed", range(5))
def test_many_edits_leave_the_rows_of_the_review(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it picks edits
    follower = Follower(many(20))
    for number in range(100, 180):
        chosen = random.choice(follower.review.events).id
        minute = random.choice([1, 2, 3, 7, 11, 12])
        edit = random.choice(
            [
                add_event(event(number, minute)),
                change_event(chosen, at=START + timedelta(minutes=minute)),
                change_event(chosen, starred=bool(minute % 2)),
                change_event(chosen, at=None, precision=Precision.UNKNOWN),
                remove_events(chosen),
                chain(add_event(event(number)), remove_events(chosen)),
            ]
        )
        follower.apply(edit)
        assert follower.rows == follower.review.events
        assert follower.model.starred == sum(each.starred for each in follower.review.events)
    assert follower.resets.count() == 0


def test_an_import_makes_the_table_new_at_once() -> None:
    follower = Follower(many(3))
    follower.apply(chain(*(add_event(event(n, n)) for n in range(100, 400))))
    assert follower.resets.count() == 1
    assert follower.rows == follower.review.events


def test_words_of_a_row() -> None:
    told = event(
        1,
        text="Payments are replayed",
        precision=Precision.ABOUT,
        end=START + timedelta(minutes=36, seconds=5),
        marker=Marker.MITIGATED,
        lane="Ledger",
        starred=True,
    )
    model = EventModel(Review(id="r1", time_zone="Europe/Berlin", events=(told,)))
    words = [model.index(0, column).data() for column in Column]
    assert words == [
        "In the story",
        "about",
        "14:00",
        "to 14:36:05",
        "Observation",
        "Payments are replayed",
        "Mitigated",
        "Ledger",
    ]
    spoken = model.index(0, Column.TEXT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "about 14:00 to 14:36:05, Observation, Payments are replayed, marked Mitigated, Ledger, "
        "in the story"
    )


def test_the_day_stands_where_it_changes_and_only_if_there_are_several() -> None:
    follower = Follower(many(3))
    assert [follower.model.new_day(row) for row in range(3)] == [None] * 3
    follower.apply(add_event(event(50, 60 * 11)))
    days = [follower.model.new_day(row) for row in range(4)]
    assert [day and day.isoformat() for day in days] == ["2026-03-03", None, None, "2026-03-04"]


def test_markup_in_a_text_is_no_markup_in_its_tool_tip() -> None:
    model = EventModel(Review(id="r1", events=(event(1, text="<b>x</b> & y"),)))
    tip = model.index(0, Column.TEXT).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>&lt;b&gt;x&lt;/b&gt; &amp; y</span>"


@pytest.mark.parametrize("width", [500, 640, 900, 1080, 1400])
def test_columns_fill_the_width_and_leave_the_words_their_room(width: int) -> None:
    widths = column_widths(width, where=width > 1200)
    assert sum(widths.values()) == width
    assert widths[Column.TEXT] >= min(320, width - 360)
    assert widths[Column.TIME] == 64


def test_placeless_events_come_last() -> None:
    follower = Follower(many(2))
    lost = replace(event(7), at=None, precision=Precision.UNKNOWN)
    follower.apply(add_event(lost))
    assert follower.word(2, Column.TIME) == "unknown"
    assert follower.model.new_day(2) is None
