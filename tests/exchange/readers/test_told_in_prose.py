"""What a post-mortem tells in sentences and plain text: lists of times, labels, zones, days."""

from __future__ import annotations

from datetime import date

import pytest

from tests.exchange.readers.documents_told import asked, document, draft, told

LEADUP = """\
# 2026-03-04: The oven stays cold

## Leadup

*List what led to it.*

- **06:10 UTC:** The gas is cut off
- **06:20 UTC:** The oven is cold
- The baker sleeps

## Impact

- 06:30 UTC: no bread
- 06:40 UTC: no rolls
"""


def test_a_summary_may_list_what_happened_by_the_clock() -> None:
    assert told(document(LEADUP)) == [
        ("2026-03-04 06:10", "The gas is cut off"),
        ("2026-03-04 06:20", "The oven is cold"),
    ]
    assert "The gas is cut off" in draft(LEADUP).summary
    one = LEADUP.replace("- **06:20 UTC:** T", "- T")
    assert told(document(one)) == []


PLAIN = """\
Postmortem: No bread

Issue Summary:

Duration of the outage: May 6, 2026, 12:00 PM - May 6, 2026, 2:30 PM (WAT)

Root Cause: The gas was cut off.

Timeline:

12:05 PM: The oven is cold.

2:30 PM: It is lit.

Resolution: A man came.

Corrective and Preventative Measures: To prevent this, we will do this:

Order gas in time.

Look at the meter every day.
"""


def test_paragraphs_behind_a_label_are_parts_of_plain_text() -> None:
    found = draft(PLAIN)
    assert [each.text for each in found.actions] == [
        "Order gas in time.",
        "Look at the meter every day.",
    ]
    assert [each.text for each in found.factors] == ["The gas was cut off."]
    assert [each.text for each in document(PLAIN).entries] == ["The oven is cold.", "It is lit."]


def test_the_zone_stands_beside_a_clock_of_the_timeline() -> None:
    assert told(document(PLAIN)) == [
        ("2026-05-06 11:05", "The oven is cold."),
        ("2026-05-06 13:30", "It is lit."),
    ]
    assert document(PLAIN.replace("2:30 PM (WAT)", "3:30 PM (WAT)")).zone == ""
    assert document(PLAIN.replace("12:00 PM -", "12:00 PM (EAT) -")).zone == ""
    assert document(PLAIN.replace("2:30 PM: It", "2:30 PM EAT: It")).zone == ""
    assert asked(document(PLAIN.replace(" (WAT)", ""))) == ["zone"]


@pytest.mark.parametrize(
    ("zone", "at"), [("WAT", "09:00"), ("CAT", "08:00"), ("SAST", "08:00"), ("EAT", "07:00")]
)
def test_zones_of_africa(zone: str, at: str) -> None:
    text = f"# No bread\n\n## Timeline ({zone})\n\n- 2026-03-04 10:00 The oven is cold\n"
    assert told(document(text)) == [(f"2026-03-04 {at}", "The oven is cold")]


def test_a_day_with_its_weekday_behind_a_clock() -> None:
    text = (
        "# Mar 5 2026 No bread\n\n## Timeline\n\n"
        "12:45 PM UTC Wednesday Mar 4th: The gas is cut off\n\n"
        "23:00 UTC Wednesday Mar 4th : The oven is cold\n\n"
        "04:46 AM UTC Thursday 5th March: It is lit\n\n"
        "05:00 UTC March 4 rolls are burnt\n"
    )
    assert told(document(text)) == [
        ("2026-03-04 12:45", "The gas is cut off"),
        ("2026-03-04 23:00", "The oven is cold"),
        ("2026-03-05 04:46", "It is lit"),
        ("2026-03-05 05:00", "March 4 rolls are burnt"),
    ]


def test_a_paragraph_that_tells_what_was_is_no_action() -> None:
    text = (
        "# No bread\n\n## Action items\n\n### Gas\n\n"
        "The meter was broken. A new one costs much.\n\n"
        "The meter was broken and should be mended.\n\n"
        "Buy a meter that was tested.\n"
    )
    assert [each.text for each in draft(text).actions] == [
        "The meter was broken and should be mended.",
        "Buy a meter that was tested.",
    ]


PROSE = """\
**Postmortem: No bread**

On May 7, 2026, our bakery was closed. There was no gas from 10:00 to 12:00 GMT.

**Detailed Timeline**

At **10:00**, the oven was cold. Nobody saw it. By **10:15**, the baker was awake. He had 10:20 in
mind.

The gas was back. At about 11:30 the oven was lit, and at 12:00 there was bread.
"""


