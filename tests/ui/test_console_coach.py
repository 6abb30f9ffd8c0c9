"""The Coach in the Console: what it shows, in which order, and what its keys do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.coach.lack import Lack
from facilitator.coach.readiness import lacks
from facilitator.domain.edits.brief import set_field
from facilitator.domain.phase import Phase
from facilitator.domain.records import Factor, Review
from facilitator.domain.words import EvidenceStatus, FactorKind, Family
from facilitator.ui.console import coach_section as section_module
from facilitator.ui.console import coach_words
from facilitator.ui.console.coach_rows import MOST, Kind, rows_of
from facilitator.ui.console.coach_section import CoachSection
from facilitator.ui.console.coach_words import ordered, second_line
from facilitator.ui.theme import Theme
from tests.benchmarks.reviews import review as large_review
from tests.ui.console_frame import console_desk
from tests.ui.hands import Hands, bring_up

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key


def lack(rule: str, phase: str = "factors", *details: str, target: str | None = None) -> Lack:
    return Lack(rule, f"{phase}[x]", f"Lacks {rule}", phase, target, details)


def seven(_review: Review) -> tuple[Lack, ...]:
    """Two of the brief, two of factors, three of actions."""
    rules = {"a": "brief", "b": "brief", "c": "factors", "d": "factors"}
    rules |= {"e": "actions", "f": "actions", "g": "actions"}
    return tuple(lack(rule, phase, target=f"{rule}1") for rule, phase in rules.items())


class Room(Hands):
    """The section in a window; looks are counted."""

    def __init__(self, qtbot: QtBot, review: Review | None = None, size: int = 100) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.console = console_desk(self.window, review, Theme("dark", size))
        self.desk: Any
        self.desk = self.console.desk
        self.desk.host.phase = Phase.FACTORS
        self.section = CoachSection(self.console)
        QVBoxLayout(self.window).addWidget(self.section)
        self.desk.session.subscribe(self.section.follow)
        self.window.resize(480, 900)
        bring_up(qtbot, self.window)
        self.section.focus_start()

    @property
    def rows(self) -> Any:
        return self.section.list

    @property
    def headings(self) -> list[str]:
        return [row.heading.removeprefix("Lacks ") for row in self.rows.rows.rows]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Seven things are lacking; each look at the review adds its title here."""
    seen: list[str] = []

    def look(review: Review) -> tuple[Lack, ...]:
        seen.append(review.title)
        return seven(review)

    monkeypatch.setattr(section_module, "lacks", look)
    return seen


# -- words -------------------------------------------------------------------------------------


def bare_reviews() -> list[Review]:
    root = Factor(id="f0", parent=None, kind=FactorKind.EFFECT)
    trigger = Factor(id="f1", parent="f0", kind=FactorKind.TRIGGER, text="A file was sent")
    chain = replace(trigger, kind=FactorKind.CONDITION, evidence_status=EvidenceStatus.SUPPORTED)
    empty = Review(id="r", factors=(root,))
    return [
        empty,
        replace(empty, factors=(root, trigger)),
        replace(empty, factors=(root, chain)),
        large_review(50, 40, 20, 9),
    ]


@pytest.mark.parametrize("review", bare_reviews())
def test_everything_lacking_comes_with_what_would_help(review: Review) -> None:
    for each in lacks(review):
        assert coach_words._ADVICE[each.rule] in second_line(each)


def test_what_the_message_names_is_not_said_again() -> None:
    missing = Lack(
        "marker_missing", "events", "No event is marked Detected", "timeline", None, ("Detected",)
    )
    assert second_line(missing) == "Durations are counted from these moments."


def test_several_rows_are_named_by_the_first() -> None:
    three = lack("no_owner", "actions", "Reject bad files.", "Page\n  on call", "Third")
    assert second_line(three).startswith("Reject bad files, and two more. Ask who")


def test_families_are_all_named() -> None:
    names = tuple(each.replace("_", " ").capitalize() for each in Family)[:2]
    assert second_line(lack("family_not_asked", "factors", *names)).startswith(", ".join(names))


