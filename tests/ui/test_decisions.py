"""Agreed, or left to soak: by one key on the Actions page, and from everywhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.domain.edits.actions import add_action, change_action
from facilitator.domain.edits.decisions import soak
from facilitator.domain.records import ActionItem, Backlog, Review
from facilitator.domain.words import ActionStatus
from facilitator.exchange.markdown import write_markdown
from facilitator.ui.actions.columns import SOAKING, Column
from facilitator.ui.decision_deeds import DecisionDeeds
from facilitator.ui.row_table import MARGIN
from facilitator.ui.stage_card import StageCard
from tests.ui.actions_room import TODAY, Room, example, open_room
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.desk import Desk

Key = Qt.Key
MONDAY = date(2026, 3, 9)
"""Two working days after the Thursday of the desk."""


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    room = open_room(qtbot, example())
    room.select("a3")
    return room


# -- on the page -------------------------------------------------------------------------------


def test_a_agrees_and_proposes_again(room: Room) -> None:
    room.press(Key.Key_A)
    assert room.action("a3").status is ActionStatus.AGREED
    assert room.action("a3").agreed_on == TODAY
    assert room.session.undo_label == "Agree on the action"
    room.press(Key.Key_A)
    assert room.action("a3").status is ActionStatus.PROPOSED
    assert room.session.undo_label == "Propose the action again"
    room.session.undo()
    assert room.action("a3").status is ActionStatus.AGREED


def test_k_lets_it_soak_and_no_longer(room: Room) -> None:
    room.press(Key.Key_K)
    assert room.action("a3").check_on == MONDAY
    heard = room.table.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Check in Mon 9 Mar" in heard
    room.press(Key.Key_K)
    assert room.action("a3").check_on is None
    room.session.undo()
    assert room.action("a3").check_on == MONDAY


def test_what_is_further_on_is_refused_in_words(room: Room) -> None:
    room.select("a1")
    before = room.review
    for key in (Key.Key_A, Key.Key_K):
        room.press(key)
        assert room.told == "This action is agreed: somebody works on it."
    assert room.review is before


def test_the_letters_are_typing_in_the_entry_line(room: Room) -> None:
    room.page.entry.setFocus()
    room.type("ak")
    assert room.entry.text() == "ak"
    assert room.action("a3").status is ActionStatus.PROPOSED


def test_the_backlog_column_has_room_for_the_day(room: Room) -> None:
    width = room.table.columnWidth(Column.BACKLOG)
    room.press(Key.Key_K)
    assert room.table.columnWidth(Column.BACKLOG) == SOAKING + MARGIN
    room.press(Key.Key_K)
    assert room.table.columnWidth(Column.BACKLOG) == width


def test_a_narrow_page_tells_it_below(qtbot: QtBot) -> None:
    room = open_room(qtbot, example(), size=(1160, 676))
    room.select("a3")
    room.press(Key.Key_K)
    assert "proposed, check in Mon 9 Mar" in room.told


# -- from anywhere -----------------------------------------------------------------------------


class Elsewhere:
    """The Stage shows another phase; what is told is kept."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.told, self.done = desk, [""], False
        self.deeds = DecisionDeeds(desk, self._tell)
        self.deeds.bind()

    def _tell(self, words: str, *, done: bool = True) -> None:
        self.told.append(words)
        self.done = done

    def run(self, name: str) -> str:
        self.desk.registry.run(f"meeting.{name}")
        return self.told[-1]

    def status(self, action_id: str) -> ActionStatus:
        return next(each.status for each in self.desk.review.actions if each.id == action_id)


@pytest.fixture
def away(qtbot: QtBot) -> Elsewhere:
    window = QWidget()
    qtbot.addWidget(window)
    return Elsewhere(make_desk(window, example()))


def test_without_an_action_a_sentence_says_what_to_do(away: Elsewhere) -> None:
    assert away.run("agree") == "Choose an action on the Actions page first, or write one down."
    assert not away.done, "what was refused has no tick"
    assert away.desk.session.undo_label is None


def test_the_current_one_is_agreed(away: Elsewhere) -> None:
    away.desk.host.current = "a3"  # type: ignore[attr-defined]
    assert away.run("agree") == "agreed: Write a runbook for limits"
    assert away.run("agree") == "proposed: Write a runbook for limits"
    assert away.run("soak") == "check in Mon 9 Mar: Write a runbook for limits"


def test_the_one_in_the_spotlight_comes_first(away: Elsewhere) -> None:
    class Spot(StageCard):
        def selected(self) -> str | None:
            return "a2"

    away.desk.host.current = "a3"  # type: ignore[attr-defined]
    away.desk.host.show_card(Spot(away.desk, "spotlight", "Spotlight"))
    away.run("agree")
    assert away.status("a2") is ActionStatus.AGREED
    assert away.status("a3") is ActionStatus.PROPOSED


def test_from_another_phase_it_is_the_last_one_touched(away: Elsewhere) -> None:
    away.desk.host.current = "fa"  # type: ignore[attr-defined]
    away.desk.apply("x", change_action("a3", owner="Tom Reyes"))
    away.run("agree")
    assert away.status("a3") is ActionStatus.AGREED
    away.desk.apply("x", add_action(ActionItem(id="a9", text="Alert on depth")))
    assert away.run("agree") == "agreed: Alert on depth"


def test_a_refusal_is_told(away: Elsewhere) -> None:
    away.desk.host.current = "a4"  # type: ignore[attr-defined]
    assert away.run("agree") == "This action was cancelled. Give it another status first."


# -- exported ----------------------------------------------------------------------------------


def test_markdown_tells_when_the_room_hears_of_it_again() -> None:
    one = ActionItem(id="a", text="Alert on depth", backlog=Backlog(key="Q-1"))
    review = soak("a", TODAY)(Review(id="r", title="T", actions=(one,)))
    assert "Proposed, check in Mon 9 Mar" in write_markdown(review).decode()
    agreed = replace(review.actions[0], status=ActionStatus.AGREED)
    assert "check in" not in write_markdown(replace(review, actions=(agreed,))).decode()