def test_a_timeline_in_sentences() -> None:
    assert told(document(PROSE)) == [
        ("2026-05-07 10:00", "the oven was cold. Nobody saw it."),
        ("~2026-05-07 10:15", "the baker was awake. He had 10:20 in"),
        ("~2026-05-07 11:30", "the oven was lit, and at 12:00 there was bread."),
    ]
    elsewhere = PROSE.replace("Detailed Timeline", "Background")
    assert document(elsewhere).entries == ()


def test_paragraphs_that_begin_with_their_day() -> None:
    text = (
        "# No bread\n\n## Timeline (UTC)\n\n"
        "March 4, 2026: 7:56am\nThe gas is cut off\n\n"
        "March 4, 2026 The baker sleeps\n\n"
        "2026-03-05: 1500 rolls are missing\n\n"
        "It was a day like\n5 March 2026 Nobody saw it\n"
    )
    assert told(document(text)) == [
        ("2026-03-04 07:56", "The gas is cut off"),
        ("?2026-03-04 00:00", "The baker sleeps"),
        ("?2026-03-05 00:00", "1500 rolls are missing"),
    ]


def test_a_line_heads_the_timeline_of_its_day() -> None:
    text = (
        "Postmortem\nSummary:\nNo bread.\n\n"
        "Timeline for 4 March 2026 (EAT):\n7:07 pm: The oven is cold\n\n7:37 pm: It is lit\n"
    )
    assert told(document(text)) == [
        ("2026-03-04 16:07", "The oven is cold"),
        ("2026-03-04 16:37", "It is lit"),
    ]


def test_things_are_no_actions() -> None:
    things = (
        "# No bread\n\n## Corrective actions\n\nThese pipes were taken away:\n\n"
        "- kitchen\n- cellar\n\n| Type | Name |\n|---|---|\n| gas | the long pipe |\n"
    )
    assert draft(things).actions == ()
    tasks = things.replace("- cellar", "- [ ] cellar").replace("Name", "Task")
    assert [each.text for each in draft(tasks).actions] == ["the long pipe", "kitchen", "cellar"]


DUE = """\
# 2026-11-04 No bread

## Action items

- Order gas (due 15 November)
- Mend the pipe by Jan 3
- Look again by 3 November
- Ask the shop (@ada, 20 Nov)

| Action | Owner | Due |
|---|---|---|
| Buy a meter | Ada | March 1 |
"""


def test_due_days_without_a_year_come_after_the_incident() -> None:
    assert [(each.text, each.owner, str(each.due)) for each in draft(DUE).actions] == [
        ("Buy a meter", "Ada", "2027-03-01"),
        ("Order gas", "", "2026-11-15"),
        ("Mend the pipe", "", "2027-01-03"),
        ("Look again (due 3 November)", "", "None"),
        ("Ask the shop", "ada", "2026-11-20"),
    ]
    undated = draft(DUE.replace("2026-11-04 ", ""))
    assert [each.due for each in undated.actions] == [None] * 5
    assert undated.actions[1].text == "Order gas (due 15 November)"
    leap = DUE.replace("15 November", "29 February").replace("2026-11-04", "2027-11-04")
    assert draft(leap).actions[1].due == date(2028, 2, 29)


def test_lessons_on_lines_of_their_own() -> None:
    text = (
        "# No bread\n\n## What went well\n\nThe baker woke up.\nThe shop was told.\n\n"
        "## What went badly\n\nThe gas was\ncut off.\n\n"
        "## Lessons learned\n\nMeters lie.\nPipes are old.\n"
    )
    found = draft(text)
    assert [words for _, words in found.lessons] == [
        "The baker woke up.",
        "The shop was told.",
        "The gas was cut off.",
    ]
    assert found.learned == ("Meters lie.", "Pipes are old.")


def test_title_and_day_below_a_general_title() -> None:
    text = (
        "# Postmortems\n\n## 22/Mar/2026\n\n### 1. The oven stays cold\n\nNobody ordered gas.\n\n"
        "_History_\n\n1. We look at the log:\n"
        "```\nMar 21 21:26:21 oven[4]: no gas\nMar 21 21:26:22 oven[4]: no gas\n```\n"
        "2. We order gas.\n"
    )
    found = draft(text)
    assert (found.title, found.happened_on) == ("The oven stays cold", date(2026, 3, 22))
    assert document(text).entries == ()
    log = text.replace("1. We look at the log:", "The log:")
    assert len(document(log).entries) == 2


