"""The plain classifier learns, and is the same at every run: else it would be no fair peer."""

from __future__ import annotations

import pytest

from tests.coach import plain_cases
from tests.evaluation import plain_model
from tests.evaluation.plain_model import PlainModel, fit, terms_of

ROWS = [(text, label) for label, texts in plain_cases.CASES.items() for text in texts]


@pytest.fixture(scope="module")
def model() -> PlainModel:
    return fit(ROWS)


def test_it_learns_what_it_is_told(model: PlainModel) -> None:
    assert sum(model.label(text) == label for text, label in ROWS) > 0.97 * len(ROWS)


def test_it_says_something_of_words_it_does_not_know(model: PlainModel) -> None:
    assert model.label("zyx") in model.labels
    assert model.label("") in model.labels


def test_it_is_the_same_at_every_run() -> None:
    few = ROWS[::8]
    assert fit(few) == fit(few)


def test_it_can_be_kept_in_a_file(model: PlainModel) -> None:
    assert PlainModel.from_json(model.to_json()) == model


def test_terms_are_words_and_pairs() -> None:
    assert terms_of("Add an alert") == ["add", "an", "alert", "add an", "an alert"]


def test_a_vector_has_length_one_beside_its_start() -> None:
    terms = {"add": 0, "alert": 1}
    *found, start = plain_model.vector("Add alert alert", terms, [1.0, 2.0])
    assert start == (2, 1.0)
    assert sum(value * value for _, value in found) == pytest.approx(1)
    assert dict(found)[1] == pytest.approx(4 * dict(found)[0])
