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


BYLINE = """{above}

{day}

{title}

We sold no bread, and this tells why.

What happened

The oven was cold.

Impact

No bread.
"""


@pytest.mark.parametrize("above", ["Ada Lovelace", "Ada Lovelace\n\nHead of Ovens"])
def test_the_title_of_a_copied_page_may_stand_below_who_wrote_it_and_when(above: str) -> None:
    text = BYLINE.format(above=above, day="2026-03-05", title="Mar 4 2026 Incident Post-Mortem")
    found = draft(text, "pasted text")
    assert (found.title, found.happened_on) == (
        "Mar 4 2026 Incident Post-Mortem",
        date(2026, 3, 4),
    )


@pytest.mark.parametrize(
    ("above", "day", "title"),
    [
        ("Outage of the ovens", "2026-03-05", "An outage of ovens"),
        ("Cold ovens", "2026-03-05", "The outage lasted for an hour."),
        ("Cold ovens", "2026-03-05", "Our ovens"),
        ("Cold ovens", "Of March", "An outage"),
    ],
)
def test_other_first_lines_are_the_title(above: str, day: str, title: str) -> None:
    found = draft(BYLINE.format(above=above, day=day, title=title), "pasted text")
    assert found.title == above


@pytest.mark.parametrize(
    "label",
    [
        "RCA",
        "Incident RCA",
        "Root cause analysis",
        "Root-Cause Analysis",
        "Security Incident Report",
        "Vulnerability Disclosure Report",
        "Post Incident Review",
        "Post-incident report",
        "Incident",
    ],
)
def test_what_sort_of_report_it_is_is_no_title(label: str) -> None:
    assert draft(f"# {label}: Cold ovens{BELOW}").title == "Cold ovens"


@pytest.mark.parametrize("title", ["Incident 12: Cold ovens", "Incident in the ovens"])
def test_other_words_of_an_incident_belong_to_its_title(title: str) -> None:
    assert draft(f"# {title}{BELOW}").title == title
