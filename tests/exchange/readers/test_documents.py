"""The pieces that take a document apart: parts, words, zones, actions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.typed_zones import MEANINGS, has_clocks
from facilitator.domain.words import Marker
from facilitator.exchange.readers.document.blocks import blocks_of
from facilitator.exchange.readers.document.document_actions import actions_of, marked_actions
from facilitator.exchange.readers.document.document_fields import front_matter, people_in
from facilitator.exchange.readers.document.parts import begins_with_day, begins_with_time, parts_of
from facilitator.exchange.readers.document.section_words import (
    column_of,
    field_of,
    moment_of,
    plain,
    says_nothing,
    section_of,
)
from facilitator.exchange.readers.document.stated_zone import zone_in, zone_of_column, zone_stated
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import reader_for
from facilitator.exchange.refused import Refused
from tests.exchange.readers.documents_told import document, draft, told

if TYPE_CHECKING:
    from facilitator.exchange.readers.found import FoundAction


def parts(text: str) -> list[tuple[str, str]]:
    """Kind and title of the parts of a text, without the head."""
    return [(each.kind, each.title) for each in parts_of(blocks_of(text))[1:]]


def actions(text: str) -> list[FoundAction]:
    """The actions of a text under the heading Actions."""
    found = parts_of(blocks_of(f"## Actions\n{text}"))
    return [each for part in found if part.kind == "actions" for each in actions_of(part)]


def action(text: str) -> FoundAction:
    (found,) = actions(f"- {text}")
    return found


# -- blocks and parts --------------------------------------------------------------------------


def test_lists_and_tables_in_html_are_lists_and_tables() -> None:
    text = (
        "<p>Before</p>\n<ul>\n<li>one</li>\n<li><b>two</b> &amp; a half</li>\n</ul>\n\n"
        "<table><tr><th>Time</th><th>Event</th></tr>\n"
        "<tr><td>10:00</td><td>A<br>B</td></tr></table>\n"
    )
    found = [(each.kind, each.line, each.text, each.cells) for each in blocks_of(text)]
    assert found == [
        ("text", 1, "Before", ()),
        ("item", 3, "one", ()),
        ("item", 4, "two & a half", ()),
        ("row", 7, "", ("Time", "Event")),
        ("row", 8, "", ("10:00", "A B")),
    ]


JIRA = """h1. No bread

h2. Timeline (UTC)

||Time||Event||
|2026-03-04 06:10|The oven is cold|
|2026-03-04 07:45|It is lit|

h2. Action items

* Buy wood
"""
MEDIA = """= No bread =

== Timeline (UTC) ==

* 2026-03-04 06:10: The oven is cold
* 2026-03-04 07:45: It is lit

== Action items ==

