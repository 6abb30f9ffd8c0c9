"""Reports as templates and blogs make them: what a template asks, wrapped lines, plain text."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.exchange.readers.document.document_fields import front_matter
from facilitator.exchange.readers.document.section_words import (
    announces_actions,
    section_of,
    titles_report,
)
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import reader_for
from tests.exchange.readers.documents_told import asked, document, draft, told

ITALICS = """# The oven is cold

## Causes

*What caused it?*

- A switch was off

## Lessons learned

*Describe what you learned*

- Look at switches

## Actions

*List the tasks*

- Label the switch
"""


def test_what_a_template_asks_in_italics_is_left_out() -> None:
    found = draft(ITALICS)
    assert [each.text for each in found.factors] == ["A switch was off"]
    assert found.learned == ("Look at switches",)
    assert [each.text for each in found.actions] == ["Label the switch"]
    assert not draft(ITALICS.replace("- Label the switch\n", "")).actions


def test_a_report_in_italics_is_kept() -> None:
    lines = [each for each in ITALICS.split("\n") if not each.startswith("-")]
    assert draft("\n".join(lines)).learned == ("Describe what you learned",)


@pytest.mark.parametrize(
    "blank", ["... another item", "… and so on", "<what to do>", "{action}", "[Describe the task]"]
)
def test_blanks_of_a_template_are_no_actions(blank: str) -> None:
    table = f"## Actions\n\n| Action | Owner |\n|---|---|\n| Buy flour | Ada |\n| `{blank}` | ? |\n"
    points = f"## Actions\n\n- Buy flour\n- `{blank}`\n"
    for text in (table, points):
        assert [each.text for each in draft(f"# No bread\n\n{text}").actions] == ["Buy flour"]


def test_a_key_in_brackets_is_an_action() -> None:
    (found,) = draft("# No bread\n\n## Actions\n\n- [OPS-12]\n- \\[OPS-13\\] Buy\n").actions[1:]
    assert found.key == "OPS-13"


def test_front_matter_in_toml() -> None:
    head = 'path = "a/b"\ntitle = "No bread"\ndate = 2026-03-04\n\n[extra]\nteam = "x"'
    text = f"+++\n{head}\n+++\nText\n"
    pairs, rest = front_matter(text)
    assert (pairs["title"], pairs["date"]) == ("No bread", "2026-03-04")
    assert rest == "\n" * 8 + "Text\n"
    assert (
        draft(f"{text}\n## Root cause\n\nNo flour\n\n## Actions\n\n- Buy flour\n").title
        == "No bread"
    )


COMMON = """# No bread

## Timeline

Unless otherwise noted all events happened on 2026-03-04, and all times are in
UTC.

- 2026-03-03 22:00: The flour is gone
- 01:10: The oven is empty
- 23:50: Flour comes
- 00:10: Bread
"""


def test_the_day_that_a_statement_gives_to_all_events() -> None:
    reading = document(COMMON)
    assert reading.zone == "UTC"
    assert [at for at, _ in told(reading)] == [
        "2026-03-03 22:00",
        "2026-03-04 01:10",
        "2026-03-04 23:50",
        "2026-03-05 00:10",
    ]
    first = COMMON.replace("2026-03-03 22:00: The", "00:30: The")
    assert told(document(first))[0][0] == "2026-03-04 00:30"


def test_one_day_shows_the_order_of_all_others() -> None:
    reading = document(
        "# No bread\n\n**Date**: 03/10/2026\n\n## Timeline\n\n"
        "### 29-09-2026\n\n- 10:00 Flour is gone\n\n### 03-10-2026\n\n- 11:00 No bread\n"
    )
    assert asked(reading, zone="UTC") == []
    assert [at for at, _ in told(reading, zone="UTC")] == ["2026-09-29 10:00", "2026-10-03 11:00"]
    assert reading.draft is not None
    assert reading.draft.happened_on == date(2026, 10, 3)
    title = draft("# No bread on 03/10/2026\n\nFlour ended on 29/09/2026.\n\n## Impact\n\nHunger\n")
    assert title.happened_on == date(2026, 10, 3)


def test_a_later_note_does_not_hide_the_day_of_front_matter() -> None:
    text = (
        "---\ndate: 2026-01-30\n---\n# No bread\n\nAt 14:30 on 30th January it ended.\n\n"
        "**Update 2nd February 2026:** Flour.\n\n## Impact\n\nHunger\n"
    )
    assert draft(text).happened_on == date(2026, 1, 30)


WROTE = """# No bread

