"""The coach agrees with persons as often as it did: floors a little under what was reached.

What should be reached stands in ``figures.py``; ``make evaluate`` says where that is missed.
"""

from __future__ import annotations

import pytest

from tests.evaluation.compare import told
from tests.evaluation.figures import ACTIONS, LANGUAGE
from tests.evaluation.labelled import fourth, published, third, unseen
from tests.evaluation.peers import coach_action, coach_sentence

FIGURES = {figure.name: figure.of for figure in (*ACTIONS, *LANGUAGE)}
RATERS = {"actions": coach_action, "language": coach_sentence}
SETS = {"unseen": unseen, "third": third, "fourth": fourth, "published": published}
LEAST = [
    ("unseen", "actions", "macro-F1 over eight labels", 0.85),
    ("unseen", "actions", "right tier", 0.87),
    ("unseen", "actions", "`vague`, F1", 0.60),
    ("unseen", "language", "macro-F1 over four labels", 0.80),
    ("unseen", "language", "`blame`, recall where it is polite", 0.80),
    ("third", "actions", "macro-F1 over eight labels", 0.88),
    ("third", "actions", "right tier", 0.89),
    ("third", "actions", "`vague`, F1", 0.68),
    ("third", "language", "`blame`, recall where it is polite", 0.48),
    ("published", "actions", "macro-F1 over eight labels", 0.66),
    ("published", "actions", "right tier", 0.80),
    ("published", "actions", "`vague`, F1", 0.55),
    ("published", "language", "agreement", 0.80),
]
MOST = [
    ("unseen", "actions", "`remind` and `document` shown as durable", 0.06),
    ("unseen", "language", "`clean` that is flagged", 0.08),
    ("third", "actions", "`remind` and `document` shown as durable", 0.02),
    ("third", "language", "`clean` that is flagged", 0.07),
    ("published", "actions", "`remind` and `document` shown as durable", 0.06),
    ("published", "language", "`clean` that is flagged", 0.08),
]


def value(where: str, kind: str, figure: str) -> float:
    rows = SETS[where](kind)
    if not rows:
        pytest.skip("The published rows lie beside the checkout; they are absent.")
    return FIGURES[figure](told(rows, RATERS[kind]))


@pytest.mark.parametrize(("where", "kind", "figure", "least"), LEAST)
def test_it_agrees_as_often_as_it_did(where: str, kind: str, figure: str, least: float) -> None:
    assert value(where, kind, figure) >= least


@pytest.mark.parametrize(("where", "kind", "figure", "most"), MOST)
def test_it_errs_no_more_than_it_did(where: str, kind: str, figure: str, most: float) -> None:
    assert value(where, kind, figure) <= most