* Buy wood
"""


@pytest.mark.parametrize("text", [JIRA, MEDIA])
def test_headings_and_tables_of_wikis(text: str) -> None:
    assert draft(text).title == "No bread"
    assert told(document(text)) == [
        ("2026-03-04 06:10", "The oven is cold"),
        ("2026-03-04 07:45", "It is lit"),
    ]
    assert [each.text for each in draft(text).actions] == ["Buy wood"]
    assert reader_for(Material("page.txt", text.encode())).form == "postmortem"


def test_signs_of_equality_elsewhere_are_no_headings() -> None:
    for text in ("a == b == c", "== x", "=====", "h7. deep"):
        assert [each.kind for each in blocks_of(text)] == ["text"]
    assert [each.kind for each in blocks_of("| one line |")] == ["text"]


def test_comments_are_not_read() -> None:
    assert blocks_of("<!-- - 10:00 never -->\n") == []


def test_what_nests_too_deeply_or_is_too_long_is_refused() -> None:
    with pytest.raises(Refused, match="lines"):
        blocks_of("\n" * 200_001)


def test_headings_begin_parts() -> None:
    text = "# Shop down\n## Summary\nA\n## 2. Timeline (UTC)\n- 10:00 B\n### Root cause\nC\n"
    assert parts(text) == [
        ("", "Shop down"),
        ("summary", "Summary"),
        ("timeline", "2. Timeline (UTC)"),
        ("causes", "Root cause"),
    ]


def test_labels_begin_parts_too() -> None:
    text = "**Impact:** none\n\n**Timeline:**\n- 10:00 A\n\nWhat went well:\n- B\n"
    assert [kind for kind, _ in parts(text)] == ["impact", "timeline", "well"]


def test_what_is_said_in_a_list_of_actions_begins_no_part() -> None:
    assert parts("## Actions\n- Timeline: write it\n- Impact: tell it\n") == [
        ("actions", "Actions")
    ]
    assert parts("## Actions\n### Fix the incident response\nA\n")[1][0] == "actions"
    assert parts("## Actions\n**Team**\n- A\n") == [("actions", "Actions")]


def test_a_heading_of_the_list_of_actions_ends_it() -> None:
    assert [kind for kind, _ in parts("# A\n## Actions\n- B\n## Timeline\n- 10:00 C\n")] == [
        "",
        "actions",
        "timeline",
    ]


def test_times_and_days_as_headings_stay_in_the_timeline() -> None:
    text = "## Timeline\n### 10:00\nA\n### 5 March 2026\nB\n### 6 March 2026 - The incident\nC\n"
    assert parts(text) == [
        ("timeline", "Timeline"),
        ("timeline", "6 March 2026 - The incident"),
    ]


def test_words_below_a_time_tell_of_that_moment() -> None:
    assert parts("## Timeline\n10:00\nRecovery:\nAll well\n") == [("timeline", "Timeline")]
    assert parts("## Timeline\n10:00 Alert\nRoot cause:\nA switch\n") == [
        ("timeline", "Timeline"),
        ("causes", "Root cause"),
    ]


def test_a_text_without_empty_lines() -> None:
    text = "Timeline:\n- 10:00 A\nRoot Cause:\nB\nAction items:\n- C\n"
    assert [kind for kind, _ in parts(text)] == ["timeline", "causes", "actions"]


@pytest.mark.parametrize(
    "text", ["14:03", "[14:03] UTC", "2026-03-04", "**~14:03**", "xx:30 maybe"]
)
def test_headings_that_are_times(text: str) -> None:
    assert begins_with_time(text)


@pytest.mark.parametrize("text", ["Timeline", "2026-03-04: Disk full", "3 lessons", "10.0.0.1"])
def test_headings_that_are_no_times(text: str) -> None:
    assert not begins_with_time(text)


def test_headings_that_begin_with_a_day() -> None:
    assert begins_with_day("21 October 2026 - The cache overflows")
    assert not begins_with_day("Timeline of 21 October 2026")


# -- words -------------------------------------------------------------------------------------

SECTIONS = [
    ("How are we preventing it from happening again?", "actions"),
    ("What are we doing so that this will never happen again", "actions"),
    ("Timeline (all clocks UTC) 3 March - 5 March. All of it is approximate", "timeline"),
    ("Why it was likely to happen again", ""),
    ("Timeline", "timeline"),
    ("3.1 Timeline of events (all times UTC)", "timeline"),
    ("🕐 Incident Timeline", "timeline"),
    ("What went well?", "well"),
    ("Things that went poorly", "badly"),
    ("What didn’t go so well", "badly"),
    ("Where we got lucky", "lucky"),
    ("Root Cause Analysis", "causes"),
    ("5 Whys", "causes"),
    ("Corrective and Preventative Measures", "actions"),
    ("Resulting Action", "actions"),
    ("Actionables", "actions"),
    ("Customer impact", "impact"),
    ("Executive summary", "summary"),
    ("Attendees", "people"),
    ("Colophon", ""),
    ("", ""),
    ("We had a long discussion of all that happened that day in March", ""),
]


@pytest.mark.parametrize(("title", "kind"), SECTIONS)
def test_sections(title: str, kind: str) -> None:
    assert section_of(title) == kind


def test_whole_titles_only() -> None:
    assert section_of("The timeline of the shop") == "timeline"
    assert not section_of("The timeline of the shop", whole=True)
    assert section_of("**Timeline:**", whole=True) == "timeline"


def test_plain_titles() -> None:
    assert plain("## 3) Root Cause(s) [draft]") == "root cause(s)"


FIELDS = [
    ("Severity", "severity"),
    ("**Incident Date**", "date"),
    ("Retro held", "held"),
    ("Affected services", "services"),
    ("Post-mortem owner", "people"),
    ("Time to detect", "stats"),
    ("Weather", ""),
]


@pytest.mark.parametrize(("name", "meaning"), FIELDS)
def test_fields(name: str, meaning: str) -> None:
    assert field_of(name) == meaning


COLUMNS = [
    ("Action Item", "action"),
    ("Action owner", "owner"),
    ("Owner team", "owner"),
    ("Due Date", "due"),
    ("Expected date", "due"),
    ("Ticket status", "status"),
    ("Colour", ""),
]


@pytest.mark.parametrize(("head", "role"), COLUMNS)
def test_columns(head: str, role: str) -> None:
    assert column_of(head, ("action", "owner", "due", "key", "status")) == role


def test_moments_and_nothing() -> None:
    assert moment_of("First detected") is Marker.DETECTED
    assert moment_of("Lunch") is None
    assert all(map(says_nothing, ("n/a", " TBD. ", "-", "", "*None*")))
    assert says_nothing("No immediate action items.")
    assert not says_nothing("None of the nodes answered")
    assert not says_nothing("No action items without an owner are kept any more")


# -- zones -------------------------------------------------------------------------------------

STATED = [
    ("All times are UTC.", "UTC"),
    ("All times in PST, on 3 March 2026", "PST"),
    ("*(All times US/Pacific, of 24 hours.)*", "US/Pacific"),
    ("All times PDT.", "PDT"),
    ("All events are noted in UTC time.", "UTC"),
    ("Timeline (UTC)", "UTC"),
    ("Timeline (UTC+7)", "+07:00"),
    ("Timeline (CET)", "CET"),
    ("Time zone: Europe/Berlin", "Europe/Berlin"),
    ("Times are given in GMT-5", "-05:00"),
    ("All times are in Pacific time", "America/Los_Angeles"),
    ("Times are JST on 2026-03-04; the logs are stored in UTC and an hour behind.", "JST"),
    ("All times are JST while the logs have UTC", "JST"),
    ("All times are exact, and UTC", "UTC"),
    ("Timeline (UK / BST)", "Europe/London"),
    ("Timeline (BST)", "BST"),
    ("All times are in IST", "IST"),
    ("All times are in IST (Israel)", "Asia/Jerusalem"),
    ("All times are in IST (India Standard Time)", "Asia/Kolkata"),
    ("Timeline (UK, CET)", "CET"),
    ("Timeline (all times approximate)", ""),
    ("All times of day were busy.", ""),
    ("The timeline is long", ""),
    ("Three times it failed", ""),
]


@pytest.mark.parametrize(("line", "zone"), STATED)
def test_stated_zones(line: str, zone: str) -> None:
    assert zone_stated(line) == zone


HEADS = [("Time (UTC)", "UTC"), ("Date and time in CET", "CET"), ("When", ""), ("Time EST", "EST")]


@pytest.mark.parametrize(("head", "zone"), HEADS)
def test_zones_of_columns(head: str, zone: str) -> None:
    assert zone_of_column(head) == zone


def test_an_offset_says_more_than_the_name_beside_it() -> None:
    assert zone_in("PDT (UTC-7)") == "-07:00"
    assert not zone_in("nobody's time")


# -- actions -----------------------------------------------------------------------------------

OWNERS = [
    ("Watch the queue @grace", "grace", "Watch the queue"),
    ("Watch the queue (@grace)", "grace", "Watch the queue"),
    ("Watch the queue (owner: Grace Hopper)", "Grace Hopper", "Watch the queue"),
    ("Watch the queue - Owner: Grace", "Grace", "Watch the queue"),
    ("Watch the queue `@grace` [detect]", "grace", "Watch the queue [detect]"),
    ("Ask @grace about the queue", "", "Ask @grace about the queue"),
    ("Watch the queue", "", "Watch the queue"),
]


@pytest.mark.parametrize(("text", "owner", "rest"), OWNERS)
def test_owners(text: str, owner: str, rest: str) -> None:
    found = action(text)
    assert (found.owner, found.text) == (owner, rest)


MAY = date(2026, 5, 1)
DUES = [
    ("Watch the queue by 2026-05-01", MAY),
    ("Watch the queue (due 1 May 2026)", MAY),
    ("Watch the queue – deadline: May 1, 2026", MAY),
    ("Watch the queue (Ada Lovelace, 2026-05-01)", MAY),
    ("Watch the queue by 3/4/2026", None),
    ("Watch the queue by May", None),
    ("Watch the queue by hand", None),
    ("Watch the queue of 2026-05-01", None),
    ("Watch the queue (Ada, 2026-02-30)", None),
]


@pytest.mark.parametrize(("text", "due"), DUES)
def test_due_days_are_taken_only_if_they_are_certain(text: str, due: date | None) -> None:
    found = action(text)
    assert found.due == due
    assert found.text.startswith("Watch the queue")


def test_an_owner_and_a_day_together() -> None:
    found = action("Watch the queue @grace due 2026-05-01")
    assert (found.text, found.owner, found.due) == ("Watch the queue", "grace", MAY)
    found = action("Watch the queue (owner: Grace, due: 2026-05-01)")
    assert (found.text, found.owner, found.due) == ("Watch the queue", "Grace", MAY)


KEYS = [
    ("[ORD-12](https://t.example/browse/ORD-12) Watch it", "ORD-12"),
    ("Watch it ([#12](https://git.example/a/b/issues/12))", "#12"),
    ("Watch it ORD-12", "ORD-12"),
    ("Read the text as UTF-8", ""),
    ("Use SHA-256 for RFC-3339", ""),
    ("Watch it", ""),
]


@pytest.mark.parametrize(("text", "key"), KEYS)
def test_keys(text: str, key: str) -> None:
    assert action(text).key == key


DONE = [
    ("[x] Watch it", True),
    ("[ ] Watch it", False),
    ("~~Watch it~~", True),
    ("Done: Watch it", True),
    ("✅ Watch it", True),
    ("Watch what is done", False),
]


@pytest.mark.parametrize(("text", "done"), DONE)
def test_done(text: str, done: bool) -> None:
    assert action(text).done is done


def test_what_stands_below_an_action() -> None:
    below = "  - Owner: Ada\n  - Due: 2026-05-01\n  - Ticket: ORD-1\n  - daily\n"
    (found,) = actions(f"- Watch it\n{below}")
    assert (found.owner, found.due, found.key) == ("Ada", MAY, "ORD-1")
    assert found.text == "Watch it (daily)"


def test_points_that_only_head_others_are_none() -> None:
    text = "- Watching:\n  - the queue\n  - the disk\n- Tasks:\n- Tell support\n"
    assert [each.text for each in actions(text)] == ["the queue", "the disk", "Tell support"]


def test_a_point_that_goes_on_with_code_is_one() -> None:
    found = actions("- Configure the bell:\n```yaml\nbell: on\n```\n- Buy wood\n- Later:\n")
    assert [each.text for each in found] == ["Configure the bell:", "Buy wood"]


def test_placeholders_are_no_actions() -> None:
    assert actions("- TBD\n- n/a\n- None\n") == []
    assert actions("| Action | Owner |\n|---|---|\n| | |\n| – | Ada |\n") == []


def test_columns_of_a_table_with_two_descriptions() -> None:
    text = (
        "| Description | Type | Owner | Issue # |\n|---|---|---|---|\n"
        "| Fasten the switch | shop | Ada | #7 |\n"
        "| Look again | shop | Done with the first one by all | Perhaps later |\n"
    )
    first, second = actions(text)
    assert (first.text, first.owner, first.key) == ("Fasten the switch", "Ada", "#7")
    assert (second.owner, second.key) == ("", "")


def test_headings_that_name_actions_and_headings_that_name_kinds() -> None:
    text = "### 1) Watch the queue `@ada`\nIt was long.\n### Monitoring\nWatch the disk too.\n"
    first, second = actions(text)
    assert (first.text, first.owner) == ("Watch the queue (It was long)", "ada")
    assert second.text == "Watch the disk too."


def test_actions_elsewhere_that_say_they_are_some() -> None:
    found = list(marked_actions(blocks_of("- 10:00 Alert\n- **Action item:** Watch it\n")))
    assert [each.text for each in found] == ["Watch it"]


# -- fields ------------------------------------------------------------------------------------


def test_only_the_outer_lines_of_front_matter_count() -> None:
    pairs, rest = front_matter('---\ntitle: "A"\nimages:\n- title: "B"\n  title: C\n---\n# D\n')
    assert pairs["title"] == "A"
    assert rest.endswith("# D\n")
    assert rest.count("\n") == 7


def test_blanks_after_the_dashes_do_not_matter() -> None:
    assert front_matter("--- \ntitle: A\n---  \nB\n")[0] == {"title": "A"}


def test_people() -> None:
    assert list(people_in("Ada Lovelace (lead), @grace and TBD")) == [
        ("Ada Lovelace", "lead"),
        ("grace", ""),
    ]


def test_people_without_their_addresses() -> None:
    found = [name for name, _ in people_in("Ada Lovelace <ada@mail.example>, [Grace Hopper]")]
    assert found == ["Ada Lovelace", "Grace Hopper"]


@given(st.text(max_size=80))
def test_any_words(text: str) -> None:
    assert section_of(text, whole=True) in {"", section_of(text)}
    assert zone_stated(text) == "" or has_clocks(zone_stated(text)) or zone_stated(text) in MEANINGS


def test_the_clocks_of_pictures_are_not_those_of_the_text() -> None:
    assert zone_stated("All times are in CET") == "CET"
    assert not zone_stated("It took a minute (screenshots include timestamps in UTC+2)")
    assert not zone_stated("The graphs below have times in CET")
