"""Who did what a row tells, and stories in sentences beside a list of times or instead of one."""

from __future__ import annotations

import pytest

from facilitator.exchange.readers.document.row_authors import authors_of
from tests.exchange.readers.documents_told import document, draft, told

BAKERY = """# No bread on 4 March 2026

## Timeline (UTC)

- **10:02** `@ada` Sees that the oven is cold
- **10:04** `@bob` Calls the gas works
- **10:06** `@ada` Lights a fire of wood
- **10:07** `@bob` gas.example tells of a broken pipe
- **10:08** `@bob` and `@ada` eat old bread
"""


def test_names_before_sentences_are_who_did_it() -> None:
    entries = document(BAKERY).entries
    assert [(each.author, each.text) for each in entries] == [
        ("ada", "Sees that the oven is cold"),
        ("bob", "Calls the gas works"),
        ("ada", "Lights a fire of wood"),
        ("bob", "gas.example tells of a broken pipe"),
        ("", "@bob and @ada eat old bread"),
    ]


def test_a_name_that_a_sign_sets_apart_is_who_did_it() -> None:
    assert authors_of(["@ada: lights it", "@bob - calls", "@cy – waits"]) == [
        ("ada", "lights it"),
        ("bob", "calls"),
        ("cy", "waits"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["@ada lights the oven", "@ada calls", "@bob waits"],
        ["@Ada Lovelace lights the oven", "@Ada Lovelace calls", "@Bob Cratchit waits"],
        ["@ada Sees it", "@ada Lights it", "The oven is hot"],
        ["@bakery/oven@1.2.0 was released"],
        ["@ada Sees it", "@ada Calls", "@bob Waits", "@cy waits", "@cy eats", "@cy bakes"],
    ],
)
def test_a_name_that_may_belong_to_the_sentence_stays(texts: list[str]) -> None:
    assert authors_of(texts) == [("", text) for text in texts]


SUMMED_UP = """# No bread

On March 4th 2026 at roughly 10:02 UTC the bakery was closed for an hour.

# Timeline

All times are in UTC.

- 10:03 The oven is cold
- 10:40 It is lit
- 11:01 There is bread

# Impact

Nobody had bread.
"""


def test_a_sentence_above_a_list_of_times_is_its_summary() -> None:
    reading = document(SUMMED_UP)
    assert [text for _, text in told(reading)] == [
        "The oven is cold",
        "It is lit",
        "There is bread",
    ]
    assert reading.draft is not None
    assert reading.draft.summary.startswith("On March 4th 2026 at roughly 10:02 UTC")
    assert str(reading.draft.happened_on) == "2026-03-04"


LETTER = """Hello everybody,

At 05:00 UTC 2026-03-04 the oven of the bakery
went out. The mill was not affected.

By 08:11 UTC 2026-03-04 I lit it again. At 08:13 the
dough was warm.

We are sorry.

Next steps:

- We will buy a second oven.
"""


def test_paragraphs_that_begin_with_clocks_are_the_timeline() -> None:
    reading = document(LETTER, "letter.txt")
    found = told(reading, zone="UTC")
    assert found == [
        ("2026-03-04 05:00", "the oven of the bakery went out."),
        ("~2026-03-04 08:11", "I lit it again."),
        ("2026-03-04 08:13", "the dough was warm."),
    ]
    assert [each.text for each in draft(LETTER).actions] == ["We will buy a second oven."]
    assert draft(LETTER, "cold_oven.txt").title == "cold oven"


def test_so_they_are_in_a_summary_that_stands_alone() -> None:
    text = (
        "# No bread on 4 March 2026\n\n## Summary\n\nThe oven was cold.\n\n"
        "At 10:02 UTC the gas was gone.\n\nAt 10:15 UTC we called the gas works.\n\n"
        "Around 10:30 UTC there was gas.\n\n## Root cause\n\nA pipe.\n"
    )
    assert [text for _, text in told(document(text))] == [
        "the gas was gone.",
        "we called the gas works.",
        "there was gas.",
    ]
    with_list = text + "\n## Timeline\n\n- 10:02 UTC no gas\n- 10:30 UTC gas\n"
    assert [text for _, text in told(document(with_list))] == ["no gas", "gas"]
    two = text.replace("Around 10:30 UTC there", "There")
    assert document(two).entries == ()


STORY = """Closure of the shop on 4 March 2026

At 14:36 one of the two ovens went out.

At 14:54, the second one did. This comes of bad coal.

By 15:30 the shop was closed.

{listed}: The smith is here and will light it at 01:00.

05:30: There is bread.
"""


