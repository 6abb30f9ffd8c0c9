"""The Coach in the Console: what it shows, in which order, and what its keys do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.app.not_now import NotNow
from facilitator.coach.advice import Advice, advice
from facilitator.domain.edits.brief import set_field
from facilitator.domain.phase import Phase
from facilitator.domain.records import Factor, Review, TimelineEvent
from facilitator.domain.words import EvidenceStatus, FactorKind, Family
from facilitator.ui.console import coach_look
from facilitator.ui.console.coach_rows import MOST, Kind, Row, rows_of
from facilitator.ui.console.coach_section import CoachSection
from facilitator.ui.console.coach_words import asking, ordered, where
from facilitator.ui.theme import Theme
from tests.benchmarks.reviews import review as large_review
from tests.ui.console_frame import console_desk
from tests.ui.hands import Hands, bring_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    Looked = Iterator[tuple[Advice, ...] | None]

Key = Qt.Key
SAID = "They forgot to run the checks"
AT = datetime(2026, 3, 4, 13, 41, tzinfo=UTC)


def hint(rule: str, phase: str = "factors", *details: str, **more: Any) -> Advice:
    """A piece of advice; all have the same leverage unless it is said."""
    given: dict[str, Any] = {
        "where": f"{phase}[{rule}1]",
        "message": f"Advice {rule}",
        "why": f"It matters that {rule}",
        "question": "What made it sensible?",
        "target": f"{rule}1",
        "key": f"{rule}:{':'.join(details)}",
    }
    return Advice(rule=rule, phase=phase, details=details, **(given | more))


def seven(_review: Review) -> tuple[Advice, ...]:
    """Two of the brief, two of factors, three of actions."""
    rules = {"a": "brief", "b": "brief", "c": "factors", "d": "factors"}
    rules |= {"e": "actions", "f": "actions", "g": "actions"}
    return tuple(hint(rule, phase) for rule, phase in rules.items())


def twins() -> Review:
    """Two factors that say the same, and a slip on the timeline."""
    root = Factor(id="f0", parent=None, kind=FactorKind.EFFECT)
    first = Factor(id="f1", parent="f0", text="Nobody was paged")
    second = Factor(id="f2", parent="f0", position=1, text="Nobody was paged for it")
    said = TimelineEvent(id="e1", at=AT, text=SAID)
    return Review(id="r1", factors=(root, first, second), events=(said,), time_zone="UTC")


ALIKE = hint(
    "factors_alike",
    "factors",
    "Nobody was paged",
    "Nobody was paged for it",
    where="factors[f1], factors[f2]",
    target="f1",
)
SLIP = hint("human_error", "timeline", SAID, where="events[e1]", target="e1")


class Room(Hands):
    """The section in a window; looks are counted."""

    def __init__(
        self,
        qtbot: QtBot,
        review: Review | None = None,
        size: int = 100,
        not_now: NotNow | None = None,
    ) -> None:
        self.window, self.qtbot = QWidget(), qtbot
        qtbot.addWidget(self.window)
        console = console_desk(self.window, review, Theme("dark", size))
        self.console = replace(console, not_now=not_now or NotNow())
        self.desk: Any
        self.desk = self.console.desk
        self.desk.host.phase = Phase.FACTORS
        self.section = CoachSection(self.console)
        QVBoxLayout(self.window).addWidget(self.section)
        self.desk.session.subscribe(self.section.follow)
        self.window.resize(480, 900)
        bring_up(qtbot, self.window)
        self.seen()
        self.section.focus_start()

    def seen(self) -> None:
        """Wait until it has looked at all."""
        self.qtbot.waitUntil(lambda: not self.section.waits)

    @property
    def rows(self) -> Any:
        return self.section.list

    @property
    def shown(self) -> tuple[Row, ...]:
        rows: tuple[Row, ...] = self.rows.rows.rows
        return rows

    @property
    def headings(self) -> list[str]:
        return [row.heading.removeprefix("Advice ") for row in self.shown]

    @property
    def current(self) -> str:
        return str(self.rows.current.advice.rule)


def look_with(
    monkeypatch: pytest.MonkeyPatch, given: Callable[[Review], Sequence[Advice]]
) -> list[str]:
    """What the coach advises; each look at a review adds its title to the list."""
    seen: list[str] = []

    def look(review: Review, _today: date) -> Looked:
        seen.append(review.title)
        yield None
        yield tuple(given(review))

    monkeypatch.setattr(coach_look, "looked_at", look)
    return seen


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return look_with(monkeypatch, seven)


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
        twins(),
    ]


def row_of(given: Advice, review: Review | None = None) -> Row:
    return rows_of([given], 0, review or twins(), unfolded=False)[0]


@pytest.mark.parametrize("review", bare_reviews())
def test_all_advice_says_why_and_what_to_ask(review: Review) -> None:
    for each in advice(review):
        row = row_of(each, review)
        assert row.heading
        assert row.why
        assert row.ask.startswith("Ask: ")


def test_words_are_quoted_with_their_time() -> None:
    row = row_of(SLIP)
    assert row.heading == f"“{SAID}” 13:41"
    assert row.second == "It matters that human_error. Ask: what made it sensible?"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("This offers a slip", "Offers a slip as what happened."),
        ("This probably offers a slip", "Probably offers a slip as what happened."),
    ],
)
def test_what_words_do_is_said_and_whether_the_coach_is_sure(message: str, said: str) -> None:
    given = replace(SLIP, message=message, why="offers a slip as what happened")
    assert row_of(given).why == said


def test_two_that_say_the_same_are_both_quoted() -> None:
    assert where(ALIKE) == "“Nobody was paged” and “Nobody was paged for it”."


def test_what_the_message_names_is_not_said_again() -> None:
    missing = hint("marker_missing", "timeline", "Detected", message="No event is Detected")
    assert not where(missing)


def test_several_rows_are_named_by_the_first() -> None:
    three = hint("no_owner", "actions", "Reject bad files.", "Page\n  on call", "Third")
    assert where(three) == "Reject bad files, and two more."
    assert row_of(three).briefly.startswith("Reject bad files, and two more. Ask: what")


def test_families_are_all_named() -> None:
    names = tuple(each.replace("_", " ").capitalize() for each in Family)[:2]
    assert where(hint("family_not_asked", "factors", *names)) == f"{', '.join(names)}."


def test_long_words_are_cut() -> None:
    cut = where(hint("new_rule", "factors", "word " * 40))
    assert cut.endswith("…")
    assert len(cut) <= 72


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who takes it?", "Ask: who takes it?"),
        ("DNS first?", "Ask: DNS first?"),
        ("“bad”: by what?", "Ask: “bad”: by what?"),
        ("", ""),
    ],
)
def test_a_question_follows_on(question: str, said: str) -> None:
    assert asking(hint("x", question=question)) == said


def test_leverage_comes_first_and_of_the_same_the_phase_on_the_stage() -> None:
    first = hint("z", "brief", leverage=-1)
    found = ordered((*seven(twins()), first), Phase.ACTIONS)
    assert [each.rule for each in found] == list("zefgabcd")


@pytest.mark.parametrize(
    ("count", "unfolded", "last"),
    [
        (MOST, False, "Advice r2"),
        (MOST + 2, False, "Two more"),
        (MOST + 2, True, "Show fewer"),
        (MOST, True, "Advice r2"),
    ],
)
def test_few_are_shown_and_the_rest_can_be_reached(count: int, unfolded: bool, last: str) -> None:
    rows = rows_of([hint(f"r{n}") for n in range(count)], 0, twins(), unfolded=unfolded)
    assert rows[-1].heading == last
    assert sum(row.kind is Kind.ADVICE for row in rows) == (count if unfolded else MOST)


# -- keys --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("looks")
def test_enter_goes_where_it_is(qtbot: QtBot) -> None:
    room = Room(qtbot)
    assert room.headings == ["c", "d", "a", "Four more"]
    room.press(Key.Key_Return)
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.press(Key.Key_Enter)
    assert room.desk.host.went == [(Phase.FACTORS, "c1"), (Phase.BRIEF, "a1")]
    assert room.desk.host.forward == 2, "The Stage has the keys: there one goes on."


def test_what_the_close_lacks_goes_to_its_field(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_with(monkeypatch, lambda _review: [hint("x", "close", where="lessons", target=None)])
    room = Room(qtbot)
    room.press(Key.Key_Return)
    assert room.desk.host.went == [(Phase.CLOSE, "lessons")]


def test_words_are_reworded_where_they_stand(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    look_with(monkeypatch, lambda _review: [SLIP])
    room = Room(qtbot, twins())
    ran: list[str] = []
    monkeypatch.setattr(room.desk.registry, "run", ran.append)
    assert room.rows.button_words("chosen") == ("Reword it", "Enter")
    room.press(Key.Key_Return)
    assert room.desk.host.went == [(Phase.TIMELINE, "e1")]
    assert ran == ["timeline.edit"]


def test_two_factors_become_one_and_undo_parts_them(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_with(monkeypatch, lambda review: [ALIKE] if len(review.factors) > 2 else [])
    room = Room(qtbot, twins())
    assert [signal for signal, _box in room.rows.buttons()] == ["chosen", "merged", "left"]
    room.press(Key.Key_M)
    assert [each.id for each in room.desk.review.factors] == ["f0", "f1"]
    assert room.desk.session.undo_label == "Merge two factors"
    room.seen()
    assert room.section._nothing.isVisible()
    room.desk.session.undo()
    assert room.desk.review == twins()


@pytest.mark.usefixtures("looks")
def test_only_two_that_say_the_same_can_be_merged(qtbot: QtBot) -> None:
    room = Room(qtbot)
    before = room.desk.review
    room.press(Key.Key_M)
    assert room.desk.review is before
    assert [signal for signal, _box in room.rows.buttons()] == ["chosen", "left"]


def test_a_merge_of_what_is_gone_is_refused_in_words(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = replace(ALIKE, where="factors[f1], factors[f9]")
    look_with(monkeypatch, lambda _review: [gone])
    room = Room(qtbot, twins())
    room.press(Key.Key_M)
    assert room.desk.review == twins()
    assert room.desk.host.complaints


@pytest.mark.usefixtures("looks")
@pytest.mark.parametrize("key", [Key.Key_X, Key.Key_Delete])
def test_what_is_put_off_stays_away_until_it_is_asked_for(qtbot: QtBot, key: Qt.Key) -> None:
    room = Room(qtbot)
    room.press(key)
    assert room.headings == ["d", "a", "b", "Three more", "One put off"]
    assert room.current == "d", "The next one is current."
    room.desk.session.apply("Title", set_field("title", "Another"))
    room.seen()
    assert "c" not in room.headings, "It stays away when the review changes."
    room.press(Key.Key_End)
    room.press(Key.Key_Return)
    assert room.headings == ["c", "d", "a", "Four more"]


@pytest.mark.usefixtures("looks")
def test_what_is_put_off_stays_away_after_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "r1.coach.json"
    room = Room(qtbot, not_now=NotNow(path))
    room.press(Key.Key_X)
    assert Room(qtbot, not_now=NotNow(path)).headings[:2] == ["d", "a"]


def test_other_words_bring_it_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    look_with(monkeypatch, lambda review: [hint("title", "brief", review.title)])
    room = Room(qtbot)
    room.press(Key.Key_X)
    assert room.headings == ["One put off"]
    room.desk.session.apply("Title", set_field("title", "Other words"))
    room.seen()
    assert room.headings == ["title"]


@pytest.mark.usefixtures("looks")
def test_the_rest_unfolds_and_folds(qtbot: QtBot) -> None:
    room = Room(qtbot)
    room.press(Key.Key_End)
    room.press(key := Key.Key_Return)
    assert room.headings == ["c", "d", "a", "b", "e", "f", "g", "Show fewer"]
    assert room.current == "b"
    room.press(Key.Key_X)
    room.rows.choose_row(6)
    assert room.rows.current.kind is Kind.FEWER
    room.press(key)
    assert len(room.headings) == 5


@pytest.mark.usefixtures("looks")
def test_all_of_it_can_be_put_off(qtbot: QtBot) -> None:
    room = Room(qtbot)
    for _ in range(7):
        room.press(Key.Key_X)
    assert room.headings == ["Seven put off"]
    room.press(Key.Key_X)
    assert len(room.headings) == 1, "There is nothing to put off here."


def test_nothing_to_advise_is_said_in_words(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    look_with(monkeypatch, lambda _review: ())
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
    assert room.current == "a"
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
    room.seen()
    assert looks[1:] == ["Title 19"]


def test_a_look_that_typing_overtakes_begins_anew(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was seen of the words before is not shown."""
    endless = True

    def look(review: Review, _today: date) -> Looked:
        while endless:
            yield None
        yield (hint(review.title, "brief"),)

    monkeypatch.setattr(coach_look, "looked_at", lambda review, _today: iter([seven(review)]))
    room = Room(qtbot)
    monkeypatch.setattr(coach_look, "looked_at", look)
    room.desk.session.apply("Title", set_field("title", "One"))
    qtbot.waitUntil(lambda: room.section.look.busy)
    room.desk.session.apply("Title", set_field("title", "Two"))
    assert not room.section.look.busy
    endless = False
    room.seen()
    assert room.headings == ["Two"]


