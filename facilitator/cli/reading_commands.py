"""``list`` and ``show``: reviews to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.cli.streams import tell, tell_json, tell_text
from facilitator.exchange.markdown import write_markdown
from facilitator.exchange.review_json import write_review

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.records import Review
    from facilitator.store.listing import Summary

COLUMNS = ("id", "severity", "day", "status", "open_actions", "title")
"""What ``list`` tells of a review in a line, parted by tabs."""


def list_reviews(listing: Sequence[Summary], *, as_json: bool) -> None:
    """All reviews: a line each, or one JSON list."""
    told = [told_summary(each) for each in listing]
    if as_json:
        tell_json(told)
        return
    for each in told:
        tell("\t".join(str(each[key]) if each[key] not in {None, ""} else "-" for key in COLUMNS))


def told_summary(summary: Summary) -> dict[str, Any]:
    """What JSON for machines tells of a review in a list."""
    return {
        "id": summary.id,
        "title": summary.title,
        "incident": summary.incident or None,
        "severity": summary.severity or None,
        "services": list(summary.services),
        "status": None if summary.damage else summary.status.value,
        "day": summary.day.isoformat() if summary.day else None,
        "held_on": summary.held_on.isoformat() if summary.held_on else None,
        "open_actions": summary.open_actions,
        "done_actions": summary.done_actions,
        "strongest": summary.strongest.value if summary.strongest else None,
        "updated": summary.updated.isoformat() if summary.updated else None,
        "damage": summary.damage or None,
    }


def show(review: Review, *, as_json: bool) -> None:
    """The whole review: as its JSON, or as Markdown for people."""
    written = write_review(review) if as_json else write_markdown(review)
    tell_text(written.decode("utf-8"))
