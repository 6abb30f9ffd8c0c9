"""The outline's item model: what Qt is told always fits what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.domain.delta import Delta
from facilitator.domain.edits.factors import (
    add_factor,
    change_factor,
    move_factor,
    remove_only,
    remove_subtree,
)
from facilitator.domain.records import Factor
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import EvidenceStatus
from facilitator.ui.factors.outline_model import OutlineModel
from facilitator.ui.factors.state import TreeState
from tests.ui.factors_room import example, open_room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from facilitator.domain.edits import Edit
    from tests.ui.factors_room import Room

Key = Qt.Key
IDS = ("f0", "a", "a1", "a1x", "a2", "b", "b1", "c", "x", "y")


def _edit(kind: str, one: str, other: str, number: int) -> Edit:
    """Some edit; rules may refuse it."""
    if kind == "add":
        return add_factor(Factor(id=one, parent=other, text="new"), number)
    if kind == "move":
        return move_factor(one, other, number)
    if kind == "change":
        return change_factor(one, text=f"other words {number}")
    return remove_subtree(one) if kind == "remove" else remove_only(one)


EDITS = st.builds(
    _edit,
    st.sampled_from(["add", "move", "change", "remove", "only"]),
    st.sampled_from(IDS),
    st.sampled_from(IDS),
    st.integers(0, 3),
)


def _rows(model: OutlineModel, parent: QModelIndex) -> Iterator[tuple[str, str]]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        factor = model.factor(index)
        assert model.parent(index) == parent
        yield factor.id, str(index.data())
        yield from _rows(model, index)


@given(st.lists(EDITS, max_size=12))
def test_rows_are_the_factors_after_any_edits(qapp: QApplication, edits: list[Edit]) -> None:
    assert qapp is not None
    review = example()
    state = TreeState(review, lambda: "spare")
    model = OutlineModel(state)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for edit in edits:
        try:
            after = edit(review)
        except RuleViolation:
            continue
        state.follow(Delta.between(review, after), lead=False)
        review = after
        model.refresh()
        expected = [(each.id, each.text or review.title) for each in state.index.factors]
        assert list(_rows(model, QModelIndex())) == expected
    assert tester.model() is model


def _told(model: OutlineModel) -> list[str]:
    told: list[str] = []
    model.rowsInserted.connect(lambda *_: told.append("inserted"))
    model.rowsRemoved.connect(lambda *_: told.append("removed"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.dataChanged.connect(lambda first, *_: told.append(model.factor(first).id))
    return told


def test_one_factor_more_or_less_is_told_as_such(qapp: QApplication) -> None:
    assert qapp is not None
    review = example()
    state = TreeState(review, lambda: "spare")
    model = OutlineModel(state)
    told = _told(model)
    steps: tuple[tuple[Edit, list[str]], ...] = (
        (add_factor(Factor(id="x", parent="b1", text="new")), ["inserted"]),
        (change_factor("x", text="other"), ["x"]),
        (change_factor("a1", evidence_status=EvidenceStatus.SUPPORTED), ["a1"]),
        (remove_subtree("b"), ["removed"]),
        (move_factor("a1", "c"), ["reset"]),
    )
    for edit, expected in steps:
        told.clear()
        after = edit(review)
        state.follow(Delta.between(review, after), lead=False)
        review = after
        model.refresh()
        assert told == expected


@pytest.fixture
def outline(qtbot: QtBot) -> Room:
    room = open_room(qtbot, example())
    room.press(Key.Key_O)
    return room


def test_the_outline_stays_where_it_was_scrolled(qtbot: QtBot) -> None:
    review = example()
    for number in range(60):
        review = add_factor(Factor(id=f"x{number:02}", parent="c", text="more"))(review)
    room = open_room(qtbot, review)
    room.press(Key.Key_O)
    room.select("x40")
    room.select("x36")
    bar = room.page.outline.verticalScrollBar()
    before = bar.value()
    assert before > 0
    for key in (Key.Key_E, Key.Key_Tab, Key.Key_Escape):
        room.press(key)
        assert bar.value() == before
    room.press(Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == before


def test_a_first_factor_behind_another_is_seen(outline: Room) -> None:
    outline.select("c")
    outline.press(Key.Key_Tab)
    outline.type("Behind c")
    outline.press(Key.Key_Return)
    model = outline.page.outline.model()
    c = model.index(2, 0, model.index(0, 0))
    assert outline.page.outline.isExpanded(c)
    assert not outline.page.outline.visualRect(model.index(0, 0, c)).isEmpty()


def test_folds_are_the_same_in_tree_and_outline(outline: Room) -> None:
    outline.select("a")
    outline.press(Key.Key_Slash)
    view = outline.page.outline
    a = view.model().index(0, 0, view.model().index(0, 0))
    assert not view.isExpanded(a)
    outline.press(Key.Key_O)
    assert "a1" not in outline.page.tree.arrangement
    outline.press(Key.Key_Slash)
    outline.press(Key.Key_O)
    assert view.isExpanded(view.model().index(0, 0, view.model().index(0, 0)))


def test_folding_with_the_mouse_folds_the_tree(outline: Room) -> None:
    view = outline.page.outline
    view.collapse(view.model().index(0, 0, view.model().index(0, 0)))
    assert outline.page.state_of_tree.folded == {"a"}


def test_jointly_is_said(outline: Room) -> None:
    outline.select("a")
    outline.press(Key.Key_J)
    view = outline.page.outline
    a = view.model().index(0, 0, view.model().index(0, 0))
    assert a.data(Qt.ItemDataRole.AccessibleTextRole).endswith("2 behind it, both needed")


def test_a_long_text_typed_in_the_last_row_can_be_read(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.page.window().resize(900, 480)
    room.press(Key.Key_O)
    room.select("c")
    room.press(Key.Key_F2)
    room.type(" and so on" * 20)
    view = room.page.outline
    assert view.editor.lines > 2
    assert view.viewport().rect().contains(view.editor.geometry())
