"""Every key of the Factors page, pressed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.edits.factors import add_factor
from facilitator.domain.phase import Phase
from facilitator.domain.records import Review
from facilitator.domain.words import EvidenceStatus, FactorKind, Family
from tests.ui.factors_room import Room, example, open_room, texts_below

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.domain.edits import Edit

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(params=["tree", "outline"])
def room(request: pytest.FixtureRequest, qtbot: QtBot) -> Room:
    """The page with an example, as tree and as outline: the keys are the same."""
    opened = open_room(qtbot, example())
    opened.page.show_outline(outline=request.param == "outline")
    opened.page.focus_start()
    return opened


def test_tab_asks_why_until_enter_keeps(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Tab)
    room.type("The new limits had no currency")
    room.press(Key.Key_Tab)
    room.type("The editor saves empty blocks")
    room.press(Key.Key_Tab)
    room.type("Nothing reads the file before it ships")
    room.press(Key.Key_Return)
    assert texts_below(room.review) == [
        (1, "The new limits had no currency"),
        (2, "The editor saves empty blocks"),
        (3, "Nothing reads the file before it ships"),
    ]
    assert room.current.text == "Nothing reads the file before it ships"


def test_whys_and_what_elses_flow_and_every_answer_is_one_step(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Tab)
    for words, key in (("One", Key.Key_Tab), ("Two", Key.Key_Return), ("", Key.Key_Return)):
        room.type(words)
        room.press(key)
    room.type("Three")
    room.press(Key.Key_Return)
    assert texts_below(room.review) == [(1, "One"), (2, "Two"), (2, "Three")]
    assert room.session.labels == ["Add factor"] * 3


def test_answers_flow_also_without_an_effect(qtbot: QtBot) -> None:
    room = open_room(qtbot, Review(id="r1", title="Nothing yet"))
    room.press(Key.Key_Tab)
    room.type("One")
    room.press(Key.Key_Tab)
    room.type("Two")
    room.press(Key.Key_Return)
    assert texts_below(room.review) == [(1, "One"), (2, "Two")]


def test_first_answer_is_what_set_it_off_and_the_next_made_it_possible(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Tab)
    room.type("A release")
    room.press(Key.Key_Return)
    room.press(Key.Key_Return)
    room.type("All regions at once")
    room.press(Key.Key_Return)
    kinds = [factor.kind for factor in room.review.factors if factor.parent is not None]
    assert kinds == [FactorKind.TRIGGER, FactorKind.CONDITION]


def test_enter_asks_what_else_right_below(room: Room) -> None:
    room.select("b")
    room.press(Key.Key_Return)
    room.type("Beside it")
    room.press(Key.Key_Return)
    assert room.children("f0") == ["a", "b", room.current.id, "c"]


def test_shift_enter_keeps_and_asks_what_else(room: Room) -> None:
    room.select("b")
    room.press(Key.Key_Tab)
    room.type("One")
    room.press(Key.Key_Return, Held.ShiftModifier)
    room.type("Two")
    room.press(Key.Key_Return)
    assert [room.text(each) for each in room.children("b")] == ["b1 words", "One", "Two"]


def test_shift_tab_inserts_between(room: Room) -> None:
    room.select("a1")
    room.press(Key.Key_Backtab, Held.ShiftModifier)
    room.type("Between")
    room.press(Key.Key_Return)
    assert room.children("a") == [room.current.id, "a2"]
    assert room.children(room.current.id) == ["a1"]


def test_escape_leaves_no_trace(room: Room) -> None:
    before = room.review
    room.select("a1")
    for key, held in (
        (Key.Key_Tab, Held.NoModifier),
        (Key.Key_Return, Held.NoModifier),
        (Key.Key_Backtab, Held.ShiftModifier),
        (Key.Key_F2, Held.NoModifier),
    ):
        room.press(key, held)
        room.type("half a")
        room.press(Key.Key_Escape)
        assert room.current.id == "a1"
        assert room.review is before
        assert room.session.labels == []
        assert room.page.view.editor.isHidden()


def test_enter_without_words_leaves_no_trace(room: Room) -> None:
    before = room.review
    room.select("a1")
    room.press(Key.Key_Tab)
    room.press(Key.Key_Return)
    assert room.review is before
    assert room.current.id == "a1"


def test_f2_rewords_and_undo_brings_back(room: Room) -> None:
    room.select("b1")
    room.press(Key.Key_F2)
    room.type(" and more")
    room.press(Key.Key_Return)
    assert room.text("b1") == "b1 words and more"
    room.session.undo()
    assert room.text("b1") == "b1 words"


def test_words_are_not_emptied_by_enter_but_esc_keeps_the_old(room: Room) -> None:
    room.select("b1")
    room.press(Key.Key_F2)
    room.press(Key.Key_A, Held.ControlModifier)
    room.press(Key.Key_Backspace)
    room.press(Key.Key_Return)
    assert room.page.notice.isVisible()
    assert not room.page.view.editor.isHidden()
    room.press(Key.Key_Escape)
    assert room.text("b1") == "b1 words"


def test_too_long_words_stay_in_the_editor_with_the_reason(room: Room) -> None:
    room.select("b1")
    room.press(Key.Key_F2)
    room.page.view.editor.setPlainText("x" * 2_001)
    room.press(Key.Key_Return)
    assert "2,001 characters" in room.page.notice.text()
    assert not room.page.settle()
    assert len(room.page.view.editor.toPlainText()) == 2_001


def test_losing_the_focus_keeps_the_words(room: Room) -> None:
    room.select("b1")
    room.press(Key.Key_Tab)
    room.type("Kept without Enter")
    room.page.coverage.setFocus()
    assert room.text(room.children("b1")[-1]) == "Kept without Enter"


def test_the_effect_takes_the_title_until_it_has_words(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    assert room.page.state_of_tree.spoken(room.current) == "Effect: Shops could not pay"
    room.press(Key.Key_F2)
    room.type(" anywhere")
    room.press(Key.Key_Return)
    assert room.text("f0") == "Shops could not pay anywhere"


def test_ctrl_up_and_down_move_among_siblings(room: Room) -> None:
    room.select("c")
    room.press(Key.Key_Up, Held.ControlModifier)
    assert room.children("f0") == ["a", "c", "b"]
    room.press(Key.Key_Down, Held.ControlModifier)
    assert room.children("f0") == ["a", "b", "c"]
    assert room.current.id == "c"


def test_ctrl_left_and_right_promote_and_demote(room: Room) -> None:
    room.select("b1")
    room.press(Key.Key_Left, Held.ControlModifier)
    assert room.children("f0") == ["a", "b", "b1", "c"]
    room.press(Key.Key_Right, Held.ControlModifier)
    assert room.children("b") == ["b1"]
    room.select("a")
    room.press(Key.Key_Left, Held.ControlModifier)
    assert room.page.notice.isVisible()
    assert room.children("f0") == ["a", "b", "c"]


def test_slash_folds_and_select_unfolds(room: Room) -> None:
    room.select("a1")
    room.press(Key.Key_Left)
    room.press(Key.Key_Slash)
    state = room.page.state_of_tree
    shown = [each.id for each in state.index.visible(state.folded)]
    assert shown == ["f0", "a", "b", "b1", "c"]
    room.page.select("a1x")
    assert room.page.state_of_tree.folded == frozenset()
    assert room.current.id == "a1x"


def test_why_unfolds(room: Room) -> None:
    room.select("a")
    room.press(Key.Key_Slash)
    room.press(Key.Key_Tab)
    assert room.page.state_of_tree.folded == frozenset()


def test_delete_takes_the_subtree_and_undo_brings_it_back(room: Room) -> None:
    room.select("a1")
    room.press(Key.Key_Delete)
    assert room.children("a") == ["a2"]
    assert room.current.id == "a2"
    (told,) = room.host.steps
    assert told.startswith("Deleted: ")
    assert told.endswith(" and 1 more, Ctrl Z brings them back")
    room.session.undo()
    assert room.children("a1") == ["a1x"]
    assert room.current.id == "a1"


def test_the_effect_cannot_be_deleted(room: Room) -> None:
    room.select("f0")
    before = room.review
    room.press(Key.Key_Delete)
    room.press(Key.Key_Backspace, Held.ShiftModifier)
    assert room.review is before
    assert room.page.notice.isVisible()


def test_shift_backspace_takes_this_one_only(room: Room) -> None:
    room.select("a1")
    room.press(Key.Key_Backspace, Held.ShiftModifier)
    assert room.children("a") == ["a1x", "a2"]
    assert room.current.id == "a1x"


def test_f_chooses_the_family(room: Room) -> None:
    room.select("b1")
    room.press(Key.Key_F)
    room.type("false")
    room.press(Key.Key_Return)
    assert room.factor("b1").family is Family.FALSE_ASSUMPTION
    assert room.page.view.hasFocus()


def test_e_goes_through_the_evidence(room: Room) -> None:
    room.select("b1")
    seen = []
    for _ in range(4):
        room.press(Key.Key_E)
        seen.append(room.factor("b1").evidence_status)
    assert seen == [
        EvidenceStatus.HYPOTHESIS,
        EvidenceStatus.SUPPORTED,
        EvidenceStatus.RULED_OUT,
        EvidenceStatus.UNKNOWN,
    ]


def test_t_makes_a_trigger_only_beside_the_effect(room: Room) -> None:
    room.select("b")
    room.press(Key.Key_T)
    assert room.factor("b").kind is FactorKind.TRIGGER
    room.select("b1")
    room.press(Key.Key_T)
    assert "beside the effect" in room.page.notice.text()


def test_l_links_events_by_typing(room: Room) -> None:
    room.select("b1")
    room.press(Key.Key_L)
    room.type("pages")
    room.press(Key.Key_Return)
    room.press(Key.Key_Escape)
    assert room.factor("b1").events == ("e2",)
    assert "14:04" in room.page.state_of_tree.spoken(room.factor("b1"))


def test_j_needs_two_behind(room: Room) -> None:
    room.select("a")
    room.press(Key.Key_J)
    assert room.factor("a").joint
    room.select("b")
    room.press(Key.Key_J)
    assert not room.factor("b").joint


def test_n_makes_one_finding_of_several_factors(room: Room) -> None:
    room.select("a1")
    room.press(Key.Key_Space, Held.ControlModifier)
    room.select("c")
    room.press(Key.Key_N)
    (finding,) = room.review.findings
    assert set(finding.factors) == {"a1", "c"}
    assert finding.text == "c words"
    assert room.host.went == [(Phase.FINDINGS, finding.id)]
    room.press(Key.Key_N)
    assert len(room.review.findings) == 1


def test_shift_arrows_select_several_and_escape_one(room: Room) -> None:
    room.select("a")
    room.press(Key.Key_Down, Held.ShiftModifier)
    assert len(room.page.state_of_tree.selected) == 2
    room.press(Key.Key_Escape)
    assert len(room.page.state_of_tree.selected) == 1


def test_a_makes_an_action(room: Room) -> None:
    room.select("a1")
    room.press(Key.Key_A)
    (action,) = room.review.actions
    assert action.factors == ("a1",)
    assert action.hint is not None
    assert room.host.went == [(Phase.ACTIONS, action.id)]


def test_arrows_walk(room: Room) -> None:
    room.select("f0")
    room.press(Key.Key_Right)
    assert room.factor(room.current.id).parent == "f0"
    room.press(Key.Key_Left)
    assert room.current.id == "f0"
    room.select("a1")
    room.press(Key.Key_Down)
    assert room.current.id != "a1"
    room.press(Key.Key_Up)
    assert room.current.id == "a1"


def test_o_waits_for_words_that_are_refused(room: Room) -> None:
    view = room.page.view
    room.press(Key.Key_F2)
    room.page.view.editor.setPlainText("x" * 2_001)
    room.page.show_outline(outline=view is room.page.tree)
    assert room.page.view is view
    assert not view.editor.isHidden()


def test_t_changes_the_current_factor_of_several(room: Room) -> None:
    room.select("b")
    room.press(Key.Key_Space, Held.ControlModifier)
    room.select("c")
    room.press(Key.Key_T)
    assert [room.factor(each).kind for each in "bc"] == [FactorKind.CONDITION, FactorKind.TRIGGER]


def test_o_shows_the_twin_with_the_same_selection(room: Room) -> None:
    room.select("b1")
    was_outline = room.page.view is room.page.outline
    room.press(Key.Key_O)
    assert (room.page.view is room.page.outline) is not was_outline
    assert room.current.id == "b1"
    assert room.page.view.hasFocus()


def test_undo_while_typing_takes_the_typing_first(room: Room) -> None:
    room.select("b1")
    room.press(Key.Key_F2)
    room.type(" x")
    room.press(Key.Key_Z, Held.ControlModifier)
    assert room.page.view.editor.toPlainText() == "b1 words"


def test_a_removed_place_drops_the_draft(room: Room) -> None:
    room.session.apply("Add", _add("b1", "late"))
    room.select("late")
    room.press(Key.Key_Tab)
    room.type("half")
    room.session.undo()
    assert room.page.view.editor.isHidden()
    assert room.current.id in {each.id for each in room.review.factors}


def _add(parent: str, factor_id: str) -> Edit:
    model = example().factors[1]
    return add_factor(replace(model, id=factor_id, parent=parent, kind=FactorKind.CONDITION))
