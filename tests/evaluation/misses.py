"""The published rows that the coach reads otherwise than their rater, with the coach's reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.durability import assess
from facilitator.coach.language import judge
from tests.evaluation.labelled import published

if TYPE_CHECKING:
    from collections.abc import Iterator


def misses() -> Iterator[str]:
    """A line for each; the rows themselves lie beside the checkout."""
    for row in published("actions"):
        hint = assess(row.text)
        if (hint.label, hint.vague) != (row.label, row.vague):
            vague = "" if hint.vague is row.vague else f", vague {row.vague} told {hint.vague}"
            yield f"{row.id} {row.label} told {hint.label}{vague}: {hint.because}"
    for row in published("language"):
        judged = judge(row.text)
        if judged.label != row.label:
            words = "; ".join(span.why for span in judged.spans)
            yield f"{row.id} {row.label} told {judged.label}: {words}"
