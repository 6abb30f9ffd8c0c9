"""The table of events follows deltas row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QSignalSpy

from facilitator.domain.edits import chain
from facilitator.domain.edits.timeline import add_event, change_event, remove_events
from facilitator.domain.records import Review, TimelineEvent
from facilitator.domain.words import Marker, Precision
from facilitator.ui.fonts import load_typeface
from facilitator.ui.theme import Theme
from facilitator.ui.timeline.columns import DAYS, Used, column_widths
from facilitator.ui.timeline.model import Column, EventModel
from facilitator.ui.timeline.wording import day_mark
from tests.ui.follower import Follower

START = datetime(2026, 3, 3, 13, 0, tzinfo=UTC)


def event(number: int, minute: float = 0, **fields: Any) -> TimelineEvent:
    given: dict[str, Any] = {"at": START + timedelta(minutes=minute), "text": f"event {number}"}
    return TimelineEvent(id=f"e{number:05}", **(given | fields))


def many(count: int) -> Review:
    events = tuple(event(number, number) for number in range(count))
    return Review(id="r1", time_zone="UTC", events=events)


def follow(review: Review) -> Follower[EventModel]:
    return Follower(review, EventModel(review))


def test_an_event_is_inserted_at_its_place_without_a_reset() -> None:
    follower = follow(many(10_000))
    inserted = QSignalSpy(follower.model.rowsInserted)
    follower.apply(add_event(event(99_999, 4_321.5)))
    assert follower.resets.count() == 0
    assert inserted.count() == 1
    assert inserted.at(0)[1:] == [4_322, 4_322]
    assert follower.rows == follower.review.events


def test_a_moved_event_keeps_its_selection() -> None:
    follower = follow(many(10))
    kept = QPersistentModelIndex(follower.model.index(2, Column.TEXT))
    follower.apply(change_event("e00002", at=START + timedelta(minutes=7.5)))
    assert kept.row() == 7
    follower.apply(change_event("e00002", at=START))
    assert kept.row() == 1
    assert follower.rows == follower.review.events
    assert follower.resets.count() == 0


def test_a_changed_text_repaints_its_row_and_the_next() -> None:
    follower = follow(many(10))
    changed = QSignalSpy(follower.model.dataChanged)
    follower.apply(change_event("e00003", text="other words"))
    assert {changed.at(i)[0].row() for i in range(changed.count())} <= {3, 4}
    assert follower.word(3, Column.TEXT) == "other words"


@pytest.mark.parametrize("seed", range(5))
def test_many_edits_leave_the_rows_of_the_review(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it picks edits
    follower = follow(many(20))
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
    follower = follow(many(3))
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
    follower = follow(many(3))
    assert [follower.model.new_day(row) for row in range(3)] == [None] * 3
    follower.apply(add_event(event(50, 60 * 11)))
    days = [follower.model.new_day(row) for row in range(4)]
    assert [day and day.isoformat() for day in days] == ["2026-03-03", None, None, "2026-03-04"]


def test_markup_in_a_text_is_no_markup_in_its_tool_tip() -> None:
    model = EventModel(Review(id="r1", events=(event(1, text="<b>x</b> & y"),)))
    tip = model.index(0, Column.TEXT).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>&lt;b&gt;x&lt;/b&gt; &amp; y</span>"


@pytest.mark.parametrize("days", [False, True])
@pytest.mark.parametrize("markers", [False, True])
@pytest.mark.parametrize("width", [500, 640, 900, 1080, 1400])
def test_columns_fill_the_width_and_leave_the_words_their_room(
    width: int, markers: bool, days: bool
) -> None:
    widths = column_widths(width, Used(days=days, markers=markers, where=width > 1200))
    assert sum(widths.values()) == width
    assert widths[Column.TEXT] >= min(460, width - 390)
    assert widths[Column.TIME] == 64


def test_what_no_event_uses_gives_its_room_to_the_words() -> None:
    words = column_widths(1400, Used())[Column.TEXT]
    bare = column_widths(1400, Used(ends=False, markers=False, where=False))
    assert bare[Column.MARKER] == bare[Column.WHERE] == 0
    assert bare[Column.TEXT] == words + 186 + 92 + 52


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [100, 150, 200])
def test_a_day_has_room_before_the_time(size: int) -> None:
    load_typeface()
    theme = Theme("light", size)
    metrics = theme.metrics("label", weight=600)
    days = [date(2026, month, 23 + month % 7) for month in range(1, 13)]
    for short, room in ((False, DAYS), (True, 94)):
        widest = max(metrics.horizontalAdvance(day_mark(day, short=short)) for day in days)
        assert widest < theme.px(room) - theme.px(10)


def test_placeless_events_come_last() -> None:
    follower = follow(many(2))
    lost = replace(event(7), at=None, precision=Precision.UNKNOWN)
    follower.apply(add_event(lost))
    assert follower.word(2, Column.TIME) == "unknown"
    assert follower.model.new_day(2) is None
