"""What a review still lacks, and what is in place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from facilitator import resources
from facilitator.coach import leaves
from facilitator.coach.hinting import with_hint
from facilitator.coach.lack import Lack, number_word
from facilitator.coach.readiness import in_place, lacks
from facilitator.domain.edits.rows import changed
from facilitator.domain.records import (
    ActionItem,
    Deferral,
    Factor,
    Finding,
    Participant,
    Review,
)
from facilitator.domain.words import (
    CLOSED_STATUSES,
    ActionStatus,
    Durability,
    EvidenceStatus,
    FactorKind,
    Marker,
    Priority,
)
from facilitator.exchange.review_json import read_review
from tests.coach.complete import complete_review
from tests.coach.planted import planted_review
from tests.strategies import reviews

if TYPE_CHECKING:
    from collections.abc import Callable

    Break = Callable[[Review], Review]

FINE = complete_review()
TREE = FINE.factors[1:]
UNTIL_JUNE = Deferral(accepted_by="Head of Orders", reason="The sale.", until=date(2026, 6, 1))
PHASES = ("brief", "timeline", "factors", "findings", "actions", "close")


def found(review: Review) -> list[str]:
    return [lack.rule for lack in lacks(review)]


def only(review: Review) -> Lack:
    (lack,) = lacks(review)
    return lack


def setting(collection: str, row_id: str, **fields: Any) -> Break:
    return lambda review: changed(review, collection, row_id, **fields)


def without(collection: str, *ids: str) -> Break:
    def change(review: Review) -> Review:
        kept: Any = tuple(row for row in getattr(review, collection) if row.id not in ids)
        return replace(review, **{collection: kept})

    return change


def heading(name: str, value: Any) -> Break:
    return lambda review: replace(review, **{name: value})


def worded(text: str) -> Break:
    """The first action says this, and has the hint of it."""

    def change(review: Review) -> Review:
        first, *rest = review.actions
        return replace(review, actions=(with_hint(replace(first, text=text)), *rest))

    return change


def keeping(*kept: str, **fields: Any) -> Break:
    """Only these factors, all linked to a finding, so that nothing but the shape is odd."""

    def change(review: Review) -> Review:
        rows = tuple(replace(row, **fields) for row in review.factors if row.id in kept)
        first, *rest = review.findings
        linked = replace(first, factors=kept)
        return replace(review, factors=rows, findings=(linked, *rest))

    return change


def six_in_focus(review: Review) -> Review:
    more = tuple(Finding(id=f"n{n}", text="More", factors=("f3",), focus=True) for n in range(4, 8))
    first, *rest = review.actions
    answers = replace(first, findings=("n1", *(each.id for each in more)))
    return replace(review, findings=review.findings + more, actions=(answers, *rest))


def test_a_complete_review_lacks_nothing() -> None:
    assert lacks(FINE) == ()


def test_an_empty_review_lacks_the_first_of_everything() -> None:
    told = lacks(Review(id="r"))
    assert [lack.rule for lack in told] == [
        "no_title",
        "no_severity",
        "no_summary",
        "no_impact",
        "no_timeline",
        "no_tree",
        "no_focus",
        "no_action",
        "no_lessons",
    ]
    assert in_place(Review(id="r")) == ()


@pytest.mark.parametrize(
    ("rule", "target", "spoil"),
    [
        ("no_title", "title", heading("title", "")),
        ("no_severity", "severity", heading("severity", "")),
        ("no_summary", "summary", heading("summary", " \n")),
        ("no_impact", "impact", heading("impact", "")),
        ("no_timeline", None, heading("events", ())),
        ("marker_missing", None, without("events", "e1")),
        ("no_evidence", "f3", setting("factors", "f3", evidence_status=EvidenceStatus.UNKNOWN)),
        ("family_not_asked", None, setting("factors", "f6", family=None)),
        ("factor_unused", "f4", setting("findings", "n3", factors=())),
        ("too_many_in_focus", "n7", six_in_focus),
        ("finding_without_factor", "n1", setting("findings", "n1", factors=())),
        ("finding_without_action", "n1", setting("actions", "a1", findings=(), factors=("f3",))),
        ("finding_without_reason", "n3", setting("findings", "n3", reason=" ")),
        ("not_an_action", "a1", setting("actions", "a1", call=Durability.REPAIR)),
        ("vague", "a1", setting("actions", "a1", vague=True)),
        ("stops_at_person", "f4", setting("factors", "f4", text="An engineer ran it by hand")),
        ("unchangeable_leaf", "f6", setting("factors", "f6", text="It was just bad luck")),
        ("factors_alike", "f3", setting("factors", "f4", text="The files are read by no check")),
        ("no_owner", "a2", setting("actions", "a2", owner="")),
        ("no_date", "a2", setting("actions", "a2", due=None)),
        ("no_place", "a1", setting("actions", "a1", backlog=None)),
        ("not_rated", "a1", setting("actions", "a1", likelihood=None)),
        ("no_lessons", None, heading("lessons", ())),
    ],
)
def test_a_rule(rule: str, target: str | None, spoil: Break) -> None:
    spoilt = spoil(FINE)
    extra = {"finding_without_factor": {"factor_unused"}, "not_an_action": {"no_durable_action"}}
    told = [lack for lack in lacks(spoilt) if lack.rule not in extra.get(rule, set())]
    assert [(lack.rule, lack.target) for lack in told] == [(rule, target)]


def test_a_tree_without_factors() -> None:
    told = lacks(keeping("f0")(FINE))
    assert [(lack.rule, lack.target) for lack in told] == [("no_tree", "f0")]


def test_a_factor_that_was_ruled_out_is_none() -> None:
    ruled_out = keeping("f0", "f2", evidence_status=EvidenceStatus.RULED_OUT)(FINE)
    assert found(ruled_out) == ["no_tree"]


def test_a_tree_that_stops_at_the_trigger() -> None:
    told = lacks(keeping("f0", "f1")(FINE))
    assert [lack.rule for lack in told] == ["stops_at_trigger", "family_not_asked"]
    assert told[0].target == "f1"
    assert "The tree goes past the trigger" not in in_place(keeping("f0", "f1")(FINE))


@pytest.mark.parametrize(
    ("kept", "chain"),
    [
        (("f0", "f2"), True),
        (("f0", "f2", "f3"), True),
        (("f0", "f1", "f2"), False),
        (("f0", "f2", "f3", "f4"), False),
    ],
)
def test_a_single_chain(kept: tuple[str, ...], chain: bool) -> None:
    rules = found(keeping(*kept)(FINE))
    assert ("single_chain" in rules) is chain
    assert "stops_at_trigger" not in rules


def test_a_branch_that_was_ruled_out_does_not_branch() -> None:
    chain = keeping("f0", "f2", "f3", "f4")(FINE)
    ruled_out = changed(chain, "factors", "f4", evidence_status=EvidenceStatus.RULED_OUT)
    assert "single_chain" in found(ruled_out)


def test_only_supported_leaves_have_to_lead_somewhere() -> None:
    unlinked = setting("findings", "n3", factors=())(FINE)
    for status in set(EvidenceStatus) - {EvidenceStatus.SUPPORTED}:
        assert "factor_unused" not in found(
            changed(unlinked, "factors", "f4", evidence_status=status)
        )
    below = Factor(id="f7", parent="f4", evidence_status=EvidenceStatus.HYPOTHESIS)
    assert "factor_unused" not in found(replace(unlinked, factors=(*unlinked.factors, below)))
    assert "factor_unused" not in found(changed(unlinked, "actions", "a1", factors=("f4",)))
    assert "factor_unused" not in found(changed(unlinked, "factors", "f4", kind=FactorKind.TRIGGER))


def test_a_tree_of_hypotheses_alone() -> None:
    guessed = tuple(replace(each, evidence_status=EvidenceStatus.HYPOTHESIS) for each in TREE)
    lack = only(replace(FINE, factors=(FINE.factors[0], *guessed)))
    assert (lack.rule, lack.target) == ("only_hypotheses", "f1")
    one_known = (replace(guessed[0], evidence_status=EvidenceStatus.SUPPORTED), *guessed[1:])
    assert lacks(replace(FINE, factors=(FINE.factors[0], *one_known))) == ()


def test_only_the_end_of_a_branch_is_where_it_stops() -> None:
    told = "An engineer ran it by hand"
    assert found(setting("factors", "f2", text=told)(FINE)) == []
    below = replace(TREE[-1], id="f7", parent="f6")
    spoilt = setting("factors", "f6", text=told)(FINE)
    assert found(spoilt) == ["stops_at_person"]
    ruled_out = replace(below, evidence_status=EvidenceStatus.RULED_OUT)
    assert found(replace(spoilt, factors=(*spoilt.factors, ruled_out))) == ["stops_at_person"]


def test_the_people_in_the_room_are_known() -> None:
    spoilt = setting("factors", "f4", text="Ines deployed it on Friday")(FINE)
    room = (Participant(id="p1", name="Ines Duarte", role="Owner"),)
    assert found(replace(spoilt, participants=room)) == ["stops_at_person"]


def test_human_error_is_told_once() -> None:
    assert found(setting("factors", "f4", text="Human error")(FINE)) == ["unchangeable_leaf"]


def test_three_that_say_the_same_are_two_to_merge_into_the_first() -> None:
    said = setting("factors", "f4", text="The files are read by no check")(
        setting("factors", "f6", text="No check reads this file")(FINE)
    )
    assert [lack.where for lack in lacks(said)] == [
        "factors[f3], factors[f4]",
        "factors[f3], factors[f6]",
    ]


@pytest.mark.parametrize(
    ("deferral", "today", "lacking"),
    [
        (None, None, True),
        (UNTIL_JUNE, None, False),
        (UNTIL_JUNE, date(2026, 6, 1), False),
        (UNTIL_JUNE, date(2026, 6, 2), True),
    ],
)
def test_a_deferral_has_an_end_to_come(
    deferral: Deferral | None, today: date | None, lacking: bool
) -> None:
    put_off = setting("actions", "a2", status=ActionStatus.DEFERRED, deferral=deferral)(FINE)
    assert [lack.rule for lack in lacks(put_off, today)] == ["deferred_without_end"] * lacking


def test_a_weak_action_that_bridges_the_time_counts_with_the_durable_one() -> None:
    assert "1 of 2 actions is durable, one is a stopgap" in in_place(
        setting("actions", "a2", stopgap_for="a1")(FINE)
    )


def test_what_is_about_words_or_persons_is_quiet() -> None:
    told = {lack.rule for lack in lacks(planted_review()) if lack.quiet}
    assert told == {"stops_at_person", "unchangeable_leaf", "factors_alike", "vague"}
    assert {lack.rule for lack in lacks(planted_review()) if not lack.quiet}
    chain = next(lack for lack in lacks(keeping("f0", "f2")(FINE)) if lack.rule == "single_chain")
    assert chain.quiet


def test_the_effect_needs_no_evidence() -> None:
    assert FINE.factors[0].evidence_status is EvidenceStatus.UNKNOWN


def test_nothing_in_focus() -> None:
    recorded = tuple(replace(each, focus=False, reason="Later.") for each in FINE.findings)
    lack = only(replace(FINE, findings=recorded))
    assert (lack.rule, lack.target) == ("no_focus", "n1")


def test_a_recorded_finding_needs_no_factor() -> None:
    alone = Finding(id="n9", text="Seen elsewhere", reason="Has its own review.")
    assert lacks(replace(FINE, findings=(*FINE.findings, alone))) == ()


def test_a_cancelled_action_answers_nothing() -> None:
    cancelled = setting("actions", "a1", status=ActionStatus.CANCELLED)(FINE)
    assert found(cancelled) == ["finding_without_action", "no_durable_action"]


def test_all_actions_cancelled_are_no_action() -> None:
    actions = tuple(replace(each, status=ActionStatus.CANCELLED) for each in FINE.actions)
    assert "no_action" in found(replace(FINE, actions=actions))


def test_an_action_without_a_cause() -> None:
    alone = replace(FINE.actions[0], id="a3", findings=(), factors=())
    lack = only(replace(FINE, actions=(*FINE.actions, alone)))
    assert (lack.rule, lack.target) == ("action_without_cause", "a3")


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Look into a check of the files", ["no_durable_action", "not_an_action"]),
        ("Replay the lost orders", ["no_durable_action", "not_an_action"]),
        ("Improve monitoring", ["no_durable_action", "vague"]),
        ("Add an alert on rejected rows", ["no_durable_action"]),
        ("Prevent such failures", ["vague"]),
        ("Drop the importer", []),
    ],
)
def test_what_an_action_says(text: str, rules: list[str]) -> None:
    assert found(worded(text)(FINE)) == rules


def test_a_persons_call_counts() -> None:
    called = replace(
        FINE, actions=tuple(replace(each, call=Durability.DOCUMENT) for each in FINE.actions)
    )
    assert found(called) == ["no_durable_action"]


def test_an_action_that_came_without_a_hint_is_read() -> None:
    bare = tuple(replace(each, hint=None, vague=None) for each in FINE.actions)
    assert lacks(replace(FINE, actions=bare)) == ()
    text = "Make sure it cannot happen again"
    assert found(setting("actions", "a1", hint=None, vague=None, text=text)(FINE)) == ["vague"]


BARE: dict[str, Any] = {"owner": "", "due": None, "backlog": None, "impact": None}


@pytest.mark.parametrize(
    "status", sorted({*CLOSED_STATUSES, ActionStatus.DEFERRED} - {ActionStatus.CANCELLED})
)
def test_nothing_more_is_expected_of_what_is_done_or_deferred(status: ActionStatus) -> None:
    deferral = UNTIL_JUNE if status is ActionStatus.DEFERRED else None
    assert lacks(setting("actions", "a1", status=status, deferral=deferral, **BARE)(FINE)) == ()


@pytest.mark.parametrize("status", [ActionStatus.PROPOSED, ActionStatus.IN_PROGRESS])
def test_all_is_expected_of_what_is_under_way(status: ActionStatus) -> None:
    bare = setting("actions", "a1", status=status, **BARE)(FINE)
    assert found(bare) == ["no_owner", "no_date", "no_place", "not_rated"]


def test_a_stated_priority_is_a_rating() -> None:
    stated = setting("actions", "a1", impact=None, stated_priority=Priority.P2)(FINE)
    assert lacks(stated) == ()


def test_several_rows_are_one_lack_that_leads_to_the_first() -> None:
    ownerless = tuple(replace(each, owner="") for each in FINE.actions)
    lack = only(replace(FINE, actions=ownerless))
    assert replace(lack, why="", question="") == Lack(
        rule="no_owner",
        where="actions[a1], actions[a2]",
        message="Two actions have no owner",
        phase="actions",
        target="a1",
        details=tuple(each.text for each in ownerless),
    )
    assert lack.detail == "; ".join(lack.details)


def test_missing_moments_are_named() -> None:
    lack = only(without("events", "e1", "e4")(FINE))
    assert lack.message == "No event is marked Detected or Resolved"
    assert len(FINE.events) == len(Marker)


def test_families_are_named() -> None:
    lack = only(setting("factors", "f6", family=None)(FINE))
    assert lack.message == "One family was not asked about"
    assert lack.details == ("Organisational pressure",)


def test_what_is_in_place() -> None:
    assert in_place(FINE) == (
        "The tree goes past the trigger",
        "All five families were asked about",
        "Two findings in focus, each with an action",
        "1 of 2 actions is durable",
        "On 14 September we check that the fixes held",
    )


def test_what_is_lacking_is_not_in_place() -> None:
    spoilt = setting("actions", "a1", findings=(), factors=("f3",), text="Add an alert", hint=None)(
        setting("factors", "f6", family=None)(FINE)
    )
    assert in_place(spoilt) == (
        "The tree goes past the trigger",
        "On 14 September we check that the fixes held",
    )


def test_the_sample_shows_some_of_each() -> None:
    sample = read_review(resources.path("sample.json").read_bytes(), lambda: "new")
    assert [(lack.message, lack.target) for lack in lacks(sample)] == [
        ("One factor has no evidence yet", "factor-15"),
        ("One entry is not an action yet", "action-07"),
        ("One action has no owner", "action-04"),
        ("One action has no date", "action-06"),
        ("One action is not in the backlog", "action-03"),
    ]
    assert in_place(sample) == (
        "The tree goes past the trigger",
        "All five families were asked about",
        "Four findings in focus, each with an action",
        "4 of 7 actions are durable, one is a stopgap",
        "On 2 June we check that the fixes held",
    )


def test_numbers_are_words_while_they_are_small() -> None:
    assert [number_word(count) for count in (1, 10, 11, 1200)] == ["One", "Ten", "11", "1,200"]


@given(reviews())
def test_without_the_quiet_ones_the_others_are_the_same(review: Review) -> None:
    loud = tuple(lack for lack in lacks(review) if not lack.quiet)
    assert lacks(review, quiet=False) == loud


def test_what_everybody_sees_asks_nothing_of_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> bool:
        raise AssertionError("The words of a leaf are for the facilitator.")

    monkeypatch.setattr(leaves, "ends_at_person", asked)
    monkeypatch.setattr(leaves, "out_of_reach", asked)
    assert lacks(planted_review(), quiet=False)
    with pytest.raises(AssertionError):
        lacks(planted_review())


@given(reviews())
def test_every_lack_can_be_gone_to(review: Review) -> None:
    told = lacks(review)
    assert [PHASES.index(lack.phase) for lack in told] == sorted(
        PHASES.index(lack.phase) for lack in told
    )
    assert len({(lack.rule, lack.where) for lack in told}) == len(told)
    assert all(lack.why and lack.question for lack in told)
    for lack in told:
        rows = {"timeline": "events", "close": "lessons"}.get(lack.phase, lack.phase)
        if lack.phase == "brief":
            assert hasattr(review, lack.target or "?")
            assert lack.where == f"review.{lack.target}"
        elif lack.target is not None:
            ids = {row.id for row in getattr(review, rows)}
            assert set(re.findall(r"\[(.*?)\]", lack.where)) <= ids
            assert lack.target in ids
        else:
            assert lack.where == rows
    assert all(in_place(review))


def test_an_action_item_alone_is_asked_for_all() -> None:
    review = Review(id="r1", title="T", actions=(ActionItem(id="a1", text="Do it"),))
    rules = [lack.rule for lack in lacks(review) if lack.phase == "actions"]
    assert rules[-4:] == ["no_owner", "no_date", "no_place", "not_rated"]
    assert "action_without_cause" in rules
