"""Pages of incidents on status pages: their titles, their updates, and the day of what is above."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.exchange.readers.document.status_lists import from_status_list
from facilitator.exchange.readers.document.tracked_updates import from_updates
from facilitator.exchange.readers.document.update_pages import from_update_page
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import reader_for
from tests.exchange.readers.documents_told import asked, document, draft, told

WRITTEN = """State of the bakery

All is well
Bread is late
Incident Report for The Bakery
Postmortem

Facts and Timeline

  • {first}: the oven goes out
  • 10:28: Ada calls the smith

Countermeasures

  • Short-term

    • buy matches
    • look at the oven at noon
  • Mid-Term

    • buy a second oven
Posted Mar 09, 2026 - 16:46 CET

Resolved
There is bread again.
Posted Mar 04, 2026 - 15:47 CET
Investigating
We look at the oven.
Posted Mar 04, 2026 - {posted} CET
"""


def test_events_above_the_updates_are_of_the_day_of_the_first_update() -> None:
    found = document(WRITTEN.format(first="10:18", posted="10:58"))
    answers = {"zone": "Europe/Berlin"}
    assert [at for at, _ in told(found, **answers)][:3] == [
        "2026-03-04 09:18",
        "2026-03-04 09:28",
        "2026-03-04 14:47",
    ]
    assert found.draft is not None
    assert found.draft.title == "Bread is late"
    assert found.draft.happened_on == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("first", "posted", "day"),
    [
        ("23:50", "00:10", date(2026, 3, 3)),
        ("10:58", "10:00", date(2026, 3, 4)),
        ("10:18 +0100", "10:58", date(2026, 3, 4)),
        ("14:00", "10:00", None),
        ("10:18 UTC", "10:58", None),
    ],
)
def test_what_may_be_of_another_day_is_asked(first: str, posted: str, day: date | None) -> None:
    found = document(WRITTEN.format(first=first, posted=posted))
    assert found.day == day
    assert ("date" in asked(found, zone="Europe/Berlin")) is (day is None)


def test_a_term_above_actions_is_none() -> None:
    actions = draft(WRITTEN.format(first="10:18", posted="10:58")).actions
    assert [each.text for each in actions] == [
        "buy matches",
        "look at the oven at noon",
        "buy a second oven",
    ]


UPDATED = """Back to overview
Degraded

Bread is late

Mar 4, 2026 at 01:57am GMT+6
Affected services
Oven
Shop

Resolved
Mar 4, 2026 at 08:58am GMT+6

All loaves of 1:57 AM are sold.

Mar 4, 2026 at 02:02am GMT+6

We found matches.

Created
Mar 4, 2026 at 01:57am GMT+6

The oven is cold.
"""


def test_the_time_above_an_update_is_when_it_was() -> None:
    found = document(UPDATED)
    assert told(found) == [
        ("2026-03-04 02:58", "Resolved"),
        ("2026-03-03 20:02", "We found matches."),
        ("2026-03-03 19:57", "Created"),
    ]
    assert found.entries[1].where == "line 16"
    assert "The oven is cold." in found.entries[2].text
    assert found.draft is not None
    assert found.draft.title == "Bread is late"
    assert found.draft.services == ("Oven", "Shop")


def test_lines_of_such_a_page_keep_their_numbers() -> None:
    assert from_update_page(UPDATED).count("\n") == UPDATED.count("\n")
    assert from_update_page("Affected services\nOven\n") == "Affected services\nOven\n"
    alone = "Mar 4, 2026 at 01:57am\nAffected services\nOven\n"
    assert from_update_page(alone) == alone


LISTED = """Bread is late
Resolved - There is bread again.
Mar 4, 2026 at 13:10 MST
Identified -
Matches are missing.

Ada looks for some.
Mar 4, 2026 at 12:03 MST
"""


def test_the_time_below_an_update_in_a_list_is_when_it_was() -> None:
    found = document(LISTED)
    assert told(found) == [
        ("2026-03-04 20:10", "Resolved - There is bread again."),
        ("2026-03-04 19:03", "Identified"),
    ]
    assert "Ada looks for some." in found.entries[1].text
    assert found.entries[1].where == "line 4"
    assert found.draft is not None
    assert found.draft.title == "Bread is late"


def test_a_list_needs_two_updates_and_a_title() -> None:
    untitled = LISTED.partition("\n")[2]
    short = LISTED.partition("Identified")[0]
    for text in (untitled, short):
        assert from_status_list(text) == text


def test_a_page_may_say_how_long_ago_it_was_written() -> None:
    page = "Bread is late\nIncident Report for The Bakery\nIdentified\nIt is.\nPosted {} ago. {}\n"
    found = document(page.format("almost 2 years", "Mar 04, 2026 - 13:10 UTC"))
    assert told(found) == [("2026-03-04 13:10", "Identified")]
    assert "It is." in found.entries[0].text


REWRITTEN = """4th March 2026

The oven is cold: no bread

We look at it.

UPDATE 11:17 UTC: There are no matches. The shop is closed.

Update (11:42): Ada has found some.

Update 3 (1:05 PM UTC): There is bread.