def test_long_words_are_cut_and_a_rule_without_advice_stands_alone() -> None:
    cut = second_line(lack("new_rule", "factors", "word " * 40))
    assert cut.endswith("…")
    assert len(cut) <= 72
    assert not second_line(lack("new_rule"))


def test_the_phase_on_the_stage_comes_first() -> None:
    found = ordered(seven(Review(id="r")), Phase.ACTIONS)
    assert [each.rule for each in found] == list("efgabcd")


@pytest.mark.parametrize(
    ("count", "unfolded", "last"),
    [
        (MOST, False, "Lacks r2"),
        (MOST + 2, False, "Two more"),
        (MOST + 2, True, "Show fewer"),
        (MOST, True, "Lacks r2"),
    ],
)
def test_few_are_shown_and_the_rest_can_be_reached(count: int, unfolded: bool, last: str) -> None:
    rows = rows_of([lack(f"r{n}") for n in range(count)], 0, unfolded=unfolded)
    assert rows[-1].heading == last
    assert sum(row.kind is Kind.LACK for row in rows) == (count if unfolded else MOST)


# -- keys --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("looks")
def test_enter_goes_where_it_is_lacking(qtbot: QtBot) -> None:
    room = Room(qtbot)
    assert room.headings == ["c", "d", "a", "Four more"]
    room.press(Key.Key_Return)
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.press(Key.Key_Enter)
    assert room.desk.host.went == [(Phase.FACTORS, "c1"), (Phase.BRIEF, "a1")]
    assert room.desk.host.forward == 2, "The Stage has the keys: there one goes on."


def test_a_lack_of_the_close_goes_to_its_field(qtbot: QtBot) -> None:
    room = Room(qtbot)
    room.section.place_changed(Phase.CLOSE, None)
    assert room.rows.current.lack.rule in {each.rule for each in lacks(room.desk.review)}
    room.rows.choose_row(0)
    room.press(Key.Key_Return)
    assert room.desk.host.went == [(Phase.CLOSE, "lessons")]


@pytest.mark.usefixtures("looks")
@pytest.mark.parametrize("key", [Key.Key_X, Key.Key_Delete])
def test_what_is_left_stays_away_until_it_is_asked_for(qtbot: QtBot, key: Qt.Key) -> None:
    room = Room(qtbot)
    room.press(key)
    assert room.headings == ["d", "a", "b", "Three more", "One left for this meeting"]
    assert room.rows.current.lack.rule == "d", "The next one is current."
    room.desk.session.apply("Title", set_field("title", "Another"))
    room.section._look()
    assert "c" not in room.headings, "It stays away when the review changes."
    room.press(Key.Key_End)
    room.press(Key.Key_Return)
    assert room.headings == ["c", "d", "a", "Four more"]


@pytest.mark.usefixtures("looks")
def test_a_console_that_opens_again_knows_what_was_left(qtbot: QtBot) -> None:
    room = Room(qtbot)
    room.press(Key.Key_X)
    again = CoachSection(room.console)
    qtbot.addWidget(again)
    again.show()
    assert [row.heading for row in again.list.rows.rows][:1] == ["Lacks d"]


@pytest.mark.usefixtures("looks")
def test_the_rest_unfolds_and_folds(qtbot: QtBot) -> None:
    room = Room(qtbot)
    room.press(Key.Key_End)
    room.press(key := Key.Key_Return)
    assert room.headings == ["c", "d", "a", "b", "e", "f", "g", "Show fewer"]
    assert room.rows.current.lack.rule == "b"
    room.press(Key.Key_X)
    room.rows.choose_row(6)
    assert room.rows.current.kind is Kind.FEWER
    room.press(key)
    assert len(room.headings) == 5


@pytest.mark.usefixtures("looks")
def test_all_of_it_can_be_left(qtbot: QtBot) -> None:
    room = Room(qtbot)
    for _ in range(7):
        room.press(Key.Key_X)
    assert room.headings == ["Seven left for this meeting"]
    room.press(Key.Key_X)
    assert len(room.headings) == 1, "There is nothing to leave here."


