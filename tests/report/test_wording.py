"""Days in print: with the year where it might be taken for another one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from facilitator.domain.records import Review
from facilitator.domain.words import ReviewStatus
from facilitator.report import wording
from tests.report.printed import Printer, solid, solid_text

DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("held", "updated", "words"),
    [
        (2026, 2026, "5 March"),
        (2026, None, "5 March"),
        (2018, 2026, "5 March 2026"),
        (2026, 2027, "5 March 2026"),
        (None, 2026, "5 March 2026"),
    ],
)
def test_a_day_has_its_year_unless_everything_is_of_that_year(
    held: int | None, updated: int | None, words: str
) -> None:
    review = Review(
        id="r",
        held_on=date(held, 3, 1) if held else None,
        updated=datetime(updated, 3, 2, tzinfo=UTC) if updated else None,
    )
    assert wording.day_in(DAY, review) == words


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (DAY, "5 March 2026"),
        (date(2026, 3, 7), "5 to 7 March 2026"),
        (date(2026, 4, 2), "5 March to 2 April 2026"),
        (date(2027, 1, 1), "5 March 2026 to 1 January 2027"),
    ],
)
def test_days_from_one_to_another(last: date, words: str) -> None:
    assert wording.day_span(DAY, last) == words


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (ReviewStatus.DRAFT, "no day yet"),
        (ReviewStatus.READY, "not held yet"),
        (ReviewStatus.REVIEWED, "day not noted"),
        (ReviewStatus.CLOSED, "day not noted"),
    ],
)
def test_a_review_that_is_over_was_held(printer: Printer, status: ReviewStatus, words: str) -> None:
    printed = solid_text(printer(Review(id="r", status=status)))
    assert solid(f"Reviewed {words}") in printed
