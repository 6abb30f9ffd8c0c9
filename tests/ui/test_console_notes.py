"""Private notes: saved as typed, one for each phase, found in, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from facilitator.app.export import rendered
from facilitator.app.paths import Paths
from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.meeting import set_note
from facilitator.domain.phase import Phase
from facilitator.domain.records import PhaseNote, Review
from facilitator.ui.console.note_search import matches
from facilitator.ui.console.notes_section import NotesSection
from facilitator.ui.pages import all_commands, make_page
from facilitator.ui.stage import Stage
from tests.ui.ears import heard
from tests.ui.section_room import Room, open_section
from tests.ui.support import NOW, make_desk, make_review

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SECRET = "Zanzibar"  # noqa: S105 - a word to look for
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def review_with(whole: str = "", **notes: str) -> Review:
    phase_notes = tuple(PhaseNote(id=name, text=text) for name, text in sorted(notes.items()))
    return replace(make_review(), phase_notes=phase_notes, notes=whole)


def open_room(qtbot: QtBot, review: Review) -> Room[NotesSection]:
    return open_section(qtbot, NotesSection, review, Phase.TIMELINE)


@pytest.fixture
def room(qtbot: QtBot) -> Room[NotesSection]:
    return open_room(qtbot, review_with(timeline="Give time.", close="Thank them."))


def notes(room: Room[NotesSection]) -> dict[str, str]:
    return {each.id: each.text for each in room.review.phase_notes}


class TestTyping:
    """What is typed is kept at once."""

    def test_the_note_of_the_phase_is_saved_as_it_is_typed(self, room: Room[NotesSection]) -> None:
        assert room.section.field.toPlainText() == "Give time."
        room.control(Qt.Key.Key_End)
        room.type(" Then ask")
        assert notes(room)["timeline"] == "Give time. Then ask"
        assert len(room.session._undo) == 1

    def test_undo_is_the_reviews_and_says_nothing_of_the_note(
        self, room: Room[NotesSection]
    ) -> None:
        room.control(Qt.Key.Key_End)
        room.type("x")
        assert room.session.undo_label == "Change notes"
        room.control(Qt.Key.Key_Z)
        assert room.section.field.toPlainText() == "Give time."
        assert notes(room)["timeline"] == "Give time."

    def test_enter_begins_a_line(self, room: Room[NotesSection]) -> None:
        room.control(Qt.Key.Key_End)
        room.press(Qt.Key.Key_Return)
        room.type("Next")
        assert notes(room)["timeline"] == "Give time.\nNext"

    def test_without_words_there_is_no_note(self, room: Room[NotesSection]) -> None:
        room.control(Qt.Key.Key_A)
        room.press(Qt.Key.Key_Delete)
        assert "timeline" not in notes(room)

    def test_what_is_refused_stays_and_says_why(self, room: Room[NotesSection]) -> None:
        room.section.field.setPlainText(f"{'x' * 999}\n" * 101)
        assert any("at most 100,000" in each for each in room.said())
        room.section.place_changed(Phase.CLOSE, None)
        assert not any("at most 100,000" in each for each in room.said())
        assert not room.section.settle()
        assert room.section.place is Phase.TIMELINE
        room.press(Qt.Key.Key_Escape)
        assert room.section.settle()
        assert room.section.field.toPlainText() == "Give time."


class TestPlaces:
    """The note goes with the phase, or is chosen."""

    def test_it_goes_with_the_phase_and_keeps_what_is_typed(self, room: Room[NotesSection]) -> None:
        room.control(Qt.Key.Key_End)
        room.type(" ")
        room.section.place_changed(Phase.CLOSE, None)
        assert room.at(room.section.field)
        assert room.section.field.toPlainText() == "Thank them."
        room.section.place_changed(Phase.TIMELINE, None)
        assert room.section.field.toPlainText() in {"Give time. ", "Give time."}
        assert room.section.field.textCursor().position() >= len("Give time.")

    def test_another_row_on_the_stage_changes_nothing(self, room: Room[NotesSection]) -> None:
        room.press(Qt.Key.Key_PageDown, _CONTROL)
        room.section.place_changed(Phase.TIMELINE, "e1")
        assert room.section.place is Phase.FACTORS

    def test_keys_walk_all_places_and_the_whole_review(self, room: Room[NotesSection]) -> None:
        seen = []
        for _ in range(7):
            room.press(Qt.Key.Key_PageDown, _CONTROL)
            seen.append(room.section.place)
        assert seen[-1] is Phase.TIMELINE
        assert None in seen
        assert len(set(seen)) == 7
        for _ in range(2):
            room.press(Qt.Key.Key_PageUp, _CONTROL)
        assert room.section.place is None
        room.type("For all")
        assert room.review.notes == "For all"
        assert "Whole review" in room.section.chooser.accessibleName()

    def test_the_chooser_says_where_there_are_notes(
        self, room: Room[NotesSection], qtbot: QtBot
    ) -> None:
        room.section.chooser.setFocus()
        room.press(Qt.Key.Key_Space)
        menu = room.section.findChild(QMenu, "console.notes.menu")
        assert isinstance(menu, QMenu)
        words = [each.text() for each in menu.actions()]
        assert words[1] == "Timeline, with a note"
        assert words[2] == "Factors"
        menu.actions()[-2].trigger()
        menu.close()
        qtbot.waitUntil(lambda: room.section.place is Phase.CLOSE)
        assert room.at(room.section.field)


class TestOthers:
    """What somebody else writes comes in without taking anything away."""

    def test_a_foreign_change_leaves_the_cursor_between_its_words(
        self, room: Room[NotesSection]
    ) -> None:
        field = room.section.field
        room.control(Qt.Key.Key_End)
        for _ in "time.":
            room.press(Qt.Key.Key_Left)
        room.session.others(set_note(Phase.TIMELINE, "🍕 first. Give time."))
        assert field.toPlainText() == "🍕 first. Give time."
        room.type("them ")
        assert notes(room)["timeline"] == "🍕 first. Give them time."

    def test_a_change_elsewhere_leaves_the_field_alone(self, room: Room[NotesSection]) -> None:
        room.control(Qt.Key.Key_End)
        room.type(" ")
        room.session.apply("Theirs", set_note(Phase.CLOSE, "Other"))
        room.session.apply("Title", set_field("title", "Other"))
        assert room.section.field.toPlainText() == "Give time. "

    def test_a_space_typed_before_theirs_comes_in_stays(self, room: Room[NotesSection]) -> None:
        room.control(Qt.Key.Key_End)
        room.type(" ")
        room.session.others(set_note(Phase.TIMELINE, "Give time.\nTheirs"))
        room.type("Then")
        assert notes(room)["timeline"] == "Give time. Then\nTheirs"


class TestFinding:
    """Ctrl+F in the notes."""

    @pytest.fixture
    def room(self, qtbot: QtBot) -> Room[NotesSection]:
        review = review_with(
            "lunch for all", brief="Lunch is late", timeline="🍕 lunch and Lunch", close="no"
        )
        return open_room(qtbot, review)

    def selected(self, room: Room[NotesSection]) -> tuple[Phase | None, str, int]:
        cursor = room.section.field.textCursor()
        return room.section.place, cursor.selectedText(), cursor.selectionStart()

    def test_it_begins_here_counts_all_and_goes_round(self, room: Room[NotesSection]) -> None:
        room.control(Qt.Key.Key_F)
        room.type("lunch")
        assert self.selected(room) == (Phase.TIMELINE, "lunch", 3)
        assert "2 of 4" in room.said()
        room.press(Qt.Key.Key_Return)
        assert self.selected(room) == (Phase.TIMELINE, "Lunch", 13)
        room.press(Qt.Key.Key_F3)
        assert self.selected(room) == (None, "lunch", 0)
        room.press(Qt.Key.Key_F3)
        assert self.selected(room) == (Phase.BRIEF, "Lunch", 0)
        assert "1 of 4" in room.said()
        room.press(Qt.Key.Key_F3, _SHIFT)
        assert self.selected(room)[0] is None
        assert room.at(room.section.finder.line)

    def test_escape_closes_it_at_the_match(self, room: Room[NotesSection]) -> None:
        room.control(Qt.Key.Key_F)
        room.type("late")
        room.press(Qt.Key.Key_Escape)
        assert not room.section.finder.isVisible()
        assert room.at(room.section.field)
        assert self.selected(room) == (Phase.BRIEF, "", 13), "The next word types over nothing."

    def test_what_is_nowhere_is_said(self, room: Room[NotesSection]) -> None:
        room.control(Qt.Key.Key_F)
        room.type("dinner")
        assert "in no note" in room.said()
        room.press(Qt.Key.Key_Return)
        room.control(Qt.Key.Key_F)
        room.press(Qt.Key.Key_Delete)
        assert "in no note" not in room.said()

    def test_blanks_and_signs_are_no_pattern(self) -> None:
        found = matches("a.  b", ((None, "a.\nb and axb"),))
        assert [(each.start, each.end) for each in found] == [(0, 4)]
        assert matches("  ", ((None, "a"),)) == ()


class TestPrivacy:
    """Nothing of a note is on the Stage or in an export."""

    def test_no_export_has_it(self, tmp_path: Path) -> None:
        review = review_with(SECRET, **{phase.key: SECRET for phase in Phase})
        for suffix in ("md", "csv"):
            data = rendered(review, suffix, lambda: NOW, tmp_path)
            assert SECRET.encode() not in data

    def test_no_pdf_has_it(self, library_path: Path) -> None:
        review = review_with(SECRET, **{phase.key: SECRET for phase in Phase})
        data = rendered(review, "pdf", lambda: NOW, Paths.find(str(library_path)).fonts)
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
        assert "Shops could not pay" in text
        assert SECRET not in text

    def test_the_stage_shows_it_nowhere(self, qtbot: QtBot) -> None:
        review = review_with(SECRET, **{phase.key: SECRET for phase in Phase})
        room = open_room(qtbot, review)
        room.type(SECRET)
        stage = Stage(make_desk(room.beside, room.review, commands=all_commands()), make_page)
        qtbot.addWidget(stage)
        stage.resize(1600, 1000)
        stage.show()
        for phase in Phase:
            stage.show_phase(phase)
            told = heard(stage)
            assert len(told) > 20
            assert not any(SECRET in each for each in told)
