"""Did it hold: asked, answered and looked at again on the Actions page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.edits.actions import set_status
from facilitator.domain.held_words import held_words
from facilitator.domain.records import ActionItem, Review
from facilitator.domain.shown_review import shown_review
from facilitator.domain.words import ActionStatus, NameUse
from facilitator.exchange.markdown import write_markdown
from facilitator.report.action_words import status
from tests.ui.actions_room import TODAY, Room, example, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier
LONG_AGO = TODAY - timedelta(days=120)
_UNASKED = "Only of what is done can be said whether it held."


def _reviewed(done_on: date) -> Review:
    return set_status("a1", ActionStatus.DONE, done_on)(example())


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """A guardrail that was done so long ago that somebody should look by now."""
    room = open_room(qtbot, _reviewed(LONG_AGO))
    room.select("a1")
    return room


def _heard(room: Room) -> str:
    return str(room.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_what_is_due_is_asked_in_the_row_and_below(room: Room) -> None:
    assert "Done 5 Nov 2025; look again since 3 Feb. Did it hold?" in _heard(room)
    assert room.told.startswith("Ask Did it hold?")


def test_before_its_day_the_row_says_when(qtbot: QtBot) -> None:
    room = open_room(qtbot, _reviewed(TODAY))
    room.select("a1")
    assert "Done 5 Mar; look again 3 Jun" in _heard(room)
    assert "Did it hold?" not in _heard(room) + room.told


def test_it_held_by_what_was_seen(room: Room) -> None:
    room.press(Key.Key_H)
    assert room.focus.accessibleName() == "Did it hold?: Not known yet: look again"
    room.press(Key.Key_Left)
    room.press(Key.Key_Left)
    assert not room.sheet.again.isVisible()
    room.press(Key.Key_Return)
    room.press(Key.Key_Return)
    assert room.sheet.focusWidget().accessibleDescription() == "Say by what that was seen."
    room.enter("Four bad files were stopped")
    assert room.sheet is None
    answered = room.action("a1")
    assert answered.status is ActionStatus.HELD
    assert answered.held_because == "Four bad files were stopped"
    assert "Held: Four bad files were stopped" in _heard(room)
    assert "Status Held: Four bad files were stopped" in room.told
    room.session.undo()
    assert room.action("a1").status is ActionStatus.DONE


def test_it_did_not_hold(room: Room) -> None:
    room.press(Key.Key_H)
    room.press(Key.Key_Left)
    room.press(Key.Key_Tab)
    room.enter("INC-9: the check was off")
    assert room.action("a1").status is ActionStatus.DID_NOT_HOLD
    assert room.session.undo_label == "It did not hold"


def test_somebody_looks_again_on_a_later_day(room: Room) -> None:
    room.press(Key.Key_H)
    room.press(Key.Key_Return)
    room.type("Too few files since")
    room.press(Key.Key_Return)
    room.enter("yesterday")
    assert room.sheet is not None
    room.focus.selectAll()
    room.enter("+30d")
    again = room.action("a1")
    assert (again.status, again.check_on) == (ActionStatus.DONE, TODAY + timedelta(days=30))
    assert again.held_because == "Too few files since"
    assert "look again 4 Apr" in _heard(room)


def test_without_a_day_a_sentence_asks_for_it(room: Room) -> None:
    room.press(Key.Key_H)
    for _ in range(3):
        room.press(Key.Key_Return)
    assert room.focus.accessibleDescription() == "Say when somebody looks again."
    room.press(Key.Key_Escape)
    assert room.action("a1") == _reviewed(LONG_AGO).actions[0]


def test_an_answer_chosen_as_status_is_asked_for_its_evidence(room: Room) -> None:
    room.select("a2")
    room.press(Key.Key_S)
    room.type("Held")
    room.press(Key.Key_Return)
    assert room.sheet.objectName() == "actions.held"
    room.press(Key.Key_Tab)
    room.enter("It rang twice")
    held = room.action("a2")
    assert (held.status, held.done_on, held.held_because) == (
        ActionStatus.HELD,
        TODAY,
        "It rang twice",
    )


def test_what_is_not_done_is_not_asked(room: Room) -> None:
    room.select("a2")
    room.press(Key.Key_H)
    assert room.sheet is None
    assert room.told == _UNASKED


def test_the_details_open_the_question(room: Room) -> None:
    room.press(Key.Key_Return, Held.ControlModifier)
    details = room.sheet
    assert details.held.text() == "Done 5 Nov 2025; look again since 3 Feb"
    details.held.setFocus()
    room.press(Key.Key_Return)
    assert room.sheet.objectName() == "actions.held"
    room.press(Key.Key_Escape)
    room.press(Key.Key_Escape)
    room.select("a2")
    room.press(Key.Key_Return, Held.ControlModifier)
    assert not room.sheet.held.isVisible()


def test_a_narrow_page_tells_it_below(qtbot: QtBot) -> None:
    room = open_room(qtbot, _reviewed(LONG_AGO), size=(1160, 676))
    room.select("a1")
    assert "Status Done 5 Nov 2025; look again since 3 Feb" in room.told


# -- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "because", "told"),
    [
        (ActionStatus.HELD, "No page since.", "Held: No page since"),
        (ActionStatus.DID_NOT_HOLD, "", "Did not hold"),
        (ActionStatus.DONE, "so far so good", "Done 5 Mar"),
        (ActionStatus.AGREED, "", ""),
    ],
)
def test_words(status: ActionStatus, because: str, told: str) -> None:
    action = ActionItem(id="a", text="x", status=status, held_because=because, done_on=TODAY)
    assert held_words(action, TODAY) == told


def test_print_tells_the_answer() -> None:
    done = _reviewed(TODAY)
    held = replace(done.actions[0], status=ActionStatus.HELD, held_because="Nothing since.")
    assert status(held, done) == "Done 5 March 2026, and it held: Nothing since"
    assert status(done.actions[0], done) == "Done 5 March 2026"


def test_names_in_what_was_seen_are_roles() -> None:
    review = replace(_reviewed(TODAY), names=NameUse.ROLES)
    held = replace(review.actions[0], held_because="Maria Kovač saw four refused")
    shown = shown_review(replace(review, actions=(held,))).actions[0]
    assert shown.held_because == "The platform engineer saw four refused"


def test_markdown_tells_the_answer() -> None:
    done = _reviewed(TODAY)
    assert "Done, to be checked on 3 June 2026" in write_markdown(done).decode()
    held = replace(done.actions[0], status=ActionStatus.HELD, held_because="Nothing since")
    assert "Held: Nothing since" in write_markdown(replace(done, actions=(held,))).decode()
