"""Points that name their time inside, rows that say of which sort they are, spans that last."""

from __future__ import annotations

import pytest

from facilitator.exchange.readers.document.prose_times import only_lasts
from tests.exchange.readers.documents_told import document, draft, told

MIDST = """# The oven is cold

## Timeline (all times UTC)

- Gas runs out on March 3, 2026 at 11:10 p.m.
- Ada finds a cold oven at ~4:50 a.m. on March 4, 2026 and calls the smith
- The smith promised by 5:30 am on March 4, 2026, but waited
- The pipe is mended on Thursday, March 5, 2026 at 9:00 a.m.
- Dough rests from 9:10 until 9:40, and again at 10:00 for a while
- At last, bread
  - It was baked at 10:30 in the old tin
"""


def test_a_day_with_a_named_month_belongs_to_the_time_behind_it() -> None:
    assert told(document(MIDST)) == [
        ("2026-03-03 23:10", "Gas runs out"),
        (
            "~2026-03-04 04:50",
            "Ada finds a cold oven at ~4:50 a.m. on March 4, 2026 and calls the smith",
        ),
        ("~2026-03-04 05:30", "The smith promised by 5:30 am on March 4, 2026, but waited"),
        ("2026-03-05 09:00", "The pipe is mended"),
        ("2026-03-05 10:30", "It was baked at 10:30 in the old tin"),
    ]


def test_points_below_an_event_and_plans_name_no_time_of_their_own() -> None:
    text = (
        "# No bread\n\n## Timeline\n\n- 2026-03-04 10:00 UTC: Dark\n"
        "  - The lamp went out at 09:30 and nobody saw it\n"
        "- We will light it at 12:00 and look again\n\n"
        "## Next steps\n\n- Light it at 13:00 and go\n"
    )
    assert told(document(text)) == [("2026-03-04 10:00", "Dark")]


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


LASTING = """# No bread

## Timeline

- 2026-03-04 10:00 UTC: Dark

## {}

- There was no bread:
  - 2026-03-04 - 10:00 UTC => 11:30 UTC (01h 30min of hunger)
  - 2026-03-04 - 12:00 UTC -> 12:15 UTC, about 15 minutes
"""


@pytest.mark.parametrize("heading", ["Impacts", "Hungry times"])
def test_a_span_with_no_more_than_its_length_is_no_event(heading: str) -> None:
    assert told(document(LASTING.format(heading))) == [("2026-03-04 10:00", "Dark")]


def test_impacts_are_the_impact() -> None:
    assert draft(LASTING.format("Impacts")).impact.startswith("- There was no bread")


def test_an_arrow_of_two_strokes_leads_to_the_end_of_a_span() -> None:
    entries = document("# No bread\n\n## Timeline\n\n- 10:00 => 11:30 UTC: Dark\n").entries
    assert [(each.text, each.end and each.end.zone) for each in entries] == [("Dark", "UTC")]


@pytest.mark.parametrize(
    ("text", "lasted"),
    [
        ("(45 min)", True),
        ("1h 20m", True),
        ("~2 hours and 3 minutes of darkness.", True),
        ("The oven was cold for 3 hours", False),
        ("5 m of dough were lost", False),
        ("", False),
    ],
)
def test_words_that_only_say_how_long(text: str, *, lasted: bool) -> None:
    assert only_lasts(text) is lasted


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


DAY_BEHIND = """# No bread

## Timeline

- 11:10 6th Nov 2023 - the gas runs out
- 10:00 7th Nov 2023 - a new bottle comes
- 10:49 7th Nov 2023: it is too small
"""


def test_a_day_behind_its_clock_ends_with_a_colon_or_a_dash() -> None:
    assert told(document(DAY_BEHIND), zone="UTC") == [
        ("2023-11-06 11:10", "the gas runs out"),
        ("2023-11-07 10:00", "a new bottle comes"),
        ("2023-11-07 10:49", "it is too small"),
    ]


def test_a_sentence_about_another_day_is_no_day_of_its_clock() -> None:
    text = "# No bread\n\n## Timeline\n\n### 2026-03-04\n\n- 10:00 5 March rolls are due - late\n"
    assert told(document(text), zone="UTC") == [
        ("2026-03-04 10:00", "5 March rolls are due - late")
    ]


def test_days_in_a_row_may_stand_alone_above_what_happened() -> None:
    text = "# No bread\n\n## Timeline\n\n*2026-03-01 to 2026-03-04*\n\nAda wonders about the gas.\n"
    assert told(document(text)) == [("-", "Ada wonders about the gas.")]


COMMENTED = "---\n# Nothing needs to stand here\n---\n\n# No bread\n\n## Timeline\n\n- 10:00 Dark\n"


def test_front_matter_of_comments_alone_says_nothing() -> None:
    assert draft(COMMENTED).title == "No bread"
    assert draft(COMMENTED.replace("# No bread", "No bread")).title == "Nothing needs to stand here"


WITHOUT_ZEROS = """# No bread

## Timeline (UTC)

- 2026-03-04 09:27 The dough is set
- 2026-03-04 12:39 The oven is cold
- 2026-03-04 1:50 A smith is called
- 2026-03-04 5:04 He lights it
- 2026-03-05 8:10 Bread
"""


def test_hours_without_a_zero_are_of_the_afternoon_where_mornings_have_one() -> None:
    text = WITHOUT_ZEROS.replace("- 2026-03-05 8:10 Bread\n", "")
    assert [at for at, _ in told(document(text))] == [
        "2026-03-04 09:27",
        "2026-03-04 12:39",
        "2026-03-04 13:50",
        "2026-03-04 17:04",
    ]


@pytest.mark.parametrize(
    "text",
    [WITHOUT_ZEROS, WITHOUT_ZEROS.replace("09:27", "10:27").partition("- 2026-03-05")[0]],
    ids=["one that goes back behind nothing", "no morning with a zero"],
)
def test_else_they_stay_as_they_are_written(text: str) -> None:
    assert ("2026-03-04 01:50", "A smith is called") in told(document(text))


def test_a_point_on_a_day_that_no_calendar_has_is_told_as_passed_over() -> None:
    text = WITHOUT_ZEROS.replace("2026-03-05 8:10 Bread", "2026-02-30 Bread")
    assert [(each.where, each.why) for each in document(text).left] == [
        ("line 9", "“2026-02-30” is no time that can be read.")
    ]


def test_a_time_that_is_the_first_heading_is_an_event() -> None:
    text = (
        "---\ntitle: Cold oven\n---\n\n## 2026-03-04T10:00:00\n\n* It bakes again\n\n"
        "## 2026-03-04T10:00:00\n\n* It is lit\n\n## 2026-03-04T09:00:00\n\n* It is cold\n"
    )
    assert [each.text for each in document(text).entries] == [
        "It bakes again",
        "It is lit",
        "It is cold",
    ]
    assert draft(text).title == "Cold oven"
