"""Points that name their time inside, rows that say of which sort they are, spans that last."""

from __future__ import annotations

from tests.exchange.readers.documents_told import document, draft, told

SORTS = """# No bread

## Timeline (UTC)

| Time | Event type | Description |
|---|---|---|
| 2026-03-04 06:45 | `alert` | The oven cools down. |
| 07:10 | `baker` | Ada lights it. |
| 07:20 | - | It burns. |
| 07:30 | `alert` | |
"""


def test_of_which_sort_a_row_is_stands_behind_what_happened() -> None:
    assert told(document(SORTS)) == [
        ("2026-03-04 06:45", "The oven cools down. (alert)"),
        ("2026-03-04 07:10", "Ada lights it. (baker)"),
        ("2026-03-04 07:20", "It burns."),
        ("2026-03-04 07:30", "alert"),
    ]


GAPS = """---
title: No bread in the north
date: 2026-03-04 16:00:00
# one of: closed, slow
state: closed
shops:
  - north

section: news

---

2026-03-04 16:20 UTC

There is bread again.

---

2026-03-04 16:00 UTC

There is no bread.
"""


def test_empty_lines_in_front_matter_do_not_end_it() -> None:
    assert draft(GAPS).title == "No bread in the north"
    assert [text for _, text in told(document(GAPS))] == [
        "There is bread again.",
        "There is no bread.",
    ]


def test_fields_for_people_between_two_rules_are_no_front_matter() -> None:
    text = "---\nSeverity: SEV-2\n\nDate: 2026-03-04\n\n---\n\n# No bread\n\n## Impact\n\nHunger\n"
    assert draft(text).severity == "SEV-2"


def test_a_title_is_more_than_a_day() -> None:
    text = "# Incident report - {}\n\n## Impact\n\nHunger\n"
    assert draft(text.format("March 4th, 2026")).title == "Incident report - March 4th, 2026"
    assert draft(text.format("No bread")).title == "No bread"
