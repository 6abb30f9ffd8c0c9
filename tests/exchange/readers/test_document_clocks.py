"""Clocks of documents: of twelve hours, at the end of sentences, with dots, of which zone."""

from __future__ import annotations

import pytest

from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import reader_for
from tests.exchange.readers.documents_told import document, told

HALVES = """# No bread

## Timeline

### March 5, 2026

### ~9:43 AM: Nobody knows
- 9:44: Ada sees it
- 11:57-12:08: They talk
- 1:17: Bob lights the oven

### 1:42-1:59 PM: Dough
- 1:42: Dough is made
- 1:55-2:05: It rests
- 9:35: Bread
"""


def test_clocks_of_twelve_hours_go_on_in_the_afternoon() -> None:
    reading = document(HALVES)
    assert [at for at, _ in told(reading, zone="UTC")] == [
        "~2026-03-05 09:43",
        "2026-03-05 09:44",
        "2026-03-05 11:57",
        "2026-03-05 13:17",
        "2026-03-05 13:42",
        "2026-03-05 13:42",
        "2026-03-05 13:55",
        "2026-03-05 21:35",
    ]
    ends = {each.text: each.end.clock for each in reading.entries if each.end and each.end.clock}
    assert f"{ends['It rests']:%H:%M}" == "14:05"


def test_one_clock_of_24_hours_shows_that_all_are() -> None:
    for row in ("14:00: x", "09:10: x"):
        text = f"# No bread\n\n## Timeline\n\n- 2026-03-05 11:30 AM: a\n- 9:20: b\n- {row}\n"
        assert told(document(text), zone="UTC", back="same")[1] == ("2026-03-05 09:20", "b")


PROSE = """# No bread

## Timeline of events

On 2026-03-02 we saw it. At 02:00 AM UTC we got
a letter about the oven. We read it. This was done at 02:09 AM UTC. At 02:22 AM
UTC we wrote back.

We lit the oven at 03:24 AM UTC. Bread was there by 4:10am.

The mill opened again at 18:40 UTC - 16 hours after it had closed. It will close at 20:00.
"""


def test_sentences_of_a_timeline_say_at_their_end_when_it_was() -> None:
    found = told(document(PROSE), date="2026-03-02", zone="UTC")
    assert [(at[-5:], text[:17]) for at, text in found] == [
        ("02:00", "we got a letter a"),
        ("02:09", "This was done at "),
        ("02:22", "we wrote back."),
        ("03:24", "We lit the oven a"),
        ("04:10", "Bread was there b"),
        ("18:40", "The mill opened a"),
    ]
    assert found[4][0].startswith("~")


@pytest.mark.parametrize("quotes", ['""', "“”"])
def test_a_time_in_what_somebody_wrote_is_no_event(quotes: str) -> None:
    wrote = f"{quotes[0]}All is well. From 09:10 it was not. At 09:50 it was.{quotes[1]}"
    text = (
        "# No bread\n\n## Timeline\n\n2026-03-04 10:02 We put up a note: "
        f"{wrote} It hung long. At 10:15 it fell.\n"
    )
    assert told(document(text), zone="UTC") == [
        ("2026-03-04 10:02", f"We put up a note: {wrote} It hung long."),
        ("2026-03-04 10:15", "it fell."),
    ]


def test_a_paragraph_below_a_time_for_itself_tells_of_that_one() -> None:
    text = (
        "Timeline\n\nFebruary 17, 2026 – 15:00 UTC\n"
        "We talk about it. We stopped at 15:30.\n\nFebruary 18, 2026 - 10:00 UTC\nIt ends.\n"
    )
    assert [at for at, _ in told(document(text))] == ["2026-02-17 15:00", "2026-02-18 10:00"]


DOTTED = """Works on the lift

Start time: 22-3-2026 18:45

Update from the makers
18.16 - The lift stands
19.33 - Somebody is in it
19.36 - He is out
Nobody is hurt.

21.25 - It goes
"""


def test_clocks_with_dots_and_dashes_are_a_list_of_times_anywhere() -> None:
    assert reader_for(Material("lift.txt", DOTTED.encode())).form == "postmortem"
    assert [at[-5:] for at, _ in told(document(DOTTED), zone="UTC", date="2026-03-22")] == [
        "18:16",
        "19:33",
        "19:36",
        "21:25",
    ]
    versions = "# New\n\n1.10 - a\n\n1.11 - b\n\n1.12 - c\n\n## Impact\n\nNone\n"
    assert told(document(versions)) == []


@pytest.mark.parametrize("raw", ["2026-03-04/11:34", "2026-03-04T11:34", "2026-03-04 11:34"])
def test_signs_between_day_and_clock(raw: str) -> None:
    text = f"# No bread\n\n## Timeline (UTC)\n\n*{raw}*: We are told\n"
    assert told(document(text)) == [("2026-03-04 11:34", "We are told")]


