"""How findings, their factors and their actions read on the Findings page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits.findings import FOCUS_LIMIT
from facilitator.domain.words import Disposition, EvidenceStatus, FactorKind
from facilitator.ui.factors.wording import family_word
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem, Factor, Finding, Review
    from facilitator.ui.findings.rows import Row

NO_FACTOR, NO_ACTION, NO_REASON = "No factor yet", "No action yet", "Say why not now"
"""What is missing, in the dashed plates."""
ACCEPTED = "Risk accepted"

_NUMBERS = ("no", "one", "two", "three", "four", "five")


def focus_words(count: int) -> str:
    """``4 in focus``."""
    return f"{count} in focus"


def room_words(count: int) -> str:
    """``room for one more``, as many as still fit beside ``count`` in focus."""
    left = FOCUS_LIMIT - count
    if left <= 0:
        return "room for no more"
    return f"room for {_NUMBERS[left]}{' more' if count else ''}"


def kind_words(factor: Factor) -> str:
    """What a factor is: its family in full, or what it did."""
    if factor.kind is FactorKind.TRIGGER:
        return "What set it off"
    if factor.family is None:
        return "No family yet"
    return family_word(factor.family)


def detail_words(factor: Factor) -> str:
    """What a factor is, and whether it was ruled out, for the lists to choose from."""
    words = kind_words(factor)
    return f"{words}, ruled out" if factor.evidence_status is EvidenceStatus.RULED_OUT else words


def lasting_words(action: ActionItem) -> str:
    """How lasting an action is; empty while nobody has said."""
    if action.durability is None:
        return ""
    return str(tokens()["durability"][action.durability.value]["word"])


def elsewhere_words(row: Row) -> str:
    """Who was asked elsewhere, and where else it could happen; empty if nobody has said."""
    could = row.finding.elsewhere
    parts = (row.asked, f"Could also happen with: {could}" if could else "")
    return ". ".join(filter(None, parts))


def reason_words(finding: Finding) -> str:
    """Why a finding is not in focus; empty while that was not decided."""
    return finding.reason if finding.disposition is not None else ""


def is_accepted(finding: Finding) -> bool:
    """Whether its risk was accepted."""
    return finding.disposition is Disposition.ACCEPTED_RISK


def still_unworded(finding: Finding, review: Review) -> bool:
    """Whether a finding still has the very words of one of its factors."""
    return any(each.id in finding.factors and each.text == finding.text for each in review.factors)


def spoken(row: Row) -> str:
    """A row in one go, for screen readers."""
    finding = row.finding
    parts = [finding.text]
    if finding.focus:
        parts.insert(0, f"In focus, {row.number}")
    else:
        parts.append(ACCEPTED if is_accepted(finding) else "Not in focus")
        parts.append(reason_words(finding) or NO_REASON)
    parts.append(_listed("Because of", [each.text for each in row.because], NO_FACTOR))
    parts.append(_listed("So we will", [each.text for each in row.actions], NO_ACTION))
    parts.append(elsewhere_words(row))
    return ". ".join(part.rstrip(".") for part in parts if part)


def _listed(head: str, texts: list[str], none: str) -> str:
    return f"{head}: {'; '.join(texts)}" if texts else none
