"""Voices: who has spoken, who has not, and that nothing of it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.app.ids import Ids
from facilitator.app.session import ReviewSession
from facilitator.domain.phase import Phase
from facilitator.domain.records import Participant, Review
from facilitator.domain.words import NameUse
from facilitator.store.store import open_store
from facilitator.ui.console.voices_section import VoicesSection
from tests.ui.section_room import Room, open_section
from tests.ui.support import NOW, make_review

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ROLES = ("Incident lead", "Support lead", "Observer")


def review_with(*roles: str, away: str = "", names: NameUse = NameUse.ROLES) -> Review:
    people = tuple(
        Participant(id=f"p{n}", role=role, name=f"Name {n}", attended=True)
        for n, role in enumerate(roles)
    )
    if away:
        # First in the review's order, last in the list.
        people = (Participant(id="a0", role=away), *people)
    return replace(make_review(), participants=people, names=names)


def open_room(qtbot: QtBot, review: Review, width: int = 408) -> Room[VoicesSection]:
    return open_section(qtbot, VoicesSection, review, size=(width, 900))


@pytest.fixture
def room(qtbot: QtBot) -> Room[VoicesSection]:
    return open_room(qtbot, review_with(*ROLES, away="Head of Payments"))


def rows(room: Room[VoicesSection], role: Qt.ItemDataRole) -> list[str]:
    model = room.section.list.model()
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def heard(room: Room[VoicesSection]) -> list[str]:
    return rows(room, Qt.ItemDataRole.AccessibleTextRole)


def counts(room: Room[VoicesSection]) -> list[int]:
    return [room.console.voices.count(each) for each in ("p0", "p1", "p2")]


def test_people_appear_by_role_and_who_is_not_here_last(room: Room[VoicesSection]) -> None:
    assert rows(room, Qt.ItemDataRole.DisplayRole) == [*ROLES, "Head of Payments"]
    assert heard(room)[-1] == "Head of Payments, not here"
    assert "cleared at close" in room.said()


def test_a_role_begins_with_a_capital_as_everything_said_here(qtbot: QtBot) -> None:
    room = open_room(qtbot, review_with("support lead"))
    assert rows(room, Qt.ItemDataRole.DisplayRole) == ["Support lead"]
    assert any("“Support lead, " in said for said in room.said())


def test_the_parking_lot_does_not_jump_when_the_keys_go(room: Room[VoicesSection]) -> None:
    high = room.section.sizeHint().height()
    room.beside.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    room.beside.setFocus()
    assert not room.section.keys
    assert room.section.sizeHint().height() == high


def test_names_appear_only_if_the_review_shows_names(qtbot: QtBot) -> None:
    room = open_room(qtbot, review_with("Lead", names=NameUse.NAMES))
    assert rows(room, Qt.ItemDataRole.DisplayRole) == ["Name 0"]
    assert "Name 0, what did you see first?" in room.section.sentence.text()


def test_two_columns_or_one_where_it_is_narrow(qtbot: QtBot) -> None:
    wide = open_room(qtbot, review_with(*ROLES))
    places = [
        wide.section.list.visualRect(wide.section.list.model().index(row, 0)) for row in range(3)
    ]
    assert places[0].top() == places[1].top()
    assert places[2].left() == places[0].left()
    narrow = open_room(qtbot, review_with(*ROLES), 320)
    assert narrow.section.list.columns == 1


def test_space_counts_and_backspace_takes_one_back(room: Room[VoicesSection]) -> None:
    for _ in range(2):
        room.press(Qt.Key.Key_Space)
    assert counts(room) == [2, 0, 0]
    assert heard(room)[0] == "Incident lead, has spoken, 2 times"
    room.press(Qt.Key.Key_Backspace)
    assert heard(room)[0] == "Incident lead, has spoken"
    room.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert heard(room)[0] == "Incident lead, has not spoken yet"
    assert not room.session.labels


def test_digits_count_and_arrows_walk(room: Room[VoicesSection]) -> None:
    room.type("3")
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Space)
    room.type("9")
    assert counts(room) == [0, 1, 1]


def test_a_click_on_the_sign_counts(room: Room[VoicesSection]) -> None:
    shown = room.section.list
    place = shown.visualRect(shown.model().index(1, 0))
    for left in (place.left() + 24, place.left() + 90):
        at = QPoint(left, place.center().y())
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert counts(room) == [0, 1, 0]
    assert shown.currentIndex().row() == 1


def test_the_sentence_invites_one_of_the_quiet(room: Room[VoicesSection]) -> None:
    sentence = room.section.sentence
    assert sentence.text().startswith(
        "Nobody has spoken yet, one is not here. Try: “Incident lead, "
    )
    room.type("1")
    assert sentence.text() == (
        "Two have not spoken yet, one is not here. Try: “Support lead, what did you see first?”"
    )
    room.section.place_changed(Phase.FACTORS, None)
    assert sentence.text().endswith("“Support lead, what made sense to you then?”")
    room.type("2")
    assert sentence.text().startswith("One has not spoken yet, one is not here. Try: ")
    room.type("3")
    assert sentence.text() == "Everybody who is here has spoken."
    room.type("4")
    assert sentence.text() == "Everybody has spoken."


def test_p_marks_who_is_here_and_undo_takes_it_back(room: Room[VoicesSection]) -> None:
    room.press(Qt.Key.Key_P)
    assert heard(room)[-1] == "Incident lead, not here"
    assert room.section.list.currentIndex().row() == 3
    room.control(Qt.Key.Key_Z)
    assert heard(room)[0] == "Incident lead, has not spoken yet"
    assert room.session.labels == ["Mark who is present"]


def test_whoever_speaks_is_here(room: Room[VoicesSection]) -> None:
    room.type("4")
    person = room.review.participants[0]
    assert person.attended
    assert room.console.voices.count(person.id) == 1


def test_insert_adds_somebody_by_role(room: Room[VoicesSection]) -> None:
    room.press(Qt.Key.Key_Insert)
    room.enter("Vendor")
    assert room.at(room.section.list)
    assert "Vendor, has not spoken yet" in heard(room)
    current = room.section.list.currentIndex().data()
    assert current == "Vendor"


def test_whose_role_is_typed_comes_in(room: Room[VoicesSection]) -> None:
    room.press(Qt.Key.Key_Insert)
    room.enter("head of payments")
    assert len(room.review.participants) == 4
    assert all(each.attended for each in room.review.participants)


def test_escape_leaves_the_line(room: Room[VoicesSection]) -> None:
    room.press(Qt.Key.Key_Insert)
    room.press(Qt.Key.Key_Escape)
    assert room.at(room.section.list)
    assert not room.section.line.isVisible()


def test_undo_in_the_empty_line_is_the_reviews(room: Room[VoicesSection]) -> None:
    room.press(Qt.Key.Key_Insert)
    room.enter("Vendor")
    room.press(Qt.Key.Key_Insert)
    room.control(Qt.Key.Key_Z)
    assert "Vendor" not in [each.role for each in room.review.participants]


def test_an_empty_room_begins_with_the_line(qtbot: QtBot) -> None:
    room = open_room(qtbot, make_review())
    assert room.at(room.section.line)
    assert room.section.sentence.text().startswith("Nobody is on the list yet.")
    room.enter("Incident lead")
    assert room.at(room.section.list)
    assert heard(room) == ["Incident lead, has not spoken yet"]


def test_nobody_here_says_how_to_change_that(qtbot: QtBot) -> None:
    room = open_room(qtbot, review_with(away="Lead"))
    assert "P in the list" in room.section.sentence.text()


def test_the_tally_never_reaches_the_disk(qtbot: QtBot, library_path: Path, tmp_path: Path) -> None:
    """A session on a real library: files are the same before and after, and say nothing."""
    store = open_store(library_path, lambda: NOW)
    room = open_room(qtbot, store.create(review_with(*ROLES)))
    session = ReviewSession(room.review, lambda: store, lambda: NOW)
    object.__setattr__(room.desk, "session", session)
    session.subscribe(room.section.follow)
    room.press(Qt.Key.Key_P)
    room.press(Qt.Key.Key_P)
    before = files(tmp_path)
    assert before
    for _ in range(3):
        room.type("1")
    for _ in range(74_231 - 3):
        room.console.voices.spoke("p0")
    assert files(tmp_path) == before
    room.press(Qt.Key.Key_Insert)
    room.enter(f"Guest {Ids()()}")
    assert "74231" not in str(session.review)
    room.section.leave()
    room.console.voices.clear()
    store.close()
    assert not any(b"74231" in data for data in files(tmp_path).values())
    assert room.console.voices.count("p0") == 0


def files(folder: Path) -> dict[Path, bytes]:
    """What every file in a folder holds: library, settings, meetings, log."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
