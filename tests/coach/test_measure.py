"""The hints agree with a rater often enough, on rows that lie beside the checkout."""

from __future__ import annotations

import pytest

from tests.coach.measure import ABSENT, ROWS, f1, measure


def test_f1() -> None:
    pairs = (("a", "a"), ("a", "b"), ("b", "a"), ("b", "b"), ("a", "a"))
    assert f1(pairs, "a") == pytest.approx(2 / 3)
    assert f1(pairs, "b") == pytest.approx(1 / 2)
    assert f1(pairs, "c") == 0


@pytest.mark.skipif(not ROWS.exists(), reason=ABSENT)
def test_the_hints_agree_with_a_rater() -> None:
    measured = measure()
    assert measured.macro_f1 >= 0.62
    assert measured.vague_f1 >= 0.5
    told_durable = sum(
        wanted in {"document", "remind"} and told in {"eliminate", "guardrail"}
        for wanted, told in measured.pairs
    )
    assert told_durable <= 0.02 * len(measured.pairs)
