"""Reports that were pasted from pages: of a status, with lines to the right and questions."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.domain.words import Marker
from facilitator.exchange.readers.document.status_pages import from_status_page
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import reader_for
from facilitator.exchange.refused import Refused
from tests.exchange.readers.documents_told import document, draft, told

STATUS = """The oven is cold
Incident Report for The Bakery
Resolved
There is bread again.
Posted Mar 04, 2026 - 13:10 UTC
Investigating
We look at the oven.

It is dark in there.
Posted Mar 04, 2026 - 12:03 UTC
This incident affected: Oven (left, right).
"""


def test_the_updates_of_a_status_page_are_its_timeline() -> None:
    found = document(STATUS)
    assert [at for at, _ in told(found)] == ["2026-03-04 13:10", "2026-03-04 12:03"]
    assert "It is dark in there." in found.entries[1].text
    assert found.entries[1].where == "line 6"
    assert found.draft is not None
    assert found.draft.title == "The oven is cold"
    assert found.draft.happened_on == date(2026, 3, 4)
    assert "Oven (left, right)" in found.draft.impact


def test_a_status_page_is_taken_for_a_report() -> None:
    short = STATUS.partition("Investigating")[0]
    for text in (STATUS, short):
        found = reader_for(Material("page.txt", text.encode()))
        assert found is not None
        assert found.form == "postmortem"
    assert from_status_page("Posted Mar 04, 2026 - 13:10 UTC") == "Posted Mar 04, 2026 - 13:10 UTC"


def test_a_post_mortem_above_the_updates_is_none_of_them() -> None:
    written = """Postmortem
A switch was off.

Next steps
- Label the switch
Posted Mar 06, 2026 - 09:00 UTC
"""
    found = document(STATUS.replace("Resolved\n", f"{written}Resolved\n"))
    assert [at for at, _ in told(found)] == ["2026-03-04 13:10", "2026-03-04 12:03"]
    assert found.draft is not None
    assert [each.text for each in found.draft.actions] == ["Label the switch"]


PASTED = """Outage of the oven on 2026-03-04

What happened?

It was cold.

{}

We do the following:

    Buying a second oven for the shop
    Labelling all of the switches
"""


@pytest.mark.parametrize(
    "asked",
    [
        "What are we doing to prevent it from happening again?",
        "How are we going to fix it?",
    ],
)
def test_a_question_heads_points_that_stand_to_the_right(asked: str) -> None:
    assert [each.text for each in draft(PASTED.format(asked)).actions] == [
        "Buying a second oven for the shop",
        "Labelling all of the switches",
    ]


def test_code_is_no_list_of_points() -> None:
    text = PASTED.format("Next steps").replace("Labelling", "switch --label=")
    assert not any("oven" in each.text for each in draft(text).actions)


def test_prose_below_a_dated_interruption_is_a_report() -> None:
    lines = ["Interruption of the oven, 4 March 2026", "It was cold.", "It is warm.", "Sorry."]
    found = reader_for(Material("page.txt", "\n\n".join(lines).encode()))
    assert found is not None
    assert found.form == "postmortem"
    with pytest.raises(Refused):
        reader_for(Material("page.txt", "\n\n".join(["Bread", *lines[1:]]).encode()))


WITHOUT_SIGNS = """Incidents/20260304-Ovens
Summary
A wrong switch made all ovens cold for a while. Nobody was burnt.
Timeline
- 23:37:35 Ada turns the switch
- It looks harmless
- 23:37:52 The ovens get cold
- 23:39:14 The bell
of the shop rings
Lessons learned
- There are two switches.
Actionables
What we do so that it stays warm.
- Label the switches
"""


def test_a_heading_right_below_a_point_ends_it() -> None:
    reading = document(WITHOUT_SIGNS, "pasted text")
    assert told(reading, zone="UTC") == [
        ("2026-03-04 23:37", "Ada turns the switch"),
        ("2026-03-04 23:37", "The ovens get cold"),
        ("2026-03-04 23:39", "The bell"),
    ]
    assert reading.entries[-1].text == "The bell\nof the shop rings"
    assert reading.draft is not None
    assert [each.text for each in reading.draft.actions] == ["Label the switches"]
    assert reading.draft.learned == ("There are two switches.",)


def test_such_a_heading_begins_with_a_capital_and_stands_in_a_page_without_others() -> None:
    for other in (("Lessons learned", "lessons learned"), ("Timeline", "## Timeline")):
        reading = document(WITHOUT_SIGNS.replace(*other))
        assert "essons learned" in "".join(each.text for each in reading.entries)


def test_a_page_that_is_called_like_a_file_has_its_day_in_its_title() -> None:
    assert draft(WITHOUT_SIGNS).happened_on == date(2026, 3, 4)
    assert draft(WITHOUT_SIGNS.replace("20260304", "20269904")).happened_on is None


UNTITLED = """## Summary

