"""Titles of documents out of front matter, and below headings that name people."""

from __future__ import annotations

from datetime import date

import pytest

from tests.exchange.readers.documents_told import draft

BELOW = "\n\n## Impact\n\nNo bread.\n"


@pytest.mark.parametrize("name", ["post_title", "heading", "headline"])
def test_front_matter_calls_a_title_by_many_names(name: str) -> None:
    text = f"---\n{name}: The ovens of March 4th\npublished: true\npost_date: 2026-03-09\n---\n"
    found = draft(f"{text}\nThe bakery has ovens.{BELOW}")
    assert (found.title, found.happened_on) == ("The ovens of March 4th", date(2026, 3, 4))


LED = """# Post-mortem report

### Post-mortem facilitator: Ada Lovelace

1. Nobody is to blame.
2. Everybody baked as well as they could, and as fast.

## Description

The oven was cold.

## Impact

No bread.
"""


def test_who_leads_a_meeting_is_neither_its_title_nor_a_list_of_people() -> None:
    found = draft(LED)
    assert found.title == "Post-mortem report"
    assert found.people == (("Ada Lovelace", "Post-mortem facilitator"),)
    assert "Nobody is to blame." in found.notes
