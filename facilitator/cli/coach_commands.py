"""``coach actions`` and ``check``: what the coach says, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.cli.streams import flush, input_lines, tell, tell_json
from facilitator.coach.durability import assess
from facilitator.coach.readiness import lacks

if TYPE_CHECKING:
    from facilitator.domain.records import Review


def coach_actions(*, as_json: bool) -> None:
    """Answer every line of stdin with a line on stdout, at once."""
    for text in input_lines():
        answer = _answer(text)
        if as_json:
            tell_json(answer)
        else:
            tell("\t".join((answer["label"], answer["because"], answer["question"])))
        flush()


def _answer(text: str) -> dict[str, Any]:
    hint = assess(text)
    return {
        "text": text,
        "label": hint.label,
        "tier": hint.tier,
        "vague": hint.vague,
        "because": hint.because,
        "question": hint.question,
    }


def check(review: Review, *, as_json: bool) -> None:
    """Tell what a review still lacks."""
    found = lacks(review)
    if as_json:
        told = [{"rule": each.rule, "where": each.where, "message": each.message} for each in found]
        tell_json({"review": review.id, "lacks": told})
        return
    for each in found:
        tell(f"{each.message} ({each.where})")
    if not found:
        tell("Nothing is lacking.")
