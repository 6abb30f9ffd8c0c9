"""``coach actions``, ``coach language`` and ``check``: what the coach says, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.cli.streams import flush, input_lines, tell, tell_json
from facilitator.coach.durability import assess

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.records import Review


def coach(what: str, *, as_json: bool) -> None:
    """Answer every line of stdin, about ``actions`` or ``language``."""
    {"actions": coach_actions, "language": coach_language}[what](as_json=as_json)


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


def coach_language(*, as_json: bool) -> None:
    """Answer every line of stdin with a line on stdout, at once."""
    # Whoever asks about actions need not load this.
    from facilitator.coach.language import judge  # noqa: PLC0415 - see above

    for text in input_lines():
        judged = judge(text)
        if as_json:
            spans = [{"start": at.start, "end": at.end, "why": at.why} for at in judged.spans]
            tell_json({"text": text, "label": judged.label, "spans": spans, "ask": judged.ask})
        else:
            words = "; ".join(text[at.start : at.end] for at in judged.spans)
            tell(f"{judged.label}\t{words}\t{judged.ask}")
        flush()


def check(review: Review, today: date, *, as_json: bool) -> None:
    """Tell what a review still lacks; people are told what to ask too."""
    # Whoever asks about lines need not load this.
    from facilitator.coach.readiness import lacks  # noqa: PLC0415 - see above

    found = lacks(review, today)
    if as_json:
        names = ("rule", "where", "message", "details", "why", "question")
        told = [{name: getattr(each, name) for name in names} for each in found]
        tell_json({"review": review.id, "lacks": told})
        return
    for each in found:
        tell(f"{each.message} ({each.where}). {each.question}")
    if not found:
        tell("Nothing is lacking.")
