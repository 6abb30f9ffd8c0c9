"""The parking lot: in the Console, on the Stage when asked for, and Ctrl+J from anywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QWidget

from facilitator.app.voices import Voices
from facilitator.domain.edits.brief import add_participant, set_field
from facilitator.domain.edits.close import park, unpark
from facilitator.domain.phase import Phase
from facilitator.domain.records import Factor, ParkedIdea, Participant, Review, TimelineEvent
from facilitator.domain.words import Durability, NameUse, Precision
from facilitator.ui.console.body import Column
from facilitator.ui.console.console_desk import ConsoleDesk
from facilitator.ui.console.notes_section import NotesSection
from facilitator.ui.console.parking_deeds import ParkingDeeds
from facilitator.ui.console.parking_section import ParkingSection
from facilitator.ui.console.promoting import NO_EFFECT
from facilitator.ui.console.voices_section import VoicesSection
from facilitator.ui.parking_card import ParkingCard
from facilitator.ui.parking_sheet import ParkingSheet
from facilitator.ui.theme import Theme
from tests.ui.hands import bring_up
from tests.ui.section_room import Room, open_section
from tests.ui.support import make_desk, make_review

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

AT = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)
_NOTHING: Any = None
IDEAS = ("Do refunds have the same kind of file?", "On-call handover at lunch time")


def review_with(*ideas: str) -> Review:
    review = make_review()
    return replace(
        review,
        factors=(replace(review.factors[0], text="Shops could not pay"),),
        parking=tuple(ParkedIdea(id=f"k{n}", text=each) for n, each in enumerate(ideas)),
        events=(TimelineEvent(id="e1", text="Pages fire", at=AT),),
    )


def open_room(qtbot: QtBot, *ideas: str, **fields: Any) -> Room[ParkingSection]:
    return open_section(qtbot, ParkingSection, review_with(*ideas), **fields)


@pytest.fixture
def room(qtbot: QtBot) -> Room[ParkingSection]:
    return open_room(qtbot, *IDEAS)


def parked(room: Room[ParkingSection]) -> list[str]:
    return [each.text for each in room.review.parking]


class TestParking:
    """The line at the foot."""

    def test_enter_parks_and_the_line_is_free_again(self, room: Room[ParkingSection]) -> None:
        room.section.line.setFocus()
        room.enter("Who may call a rollout data-only?")
        assert parked(room) == [*IDEAS, "Who may call a rollout data-only?"]
        assert room.at(room.section.line)
        assert not room.section.line.text()
        assert "3" in room.said()

    def test_an_empty_idea_is_refused_in_words(self, room: Room[ParkingSection]) -> None:
        room.section.line.setFocus()
        room.press(Qt.Key.Key_Return)
        assert "Say what to park." in room.said()
        room.type("x")
        assert "Say what to park." not in room.said()

    def test_escape_leaves_what_is_typed(self, room: Room[ParkingSection]) -> None:
        room.section.line.setFocus()
        room.type("half")
        room.press(Qt.Key.Key_Escape)
        assert room.at(room.section.list)
        assert room.section.line.text() == "half"

    def test_undo_in_the_empty_line_is_the_reviews(self, room: Room[ParkingSection]) -> None:
        room.section.line.setFocus()
        room.enter("x")
        room.control(Qt.Key.Key_Z)
        assert parked(room) == [*IDEAS]

    def test_without_ideas_typing_begins_in_the_line(self, qtbot: QtBot) -> None:
        room = open_room(qtbot)
        assert room.at(room.section.line)
        assert "0" in room.said()


class TestCtrlJ:
    """Parking from elsewhere in the Console, without losing the place."""

    @pytest.fixture
    def deeds(self, room: Room[ParkingSection]) -> ParkingDeeds:
        room.beside.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        room.beside.setFocus()
        return ParkingDeeds(room.console, room.section)

    def test_enter_gives_the_keys_back(
        self, room: Room[ParkingSection], deeds: ParkingDeeds
    ) -> None:
        deeds.park()
        room.enter("Ask the vendor")
        assert room.at(room.beside)
        assert parked(room)[-1] == "Ask the vendor"

    def test_escape_gives_them_back_too(
        self, room: Room[ParkingSection], deeds: ParkingDeeds
    ) -> None:
        deeds.park()
        room.type("half")
        deeds.park()
        room.press(Qt.Key.Key_Escape)
        assert room.at(room.section.list)
        room.beside.setFocus()
        deeds.park()
        room.press(Qt.Key.Key_Escape)
        assert room.at(room.beside)
        assert room.section.line.text() == "half"

    def test_a_refused_idea_keeps_the_keys(
        self, room: Room[ParkingSection], deeds: ParkingDeeds
    ) -> None:
        deeds.park()
        room.press(Qt.Key.Key_Return)
        assert room.at(room.section.line)
        room.enter("Ask the vendor")
        assert room.at(room.beside)

    def test_without_a_window_there_is_nothing_to_do(self, room: Room[ParkingSection]) -> None:
        ParkingDeeds(room.console, None).park()
        assert room.at(room.section.list)


class TestTwoSections:
    """The Console's columns scroll to where the keys are."""

    def test_parking_from_a_note_far_away_comes_back_to_it(self, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        desk, nothing = make_desk(window, review_with(*IDEAS), Theme("dark")), _NOTHING
        console = ConsoleDesk(desk, nothing, nothing, Voices(), desk)
        notes, parking = NotesSection(console), ParkingSection(console)
        desk.session.subscribe(parking.follow)
        right, left = Column(desk.theme, "right"), Column(desk.theme, "left")
        right.hold((notes, VoicesSection(console), parking))
        row = QHBoxLayout(window)
        row.addWidget(right)
        row.addWidget(left)
        window.resize(900, 300)
        bring_up(qtbot, window)
        notes.focus_start()
        deeds = ParkingDeeds(console, parking)
        deeds.park()
        assert right.verticalScrollBar().value() > 0
        QTest.keyClicks(parking.line, "Ask the vendor")
        QTest.keyClick(parking.line, Qt.Key.Key_Return)
        assert notes.field.hasFocus()
        assert right.verticalScrollBar().value() < notes.field.height()
        left.hold((parking,))
        deeds.park()
        QTest.keyClick(parking.line, Qt.Key.Key_Escape)
        assert notes.field.hasFocus()


class TestPromoting:
    """One key makes something of the current idea."""

    def test_an_event_without_a_time_has_no_place_yet(self, room: Room[ParkingSection]) -> None:
        room.type("e")
        event = room.review.events[-1]
        assert (event.text, event.at, event.precision) == (IDEAS[0], None, Precision.UNKNOWN)
        assert parked(room) == [IDEAS[1]]
        assert "Now an event, without a place in time yet. Enter goes there." in room.said()

    @pytest.mark.parametrize(
        ("idea", "text", "at"),
        [
            ("14:20 mail to shops", "Mail to shops", "14:20"),
            ("+5m mail to shops", "Mail to shops", "14:08"),
        ],
    )
    def test_a_time_at_the_beginning_is_read(
        self, qtbot: QtBot, idea: str, text: str, at: str
    ) -> None:
        room = open_room(qtbot, idea)
        room.type("e")
        event = room.review.events[-1]
        assert event.text == text
        assert event.at is not None
        assert f"{event.at:%Y-%m-%d %H:%M}" == f"2026-03-03 {at}"
        assert f"Now an event at {at}. Enter goes there." in room.said()

    @pytest.mark.parametrize("idea", ["25:70 mail to shops", "!nothing 14:20 mail to shops"])
    def test_what_cannot_be_read_as_a_time_stays_words(self, qtbot: QtBot, idea: str) -> None:
        room = open_room(qtbot, idea)
        room.type("e")
        assert room.review.events[-1].text == idea
        assert room.review.events[-1].at is None

    def test_a_factor_hangs_under_the_effect(self, room: Room[ParkingSection]) -> None:
        room.type("f")
        factor = room.review.factors[-1]
        assert (factor.parent, factor.text) == ("f0", IDEAS[0])
        assert "Now a factor under “Shops could not pay”. Enter goes there." in room.said()

    def test_a_factor_hangs_under_the_selected_one(self, qtbot: QtBot) -> None:
        review = review_with(*IDEAS)
        below = Factor(id="f1", parent="f0", text="Limits are not checked")
        review = replace(review, factors=(*review.factors, below))
        room = open_section(qtbot, ParkingSection, review, Phase.FACTORS, selected="f1")
        room.type("f")
        assert room.review.factors[-1].parent == "f1"

    def test_without_an_effect_it_is_told(self, qtbot: QtBot) -> None:
        review = replace(review_with(*IDEAS), factors=())
        room = open_section(qtbot, ParkingSection, review)
        room.type("f")
        assert NO_EFFECT in room.said()
        assert parked(room) == [*IDEAS]

    def test_a_finding(self, room: Room[ParkingSection]) -> None:
        room.press(Qt.Key.Key_Down)
        room.type("n")
        assert [each.text for each in room.review.findings] == [IDEAS[1]]
        assert not room.review.findings[0].focus

    def test_an_action_has_the_coachs_hint(self, qtbot: QtBot) -> None:
        room = open_room(qtbot, "Write a runbook for refunds @maria !p2")
        room.type("a")
        action = room.review.actions[0]
        assert (action.text, action.owner) == ("Write a runbook for refunds", "maria")
        assert action.hint is Durability.DOCUMENT
        assert action.proposed_on == room.desk.today()
        assert any("Writes it down" in each for each in room.said())

    def test_what_is_no_action_line_stays_words(self, qtbot: QtBot) -> None:
        room = open_room(qtbot, "Alert on limits !p9")
        room.type("a")
        assert room.review.actions[0].text == "Alert on limits !p9"

    def test_enter_goes_where_it_went(self, room: Room[ParkingSection]) -> None:
        room.type("n")
        room.press(Qt.Key.Key_Return)
        assert room.host.went == [(Phase.FINDINGS, room.review.findings[0].id)]
        assert room.host.forward == 1
        room.press(Qt.Key.Key_Return)
        assert len(room.host.went) == 1

    def test_the_button_goes_there_too(self, room: Room[ParkingSection]) -> None:
        room.type("n")
        room.section.told.button.setFocus()
        room.press(Qt.Key.Key_Space)
        assert len(room.host.went) == 1
        assert room.at(room.section.list)

    def test_undo_takes_both_back_and_the_offer_with_them(self, room: Room[ParkingSection]) -> None:
        room.type("a")
        room.control(Qt.Key.Key_Z)
        assert parked(room) == [*IDEAS]
        assert not room.review.actions
        assert not room.section.told.isVisible()

    def test_the_last_idea_leaves_the_keys_in_the_list(self, qtbot: QtBot) -> None:
        room = open_room(qtbot, "One")
        room.type("n")
        assert room.at(room.section.list)
        room.type("n")
        room.press(Qt.Key.Key_Return)
        assert len(room.host.went) == 1
        assert not room.section.keys, "None of them would do anything now."
        room.control(Qt.Key.Key_Z)
        assert room.section.keys


class TestRows:
    """Words anew, out, and what others do."""

    def test_f2_changes_the_words(self, room: Room[ParkingSection]) -> None:
        room.press(Qt.Key.Key_F2)
        room.control(Qt.Key.Key_A)
        room.enter("Do refunds differ?")
        assert parked(room)[0] == "Do refunds differ?"
        assert room.at(room.section.list)

    def test_words_that_are_refused_stay(self, room: Room[ParkingSection]) -> None:
        room.press(Qt.Key.Key_F2)
        room.control(Qt.Key.Key_A)
        room.enter("x" * 2_001)
        assert any("at most 2,000" in each for each in room.said())
        assert not room.section.settle()
        room.press(Qt.Key.Key_Escape)
        assert room.section.settle()
        assert parked(room) == [*IDEAS]

    def test_delete_takes_out_and_undo_brings_back(self, room: Room[ParkingSection]) -> None:
        room.press(Qt.Key.Key_Delete)
        assert parked(room) == [IDEAS[1]]
        assert room.section.list.current is not None
        room.control(Qt.Key.Key_Z)
        assert parked(room) == [*IDEAS]

    def test_a_foreign_idea_leaves_the_current_one_current(
        self, room: Room[ParkingSection]
    ) -> None:
        room.press(Qt.Key.Key_Down)
        room.session.apply("Park", park(ParkedIdea(id="a0", text="Earlier")))
        assert room.section.list.current == room.review.parking[2]

    def test_an_idea_taken_out_by_somebody_else_closes_its_editor(
        self, room: Room[ParkingSection]
    ) -> None:
        room.press(Qt.Key.Key_F2)
        room.session.apply("Out", unpark("k0"))
        assert not room.section.list.editor.typing

    def test_a_long_idea_has_all_its_words(self, qtbot: QtBot) -> None:
        room = open_room(qtbot, "short", "long words " * 30)
        shown = room.section.list
        low, high = (shown.row_size(row).height() for row in range(2))
        assert high > 4 * low


class TestStage:
    """What the room sees."""

    @pytest.fixture
    def stage(self, qtbot: QtBot) -> Any:
        window = QWidget()
        qtbot.addWidget(window)
        desk = make_desk(window, review_with(*IDEAS))
        window.resize(1480, 900)
        bring_up(qtbot, window)
        return desk, window

    def test_ctrl_j_shows_the_line_and_no_list(self, stage: Any, qtbot: QtBot) -> None:
        desk, window = stage
        sheet = ParkingSheet(desk)
        sheet.open_over(window, sheet.line)
        texts = [label.text() for label in sheet.findChildren(QLabel)]
        assert not sheet.findChildren(QListWidget)
        assert not any(idea in text for idea in IDEAS for text in texts)
        assert any("parking lot" in text for text in texts)
        sheet.line.setText("Ask the vendor")
        with qtbot.waitSignal(sheet.parked):
            sheet.line.returnPressed.emit()
        assert desk.review.parking[-1].text == "Ask the vendor"

    def test_the_command_shows_it_and_takes_it_away(self, room: Room[ParkingSection]) -> None:
        ParkingDeeds(room.console, room.section).bind()
        room.desk.registry.run("stage.parking")
        assert isinstance(room.host.shown, ParkingCard)
        room.host.shown.deleteLater()
        room.desk.registry.run("stage.parking")
        assert room.host.shown is None

    def test_the_card_follows_what_is_parked(self, stage: Any, qtbot: QtBot) -> None:
        desk, _window = stage
        card = ParkingCard(desk)
        qtbot.addWidget(card)
        desk.session.subscribe(card.follow)
        assert [*IDEAS] == shown(card)[-2:]
        assert "2 ideas" in shown(card)
        desk.session.apply("Out", unpark("k0"))
        assert IDEAS[0] not in shown(card)
        assert "1 idea" in shown(card)
        desk.session.apply("Out", unpark("k1"))
        assert "Nothing is parked. Ctrl J parks an idea." in shown(card)

    def test_the_card_names_roles(self, stage: Any, qtbot: QtBot) -> None:
        desk, _window = stage
        priya = Participant(id="p1", name="Priya Nair", role="on-call engineer")
        desk.session.apply("Add", add_participant(priya))
        desk.session.apply("Park", park(ParkedIdea(id="m1", text="Ask Priya about the page")))
        card = ParkingCard(desk)
        qtbot.addWidget(card)
        desk.session.subscribe(card.follow)
        assert not any("Priya" in text for text in shown(card))
        assert any("on-call engineer" in text.lower() for text in shown(card))
        desk.session.apply("Names", set_field("names", NameUse.NAMES))
        assert "Ask Priya about the page" in shown(card)

    def test_arrows_scroll_and_escape_leaves(self, stage: Any) -> None:
        desk, window = stage
        for number in range(40):
            desk.session.apply("Park", park(ParkedIdea(id=f"m{number}", text=f"Idea {number}")))
        card = ParkingCard(desk)
        card.setParent(window)
        card.resize(1200, 500)
        card.show()
        card.setFocus()
        bar = card.area.verticalScrollBar()
        assert card.hints()[0] == ("↑ ↓", "Scroll")
        QTest.keyClick(card, Qt.Key.Key_PageDown)
        assert bar.value() > 0
        desk.host.shown = card
        QTest.keyClick(card, Qt.Key.Key_Escape)
        assert desk.host.shown is None


def shown(card: ParkingCard) -> list[str]:
    """Every text on a card."""
    body = card.area.widget()
    assert body is not None
    labels = [*card.findChildren(QLabel)]
    return [each.text() for each in labels if each.text()]
