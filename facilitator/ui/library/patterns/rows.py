"""What the two lists of the page say, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from facilitator.domain.day_words import format_day
from facilitator.domain.pattern_words import Known, family_of
from facilitator.domain.text import shortened
from facilitator.exchange.phrases import words as phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from facilitator.coach.patterns import Proposal
    from facilitator.domain.patterns import Met, Tried
    from facilitator.domain.words import Durability, Family

_MOST = 240
"""So many characters of a text are shown; the review has all of it."""
INVESTMENT = "Worth an investment of its own."
LOOKING = "Looking for what the reviews have in common…"
NO_FACTOR = (
    "Nothing yet. Once two reviews name the same weakness, it is proposed here as one pattern."
)
ONE_REVIEW = "One review alone repeats nothing. With a second one, what both name is proposed here."
NOTHING_ALIKE = "No two reviews name the same weakness in like words so far."


class Kind(Enum):
    """What a row is about."""

    HEAD = 0
    CALM = 1
    PATTERN = 2
    PROPOSAL = 3
    FACTOR = 4
    ACTION = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of either list; ``key`` tells it from all others, ``record`` is what it is about."""

    kind: Kind
    words: str
    facts: str = ""
    note: str = ""
    family: Family | None = None
    label: Durability | None = None
    key: str = ""
    record: Any = None

    @property
    def spoken(self) -> str:
        """The row in words alone."""
        family = phrase(self.family) if self.kind is Kind.FACTOR else ""
        label = phrase(self.label) if self.kind is Kind.ACTION else ""
        return ". ".join(
            part for part in (self.words, self.facts, self.note, family, label) if part
        )


def left_rows(
    known: Iterable[Known], proposals: Sequence[Proposal], *, busy: bool
) -> tuple[Row, ...]:
    """The patterns, then what may be one."""
    patterns = tuple(map(_pattern_row, known))
    names = {row.key: row.words for row in patterns}
    offered = [_proposal_row(each, names) for each in proposals]
    rows = (_head("Patterns"), *patterns) if patterns else ()
    if offered:
        rows = (*rows, _head("May be the same thing"), *offered)
    return (*rows, Row(kind=Kind.CALM, words=LOOKING)) if busy else rows


def _head(words: str) -> Row:
    return Row(kind=Kind.HEAD, words=words)


def _pattern_row(known: Known) -> Row:
    return Row(
        kind=Kind.PATTERN,
        words=known.pattern.name,
        facts=f"{known.words}{_between(known.first_seen, known.last_seen)}",
        note=INVESTMENT if known.is_an_investment else "",
        family=known.family,
        key=known.pattern.id,
        record=known,
    )


def _between(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    if first == last:
        return f" · {_day(first)}"
    return f" · {_day(first)} to {_day(last)}"


def _day(day: date | None) -> str:
    """A day that is not broken at the end of a line."""
    return format_day(day).replace(" ", "\N{NO-BREAK SPACE}") if day is not None else ""


def _proposal_row(proposal: Proposal, names: Mapping[str, str]) -> Row:
    joins = proposal.joins is not None
    name = names.get(proposal.joins or "", "")
    return Row(
        kind=Kind.PROPOSAL,
        words=f"May join “{shortened(name, 60)}”" if joins else proposal.name,
        facts=_of_reviews(proposal.met),
        family=family_of(proposal.met),
        key=proposal_key(proposal),
        record=proposal,
    )


def proposal_key(proposal: Proposal) -> str:
    """Tells a proposal from the others, also when it is proposed again."""
    return f"{proposal.joins or ''}:{min(proposal.digests, default='')}"


def _of_reviews(met: Sequence[Met]) -> str:
    reviews = len({each.place.review_id for each in met})
    factors = "1 factor" if len(met) == 1 else f"{len(met):,} factors"
    return f"{factors} of {'1 review' if reviews == 1 else f'{reviews:,} reviews'}"


def told_of(record: Known | Proposal) -> str:
    """What stands above the factors: what is missing, or why they are thought to be one."""
    if isinstance(record, Known):
        return record.missing
    if not record.share:
        return "They say the same in other words."
    return f"All of them have the words {', '.join(record.share)}."


def right_rows(record: Known | Proposal | None) -> tuple[Row, ...]:
    """The factors of a pattern or a proposal, then what was tried."""
    if record is None:
        return ()
    rows = (_head("Where it was seen"), *map(_factor_row, record.met))
    if not isinstance(record, Known):
        return rows
    nothing = (Row(kind=Kind.CALM, words="Nothing yet."),)
    tried = tuple(map(_action_row, record.tried)) or nothing
    return (*rows, _head("What was tried"), *tried)


def _factor_row(met: Met) -> Row:
    facts = (_day(met.day), met.title or "No title yet")
    return Row(
        kind=Kind.FACTOR,
        words=shortened(met.text, _MOST),
        facts=" · ".join(filter(None, facts)),
        family=met.family,
        key="/".join(met.place),
        record=met,
    )


def _action_row(tried: Tried) -> Row:
    label = phrase(tried.label) if tried.label is not None else "Not rated"
    return Row(
        kind=Kind.ACTION,
        words=shortened(tried.text, _MOST),
        facts=f"{label} · {phrase(tried.status)}",
        label=tried.label,
        key=f"{tried.review_id}/{tried.action_id}",
        record=tried,
    )


def empty_words(met: Iterable[Met]) -> str:
    """Why there is neither a pattern nor a proposal."""
    reviews = {each.place.review_id for each in met}
    if not reviews:
        return NO_FACTOR
    return ONE_REVIEW if len(reviews) == 1 else NOTHING_ALIKE
