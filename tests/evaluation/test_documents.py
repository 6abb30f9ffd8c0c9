"""What people found is compared by hashes: right, missed and false."""

from __future__ import annotations

import pytest

from tests.evaluation import documents
from tests.evaluation.documents import mark, measured, page, plain

TEXT = """Source: somewhere
Licence: free

# 2026-03-04: Disk full

## Timeline

- 2026-03-04 14:03: Disk fills up
- 2026-03-04 14:20: Logs are removed

## Action items

- Rotate the logs
"""
AT = 1772632980


def told(**changes: object) -> dict[str, object]:
    """What a person found in the text above, on the clocks of UTC."""
    first = [11, mark(str(AT), "diskfillsup"), 0]
    second = [8, mark(str(AT + 17 * 60), "logsarer"), 0]
    return {
        "file": "x",
        "family": "ours",
        "blind": False,
        "zone": "UTC",
        "title": [16, mark("title", "20260304diskfull")],
        "day": mark("day", "2026-03-04"),
        "events": [first, second],
        "actions": [[13, mark("action", "rotatethelogs"), 0]],
        **changes,
    }


def test_what_is_found_counts_as_right() -> None:
    family = measured([told()], {"x": TEXT})["ours"]
    assert family.rows.cell() == "2 of 2, 0 false"
    assert family.actions.cell() == "1 of 1, 0 false"
    assert (family.titles, family.days) == (1, 1)


def test_another_zone_makes_every_instant_wrong() -> None:
    family = measured([told(zone="Europe/Berlin")], {"x": TEXT})["ours"]
    assert family.rows.cell() == "0 of 2, 2 false"


def test_what_one_may_see_otherwise_is_neither_right_nor_false() -> None:
    rows = [[11, mark(str(AT), "diskfillsup"), 1]]
    family = measured([told(events=rows, actions=[])], {"x": TEXT})["ours"]
    assert family.rows.cell() == "0 of 0, 1 false"
    assert family.actions.cell() == "0 of 0, 1 false"


def test_signs_do_not_count() -> None:
    assert plain("`Disk` – **full**!") == "diskfull"


def test_the_documents_beside_the_checkout() -> None:
    if not documents.documents():
        pytest.skip("../shared/corpus/documents is not there")
    assert documents.SKIPPED not in page()


def test_where_they_are_absent_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "documents", dict)
    assert documents.SKIPPED in page()
