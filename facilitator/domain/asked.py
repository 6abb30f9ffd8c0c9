"""Findings that were addressed to others: who was asked, what they say, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.words import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from facilitator.domain.records import Addressee, Review

ANSWERS = {
    Answer.UNKNOWN: "Not known yet",
    Answer.APPLIES: "Applies",
    Answer.DOES_NOT_APPLY: "Does not apply",
}
"""What they say, as it reads by itself."""
_COUNTED = {
    Answer.APPLIES: ("applies", "apply"),
    Answer.DOES_NOT_APPLY: ("does not", "do not"),
    Answer.UNKNOWN: ("open", "open"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Somebody elsewhere who was asked about a finding of a review."""

    review_id: str
    title: str
    incident: str
    finding_id: str
    finding: str
    whom: str
    answer: Answer
    note: str
    asked_on: date | None
    answered_on: date | None

    @property
    def open(self) -> bool:
        """Whether nobody knows yet."""
        return self.answer is Answer.UNKNOWN


def of_finding(review: Review, finding_id: str) -> tuple[Addressee, ...]:
    """Who was asked about a finding, those asked first before others."""
    found = [each for each in review.addressees if each.finding == finding_id]
    found.sort(key=lambda each: (each.asked_on is None, each.asked_on, each.whom.casefold()))
    return tuple(found)


def asked_words(asked: Iterable[Addressee]) -> str:
    """``Asked 3: 1 applies, 1 does not, 1 open``; empty if nobody was asked."""
    answers = [each.answer for each in asked]
    if not answers:
        return ""
    counts = [(answer, answers.count(answer)) for answer in _COUNTED]
    told = [f"{count:,} {_COUNTED[answer][count > 1]}" for answer, count in counts if count]
    return f"Asked {len(answers):,}: {', '.join(told)}"


def told_words(asked: Iterable[Addressee]) -> str:
    """Who says what: ``Applies to Ledger and Search; not to Mail; not known yet: Maps``."""
    by_answer: dict[Answer, list[str]] = {}
    for each in asked:
        by_answer.setdefault(each.answer, []).append(each.whom)
    heads = {
        Answer.APPLIES: "applies to ",
        Answer.DOES_NOT_APPLY: "does not apply to ",
        Answer.UNKNOWN: "not known yet: ",
    }
    told = [
        f"{head}{_listed(by_answer[each])}" for each, head in heads.items() if each in by_answer
    ]
    words = "; ".join(told)
    return words[:1].upper() + words[1:]


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
