"""Random edits keep every rule of a review, and a Delta says exactly what they did."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain import tree
from facilitator.domain.delta import Delta
from facilitator.domain.edits import actions, brief, close, factors, findings, meeting, timeline
from facilitator.domain.order import KEYS
from facilitator.domain.phase import Phase
from facilitator.domain.poll import Answer, Asked
from facilitator.domain.records import (
    COLLECTIONS,
    ActionItem,
    Backlog,
    Deferral,
    Evidence,
    Factor,
    Finding,
    Lesson,
    Opening,
    ParkedIdea,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import (
    ActionStatus,
    Disposition,
    Durability,
    EvidenceKind,
    EvidenceStatus,
    FactorKind,
    Family,
    Impact,
    LessonSide,
    Likelihood,
    Marker,
    Precision,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.edits import Edit

START = datetime(2026, 3, 3, 14, tzinfo=UTC)
TODAY = date(2026, 3, 5)
WORDS = st.sampled_from(("", "Writers stop", "a\ud800b", "<b>", "x\ny")) | st.text(max_size=8)
NUMBERS = st.integers(0, 30)


def one(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(tuple(kind))


class Bench:
    """Draws an edit that mostly fits the review, and sometimes does not."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.last = 0

    def new_id(self) -> str:
        self.last += 1
        return f"n{self.last:04}"

    def some(self, rows: tuple[Any, ...]) -> str:
        return str(self.draw(st.sampled_from([*(row.id for row in rows), "gone"])))

    def few(self, rows: tuple[Any, ...]) -> tuple[str, ...]:
        return tuple(self.draw(st.lists(st.sampled_from([*(r.id for r in rows), "gone"]))))

    def event_edit(self, review: Review) -> Edit:
        draw, event_id = self.draw, self.some(review.events)
        at = START + timedelta(minutes=draw(NUMBERS))
        added = TimelineEvent(
            id=self.new_id(),
            text=draw(WORDS),
            at=draw(st.none() | st.just(at)),
            end=draw(st.none() | st.just(START + timedelta(minutes=15))),
            precision=draw(one(Precision)),
            marker=draw(st.none() | one(Marker)),
            lane=draw(WORDS),
        )
        proof = Evidence(id=self.new_id(), kind=EvidenceKind.LINK, text=draw(WORDS))
        return draw(
            st.sampled_from(
                (
                    timeline.add_event(added),
                    timeline.add_event(replace(added, marker=None, end=None, at=at)),
                    timeline.change_event(event_id, text=draw(WORDS), at=at),
                    timeline.set_marker(event_id, draw(st.none() | one(Marker))),
                    timeline.toggle_star(event_id),
                    timeline.remove_events(event_id),
                    timeline.add_evidence(event_id, proof),
                )
            )
        )

    def factor_edit(self, review: Review) -> Edit:
        draw, rows = self.draw, review.factors
        factor_id, other = self.some(rows), self.some(rows)
        parent = draw(st.none() | st.just(other)) if rows else None
        added = Factor(
            id=draw(st.sampled_from((self.new_id(), factor_id))),
            parent=parent,
            text=draw(WORDS),
            kind=draw(one(FactorKind)),
            family=draw(st.none() | one(Family)),
            events=self.few(review.events),
        )
        plain = replace(
            added,
            id=self.new_id(),
            kind=FactorKind.EFFECT if parent is None else FactorKind.CONDITION,
        )
        index = draw(st.none() | st.integers(-2, 9))
        return draw(
            st.sampled_from(
                (
                    factors.add_factor(added, index),
                    factors.add_factor(plain, index),
                    factors.add_factor(plain),
                    factors.insert_parent(factor_id, added),
                    factors.insert_parent(factor_id, replace(plain, kind=FactorKind.CONDITION)),
                    factors.move_factor(factor_id, other, index),
                    factors.move_factor(factor_id, other),
                    factors.shift_factor(factor_id, draw(st.integers(-2, 2))),
                    factors.change_factor(factor_id, kind=draw(one(FactorKind))),
                    factors.change_factor(factor_id, evidence_status=draw(one(EvidenceStatus))),
                    factors.toggle_event(factor_id, self.some(review.events)),
                    factors.remove_only(factor_id),
                    factors.merge_factors(factor_id, other),
                    factors.merge_factors(other, factor_id),
                    factors.remove_subtree(factor_id),
                )
            )
        )

    def finding_edit(self, review: Review) -> Edit:
        draw, finding_id = self.draw, self.some(review.findings)
        added = Finding(
            id=self.new_id(),
            text=draw(WORDS),
            factors=self.few(review.factors),
            focus=draw(st.booleans()),
        )
        return draw(
            st.sampled_from(
                (
                    findings.add_finding(replace(added, text="Found")),
                    findings.add_finding(added),
                    findings.set_focus(finding_id, focus=draw(st.booleans())),
                    findings.record(finding_id, draw(one(Disposition)), draw(WORDS)),
                    findings.change_finding(finding_id, text=draw(WORDS)),
                    findings.toggle_factor(finding_id, self.some(review.factors)),
                    findings.move_finding(finding_id, draw(st.integers(-2, 2))),
                    findings.remove_finding(finding_id),
                )
            )
        )

    def action_edit(self, review: Review) -> Edit:
        draw, action_id = self.draw, self.some(review.actions)
        added = ActionItem(
            id=self.new_id(),
            text=draw(WORDS),
            factors=self.few(review.factors),
            findings=self.few(review.findings),
            stopgap_for=draw(st.none() | st.just(action_id)),
        )
        deferral = Deferral(accepted_by=draw(WORDS), reason=draw(WORDS), until=TODAY)
        return draw(
            st.sampled_from(
                (
                    actions.add_action(replace(added, text="Do it", stopgap_for=None)),
                    actions.add_action(added),
                    actions.set_status(action_id, draw(one(ActionStatus)), TODAY),
                    actions.defer(action_id, deferral),
                    actions.rate(action_id, draw(one(Impact)), draw(st.none() | one(Likelihood))),
                    actions.call_durability(action_id, draw(one(Durability)), draw(WORDS)),
                    actions.set_backlog(action_id, Backlog(key=draw(WORDS))),
                    actions.toggle_factor(action_id, self.some(review.factors)),
                    actions.toggle_finding(action_id, self.some(review.findings)),
                    actions.move_action(action_id, draw(st.integers(-2, 2))),
                    actions.remove_action(action_id),
                )
            )
        )

    def other_edit(self, review: Review) -> Edit:
        draw = self.draw
        person = Participant(id=self.new_id(), name=draw(WORDS), role=draw(WORDS))
        lesson = Lesson(id=self.new_id(), side=draw(one(LessonSide)), text=draw(WORDS))
        return draw(
            st.sampled_from(
                (
                    brief.set_field("title", draw(WORDS)),
                    brief.set_field("services", [draw(WORDS), draw(WORDS)]),
                    brief.set_field("time_zone", draw(st.sampled_from(("UTC", "Nowhere", "")))),
                    brief.add_participant(person),
                    brief.remove_participant(self.some(review.participants)),
                    close.add_lesson(lesson),
                    close.change_lesson(self.some(review.lessons), draw(WORDS)),
                    close.park(ParkedIdea(id=self.new_id(), text=draw(WORDS))),
                    close.unpark(self.some(review.parking)),
                    meeting.set_note(draw(one(Phase)), draw(WORDS)),
                    meeting.set_opening(draw(st.none() | st.just(Opening(purpose=draw(WORDS))))),
                    meeting.count_hands(draw(one(Asked)), draw(one(Answer)), draw(NUMBERS)),
                )
            )
        )

    def next_edit(self, review: Review) -> Edit:
        rooms: tuple[Callable[[Review], Edit], ...] = (
            self.event_edit,
            self.factor_edit,
            self.factor_edit,
            self.finding_edit,
            self.action_edit,
            self.other_edit,
        )
        return self.draw(st.sampled_from(rooms))(review)