Date: 2026-02-12

## Summary

On {}, 2026 two people asked for bread.

## Timeline

- 2026-02-10 08:00: One tells it
- 2026-02-12 09:00: Bread
"""


def test_a_date_after_the_beginning_is_that_of_the_writing() -> None:
    assert draft(WROTE.format("February 9th")).happened_on == date(2026, 2, 9)
    assert draft(WROTE.format("January 9th")).happened_on == date(2026, 2, 12)
    named = WROTE.replace("Date:", "Incident date:").format("February 9th")
    assert draft(named).happened_on == date(2026, 2, 12)


WRAPPED = """2026-07-05, 04:29 UTC: Somebody sees it / Start
Incident
2026-07-05, 04:45 UTC: The oven is off
2026-07-05, 06:30 UTC: It is on
"""


def test_the_end_of_a_wrapped_line_is_no_heading() -> None:
    assert [each.text for each in document(WRAPPED).entries] == [
        "Somebody sees it / Start\nIncident",
        "The oven is off",
        "It is on",
    ]
    headed = WRAPPED.replace("Incident\n", "Impact:\nNo bread\n")
    assert draft(headed).impact.startswith("No bread")


@pytest.mark.parametrize(
    "text",
    [
        "Some specific action items:",
        "It ended well. We have planned these next steps:",
        "Steps we are or have already taken to prevent this from happening again:",
        "We’re planning to do the following:",
        "To avoid similar outages we will:",
    ],
)
def test_sentences_that_announce_actions(text: str) -> None:
    assert announces_actions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Some specific action items.",
        "To prevent this, we took these steps:",
        "These follow-ups were missed:",
        "We saw these errors:",
    ],
)
def test_sentences_that_announce_none(text: str) -> None:
    assert not announces_actions(text)


BLOG = """Our ovens were off - February 3, 2026

At 5:30AM EST one of our ovens was slow, and was off for an hour.

Steps we have taken to prevent this from happening again:

* The oven will be replaced.
* We will buy a second one,
as far as we can.

We appreciate your patience.
"""


def test_a_plain_text_with_a_dated_title_is_a_report() -> None:
    assert reader_for(Material("page.txt", BLOG.encode())).form == "postmortem"
    found = draft(BLOG)
    assert (found.title, found.happened_on) == (
        "Our ovens were off - February 3, 2026",
        date(2026, 2, 3),
    )
    assert [each.text for each in found.actions] == [
        "The oven will be replaced.",
        "We will buy a second one, as far as we can.",
    ]


def test_words_of_titles() -> None:
    assert titles_report("Services outage")
    assert titles_report("Post-mortem: no bread")
    assert not titles_report("Bread of the day")


def test_what_was_done_is_no_cause_and_no_action() -> None:
    text = (
        "# No bread\n\n## Why did this happen?\n\nNo flour\n\n"
        "**What has been done**\n\n1. Flour was bought\n"
    )
    found = draft(text)
    assert ([each.text for each in found.factors], found.actions) == (["No flour"], ())
    assert section_of("Steps so that this will not be repeated") == "actions"


LEGEND = """# No bread

## Action items

We want one of each type:

* Prevent - It shall not come again.
* P0: More urgent than all else
* Buy flour - a lot of it

