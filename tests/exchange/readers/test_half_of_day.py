"""Clocks of twelve hours that say no half of the day: asked, and then put into the afternoon."""

from __future__ import annotations

import pytest

from facilitator.exchange.readers.settling import settle
from tests.exchange.readers.documents_told import document, told

HEAD = "# Cold oven\n\nDate: 2026-03-04\n\n## Timeline\n\n"
LATE = HEAD + "- 11:40 Cold\n- 12:10 Looked\n- 2:05 – 2:30 Lit\n- 9:15 Warm\n"


def _asked(text: str, **answers: str) -> list[str]:
    return [each.id for each in settle(document(text), answers).asked]


def test_the_half_is_asked_and_nothing_is_placed_before_it_is_answered() -> None:
    assert _asked(LATE) == ["half", "zone"]
    assert {at for at, _ in told(document(LATE), zone="UTC")} == {"-"}
    question = settle(document(LATE), {}).asked[0]
    assert question.text == "Is “2:05 – 2:30” in the morning or in the afternoon? No clock says it."
    assert [each.words for each in question.options] == [
        "In the morning, 02:05",
        "In the afternoon, 14:05",
    ]


def test_in_the_afternoon_are_the_early_clocks_and_those_that_follow() -> None:
    found = settle(document(LATE), {"zone": "UTC", "half": "pm"})
    assert [f"{each.at:%d %H:%M}" for each in found.placed] == [
        "04 11:40",
        "04 12:10",
        "04 14:05",
        "04 21:15",
    ]
    assert found.placed[2].end is not None
    assert f"{found.placed[2].end:%H:%M}" == "14:30"
    assert not found.asked


def test_in_the_morning_are_clocks_as_they_are_written() -> None:
    early = HEAD + "- 2:05 Cold\n- 3:10 Lit\n- 9:15 Warm\n"
    assert [at for at, _ in told(document(early), zone="UTC", half="am")] == [
        "2026-03-04 02:05",
        "2026-03-04 03:10",
        "2026-03-04 09:15",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "- 2:05 Cold\n- 14:10 Warm",
        "- 02:05 Cold\n- 3:10 Warm",
        "- 2:05 UTC Cold\n- 3:10 UTC Warm",
        "All times in UTC\n\n- 2:05 Cold\n- 3:10 Warm",
        "- 2:05:10 Cold\n- 3:10:11 Warm",
        "- 0:05 Cold\n- 3:10 Warm",
        "- 9:05 Cold\n- 11:10 Warm",
        "- 2:05 pm Cold\n- 3:10 Warm",
        "- 2:05 – 14:00 Cold\n- 3:10 Warm",
    ],
)
def test_what_shows_its_half_in_any_way_is_not_asked(rows: str) -> None:
    assert "half" not in _asked(HEAD + rows)


def test_a_row_without_a_clock_shows_no_half() -> None:
    rows = "- 11:40 Cold\n- 1:05 Lit\n- +20 min Warm\n- ??: Bread\n"
    assert "half" in _asked(HEAD + rows)