@st.composite
def histories(draw: st.DrawFn) -> list[Review]:
    """The versions that random edits went through; a refused edit leaves no version."""
    bench, review = Bench(draw), Review(id="r")
    versions = [review]
    for _ in range(draw(st.integers(5, 30))):
        try:
            review = bench.next_edit(review)(review)
        except RuleViolation as refused:
            # Whoever reads it must know what to do.
            refused_well(refused)
            continue
        versions.append(review)
    return versions


def refused_well(refused: RuleViolation) -> None:
    assert refused.field
    assert refused.reason.endswith(".")


def apply_delta(before: Review, delta: Delta) -> Review:
    """What a store does with a Delta: header fields, and rows by id."""
    fields: dict[str, Any] = {name: getattr(delta.after, name) for name in delta.header}
    for name, rows in delta.rows.items():
        kept = {row.id: row for row in getattr(before, name)}
        for row in rows.removed:
            del kept[row.id]
        for row in rows.changed:
            assert row.id in kept
        for row in rows.added:
            assert row.id not in kept
        kept |= {row.id: row for row in (*rows.changed, *rows.added)}
        fields[name] = tuple(sorted(kept.values(), key=KEYS[name]))
    return replace(before, **fields)


def check_rules(review: Review) -> None:
    check_rows(review)
    check_tree(review)
    check_links(review)
    markers = [event.marker for event in review.events if event.marker]
    assert len(markers) == len(set(markers))
    assert sum(finding.focus for finding in review.findings) <= findings.FOCUS_LIMIT
    for action in review.actions:
        assert (action.status is ActionStatus.DEFERRED) == (action.deferral is not None)


