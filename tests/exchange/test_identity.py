"""Export, import, export is the identity, in JSON and as a bundle."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator import resources
from facilitator.domain.private_notes import without_private_notes
from facilitator.exchange.bundle import read_bundle, write_bundle
from facilitator.exchange.review_json import read_review, write_review
from tests.domain.test_random_edits import histories
from tests.strategies import ids, reviews

if TYPE_CHECKING:
    from facilitator.domain.records import Review


whole = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A whole review takes a while to draw."""


def _without_inner_ids(review: Review) -> Review:
    """The format holds no ids of people, lessons, parked ideas, words and releases."""
    return replace(
        review,
        participants=tuple(replace(each, id="") for each in review.participants),
        lessons=tuple(replace(each, id="") for each in review.lessons),
        parking=tuple(replace(each, id="") for each in review.parking),
        glossary=tuple(replace(each, id="") for each in review.glossary),
        releases=tuple(replace(each, id="") for each in review.releases),
    )


def _as_written(review: Review, *, private: bool) -> Review:
    return review if private else without_private_notes(review)


@whole
@given(reviews(), st.booleans())
def test_json_gives_back_the_same_review(review: Review, private: bool) -> None:
    data = write_review(review, private=private)
    back = read_review(data, ids("n"))
    expected = _as_written(review, private=private)
    assert _without_inner_ids(back) == _without_inner_ids(expected)
    assert write_review(back, private=private) == data


@whole
@given(reviews(), st.booleans())
def test_a_bundle_gives_back_the_same_review(review: Review, private: bool) -> None:
    data = write_bundle(review, private=private)
    back = read_bundle(data, ids("n"))
    expected = _as_written(review, private=private)
    assert _without_inner_ids(back) == _without_inner_ids(expected)
    assert write_bundle(back, private=private) == data


@whole
@given(histories())
def test_what_edits_make_is_read_again(versions: list[Review]) -> None:
    data = write_review(versions[-1])
    assert write_review(read_review(data, ids("n"))) == data


def test_the_sample_is_written_as_it_is_kept() -> None:
    data = resources.path("sample.json").read_bytes()
    assert write_review(read_review(data, ids("n")), private=True) == data


def test_a_review_of_nothing_but_a_title_is_read_and_kept() -> None:
    file = {"format": "facilitator.review", "version": 1, "review": {"title": "Short"}}
    once = write_review(read_review(json.dumps(file).encode(), ids("n")))
    assert write_review(read_review(once, ids("m"))) == once
    assert json.loads(once)["review"]["title"] == "Short"
