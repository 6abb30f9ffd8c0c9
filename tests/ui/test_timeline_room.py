"""How much of the timeline is seen: whole texts, and rows before the strip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.domain.edits.timeline import change_event, set_marker
from facilitator.domain.words import Marker
from facilitator.ui.theme import Theme
from facilitator.ui.timeline.commands import COMMANDS
from facilitator.ui.timeline.model import Column
from facilitator.ui.timeline.page import TimelinePage
from tests.ui import page_room
from tests.ui.timeline_room import Room, example, many, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review

Key, Held = Qt.Key, Qt.KeyboardModifier
LONG = "The ledger stops and nobody is paged for it, because the limit is read once a day. " * 3


def with_words(review: Review, text: str = LONG.strip()) -> Review:
    return replace(review, events=tuple(replace(each, text=text) for each in review.events))


def room_of(
    qtbot: QtBot, review: Review, size: tuple[int, int] = (1480, 900), type_size: int = 100
) -> Room:
    theme = Theme("light", type_size)
    return Room(*page_room.open_page(qtbot, TimelinePage, COMMANDS, review, theme, size))


def row_height(room: Room, event_id: str) -> int:
    row = room.page.model.row_of(event_id)
    assert row is not None
    return room.page.table.rowHeight(row)


def rows_seen(room: Room) -> int:
    table = room.page.table
    floor = table.viewport().height()
    boxes = [table.visualRect(table.model().index(n, Column.TEXT)) for n in range(60)]
    return sum(box.height() > 0 and box.top() >= 0 and box.bottom() < floor for box in boxes)


# -- the words ---------------------------------------------------------------------------------


def test_the_current_row_shows_all_its_words(qtbot: QtBot) -> None:
    room = open_room(qtbot, with_words(example()))
    least = room.page.table.least_row()
    room.select("e2")
    assert row_height(room, "e2") == least + 3 * 28
    assert row_height(room, "e1") == least
    room.press(Key.Key_Down)
    assert row_height(room, "e2") == least
    # Without a marker there is more room.
    assert row_height(room, "e3") == least + 2 * 28
    room.session.apply("Change", change_event("e3", text="Short"))
    assert row_height(room, "e3") == least
    room.session.undo()
    assert row_height(room, "e3") > least


def test_no_row_stays_high_when_rows_come_go_and_move(qtbot: QtBot) -> None:
    room = open_room(qtbot, with_words(example()))
    least = room.page.table.least_row()
    room.select("e2")
    room.page.focus_start()
    room.enter("14:03 First")
    room.select("e3")
    room.press(Key.Key_F2)
    room.press(Key.Key_Home)
    room.press(Key.Key_Delete)
    room.press(Key.Key_Delete)
    room.type("23")
    room.press(Key.Key_Return)
    for _ in range(3):
        room.press(Key.Key_Up)
        high = [n for n in range(5) if room.page.table.rowHeight(n) > least]
        assert high in ([], [room.page.table.currentIndex().row()])
    room.press(Key.Key_Delete)
    room.session.undo()
    high = [n for n in range(5) if room.page.table.rowHeight(n) > least]
    assert high in ([], [room.page.table.currentIndex().row()])


def test_no_more_than_four_lines(qtbot: QtBot) -> None:
    room = open_room(qtbot, with_words(example(), LONG * 4))
    room.select("e2")
    assert row_height(room, "e2") == room.page.table.least_row() + 3 * 28
    assert not room.page.grab().isNull()


def test_a_double_click_edits_the_row_below_a_high_one(qtbot: QtBot) -> None:
    room = open_room(qtbot, with_words(example()))
    room.select("e1")
    table = room.page.table
    place = table.visualRect(table.model().index(1, Column.TEXT)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(table.viewport(), left, Held.NoModifier, place)
    QTest.mouseDClick(table.viewport(), left, Held.NoModifier, place)
    assert room.page.drafting.mode == "edit"
    assert room.current.id == "e2"
    qtbot.waitUntil(lambda: row_height(room, "e2") > table.least_row())


def test_empty_columns_give_their_room_to_the_words(qtbot: QtBot) -> None:
    room = open_room(qtbot, many(6))
    table = room.page.table
    assert table.isColumnHidden(Column.MARKER)
    bare = table.columnWidth(Column.TEXT)
    room.session.apply("Set marker", set_marker("e00003", Marker.RESOLVED))
    assert not table.isColumnHidden(Column.MARKER)
    assert table.columnWidth(Column.TEXT) == bare - 186


def test_the_words_of_a_row_reach_over_what_is_empty_in_it(qtbot: QtBot) -> None:
    """With its marker a row of two lines needs three."""
    text = LONG[: 2 * 82]
    room = open_room(qtbot, with_words(example(), text))
    room.session.apply("Change", change_event("e4", lane=""))
    room.select("e4")
    free = row_height(room, "e4")
    room.session.apply("Set marker", set_marker("e4", Marker.RESOLVED))
    assert row_height(room, "e4") > free


# -- strip, table and head ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "type_size"),
    [
        ((1160, 658), 100),
        ((1480, 938), 125),
        ((1400, 916), 150),
        ((1360, 894), 200),
        ((960, 600), 100),
    ],
)
def test_the_strip_gives_way_so_that_five_rows_are_seen(
    qtbot: QtBot, size: tuple[int, int], type_size: int
) -> None:
    review = with_words(many(60))
    marked = tuple(
        replace(each, marker=marker) for each, marker in zip(review.events, Marker, strict=False)
    )
    review = replace(review, events=marked + review.events[len(marked) :])
    room = room_of(qtbot, review, size, type_size)
    room.select("e00007")
    QApplication.processEvents()
    assert rows_seen(room) >= 5 - (type_size == 200)
    assert row_height(room, "e00007") >= 1.5 * room.page.table.least_row()


def test_flags_are_signs_where_their_words_take_too_much(qtbot: QtBot) -> None:
    review = many(60)
    marked = tuple(
        replace(each, marker=marker)
        for each, marker in zip(review.events[::12], Marker, strict=False)
    )
    kept = {each.id: each for each in (*review.events, *marked)}
    review = replace(review, events=tuple(kept.values()))
    room = room_of(qtbot, review, (700, 900))
    strip = room.page.strip
    strip.fit_height(160)
    assert not strip._too_low
    assert strip._state._terse
    assert not strip.grab().isNull()
    strip.fit_height(400)
    assert not strip._state._terse


@pytest.mark.parametrize("type_size", [100, 150, 200])
@pytest.mark.parametrize("width", [1480, 1160, 840])
def test_the_question_is_never_cut(qtbot: QtBot, width: int, type_size: int) -> None:
    room = room_of(qtbot, example(), (width, 900), type_size)
    question = room.page._header.question
    full = question.sizeHint().width()
    assert question.width() >= min(full, width - 100 * type_size // 100)
    picture = question.grab().toImage()
    ink = room.desk.theme.colour("ink").name()
    right = picture.width() - 1
    edge = [picture.pixelColor(QPoint(right, y)).name() == ink for y in range(picture.height())]
    assert not any(edge)
    assert picture.size() != QSize()
