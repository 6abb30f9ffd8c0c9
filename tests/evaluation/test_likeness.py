"""Likeness counts rows that are nearly known already."""

from __future__ import annotations

from tests.evaluation.labelled import Labelled
from tests.evaluation.likeness import alike


def test_a_row_is_alike_if_half_of_its_words_and_pairs_are_known() -> None:
    learnt = [Labelled("Add an alert on queue age", "detect")]
    rows = [
        Labelled("add an alert on queue length", "detect"),
        Labelled("Add an alert", "detect"),
        Labelled("Remove the queue", "eliminate"),
    ]
    assert alike(rows, learnt) == 1
    assert alike(learnt, learnt) == 1
    assert alike(learnt, []) == 0
