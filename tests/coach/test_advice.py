"""What the Console lists: each weakness once, what would change most first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.coach import advice as advice_module
from facilitator.coach.advice import Advice, advice, looked_at
from facilitator.coach.alike import pairs, reading
from facilitator.coach.analysis_words import told_of
from facilitator.coach.durability import assess
from facilitator.coach.hinting import rehinted
from facilitator.coach.language_of import judged_sentences
from facilitator.coach.leaves import ends_at_person, out_of_reach
from facilitator.coach.readiness import lacks
from facilitator.domain.edits.rows import changed
from facilitator.domain.phase import Phase
from facilitator.domain.records import COLLECTIONS, Participant, Review
from facilitator.domain.words import ActionStatus, Durability
from tests.coach.complete import complete_review
from tests.coach.planted import PLANTED, TODAY, planted_review
from tests.domain.test_random_edits import histories
from tests.strategies import reviews

if TYPE_CHECKING:
    from collections.abc import Iterable

FINE = complete_review()
RULES = [rule for rules in advice_module._LEVERAGE for rule in rules]


def saying(review: Review, collection: str, row_id: str, text: str, **fields: Any) -> Review:
    return rehinted(changed(review, collection, row_id, text=text, **fields))


def rules(found: Iterable[Advice]) -> list[str]:
    return [each.rule for each in found]


def only(review: Review) -> Advice:
    (found,) = advice(review)
    return found


# -- the whole list ----------------------------------------------------------------------------


def test_eight_planted_weaknesses_are_each_found_once() -> None:
    found = advice(planted_review(), TODAY)
    assert len(found) == len(PLANTED) == 8
    assert {each.rule: each.where for each in found} == PLANTED


def test_a_good_review_is_left_alone() -> None:
    assert advice(FINE, TODAY) == ()


def test_what_would_change_most_comes_first() -> None:
    found = advice(planted_review(), TODAY)
    assert [each.leverage for each in found] == sorted(each.leverage for each in found)
    assert rules(found)[:4] == [
        "stops_at_person",
        "unchangeable_leaf",
        "family_not_asked",
        "blame",
    ]


def test_every_rule_has_its_place_and_its_words() -> None:
    assert len(RULES) == len(set(RULES))
    for rule in RULES:
        why, question = told_of(rule)
        assert why.endswith(".")
        assert question
    assert told_of("unheard_of") == ("", "")


def test_an_empty_review_is_told_all_that_is_lacking() -> None:
    review = Review(id="r")
    assert sorted(rules(advice(review))) == sorted(lack.rule for lack in lacks(review))
    assert rules(advice(review))[:2] == ["no_tree", "no_action"]


# -- actions -----------------------------------------------------------------------------------


def test_a_weak_action_comes_with_stronger_forms() -> None:
    found = only(saying(FINE, "actions", "a2", "Remind everybody to check the region"))
    assert (found.rule, found.target, found.phase) == ("weak_action", "a2", "actions")
    assert found.message.startswith("An action")
    assert len(found.stronger) >= 2


def test_a_stopgap_is_not_weak_while_the_durable_one_stands() -> None:
    text = "Remind everybody to check the region"
    assert advice(saying(FINE, "actions", "a2", text, stopgap_for="a1")) == ()


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.CANCELLED])
def test_what_is_over_is_left_alone(status: ActionStatus) -> None:
    review = saying(FINE, "actions", "a2", "Remind everybody to check the region", status=status)
    assert "weak_action" not in rules(advice(review))


def test_the_call_of_a_person_counts_and_is_sure() -> None:
    called = saying(FINE, "actions", "a2", FINE.actions[1].text, call=Durability.REMIND)
    assert only(called).message == "An action relies on vigilance"


def test_what_is_not_sure_says_probably(monkeypatch: pytest.MonkeyPatch) -> None:
    unsure = saying(FINE, "actions", "a2", "Remind everybody to check the region")
    monkeypatch.setattr(
        advice_module, "assess", lambda text: assess(text)._replace(sure=False), raising=True
    )
    assert only(unsure).message == "An action probably relies on vigilance"


def test_every_vague_action_is_asked_for_what_is_missing() -> None:
    vague = saying(saying(FINE, "actions", "a1", "Prevent such failures"), "actions", "a2", "")
    review = saying(vague, "actions", "a2", "Improve the alerts")
    found = [each for each in advice(review) if each.rule == "vague"]
    assert [each.target for each in found] == ["a1", "a2"]
    assert all(each.question.endswith("?") for each in found)


# -- words -------------------------------------------------------------------------------------

BLAME = "The importers' team never bothers to look"


@pytest.mark.parametrize(
    ("collection", "row_id", "phase"),
    [
        ("events", "e1", "timeline"),
        ("factors", "f2", "factors"),
        ("findings", "n1", "findings"),
        ("lessons", "l1", "close"),
    ],
)
def test_words_are_found_where_they_stand(collection: str, row_id: str, phase: str) -> None:
    found = only(saying(FINE, collection, row_id, BLAME))
    assert (found.rule, found.where) == ("blame", f"{collection}[{row_id}]")
    assert (found.phase, found.target, found.details) == (phase, row_id, (BLAME,))
    assert found.why
    assert found.question.endswith("?")


def test_the_words_of_a_leaf_are_told_as_the_end_of_its_branch() -> None:
    assert rules(advice(saying(FINE, "factors", "f4", BLAME))) == ["stops_at_person"]
    longer = f"{BLAME}. So it was late."
    assert rules(advice(saying(FINE, "factors", "f4", longer))) == ["stops_at_person"]


def test_a_sentence_that_stands_twice_is_told_once() -> None:
    twice = replace(FINE, summary=f"{BLAME}. {BLAME}.")
    assert rules(advice(twice)) == ["blame"]


# -- keys --------------------------------------------------------------------------------------


def test_a_key_changes_with_the_text_and_with_nothing_else() -> None:
    text = "Remind everybody to check the region"
    review = saying(FINE, "actions", "a2", text)
    same = replace(saying(review, "factors", "f2", "The importer takes files"), title="New")
    assert only(review).key == only(same).key
    other = saying(FINE, "actions", "a2", "Remind everybody to check the zone")
    assert only(other).key != only(review).key


def test_a_look_in_pieces_ends_with_the_same() -> None:
    *pieces, found = looked_at(planted_review(), TODAY)
    assert found == advice(planted_review(), TODAY)
    assert len(pieces) > 20
    assert not any(pieces)


def test_the_last_piece_reads_no_text_anew() -> None:
    room = (Participant(id="p1", name="Ines Duarte", alias="Owner"),)
    look = looked_at(replace(planted_review(), title="Read", participants=room), TODAY)
    read = [(each, _texts_read()) for each in look]
    assert read[-1][0]
    assert read[-1][1] == read[-2][1]


def _texts_read() -> tuple[int, ...]:
    remembered = (judged_sentences, ends_at_person, out_of_reach, reading, pairs)
    return tuple(each.cache_info().misses for each in remembered)


# -- anything ----------------------------------------------------------------------------------

_SAID = st.sampled_from(
    (
        BLAME,
        "Human error",
        "It was bad luck",
        "The operator forgot the flag. Someone should have noticed",
        "Remind everybody",
        "Improve it",
        "No check reads the file",
        "The file is read by no check",
    )
)


@st.composite
def drafts(draw: st.DrawFn) -> Review:
    """A review, some of whose texts are of the sort that the coach knows."""
    review = draw(reviews())
    for collection in ("events", "factors", "findings", "actions", "lessons"):
        for row in getattr(review, collection):
            if draw(st.booleans()):
                review = changed(review, collection, row.id, text=draw(_SAID))
    return replace(review, summary=draw(st.just(review.summary) | _SAID))


@given(histories())
def test_any_edits_can_be_advised_on(versions: list[Review]) -> None:
    for review in versions[-3:]:
        assert {each.rule for each in advice(review)} <= set(RULES)


@given(drafts(), st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_whatever_is_advised_can_be_gone_to(review: Review, today: date | None) -> None:
    found = advice(review, today)
    assert len({each.key for each in found}) == len(found)
    assert [each.leverage for each in found] == sorted(each.leverage for each in found)
    ids = {row.id for name in COLLECTIONS for row in getattr(review, name)}
    phases = {phase.key for phase in Phase}
    for each in found:
        assert each.phase in phases
        assert each.why
        assert each.question
        assert each.target is None or each.target in ids or hasattr(review, each.target)
