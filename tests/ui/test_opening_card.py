"""The opening card, its words on the Brief, and the sheet that changes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt

from facilitator.app.opening_words import FILE, our_words
from facilitator.app.settings import Settings
from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.meeting import set_opening
from facilitator.domain.phase import Phase
from facilitator.domain.records import Opening, Review
from facilitator.ui.theme import Theme
from tests.ui.stage_room import StageRoom, open_stage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

Key = Qt.Key
OWN = Opening(purpose="Why we meet", directive="How we see it", rules=("One at a time.", "Ask."))


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> StageRoom:
    return open_stage(qtbot, settings=Settings(path=tmp_path / "settings.toml"))


def rules_on_brief(room: StageRoom) -> str:
    return str(room.page.rules.accessibleDescription())


def test_the_command_shows_it_and_takes_it_away(room: StageRoom) -> None:
    room.run("stage.opening")
    said = room.card.accessibleDescription()
    assert our_words().purpose in said
    assert all(rule in said for rule in our_words().rules)
    room.run("stage.opening")
    assert room.card is None


def test_escape_begins(room: StageRoom) -> None:
    before = room.focus
    room.run("stage.opening")
    room.press(Key.Key_Escape)
    assert room.card is None
    assert room.focus is before


def test_it_names_roles_of_those_who_are_there_and_no_names(room: StageRoom) -> None:
    room.run("stage.opening")
    said = room.card.accessibleDescription()
    assert "Incident lead" in said
    assert not any(each.name in said for each in room.review.participants if each.name)


@pytest.mark.parametrize("size", [100, 125])
def test_it_fits_a_small_screen(qtbot: QtBot, size: int) -> None:
    room = open_stage(qtbot, size=(1280, 720), theme=Theme("light", size))
    room.run("stage.opening")
    assert room.card.overflow == 0


def ink_height(image: QImage) -> int:
    """Height of what is written in a picture."""
    paper = image.pixel(0, 0)
    rows = [
        row
        for row in range(image.height())
        if any(image.pixel(column, row) != paper for column in range(0, image.width(), 2))
    ]
    return rows[-1] - rows[0]


def test_many_rules_leave_the_purpose_large(qtbot: QtBot) -> None:
    heights = []
    for rules in (OWN.rules, ("Ask how it was possible, not who.",) * 9):
        review = set_opening(replace(OWN, rules=rules))(Review(id="r1"))
        room = open_stage(qtbot, review, size=(1280, 720), theme=Theme("light", 125))
        room.run("stage.opening")
        assert room.card.overflow == 0
        left = QRect(0, 0, room.card.width() // 2, room.card.height())
        heights.append(ink_height(room.card.grab(left).toImage()))
    assert heights[0] == heights[1]


def test_long_words_scroll(qtbot: QtBot) -> None:
    review = set_opening(Opening(purpose="many words " * 300))(Review(id="r1"))
    room = open_stage(qtbot, review, size=(1280, 720))
    room.run("stage.opening")
    assert room.card.overflow > 0
    room.press(Key.Key_PageDown)
    assert room.card.scrolled > 0
    for _ in range(20):
        room.press(Key.Key_PageDown)
    assert room.card.scrolled == room.card.overflow
    for _ in range(30):
        room.press(Key.Key_PageUp)
    assert room.card.scrolled == 0


def test_card_and_brief_follow_the_review(room: StageRoom) -> None:
    room.run("stage.opening")
    room.session.apply("Say", set_opening(OWN))
    assert room.card.accessibleDescription().startswith("Why we meet How we see it One at a time.")
    assert rules_on_brief(room) == "How we see it One at a time. Ask."
    room.session.undo()
    assert our_words().directive in room.card.accessibleDescription()
    assert our_words().directive in rules_on_brief(room)


def test_e_on_the_card_changes_the_words(room: StageRoom) -> None:
    room.run("stage.opening")
    room.press(Key.Key_E)
    assert room.sheet.objectName() == "opening.sheet"
    room.sheet.purpose.selectAll()
    room.type("Learn")
    assert room.review.opening is not None
    assert room.review.opening.purpose == "Learn"
    assert room.review.opening.rules == our_words().rules
    room.press(Key.Key_Escape)
    assert room.sheet is None
    assert room.card.accessibleDescription().startswith("Learn ")


def test_rules_are_lines(room: StageRoom) -> None:
    room.run("stage.edit_opening")
    room.sheet.rules.setFocus()
    room.sheet.rules.selectAll()
    room.type("First")
    room.press(Key.Key_Return)
    room.press(Key.Key_Return)
    room.type("Second")
    assert room.review.opening is not None
    assert room.review.opening.rules == ("First", "Second")


def test_typing_is_one_step_and_can_be_undone_in_the_sheet(room: StageRoom) -> None:
    room.run("stage.edit_opening")
    room.type("So ")
    room.control(Key.Key_Z)
    assert room.review.opening is None
    assert room.sheet.purpose.toPlainText() == our_words().purpose


def test_back_to_the_usual_words(room: StageRoom) -> None:
    room.session.apply("Say", set_opening(OWN))
    room.run("stage.edit_opening")
    sheet = room.sheet
    assert sheet.back.isEnabled()
    sheet.back.setFocus()
    room.press(Key.Key_Space)
    assert room.review.opening is None
    assert sheet.purpose.toPlainText() == our_words().purpose
    assert sheet.purpose.hasFocus()
    room.session.undo()
    assert room.review.opening == OWN


def test_words_become_the_usual_ones(room: StageRoom, tmp_path: Path) -> None:
    room.session.apply("Say", set_opening(OWN))
    room.run("stage.edit_opening")
    room.sheet.keep.setFocus()
    room.press(Key.Key_Space)
    assert (tmp_path / FILE).is_file()
    assert "open with these words" in room.sheet.state.text()
    room.press(Key.Key_Escape)
    room.session.apply("Usual", set_opening(None))
    room.run("stage.opening")
    assert room.card.accessibleDescription().startswith("Why we meet")
    assert rules_on_brief(room).startswith("How we see it")


def test_words_that_cannot_be_kept_are_told(room: StageRoom, tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    room.session.apply("Say", set_opening(OWN))
    room.run("stage.edit_opening")
    room.sheet.keep.setFocus()
    room.press(Key.Key_Space)
    assert "could not be written" in room.sheet.state.text()


def test_a_broken_file_is_told(room: StageRoom, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("broken [", encoding="utf-8")
    room.run("stage.opening")
    assert FILE in room.stage.banner.sentence.text()
    assert our_words().purpose in room.card.accessibleDescription()
    room.run("stage.edit_opening")
    assert FILE in room.sheet.state.text()


def test_without_a_settings_folder_nothing_is_offered(qtbot: QtBot) -> None:
    room = open_stage(qtbot)
    room.session.apply("Say", set_opening(OWN))
    room.run("stage.edit_opening")
    assert not room.sheet.keep.isEnabled()
    assert room.sheet.back.isEnabled()


def test_another_phase_takes_it_away(room: StageRoom) -> None:
    room.run("stage.opening")
    room.go(Phase.TIMELINE)
    assert room.card is None


def test_too_long_a_rule_is_refused_at_the_field(room: StageRoom) -> None:
    room.run("stage.edit_opening")
    room.sheet.rules.setFocus()
    room.paste("x" * 2_001)
    assert room.sheet.rules.property("wrong")
    assert room.review.opening is None


def test_the_private_notes_are_not_on_it(room: StageRoom) -> None:
    room.session.apply("Note", set_field("notes", "for my eyes"))
    room.run("stage.opening")
    assert "for my eyes" not in room.card.accessibleDescription()
