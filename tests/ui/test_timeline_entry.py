"""Typing events: what a line says, and what is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.domain.words import EventKind, Marker, Precision
from tests.ui.support import make_review
from tests.ui.timeline_room import Room, at, example, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """Four events, the entry line with the keys."""
    return open_room(qtbot, example())


@pytest.fixture
def empty(qtbot: QtBot) -> Room:
    """A review without events."""
    return open_room(qtbot, make_review())


# -- adding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("14:06 text", {"at": at(14, 6), "precision": Precision.EXACT, "typed": "14:06"}),
        ("1406 text", {"at": at(14, 6)}),
        ("+5m text", {"at": at(14, 26), "typed": "+5m"}),
        ("-2m text", {"at": at(14, 19)}),
        ("now text", {"at": at(14, 0, day=5)}),
        ("~14:10 text", {"at": at(14, 10), "precision": Precision.ABOUT, "typed": "~14:10"}),
        ("14:06-14:20 text", {"at": at(14, 6), "end": at(14, 20)}),
        ("!detected 14:05 text", {"at": at(14, 5), "marker": Marker.DETECTED}),
        ("? text", {"at": at(14, 21), "precision": Precision.UNKNOWN}),
        ("2026-03-02 09:00 text", {"at": at(9, 0, day=2)}),
        ("14:06 UTC text", {"zone": "UTC"}),
        ("14:06 text *", {"starred": True, "text": "Text"}),
        ("14:06 alert text", {"kind": EventKind.ALERT, "text": "Text"}),
        ("14:06 text @Payments", {"lane": "Payments", "text": "Text"}),
        ("14:06 ledger text", {"lane": "Ledger", "text": "Ledger text"}),
        ("14:06 deploy of 4.2 starts", {"kind": EventKind.CHANGE}),
    ],
)
def test_every_way_to_type_an_event(room: Room, line: str, expected: dict[str, Any]) -> None:
    room.select("e3")
    room.page.focus_start()
    room.enter(line)
    assert {name: getattr(room.current, name) for name in expected} == expected
    assert room.entry.text() == ""
    assert room.entry.hasFocus()
    assert len(room.review.events) == 5


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("14:06 page is changed !foo /bar", "“!foo” and “/bar” are not understood, kept as words."),
        ("14:06 !foo page is changed", "“!foo” is not a marker"),
        ("14:06 page !detected is changed", "“!detected” is not understood, kept as words."),
    ],
)
def test_signs_that_say_nothing_are_told_while_one_types(room: Room, typed: str, told: str) -> None:
    room.type(typed)
    reading = room.page.preview.reading
    assert told in reading.spoken
    assert reading.note or [each.noted for each in reading.below] == [True]


@pytest.mark.parametrize(
    "typed", ["14:06 page !det", "14:06 page /al", "14:06 !det", "14:06 reads /etc/hosts at once"]
)
def test_a_sign_half_typed_and_a_path_are_no_trouble(room: Room, typed: str) -> None:
    room.type(typed)
    reading = room.page.preview.reading
    assert not reading.note
    assert not reading.below


def test_a_lane_that_is_new_is_told(room: Room) -> None:
    room.type("14:06 acks @jakamkon")
    assert "new lane jakamkon" in room.page.preview.reading.spoken
    room.enter("")
    assert room.current.lane == "jakamkon"
    room.type("14:07 acks @Jakamkon")
    assert "new lane" not in room.page.preview.reading.spoken


def test_events_are_typed_one_after_the_other_in_any_order(room: Room) -> None:
    for line in ("14:09 second", "+1m third", "14:05 first"):
        room.enter(line)
    times = [each.at for each in room.review.events]
    assert times == sorted(times, key=lambda each: each or at(0, 0))
    assert [each for each in room.texts if each in {"First", "Second", "Third"}] == [
        "First",
        "Second",
        "Third",
    ]
    assert room.current.text == "First"
    assert room.session.labels == ["Add event"] * 3
    room.session.undo()
    assert "First" not in room.texts
    room.session.redo()
    assert "First" in room.texts


def test_the_preview_says_what_enter_would_do(room: Room) -> None:
    room.select("e3")
    room.page.focus_start()
    room.type("~14:36 !detected alert ledger writers still stopping *")
    assert room.told == (
        "Adds about 14:36, Alert, Ledger, Detected, in the story, “Ledger writers still stopping”"
    )


def test_the_preview_says_the_day_where_it_is_another(room: Room) -> None:
    room.type("2026-03-02 09:00 merged")
    assert room.told == "Adds Mon 2 Mar 09:00, Change, “Merged”"


def test_half_a_line_is_told_what_is_missing_but_not_marked(room: Room) -> None:
    room.type("hello")
    assert room.told.startswith("Begin with a time: 14:03")
    assert room.page.preview.reading.note == ""
    assert not room.entry.property("wrong")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("hello", "Begin with a time"),
        ("25:10 text", "is not a time of day"),
        ("3/4/2026 14:03 text", "leaves open which is the day"),
        ("14:03", "Say what happened."),
        ("!soon 14:03 text", "is not a marker"),
    ],
)
def test_a_refused_line_stays_and_says_why(room: Room, line: str, reason: str) -> None:
    before = room.review
    room.enter(line)
    assert room.review is before
    assert room.entry.text() == line
    assert reason in room.page.preview.reading.note
    assert room.entry.property("wrong")
    assert reason in room.entry.accessibleDescription()
    room.type("x")
    assert not room.entry.property("wrong")
    # A sign that means nothing is told again.
    assert bool(room.page.preview.reading.note) == (reason == "is not a marker")


def test_a_marker_moves_to_the_event_that_takes_it(room: Room) -> None:
    room.type("!start 14:02 first errors")
    assert "Impact start, no longer at 14:04" in room.told
    room.press(Key.Key_Return)
    assert room.current.marker is Marker.IMPACT_START
    assert room.event("e2").marker is None
    room.session.undo()
    assert room.event("e2").marker is Marker.IMPACT_START


def test_enter_on_an_empty_line_does_nothing(room: Room) -> None:
    before = room.review
    room.press(Key.Key_Return)
    assert room.review is before
    assert room.page.preview.reading.note == ""


# -- the first event and its day ---------------------------------------------------------------


def test_the_first_event_may_say_its_day(empty: Room) -> None:
    empty.enter("3 March 14:03 deploy starts")
    assert empty.current.at == at(14, 3)
    empty.enter("14:08 pages fire")
    assert empty.current.at == at(14, 8)


def test_without_a_day_it_is_asked_and_today_is_only_an_offer(empty: Room) -> None:
    question = empty.page.dock.question
    empty.type("13:03 deploy starts")
    assert question.open
    assert empty.told.startswith("Adds Thu 5 Mar 13:03")
    empty.press(Key.Key_Return)
    assert empty.current.at == at(13, 3, day=5)
    assert not question.open


def test_what_would_still_be_to_come_was_yesterday(empty: Room) -> None:
    empty.enter("14:03 deploy starts")
    assert empty.current.at == at(14, 3, day=4)


def test_another_day_is_chosen_with_the_arrows(empty: Room) -> None:
    empty.type("13:03 deploy starts")
    empty.page.dock.question.focus_answers()
    empty.press(Key.Key_Right)
    empty.press(Key.Key_Right)
    assert empty.told.startswith("Adds Tue 3 Mar 13:03")
    empty.press(Key.Key_Return)
    assert empty.current.at == at(13, 3)
    assert empty.entry.hasFocus()


def test_a_day_that_is_said_is_not_asked(empty: Room) -> None:
    for line in ("2026-03-03 14:03 x", "yesterday 14:03 x", "now x", "? x", "+5m x"):
        empty.entry.setText(line)
        assert not empty.page.dock.question.open, line


def test_the_first_event_brings_the_strip(empty: Room) -> None:
    assert not empty.page.strip.isVisible()
    empty.enter("3 March 14:03 deploy starts")
    assert empty.page.strip.isVisible()
    assert empty.page.facts.story.text() == "0 of 1 tells the story"
    empty.session.undo()
    assert not empty.page.strip.isVisible()


# -- questions ---------------------------------------------------------------------------------


def test_an_ambiguous_zone_is_asked(room: Room) -> None:
    room.type("14:10 IST dashboards go red")
    assert room.page.dock.question.open
    before = room.review
    room.press(Key.Key_Return)
    assert room.review is before
    assert "08:40" in room.told
    room.press(Key.Key_Right)
    assert "13:10" in room.told
    room.press(Key.Key_Return)
    assert room.current.at == at(13, 10)
    assert room.entry.hasFocus()
    assert not room.page.dock.question.open


def test_escape_goes_back_to_the_line(room: Room) -> None:
    room.enter("14:10 IST dashboards go red")
    room.press(Key.Key_Escape)
    assert room.entry.hasFocus()
    assert room.entry.text() == "14:10 IST dashboards go red"


def test_the_hour_that_comes_twice_is_asked(qtbot: QtBot) -> None:
    night = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    events = (replace(example().events[0], at=night),)
    room = open_room(qtbot, replace(example(), events=events))
    room.enter("01:30 clocks go back")
    room.press(Key.Key_Right)
    room.press(Key.Key_Return)
    assert room.current.at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_click_answers_at_once(room: Room) -> None:
    room.type("14:10 IST dashboards go red")
    answer = room.page.dock.question.findChild(QWidget, "timeline.answers.1")
    assert answer is not None
    QTest.mouseClick(answer, Qt.MouseButton.LeftButton)
    assert room.current.at == at(13, 10)


def test_the_dock_grows_only_while_something_is_asked(room: Room) -> None:
    height = room.page.dock.height()
    room.type("14:10 IST red")
    assert room.page.dock.height() > height
    room.press(Key.Key_Home)
    for _ in "14:10 IST":
        room.press(Key.Key_Delete)
    assert room.page.dock.height() == height