def check_rows(review: Review) -> None:
    for name in COLLECTIONS:
        rows = getattr(review, name)
        assert list(rows) == sorted(rows, key=KEYS[name]), name
        assert len({row.id for row in rows}) == len(rows), name
        for row in rows:
            getattr(row, "text", "").encode()  # No lone surrogate gets in.
    for rows in (review.findings, review.actions):
        assert len({row.position for row in rows}) == len(rows)


def check_tree(review: Review) -> None:
    roots = [factor for factor in review.factors if factor.parent is None]
    assert len(roots) == (1 if review.factors else 0)
    assert len(list(tree.walk(review.factors))) == len(review.factors)
    for siblings in tree.by_parent(review.factors).values():
        assert len({each.position for each in siblings}) == len(siblings)
    for factor in review.factors:
        assert (factor.kind is FactorKind.EFFECT) == (factor.parent is None)
        assert factor.kind is not FactorKind.TRIGGER or factor.parent == roots[0].id


def check_links(review: Review) -> None:
    there = {name: {row.id for row in getattr(review, name)} for name in COLLECTIONS}
    for factor in review.factors:
        assert set(factor.events) <= there["events"]
    for finding in review.findings:
        assert set(finding.factors) <= there["factors"]
    for action in review.actions:
        assert set(action.factors) <= there["factors"]
        assert set(action.findings) <= there["findings"]
        assert action.stopgap_for is None or action.stopgap_for in there["actions"]


@given(histories())
def test_edits_keep_every_rule(versions: list[Review]) -> None:
    for review in versions:
        check_rules(review)


@given(histories(), st.data())
def test_a_delta_is_the_whole_difference_and_undo_is_its_reverse(
    versions: list[Review], data: st.DataObject
) -> None:
    # Neighbours, as the session sees them, and versions far apart, as after a merge.
    far = (data.draw(st.sampled_from(versions)), data.draw(st.sampled_from(versions)))
    for before, after in [far, *pairwise(versions)]:
        delta, undo = Delta.between(before, after), Delta.between(after, before)
        assert apply_delta(before, delta) == after
        assert apply_delta(after, undo) == before
        assert bool(delta) == (before != after)
        assert delta.header == undo.header
        for name, rows in delta.rows.items():
            back = undo.rows[name]
            assert {row.id for row in rows.added} == {row.id for row in back.removed}
            assert {row.id for row in rows.changed} == {row.id for row in back.changed}
            assert rows.ids == back.ids
            assert delta.touches(name)


@pytest.mark.parametrize("count", [0, 1, 2, 50])
def test_a_delta_of_one_row_among_many(count: int) -> None:
    rows = tuple(ParkedIdea(id=f"p{i:03}", text="x") for i in range(count + 1))
    before = Review(id="r", parking=rows)
    for place in {0, count // 2, count}:
        changed = replace(rows[place], text="y")
        after = replace(before, parking=(*rows[:place], changed, *rows[place + 1 :]))
        found = Delta.between(before, after).rows["parking"]
        assert (found.added, found.changed, found.removed) == ((), (changed,), ())
        less = replace(before, parking=(*rows[:place], *rows[place + 1 :]))
        found = Delta.between(before, less).rows["parking"]
        assert (found.added, found.changed, found.removed) == ((), (), (rows[place],))
