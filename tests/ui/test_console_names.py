"""Names still there, in the Console: when it is shown, what stands in a row, what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.factors import change_factor
from facilitator.domain.phase import Phase
from facilitator.domain.records import Factor, Lesson, ParkedIdea, Participant, Review
from facilitator.domain.residual_names import SEVERAL, STRANGER, Residual
from facilitator.domain.words import FactorKind, LessonSide, NameUse
from facilitator.ui.commands import COMMANDS
from facilitator.ui.console import names_section
from facilitator.ui.console.names_rows import MOST, name_of, rows_of
from facilitator.ui.console.names_section import NamesSection
from facilitator.ui.naming_deeds import NamingDeeds
from tests.ui.section_room import open_section

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key
ZOE = Participant(id="p1", name="Zoe James")
PRIYA = Participant(id="p2", name="Priya Raman", role="On-call engineer")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look without waiting for a pause in typing."""
    monkeypatch.setattr(names_section, "_WAIT_MS", 0)


def review(*texts: str, people: tuple[Participant, ...] = (ZOE, PRIYA)) -> Review:
    effect = Factor(id="effect", parent=None, kind=FactorKind.EFFECT)
    factors = [Factor(id=f"f{i}", parent="effect", text=text) for i, text in enumerate(texts)]
    return Review(id="r1", participants=people, factors=(effect, *factors))


def opened(qtbot: QtBot, shown: Review) -> Any:
    """The section once it has looked."""
    room = open_section(qtbot, NamesSection, shown)
    qtbot.waitUntil(lambda: not room.section._later.isActive())
    room.section.focus_start()
    return room


def words(room: Any) -> list[str]:
    return [row.word for row in room.section.list.rows.rows]


