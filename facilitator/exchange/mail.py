"""The review as plain text for a mail: what happened, what was found, what changes for good."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from facilitator.domain.asked import of_finding, told_words
from facilitator.domain.durations import VERBS, durations, span_words
from facilitator.domain.impact import read_impact
from facilitator.domain.shown_review import shown_review
from facilitator.domain.text import shortened
from facilitator.domain.words import DURABLE, Durability
from facilitator.exchange.phrases import day_words, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.records import ActionItem, Review

_WIDTH, _SUMMARY, _ABOUT = 76, 600, 120
_LASTING = {
    Durability.ELIMINATE: "engineers it out",
    Durability.GUARDRAIL: "blocks or contains it",
}


def write_mail(review: Review) -> bytes:
    """UTF-8 text of short lines that any mail program shows as it is."""
    return mail_text(review).encode("utf-8", "replace")


def mail_text(review: Review) -> str:
    """The text: findings in focus and durable actions only, people by role as the review says."""
    review = shown_review(review)
    parts = (
        ("", [_filled(shortened(" ".join(review.summary.split()), _SUMMARY))]),
        ("Impact", _listed(_impact(review))),
        ("How long it took", _listed(_spans(review))),
        ("What we found", _numbered(each.text for each in review.findings if each.focus)),
        ("What changes for good", _listed(map(_action, _lasting(review)))),
        ("Where else?", _listed(dict.fromkeys(_elsewhere(review)))),
        ("Words", _listed(f"{each.word}: {each.meaning}" for each in review.glossary)),
    )
    blocks = [_head(review)]
    for head, lines in parts:
        told = [line for line in lines if line]
        if told:
            blocks.append("\n".join([head.upper(), *told] if head else told))
    return "\n\n".join(blocks) + "\n"


def _head(review: Review) -> str:
    title = _filled(review.title or "Incident review")
    facts = (
        review.incident,
        f"reviewed {day_words(review.held_on)}" if review.held_on else "",
        f"version {review.revision:,}",
    )
    return f"{title}\n{_filled(', '.join(filter(None, facts)))}"


def _impact(review: Review) -> list[str]:
    figures, plain = read_impact(review.impact)
    return [*(f"{each.number} {each.words}" for each in figures), *plain]


def _spans(review: Review) -> list[str]:
    return [
        f"{span_words(each.span)} {VERBS[each.marker]}"
        for each in durations(review.events)
        if each.span is not None
    ]


def _lasting(review: Review) -> list[ActionItem]:
    return [each for each in review.actions if each.durability in DURABLE]


def _action(action: ActionItem) -> str:
    facts = (
        _LASTING.get(action.durability or Durability.REMIND, ""),
        action.owner,
        f"due {day_words(action.due)}" if action.due else "",
        words(action.status).lower(),
    )
    return f"{action.text} ({', '.join(filter(None, facts))})"


def _elsewhere(review: Review) -> Iterable[str]:
    """What could happen where else, and what those say who were asked."""
    for each in review.findings:
        if each.focus:
            yield " ".join(each.elsewhere.split())
            if asked := told_words(of_finding(review, each.id)):
                yield f"{shortened(' '.join(each.text.split()), _ABOUT)}: {asked}"


def _numbered(texts: Iterable[str]) -> list[str]:
    return [_filled(text, f"{number}. ") for number, text in enumerate(texts, 1)]


def _listed(texts: Iterable[str]) -> list[str]:
    return [_filled(text, "- ") for text in texts if text]


def _filled(text: str, before: str = "") -> str:
    """Lines of a mail's width; what follows the first is indented below its words."""
    return fill(
        text,
        _WIDTH,
        initial_indent=before,
        subsequent_indent=" " * len(before),
        break_long_words=False,
        break_on_hyphens=False,
    )
