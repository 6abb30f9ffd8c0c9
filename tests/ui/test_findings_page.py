"""The Findings page, worked by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.domain.edits.factors import change_factor
from facilitator.domain.edits.findings import FOCUS_LIMIT, remove_finding
from facilitator.domain.records import ActionItem, Factor, Finding, Participant, Review
from facilitator.domain.words import (
    Disposition,
    Durability,
    EvidenceStatus,
    FactorKind,
    Family,
)
from facilitator.ui.findings.commands import COMMANDS
from facilitator.ui.findings.grid import MARGIN, grid_of
from facilitator.ui.findings.page import FindingsPage
from facilitator.ui.findings.rows import rows_of
from facilitator.ui.phase import Phase
from facilitator.ui.theme import Theme
from tests.ui.page_room import Room, open_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier
FindingsRoom = Room[FindingsPage]


def example(focus: int = 2) -> Review:
    """Findings f1 to f3, as many as asked in focus; factors a to e, actions x and y."""

    def factor(factor_id: str, position: int, **fields: object) -> Factor:
        given: dict[str, object] = {"parent": "root", "text": f"{3 * factor_id} holds"}
        return Factor(id=factor_id, position=position, **(given | fields))  # type: ignore[arg-type]

    return Review(
        id="r1",
        title="Shops could not pay",
        time_zone="Europe/London",
        participants=(Participant(id="p1", name="Maria Keller"),),
        factors=(
            Factor(id="root", parent=None, kind=FactorKind.EFFECT),
            factor("a", 0, kind=FactorKind.TRIGGER),
            factor("b", 1, family=Family.MISSING_SAFEGUARD),
            factor("c", 2, family=Family.DESIGN_DECISION),
            factor("d", 3, family=Family.FALSE_ASSUMPTION),
            factor("e", 4, evidence_status=EvidenceStatus.RULED_OUT),
        ),
        findings=tuple(
            Finding(
                id=f"f{n + 1}",
                position=n,
                text=f"Finding {n + 1} says something",
                focus=n < focus,
                factors=("b",) if n == 0 else (),
            )
            for n in range(3)
        ),
        actions=(
            ActionItem(id="x", position=0, text="Reject bad files", hint=Durability.GUARDRAIL),
            ActionItem(id="y", position=1, text="Write it down", findings=("f1",)),
        ),
    )


def full() -> Review:
    """Five findings in focus and a sixth that is not."""
    findings = tuple(
        Finding(id=f"f{n}", position=n, text=f"Finding {n}", focus=n <= FOCUS_LIMIT)
        for n in range(1, FOCUS_LIMIT + 2)
    )
    return replace(example(), findings=findings)


def open_room(
    qtbot: QtBot,
    review: Review | None = None,
    theme: Theme | None = None,
    size: tuple[int, int] = (1480, 956),
) -> FindingsRoom:
    return Room(*open_page(qtbot, FindingsPage, COMMANDS, review or example(), theme, size))


def finding(room: FindingsRoom, finding_id: str) -> Finding:
    return next(each for each in room.review.findings if each.id == finding_id)


def current(room: FindingsRoom) -> Finding:
    found = room.page.list.current
    assert found is not None
    return found


def told(room: FindingsRoom) -> str:
    assert room.page.aside.noted
    return room.page.aside.sentence


# -- the entry line ----------------------------------------------------------------------------


def test_typing_begins_in_the_entry_line_and_enter_adds(qtbot: QtBot) -> None:
    room = open_room(qtbot, replace(example(), findings=()))
    room.enter("  Nobody is   asked to look ")
    room.enter("One step reaches every region")
    texts = [(each.text, each.focus) for each in room.review.findings]
    assert texts == [
        ("Nobody is asked to look", True),
        ("One step reaches every region", True),
    ]
    assert not room.page.entry.text()
    assert current(room).text == "One step reaches every region"
    assert room.session.undo_label == "Add finding"


def test_with_findings_the_list_has_the_keys_and_n_or_escape_begins_typing(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    assert room.page.list.hasFocus()
    for key in (Key.Key_N, Key.Key_Escape):
        room.press(key)
        assert room.page.entry.hasFocus()
        room.press(Key.Key_Escape)
        assert room.page.list.hasFocus()


def test_a_sixth_is_added_below_and_said_so(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    room.press(Key.Key_N)
    room.enter("A seventh")
    assert (current(room).text, current(room).focus) == ("A seventh", False)
    assert "waits below" in told(room)


def test_nothing_is_no_finding_and_the_line_says_it(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    before = room.review
    room.press(Key.Key_N)
    room.enter("   ")
    assert told(room) == "Say what was found."
    assert room.review is before


def test_too_long_words_stay_in_the_line(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_N)
    room.page.entry.setText("x" * 2_001)
    room.press(Key.Key_Return)
    assert "2,001 characters" in told(room)
    assert len(room.page.entry.text()) == 2_001
    room.type("y")
    assert not room.page.aside.noted


def test_arrows_in_the_line_walk_the_list(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_N)
    room.press(Key.Key_Down)
    assert current(room).id == "f2"
    room.press(Key.Key_Up)
    assert current(room).id == "f1"
    assert room.page.entry.hasFocus()


def test_what_is_typed_is_told_beside_the_line(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_N)
    room.type("x")
    assert room.page.aside.sentence == "Adds finding 3, in focus"
    room.press(Key.Key_Backspace)
    assert room.page.aside.accessibleName().startswith("Insert makes one from factors; 3 have")


# -- focus -------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Asterisk, Key.Key_F])
def test_three_keys_toggle_the_focus(qtbot: QtBot, key: Qt.Key) -> None:
    room = open_room(qtbot)
    room.press(key)
    assert not finding(room, "f1").focus
    assert current(room).id == "f1"
    room.press(key)
    assert finding(room, "f1").focus


def test_a_sixth_in_focus_is_refused_in_the_words_of_the_rule(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    before = room.review
    room.press(Key.Key_End)
    room.press(Key.Key_Space)
    assert told(room) == "Five findings are in focus. Take one out first: few findings change more."
    assert room.review is before
    assert room.host.complaints == []


def test_the_head_counts_the_focus(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    assert room.page.fact.count.text() == "2 in focus"
    assert room.page.fact.room.text() == "room for three more"
    room.press(Key.Key_Space)
    assert room.page.fact.accessibleName() == "1 in focus, room for four more"


def test_rows_are_those_in_focus_and_then_the_others() -> None:
    review = example()
    swapped = replace(
        review, findings=(replace(review.findings[0], focus=False), *review.findings[1:])
    )
    rows = rows_of(swapped)
    assert [(row.finding.id, row.number, row.headed) for row in rows] == [
        ("f2", 1, False),
        ("f1", 0, True),
        ("f3", 0, False),
    ]


# -- why not now, and where else ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "disposition"),
    [(Key.Key_R, Disposition.RECORDED), (Key.Key_A, Disposition.ACCEPTED_RISK)],
)
def test_recording_asks_for_a_reason(qtbot: QtBot, key: Qt.Key, disposition: Disposition) -> None:
    room = open_room(qtbot)
    room.press(key)
    room.press(Key.Key_Return)
    assert finding(room, "f1").focus, "No reason, no record."
    assert room.sheet is not None
    room.enter("It has its own review on 12 March")
    assert room.sheet is None
    found = finding(room, "f1")
    assert (found.focus, found.disposition) == (False, disposition)
    assert found.reason == "It has its own review on 12 March"
    assert room.page.list.hasFocus()
    assert current(room).id == "f1"


def test_escape_leaves_a_reason_as_it_was(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    before = room.review
    room.press(Key.Key_R)
    room.type("because")
    room.press(Key.Key_Escape)
    assert room.review is before
    assert room.page.list.hasFocus()


def test_w_says_where_else_and_shows_it_again(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_W)
    room.enter("Fees and refund rules")
    assert finding(room, "f1").elsewhere == "Fees and refund rules"
    room.press(Key.Key_W)
    assert room.focus.property("text") == "Fees and refund rules"
    room.press(Key.Key_Delete)
    room.press(Key.Key_Return)
    assert not finding(room, "f1").elsewhere


# -- because of --------------------------------------------------------------------------------


def test_l_links_factors_by_typing(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_L)
    room.enter("ccc holds")
    room.enter("bbb holds")
    room.press(Key.Key_Escape)
    assert finding(room, "f1").factors == ("c",)
    assert room.session.undo_label == "Link factor"


def test_insert_makes_one_finding_of_several_factors_and_words_it(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Insert)
    room.enter("ccc holds")
    room.enter("ddd holds")
    room.press(Key.Key_Escape)
    made = current(room)
    assert (made.text, made.factors, made.focus) == ("ccc holds", ("c", "d"), True)
    assert room.page.list.editor.hasFocus()
    room.enter("Data files are trusted")
    assert finding(room, made.id).text == "Data files are trusted"
    assert room.page.list.hasFocus()


def test_insert_offers_factors_without_a_finding_only(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_N)
    room.press(Key.Key_Insert)
    sheet = room.sheet
    assert sheet is not None
    offered = [each.id for each in sheet._model.shown]
    assert offered == ["a", "c", "d"], "b has one, e was ruled out."
    room.press(Key.Key_Escape)
    assert len(room.review.findings) == 3
    assert room.page.entry.hasFocus()


def test_the_last_factor_takes_the_new_finding_with_it(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Insert)
    room.press(Key.Key_Return)
    assert len(room.review.findings) == 4
    room.press(Key.Key_Return)
    assert len(room.review.findings) == 3
    room.press(Key.Key_Escape)
    assert not room.page.list.editor.typing


def test_insert_says_when_every_factor_has_its_finding(qtbot: QtBot) -> None:
    every = replace(example().findings[0], factors=("a", "b", "c", "d"))
    room = open_room(qtbot, replace(example(), findings=(every,)))
    room.press(Key.Key_Insert)
    assert room.sheet is None
    assert "Every factor has its finding" in told(room)


@pytest.mark.parametrize("key", [Key.Key_Insert, Key.Key_L])
def test_without_factors_a_sentence_says_where_they_come_from(qtbot: QtBot, key: Qt.Key) -> None:
    room = open_room(qtbot, replace(example(), factors=example().factors[:1]))
    room.press(key)
    assert "no factors yet" in told(room)


def test_a_finding_that_comes_from_the_factors_page_is_there_to_be_worded(qtbot: QtBot) -> None:
    raw = Finding(id="f9", position=9, text="ccc holds", factors=("c",), focus=True)
    room = open_room(qtbot, replace(example(), findings=(*example().findings, raw)))
    room.page.select("f9")
    assert room.page.list.editor.hasFocus()
    room.enter("In our own words")
    assert finding(room, "f9").text == "In our own words"
    room.page.select("f9")
    assert room.page.list.hasFocus()


def test_a_target_that_is_gone_changes_nothing(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.select("gone")
    assert current(room).id == "f1"


# -- so we will --------------------------------------------------------------------------------


def test_enter_links_an_action_that_is_there(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Return)
    room.enter("reject")
    room.press(Key.Key_Escape)
    linked = [each.id for each in room.review.actions if "f1" in each.findings]
    assert linked == ["x", "y"]


def test_enter_and_a_new_text_add_an_action_of_the_finding(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Return)
    room.enter("Reject fee files that fail the schema @maria due +14d")
    assert room.sheet is None
    added = room.review.actions[-1]
    assert added.text == "Reject fee files that fail the schema"
    assert (added.owner, added.due) == ("Maria Keller", date(2026, 3, 19))
    assert (added.findings, added.factors) == (("f1",), ("b",))
    assert added.hint is not None, "Its steps stand beside it."
    assert room.page.list.hasFocus()


def test_a_refused_action_is_there_again_with_the_reason(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    before = room.review
    room.press(Key.Key_Return)
    room.enter("Do it at once !p9")
    assert room.review is before
    assert room.sheet is not None
    assert room.focus.property("text") == "Do it at once !p9"
    room.press(Key.Key_Backspace)
    room.enter("1")
    assert room.review.actions[-1].text == "Do it at once"


def test_ctrl_enter_goes_to_the_first_action(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Return, Held.ControlModifier)
    assert room.host.went == [(Phase.ACTIONS, "y")]
    room.press(Key.Key_Down)
    room.press(Key.Key_Return, Held.ControlModifier)
    assert len(room.host.went) == 1
    assert "No action answers it" in told(room)


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
    for name in ("focus", "record", "accept", "elsewhere", "factors", "actions", "delete"):
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
    assert min(each.width for each in (grid.because, grid.card, grid.so, grid.text)) > 0
    if grid.stacked:
        assert grid.because.right < grid.so.left
        assert grid.card.right <= right
    else:
        assert grid.because.right + 30 <= grid.card.left
        assert grid.card.right + 30 <= grid.so.left