BESIDE = """# No bread

## Summary

It was so from 12:00 to {} (WAT).

## Timeline

- 2026-03-04 12:00: Dark
- 2026-03-04 14:{}: Light
"""


def test_a_full_hour_alone_tells_no_zone() -> None:
    assert document(BESIDE.format("14:30", "30")).zone == "WAT"
    assert document(BESIDE.format("14:30", "40")).zone == "WAT"
    later = BESIDE.format("14:30", "40").replace("12:00: Dark", "11:50: Dusk\n- 12:00: Dark")
    assert document(later).zone == ""


LED = """# No bread

## Timeline

*All times are UTC unless otherwise noted.*

* On 2026-02-23, a new oven was bought.
* Around 2026-03-01, it began to smoke.
* Late evening March 2nd, 2026: Ada leaves it on
* **[Outage start]** On 2026-03-04, at 07:35:39, the oven went out.
* [Help] At 09:00, Bob lights it.
* [Outage end] 10:00
* [Who knows] nobody
"""


def test_words_and_brackets_before_a_time() -> None:
    assert told(document(LED)) == [
        ("?2026-02-23 00:00", "a new oven was bought."),
        ("?2026-03-01 00:00", "it began to smoke."),
        ("?2026-03-02 00:00", "Ada leaves it on"),
        ("2026-03-04 07:35", "Outage start: the oven went out."),
        ("2026-03-04 09:00", "Help: Bob lights it."),
        ("2026-03-04 10:00", "Outage end"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "10:02 onward - the oven cools",
        "10:02 onwards: the oven cools",
        "10:02 & ongoing – the oven cools",
        "10:02 - ongoing: the oven cools",
        "10:02 UTC - cont'd: the oven cools",
        "10:02 – continued: the oven cools",
        "**10:02 and later:** the oven cools",
        "10:02+: the oven cools",
        "10:02 -> the oven cools",
        "10:02 → the oven cools",
        "10:02 => the oven cools",
    ],
)
def test_what_leads_on_from_a_time_is_none_of_the_words(line: str) -> None:
    text = f"# No bread\n\n## Timeline\n\n- 2026-03-04 10:00 no gas\n- {line}\n"
    assert told(document(text), zone="UTC")[1] == ("2026-03-04 10:02", "the oven cools")


def test_words_that_only_look_like_an_open_end_stay() -> None:
    text = "# No bread\n\n## Timeline\n\n- 2026-03-04 10:00 now we bake\n- 10:01 later it rains\n"
    assert [said for _, said in told(document(text), zone="UTC")] == [
        "now we bake",
        "later it rains",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "On March 4, 2026 between 14:00 and 14:30: no gas",
        "2026-03-04 between 2:00 and 2:30 PM - no gas",
    ],
)
def test_a_span_in_words_after_its_day(line: str) -> None:
    reading = document(f"# No bread\n\n## Timeline\n\n- {line}\n- 15:00: gas\n")
    assert told(reading, zone="UTC")[0] == ("2026-03-04 14:00", "no gas")
    end = reading.entries[0].end
    assert end is not None
    assert f"{end.clock:%M}" == "30"


def test_a_day_in_numbers_may_follow_its_clock() -> None:
    text = "# No bread\n\n## Timeline\n\n- 14:00 UTC 2026-03-04 no gas\n- 9:00, 2026-03-05: gas\n"
    assert told(document(text), zone="UTC") == [
        ("2026-03-04 14:00", "no gas"),
        ("2026-03-05 09:00", "gas"),
    ]


GONE = "# No bread\n\n**Date:** 2026-03-09\n\n## Timeline (UTC)\n\n- {}\n- Mar 9 10:02: gas\n"


@pytest.mark.parametrize("days", ["4-6", "4 – 6", "4 → Mar 6", "4 to March 6", "4–6th"])
@pytest.mark.parametrize("doubt", ["", " (estimated)"])
def test_several_days_are_said_before_what_happened_on_them(days: str, doubt: str) -> None:
    reading = document(GONE.format(f"**~Mar {days}**{doubt} — no gas"))
    assert told(reading) == [("?2026-03-04 00:00", "no gas"), ("2026-03-09 10:02", "gas")]


def test_a_day_may_be_the_first_of_many() -> None:
    assert told(document(GONE.format("**Mar 4 onwards** — no gas")))[0][1] == "no gas"


def test_a_number_behind_a_day_is_no_other_day() -> None:
    assert told(document(GONE.format("Mar 4 - 16 ovens are cold")))[0][1] == "16 ovens are cold"
