"""The day on which a document's story began: said, shown by two things together, or left open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from facilitator.exchange.readers.document import postmortem
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import reader_for
from tests.exchange.readers.documents_told import asked, document, draft, told

if TYPE_CHECKING:
    from facilitator.exchange.readers.found import Reading

REPORT = """# The bakery could not be reached

{opening}

## Timeline

- 14:03 UTC: The phones go quiet
- 14:20 UTC: A cable is put back

## Action items

- Label the cables
"""


def of_day(opening: str, name: str = "report.md") -> date | None:
    return draft(REPORT.format(opening=opening), name).happened_on


@pytest.mark.parametrize(
    "opening",
    [
        "Between November 11 and November 15, 2025 nobody could order bread.",
        "From 11 November to 15 November 2025 nobody could order bread.",
        "From November 11 until November 15, 2025 it was so. By November 14, 2025 most was well.",
        "From 11 November 2025 to 15 November 2025 nobody could order bread.",
    ],
)
def test_of_a_span_the_day_is_its_first(opening: str) -> None:
    assert of_day(opening) == date(2025, 11, 11)
    assert of_day(opening, "2025-11-15-bread.md") == date(2025, 11, 11)


def test_a_span_over_new_year() -> None:
    assert of_day("Between December 30 and January 2, 2026 it was so.") == date(2025, 12, 30)
    assert of_day("Between February 29 and March 2, 2026 it was so.") is None


def test_a_span_that_began_after_another_day_is_not_the_beginning() -> None:
    opening = "The oven came on 3 November 2025. From 11 November to 15 November 2025 it was off."
    assert of_day(opening) is None


def test_the_evening_before_the_report_was_written() -> None:
    opening = "On the evening of {}, several customers heard nothing."
    assert of_day(opening.format("Feb 23"), "2017-02-24-phones.md") == date(2017, 2, 23)
    assert of_day(opening.format("23 February 2017"), "2017-02-24-phones.md") == date(2017, 2, 23)
    assert of_day(opening.format("Feb 24"), "2017-02-24-phones.md") == date(2017, 2, 24)


def test_a_report_that_names_another_day_than_that_of_its_file_is_asked() -> None:
    reading = document(REPORT.format(opening="Since Feb 19 the line crackled."), "2017-02-24.md")
    assert reading.draft is not None
    assert reading.draft.happened_on is None
    assert asked(reading)[0] == "date"


def test_two_that_agree_outweigh_a_slip_in_the_timeline() -> None:
    slip = REPORT.replace("14:03", "2017-05-09 14:03").format(
        opening="On Oct 10, 2017, some orders did not begin."
    )
    assert draft(slip, "2017-10-10-orders.md").happened_on == date(2017, 10, 10)
    assert draft(slip).happened_on == date(2017, 5, 9)


NUMBERS = """# The sorter stands still

## Timeline

- {first} 7:32 PM UTC: The belt stops
- 7:42 PM UTC: It runs again
- {last} 8:00 AM UTC: A new belt
"""


def test_days_in_numbers_show_the_order_of_each_other() -> None:
    reading = document(NUMBERS.format(first="01-10-2024", last="01-31-2024"))
    assert [at for at, _ in told(reading)][:2] == ["2024-01-10 19:32", "2024-01-10 19:42"]
    reading = document(NUMBERS.format(first="01/10/2024", last="31/10/2024"))
    assert [at for at, _ in told(reading)][:2] == ["2024-10-01 19:32", "2024-10-01 19:42"]


def test_clocks_after_a_day_that_is_open_are_open_too() -> None:
    reading = document(NUMBERS.format(first="01-10-2024", last="02-02-2024"), "2024-06-25-belt.md")
    assert [at for at, _ in told(reading)] == ["-", "-", "2024-02-02 08:00"]
    assert asked(reading) == ["order"]
    assert told(reading, order="month")[1][0] == "2024-01-10 19:42"


COLUMNS = """# The till was locked

## Timeline

| Day | Date (2022) | Time (UTC) | Event |
|-----|-------------|------------|-------|
| Thu | Jan 20 | 22:06 | The till asks for a key |
| Fri | Jan 21 | 00:20 | A key is cut |
"""


def test_weekday_and_day_in_two_columns_and_the_year_in_the_head() -> None:
    assert told(document(COLUMNS)) == [
        ("2022-01-20 22:06", "The till asks for a key"),
        ("2022-01-21 00:20", "A key is cut"),
    ]


LINES = """# Two cakes under one name

## Timeline of events

**October 27, 2022 (Thursday)**

