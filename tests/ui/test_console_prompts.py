"""The questions on the Console: what is offered, sent, taken away, changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.app.prompts import LIMIT, PromptBook
from facilitator.domain.edits import factors as edits
from facilitator.domain.phase import Phase
from facilitator.domain.records import Factor, Review, TimelineEvent
from facilitator.domain.words import EvidenceStatus, FactorKind, Family, Marker
from facilitator.ui.console.console_desk import ConsoleDesk
from facilitator.ui.console.prompt_deeds import PromptDeeds
from facilitator.ui.console.prompts_list import ON_STAGE
from facilitator.ui.console.prompts_section import SHOWN, PromptsSection
from facilitator.ui.prompt_card import PromptCard
from facilitator.ui.style import sheet
from facilitator.ui.theme import Theme
from tests.ui.hands import Hands, bring_up, top_sheet
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.desk import Desk

    Opener = Callable[..., "Room"]

KEY = Qt.Key
REVIEW = Review(
    id="r1",
    events=(
        TimelineEvent(id="e1", text="A shop calls", marker=Marker.DETECTED),
        TimelineEvent(id="e2", text="The rollout goes on"),
    ),
    factors=(
        Factor(id="f0", parent=None, text="Orders were lost", kind=FactorKind.EFFECT),
        Factor(
            id="f1",
            parent="f0",
            text="No last good file is kept",
            family=Family.MISSING_SAFEGUARD,
            evidence_status=EvidenceStatus.SUPPORTED,
        ),
        Factor(id="f2", parent="f0", text="Reads stop"),
    ),
)


class _Host:
    """The Stage's side: it hides a card that it drops, as the Stage does."""

    def __init__(self, host: Any) -> None:
        self._host = host

    def __getattr__(self, name: str) -> Any:
        return getattr(self._host, name)

    def show_card(self, card: Any) -> None:
        self.close_card()
        self._host.show_card(card)
        card.resize(1160, 676)
        card.show()

    def close_card(self) -> None:
        card = self._host.card()
        self._host.close_card()
        if card is not None:
            card.hide()


@dataclass
class Room(Hands):
    """The section in a window, and a Stage that remembers its card."""

    section: PromptsSection
    desk: Desk
    book: PromptBook
    path: Path

    @property
    def host(self) -> Any:
        return self.desk.host

    @property
    def shown(self) -> list[str]:
        return [each.words for each in self.section.list.prompts.prompts]

    @property
    def card(self) -> PromptCard | None:
        card: PromptCard | None = self.host.card()
        return card

    @property
    def sheet(self) -> Any:
        return top_sheet(self.section)

    @property
    def foot(self) -> str:
        return self.section.foot.text()

    def go(self, phase: Phase, selected: str | None = None) -> None:
        self.section.place_changed(phase, selected)

    def run(self, command: str) -> None:
        self.desk.registry.run(command)

    def spoken(self, row: int) -> str:
        model = self.section.list.prompts
        return str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole))


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opener:
    def open_room(
        size: tuple[int, int] = (464, 600), theme: Theme | None = None, text: str = ""
    ) -> Room:
        path = tmp_path / "prompts.toml"
        if text:
            path.write_text(text, encoding="utf-8")
        window, theme = QWidget(), theme or Theme("dark")
        qtbot.addWidget(window)
        window.setStyleSheet(sheet(theme))
        desk: Any = make_desk(window, REVIEW, theme)
        object.__setattr__(desk, "host", _Host(desk.host))
        book = PromptBook(path)
        nothing: Any = None
        console = ConsoleDesk(desk, nothing, book, nothing, desk)
        section = PromptsSection(console)
        PromptDeeds(console, section).bind()
        desk.session.subscribe(section.follow)
        column = QVBoxLayout(window)
        column.addWidget(section)
        column.addStretch(1)
        window.resize(*size)
        bring_up(qtbot, window)
        section.focus_start()
        return Room(section, desk, book, path)

    return open_room


@pytest.fixture
def room(opened: Opener) -> Room:
    return opened()


# -- what is offered -------------------------------------------------------------------------------