def test_it_does_not_look_while_nobody_sees_it(qtbot: QtBot, looks: list[str]) -> None:
    room = Room(qtbot)
    room.window.hide()
    room.desk.session.apply("Title", set_field("title", "Hidden"))
    assert not room.section.waits
    assert len(looks) == 1
    bring_up(qtbot, room.window)
    room.seen()
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
    assert not room.section.waits
    assert len(looks) == 1


# -- what is seen and heard --------------------------------------------------------------------


@pytest.mark.usefixtures("looks")
def test_a_reader_hears_all_of_it_and_the_keys(qtbot: QtBot) -> None:
    room = Room(qtbot, bare_reviews()[0])
    assert room.section.objectName() == "console.coach"
    assert room.section._remark.text() == "only you see this"
    assert "X puts it off" in room.rows.accessibleDescription()
    heard = index(room, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Advice d. It matters that d. Ask: what made it sensible?"
    QAbstractItemModelTester(room.rows.rows)


@pytest.mark.usefixtures("looks")
def test_only_the_current_row_says_why(qtbot: QtBot) -> None:
    room = Room(qtbot)
    first = [room.rows._below(row) for row in range(2)]
    assert first == [
        "It matters that c. Ask: what made it sensible?",
        "Ask: what made it sensible?",
    ]
    room.press(Key.Key_Down)
    assert room.rows._below(0) == "Ask: what made it sensible?"


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
