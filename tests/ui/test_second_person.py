"""Somebody else edits the same review: what is selected, scrolled to and half typed here stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.edits import actions, brief, close, factors, findings, timeline
from facilitator.domain.records import (
    ActionItem,
    Factor,
    Finding,
    Lesson,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import LessonSide
from facilitator.ui.close.commands import COMMANDS as CLOSE_COMMANDS
from facilitator.ui.close.page import ClosePage
from tests.ui import (
    actions_room,
    brief_room,
    factors_room,
    findings_room,
    page_room,
    timeline_room,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key
SOMEBODY = "Somebody else has changed this"


class TestTimeline:
    def test_rows_above_move_nothing(self, qtbot: QtBot) -> None:
        room = timeline_room.open_room(qtbot, timeline_room.many(300))
        table, bar = room.page.table, room.page.table.verticalScrollBar()
        table.choose("e00150")
        top = table.rowAt(0)
        first, scrolled = room.page.model.record_at(top).id, bar.value()
        at = room.review.events[0].at
        for number in range(3):
            room.session.others(
                timeline.add_event(TimelineEvent(id=f"n{number}", text="Earlier", at=at))
            )
        assert room.current.id == "e00150"
        assert room.page.model.record_at(table.rowAt(0)).id == first
        assert bar.value() == scrolled + 3
        assert room.entry.hasFocus()

    def test_a_whole_import_of_the_other_keeps_the_current_row(self, qtbot: QtBot) -> None:
        room = timeline_room.open_room(qtbot, timeline_room.many(300))
        room.page.table.choose("e00150")
        first = room.page.model.record_at(room.page.table.rowAt(0)).id
        at = room.review.events[0].at
        new = [TimelineEvent(id=f"n{number:03}", text="x", at=at) for number in range(150)]
        room.session.others(timeline.add_events(*new))
        assert room.current.id == "e00150"
        assert room.page.model.record_at(room.page.table.rowAt(0)).id == first

    def test_a_half_typed_line_stays(self, qtbot: QtBot) -> None:
        room = timeline_room.open_room(qtbot, timeline_room.example())
        room.type("14:30 the que")
        room.entry.setCursorPosition(5)
        room.session.others(timeline.remove_events("e1"))
        room.session.others(timeline.change_event("e2", text="Other words"))
        assert (room.entry.text(), room.entry.cursorPosition()) == ("14:30 the que", 5)
        assert room.entry.hasFocus()

    def test_an_event_that_is_being_changed_says_that_the_other_did_too(self, qtbot: QtBot) -> None:
        room = timeline_room.open_room(qtbot, timeline_room.example())
        room.page.table.choose("e3")
        room.press(Key.Key_F2)
        room.type(" and more")
        typed = room.entry.text()
        room.session.others(timeline.change_event("e3", text="Theirs"))
        assert room.entry.text() == typed
        assert "Somebody else has changed this event" in room.told
        room.press(Key.Key_Return)
        assert room.current.text == "Errors page the engineer and more"


class TestFactors:
    def test_selection_and_words_stay(self, qtbot: QtBot) -> None:
        room = factors_room.open_room(qtbot, factors_room.example())
        room.select("b1")
        room.press(Key.Key_F2)
        room.type(" half")
        editor = room.page.view.editor
        place = editor.textCursor().position()
        room.session.others(factors.add_factor(Factor(id="new", parent="a", text="Theirs"), 0))
        room.session.others(factors.change_factor("c", text="Theirs too"))
        assert editor.toPlainText() == "b1 words half"
        assert (editor.textCursor().position(), editor.hasFocus()) == (place, True)
        room.press(Key.Key_Return)
        assert room.text("b1") == "b1 words half"
        assert room.current.id == "b1"

    def test_words_that_nobody_touched_follow(self, qtbot: QtBot) -> None:
        room = factors_room.open_room(qtbot, factors_room.example())
        room.select("b1")
        room.press(Key.Key_F2)
        room.session.others(factors.change_factor("b1", text="Theirs"))
        assert room.page.view.editor.toPlainText() == "Theirs"
        room.press(Key.Key_Return)
        assert room.text("b1") == "Theirs"
        assert room.session.undo_label is None

    def test_typed_words_win_on_enter_and_the_others_are_told(self, qtbot: QtBot) -> None:
        room = factors_room.open_room(qtbot, factors_room.example())
        room.select("b1")
        room.press(Key.Key_F2)
        room.type(" mine")
        room.session.others(factors.change_factor("b1", text="Theirs"))
        editor = room.page.view.editor
        assert editor.toPlainText() == "b1 words mine"
        assert SOMEBODY in editor.accessibleDescription()
        room.press(Key.Key_Return)
        assert room.text("b1") == "b1 words mine"
        room.session.undo()
        assert room.text("b1") == "Theirs"

    @pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Tab])
    def test_words_for_a_place_that_is_gone_become_a_new_factor(
        self, qtbot: QtBot, key: Key
    ) -> None:
        room = factors_room.open_room(qtbot, factors_room.example())
        room.select("b1")
        room.press(key)
        room.type(" half")
        typed = room.page.view.editor.toPlainText()
        room.session.others(factors.remove_subtree("b1"))
        editor = room.page.view.editor
        assert (editor.isVisible(), editor.hasFocus(), editor.toPlainText()) == (True, True, typed)
        room.type(" more")
        room.press(Key.Key_Return)
        assert f"{typed} more".strip() in [each.text for each in room.review.factors]

    def test_what_is_told_of_it_never_covers_it(self, qtbot: QtBot) -> None:
        """The tree pans to the new place, and the sentence goes along."""
        room = factors_room.open_room(qtbot, factors_room.example())
        room.select("b1")
        room.press(Key.Key_Tab)
        room.type("half")
        room.session.others(factors.remove_subtree("b1"))
        bar = room.page.tree.verticalScrollBar()
        before = room.page.notice.geometry().top()
        bar.setRange(bar.value() - 20, bar.value())
        bar.setValue(bar.value() - 20)
        assert "no longer there" in room.page.notice.text()
        assert room.page.notice.geometry().top() == before + 20

    def test_nothing_typed_leaves_nothing_behind(self, qtbot: QtBot) -> None:
        room = factors_room.open_room(qtbot, factors_room.example())
        room.select("b1")
        room.press(Key.Key_F2)
        room.session.others(factors.remove_subtree("b1"))
        assert room.page.view.editor.isHidden()
        assert room.current.id == "b"


class TestFindings:
    def test_what_is_told_of_words_for_one_that_is_gone_goes_with_the_next_edit(
        self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        room = findings_room.open_room(qtbot)
        told: list[bool] = []
        monkeypatch.setattr(
            room.host, "complain", lambda _words, *, until_saved=False: told.append(until_saved)
        )
        room.page.list.choose("f2")
        room.page.list.setFocus()
        room.press(Key.Key_F2)
        room.type(" mine")
        room.session.others(findings.remove_finding("f2"))
        assert told == [True]

    def test_selection_words_and_place_stay(self, qtbot: QtBot) -> None:
        many = tuple(Finding(id=f"f{n:02}", position=n, text=f"Finding {n}") for n in range(60))
        room = findings_room.open_room(qtbot, replace(findings_room.example(), findings=many))
        room.page.list.choose("f30")
        before = room.page.list.visualRect(room.page.list.currentIndex()).top()
        room.session.others(findings.remove_finding("f02"))
        assert findings_room.current(room).id == "f30"
        assert room.page.list.visualRect(room.page.list.currentIndex()).top() == before
        room.press(Key.Key_F2)
        room.type(" half")
        room.session.others(findings.remove_finding("f03"))
        room.session.others(findings.change_finding("f10", text="Theirs"))
        editor = room.page.list.editor
        assert (editor.toPlainText(), editor.hasFocus()) == ("Finding 30 half", True)
        room.press(Key.Key_Return)
        assert findings_room.finding(room, "f30").text == "Finding 30 half"

    def test_a_scrolled_list_stays_where_it_is(self, qtbot: QtBot) -> None:
        many = tuple(Finding(id=f"f{n:02}", position=n, text=f"Finding {n}") for n in range(60))
        room = findings_room.open_room(qtbot, replace(findings_room.example(), findings=many))
        room.page.list.choose("f00")
        bar = room.page.list.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        before = bar.value()
        room.session.others(findings.change_finding("f59", text="Theirs"))
        assert bar.value() == before
        assert findings_room.current(room).id == "f00"

    def test_typed_words_win_on_enter(self, qtbot: QtBot) -> None:
        room = findings_room.open_room(qtbot)
        room.page.list.choose("f2")
        room.page.list.setFocus()
        room.press(Key.Key_F2)
        room.type(" mine")
        room.session.others(findings.change_finding("f2", text="Theirs"))
        assert SOMEBODY in findings_room.told(room)
        room.press(Key.Key_Return)
        assert findings_room.finding(room, "f2").text == "Finding 2 says something mine"
        room.session.undo()
        assert findings_room.finding(room, "f2").text == "Theirs"

    def test_words_for_a_finding_that_is_gone_go_to_the_entry_line(self, qtbot: QtBot) -> None:
        room = findings_room.open_room(qtbot)
        room.page.list.choose("f2")
        room.page.list.setFocus()
        room.press(Key.Key_F2)
        room.type(" mine")
        room.session.others(findings.remove_finding("f2"))
        assert room.page.entry.text() == "Finding 2 says something mine"
        assert room.page.entry.hasFocus()
        assert "no longer there" in room.host.complaints[-1]


class TestActions:
    def test_selection_and_words_stay(self, qtbot: QtBot) -> None:
        room = actions_room.open_room(qtbot, actions_room.example())
        room.table.choose("a3")
        room.press(Key.Key_F2)
        room.type(" half")
        room.session.others(actions.remove_action("a1"))
        room.session.others(actions.add_action(ActionItem(id="new", text="Theirs")))
        room.session.others(actions.change_action("a4", text="Theirs too"))
        assert room.current.id == "a3"
        assert room.focus.text() == "Write a runbook for limits half"
        room.press(Key.Key_Return)
        assert room.action("a3").text == "Write a runbook for limits half"

    def test_what_nobody_touched_follows_and_what_is_typed_wins(self, qtbot: QtBot) -> None:
        room = actions_room.open_room(qtbot, actions_room.example())
        room.table.choose("a3")
        room.press(Key.Key_F2)
        room.session.others(actions.change_action("a3", text="Theirs"))
        assert room.focus.text() == "Theirs"
        room.type(" mine")
        room.session.others(actions.change_action("a3", text="Theirs again"))
        assert (room.focus.text(), SOMEBODY in room.refused) == ("Theirs mine", True)
        room.press(Key.Key_Return)
        assert room.action("a3").text == "Theirs mine"
        room.session.undo()
        assert room.action("a3").text == "Theirs again"

    def test_words_for_an_action_that_is_gone_go_to_the_entry_line(self, qtbot: QtBot) -> None:
        room = actions_room.open_room(qtbot, actions_room.example())
        room.table.choose("a3")
        room.press(Key.Key_F2)
        room.type(" half")
        room.session.others(actions.remove_action("a3"))
        assert not room.editing
        assert (room.entry.text(), room.entry.hasFocus()) == (
            "Write a runbook for limits half",
            True,
        )
        assert "no longer there" in room.host.complaints[-1]

    def test_an_owner_for_an_action_that_is_gone_stays_an_owner(self, qtbot: QtBot) -> None:
        """And what is typed next still types: it runs no command of the table."""
        room = actions_room.open_room(qtbot, actions_room.example())
        room.table.choose("a3")
        room.table.setFocus()
        room.press(Key.Key_O)
        room.focus.selectAll()
        room.type("Somebody El")
        before = len(room.review.actions)
        room.session.others(actions.remove_action("a3"))
        room.type("se")
        assert room.entry.text() == 'Write a runbook for limits @"Somebody Else"'
        assert len(room.review.actions) == before - 1
        room.press(Key.Key_Return)
        new = room.review.actions[-1]
        assert (new.text, new.owner) == ("Write a runbook for limits", "Somebody Else")

    @pytest.mark.parametrize(
        ("key", "typed", "line"), [(Key.Key_D, "+7d", "due +7d"), (Key.Key_B, "PAY-1", "#PAY-1")]
    )
    def test_so_do_a_day_and_a_place(self, qtbot: QtBot, key: Key, typed: str, line: str) -> None:
        room = actions_room.open_room(qtbot, actions_room.example())
        room.table.choose("a3")
        room.table.setFocus()
        room.press(key)
        room.focus.selectAll()
        room.type(typed)
        room.session.others(actions.remove_action("a3"))
        assert room.entry.text() == f"Write a runbook for limits {line}"


class TestBrief:
    def test_words_in_a_field_stay_and_the_cursor_with_them(self, qtbot: QtBot) -> None:
        room = brief_room.open_room(qtbot)
        room.page.summary.setFocus()
        room.type("We saw")
        room.session.others(brief.set_field("title", "Theirs"))
        room.session.others(brief.set_field("impact", "40 shops"))
        assert room.page.summary.toPlainText() == "We saw"
        assert room.page.title.toPlainText() == "Theirs"
        assert room.at(room.page.summary)

    def test_two_write_in_the_very_same_field(self, qtbot: QtBot) -> None:
        room = brief_room.open_room(qtbot)
        room.page.summary.setFocus()
        room.type("We saw")
        room.session.others(brief.set_field("summary", "First: We saw"))
        assert room.page.summary.toPlainText() == "First: We saw"
        room.type(" it")
        assert room.review.summary == "First: We saw it"
        assert room.reason("brief.summary") == ""

    def test_the_title_too(self, qtbot: QtBot) -> None:
        room = brief_room.open_room(qtbot)
        room.page.title.setFocus()
        room.page.title.select_end()
        before = room.review.title
        room.type(" tod")
        room.session.others(brief.set_field("title", f"Again: {before} tod"))
        room.type("ay")
        assert room.review.title == f"Again: {before} today"

    def test_a_field_in_which_nothing_was_typed_follows(self, qtbot: QtBot) -> None:
        room = brief_room.open_room(qtbot)
        room.page.summary.setFocus()
        room.session.others(brief.set_field("summary", "Theirs"))
        assert room.page.summary.toPlainText() == "Theirs"
        room.type("x")
        room.session.undo()
        assert room.page.summary.toPlainText() == "Theirs"

    def test_somebody_who_comes_moves_no_cursor_in_the_list_of_people(self, qtbot: QtBot) -> None:
        seated = tuple(Participant(id=f"p{n}", name=f"Person {n}", role="Guest") for n in range(3))
        room = brief_room.open_room(qtbot, Review(id="r1", title="x", participants=seated))
        room.page.show_people("p1")
        line = room.focus
        assert line.objectName() == "people.p1.name"
        line.end(False)
        room.type("x")
        line.setCursorPosition(3)
        room.session.others(brief.remove_participant("p0"))
        room.session.others(brief.add_participant(Participant(id="p9", name="Theirs")))
        assert room.focus.objectName() == "people.p1.name"
        assert (room.focus.text(), room.focus.cursorPosition()) == ("Person 1x", 3)
        room.type("y")
        assert room.review.participants[0].name == "Peryson 1x"


class TestClose:
    @pytest.fixture
    def room(self, qtbot: QtBot) -> page_room.Room[ClosePage]:
        lessons = tuple(
            Lesson(id=f"l{n}", side=LessonSide.WELL, text=f"Lesson {n}") for n in range(3)
        )
        review = Review(id="r1", title="Shops could not pay", lessons=lessons)
        return page_room.Room(*page_room.open_page(qtbot, ClosePage, CLOSE_COMMANDS, review))

    def test_a_new_lesson_that_is_typed_stays_at_its_place(
        self, room: page_room.Room[ClosePage]
    ) -> None:
        room.page.lessons.setFocus()
        room.page.lessons.add(LessonSide.BADLY)
        room.type("half")
        room.session.others(close.remove_lesson("l0"))
        room.session.others(close.add_lesson(Lesson(id="n", side=LessonSide.WELL, text="Theirs")))
        assert room.page.lessons.current.draft
        room.press(Key.Key_Return)
        mine = [each.text for each in room.review.lessons if each.side is LessonSide.BADLY]
        assert mine == ["half"]

    def test_a_lesson_that_is_gone_goes_on_as_a_new_one(
        self, room: page_room.Room[ClosePage]
    ) -> None:
        room.page.lessons.setFocus()
        room.page.lessons.choose("l1")
        room.page.lessons.edit_current()
        room.type(" mine")
        room.session.others(close.remove_lesson("l1"))
        assert "no longer there" in room.page.learned.reason.text()
        room.press(Key.Key_Return)
        assert "Lesson 1 mine" in [each.text for each in room.review.lessons]

    def test_typed_words_win_on_enter(self, room: page_room.Room[ClosePage]) -> None:
        room.page.lessons.setFocus()
        room.page.lessons.choose("l1")
        room.page.lessons.edit_current()
        room.type(" mine")
        room.session.others(close.change_lesson("l1", "Theirs"))
        assert SOMEBODY in room.page.learned.reason.text()
        room.press(Key.Key_Return)
        assert "Lesson 1 mine" in [each.text for each in room.review.lessons]