def test_the_summary_begins_in_the_morning_of_a_day() -> None:
    text = (
        "# Overview\n\nIn the morning of Sept. 18th, 2026, two ovens went down. On 3 May 2026 we"
        " had bought them.\n\n# Causes\n\n- Age\n"
    )
    assert draft(text.replace(" On 3 May 2026 we had bought them.", "")).happened_on == date(
        2026, 9, 18
    )
    assert draft(text).happened_on is None


def test_links_alone_are_actions() -> None:
    text = "# No bread\n\n## Action items\n\n* https://x.example/issues/95\n* https://x.example/a\n"
    assert [(each.text, each.key) for each in draft(text).actions] == [
        ("https://x.example/issues/95", "#95"),
        ("https://x.example/a", ""),
    ]


def test_points_that_name_who_does_it_first() -> None:
    text = (
        "# No bread\n\n## Actions\n\n- Ada and Grace Hopper to order gas.\n"
        "- Shop team to find out how a cold oven is told of in the next meeting, with:\n"
        "    - a bell\n    - a lamp\n"
    )
    assert [(each.text[:12], each.owner) for each in draft(text).actions] == [
        ("Ada and Grac", "Ada and Grace Hopper"),
        ("Shop team to", "Shop team"),
    ]
    assert draft(text).actions[1].text.endswith("in the next meeting, with (a bell; a lamp)")
    for other in ("Order gas.", "Need to order gas.", "Migrate to gas."):
        mixed = text.replace("Ada and Grace Hopper to order gas.", other)
        assert [each.owner for each in draft(mixed).actions] == ["", ""]


def test_long_heads_of_points_speak_of_them() -> None:
    text = (
        "# No bread\n\n## Actions\n\n- To keep the oven warm we will take all of the following"
        " steps this year:\n    - Order gas\n    - Mend the pipe\n"
    )
    assert [each.text for each in draft(text).actions] == ["Order gas", "Mend the pipe"]


def test_actions_that_were_done_meanwhile() -> None:
    text = (
        "# No bread\n\n## Action items\n\n- Order gas. **(Done during this incident)**\n"
        "- Mend the pipe (not done)\n\n"
        "| Action item | Owner | Bug |\n|---|---|---|\n"
        "| Call | Ada | DONE |\n| Ask | Ada | OPS-1 |\n"
    )
    assert [(each.text, each.done, each.key) for each in draft(text).actions] == [
        ("Call", True, ""),
        ("Ask", False, "OPS-1"),
        ("Order gas. (Done during this incident)", True, ""),
        ("Mend the pipe (not done)", False, ""),
    ]


def test_actions_that_a_sentence_announces() -> None:
    text = (
        "# No bread\n\n## Recovery and lessons learned\n\nGas came back.\n\n"
        "Going forward, we will do the following to keep warm:\n\n"
        "- Order gas\n    - in time\n- Mend the pipe\n\nThis was told:\n\n- It is cold\n\n"
        "### Defensive measures while it is cold\n\n- The coat was warm.\n\n"
        "**Actions planned:**\n\n- Buy a coat\n"
    )
    assert [each.text for each in draft(text).actions] == [
        "Order gas (in time)",
        "Mend the pipe",
        "Buy a coat",
    ]
    listed = "# No bread\n\n## Mitigation measures\n\n- [ ] Ring bells for:\n    - [ ] Ada\n"
    assert [each.text for each in draft(listed).actions] == ["Ring bells for (Ada)"]


def test_numbers_that_go_on_behind_points_take_them_along() -> None:
    text = (
        "# No bread\n\n## Action items\n\n1. **Order gas**\nWe look at:\n\n- pipes\n- meters\n\n"
        "2. **Mend the pipe**\n\n- with tin\n"
    )
    assert [each.text for each in draft(text).actions] == [
        "Order gas We look at (pipes; meters)",
        "Mend the pipe (with tin)",
    ]
    once = "# No bread\n\n## Action items\n\n1. Order gas\n\n- Mend the pipe\n"
    assert [each.text for each in draft(once).actions] == ["Order gas", "Mend the pipe"]


def test_parts_of_days_and_unknown_days() -> None:
    text = (
        "# No bread\n\n## Timeline (UTC)\n\n- **Unknown date**: The pipe is bent\n"
        "- **2026-03-04 evening** — The oven is cold\n- **2026-03-05 evening bread** is late\n"
    )
    assert told(document(text)) == [
        ("-", "The pipe is bent"),
        ("?2026-03-04 00:00", "The oven is cold"),
        ("?2026-03-05 00:00", "evening bread is late"),
    ]


