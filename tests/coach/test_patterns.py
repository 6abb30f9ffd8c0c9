"""Which factors of several reviews are proposed as one pattern."""

from __future__ import annotations

from datetime import date
from time import process_time
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.coach.patterns import Proposal, proposals
from facilitator.domain.patterns import Met, Place
from tests.coach.factor_pairs import TRIED_OTHER, TRIED_SAME

NONE: frozenset[str] = frozenset()
TEXTS = [text for pair in (*TRIED_SAME[:8], *TRIED_OTHER[:8]) for text in pair]


def met(review: str, text: str, factor: str = "f1", **fields: Any) -> Met:
    return Met(place=Place(review, factor), text=text, **fields)


@st.composite
def libraries(draw: st.DrawFn) -> list[Met]:
    """Factors of up to six reviews."""
    texts = draw(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(TEXTS)), max_size=24))
    return [met(f"r{review}", text, f"f{at}") for at, (review, text) in enumerate(texts)]


def places(found: tuple[Proposal, ...]) -> list[list[Place]]:
    return [sorted(each.place for each in one.met) for one in found]


def test_the_same_weakness_in_two_reviews_is_proposed() -> None:
    (found,) = proposals(
        [
            met("r1", "The config push had no canary stage", day=date(2026, 3, 2)),
            met("r2", "No canary stage before a config push", day=date(2026, 1, 2)),
            met("r3", "The on-call phone was off"),
        ],
        {},
        NONE,
    )
    assert [each.place.review_id for each in found.met] == ["r2", "r1"]
    assert found.name == "Config push had no canary stage"
    assert found.why == "share: config, push, canary, stage"
    assert found.joins is None


def test_a_name_says_that_something_is_lacking() -> None:
    text = "Lack of testing and experience with GitOps"
    (found,) = proposals([met("r1", text), met("r2", text)], {}, NONE)
    assert found.name == text


def test_twice_in_one_review_or_incident_is_no_pattern() -> None:
    text = "The config push had no canary stage"
    assert not proposals([met("r1", text), met("r1", text, "f2")], {}, NONE)
    same = [met("r1", text, incident="INC-7"), met("r2", text, incident=" inc-7")]
    assert not proposals(same, {}, NONE)


def test_names_of_its_own_services_make_no_difference() -> None:
    found = proposals(
        [
            met("r1", "Ledger rollout had no canary", services=("Ledger",)),
            met("r2", "Search rollout had no canary", services=("Search",)),
        ],
        {},
        NONE,
    )
    assert len(found) == 1


def test_new_factors_are_proposed_to_join_a_pattern() -> None:
    kept = [met("r1", "Retries had no upper limit"), met("r2", "No upper limit on retries")]
    new = met("r3", "There was no upper limit on retries")
    taken = {each.place: "p1" for each in kept}
    (found,) = proposals([*kept, new], taken, NONE)
    assert found.joins == "p1"
    assert found.met == (new,)
    assert not proposals([*kept, new], taken, found.digests)


def test_one_factor_can_be_kept_away_from_the_others() -> None:
    given_ = [met(f"r{at}", text) for at, text in enumerate(TRIED_SAME[0])]
    given_.append(met("r8", "A config push has no canary stage"))
    (found,) = proposals(given_, {}, NONE)
    odd = found.met[0]
    left = proposals(given_, {}, found.digests_of(odd))
    assert odd.place not in [place for one in places(left) for place in one]
    assert len(left) == 1


@given(libraries(), st.randoms())
def test_the_order_of_reviews_does_not_matter(library: list[Met], random: Any) -> None:
    shuffled = list(library)
    random.shuffle(shuffled)
    assert proposals(library, {}, NONE) == proposals(shuffled, {}, NONE)


@given(libraries())
def test_every_proposal_is_of_at_least_two_reviews(library: list[Met]) -> None:
    for each in proposals(library, {}, NONE):
        assert len({one.place.review_id for one in each.met}) >= 2
        assert each.name
        assert each.share


@given(libraries(), libraries(), st.integers(0, 9))
@settings(max_examples=60)
def test_what_was_declined_never_comes_back(
    library: list[Met], more: list[Met], which: int
) -> None:
    found = proposals(library, {}, NONE)
    if not found:
        return
    gone = found[which % len(found)]
    new = [met(f"n{at}", each.text) for at, each in enumerate(more)]
    for after in (library, library + new):
        left = proposals(after, {}, gone.digests)
        declined = {each.place for each in gone.met}
        for each in left:
            assert len({one.place for one in each.met} & declined) < 2


@given(libraries())
def test_what_is_in_a_pattern_is_in_no_proposal(library: list[Met]) -> None:
    taken = {each.place: "p1" for each in library[::3]}
    for each in proposals(library, taken, NONE):
        assert not {one.place for one in each.met} & taken.keys()


def test_a_hundred_thousand_factors_take_seconds() -> None:
    subjects = [f"part{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(400)]
    library = [
        met(f"r{at // 10}", f"{TEXTS[at % 7]} of {subjects[(at // 7) % 400]}", f"f{at}")
        for at in range(100_000)
    ]
    began = process_time()
    assert proposals(library, {}, NONE)
    assert process_time() - began < 10
