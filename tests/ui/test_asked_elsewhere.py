"""Where else: a finding is put to other services and teams, worked by keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.asked import of_finding
from facilitator.domain.edits.elsewhere import address
from facilitator.domain.edits.findings import remove_finding
from facilitator.domain.records import Addressee
from facilitator.domain.words import Answer
from tests.ui.findings_room import FindingsRoom, example, open_room
from tests.ui.support import NOW

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review

Key, Held = Qt.Key, Qt.KeyboardModifier
TODAY = NOW.date()


@dataclass
class Known:
    """Services of a library that only a test knows."""

    names: tuple[tuple[str, str], ...] = (
        ("Ledger", "met the like in 2 reviews"),
        ("Search", "named in 4 reviews"),
    )
    asked_for: list[str] = field(default_factory=list)

    def suggested(self, _review: Review, finding_id: str) -> tuple[tuple[str, str], ...]:
        self.asked_for.append(finding_id)
        return self.names


@pytest.fixture
def room(qtbot: QtBot) -> FindingsRoom:
    """The sheet of the first finding, over its page."""
    room = open_room(qtbot)
    room.host.whom = Known()
    room.press(Key.Key_E)
    qtbot.waitUntil(lambda: not room.sheet.waits)
    return room


def _asked(room: FindingsRoom) -> list[tuple[str, Answer, str]]:
    return [(each.whom, each.answer, each.note) for each in of_finding(room.review, "f1")]


def _rows(room: FindingsRoom) -> list[str]:
    shown = room.sheet.list
    return [shown.item(row).text() for row in range(shown.count())]


def _hint(room: FindingsRoom) -> Any:
    return room.sheet._foot.text()


def test_a_typed_name_is_asked(room: FindingsRoom) -> None:
    room.enter("Payments team")
    (asked,) = of_finding(room.review, "f1")
    assert (asked.whom, asked.answer, asked.asked_on) == ("Payments team", Answer.UNKNOWN, TODAY)
    assert room.sheet.line.text() == ""
    room.control(Key.Key_Z)
    assert _asked(room) == []
    assert _rows(room) == ["Could be asked", "Ledger", "Search"]


def test_who_met_the_like_is_asked_by_enter(room: FindingsRoom) -> None:
    room.press(Key.Key_Down)
    assert _hint(room) == "Enter asks them."
    room.press(Key.Key_Return)
    assert _asked(room) == [("Ledger", Answer.UNKNOWN, "")]
    assert _rows(room) == ["Ledger", "Could be asked", "Search"]


def test_answers_with_a_word_of_why(room: FindingsRoom) -> None:
    room.enter("Ledger")
    room.press(Key.Key_Down)
    room.press(Key.Key_A)
    (asked,) = of_finding(room.review, "f1")
    assert (asked.answer, asked.answered_on) == (Answer.APPLIES, TODAY)
    room.press(Key.Key_Return)
    room.enter("It loads files the same way")
    assert _asked(room) == [("Ledger", Answer.APPLIES, "It loads files the same way")]
    assert room.focus is room.sheet.list
    room.press(Key.Key_D)
    assert _asked(room)[0][1:] == (Answer.DOES_NOT_APPLY, "It loads files the same way")
    room.press(Key.Key_U)
    (asked,) = of_finding(room.review, "f1")
    assert (asked.answer, asked.answered_on) == (Answer.UNKNOWN, None)


def test_a_name_is_changed_and_escape_leaves_it(room: FindingsRoom) -> None:
    room.enter("Leger")
    room.press(Key.Key_Down)
    room.press(Key.Key_F2)
    room.type("x")
    room.press(Key.Key_Escape)
    assert _asked(room)[0][0] == "Leger"
    room.press(Key.Key_F2)
    room.enter("Ledger")
    assert _asked(room)[0][0] == "Ledger"


def test_delete_asks_no_longer_and_undo_asks_again(room: FindingsRoom) -> None:
    room.enter("Maps")
    room.press(Key.Key_Down)
    room.press(Key.Key_Delete)
    assert _asked(room) == []
    room.control(Key.Key_Z)
    assert _asked(room) == [("Maps", Answer.UNKNOWN, "")]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("  ", "Say which service or team to ask."), ("MAPS", "“MAPS” was asked about this already.")],
)
def test_what_cannot_be_asked_is_told_at_the_line(
    room: FindingsRoom, typed: str, reason: str
) -> None:
    room.enter("Maps")
    room.enter(typed)
    assert room.focus.accessibleDescription() == reason
    assert _hint(room) == reason
    assert len(_asked(room)) == 1


def test_the_card_counts_them(room: FindingsRoom) -> None:
    room.enter("Maps")
    room.enter("Mail")
    room.press(Key.Key_Down)
    room.press(Key.Key_A)
    assert room.sheet._count.text() == "Asked 2: 1 applies, 1 open"
    room.press(Key.Key_Escape)
    assert room.sheet is None
    assert room.focus is room.page.list
    heard = room.page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Asked 2: 1 applies, 1 open" in heard
    assert not room.page.grab().isNull()


def test_the_sheet_closes_with_its_finding(room: FindingsRoom) -> None:
    room.session.others(remove_finding("f1"))
    assert room.sheet is None


def test_what_others_ask_is_shown(room: FindingsRoom) -> None:
    room.session.others(address(Addressee(id="z", finding="f1", whom="Maps")))
    assert _rows(room)[0] == "Maps"


def test_without_a_library_one_types(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.press(Key.Key_E)
    room.enter("Maps")
    assert _asked(room) == [("Maps", Answer.UNKNOWN, "")]


def test_names_are_roles_in_the_list(room: FindingsRoom) -> None:
    room.enter("Maria Keller")
    assert "Maria" not in _rows(room)[0]