def test_titles_below_the_word_title_and_days_for_themselves() -> None:
    below = "# Title:\n### The oven is cold\n\n# Cause\n- The pipe is bent\n\n"
    below += "# Long-term solution\n- Order gas\n"
    assert draft(below).title == "The oven is cold"
    assert [each.text for each in draft(below).actions] == ["Order gas"]
    headed = "# Metadata\n\nOwner: Ada\n\n# Overview\n\nWednesday, Mar. 4, 2026\n\n"
    headed += "There was no bread.\n\n# Root causes\n\nThe pipe is bent.\n"
    found = draft(headed, "003-no-bread.md")
    assert (found.title, str(found.happened_on)) == ("003 no bread", "2026-03-04")


def test_spans_after_a_day_and_follow_ups_of_a_day() -> None:
    text = (
        "# No bread\n\n## Timeline\n\n- **March 4, 2026 from 14:00 to 14:30 (UTC)** It is cold\n\n"
        "## Action items\n\n- Order gas\n\n## Oven follow-up (2026-03-05 PM)\n\n"
        "### Results\n\n- **Bread**: 40 loaves\n"
    )
    assert told(document(text)) == [("2026-03-04 14:00", "It is cold")]
    assert [each.text for each in draft(text).actions] == ["Order gas"]


def test_a_report_named_after_its_last_days() -> None:
    text = (
        "# Date\n2026-03-04\n\n# Timeline\n\n- 2026-01-02 10:00: The pipe is laid\n"
        "- 2026-03-04 10:00: The pipe bends\n- 2026-03-05 10:00: It is mended\n"
    )
    found = draft("---\ntitle: No bread\ndate: 2026-03-04\n---\n\n" + text)
    assert (found.title, str(found.happened_on)) == ("No bread", "2026-03-04")
    told_late = (
        "---\ntitle: No bread\ndate: 2026-03-05\n---\n\n# Timeline" + text.split("Timeline")[1]
    )
    assert str(draft(told_late).happened_on) == "2026-01-02"


def test_points_below_when_or_what_for() -> None:
    text = (
        "# No bread\n\nOvens are run by ABC. On 4 March 2026, there was no bread.\n\n"
        "## Action items\n\n"
        "- In the future, when we bake much bread at the same time as others:\n"
        "    - Order gas\n    - Mend the pipe\n"
    )
    assert [each.text for each in draft(text).actions] == ["Order gas", "Mend the pipe"]
    assert str(draft(text).happened_on) == "2026-03-04"


def test_paragraphs_beside_lists_of_things() -> None:
    text = (
        "# No bread\n\n## Corrective actions\n\nThese were bent:\n\n- pipe\n- meter\n\n"
        "Both are bent since then.\n\nThe list of pipes will be kept. It is short.\n\n"
        "Update (5 March 2026) All pipes need gas.\n\nThese pipes do not carry water.\n"
    )
    assert [each.text for each in draft(text).actions] == [
        "The list of pipes will be kept. It is short."
    ]


def test_several_days_and_what_was_before_one() -> None:
    text = (
        "# No bread\n\n## Timeline (UTC)\n\n- **Pre-2026-03-02** - The pipe is bent\n"
        "- **2026-03-02 to 03** - Nobody looks\n- **2026-03-03 → 03-04:** It is cold\n"
        "- **~Mar 4, 2026 ??:??** - The oven is out\n- **~2026-03-05 10:00** - Gas comes\n"
    )
    assert told(document(text)) == [
        ("?2026-03-02 00:00", "The pipe is bent"),
        ("?2026-03-02 00:00", "Nobody looks"),
        ("?2026-03-03 00:00", "It is cold"),
        ("?2026-03-04 00:00", "The oven is out"),
        ("~2026-03-05 10:00", "Gas comes"),
    ]


def test_actions_in_the_brackets_of_a_heading_and_fields_in_those_of_an_action() -> None:
    text = (
        "# No bread\n\n## Remediation (action items)\n\n"
        "- [x] Order gas. (owner=ada, priority=high, due=2026-03-05)\n- [ ] Mend it (all=pipes)\n"
    )
    assert [(each.text, each.owner, str(each.due)) for each in draft(text).actions] == [
        ("Order gas. (priority=high)", "ada", "2026-03-05"),
        ("Mend it (all=pipes)", "", "None"),
    ]
