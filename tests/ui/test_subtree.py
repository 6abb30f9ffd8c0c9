"""A part of the tree alone: narrowing, widening, and edits in between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from facilitator.domain.delta import Delta
from facilitator.domain.edits import factors
from facilitator.domain.records import Factor
from facilitator.domain.words import Family
from facilitator.ui.factors.index import FactorIndex
from tests.ui.factors_room import Room, example, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier
SPARE = Factor(id="spare", parent=None)


@pytest.fixture(params=["tree", "outline"])
def room(request: pytest.FixtureRequest, qtbot: QtBot) -> Room:
    """The page with an example, as tree and as outline, narrowed to ``a``."""
    opened = open_room(qtbot, example())
    opened.page.show_outline(outline=request.param == "outline")
    opened.page.focus_start()
    return narrowed(opened, "a")


def narrowed(room: Room, target: str) -> Room:
    room.select(target)
    room.control(Key.Key_Return)
    return room


def shown(room: Room) -> list[str]:
    return [each.id for each in room.page.state_of_tree.index.factors]


ALL = ["f0", "a", "a1", "a1x", "a2", "b", "b1", "c"]
OF_A = ["a", "a1", "a1x", "a2"]


def test_only_the_factor_and_what_is_behind_it_is_shown(room: Room) -> None:
    assert shown(room) == OF_A
    assert room.page.part.isVisible()
    assert "Shops could not pay, a words" in room.page.part.accessibleName()
    assert room.session.labels == []


def test_the_outline_has_only_these_rows(room: Room) -> None:
    room.page.show_outline(outline=True)
    model = room.page.outline.model()
    assert model.rowCount() == 1
    top = model.index(0, 0)
    assert top.data() == "a words"
    assert model.rowCount(top) == 2


def test_escape_shows_the_whole_tree(room: Room) -> None:
    room.press(Key.Key_Escape)
    assert shown(room) == ALL
    assert not room.page.part.isVisible()
    assert room.current.id == "a"


def test_escape_takes_marks_away_first(room: Room) -> None:
    room.press(Key.Key_Space, Held.ControlModifier)
    room.press(Key.Key_Escape)
    assert shown(room) == OF_A
    room.press(Key.Key_Escape)
    assert shown(room) == ALL


def test_again_on_another_narrows_further_and_on_the_first_widens(room: Room) -> None:
    narrowed(room, "a1")
    assert shown(room) == ["a1", "a1x"]
    room.control(Key.Key_Return)
    assert shown(room) == OF_A
    narrowed(room, "a1")
    room.press(Key.Key_Escape)
    assert shown(room) == ALL


def test_on_the_effect_there_is_nothing_to_narrow(qtbot: QtBot) -> None:
    opened = narrowed(open_room(qtbot, example()), "f0")
    assert shown(opened) == ALL
    assert opened.page.notice.text() == "This is the whole tree."


def test_left_stays_inside(room: Room) -> None:
    room.press(Key.Key_Left)
    assert room.current.id == "a"
    assert shown(room) == OF_A


def test_why_adds_inside(room: Room) -> None:
    room.press(Key.Key_Tab)
    room.type("New")
    room.press(Key.Key_Return)
    assert room.current.text == "New"
    assert shown(room)[:4] == OF_A[:4]
    assert len(shown(room)) == 5
    room.session.undo()
    assert shown(room) == OF_A


def test_what_else_on_the_first_widens(room: Room) -> None:
    room.press(Key.Key_Return)
    room.type("Beside a")
    room.press(Key.Key_Return)
    assert room.current.parent == "f0"
    assert len(shown(room)) == 9


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Key.Key_Backtab, Held.ShiftModifier),
        (Key.Key_Down, Held.ControlModifier),
        (Key.Key_Right, Held.ControlModifier),
        (Key.Key_Left, Held.ControlModifier),
        (Key.Key_Delete, Held.NoModifier),
        (Key.Key_Backspace, Held.ShiftModifier),
    ],
)
def test_what_concerns_more_than_is_shown_widens(
    room: Room, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    room.press(key, held)
    assert "f0" in shown(room)
    assert room.page.state_of_tree.current in shown(room)


def test_promoting_out_of_the_part_widens(room: Room) -> None:
    room.select("a2")
    room.control(Key.Key_Left)
    assert room.factor("a2").parent == "f0"
    assert room.current.id == "a2"


def test_moving_inside_stays_inside(room: Room) -> None:
    room.select("a2")
    room.control(Key.Key_Up)
    assert shown(room) == ["a", "a2", "a1", "a1x"]


def test_if_the_first_vanishes_the_whole_tree_shows(room: Room) -> None:
    room.session.apply("Delete", factors.remove_subtree("a"))
    assert shown(room) == ["f0", "b", "b1", "c"]
    assert room.current.id == "b"
    assert not room.page.part.isVisible()
    room.session.undo()
    assert shown(room) == ALL


def test_changes_inside_are_shown(room: Room) -> None:
    room.session.apply("Reword", factors.change_factor("a", text="other words"))
    assert shown(room) == OF_A
    assert "other words" in room.page.part.accessibleName()


def test_an_own_change_elsewhere_shows_the_whole_tree(room: Room) -> None:
    room.session.apply("Reword", factors.change_factor("b1", text="other words"))
    assert shown(room) == ALL
    assert room.current.id == "b1"


def test_a_foreign_change_elsewhere_moves_nothing(room: Room) -> None:
    edited = factors.change_factor("b1", text="other words")(room.review)
    delta = replace(Delta.between(room.review, edited), foreign=True)
    room.page.follow(delta)
    assert shown(room) == OF_A
    assert room.current.id == "a"


def test_going_to_a_factor_elsewhere_shows_the_whole_tree(room: Room) -> None:
    room.select("b1")
    assert shown(room) == ALL
    assert room.current.id == "b1"


def test_the_next_of_a_family_is_looked_for_inside_first(room: Room) -> None:
    room.page.next_of_family(Family.DESIGN_DECISION)
    assert (room.current.id, shown(room)) == ("a1", OF_A)
    narrowed(room, "a1x")
    room.page.next_of_family(Family.OBSERVABILITY_GAP)
    assert (room.current.id, shown(room)) == ("a2", ALL)


def test_the_view_comes_back_as_it_was(qtbot: QtBot) -> None:
    opened = open_room(qtbot, example())
    tree = opened.page.tree
    opened.select("b")
    tree.set_zoom(1.8)
    tree.verticalScrollBar().setValue(90)
    place = (tree.zoom, tree.verticalScrollBar().value(), tree.horizontalScrollBar().value())
    opened.control(Key.Key_Return)
    assert shown(opened) == ["b", "b1"]
    opened.press(Key.Key_Escape)
    now = (tree.zoom, tree.verticalScrollBar().value(), tree.horizontalScrollBar().value())
    assert now == place


def test_it_is_larger_where_there_is_room(qtbot: QtBot) -> None:
    opened = narrowed(open_room(qtbot, example()), "b")
    assert opened.page.tree.zoom > 1.0
    opened.press(Key.Key_Escape)
    assert opened.page.tree.zoom == 1.0


def test_a_folded_factor_opens_and_is_folded_again(room: Room) -> None:
    room.press(Key.Key_Escape)
    room.select("a")
    room.press(Key.Key_Slash)
    assert room.page.state_of_tree.folded == {"a"}
    room.control(Key.Key_Return)
    assert room.page.state_of_tree.folded == frozenset()
    room.press(Key.Key_Escape)
    assert room.page.state_of_tree.folded == {"a"}


def test_escape_without_a_part_leaves_the_view(qtbot: QtBot) -> None:
    opened = open_room(qtbot, example())
    opened.page.tree.set_zoom(1.3)
    opened.press(Key.Key_Escape)
    assert opened.page.tree.zoom == 1.3


def test_the_part_outlives_another_type_size(room: Room, qtbot: QtBot) -> None:
    narrowed(room, "a1")
    state = room.page.state()
    again = open_room(qtbot, example(), before=lambda page: page.restore(state))
    assert shown(again) == ["a1", "a1x"]
    assert again.page.part.isVisible()
    again.control(Key.Key_Return)
    assert shown(again) == OF_A
    again.press(Key.Key_Escape)
    assert shown(again) == ALL


def test_the_line_can_be_drawn_narrow(qtbot: QtBot) -> None:
    review = factors.change_factor("a1", text="many words " * 40)(example())
    opened = narrowed(open_room(qtbot, review), "a1x")
    assert not opened.page.part.grab().isNull()
    opened.page.part.resize(300, opened.page.part.height())
    assert not opened.page.part.grab().isNull()


@given(st.sampled_from(ALL))
def test_an_index_of_a_part_keeps_the_order_of_the_whole(only: str) -> None:
    everything = FactorIndex(example().factors, SPARE)
    part = FactorIndex(example().factors, SPARE, only)
    ids = [each.id for each in part.factors]
    assert part.root.id == only
    assert ids == [each.id for each in everything.factors if each.id in part.by_id]
    inside = [each for each in everything.by_id if only in (each, *everything.ancestors(each))]
    assert ids == inside
    assert all(part.ancestors(each) == everything.ancestors(each) for each in ids)
    assert part.siblings(only) == [part.root]


def test_an_index_of_what_is_not_there_is_whole() -> None:
    assert len(FactorIndex(example().factors, SPARE, "nobody").factors) == len(ALL)
