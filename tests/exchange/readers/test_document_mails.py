"""Reports that came as mail, and the short lines, notes and days around what they tell."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.exchange.readers.document.document_fields import front_matter
from facilitator.exchange.readers.document.mails import without_mail
from facilitator.exchange.readers.document.section_words import (
    announces_actions,
    ending_of,
    says_nothing,
    section_of,
)
from tests.exchange.readers.documents_told import document, draft, told

SIGNED = """[bakers] Outage of the oven 2026-03-04

Wed Mar  4 12:30:00 UTC 2026
Ada Lovelace <ada at bakery.example>

-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

The oven was cold, and nobody had bread.

- ---------------
shop wide followup:

- - We will buy a second oven.

- - I will label the switches.

- ---------------
root cause:

A switch was off.
-----BEGIN PGP SIGNATURE-----

abcdef
-----END PGP SIGNATURE-----
"""


def test_a_signed_mail_of_a_list_is_read() -> None:
    found = draft(SIGNED)
    assert found.title == "[bakers] Outage of the oven 2026-03-04"
    assert found.happened_on == date(2026, 3, 4)
    assert [each.text for each in found.actions] == [
        "We will buy a second oven.",
        "I will label the switches.",
    ]
    assert [each.text for each in found.factors] == ["A switch was off."]
    assert not document(SIGNED).entries


def test_a_mail_keeps_the_numbers_of_its_lines() -> None:
    _, text = without_mail(SIGNED)
    assert "PGP" not in text
    assert "Ada" not in text
    assert text.split("\n")[8] == SIGNED.split("\n")[8]
    title, text = without_mail(f"From: Ada\nSubject: Re: No bread\n\n{SIGNED}")
    assert title == {"title": "No bread"}
    assert text.split("\n")[11] == SIGNED.split("\n")[8]


def test_what_is_no_mail_is_left_as_it_is() -> None:
    text = "# No bread\n\n- - a list in a list\n"
    assert without_mail(text) == ({}, text)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Our next steps:", "actions"),
        ("Shop wide followup:", "actions"),
        ("The likely root cause:", "causes"),
        ("Our next steps", ""),
        ("We had talked for hours about what our next steps:", ""),
    ],
)
def test_a_short_line_heads_a_part_by_its_last_words(line: str, part: str) -> None:
    assert ending_of(line) == part


def test_two_words_share_the_last_one() -> None:
    assert section_of("Corrective/Preventative actions", whole=True) == "actions"
    assert section_of("Corrective/other things", whole=True) == ""


def test_what_stands_above_is_announced_no_more() -> None:
    assert announces_actions("To prevent this we plan:")
    assert not announces_actions("To prevent this, think of the measures outlined above:")


def test_no_actions_may_be_explained() -> None:
    assert says_nothing("_No action items — all is mended._")
    assert not says_nothing("No action was taken: tell the baker")


def test_notes_in_front_matter_are_left_out() -> None:
    text = "---\ntitle: No bread\n# why: a slip\nstatus: done\n---\n\n## Impact\n"
    found, rest = front_matter(text)
    assert found == {"title": "No bread", "status": "done"}
    assert rest.split("\n")[6] == "## Impact"
    ruled = "---\n# No bread\n---\n"
    assert front_matter(ruled) == ({}, ruled)


def test_a_line_with_the_day_is_no_title() -> None:
    text = "4 March 2026\n\nThe oven is cold\n\n12:00 UTC It is dark.\n\n12:30 UTC It is light.\n"
    found = draft(text, "report.txt")
    assert (found.title, found.happened_on) == ("The oven is cold", date(2026, 3, 4))


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("_(Update 4 March 2026)_ The oven is cold", "The oven is cold"),
        ("[Updated: 2026-03-04] The oven is cold", "The oven is cold"),
        ("(Edited by Ada) The oven is cold", "(Edited by Ada) The oven is cold"),
    ],
)
def test_a_note_of_a_change_is_no_title(title: str, kept: str) -> None:
    assert draft(f"# {title}\n\n## Impact\n\nNone\n").title == kept


def test_the_same_time_on_three_other_clocks() -> None:
    text = """# No bread on 4 July 2026

## Timeline

4:03am PDT / 7:03am EDT / 11:03am GMT / 9:03pm AEST
It is dark.

4:30am PDT / 7:30am EDT / 11:30am GMT / 9:30pm AEST
It is light.
"""
    assert told(document(text)) == [
        ("2026-07-04 11:03", "It is dark."),
        ("2026-07-04 11:30", "It is light."),
    ]


def test_the_heading_of_a_timeline_tells_its_zone_before_other_lines_do() -> None:
    text = "# No bread\n\nHours (12:00 - 17:00 AEST)\n\n## Timeline (AEST - UTC+10)\n"
    assert document(f"{text}\n- 2026-03-04 12:00: Dark\n").zone == "+10:00"


DAYS = """# The oven is cold

## Timeline

- 2026-02-11 – The new oven comes
- 2026-03-{} 04:00 UTC – It is cold
- 2026-03-05 04:00 UTC – It is cold again
"""


def test_an_incident_begins_with_its_first_clock_and_not_with_what_led_to_it() -> None:
    assert draft(DAYS.format("04")).happened_on == date(2026, 3, 4)
    near = DAYS.format("04").replace("02-11", "03-03")
    assert draft(near).happened_on == date(2026, 3, 3)