def test_the_questions_go_with_phase_and_selection(room: Room) -> None:
    room.go(Phase.TIMELINE, "e1")
    ids = [each.situation for each in room.section.list.prompts.prompts]
    assert ids == ["marker.detected", "kind.observation", "phase.timeline"]
    assert room.section._remark.text() == "A shop calls"
    room.go(Phase.CLOSE)
    assert {each.situation for each in room.section.list.prompts.prompts} == {"phase.close"}
    assert not room.section._remark.text()


def test_the_same_situation_keeps_page_and_row(room: Room) -> None:
    room.go(Phase.TIMELINE, "e2")
    room.press(KEY.Key_Right)
    room.press(KEY.Key_Down)
    before, current = room.shown, room.section.list.current
    room.go(Phase.TIMELINE, "e2")
    assert (room.shown, room.section.list.current) == (before, current)


def test_an_edit_that_makes_it_another_situation_is_followed(room: Room, qtbot: QtBot) -> None:
    room.go(Phase.FACTORS, "f2")
    assert room.section.list.prompts.prompts[0].situation == "factor.no_evidence"
    room.desk.apply(
        "Evidence", edits.change_factor("f2", evidence_status=EvidenceStatus.HYPOTHESIS)
    )
    qtbot.waitUntil(lambda: room.section.list.prompts.prompts[0].situation == "factor.hypothesis")


def test_other_places_do_not_take_the_keys(room: Room, qtbot: QtBot) -> None:
    other = QWidget(room.section.window())
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    for selected in ("e1", "e2", None):
        room.go(Phase.TIMELINE, selected)
    assert room.focus is other
    qtbot.waitUntil(lambda: " of " in room.foot)


def test_more_goes_round(room: Room) -> None:
    room.go(Phase.CLOSE)
    seen = [*room.shown]
    for _ in range(8):
        room.press(KEY.Key_M)
        seen += room.shown
        assert len(room.shown) == SHOWN
    every = {each.words for each in room.book.for_situations(("phase.close", "room.quiet"))}
    assert set(seen) == every
    room.go(Phase.BRIEF)
    room.go(Phase.CLOSE)
    first = room.shown
    room.press(KEY.Key_Right)
    room.press(KEY.Key_Left)
    assert room.shown == first
    QTest.mouseClick(room.section.more, Qt.MouseButton.LeftButton)
    assert room.shown != first


def current(room: Room) -> str:
    prompt = room.section.list.current
    assert prompt is not None
    return prompt.words


def test_arrows_walk_all_questions_one_after_the_other(room: Room) -> None:
    room.go(Phase.CLOSE)
    offered = [each.words for each in room.section._offered]
    walked = []
    for _ in offered:
        walked.append(current(room))
        room.press(KEY.Key_Down)
    assert walked == offered
    assert current(room) == offered[0]
    room.press(KEY.Key_Up)
    assert current(room) == offered[-1]
    room.press(KEY.Key_Up)
    assert current(room) == offered[-2]


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("width", [464, 420])
def test_a_long_question_wraps_and_is_never_cut(opened: Opener, size: int, width: int) -> None:
    room = opened((width, 800), Theme("light", size))
    long = ("How much of it did we see " * 9)[: LIMIT - 1] + "?"
    room.book.add("opening", long)
    room.section.reload()
    widget = room.section.list
    lines = widget._lines(0)
    assert " ".join(each.text for each in lines) == long
    assert widget.height() == sum(widget.row_size(row).height() for row in range(SHOWN))
    assert widget.verticalScrollBar().maximum() == 0


# -- the Stage -------------------------------------------------------------------------------------


def test_enter_sends_and_takes_away(room: Room) -> None:
    room.go(Phase.FACTORS, "f1")
    room.press(KEY.Key_Down)
    words = room.shown[1]
    room.press(KEY.Key_Return)
    assert room.card is not None
    assert room.card.prompt.words == words
    assert room.card.about == "No last good file is kept"
    assert room.card.accessibleName() == words
    assert room.spoken(1) == f"{words} ({ON_STAGE})"
    assert room.spoken(0) == room.shown[0]
    assert "takes away" in room.foot
    room.press(KEY.Key_Return)
    assert room.card is None
    assert room.spoken(1) == words


