"""Rules of single edits that random ones meet too seldom."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.domain import tree
from facilitator.domain.edits import actions, brief, chain, factors, findings, timeline
from facilitator.domain.records import (
    ActionItem,
    Deferral,
    Evidence,
    Factor,
    Finding,
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
    FactorKind,
    Impact,
    Likelihood,
    Marker,
    Priority,
)

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit

AT = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)
TODAY = date(2026, 3, 5)
EMPTY = Review(id="r")


def refused(edit: Edit, review: Review) -> RuleViolation:
    with pytest.raises(RuleViolation) as found:
        edit(review)
    return found.value


def grown(*branches: str) -> Review:
    """A tree from paths: ``a`` is the effect, ``ab`` its child, ``abc`` the child of that."""
    review = EMPTY
    for path in branches:
        kind = FactorKind.CONDITION if path[:-1] else FactorKind.EFFECT
        new = Factor(id=path[-1], parent=path[-2:-1] or None, kind=kind, text=path)
        review = factors.add_factor(new)(review)
    return review


def shape(review: Review) -> str:
    return " ".join(f"{factor.id}{depth}" for factor, depth in tree.walk(review.factors))


def test_a_subtree_moves_whole_and_never_below_itself() -> None:
    review = grown("a", "ab", "abc", "abcd", "ae")
    assert shape(factors.move_factor("c", "e")(review)) == "a0 b1 e1 c2 d3"
    assert shape(factors.move_factor("e", "b", 0)(review)) == "a0 b1 e2 c2 d3"
    assert refused(factors.move_factor("b", "d"), review).field == "parent"
    assert refused(factors.move_factor("b", "b"), review).field == "parent"
    assert "root" in refused(factors.move_factor("a", "b"), review).reason


def test_a_parent_goes_in_between_and_a_factor_out() -> None:
    review = grown("a", "ab", "abc", "ad")
    between = factors.insert_parent("b", Factor(id="x", parent=None, text="x"))(review)
    assert shape(between) == "a0 x1 b2 c3 d1"
    assert shape(factors.remove_only("b")(review)) == "a0 c1 d1"
    assert shape(factors.remove_subtree("b")(review)) == "a0 d1"
    assert refused(factors.remove_subtree("a"), review).field == "factor"


def test_a_trigger_stands_beside_the_effect() -> None:
    review = factors.change_factor("b", kind=FactorKind.TRIGGER)(grown("a", "ab", "abc", "ad"))
    deep = factors.change_factor("c", kind=FactorKind.TRIGGER)
    assert refused(deep, review).field == "kind"
    assert refused(factors.change_factor("b", kind=FactorKind.EFFECT), review).field == "kind"
    moved = factors.move_factor("b", "d")(review)
    assert next(f for f in moved.factors if f.id == "b").kind is FactorKind.CONDITION
    between = factors.insert_parent("b", Factor(id="x", parent=None))(review)
    kinds = {factor.id: factor.kind for factor in between.factors}
    assert (kinds["x"], kinds["b"]) == (FactorKind.TRIGGER, FactorKind.CONDITION)


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (Factor(id="b", parent="a"), "factors"),
        (Factor(id="x", parent="gone"), "factors"),
        (Factor(id="x", parent=None, kind=FactorKind.EFFECT), "parent"),
        (Factor(id="x", parent="a", kind=FactorKind.EFFECT), "kind"),
        (Factor(id="x", parent="b", kind=FactorKind.TRIGGER), "kind"),
    ],
)
def test_a_factor_that_breaks_the_tree_is_refused(new: Factor, field: str) -> None:
    assert refused(factors.add_factor(new), grown("a", "ab")).field == field


def test_removing_takes_the_links_with_it() -> None:
    review = chain(
        timeline.add_event(TimelineEvent(id="e", text="x", at=AT)),
        factors.change_factor("c", events=("e", "e", "gone")),
        findings.add_finding(Finding(id="f", text="x", factors=("c", "b"))),
        actions.add_action(ActionItem(id="t", text="x", factors=("c",), findings=("f",))),
    )(grown("a", "ab", "abc"))
    assert next(f for f in review.factors if f.id == "c").events == ("e",)
    assert timeline.remove_events("e")(review).factors[-1].events == ()
    less = factors.remove_only("c")(review)
    assert (less.findings[0].factors, less.actions[0].factors) == (("b",), ())
    assert findings.remove_finding("f")(review).actions[0].findings == ()


def test_a_marker_stands_once() -> None:
    review = chain(
        timeline.add_event(TimelineEvent(id="e1", text="x", at=AT, marker=Marker.DETECTED)),
        timeline.add_event(TimelineEvent(id="e2", text="y", at=AT)),
    )(EMPTY)
    again = timeline.change_event("e2", marker=Marker.DETECTED)
    assert refused(again, review).reason == "“x” is already marked Detected."
    moved = timeline.set_marker("e2", Marker.DETECTED)(review)
    assert [event.marker for event in moved.events] == [None, Marker.DETECTED]


def test_events_stand_in_the_order_of_time_then_of_typing() -> None:
    review = chain(
        timeline.add_event(TimelineEvent(id="e3", text="x", at=AT)),
        timeline.add_event(TimelineEvent(id="e2", text="x", at=AT + timedelta(hours=1))),
        timeline.add_event(TimelineEvent(id="e1", text="x", at=AT)),
    )(EMPTY)
    assert [event.id for event in review.events] == ["e1", "e3", "e2"]
    later = timeline.change_event("e1", at=AT + timedelta(hours=2))(review)
    assert [event.id for event in later.events] == ["e3", "e2", "e1"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": " \x00 "}, "text"),
        ({"text": "x" * 2001}, "text"),
        ({"lane": "x" * 2001}, "lane"),
        ({"at": None}, "time"),
        ({"at": AT.replace(tzinfo=None)}, "time"),
        ({"end": AT - timedelta(seconds=1)}, "end"),
    ],
)
def test_an_event_that_cannot_be_is_refused(fields: dict[str, Any], field: str) -> None:
    event = replace(TimelineEvent(id="e", text="x", at=AT), **fields)
    assert refused(timeline.add_event(event), EMPTY).field == field


def test_what_is_kept_of_an_event_is_clean() -> None:
    berlin = AT.astimezone(timezone(timedelta(hours=1)))
    proof = Evidence(id="p", kind=EvidenceKind.QUOTATION, text="a\ud800\r\nb", link=" x\ny ")
    event = TimelineEvent(id="e", text=" a\tb ", at=berlin, typed="14\ud800", evidence=(proof,))
    kept = timeline.add_event(event)(EMPTY).events[0]
    assert (kept.text, kept.typed, kept.at) == ("a b", "14", AT)
    assert kept.at is not None
    assert kept.at.tzinfo is UTC
    assert (kept.evidence[0].text, kept.evidence[0].link) == ("a\nb", "x y")


def test_at_most_five_findings_are_in_focus() -> None:
    add = [findings.add_finding(Finding(id=f"f{i}", text="x", focus=True)) for i in range(5)]
    review = chain(*add, findings.add_finding(Finding(id="f5", text="x")))(EMPTY)
    assert refused(findings.set_focus("f5", focus=True), review).field == "focus"
    room = findings.record("f0", Disposition.RECORDED, "Known")(review)
    assert (room.findings[0].focus, room.findings[0].reason) == (False, "Known")
    assert findings.set_focus("f5", focus=True)(room).findings[5].focus
    assert refused(findings.record("f1", Disposition.RECORDED, " "), review).field == "reason"


@pytest.mark.parametrize(
    ("accepted_by", "reason", "field"),
    [("", "Costs", "accepted_by"), ("Tom", " ", "reason")],
)
def test_a_deferral_says_who_and_why(accepted_by: str, reason: str, field: str) -> None:
    review = actions.add_action(ActionItem(id="t", text="x"))(EMPTY)
    deferral = Deferral(accepted_by=accepted_by, reason=reason, until=TODAY)
    assert refused(actions.defer("t", deferral), review).field == field
    plain = actions.set_status("t", ActionStatus.DEFERRED, TODAY)
    assert refused(plain, review).field == "deferral"


def test_a_status_sets_its_date_and_opening_again_takes_it_back() -> None:
    review = actions.add_action(ActionItem(id="t", text="x"))(EMPTY)
    done = actions.set_status("t", ActionStatus.DONE, TODAY)(review)
    assert done.actions[0].done_on == TODAY
    held = actions.set_status("t", ActionStatus.HELD, TODAY + timedelta(days=30))(done)
    assert held.actions[0].done_on == TODAY
    again = actions.set_status("t", ActionStatus.IN_PROGRESS, TODAY)(done)
    assert again.actions[0].done_on is None


def test_a_risk_replaces_a_stated_priority() -> None:
    stated = ActionItem(id="t", text="x", stated_priority=Priority.P4)
    review = actions.add_action(stated)(EMPTY)
    half = actions.rate("t", Impact.SEVERE, None)(review)
    assert half.actions[0].stated_priority is Priority.P4
    whole = actions.rate("t", Impact.SEVERE, Likelihood.LIKELY)(half)
    assert whole.actions[0].stated_priority is None


def test_a_call_needs_a_reason_and_no_stopgap_stands_for_itself() -> None:
    review = actions.add_action(ActionItem(id="t", text="x", hint=Durability.REMIND))(EMPTY)
    assert refused(actions.call_durability("t", Durability.DETECT), review).field == "call_reason"
    called = actions.call_durability("t", Durability.DETECT, "It pages")(review)
    assert called.actions[0].durability is Durability.DETECT
    assert actions.call_durability("t", None)(called).actions[0].durability is Durability.REMIND
    assert refused(actions.change_action("t", stopgap_for="t"), review).field == "stopgap_for"


def test_the_head_of_a_review() -> None:
    edit = brief.set_field("services", ["Ledger", " ", "Ledger", "Limits"])
    assert edit(EMPTY).services == ("Ledger", "Limits")
    assert brief.set_field("severity", "sev1")(EMPTY).severity == "SEV 1"
    assert brief.set_field("summary", "a\r\nb")(EMPTY).summary == "a\nb"
    assert refused(brief.set_field("time_zone", "Mars/Base"), EMPTY).field == "time_zone"
    assert refused(brief.set_field("summary", "x" * 100_001), EMPTY).field == "summary"
    assert refused(brief.add_participant(Participant(id="p")), EMPTY).field == "name"
    with pytest.raises(ValueError, match="revision"):
        brief.set_field("revision", 3)


def test_what_somebody_else_removed_is_told() -> None:
    told = refused(timeline.toggle_star("gone"), EMPTY)
    assert told.reason == "This event is no longer there."


def test_somebody_takes_the_empty_seat_of_their_role() -> None:
    seats = tuple(
        Participant(id=f"p{number}", role=role)
        for number, role in enumerate(("Facilitator", "Observer"))
    )
    review = Review(id="r1", participants=seats)
    edit = brief.seat_participant(Participant(id="p9", name="Noor", role=" facilitator "))
    review = edit(review)
    assert [(each.id, each.name, each.role) for each in review.participants] == [
        ("p0", "Noor", "Facilitator"),
        ("p1", "", "Observer"),
    ]
    again = brief.seat_participant(Participant(id="p9", name="Ewa", role="Facilitator"))
    assert [each.name for each in again(review).participants] == ["Noor", "", "Ewa"]


def test_somebody_without_a_role_takes_no_seat() -> None:
    review = Review(id="r1", participants=(Participant(id="p0", role="Observer"),))
    review = brief.seat_participant(Participant(id="p9", name="Noor"))(review)
    assert len(review.participants) == 2
