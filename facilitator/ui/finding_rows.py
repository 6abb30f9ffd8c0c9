"""Ctrl+F: everything that is written in the review, to be chosen and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.phase import Phase
from facilitator.domain.times import format_time
from facilitator.ui.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk

    Go = Callable[[Phase, str | None], object]

_PHASES = {
    "events": Phase.TIMELINE,
    "factors": Phase.FACTORS,
    "findings": Phase.FINDINGS,
    "actions": Phase.ACTIONS,
    "lessons": Phase.CLOSE,
}
_WIDTH = 900
"""Whole sentences are found."""
_WORDS = {
    "events": "Event",
    "factors": "Factor",
    "findings": "Finding",
    "actions": "Action",
    "lessons": "Lesson",
}


def find_sheet(desk: Desk, go: Go) -> Chooser:
    """A sheet that goes to the row that was chosen; names are found that roles stand for."""
    review = desk.review
    choices = [
        Choice(f"{name}:{row.id}", desk.shown(row.text), _detail(review, name, row), also=row.text)
        for name in _PHASES
        for row in getattr(review, name)
        if row.text
    ]

    def chosen(choice: Choice) -> None:
        name, _colon, row_id = choice.id.partition(":")
        go(_PHASES[name], row_id)

    return Chooser(
        desk.theme,
        "Find in this review",
        choices,
        chosen,
        empty="Nothing has these words.",
        width=_WIDTH,
    )


def _detail(review: Review, name: str, row: object) -> str:
    at = getattr(row, "at", None)
    words = _WORDS[name]
    return f"{words}, {format_time(at, review.time_zone)}" if at is not None else words