EDIT: at 13:30 UTC all was sold.
"""


def test_an_update_begins_with_its_time() -> None:
    found = document(REWRITTEN)
    assert told(found, zone="UTC") == [
        ("2026-03-04 11:17", "There are no matches. The shop is closed."),
        ("2026-03-04 11:42", "Ada has found some."),
        ("2026-03-04 13:05", "There is bread."),
        ("2026-03-04 13:30", "all was sold."),
    ]


BRACKETED = """No bread in the shop

(Wednesday 4th March 2026 10:46:00 UTC)
There is bread

Somebody has found matches.

(Wednesday 4th March 2026 10:43:22 UTC)
The oven is cold
"""


@pytest.mark.parametrize("text", [REWRITTEN, UPDATED, LISTED, BRACKETED])
def test_such_pages_are_taken_for_reports(text: str) -> None:
    found = reader_for(Material("page.txt", text.encode()))
    assert found is not None
    assert found.form == "postmortem"


def test_when_a_page_was_changed_is_no_event() -> None:
    page = (
        "# No bread\n\nUpdated: 2026-03-06 10:00 by Ada\n\n## Timeline\n- 2026-03-04 10:02 Cold\n"
    )
    assert [text for _, text in told(document(page), zone="UTC")] == ["Cold"]


UNLABELLED = """Bread is late
Incident Report for The Bakery

Issue Summary

On March 4, 2026 all customers went without bread.

Timeline (all times {zone})

  • 11:35 AM: No bread is seen
  • 12:02 PM: Ada is told

Corrective and Preventative Measures

· Two ovens were bought. A third one will follow.

· Somebody looks at them every hour.

Posted Mar 06, 2026 - 15:52 {posted}

There is bread again.
Posted Mar 04, 2026 - 12:40 {posted}
We look at the oven.
Posted Mar 04, 2026 - 12:39 {posted}
"""


def test_a_report_above_the_updates_needs_no_name() -> None:
    found = document(UNLABELLED.format(zone="Pacific Standard Time", posted="PST"))
    assert told(found, **{"zone PST": "America/Los_Angeles"}) == [
        ("2026-03-04 19:35", "No bread is seen"),
        ("2026-03-04 20:02", "Ada is told"),
        ("2026-03-04 20:40", "There is bread again."),
        ("2026-03-04 20:39", "We look at the oven."),
    ]
    assert found.draft is not None
    assert [each.text for each in found.draft.actions] == [
        "Two ovens were bought. A third one will follow.",
        "Somebody looks at them every hour.",
    ]


def test_updates_on_other_clocks_than_the_report_tell_no_day_of_it() -> None:
    assert document(UNLABELLED.format(zone="Eastern Time", posted="PST")).day is None


def test_one_word_of_an_update_makes_no_report_of_it() -> None:
    text = (
        "Bread is late\nIncident Report for The Bakery\nResolution\nThere is bread again.\n"
        "Posted Mar 04, 2026 - 12:40 CET\nThe oven is cold.\nPosted Mar 04, 2026 - 12:39 CET\n"
    )
    assert [at for at, _ in told(document(text), **{"zone CET": "Europe/Berlin"})] == [
        "2026-03-04 11:40",
        "2026-03-04 11:39",
    ]


TRACKED = """---
title: Cold oven
date: 2026-03-04 18:00:00
severity: down
affected:
  - bread
---

**Bread again**:
The oven burns.
{{< track "2026-03-04 23:27:00" >}}

**Looking**:
A smith looks at the oven. It may take
a while.

He has sent for a stone.
{{< track "2026-03-04 20:00:00" >}}
"""


def test_the_text_of_a_status_site_tells_below_each_update_when_it_was_posted() -> None:
    found = document(TRACKED)
    assert told(found, zone="UTC") == [
        ("2026-03-04 23:27", "Bread again:"),
        ("2026-03-04 20:00", "Looking:"),
    ]
    assert found.entries[1].text.endswith("He has sent for a stone.")
    assert found.draft is not None
    assert found.draft.title == "Cold oven"
    assert found.draft.happened_on == date(2026, 3, 4)
    assert from_updates(TRACKED).count("\n") == TRACKED.count("\n")


SHARED = """---
title: Cold oven
---

*Post-mortem*

A stone had a crack.

---

*Update* - The oven burns. {{< track "2026-03-04 23:27:00" >}}

*Looking* - A smith looks at it. {{% track '2026-03-04 20:00:00' %}}
"""


def test_such_a_time_may_end_the_last_line_of_an_update() -> None:
    found = document(SHARED)
    assert told(found, zone="UTC") == [
        ("2026-03-04 23:27", "Update - The oven burns."),
        ("2026-03-04 20:00", "Looking - A smith looks at it."),
    ]
    assert from_updates(SHARED).count("\n") == SHARED.count("\n")


def test_a_time_without_room_for_it_stays() -> None:
    text = '{{< track "2026-03-04 23:27:00" >}}'
    assert from_updates(text) == "### 2026-03-04 23:27:00"
    assert from_updates(f"It burns. {text}") == f"It burns. {text}"
    assert from_updates(f"No bread.\n\n{text} and more") == f"No bread.\n\n{text} and more"
