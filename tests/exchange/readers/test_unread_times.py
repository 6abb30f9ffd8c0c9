"""Days that no calendar has are told, and nothing is put on another day for them."""

from __future__ import annotations

from tests.exchange.readers.documents_told import document, told

ODD = """# Cold oven

Date: 2026-02-28

## Timeline

### 2026-02-30

- 10:02 UTC Cold
- 10:05 UTC Looked

### 2026-03-01

- 10:12 UTC Warm

2026-02-31 11:00 UTC Bread
"""


def test_what_stands_below_a_day_that_is_none_has_no_known_time() -> None:
    found = document(ODD)
    assert told(found) == [("-", "Cold"), ("-", "Looked"), ("2026-03-01 10:12", "Warm")]
    assert [(each.where, each.why) for each in found.left] == [
        ("line 7", "“2026-02-30” is no time that can be read."),
        ("line 16", "“2026-02-31” is no time that can be read."),
    ]


def test_outside_of_a_timeline_such_a_day_is_text() -> None:
    assert not document("# Cold oven\n\n## Impact\n\n2026-02-31 is no day.\n").left
