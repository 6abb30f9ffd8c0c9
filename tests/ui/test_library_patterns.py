"""The page of patterns: proposals are named, declined and taken back with keys alone."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.app.ids import Ids
from facilitator.app.library import Library
from facilitator.domain.phase import Phase
from facilitator.domain.records import ActionItem, Review
from facilitator.domain.words import Durability
from facilitator.store.errors import LibraryUnusable, NotFound, Trouble, WriteFailed
from facilitator.store.store import open_store
from facilitator.ui.library.patterns.foot import PatternFoot
from facilitator.ui.library.patterns.page import PatternsPage
from facilitator.ui.library.patterns.rows import (
    INVESTMENT,
    LOOKING,
    NO_FACTOR,
    NOTHING_ALIKE,
    ONE_REVIEW,
    Kind,
)
from facilitator.ui.theme import Theme
from tests.outages import outage
from tests.ui.hands import NONE
from tests.ui.library_room import NOW, Room, open_library, summary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.app.patterns import PatternBook

Key, Held = Qt.Key, Qt.KeyboardModifier
CANARY = (
    ("The config push had no canary stage", "Ledger"),
    ("No canary stage before a config push", "Search"),
    ("Config pushes have no canary stage", "Mail"),
)
PHONE = ("The phone of the on-call engineer was off", "Mail")


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    store = open_store(library_path, lambda: NOW)
    library = Library(store, lambda: NOW, Ids())
    yield library
    library.close()


@dataclass
class Bench:
    """The page with a real library behind it."""

    qtbot: QtBot
    room: Room
    book: PatternBook

    @property
    def page(self) -> PatternsPage:
        page = self.room.hall.page
        assert isinstance(page, PatternsPage)
        return page

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.room.press(key, held)
        self.settle()

    def control(self, key: Qt.Key) -> None:
        self.press(key, Held.ControlModifier)

    def settle(self) -> None:
        if self.room.hall.shown == "patterns":
            self.qtbot.waitUntil(lambda: not self.page.gathering.busy)

    @property
    def offered(self) -> list[str]:
        return [row.words for row in self.page.left.rows.rows if row.kind is Kind.PROPOSAL]

    @property
    def named(self) -> list[str]:
        return [row.words for row in self.page.left.rows.rows if row.kind is Kind.PATTERN]

    @property
    def stored(self) -> list[str]:
        return [each.pattern.name for each in self.book.gathered().known()]

    def on_the_right(self, kind: Kind) -> list[str]:
        return [row.words for row in self.page.right.rows.rows if row.kind is kind]


def open_patterns(qtbot: QtBot, library: Library, *reviews: Review) -> Bench:
    library.add_all(reviews)
    room = open_library(qtbot, [summary(at, id=each.id) for at, each in enumerate(reviews)])
    room.door.book = library.patterns()
    bench = Bench(qtbot, room, room.door.book)
    bench.control(Key.Key_4)
    return bench


def canary(*actions: ActionItem) -> list[Review]:
    rows = [outage(at, *each) for at, each in enumerate(CANARY)]
    linked = outage(0, *CANARY[0], *actions)
    return [linked, *rows[1:], outage(3, *PHONE)]


def confirmed(bench: Bench, name: str) -> None:
    bench.press(Key.Key_Return)
    bench.room.type(name)
    bench.press(Key.Key_Return)


def test_a_proposal_gets_a_name_and_is_taken_back_and_done_again(
    qtbot: QtBot, library: Library
) -> None:
    bench = open_patterns(qtbot, library, *canary())
    assert len(bench.offered) == 1
    assert "canary" in bench.page.about.text()
    assert bench.on_the_right(Kind.FACTOR) == [text for text, _service in CANARY]
    bench.press(Key.Key_Return)
    assert bench.page.naming.line.text() == bench.offered[0]
    bench.room.type("Pushes without a canary")
    bench.press(Key.Key_Return)
    assert bench.stored == bench.named == ["Pushes without a canary"]
    assert bench.offered == []
    assert bench.page.left.current is not None
    assert bench.page.left.current.words == "Pushes without a canary"
    assert "Seen 3 times in 3 services, 0 durable actions" in bench.page.left.current.facts
    assert bench.page.left.current.note == INVESTMENT
    assert bench.room.focus is bench.page.left
    pattern_id = bench.book.gathered().patterns.each[0].id
    bench.press(Key.Key_F2)
    bench.room.type("Canaries")
    bench.press(Key.Key_Return)
    assert bench.stored == ["Canaries"]
    bench.control(Key.Key_Z)
    bench.control(Key.Key_Z)
    assert bench.stored == []
    assert len(bench.offered) == 1
    both = Held.ControlModifier | Held.ShiftModifier
    bench.press(Key.Key_Z, both)
    bench.press(Key.Key_Z, both)
    assert bench.stored == bench.named == ["Canaries"]
    assert bench.book.gathered().patterns.each[0].id == pattern_id


def test_a_name_that_cannot_be_is_told_at_its_line_and_kept(qtbot: QtBot, library: Library) -> None:
    bench = open_patterns(qtbot, library, *canary())
    bench.press(Key.Key_Return)
    bench.press(Key.Key_Delete)
    bench.press(Key.Key_Return)
    assert bench.page.naming.reason.text() == "Give the pattern a name."
    bench.room.type("Canaries")
    assert bench.page.naming.reason.text().startswith("Enter keeps")
    bench.room.door.trouble = WriteFailed("The disk is full.")
    bench.press(Key.Key_Return)
    assert bench.page.naming.reason.text() == "The disk is full."
    assert bench.page.naming.line.text() == "Canaries"
    bench.press(Key.Key_Return)
    assert bench.stored == ["Canaries"]


def test_esc_leaves_a_proposal_as_it_was(qtbot: QtBot, library: Library) -> None:
    bench = open_patterns(qtbot, library, *canary())
    bench.press(Key.Key_Return)
    bench.press(Key.Key_Escape)
    assert not bench.page.naming.open
    assert bench.stored == []
    assert bench.room.focus is bench.page.left


def test_declined_never_comes_back_but_by_undo(qtbot: QtBot, library: Library) -> None:
    bench = open_patterns(qtbot, library, *canary())
    bench.press(Key.Key_Delete)
    assert bench.offered == []
    assert bench.page.calm.text() == NOTHING_ALIKE
    bench.page.refresh()
    bench.settle()
    assert bench.offered == []
    bench.control(Key.Key_Z)
    assert len(bench.offered) == 1
    bench.press(Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)
    assert bench.offered == []
    assert bench.book.gathered().proposals() == ()


def test_one_factor_is_declined_and_one_is_taken_out(qtbot: QtBot, library: Library) -> None:
    bench = open_patterns(qtbot, library, *canary())
    bench.press(Key.Key_Right)
    bench.press(Key.Key_Delete)
    assert bench.on_the_right(Kind.FACTOR) == [CANARY[1][0], CANARY[2][0]]
    bench.control(Key.Key_Z)
    assert len(bench.on_the_right(Kind.FACTOR)) == 3
    bench.press(Key.Key_Left)
    confirmed(bench, "Canaries")
    bench.press(Key.Key_Right)
    bench.press(Key.Key_Down)
    bench.press(Key.Key_Delete)
    (known,) = bench.book.gathered().known()
    assert [each.place.review_id for each in known.met] == ["r0", "r2"]
    bench.control(Key.Key_Z)
    assert bench.book.gathered().known()[0].cases == 3


def test_delete_dissolves_a_pattern(qtbot: QtBot, library: Library) -> None:
    bench = open_patterns(qtbot, library, *canary())
    confirmed(bench, "Canaries")
    assert bench.room.hall.rail._items["patterns"].accessibleName() == "Patterns: 1"
    bench.press(Key.Key_Delete)
    assert bench.stored == []
    assert len(bench.offered) == 1
    assert bench.page.told.sentence.text() == "Dissolved: “Canaries”."
    bench.control(Key.Key_Z)
    assert bench.named == ["Canaries"]


def test_a_new_factor_joins_without_a_name(qtbot: QtBot, library: Library) -> None:
    bench = open_patterns(qtbot, library, *canary())
    confirmed(bench, "Canaries")
    library.add_all([outage(9, "The config push had no canary stage at all", "Shop")])
    bench.page.refresh()
    bench.settle()
    assert bench.offered == ["May join “Canaries”"]
    bench.press(Key.Key_Down)
    bench.press(Key.Key_Return)
    assert bench.offered == []
    assert bench.book.gathered().known()[0].cases == 4


def test_enter_opens_the_review_where_the_factor_or_the_action_stands(
    qtbot: QtBot, library: Library
) -> None:
    action = ActionItem(id="a1", text="Build one", factors=("f1",), call=Durability.GUARDRAIL)
    bench = open_patterns(qtbot, library, *canary(action))
    confirmed(bench, "Canaries")
    bench.press(Key.Key_Return)
    bench.press(Key.Key_Return)
    assert bench.room.door.opened == ["r0"]
    assert bench.room.door.places == [(Phase.FACTORS, "f1")]
    assert bench.on_the_right(Kind.ACTION) == ["Build one"]
    bench.press(Key.Key_End)
    bench.press(Key.Key_Return)
    assert bench.room.door.places[-1] == (Phase.ACTIONS, "a1")
    bench.room.door.trouble = NotFound("This review is no longer there.")
    bench.press(Key.Key_Return)
    assert bench.page.banner.sentence.text() == "This review is no longer there."


def test_the_reviews_behind_are_listed_and_esc_comes_back(qtbot: QtBot, library: Library) -> None:
    bench = open_patterns(qtbot, library, *canary())
    bench.control(Key.Key_Return)
    assert bench.room.hall.shown == "reviews"
    assert set(bench.room.ids) == {"r0", "r1", "r2"}
    assert not bench.room.registry.enabled("patterns.plan")
    bench.press(Key.Key_Escape)
    assert bench.room.hall.shown == "patterns"
    assert bench.room.registry.enabled("patterns.plan")
    assert bench.room.focus is bench.page.left


def test_the_plan_goes_to_the_clipboard(qtbot: QtBot, library: Library) -> None:
    bench = open_patterns(qtbot, library, *canary())
    QGuiApplication.clipboard().setText("before")
    bench.control(Key.Key_P)
    assert QGuiApplication.clipboard().text() == "before"
    assert bench.page.told.sentence.text().startswith("Give it a name first")
    confirmed(bench, "Canaries")
    bench.control(Key.Key_P)
    plan = QGuiApplication.clipboard().text()
    assert plan.startswith("# Canaries\n")
    assert "Outage 1" in plan


@pytest.mark.parametrize(
    ("reviews", "words"),
    [
        ((), NO_FACTOR),
        ((outage(0, *PHONE),), ONE_REVIEW),
        ((outage(0, *PHONE), outage(1, *CANARY[0])), NOTHING_ALIKE),
    ],
)
def test_one_calm_sentence_where_nothing_comes_back(
    reviews: tuple[Review, ...], words: str, qtbot: QtBot, library: Library
) -> None:
    bench = open_patterns(qtbot, library, *reviews)
    assert bench.page.calm.isVisible()
    assert bench.page.calm.text() == words
    for key in (Key.Key_Return, Key.Key_Delete, Key.Key_F2):
        bench.press(key)
    bench.control(Key.Key_P)
    bench.control(Key.Key_Return)
    assert bench.room.hall.shown == "patterns"
    assert not bench.page.naming.open


def test_the_window_does_not_wait_for_the_library(
    qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add_all(canary())
    room = open_library(qtbot, [summary(0)])
    room.door.book = book = library.patterns()
    go_on, gathered = Event(), book.gathered

    def slow() -> object:
        go_on.wait()
        return gathered()

    monkeypatch.setattr(book, "gathered", slow)
    bench = Bench(qtbot, room, book)
    room.press(Key.Key_4, Held.ControlModifier)
    assert bench.page.calm.text() == LOOKING
    room.press(Key.Key_1, Held.ControlModifier)
    assert room.hall.shown == "reviews"
    room.press(Key.Key_4, Held.ControlModifier)
    go_on.set()
    bench.settle()
    qtbot.waitUntil(lambda: len(bench.offered) == 1)
    assert QApplication.focusWidget() is bench.page.left


def test_a_library_that_cannot_be_read_is_told(qtbot: QtBot, library: Library) -> None:
    bench = open_patterns(qtbot, library, *canary())
    bench.room.door.trouble = LibraryUnusable(Trouble.LOCKED, "The library is in use.")
    bench.page.refresh()
    bench.settle()
    assert bench.page.banner.sentence.text() == "The library is in use."
    assert len(bench.offered) == 1


def test_typing_a_name_is_not_disturbed_by_what_comes_in(qtbot: QtBot, library: Library) -> None:
    bench = open_patterns(qtbot, library, *canary())
    bench.press(Key.Key_Return)
    bench.room.type("Can")
    bench.page.refresh()
    bench.settle()
    assert bench.page.naming.line.text() == "Can"
    bench.room.type("aries")
    bench.press(Key.Key_Return)
    assert bench.stored == ["Canaries"]


def test_one_goes_on_where_one_was_with_undo_and_what_was_typed(
    qtbot: QtBot, library: Library
) -> None:
    bench = open_patterns(qtbot, library, *canary(), outage(8, *PHONE))
    confirmed(bench, "Canaries")
    bench.press(Key.Key_Down)
    bench.press(Key.Key_Return)
    bench.room.type("Phones")
    left = bench.room.hall.state()
    room = open_library(qtbot, [summary(0)])
    room.door.book = bench.book
    room.hall.restore(left)
    again = Bench(qtbot, room, bench.book)
    again.settle()
    assert again.page.naming.line.text() == "Phones"
    again.press(Key.Key_Return)
    assert sorted(again.stored) == ["Canaries", "Phones"]
    again.control(Key.Key_Z)
    again.control(Key.Key_Z)
    assert again.stored == []


def test_a_page_without_rows_says_where_keys_lead(qtbot: QtBot) -> None:
    foot = PatternFoot(Theme())
    qtbot.addWidget(foot)
    foot.resize(1280, 44)
    foot.show()
    words = [each.text() for each in foot.findChildren(QLabel) if each.isVisible()]
    assert words == ["Reviews", "All keys"]
