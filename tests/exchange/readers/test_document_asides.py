"""What stands beside a story: pairs for programs, who wrote it, chats that it quotes, troubles."""

from __future__ import annotations

from datetime import date

import pytest

from tests.exchange.readers.documents_told import document, draft, told

UPDATES = """\
title: No bread
date: '2026-03-05T14:48:16+00:00'
permalink: no_bread
layout: post

<p>During the afternoon of March 4th the ovens began to cool down. By morning they were cold.</p>
  <p>&nbsp;We wait for the smith.</p>
  <p><b><u>UPDATE 5 March 19:27 UTC </u></b>- The smith has come.</p>
  <p> </p>
  <p><b>UPDATE 6 March 05:00 UTC</b> - The ovens are warm again. &nbsp;Thank you.</p>
"""


def test_each_paragraph_of_html_may_begin_with_its_own_time() -> None:
    found = document(UPDATES)
    assert told(found) == [
        ("2026-03-05 19:27", "The smith has come."),
        ("2026-03-06 05:00", "The ovens are warm again. Thank you."),
    ]
    assert found.draft is not None
    assert (found.draft.title, found.draft.happened_on) == ("No bread", date(2026, 3, 4))


POST = """\
No bread on 2026-03-04
######################

:date: 2026-03-06
:author: Ada Lovelace
:slug: no-bread

Timeline
--------

.. csv-table::
  :header: Time, Description
  :widths: 4, 20

  8:20AM UTC, The lamp goes out.
  8:28AM UTC, "The smith looks at the oven in the cellar, and
  finds it cold."
  9:12AM UTC, The oven is warm.
"""


def test_pairs_for_the_program_of_a_page_tell_when_it_was_written() -> None:
    found = document(POST, "post.rst")
    assert told(found) == [
        ("2026-03-04 08:20", "The lamp goes out."),
        ("2026-03-04 08:28", "The smith looks at the oven in the cellar, and finds it cold."),
        ("2026-03-04 09:12", "The oven is warm."),
    ]
    assert [each.where for each in found.entries] == ["line 15", "line 16", "line 18"]
    assert found.people == ("Ada Lovelace",)


def test_the_pairs_of_a_head_for_people_tell_of_the_incident() -> None:
    text = (
        "# No bread\n\nDate: 2026-03-04\nSeverity: high\n\n## Timeline\n\n- 10:02 - It is dark.\n"
    )
    assert told(document(text), zone="UTC") == [("2026-03-04 10:02", "It is dark.")]


@pytest.mark.parametrize(
    "line",
    ["_Ada Lovelace 2026-03-05._", "By Ada Lovelace, 5 March 2026", "Posted on March 5, 2026"],
)
def test_who_wrote_a_report_and_when_tells_the_year_of_days_without_one(line: str) -> None:
    text = (
        f"# The bread of others\n\n{line}\n\n## Background\n\nThey bake.\n\n## Timeline\n\n"
        "- 15:30 UTC Mar 4: The oven is seen to be cold.\n- 00:19 UTC Mar 5: It is warm.\n"
    )
    assert told(document(text)) == [
        ("2026-03-04 15:30", "The oven is seen to be cold."),
        ("2026-03-05 00:19", "It is warm."),
    ]
    assert draft(text).happened_on == date(2026, 3, 4)


@pytest.mark.parametrize(
    "line",
    ["Outage of the ovens, 5 March 2026", "We baked as ever, and then came 5 March 2026, dark."],
)
def test_other_words_with_a_day_are_none_about_the_writing(line: str) -> None:
    text = f"# Bread\n\n{line}\n\n## Timeline\n\n- 15:30 UTC Apr 4: It is cold.\n"
    assert draft(text).happened_on != date(2025, 4, 4)


CHAT = """\
# No bread

## Timeline

2026-03-04 10:02 UTC - It is not clear which oven is meant.
[Mar-4 5:50 AM] Ada Lovelace: which oven is this
[Mar-4 5:50 AM] Grace Hopper (baker): the left one
2026-03-04 10:15 UTC - The left oven is lit.
"""


def test_a_row_may_be_shown_by_a_chat_below_it() -> None:
    found = document(CHAT)
    assert told(found) == [
        ("2026-03-04 10:02", "It is not clear which oven is meant."),
        ("2026-03-04 10:15", "The left oven is lit."),
    ]
    assert "Grace Hopper (baker): the left one" in found.entries[0].text


def test_a_timeline_may_be_a_chat() -> None:
    lines = [line for line in CHAT.split("\n") if not line.startswith("2026")]
    assert len(document("\n".join(lines)).entries) == 2


@pytest.mark.parametrize(
    ("heading", "badly"), [("Problems during the repair", 1), ("Problems to solve", 0)]
)
def test_troubles_among_the_measures_are_no_actions(heading: str, badly: int) -> None:
    text = (
        "# No bread\n\n## Corrective measures\n\nThe bakery looks for a second oven.\n\n"
        f"### {heading}\n\n- The smith had no key.\n\n"
        "### Changes that need to be made\n\n- Give the smith a key.\n"
    )
    found = draft(text)
    assert len(found.lessons) == badly
    assert [each.text for each in found.actions][-1] == "Give the smith a key."
    assert ("The smith had no key." in [each.text for each in found.actions]) is not bool(badly)


AHEAD = """# No bread

## Impact

No bread.

## {heading}

We are sorry, and the bakery will become better.
{points}"""
POINTS = """
1. **More warmth**
   - Buying a second oven.

2. **Light in the cellar**
   - Hanging a lamp.
"""


@pytest.mark.parametrize("heading", ["Looking Forward", "Moving forward", "Looking ahead:"])
def test_points_below_a_heading_that_looks_ahead_are_actions(heading: str) -> None:
    found = draft(AHEAD.format(heading=heading, points=POINTS))
    assert [each.text for each in found.actions] == [
        "More warmth (Buying a second oven)",
        "Light in the cellar (Hanging a lamp)",
    ]


def test_words_of_promise_below_a_heading_that_looks_ahead_are_kept_as_a_note() -> None:
    found = draft(AHEAD.format(heading="Looking forward", points=""))
    assert found.actions == ()
    assert "the bakery will become better" in found.notes


@pytest.mark.parametrize(
    "heading", ["Conclusions - What We Plan to Change", "What we're changing", "What we'll change"]
)
def test_a_heading_of_conclusions_may_be_one_of_actions(heading: str) -> None:
    found = draft(f"# No bread\n\n## {heading}\n\n- Buy a second oven.\n")
    assert [each.text for each in found.actions] == ["Buy a second oven."]
