"""What a post-mortem tells in sentences and plain text: lists of times, labels, zones, days."""

from __future__ import annotations

import pytest

from tests.exchange.readers.documents_told import asked, document, draft, told

LEADUP = """\
# 2026-03-04: The oven stays cold

## Leadup

*List what led to it.*

- **06:10 UTC:** The gas is cut off
- **06:20 UTC:** The oven is cold
- The baker sleeps

## Impact

- 06:30 UTC: no bread
- 06:40 UTC: no rolls
"""


def test_a_summary_may_list_what_happened_by_the_clock() -> None:
    assert told(document(LEADUP)) == [
        ("2026-03-04 06:10", "The gas is cut off"),
        ("2026-03-04 06:20", "The oven is cold"),
    ]
    assert "The gas is cut off" in draft(LEADUP).summary
    one = LEADUP.replace("- **06:20 UTC:** T", "- T")
    assert told(document(one)) == []


PLAIN = """\
Postmortem: No bread

Issue Summary:

Duration of the outage: May 6, 2026, 12:00 PM - May 6, 2026, 2:30 PM (WAT)

Root Cause: The gas was cut off.

Timeline:

12:05 PM: The oven is cold.

2:30 PM: It is lit.

Resolution: A man came.

Corrective and Preventative Measures: To prevent this, we will do this:

Order gas in time.

Look at the meter every day.
"""


def test_paragraphs_behind_a_label_are_parts_of_plain_text() -> None:
    found = draft(PLAIN)
    assert [each.text for each in found.actions] == [
        "Order gas in time.",
        "Look at the meter every day.",
    ]
    assert [each.text for each in found.factors] == ["The gas was cut off."]
    assert [each.text for each in document(PLAIN).entries] == ["The oven is cold.", "It is lit."]


def test_the_zone_stands_beside_a_clock_of_the_timeline() -> None:
    assert told(document(PLAIN)) == [
        ("2026-05-06 11:05", "The oven is cold."),
        ("2026-05-06 13:30", "It is lit."),
    ]
    assert document(PLAIN.replace("2:30 PM (WAT)", "3:30 PM (WAT)")).zone == ""
    assert document(PLAIN.replace("12:00 PM -", "12:00 PM (EAT) -")).zone == ""
    assert document(PLAIN.replace("2:30 PM: It", "2:30 PM EAT: It")).zone == ""
    assert asked(document(PLAIN.replace(" (WAT)", ""))) == ["zone"]


@pytest.mark.parametrize(
    ("zone", "at"), [("WAT", "09:00"), ("CAT", "08:00"), ("SAST", "08:00"), ("EAT", "07:00")]
)
def test_zones_of_africa(zone: str, at: str) -> None:
    text = f"# No bread\n\n## Timeline ({zone})\n\n- 2026-03-04 10:00 The oven is cold\n"
    assert told(document(text)) == [(f"2026-03-04 {at}", "The oven is cold")]


def test_a_day_with_its_weekday_behind_a_clock() -> None:
    text = (
        "# Mar 5 2026 No bread\n\n## Timeline\n\n"
        "12:45 PM UTC Wednesday Mar 4th: The gas is cut off\n\n"
        "23:00 UTC Wednesday Mar 4th : The oven is cold\n\n"
        "04:46 AM UTC Thursday 5th March: It is lit\n\n"
        "05:00 UTC March 4 rolls are burnt\n"
    )
    assert told(document(text)) == [
        ("2026-03-04 12:45", "The gas is cut off"),
        ("2026-03-04 23:00", "The oven is cold"),
        ("2026-03-05 04:46", "It is lit"),
        ("2026-03-05 05:00", "March 4 rolls are burnt"),
    ]


def test_a_paragraph_that_tells_what_was_is_no_action() -> None:
    text = (
        "# No bread\n\n## Action items\n\n### Gas\n\n"
        "The meter was broken. A new one costs much.\n\n"
        "The meter was broken and should be mended.\n\n"
        "Buy a meter that was tested.\n"
    )
    assert [each.text for each in draft(text).actions] == [
        "The meter was broken and should be mended.",
        "Buy a meter that was tested.",
    ]