def test_another_question_takes_the_place_of_the_first(room: Room) -> None:
    room.press(KEY.Key_Return)
    first = room.card
    room.press(KEY.Key_Down)
    room.press(KEY.Key_Return)
    assert room.card is not None
    assert room.card is not first
    assert [ON_STAGE in room.spoken(row) for row in range(SHOWN)] == [False, True, False]


def test_what_goes_on_the_stage_itself_is_marked_no_longer(room: Room) -> None:
    room.press(KEY.Key_Return)
    assert ON_STAGE in room.spoken(0)
    assert room.card is not None
    QTest.keyClick(room.card, KEY.Key_Escape)
    assert room.card is None
    assert ON_STAGE not in room.spoken(0)


def test_a_question_that_stays_on_the_stage_is_told_elsewhere_too(room: Room) -> None:
    room.press(KEY.Key_Return)
    room.go(Phase.CLOSE)
    room.section.list.clearFocus()
    assert room.foot.startswith("Another question is on the Stage")
    room.run("meeting.prompt")
    assert room.card is None
    assert "Another" not in room.foot


def test_the_command_sends_the_first_and_takes_it_away(room: Room) -> None:
    room.go(Phase.TIMELINE, "e1")
    first = room.shown[0]
    room.run("meeting.prompt")
    assert room.card is not None
    assert room.card.prompt.words == first
    room.run("meeting.prompt")
    assert room.card is None


def test_a_click_on_the_sign_and_a_double_click_send(room: Room) -> None:
    view = room.section.list
    middle = view.visualRect(view.model().index(1, 0)).center().y()
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(room.desk.theme.px(24), middle)
    )
    assert room.card is not None
    assert room.card.prompt.words == room.shown[1]
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, middle))
    assert room.card is None


def test_a_card_that_is_there_already_is_known_to_a_new_console(room: Room, qtbot: QtBot) -> None:
    room.press(KEY.Key_Return)
    room.section.leave()
    again = PromptsSection(room.section.console)
    qtbot.addWidget(again)
    assert again.on_stage == room.section.on_stage
    room.host.close_card()
    assert again.list.prompts.on_stage is None


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("room_size", [(1480, 956), (1160, 676)])
def test_the_longest_question_fits_the_stage(
    room: Room, qtbot: QtBot, size: int, room_size: tuple[int, int]
) -> None:
    long = ("How much of it did we see " * 9)[: LIMIT - 1] + "?"
    prompt = room.book.add("opening", long)
    window = QWidget()
    qtbot.addWidget(window)
    card = PromptCard(make_desk(window, REVIEW, Theme("light", size)), prompt, "Reads stop " * 40)
    qtbot.addWidget(card)
    card.resize(*room_size)
    card.show()
    assert card.overflow == 0
    assert card.about.endswith("…")


def test_the_stage_hears_what_it_shows_and_nothing_else(room: Room) -> None:
    room.go(Phase.FACTORS, "f1")
    room.press(KEY.Key_Return)
    assert room.card is not None
    face = QAccessible.queryAccessibleInterface(room.card)
    assert face.text(QAccessible.Text.Name) == room.shown[0]
    assert face.text(QAccessible.Text.Description) == "No last good file is kept"
    assert face.childCount() == 0


# -- changing --------------------------------------------------------------------------------------


def test_e_changes_the_words_of_the_current_question(room: Room) -> None:
    room.press(KEY.Key_Down)
    prompt = room.section.list.current
    assert prompt is not None
    room.press(KEY.Key_E)
    assert room.sheet.line.text() == prompt.words
    room.control(KEY.Key_A)
    room.enter("And how was it for you?")
    assert room.sheet is None
    assert room.shown[1] == "And how was it for you?"
    assert PromptBook(room.path).of(prompt.situation)[0].changed
    assert room.focus is room.section.list


def test_insert_adds_one_for_the_same_situation(room: Room) -> None:
    room.press(KEY.Key_Insert)
    room.enter("Is it warm enough?")
    assert room.shown[0] == "Is it warm enough?"
    assert PromptBook(room.path).of("opening")[0].own