- **11:58:** Two cakes share a name
- **14:07:** Both are baked.[[3]](#notes)

**01:10:** The third one is found.[[4]](#notes)

**October 31, 2022:** The shop opens

November 1, 2022 was a quiet day.
"""


def test_weekdays_references_and_lines_that_a_day_begins() -> None:
    assert told(document(LINES), zone="UTC") == [
        ("2022-10-27 11:58", "Two cakes share a name"),
        ("2022-10-27 14:07", "Both are baked.[3]"),
        ("2022-10-28 01:10", "The third one is found.[4]"),
        ("?2022-10-31 00:00", "The shop opens"),
    ]


def test_a_report_with_small_headings_only_is_one() -> None:
    def fits(text: str) -> bool:
        return postmortem.READER.fits(Material("page.md", text.encode()))

    assert fits("2026-03-04\n==========\n\n### State\n\nSolved\n\n### Details\n\nNo bread.\n")
    assert not fits("### Bread\n")


def braced() -> Reading:
    return document(
        "# No bread\n\n## Timeline\n\n### {{ 2022-01-20 06:10 }}\n\nThe oven is cold\n\n"
        "### {{ 07:45 }}\n\nIt is lit\n"
    )


def test_the_braces_of_a_template_do_not_hide_a_time() -> None:
    assert told(braced(), zone="UTC") == [
        ("2022-01-20 06:10", "The oven is cold"),
        ("2022-01-20 07:45", "It is lit"),
    ]


FOLLOWING = """# The lift stands

## Timeline (UTC)

{}
"""


@pytest.mark.parametrize(
    ("lines", "instants"),
    [
        ("- 2026-03-06 15:00 (Fri): a\n- 09:00 (Sat): b", ["06 15:00", "07 09:00"]),
        ("- 2026-03-06 15:00: a\n- 16:00 (Fri): b", ["06 15:00", "06 16:00"]),
        ("- 2026-03-06 15:00: a\n- Thursday 16:00: b", ["06 15:00", "05 16:00"]),
        ("- 2026-03-06 15:00: a\n- Mon, 16:00: b\n- 17:00 c", ["06 15:00", "09 16:00", "09 17:00"]),
        (
            "- 2026-03-06 23:50: a\n- 00:10: b\n- 01:00 (Sat) c",
            ["06 23:50", "07 00:10", "07 01:00"],
        ),
        (
            "- 2026-03-06 09:00: a\n- Next day 10:00: b\n- 11:00 c",
            ["06 09:00", "07 10:00", "07 11:00"],
        ),
        (
            "- 2026-03-06 09:00: a\n- The following day, 22:00 b\n- 09:00 c",
            ["06 09:00", "07 22:00", "08 09:00"],
        ),
        ("- 2026-03-06 09:00: a\n- 10:00 UTC (next day): b", ["06 09:00", "07 10:00"]),
        (
            "- 2026-03-06 09:00: a\n\n### Next day\n\n- 10:00: b\n- 11:00 c",
            ["06 09:00", "07 10:00", "07 11:00"],
        ),
    ],
)
def test_days_that_only_follow(lines: str, instants: list[str]) -> None:
    found = told(document(FOLLOWING.format(lines)))
    assert [at.removeprefix("2026-03-") for at, _ in found] == instants
    assert [text for _, text in found] == ["a", "b", "c"][: len(found)]


def test_days_that_follow_none_are_asked() -> None:
    reading = document(FOLLOWING.format("- Sat 15:00: a\n- Next day 09:00: b"))
    assert asked(reading) == ["date"]
    found = told(reading, date="2026-03-06")
    assert [at for at, _ in found] == ["2026-03-07 15:00", "2026-03-08 09:00"]


GENERAL = """# Post-Mortem Report

## Dough failure incident - January 29, 2026

### Incident Timeline

| Time | Event |
|------|-------|
| 14:30 | New yeast |
| 14:45 | No bubbles |

## Sign-off

| Role | Name | Date |
|------|------|------|
| Baker | Ada | 2026-02-03 |
"""


def test_a_general_title_gives_way_to_what_stands_below_it() -> None:
    found = draft(GENERAL)
    assert (found.title, found.happened_on) == (
        "Dough failure incident - January 29, 2026",
        date(2026, 1, 29),
    )
    assert draft("# Incident report\n\n## Timeline\n\n- 14:30: x\n").title == "Incident report"


def test_days_in_tables_outside_of_the_timeline_are_no_events() -> None:
    assert [text for _, text in told(document(GENERAL), zone="UTC")] == ["New yeast", "No bubbles"]


def test_without_a_timeline_the_only_day_tells_when() -> None:
    text = "# Labels were thrown away\n\nOn Nov 9, 2021 somebody threw away {}.\n"
    assert draft(text.format("all labels")).happened_on == date(2021, 11, 9)
    assert draft(text.format("those of 3 May 2020")).happened_on is None
    assert draft(text.replace("On Nov", "Before Nov")).happened_on is None


def test_a_range_of_days_is_a_field_too() -> None:
    text = "# No bread\n\n**Date range:** 2026-07-10 to 2026-07-15\n\n## Impact\n\nNo bread.\n"
    assert draft(text, "2026-07-15_bread.md").happened_on == date(2026, 7, 10)


def test_the_first_event_tells_the_day_without_its_year() -> None:
    text = (
        "---\ntitle: No bread\ndate: {}\n---\n\n## Timeline\n\n### {}, around 19:30\n\nOven off\n"
    )
    assert draft(text.format("2017-03-23", "March 22")).happened_on == date(2017, 3, 22)
    assert draft(text.format("2017-01-02", "December 30")).happened_on == date(2016, 12, 30)
    assert draft(text.format("2017-03-23", "Early")).happened_on == date(2017, 3, 23)


def test_lines_with_a_time_and_who_did_it_are_no_chat_below_headings() -> None:
    text = """# The belt

## Timeline (all times UTC)

07-27-2023 2:14 pm - Ada changed the setting from [slow] to: fast

07-29-2023 11:51 am - Bob reported: it burns

07-30-2023 2:42 am - Ada changed the setting from [fast] to: slow

## Resolution
"""
    material = Material("belt.md", text.encode())
    assert reader_for(material).form == "postmortem"
    assert [at for at, _ in told(document(text))] == [
        "2023-07-27 14:14",
        "2023-07-29 11:51",
        "2023-07-30 02:42",
    ]


def test_where_the_first_event_names_no_day_the_title_does() -> None:
    text = (
        "# No bread ({})\n\n## Timeline (UTC)\n\n| Time | Event |\n| --- | --- |\n"
        "| 11:30 | The oven is off |\n| 2026-07-31 14:34 | It is off again |\n"
    )
    reading = document(text.format("Apr 4, 2026"))
    assert reading.draft is not None
    assert reading.draft.happened_on == date(2026, 4, 4)
    assert [at for at, _ in told(reading)] == ["2026-04-04 11:30", "2026-07-31 14:34"]
    later = text.format("Sep 20, 2026").replace("11:30", "2026-07-01 11:30")
    assert draft(later).happened_on == date(2026, 7, 1)


def test_the_head_of_the_times_names_their_day() -> None:
    text = (
        "# No bread\n\n## Timeline\n\n| Timeline 20.04.2026 | Event |\n| --- | --- |\n"
        "| 11:28 | The oven is off |\n| 19:33 | It is on |\n"
    )
    assert told(document(text), zone="UTC") == [
        ("2026-04-20 11:28", "The oven is off"),
        ("2026-04-20 19:33", "It is on"),
    ]
    assert draft(text).happened_on == date(2026, 4, 20)


def test_a_paragraph_may_begin_with_a_day_in_numbers() -> None:
    text = (
        "# No bread\n\n## Timeline (UTC)\n\n2026-03-04 moving the oven takes long\n\n"
        "2026-03-05 21:15 it hangs on a nail\n"
    )
    assert [said for _, said in told(document(text))] == [
        "moving the oven takes long",
        "it hangs on a nail",
    ]


def test_the_day_of_the_writing_gives_that_of_the_title_its_year() -> None:
    text = (
        "---\ntitle: No bread on the {}\ndate: 2024-02-23\n---\n\nIt was cold.\n\n"
        "## Impact\n\nHunger.\n"
    )
    assert draft(text.format("21st of February")).happened_on == date(2024, 2, 21)
    assert draft(text.format("30th of December")).happened_on == date(2023, 12, 30)
    assert draft(text.format("hill")).happened_on == date(2024, 2, 23)


@pytest.mark.parametrize(
    "opening",
    [
        "Nobody could reach us for much of yesterday (2026-03-03) afternoon.",
        "The line was dead last night, 3 March 2026.",
        "Yesterday's trouble: yesterday, on March 3, 2026, the line was dead.",
    ],
)
def test_a_day_that_is_spoken_of_as_yesterday_is_that_of_the_story(opening: str) -> None:
    assert of_day(opening) == date(2026, 3, 3)
    assert of_day(f"{opening} The cable is of 1 May 2025.") is None


def test_the_day_on_which_a_report_was_written_is_not_that_of_the_story() -> None:
    assert of_day("As of today (5 March 2026) nothing crackles.") is None


LED = """# Wrong labels

## Summary

On {} between 19:20 and 19:26 UTC, wrong labels were sent to all shops.

## Timeline (UTC)

| Time | Event |
|------|-------|
| 2026-03-10 17:16 | Somebody copies the drawing of a label |
| 2026-03-11 19:20 | Labels are sent |
| 2026-03-12 05:02 | Labels are taken back |
"""


def test_what_only_led_to_the_day_of_the_summary_is_not_its_beginning() -> None:
    assert draft(LED.format("2026-03-11")).happened_on == date(2026, 3, 11)
    assert draft(LED.format("2026-03-10")).happened_on == date(2026, 3, 10)
    assert draft(LED.format("2026-03-09")).happened_on == date(2026, 3, 10)
    assert draft(LED.format("2026-03-14")).happened_on == date(2026, 3, 10)


SPOKEN = """---
title: No bread
{name}: {said}
---

{opening}

## Timeline

- **10:02am ET** The oven goes out
"""


@pytest.mark.parametrize("name", ["date", "pubDate", "published_at"])
@pytest.mark.parametrize(
    "opening",
    [
        "Yesterday the oven was changed, and nobody had bread.",
        "We are sorry. Last night at 10 the oven went out.",
        "The shop was unreachable yesterday evening.",
    ],
)
def test_yesterday_is_the_day_before_the_writing(name: str, opening: str) -> None:
    found = draft(SPOKEN.format(name=name, said="Mar 5, 2026", opening=opening))
    assert found.happened_on == date(2026, 3, 4)


def test_what_was_there_since_yesterday_moves_no_day() -> None:
    opening = "At 10:02 yesterday's flour was gone."
    found = draft(SPOKEN.format(name="date", said="2026-03-04", opening=opening))
    assert found.happened_on == date(2026, 3, 4)


WRITTEN_AFTER = """# No bread

- Date: 2026-MAR-12
- Authors: Ada

## Timeline

### Mar 4

- 10:02 UTC The oven goes out

### Mar {last}

- 09:00 UTC It goes out again
"""


@pytest.mark.parametrize(("last", "day"), [(6, 4), (12, 12)])
def test_a_date_after_the_end_is_that_of_the_writing(last: int, day: int) -> None:
    found = document(WRITTEN_AFTER.format(last=last))
    assert [at for at, _ in told(found)] == ["2026-03-04 10:02", f"2026-03-{last:02} 09:00"]
    assert found.draft is not None
    assert found.draft.happened_on == date(2026, 3, day)


CALLED = """# Cold ovens ({day})

## Timeline

- **{first}:** 2026-03-03 23:15 UTC
- **First fire:** 2026-03-04 00:30 UTC
- **Incident end:** 2026-03-04 02:43 UTC
"""


@pytest.mark.parametrize(
    ("day", "first", "happened"),
    [
        ("2026-03-04", "Incident start", date(2026, 3, 3)),
        ("2026-03-04", "Delivery of wood", date(2026, 3, 4)),
        ("2026-03-05", "Incident start", date(2026, 3, 5)),
    ],
)
def test_the_start_may_be_in_the_evening_before_the_day_of_the_title(
    day: str, first: str, happened: date
) -> None:
    assert draft(CALLED.format(day=day, first=first)).happened_on == happened


DAYS_BELOW = """# {title}

Nobody could order bread.

## Timeline (UTC)

- 2026-03-03 18:02 A door is taken off
- 2026-03-04 06:10 The oven is cold
- 2026-03-04 07:00 It is lit
"""


def test_the_timeline_gives_the_day_of_the_title_its_year() -> None:
    assert draft(DAYS_BELOW.format(title="March 4th, no bread")).happened_on == date(2026, 3, 4)
    assert draft(DAYS_BELOW.format(title="No bread")).happened_on == date(2026, 3, 3)
    # The title names a day of which the timeline tells nothing.
    assert draft(DAYS_BELOW.format(title="May 4th, no bread")).happened_on == date(2026, 3, 3)


WEEK = """## 2026 March, 2-4th: no bread

### Timeline

Monday 2nd March:

7:30am lit the new oven.

8:15am it went out.

Wednesday 4th March

12:00pm the smith came.
"""


def test_a_title_that_begins_with_its_year_dates_the_days_below() -> None:
    found = document(WEEK)
    assert told(found, zone="UTC") == [
        ("2026-03-02 07:30", "lit the new oven."),
        ("2026-03-02 08:15", "it went out."),
        ("2026-03-04 12:00", "the smith came."),
    ]
    assert found.draft is not None
    assert found.draft.happened_on == date(2026, 3, 2)