def test_lines_with_times_may_go_on_with_a_story_in_sentences() -> None:
    assert told(document(STORY.format(listed="21:00")), zone="UTC") == [
        ("2026-03-04 14:36", "one of the two ovens went out."),
        ("2026-03-04 14:54", "the second one did."),
        ("~2026-03-04 15:30", "the shop was closed."),
        ("2026-03-04 21:00", "The smith is here and will light it at 01:00."),
        ("2026-03-05 05:30", "There is bread."),
    ]


def test_lines_that_tell_the_same_times_are_the_timeline() -> None:
    found = document(STORY.format(listed="14:36"))
    assert [text for _, text in told(found, zone="UTC")] == [
        "The smith is here and will light it at 01:00.",
        "There is bread.",
    ]


TABLED = """# Report of the bakery

**Date:** March 9, 2026

## Executive Summary

On March 4, 2026, two ovens went out.

## What Happened

{above}| {head} | Event |
| --- | --- |
| **Mar 1** | Wood is bought |
| **Mar 4, 10:41** | An oven goes out |
| **Mar 4, ~22:00** | So does the other |
| **Mar 5, 04:58** | Both are hot |

## Action Items

- Buy dry wood.
"""


def test_a_table_of_times_below_what_happened_is_the_timeline() -> None:
    found = document(TABLED.format(head="Time (UTC)", above=""))
    assert told(found) == [
        ("-", "Wood is bought"),
        ("2026-03-04 10:41", "An oven goes out"),
        ("~2026-03-04 22:00", "So does the other"),
        ("2026-03-05 04:58", "Both are hot"),
    ]
    assert found.draft is not None
    assert found.draft.summary == "On March 4, 2026, two ovens went out."


def test_a_paragraph_above_that_table_stays_in_the_summary() -> None:
    found = document(TABLED.format(head="Time (UTC)", above="Bread was late.\n\n"))
    assert len(found.entries) == 4
    assert found.draft is not None
    assert found.draft.summary.endswith("went out.\n\nBread was late.")


@pytest.mark.parametrize("head", ["Oven", "Due"])
def test_a_table_of_other_things_is_none(head: str) -> None:
    assert document(TABLED.format(head=head, above="")).entries == ()


def test_beside_a_timeline_such_a_table_only_sums_it_up() -> None:
    text = f"{TABLED.format(head='Time (UTC)', above='')}\n## Timeline\n\n- 10:41 An oven\n"
    assert [each for _, each in told(document(text), zone="UTC")] == ["An oven"]


ANNOUNCED = """---
title: No bread
date: 2026-03-05
---

Yesterday there was no bread.

# {heading}

{sentence}

* In 2019, a door was left out of the plan.
* On March 2, 2026, we lit the new oven.
  * It has one door.
* 10:02 on March 4, its fire went out.
* At 10:15 we called the smith.
* He was asleep.
* The smith was called again by 10:40, and woke.

{below}
"""


def _announced(sentence: str, *, heading: str = "Details", below: str = "All was well.") -> str:
    return ANNOUNCED.format(sentence=sentence, heading=heading, below=below)


@pytest.mark.parametrize(
    "sentence",
    [
        "Here is the timeline of what happened, all times in Pacific Time:",
        "We know of the fire. The chronology, in Pacific Time, was:",
        "This was the sequence of events (all times in Pacific Time):",
    ],
)
def test_a_list_below_a_sentence_that_announces_it_is_the_timeline(sentence: str) -> None:
    found = document(_announced(sentence))
    assert told(found, zone="America/Los_Angeles") == [
        ("?2026-03-02 08:00", "we lit the new oven."),
        ("2026-03-04 18:02", "its fire went out."),
        ("2026-03-04 18:15", "we called the smith."),
        ("~2026-03-04 18:40", "The smith was called again by 10:40, and woke."),
    ]
    assert found.draft is not None
    assert "All was well." in found.draft.notes


def test_beside_a_timeline_a_list_that_is_announced_is_none() -> None:
    below = "## Timeline\n\n- 2026-03-04 10:02 The fire\n- 2026-03-04 10:15 The smith"
    text = _announced("The sequence of events was:", below=below)
    assert [said for _, said in told(document(text), zone="UTC")][-2:] == ["The fire", "The smith"]
    assert "we lit the new oven." not in [each.text for each in document(text).entries]


def test_what_is_announced_among_actions_is_no_timeline() -> None:
    text = _announced("The timeline of our next steps is:", heading="Action items")
    assert [each.stamp.day for each in document(text).entries if each.stamp.clock is None] == []