def test_escape_leaves_it_as_it_was(room: Room) -> None:
    before = room.shown
    room.press(KEY.Key_E)
    room.type("x")
    room.press(KEY.Key_Escape)
    assert room.sheet is None
    assert room.shown == before
    assert not room.path.exists()


def test_delete_hides_and_says_how_it_comes_back(room: Room) -> None:
    gone = room.shown[0]
    room.press(KEY.Key_Delete)
    assert gone not in room.shown
    assert room.foot.startswith("Hidden.")
    room.run("meeting.prompts")
    room.sheet.list.choose("opening.hope")
    room.press(KEY.Key_R)
    room.press(KEY.Key_Escape)
    assert room.shown[0] == gone


def test_a_refused_question_stays_with_the_reason(room: Room) -> None:
    room.press(KEY.Key_Insert)
    room.enter("   ")
    assert room.sheet.foot.text() == "A question needs words."
    room.enter("x" * (LIMIT + 1))
    assert "at most 200" in room.sheet.foot.text()
    assert room.sheet.line.text().endswith("x")
    assert room.sheet.line.property("wrong")
    room.type("y")
    assert not room.sheet.line.property("wrong")
    assert not room.path.exists()


def test_the_sheet_works_by_keys(room: Room) -> None:
    room.run("meeting.prompts")
    questions = room.sheet.list
    assert questions.current.id == "opening.hope"
    room.press(KEY.Key_Right)
    assert questions.current.situation == "phase.brief"
    room.press(KEY.Key_Left)
    room.press(KEY.Key_Left)
    assert questions.current.situation == "action.did_not_hold"
    room.press(KEY.Key_Right)
    room.press(KEY.Key_Up)
    assert questions.current.situation == "opening"
    room.press(KEY.Key_Insert)
    room.enter("Is it warm enough?")
    assert questions.current.words == "Is it warm enough?"
    assert room.focus is questions
    room.press(KEY.Key_Return)
    room.press(KEY.Key_End)
    room.enter(" Really?")
    assert questions.current.words == "Is it warm enough? Really?"
    room.press(KEY.Key_Delete)
    assert questions.current.hidden
    assert "for good" in room.sheet.foot.text()
    room.press(KEY.Key_Delete)
    assert questions.current.id == "opening.hope"
    assert not room.sheet.line.isVisible()


def test_what_cannot_be_done_is_told(room: Room) -> None:
    room.run("meeting.prompts")
    room.press(KEY.Key_R)
    assert "our words" in room.sheet.foot.text()
    room.press(KEY.Key_Delete)
    room.press(KEY.Key_Delete)
    assert "hidden already" in room.sheet.foot.text()
    room.book.restore(room.sheet.list.current.id)


def test_states_are_words(room: Room) -> None:
    room.book.change("opening.hope", "Why are we here today?")
    room.book.remove("opening.safe")
    room.run("meeting.prompts")
    model = room.sheet.list.model()
    said = [
        str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)) for row in range(4)
    ]
    assert said[0] == "Opening the meeting"
    assert said[1] == "Why are we here today? (Changed)"
    assert said[2].endswith("(Hidden)")


def test_a_broken_file_is_told_and_kept(opened: Opener) -> None:
    room = opened(text="= =")
    assert str(room.path) in room.section.problem.text()
    assert room.section.problem.isVisible()
    assert len(room.shown) == SHOWN
    room.press(KEY.Key_Delete)
    assert "prompts.toml.bad" in room.section.problem.text()
    assert room.path.with_name("prompts.toml.bad").read_text(encoding="utf-8") == "= ="


def test_with_every_question_hidden_there_is_a_word(room: Room) -> None:
    room.go(Phase.CLOSE)
    for each in room.book.for_situations(("phase.close", "room.quiet")):
        room.book.remove(each.id)
    room.section.reload()
    assert room.shown == []
    for key in (KEY.Key_Return, KEY.Key_E, KEY.Key_Insert, KEY.Key_Delete, KEY.Key_Right):
        room.press(key)
    assert room.card is None
    room.section.list.clearFocus()
    assert room.foot == "No question."
