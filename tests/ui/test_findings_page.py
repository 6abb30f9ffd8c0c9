"""The Findings page, worked by keys."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.domain.edits.factors import change_factor
from facilitator.domain.edits.findings import remove_finding
from facilitator.domain.records import Finding, Review
from facilitator.domain.words import (
    Disposition,
)
from facilitator.ui.findings.grid import MARGIN, grid_of
from facilitator.ui.theme import Theme
from tests.ui.findings_room import current, example, finding, open_room, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier


# -- order, words, removal ---------------------------------------------------------------------


def test_ctrl_up_and_down_move_and_the_numbers_follow(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Down, Held.ControlModifier)
    assert [row.finding.id for row in room.page.model.rows] == ["f2", "f1", "f3"]
    assert current(room).id == "f1"
    room.press(Key.Key_Down, Held.ControlModifier)
    assert [row.finding.id for row in room.page.model.rows] == ["f2", "f1", "f3"]
    room.press(Key.Key_Up, Held.ControlModifier)
    assert [row.finding.id for row in room.page.model.rows] == ["f1", "f2", "f3"]


def test_f2_rewords_in_place_and_undo_brings_back(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_F2)
    room.enter(", and more")
    assert finding(room, "f1").text == "Finding 1 says something, and more"
    assert room.page.list.hasFocus()
    room.session.undo()
    assert finding(room, "f1").text == "Finding 1 says something"


def test_escape_leaves_the_words(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    before = room.review
    room.press(Key.Key_F2)
    room.type("zzz")
    room.press(Key.Key_Escape)
    assert room.review is before
    assert room.page.list.hasFocus()


def test_words_are_not_emptied_and_stay_with_the_reason(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_F2)
    room.press(Key.Key_A, Held.ControlModifier)
    room.press(Key.Key_Backspace)
    room.press(Key.Key_Return)
    assert told(room) == "Say what was found."
    assert room.page.list.editor.typing
    room.page.list.editor.put("x" * 2_001)
    assert not room.page.settle()
    assert room.page.list.editor.typing
    room.press(Key.Key_Escape)
    assert finding(room, "f1").text == "Finding 1 says something"


def test_losing_the_focus_keeps_the_words(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_F2)
    room.type("!")
    room.page.entry.setFocus()
    assert finding(room, "f1").text == "Finding 1 says something!"
    assert room.page.entry.hasFocus()


def test_a_growing_text_makes_its_card_higher(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_F2)
    shown = room.page.list
    high = shown.visualRect(shown.currentIndex()).height()
    room.type(" and so on" * 30)
    assert shown.visualRect(shown.currentIndex()).height() > high
    assert shown.editor.height() == shown.editor.lines * 30
    room.press(Key.Key_Escape)
    assert shown.visualRect(shown.currentIndex()).height() == high


def test_delete_removes_and_the_next_one_is_current(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Delete)
    assert [each.id for each in room.review.findings] == ["f2", "f3"]
    assert current(room).id == "f2"
    assert room.review.actions[1].findings == ()
    assert room.host.steps[0].startswith("Deleted: ")
    room.session.undo()
    assert current(room).id == "f1"


def test_after_the_last_one_the_page_is_as_at_the_beginning(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    for _ in range(3):
        room.press(Key.Key_Delete)
    assert room.page.empty.isVisible()
    assert room.page.entry.hasFocus()
    assert not room.page.grab().isNull()


def test_commands_without_a_finding_say_so(qtbot: QtBot) -> None:
    room = open_room(qtbot, replace(example(), findings=()))
    for name in ("focus", "record", "accept", "elsewhere", "asked", "factors", "actions", "delete"):
        room.desk.registry.run(f"findings.{name}")
        assert "no finding yet" in told(room)
        assert room.sheet is None
    room.desk.registry.run("findings.edit")
    assert not room.page.list.editor.typing


# -- the page ----------------------------------------------------------------------------------


def test_the_page_follows_other_pages(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.session.apply("x", change_factor("b", text="other words"))
    assert room.page.model.rows[0].because[0].text == "other words"
    room.press(Key.Key_F2)
    room.session.apply("x", remove_finding("f1"))
    assert not room.page.list.editor.typing
    assert current(room).id == "f2"


def test_state_carries_selection_and_half_typed_words(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_N)
    room.type("half a th")
    room.press(Key.Key_Escape)
    room.press(Key.Key_Down)
    room.press(Key.Key_F2)
    room.type(" too")
    state = room.page.state()
    room.press(Key.Key_Escape)
    other = open_room(qtbot, room.review, Theme("dark", 125))
    other.page.restore(state)
    assert other.page.entry.text() == "half a th"
    other.page.focus_start()
    other.press(Key.Key_Return)
    assert finding(other, "f2").text == "Finding 2 says something too"


def test_undo_belongs_to_the_document_once_nothing_is_typed(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    undone: list[int] = []
    room.desk.registry.bind("edit.undo", lambda: undone.append(1))
    room.press(Key.Key_N)
    room.type("x")
    room.press(Key.Key_Z, Held.ControlModifier)
    assert (room.page.entry.text(), undone) == ("", [])
    room.press(Key.Key_Z, Held.ControlModifier)
    assert undone == [1]


def test_hints_say_what_works_where(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    assert ("Space", "In or out of focus") in room.page.hints()
    room.press(Key.Key_N)
    assert ("Insert", "From factors") in room.page.hints()
    room.press(Key.Key_Escape)
    room.press(Key.Key_F2)
    assert ("Esc", "Leave it") in room.page.hints()


def test_the_listener_hears_what_the_room_sees(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    model = room.page.model
    heard = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 2)]
    assert heard == [
        "In focus, 1. Finding 1 says something. Because of: bbb holds. So we will: Write it down",
        "Finding 3 says something. Not in focus. Say why not now. No factor yet. No action yet",
    ]


def test_everything_that_takes_focus_has_a_name(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_F2)
    for widget in room.page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget
            assert widget.objectName(), widget


def test_a_click_selects_and_a_double_click_edits(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    shown = room.page.list
    place = shown.visualRect(room.page.model.index(1, 0))
    spot = QPoint(place.center().x(), place.top() + 30)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, Held.NoModifier, spot)
    assert current(room).id == "f2"
    QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, Held.NoModifier, spot)
    assert shown.editor.hasFocus()


# -- looks -------------------------------------------------------------------------------------

ODD = (
    "<b>bold</b> & co",
    "שלום עולם זה טקסט ארוך",
    "日本語の長い説明文がここに続きます",
    "x" * 500,
    "🙂",
)


def odd_review() -> Review:
    review = example()
    review = replace(
        review,
        factors=tuple(
            replace(each, text=ODD[n % len(ODD)]) for n, each in enumerate(review.factors)
        ),
        actions=tuple(
            replace(each, text=ODD[n + 2], findings=("f1", "f3"))
            for n, each in enumerate(review.actions)
        ),
    )
    linked = ("a", "b", "c", "d")
    odd = (
        replace(review.findings[0], factors=linked, text=ODD[3], elsewhere=ODD[1]),
        replace(review.findings[1], text=ODD[1]),
        replace(review.findings[2], factors=linked, text=ODD[2], elsewhere=ODD[0]),
        Finding(
            id="f4",
            position=9,
            text=ODD[0],
            disposition=Disposition.ACCEPTED_RISK,
            reason=ODD[3],
            factors=("d",),
        ),
    )
    return replace(review, findings=odd)


@pytest.mark.parametrize("size", [(1480, 956), (1160, 676), (1100, 654), (700, 600)])
@pytest.mark.parametrize("theme", [Theme("light", 80), Theme("dark", 100), Theme("light", 150)])
def test_nothing_overlaps_or_leaves_its_row(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    room = open_room(qtbot, odd_review(), theme, size)
    shown = room.page.list
    right = shown.width() - theme.px(MARGIN) + 1
    for row in room.page.model.rows:
        face = shown.face(row)
        for side in (face.because, face.so):
            for above, below in pairwise(side):
                assert above.box.bottom() <= below.box.top()
            for each in side:
                assert each.box.top() >= 0
                assert each.box.bottom() <= face.height
                assert each.words.box.right() <= right
        assert face.body.contains(face.text.box.topLeft())
        assert face.text.box.bottom() <= face.body.bottom()
        assert face.elsewhere.box.bottom() <= face.height
        assert face.body.right() <= right
        beside = face.reason or face.elsewhere
        if not row.finding.focus and beside.lines:
            assert face.text.box.right() <= beside.box.left()
    assert not room.page.grab().isNull()


def test_plates_stand_for_what_is_missing(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    rows = room.page.model.rows
    assert room.page.list.face(rows[0]).because_plate is None
    face = room.page.list.face(rows[1])
    assert face.because_plate is not None
    assert face.so_plate is not None
    assert room.page.list.face(rows[2]).reason_plate is not None


def test_the_editor_stands_on_the_words(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    for key in (Key.Key_Home, Key.Key_End):
        room.press(key)
        room.press(Key.Key_F2)
        shown = room.page.list
        row = room.page.model.rows[shown.currentIndex().row()]
        place = QPointF(shown.visualRect(shown.currentIndex()).topLeft())
        box = shown.face(row).text.box.translated(place).toRect()
        assert shown.editor.geometry().topLeft() == box.topLeft()
        assert shown.editor.height() >= box.height()
        room.press(Key.Key_Escape)


@given(st.floats(240, 4_000))
def test_columns_fill_the_page_without_touching(width: float) -> None:
    grid = grid_of(width)
    right = max(320.0, width) - MARGIN + 0.01
    assert grid.because.left >= MARGIN
    assert grid.so.right <= right
    assert grid.text.right < grid.reason.left
    assert grid.text.width > grid.reason.width
    assert min(each.width for each in (grid.because, grid.card, grid.so, grid.text)) > 0
    if grid.stacked:
        assert grid.because.right < grid.so.left
        assert grid.card.right <= right
    else:
        assert grid.because.right + 30 <= grid.card.left
        assert grid.card.right + 30 <= grid.so.left
