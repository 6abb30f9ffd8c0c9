"""The made-up library is one that the program could have written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.exchange.review_json import read_review, write_review
from facilitator.store.copies import check_library
from facilitator.store.quick import Reader
from tests.scale.library import made
from tests.scale.reviews import many
from tests.strategies import ids

if TYPE_CHECKING:
    from pathlib import Path


def test_every_review_keeps_the_rules_of_the_format() -> None:
    for review in many(40):
        back = read_review(write_review(review), ids("n"))
        assert [each.id for each in back.actions] == [each.id for each in review.actions]
        assert back.factors == review.factors


def test_the_same_seed_gives_the_same_library(tmp_path: Path) -> None:
    path = made(tmp_path, 12, events=5, actions=3)
    check_library(path)
    expected = {each.id: each for each in many(12, events=5, actions=3)}
    with Reader(path) as reader:
        assert len(reader.summaries()) == 12
        for review_id, review in expected.items():
            assert reader.load(review_id) == review
    assert made(tmp_path, 12, events=5, actions=3) == path