The night shift had to stop baking because the flour was gone. It was bought.

## Timeline

- 2026-03-04 02:10 UTC: The last sack is opened
"""


@pytest.mark.parametrize("name", ["pasted text", "07.md", "2026-03-04.txt"])
def test_without_any_name_the_first_sentence_of_the_summary_is_the_title(name: str) -> None:
    title = "The night shift had to stop baking because the flour was gone"
    assert draft(UNTITLED, name).title == title
    assert draft(UNTITLED, "no-flour.md").title == "no flour"
    long = UNTITLED.replace("the flour", f"the {'good ' * 20}flour")
    assert draft(long, name).title == name.rpartition(".")[0] or name


IN_HTML = """---
title: No bread
---
<p>The bakery was closed.</p>

<h2>Problems/Timeline</h2>
<h3>2026-03-03</h3>
<p>
  We ordered gas. The works
  did not answer.
</p>
<h3>2026-03-04</h3>
<p>
  <b>09:21 UTC</b> – The oven went
  out.
</p>
<p>
  <b>09:24 UTC</b> – We lit it again.
</p>

<h2>Improvements</h2>
<p>
  We will buy matches.
</p>
"""


def test_headings_in_html_are_headings() -> None:
    reading = document(IN_HTML)
    assert told(reading) == [
        ("-", "We ordered gas. The works"),
        ("2026-03-04 09:21", "The oven went"),
        ("2026-03-04 09:24", "We lit it again."),
    ]
    assert reading.draft is not None
    assert [each.text for each in reading.draft.actions] == ["We will buy matches."]


def test_what_stands_below_points_with_dots_is_none_of_them() -> None:
    text = (
        "No bread\n\nA post-mortem of the cold oven:\n\n"
        "  • 2026-03-04 05:00 (UTC) the oven goes out\n"
        "  • 2026-03-04 10:30 (UTC) it is lit again\n\n"
        "In total there was no bread for five hours.\n"
    )
    assert [each.text for each in document(text, "pasted.txt").entries] == [
        "the oven goes out",
        "it is lit again",
    ]


FORM = """\
Incident Report Number: 2026-014

Ovens of the north bakery

What happened?

The ovens went out.

What was the impact?

No bread was sold.

What was the timeline of the incident?

Start: 2026/03/04 10:02 - A lamp tells that an oven is cold.
2026/03/04 10:15 - The smith is called.
End: 2026/03/04 11:30 - All ovens are warm.

What was the root cause of the incident?

A pipe was broken.

What was the work around and resolution for the incident?
Work Around

Candles.

What are any recommendations to prevent this incident from occurring again?

{actions}
"""


def test_a_form_asks_for_its_parts() -> None:
    found = document(FORM.format(actions="Look after the pipes each week."), "report.txt")
    assert told(found, zone="UTC") == [
        ("2026-03-04 10:02", "A lamp tells that an oven is cold."),
        ("2026-03-04 10:15", "The smith is called."),
        ("2026-03-04 11:30", "All ovens are warm."),
    ]
    assert [each.marker for each in found.entries] == [Marker.IMPACT_START, None, Marker.RESOLVED]
    assert found.draft is not None
    assert found.draft.impact == "No bread was sold."
    assert [each.text for each in found.draft.factors] == ["A pipe was broken."]
    assert [each.text for each in found.draft.actions] == ["Look after the pipes each week."]


@pytest.mark.parametrize(
    "nothing",
    ["None, the pipe was that of the landlord.", "No further actions are required. It was mended."],
)
def test_a_sentence_may_say_that_there_are_no_actions(nothing: str) -> None:
    assert draft(FORM.format(actions=nothing), "report.txt").actions == ()


def test_the_name_of_a_moment_is_what_happened_where_nothing_else_is_told() -> None:
    text = "Timeline\n\nDetected: 2026-03-04 10:02\nResolved: 2026-03-04 11:30\n"
    assert told(document(text, "report.txt"), zone="UTC") == [
        ("2026-03-04 10:02", "Detected"),
        ("2026-03-04 11:30", "Resolved"),
    ]


def test_a_question_within_a_paragraph_heads_nothing() -> None:
    text = (
        "Summary\n\nThe oven went out.\nWhat was the root cause of it?\nNobody knows.\n\n"
        "Timeline\n\n2026-03-04 10:02 - It is dark.\n"
    )
    assert draft(text, "report.txt").factors == ()
