"""What the head of a report says of its days: two dates, durations, outlines, last night."""

from __future__ import annotations

from datetime import date

import pytest

from tests.exchange.readers.documents_told import asked, document, draft, told

ROWS = """
## Timeline (UTC)

| Time | Event |
| --- | --- |
| {first} | The oven goes out |
| 2026-03-04 07:15 | A smith comes |

## Impact

No bread.
"""


@pytest.mark.parametrize(
    ("duration", "first", "day"),
    [
        ("9 hours (22:20 UTC 2026-03-03 → 07:20 UTC 2026-03-04)", "2026-03-03 22:20", 3),
        ("9 hours", "2026-03-03 22:20", 4),
        ("9 hours (until 07:20 UTC 2026-03-04)", "2026-03-03 22:20", 4),
        ("9 hours (22:20 UTC 2026-03-03 → 07:20 UTC 2026-03-05)", "2026-03-03 22:20", 4),
        ("2 days (22:20 UTC 2026-03-01 → 07:20 UTC 2026-03-04)", "2026-03-01 22:20", 4),
    ],
)
def test_a_duration_may_begin_on_the_day_before_that_of_the_report(
    duration: str, first: str, day: int
) -> None:
    head = f"# Cold ovens\n\n**Date:** 2026-03-04\n**Duration:** {duration}\n"
    found = draft(head + ROWS.format(first=first)).happened_on
    assert found == date(2026, 3, day)


LED = """# Cold ovens

**Date:** 2026-03-14
**Duration:** {duration}

## Timeline (UTC)

| Time | Event |
| --- | --- |
| ~2026-03-01 | A crack in a stone that nobody saw |
| 20:17 | The oven goes out |
| 20:40 | It burns again |
"""


def test_days_far_before_only_led_to_the_clocks_that_the_head_names() -> None:
    found = document(LED.format(duration="about 25 min (~20:17 UTC → ~20:42 UTC)"))
    assert [at for at, _ in told(found)][1:] == ["2026-03-14 20:17", "2026-03-14 20:40"]
    assert found.draft is not None
    assert found.draft.happened_on == date(2026, 3, 14)


@pytest.mark.parametrize("duration", ["25 min", "25 min (20:00 → 20:25)"])
def test_without_such_a_clock_they_are_of_the_day_above_them(duration: str) -> None:
    found = document(LED.format(duration=duration))
    assert [at for at, _ in told(found)][1:] == ["2026-03-01 20:17", "2026-03-01 20:40"]


SECTION = """# Cold ovens

## 1. Incident Date
 - Discovered: March 6, 2026
 - Thought to have begun: March 4, 2026

## 2. Timeline
 - Mar 4 8:49am: The oven goes out
 - Mar 6, 4:26pm: Ada sees it
"""


def test_of_two_days_below_one_heading_the_first_is_that_of_the_report() -> None:
    found = document(SECTION)
    assert [at for at, _ in told(found, zone="UTC")] == ["2026-03-04 08:49", "2026-03-06 16:26"]
    assert found.draft is not None
    assert found.draft.happened_on == date(2026, 3, 4)


OUTLINE = """# Cold ovens

1. Incident Date
   - {said}
2. Incident Summary
   - There had been no fire since February 6th 2026
3. Timeline
   - 10:02am: The oven goes out
   - 10:30am: Ada sees it
"""


@pytest.mark.parametrize("said", ["March 4th 2026", "2026-03-04", "Wednesday, 4 March 2026"])
def test_in_an_outline_the_day_stands_below_its_name(said: str) -> None:
    found = document(OUTLINE.format(said=said))
    assert [at for at, _ in told(found, zone="UTC")] == ["2026-03-04 10:02", "2026-03-04 10:30"]


def test_what_is_no_day_below_it_is_asked() -> None:
    assert "date" in asked(document(OUTLINE.format(said="Some day in March")), zone="UTC")


@pytest.mark.parametrize("name", ["Discovery Date", "Date discovered", "Discovered on"])
def test_the_day_of_the_discovery_is_one(name: str) -> None:
    text = f"# Cold ovens\n\n**{name}**: about 8am March 4, 2026\n\n## Impact\n\nNo bread.\n"
    assert draft(text).happened_on == date(2026, 3, 4)


NIGHT = """# Outage of the ovens (4th March 2026)

{said} nobody could bake.

<ul>
<li>2026-03-03 {clock} - The oven goes out</li>
<li>2026-03-04 08:00 - The bakers wake up</li>
</ul>
"""


@pytest.mark.parametrize(
    ("said", "day"), [("As you may know, last night", 3), ("As you may know,", 4)]
)
def test_a_title_with_the_day_on_which_one_tells_of_last_night(said: str, day: int) -> None:
    found = draft(NIGHT.format(said=said, clock="23:33"))
    assert found.happened_on == date(2026, 3, day)


WRITTEN = """---
title: Cold ovens
date: 2026-03-09
---

## Summary

The chimney had been swept on {swept}, and nobody looked at it since.

## Timeline

All times UTC{all}.

- **{first}10:33** - The chimney falls in
- **{last}16:41** - Ada sees it
"""


def test_a_timeline_that_names_the_day_of_the_writing_tells_of_that_year() -> None:
    text = WRITTEN.format(swept="Mar 5", all="", first="Mar 5 ", last="Mar 9 ")
    found = document(text)
    assert [at for at, _ in told(found)] == ["2026-03-05 10:33", "2026-03-09 16:41"]
    assert found.draft is not None
    assert found.draft.happened_on == date(2026, 3, 5)


def test_another_day_of_the_summary_alone_is_asked() -> None:
    text = WRITTEN.format(swept="January 31", all="", first="", last="")
    assert asked(document(text))[0] == "date"


def test_the_day_of_all_times_may_stand_behind_their_zone() -> None:
    text = WRITTEN.format(swept="January 31", all=" (UTC+0), 2026-03-08", first="", last="")
    found = document(text)
    assert [at for at, _ in told(found)] == ["2026-03-08 10:33", "2026-03-08 16:41"]
    assert asked(found) == []