| Action item | Type | Priority |
|---|---|---|
| Order in time | Prevent | P0 |
"""


def test_points_that_explain_the_columns_of_a_table_are_no_actions() -> None:
    assert [each.text for each in draft(LEGEND).actions] == [
        "Order in time",
        "Buy flour - a lot of it",
    ]


NEXT = """No bread - 2026-11-07 incident

What happened:

The oven was off.

What next:

A second oven will be bought.

This day has shown that we were right.

It would be good to have flour. (a sack has been bought)

If you are hungry, come to us.

Thank-you for your patience.
"""


def test_what_is_said_to_the_readers_is_no_action() -> None:
    assert [each.text for each in draft(NEXT).actions] == [
        "A second oven will be bought.",
        "It would be good to have flour. (a sack has been bought)",
    ]


def test_a_field_at_the_beginning_is_no_title() -> None:
    text = "Status: final<br> Owners: @ada\n\n## Summary\n\nNo bread.\n\n## Actions\n\n- Buy\n"
    assert draft(text, "no-bread.md").title == "no bread"


FORM = """1. How did you learn of it, and when?

Somebody told us.

2. A timeline of the actions that you took in response.

2026-02-14 18:08 UTC
We are told.

3. Whether you have stopped.

We have, since 10 February 2026.

4. List of steps that you take so that it will not happen again.

We will look twice.
"""


def test_the_numbered_questions_of_a_form_are_headings() -> None:
    reading = document(FORM)
    assert told(reading) == [("2026-02-14 18:08", "We are told.")]
    assert reading.draft is not None
    assert [each.text for each in reading.draft.actions] == ["We will look twice."]


def test_a_heading_may_be_the_field_of_the_day() -> None:
    text = "# No bread\n\n{}\n\n## Timeline (UTC)\n\n- 2026-04-09 10:00: a\n- 2026-04-14 09:00: b\n"
    for day in (
        "## Date\n\n2026-04-14",
        "## Date: April 14, 2026",
        "## Date of incident\n\n14 April 2026",
    ):
        assert draft(text.format(day)).happened_on == date(2026, 4, 14)
    assert draft(text.format("## Authors\n\n2026-04-14")).happened_on == date(2026, 4, 9)


PAGE = """import { Layout } from '@/layout'

export const post = {
  draft: false,
  date: '2026-11-19',
  title: 'No bread: a post-mortem',
}

export default (props) => <Layout {...props} />

## **So what happened?**

On November 5th ’26 we had no bread.

**Short-term improvements:**

- Buy flour
"""


def test_a_page_that_exports_its_title() -> None:
    found = draft(PAGE)
    assert (found.title, found.happened_on) == ("No bread: a post-mortem", date(2026, 11, 5))
    assert [each.text for each in found.actions] == ["Buy flour"]
    assert "Layout" not in f"{found.notes}{found.summary}"


POINTS = """# Post-mortem of the oven

* Summary

    The oven was off.

* Timeline

    - 15:20 - It gets cold
    - 15:30 — Somebody sees it

* Corrective and preventative measures

    - A lamp must be bought.
"""


def test_points_below_a_title_alone_may_be_headings() -> None:
    reading = document(POINTS)
    assert [text for _, text in told(reading)] == ["It gets cold", "Somebody sees it"]
    assert reading.draft is not None
    assert [each.text for each in reading.draft.actions] == ["A lamp must be bought."]


def test_times_in_another_column_of_a_table_elsewhere_are_no_events() -> None:
    table = "| Who | Sum | Time of incident |\n|---|---|---|\n| Ada | 4 | 16/12/2026 00:50:10 |\n"
    first = "| # | Time | What |\n|---|---|---|\n| 1 | 2026-12-16 00:50 | Dark |\n"
    assert told(document(f"# No bread\n\n## Mitigation\n\n{table}"), zone="UTC") == []
    assert len(told(document(f"# No bread\n\n## Mitigation\n\n{first}"), zone="UTC")) == 1


STATUS = """Back to overview