def test_nothing_lacking_is_said_in_words(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(section_module, "lacks", lambda _review: ())
    room = Room(qtbot)
    assert room.section._nothing.isVisible()
    assert room.rows.isHidden()


# -- the mouse ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("looks")
def test_the_buttons_do_what_the_keys_do(qtbot: QtBot) -> None:
    room = Room(qtbot)
    room.rows.choose_row(1)
    click(room, room.rows.buttons()[0][1].center().toPoint())
    assert room.desk.host.went == [(Phase.FACTORS, "d1")]
    click(room, room.rows.buttons()[1][1].center().toPoint())
    assert "d" not in room.headings


@pytest.mark.usefixtures("looks")
def test_a_click_makes_current_and_a_double_click_goes(qtbot: QtBot) -> None:
    room = Room(qtbot)
    click(room, centre(room, 2))
    assert room.rows.current.lack.rule == "a"
    assert not room.desk.host.went
    QTest.mouseDClick(
        room.rows.viewport(),
        Qt.MouseButton.LeftButton,
        pos=room.rows.visualRect(index(room, 2)).topLeft() + QPoint(60, 20),
    )
    assert room.desk.host.went == [(Phase.BRIEF, "a1")]
    click(room, centre(room, 3))
    assert room.headings[-1] == "Show fewer"


def index(room: Room, row: int) -> Any:
    return room.rows.rows.index(row, 0)


def centre(room: Room, row: int) -> QPoint:
    return QPoint(room.rows.visualRect(index(room, row)).center())


def click(room: Room, at: QPoint) -> None:
    QTest.mouseClick(room.rows.viewport(), Qt.MouseButton.LeftButton, pos=at)


# -- when it looks -----------------------------------------------------------------------------


def test_it_looks_once_when_typing_has_paused(qtbot: QtBot, looks: list[str]) -> None:
    room = Room(qtbot)
    assert len(looks) == 1
    for number in range(20):
        room.desk.session.apply("Title", set_field("title", f"Title {number}"))
    assert len(looks) == 1, "Not while somebody types."
    qtbot.waitUntil(lambda: len(looks) > 1)
    assert looks[1:] == ["Title 19"]


def test_it_does_not_look_while_nobody_sees_it(qtbot: QtBot, looks: list[str]) -> None:
    room = Room(qtbot)
    room.window.hide()
    room.desk.session.apply("Title", set_field("title", "Hidden"))
    assert not room.section._later.isActive()
    assert len(looks) == 1
    bring_up(qtbot, room.window)
    assert looks[1:] == ["Hidden"]


def test_another_phase_orders_anew_without_a_look(qtbot: QtBot, looks: list[str]) -> None:
    room = Room(qtbot)
    room.section.place_changed(Phase.ACTIONS, "a1")
    assert room.headings == ["e", "f", "g", "Four more"]
    assert len(looks) == 1


def test_it_stops_looking_when_the_console_closes(qtbot: QtBot, looks: list[str]) -> None:
    room = Room(qtbot)
    room.desk.session.apply("Title", set_field("title", "Late"))
    room.section.leave()
    assert not room.section._later.isActive()
    assert len(looks) == 1


# -- what is seen and heard --------------------------------------------------------------------


@pytest.mark.usefixtures("looks")
def test_a_reader_hears_both_lines_and_the_keys(qtbot: QtBot) -> None:
    room = Room(qtbot, bare_reviews()[0])
    assert room.section.objectName() == "console.coach"
    assert room.section._remark.text() == "only you see this"
    assert "X leaves it" in room.rows.accessibleDescription()
    heard = index(room, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Lacks c.")
    QAbstractItemModelTester(room.rows.rows)


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("review", bare_reviews())
def test_every_row_has_the_room_it_is_drawn_in(qtbot: QtBot, review: Review, size: int) -> None:
    room = Room(qtbot, review, size)
    rows = len(room.headings)
    assert room.rows.visualRect(index(room, rows - 1)).bottom() < room.rows.height()
    assert room.rows.height() == sum(
        room.rows.visualRect(index(room, row)).height() for row in range(rows)
    )
    assert not room.rows.grab().isNull()