def test_it_is_away_while_all_is_well(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Priya saw nothing"))
    assert not room.section.isVisible()
    room.desk.apply("Word", change_factor("f0", text="Then Elena saw it"))
    qtbot.waitUntil(room.section.isVisible)
    assert words(room) == ["Elena"]
    room.desk.session.undo()
    qtbot.waitUntil(lambda: not room.section.isVisible())


def test_it_says_how_many_and_where(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Then Elena saw it", "Then Elena slept", "Zoe knew"))
    assert room.said()[:2] == ["Names still there", "2"]
    assert [(row.word, row.second) for row in room.section.list.rows.rows] == [
        ("Elena", "Factor, and 1 more place. Nobody in the room has this name."),
        ("Zoe James", "Factor. No role or alias, so it shows as “somebody”."),
    ]


def test_it_is_away_while_names_are_shown(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Then Elena saw it"))
    room.desk.apply("Names", set_field("names", NameUse.NAMES))
    qtbot.waitUntil(lambda: not room.section.isVisible())


def test_enter_goes_to_the_row(qtbot: QtBot) -> None:
    room = opened(qtbot, review("All is well", "Then Elena saw it"))
    room.press(Key.Key_Return)
    assert room.host.went == [(Phase.FACTORS, "f1")]
    assert room.host.forward == 1


def test_enter_goes_to_lessons_and_to_the_brief(qtbot: QtBot) -> None:
    lesson = Lesson(id="l1", side=LessonSide.WELL, text="Sergei was quick")
    told = Review(id="r1", summary="Then Elena saw it", lessons=(lesson,))
    room = opened(qtbot, told)
    room.press(Key.Key_Return)
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.host.went == [(Phase.BRIEF, "summary"), (Phase.CLOSE, "l1")]


def test_what_is_parked_is_beside_it(qtbot: QtBot) -> None:
    told = Review(id="r1", parking=(ParkedIdea(id="i1", text="Ask Elena"),))
    room = opened(qtbot, told)
    room.press(Key.Key_Return)
    assert room.host.went == []


def test_x_says_that_it_is_no_name(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Then Elena saw it", "Then Sergei saw it"))
    room.press(Key.Key_X)
    assert words(room) == ["Sergei"]
    assert room.console.memory.no_names == {"Elena"}
    given: list[bool] = []
    room.section.emptied.connect(lambda: given.append(True))
    room.press(Key.Key_Delete)
    assert not room.section.isVisible()
    assert given == [True], "Its keys go to another section."
    assert room.review == review("Then Elena saw it", "Then Sergei saw it")


def test_what_is_no_name_stays_so_when_the_console_opens_again(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Then Elena saw it"))
    room.press(Key.Key_X)
    again = NamesSection(room.console)
    qtbot.addWidget(again)
    again._found = room.section._found
    again._show()
    assert not again.list.rows.rows


def test_p_gives_a_role_to_somebody_in_the_room(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Zoe knew"))
    room.press(Key.Key_P)
    assert room.focus is room.section.line
    assert room.section.line.placeholderText() == "Role of Zoe James"
    room.enter("Support lead")
    assert room.review.participants[0].role == "Support lead"
    assert room.desk.shown("Zoe knew") == "The support lead knew"
    assert not room.section.isVisible()


def test_p_brings_somebody_into_the_room(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Ping @devika, and Elena"))
    room.press(Key.Key_P)
    room.enter("Database owner")
    people = {each.name: each.role for each in room.review.participants}
    assert people["Devika"] == "Database owner"
    assert room.desk.shown("Ping @devika") == "Ping the database owner"
    assert words(room) == ["Elena"]
    assert room.focus is room.section.list
    room.desk.session.undo()
    assert len(room.review.participants) == 2


def test_a_role_must_be_said(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Zoe knew"))
    room.press(Key.Key_P)
    room.press(Key.Key_Return)
    assert room.section.problem.isVisible()
    assert room.section.problem.text() == "Say a role, like Database engineer."
    room.press(Key.Key_Escape)
    assert room.focus is room.section.list
    assert not room.section.problem.isVisible()
    assert room.review == review("Zoe knew")


def test_p_does_nothing_where_no_role_helps(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Mail priya.raman@example.com"))
    room.press(Key.Key_P)
    assert room.focus is room.section.list
    assert "joined" not in dict(room.section.list.buttons())


def test_the_buttons_do_what_the_keys_do(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Then Elena saw it"))
    rows = room.section.list
    centres = {name: box.center().toPoint() for name, box in rows.buttons()}
    assert list(centres) == ["chosen", "joined", "dropped"]
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=centres["chosen"])
    assert room.host.went == [(Phase.FACTORS, "f0")]
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=centres["joined"])
    assert room.section.line.isVisible()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=centres["dropped"])
    assert room.console.memory.no_names == {"Elena"}


def test_many_unfold(qtbot: QtBot) -> None:
    names = ("Elena", "Sergei", "Matteo", "Ingrid", "Kwame")
    room = opened(qtbot, review(*(f"Then {name} saw it" for name in names)))
    assert words(room) == [*names[:MOST], "2 more"]
    for _row in range(MOST):
        room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert words(room) == [*names, "Show fewer"]
    rows = room.section.list
    last = rows.visualRect(rows.rows.index(len(names), 0))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=last.center())
    assert words(room) == [*names[:MOST], "2 more"]


@pytest.mark.parametrize("width", [300, 440, 700])
def test_the_buttons_stand_in_the_row(qtbot: QtBot, width: int) -> None:
    room = opened(qtbot, review("Then Elena saw it", "Then Sergei saw it"))
    room.section.window().resize(width, 900)
    rows = room.section.list
    place = rows.visualRect(rows.currentIndex())
    assert all(place.contains(box.toAlignedRect()) for _name, box in rows.buttons())


def test_the_model_is_in_order(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Then Elena saw it"))
    QAbstractItemModelTester(room.section.list.rows)
    room.desk.apply("Word", change_factor("f0", text="Then Sergei saw it"))
    qtbot.waitUntil(lambda: words(room) == ["Sergei"])


def test_rows_of_one_word_are_one() -> None:
    places = [Residual("factors", f"f{i}", "Factor", "Elena", STRANGER) for i in range(3)]
    several = Residual("actions", "a1", "Action", "Priya", SEVERAL)
    elena, priya = rows_of([*places, several], unfolded=False)
    assert elena.second == f"Factor, and 2 more places. {STRANGER}."
    assert elena.may_join
    assert not priya.may_join


@pytest.mark.parametrize(
    ("word", "name"),
    [("Elena", "Elena"), ("@devika", "Devika"), ("@devika.rao", "Devika Rao")],
)
def test_a_handle_becomes_a_name(word: str, name: str) -> None:
    assert name_of(word) == name


# -- the command -------------------------------------------------------------------------------


def test_the_command_says_what_it_would_do(qtbot: QtBot) -> None:
    room = opened(qtbot, review("Priya saw it"))
    deeds = NamingDeeds(room.desk)
    deeds.bind()
    action = room.desk.registry.action("stage.names")
    assert (action.text(), action.isEnabled()) == ("Show names", True)
    room.desk.registry.run("stage.names")
    assert room.review.names is NameUse.NAMES
    assert room.desk.shown("Priya saw it") == "Priya saw it"
    assert action.text() == "Show roles"
    assert room.session.undo_label == "Show names"
    room.session.undo()
    assert action.text() == "Show names"
    assert room.desk.shown("Priya saw it") == "The on-call engineer saw it"
    deeds.leave()


def test_the_command_is_in_the_table() -> None:
    assert any(each.id == "stage.names" for each in COMMANDS)