The shop is closed

Event report: no bread

Period: March 30, 2026

Follow-up actions:

  1. Buy flour.
  2. Look at it every day.

Mar 30 at 05:53pm UTC

The shop is open.

Mar 30 at 05:41pm UTC

The shop was closed.
"""


def test_the_page_of_a_status() -> None:
    reading = document(STATUS)
    assert told(reading) == [
        ("2026-03-30 17:53", "The shop is open."),
        ("2026-03-30 17:41", "The shop was closed."),
    ]
    found = draft(STATUS)
    assert (found.title, found.happened_on) == ("The shop is closed", date(2026, 3, 30))
    assert [each.text for each in found.actions] == ["Buy flour.", "Look at it every day."]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lessons Learned / Future Recommendations:", "actions"),
        ("Impact and Timeline", "timeline"),
        ("Impact & Causes", "impact"),
        ("Impact and weather", ""),
    ],
)
def test_headings_that_name_two_parts(title: str, kind: str) -> None:
    assert section_of(title, whole=True) == kind


def test_a_sentence_that_introduces_others_is_no_action() -> None:
    text = (
        "# No bread\n\n## Improvements\n\nThings can be learned and here are some of them.\n\n"
        "Improve the oven.\n\nRefer to the book of ovens for more.\n"
    )
    assert [each.text for each in draft(text).actions] == ["Improve the oven."]


TALE = """Downtime postmortem - blog

On the 2nd of March, 2026 we had no bread.

It began at 4:29PM and ended at 7:27PM.

We will be well.
"""


def test_a_tale_that_calls_itself_a_post_mortem_is_one() -> None:
    assert reader_for(Material("page.txt", TALE.encode())).form == "postmortem"
    assert draft(TALE).happened_on == date(2026, 3, 2)


def test_a_span_with_clocks_begins_on_its_first_day() -> None:
    told_when = "It lasted from March 1st, 2026 at 2:00 PM UTC to March 2nd, 2026 at 9:00 AM UTC."
    text = (
        f"<h1>POSTMORTEM</h1>\n\n<h2>Summary:</h2>\n<p>{told_when}</p>\n"
        "<h2>Timeline:</h2>\n<ul>\n<li>2:00 PM UTC: Dark</li>\n</ul>\n"
    )
    assert reader_for(Material("page.md", text.encode())).form == "postmortem"
    assert told(document(text)) == [("2026-03-01 14:00", "Dark")]


def test_the_name_of_a_file_is_a_title_in_words() -> None:
    text = "## Summary\nThe oven was cold.\n\n## Impact\nNo bread.\n"
    assert draft(text, "2026-03-04--cold-oven_again.md").title == "2026-03-04 cold oven again"
    assert draft(text, "Cold oven - again.md").title == "Cold oven - again"


def test_a_later_heading_of_the_first_rank_may_say_more_than_its_part() -> None:
    text = (
        "---\ntitle: No bread\n---\n\nThe oven was cold.\n\n## Cause\n\nA pipe.\n\n"
        "# Preventing the cold from happening again / What the bakery learnt\n\n"
        "1. Buy a second oven.\n2. Mend the pipe.\n"
    )
    assert [each.text for each in draft(text).actions] == ["Buy a second oven.", "Mend the pipe."]
    titled = "# Preventing cold ovens from happening again\n\n## Summary\nNo bread.\n"
    assert draft(titled).title == "Preventing cold ovens from happening again"
    assert draft(titled).actions == ()


def test_one_word_in_double_braces_is_a_blank() -> None:
    text = "# No bread\n\n## Action items\n\n1. {{ Buy an oven }} [link]\n"
    text += "1. {{ summary }} [link to the issue]\n1. {{summary}}\n"
    assert len(draft(text).actions) == 1
