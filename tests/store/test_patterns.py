"""Patterns are kept, changed and taken back; a damaged row spoils nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from facilitator.domain import patterns as edits
from facilitator.domain.patterns import Pattern, Patterns, Place
from facilitator.domain.records import ActionItem, Factor, Finding, Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import (
    ActionStatus,
    Durability,
    EvidenceStatus,
    FactorKind,
    Family,
)
from facilitator.store.errors import WriteFailed

if TYPE_CHECKING:
    from facilitator.store.store import Store

ONE, TWO = Place("r1", "f1"), Place("r2", "f1")


def review(review_id: str) -> Review:
    return Review(
        id=review_id,
        title=f"Review {review_id}",
        services=("Ledger",),
        held_on=date(2026, 3, 1),
        factors=(
            Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="Shops could not pay"),
            Factor(id="f1", parent="f0", text="No canary", family=Family.MISSING_SAFEGUARD),
            Factor(id="f2", parent="f0", position=1, text="The push", kind=FactorKind.TRIGGER),
            Factor(
                id="f3",
                parent="f0",
                position=2,
                text="The phone",
                evidence_status=EvidenceStatus.RULED_OUT,
            ),
        ),
        findings=(Finding(id="n1", text="Pushes go everywhere", factors=("f1",)),),
        actions=(
            ActionItem(id="a1", text="Add a gate", hint=Durability.GUARDRAIL, factors=("f1",)),
            ActionItem(
                id="a2",
                text="Remind all",
                hint=Durability.REMIND,
                findings=("n1",),
                status=ActionStatus.CANCELLED,
                position=1,
            ),
            ActionItem(id="a3", text="Not about it", position=2),
        ),
    )


@pytest.fixture
def filled(store: Store) -> Store:
    store.create(review("r1"))
    store.create(review("r2"))
    return store


def kept(name: str = "No canary") -> Pattern:
    return Pattern(id="p1", name=name, created="now", places=frozenset({ONE, TWO}))


def test_only_conditions_that_stand_can_be_a_pattern(filled: Store) -> None:
    met = filled.met()
    assert {each.place for each in met} == {ONE, TWO}
    assert {(each.text, each.title, each.services) for each in met} == {
        ("No canary", "Review r1", ("Ledger",)),
        ("No canary", "Review r2", ("Ledger",)),
    }
    assert {each.family for each in met} == {Family.MISSING_SAFEGUARD}
    assert all(each.day is not None for each in met)
    filled.trash("r1")
    assert {each.place for each in filled.met()} == {TWO}


def test_what_is_written_is_read(filled: Store) -> None:
    before, after = filled.change_patterns(edits.confirm(kept()))
    assert before == Patterns()
    assert filled.patterns() == after == Patterns((kept(),))
    filled.change_patterns(edits.rename("p1", "Pushes without a canary"))
    filled.change_patterns(edits.decline(["d1", "d2"]))
    filled.change_patterns(edits.take_out("p1", ONE))
    found = filled.patterns()
    assert found.each == (replace(kept("Pushes without a canary"), places=frozenset({TWO})),)
    assert found.declined == {"d1", "d2"}
    filled.change_patterns(edits.take_out("p1", TWO))
    assert filled.patterns().each == ()


def test_a_change_is_taken_back_but_not_what_others_did_since(filled: Store) -> None:
    before, after = filled.change_patterns(edits.confirm(kept()))
    filled.change_patterns(edits.decline(["d1"]))
    filled.change_patterns(edits.reversed_change(before, after))
    assert filled.patterns() == Patterns((), frozenset({"d1"}))
    before, after = filled.change_patterns(edits.confirm(kept()))
    filled.change_patterns(edits.rename("p1", "Other"))
    with pytest.raises(RuleViolation):
        filled.change_patterns(edits.reversed_change(before, after))
    assert [each.name for each in filled.patterns().each] == ["Other"]


def test_what_is_no_pattern_is_refused(filled: Store) -> None:
    with pytest.raises(RuleViolation, match="two reviews"):
        filled.change_patterns(edits.confirm(replace(kept(), places=frozenset({ONE}))))
    with pytest.raises(RuleViolation, match="name"):
        filled.change_patterns(edits.confirm(kept(" ")))
    filled.change_patterns(edits.confirm(kept()))
    with pytest.raises(RuleViolation, match="another pattern"):
        filled.change_patterns(edits.confirm(replace(kept("B"), id="p2")))
    with pytest.raises(RuleViolation, match="no longer"):
        filled.change_patterns(edits.dissolve("p9"))
    gone = edits.add("p1", [Place("r9", "f9")])
    with pytest.raises(WriteFailed):
        filled.change_patterns(gone)
    assert filled.patterns() == Patterns((kept(),))


def test_a_factor_that_goes_leaves_its_pattern(filled: Store) -> None:
    filled.change_patterns(edits.confirm(kept()))
    filled.delete("r1")
    assert filled.patterns().each[0].places == {TWO}


def test_what_was_tried_comes_by_factor_and_by_finding(filled: Store) -> None:
    filled.change_patterns(edits.confirm(kept()))
    tried = filled.tried()["p1"]
    assert [(each.review_id, each.action_id, each.durable) for each in tried] == [
        ("r1", "a1", True),
        ("r1", "a2", False),
        ("r2", "a1", True),
        ("r2", "a2", False),
    ]


def test_a_damaged_row_spoils_nothing_else(filled: Store) -> None:
    filled.change_patterns(edits.confirm(kept()))
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("UPDATE review SET services = '{{', held_on = 'x' WHERE id = 'r1'")
        connection.execute("UPDATE action SET status = 'odd' WHERE id = 'a1'")
        connection.execute("UPDATE factor SET family = 'odd' WHERE id = 'f1'")
        connection.commit()
    by_review = {each.place.review_id: each for each in filled.met()}
    assert by_review["r1"].services == ()
    assert by_review["r1"].family is None
    assert by_review["r2"].services == ("Ledger",)
    assert {each.action_id for each in filled.tried()["p1"]} == {"a2"}
