"""Two people type into one text at the same time: no key of either is lost or torn away."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.app.session import ReviewSession
from facilitator.domain.edits.brief import set_field
from facilitator.domain.records import Review
from facilitator.store.errors import StaleRevision
from facilitator.ui.fields import BoundText
from tests.ui.support import NOW, make_desk

if TYPE_CHECKING:
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from facilitator.domain.delta import Delta

OURS, THEIRS = "saw the graph fall and asked", "ZERO ONE TWO THREE FOUR FIVE"


@dataclass
class Shelf:
    """A library with one review, which refuses what is not based on the newest."""

    review: Review
    at: datetime = NOW

    @property
    def revision(self) -> int:
        return self.review.revision

    def save(self, delta: Delta, base: int) -> Shelf:
        if base != self.revision:
            raise StaleRevision
        self.review = replace(delta.after, revision=base + 1)
        return self

    def load(self, _review_id: str) -> Review:
        return self.review


class Person(BoundText):
    """A field somebody types in all the time, at a window of its own."""

    def __init__(self, window: QWidget, shelf: Shelf) -> None:
        desk = make_desk(window, shelf.review)
        self.session = ReviewSession(shelf.review, lambda: shelf, lambda: NOW)  # type: ignore[arg-type, return-value]
        super().__init__(
            replace(desk, session=self.session),
            "summary",
            "Summary",
            lambda review: review.summary,
            lambda text: set_field("summary", text),
        )
        self.session.subscribe(self.refresh)
        window.layout().addWidget(self)  # type: ignore[union-attr]

    def hasFocus(self) -> bool:
        return True

    def put_cursor(self, place: int) -> None:
        self.setTextCursor(self.cursor_over(place, place))


class Pair:
    def __init__(self, qtbot: QtBot, summary: str) -> None:
        self.window = QWidget()
        QVBoxLayout(self.window)
        qtbot.addWidget(self.window)
        self.shelf = Shelf(Review(id="r1", title="x", summary=summary))
        self.one, self.other = (Person(self.window, self.shelf) for _ in range(2))
        self.window.show()

    @property
    def kept(self) -> str:
        return self.shelf.review.summary

    def type_at_once(self, ours: str, theirs: str, seed: int) -> None:
        """Key by key in some order; each looks now and then for what the other has done."""
        chance = random.Random(seed)  # noqa: S311 - only an order of keys
        left = [(self.one, list(ours)), (self.other, list(theirs))]
        while any(keys for _, keys in left):
            person, keys = chance.choice(left)
            if keys:
                QTest.keyClicks(person, keys.pop(0))
            if chance.random() < 0.3:
                chance.choice((self.one, self.other)).session.refresh()
        for person in (self.one, self.other):
            person.session.refresh()


@pytest.mark.parametrize("seed", range(20))
def test_each_on_a_line_of_their_own(qtbot: QtBot, seed: int) -> None:
    pair = Pair(qtbot, "A:\nB:")
    pair.one.put_cursor(2)
    pair.other.put_cursor(5)
    pair.type_at_once(f" {OURS}", f" {THEIRS}", seed)
    assert pair.kept == f"A: {OURS}\nB: {THEIRS}"
    assert pair.one.toPlainText() == pair.other.toPlainText() == pair.kept


@pytest.mark.parametrize("seed", range(20))
def test_both_at_the_very_same_place(qtbot: QtBot, seed: int) -> None:
    pair = Pair(qtbot, "Both:")
    for person in (pair.one, pair.other):
        person.put_cursor(5)
    pair.type_at_once(OURS, THEIRS, seed)
    assert pair.kept in {f"Both:{OURS}{THEIRS}", f"Both:{THEIRS}{OURS}"}
    assert pair.one.toPlainText() == pair.other.toPlainText() == pair.kept


def test_a_space_just_typed_stays_before_the_cursor(qtbot: QtBot) -> None:
    pair = Pair(qtbot, "We saw")
    pair.one.select_end()
    QTest.keyClicks(pair.one, " ")
    pair.other.session.apply("Theirs", set_field("summary", "We saw\nMore"))
    pair.one.session.refresh()
    QTest.keyClicks(pair.one, "it")
    assert pair.kept == "We saw it\nMore"


def test_what_is_refused_takes_nothing_away_from_the_other(qtbot: QtBot) -> None:
    pair = Pair(qtbot, "We saw")
    pair.one.select_end()
    pair.one.insertPlainText("x" * 100_000)
    assert pair.one.pending
    pair.other.session.apply("Theirs", set_field("summary", "Theirs: We saw"))
    pair.one.session.refresh()
    cursor = pair.one.cursor_over(6, 100_000)
    cursor.insertText(" it ")
    assert not pair.one.pending
    assert pair.kept == "Theirs: We saw it xxxxxx"


def test_a_step_put_back_brings_the_cursor_there(qtbot: QtBot) -> None:
    pair = Pair(qtbot, "We saw")
    pair.one.select_end()
    QTest.keyClicks(pair.one, " it")
    pair.one.session.undo()
    pair.one.session.redo()
    QTest.keyClicks(pair.one, " all")
    assert pair.kept == "We saw it all"
