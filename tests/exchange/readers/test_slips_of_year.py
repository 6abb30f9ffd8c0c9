"""A row whose day is a year off those around it: asked, and never moved by itself."""

from __future__ import annotations

import pytest

from facilitator.exchange.readers.settling import settle
from tests.exchange.readers.documents_told import document, told

SLIP = """# Cold oven

## Timeline

- 2026-01-11 14:34 UTC Cold
- 2025-01-11 14:40 UTC Looked
- 14:51 UTC Lit
- 2026-01-12 09:00 UTC Warm
"""


def test_a_day_a_year_off_is_asked_and_the_rows_around_it_stand() -> None:
    found = document(SLIP)
    [question] = settle(found, {}).asked
    assert (question.id, question.count) == ("year", 1)
    assert question.text == "“2025-01-11 14:40 UTC” stands among days of 2026. Which year is meant?"
    assert [at for at, _ in told(found)] == [
        "2026-01-11 14:34",
        "-",
        "2026-01-11 14:51",
        "2026-01-12 09:00",
    ]


def test_the_answer_puts_it_among_the_others_or_where_it_is_written() -> None:
    found = document(SLIP)
    assert [at for at, _ in told(found, year="around")][1:3] == [
        "2026-01-11 14:40",
        "2026-01-11 14:51",
    ]
    assert [at for at, _ in told(found, year="written")][1] == "2025-01-11 14:40"


@pytest.mark.parametrize("first", ["2025-06-03", "2024-11-30"])
def test_a_cause_of_long_before_is_not_asked(first: str) -> None:
    text = SLIP.replace("2025-01-11", "2026-01-11").replace("2026-01-11 14:34", f"{first} 14:34")
    assert not settle(document(text), {}).asked
