"""The key figures of a library, each with its words; small numbers are told as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.behind import any_of
from facilitator.domain.marks import of_accepted, of_durable, of_overdue
from facilitator.domain.trend_words import FEW, counted, days_words, share_words
from facilitator.domain.trends import Mark

if TYPE_CHECKING:
    from facilitator.domain.behind import Behind
    from facilitator.domain.trends import Spread, Trends

_LASTING = "have a durable action"


class KeyFigure(NamedTuple):
    """A figure, what it is in words, and what lies behind it."""

    name: str
    figure: str
    words: str
    behind: Behind


def key_figures(trends: Trends) -> tuple[KeyFigure, ...]:
    """Completion, overdue, time to complete, lasting reviews, accepted recurrence, time to review.

    Never a mean; a share of few is told as two numbers.
    """
    totals = trends.totals
    told = (
        ("done", *_share(totals.done, totals.counted, "actions", "are done")),
        ("overdue", *_share(totals.overdue, totals.open, "open actions", "are past their day")),
        ("took", days_words(trends.took.median), _half(trends.took, "action done")),
        ("with_durable", *_share(trends.with_durable, trends.reviews, "reviews", _LASTING)),
        ("accepted", f"{totals.accepted:,}", _accepted(totals.back)),
        (
            "to_review",
            days_words(trends.to_review.median),
            f"from incident to review, {_half(trends.to_review, 'review')}",
        ),
    )
    marks = _marks(trends)
    return tuple(
        KeyFigure(name, figure, words, any_of(marks[name])) for name, figure, words in told
    )


def _marks(trends: Trends) -> dict[str, Mark]:
    since, today = trends.since, trends.today
    done = Mark("took", start=since)
    return {
        "done": done,
        "overdue": of_overdue(today, since),
        "took": done,
        "with_durable": of_durable(since),
        "accepted": of_accepted(today, since),
        "to_review": Mark("review", start=since),
    }


def _share(part: int, whole: int, what: str, is_so: str) -> tuple[str, str]:
    """A share, and what it is of; both numbers are told once."""
    figure = share_words(part, whole)
    if figure.endswith("%"):
        return figure, f"of the {what} {is_so}, {part:,} of {whole:,}"
    return figure, f"{what} {is_so}" if whole else f"no {what} yet"


def _half(spread: Spread, one: str) -> str:
    many = one.replace("action", "actions").replace("review", "reviews")
    if not spread.n:
        return f"no {one} yet" if one.startswith("action") else f"no {one} with both days yet"
    few = "only " if spread.n < FEW else ""
    return f"or sooner for half of {few}{counted(spread.n, one, many)}"


def _accepted(back: int) -> str:
    words = "put off by decision, recurrence accepted"
    return f"{words}; {back:,} more due again" if back else words
