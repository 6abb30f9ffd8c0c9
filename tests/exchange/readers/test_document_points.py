"""Points of a list of actions, and of a day: what stands below them, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from tests.exchange.readers.documents_told import document, draft, told


def _actions(text: str) -> list[str]:
    return [each.text for each in draft(f"# No bread\n\n{text}").actions]


def test_a_label_below_an_action_tells_more_of_it() -> None:
    text = (
        "## Follow-up actions\n\n"
        "1. **Mend the oven**\n   - **Description:** Its door is loose.\n\n"
        "2. **Buy flour**\n   - **Background:** There is none.\n"
    )
    assert _actions(text) == [
        "Mend the oven (Description: Its door is loose)",
        "Buy flour (Background: There is none)",
    ]


def test_what_is_left_to_do_is_a_list_of_actions() -> None:
    text = "Baked on 4 March 2026.\n\nOutcomes:\n- Bread\n\nLeftover tasks:\n- Mend the oven\n"
    assert _actions(text) == ["Mend the oven"]


def test_points_to_be_aware_of_are_no_actions() -> None:
    text = (
        "## Prevention\n\n- Mend the oven.\n\n### A reminder of the old oven\n\n"
        "If you light it, be aware that:\n- It is hot\n- It smokes in the rain\n"
    )
    assert _actions(text) == ["Mend the oven."]


def test_an_action_before_a_word_on_how_is_one_with_its_points() -> None:
    text = (
        "## Preventive measures\n\n- Buy flour\n"
        "- When the oven is changed, we should test the door. To that end:\n  - Open it twice.\n"
        "- When the flour comes:\n  - Weigh it.\n"
    )
    assert _actions(text) == [
        "Buy flour",
        "When the oven is changed, we should test the door. To that end (Open it twice)",
        "Weigh it.",
    ]


def test_one_measure_heads_several_actions() -> None:
    text = "## Corrective and Preventative Measure\n\nMend the oven.\nBuy flour.\n"
    assert _actions(text) == ["Mend the oven.", "Buy flour."]


OF_DAYS = """# Blank labels

## Timeline

### 2026-03-02
* A new printer is put up
    * It stands by the door
* The old printer is sold

### 2026-03-03
* `08:51` - The printer stops
* No label is seen
* `10:44` - Ada calls

### 2026-03-04

The printer was looked at.

* It had no ink
* It had no paper
"""


def test_each_point_below_a_day_alone_is_an_event() -> None:
    reading = document(OF_DAYS)
    assert told(reading, zone="UTC") == [
        ("?2026-03-02 00:00", "A new printer is put up"),
        ("?2026-03-02 00:00", "The old printer is sold"),
        ("2026-03-03 08:51", "The printer stops"),
        ("2026-03-03 10:44", "Ada calls"),
        ("?2026-03-04 00:00", "The printer was looked at."),
    ]
    days = [each.stamp.day for each in reading.entries if each.stamp.clock is None]
    assert days == [date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 4)]
    assert reading.entries[0].text == "A new printer is put up\nIt stands by the door"
    assert "It had no paper" in reading.entries[-1].text


def test_a_point_below_a_day_that_is_but_a_link_is_none() -> None:
    text = (
        "# No ink\n\n## Timeline\n\n### 2026-03-02\n\n* https://chat.example/a/1\n* 09:10 No ink\n"
    )
    assert told(document(text), zone="UTC") == [("2026-03-02 09:10", "No ink")]


WEEKDAYS = """# The oven

## Timeline

5 March 2026

18:46 The oven is lit. It stays cold.

Thursday eve: Ada sends for a mason.

Friday - The mason comes.

On Friday night there was bread.
"""


def test_a_weekday_before_its_sentence_begins_an_event() -> None:
    reading = document(WEEKDAYS)
    assert [text for _, text in told(reading, zone="UTC")] == [
        "The oven is lit. It stays cold.",
        "Ada sends for a mason.",
        "The mason comes.",
    ]
    assert [each.stamp.weekday for each in reading.entries] == [None, 3, 4]


def test_a_weekday_outside_of_a_timeline_is_none() -> None:
    text = WEEKDAYS.replace("## Timeline", "## Background")
    assert [each.stamp.weekday for each in document(text).entries] == [None]


def test_a_ticket_before_an_action_is_its_key() -> None:
    text = (
        "## Action items\n\n- [#12]: Buy matches\n- OPS-7 - Mend the door\n- #13: Weigh it\n"
        "- UTF-8: Write it so\n\n[#12]: https://git.example/a/b/issues/12\n"
    )
    found = draft(f"# No bread\n\n{text}").actions
    assert [(each.key, each.text) for each in found] == [
        ("#12", "Buy matches"),
        ("OPS-7", "Mend the door"),
        ("#13", "Weigh it"),
        ("", "UTF-8: Write it so"),
    ]
    assert found[0].url == "https://git.example/a/b/issues/12"


def test_what_ends_with_done_is_done() -> None:
    text = "## Action plan\n\n- Buy matches. - COMPLETED 05/03/2026\n- Mend what was done\n"
    assert [each.done for each in draft(f"# No bread\n\n{text}").actions] == [True, False]


BRACKETED = """# No bread

- Authors: Ada

## Timeline

- 2026-03-04 10:02 UTC The oven goes out
- 2026-03-04 10:04 UTC SMITHY team looks at it

## Action items

- [{}] Buy matches
- [Ada] Mend the door
- Weigh the flour
"""


def test_a_name_in_brackets_before_an_action_is_who_does_it() -> None:
    found = draft(BRACKETED.format("SMITHY")).actions
    assert [(each.owner, each.text) for each in found] == [
        ("SMITHY", "Buy matches"),
        ("Ada", "Mend the door"),
        ("", "Weigh the flour"),
    ]


def test_a_word_in_brackets_that_names_nobody_stays() -> None:
    found = draft(BRACKETED.format("Oven")).actions
    assert [each.text for each in found] == [
        "[Oven] Buy matches",
        "[Ada] Mend the door",
        "Weigh the flour",
    ]


def test_a_single_word_above_actions_is_none() -> None:
    text = (
        "## Next steps\n\n- Monitoring\n  - Look at the oven\n  - Weigh the flour\n- Buy matches\n"
    )
    assert _actions(text) == ["Look at the oven", "Weigh the flour", "Buy matches"]


def test_actions_that_are_included_are_listed() -> None:
    text = "Long-term (this spring) repair actions include:\n\n1. Buying matches\n"
    assert _actions(text) == ["Buying matches"]


def test_numbered_events_below_a_number_before_them_are_no_headings() -> None:
    text = (
        "Closure of the shop - Postmortem\n\n1. Background\n\nThere was none.\n\n"
        "2. Incident timeline\n\n2.1. Key events\n\n"
        "  1. 09-March-2026 10:00pm GMT - The oven goes out\n\n"
        "  2. 10-March-2026 10:27am GMT - It is seen\n\n"
        "  3. 10-March-2026 11:21am GMT - There is bread\n"
    )
    assert [text for _, text in told(document(text))] == [
        "The oven goes out",
        "It is seen",
        "There is bread",
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "What we should do to improve",
        "What we will do to prevent this in the future",
        "How will we avoid such fires",
        "What we are going to change to avoid fires",
    ],
)
def test_what_one_will_do_heads_actions(asked: str) -> None:
    text = f"There was no bread.\n\nWhy that happened\n\n- A fire\n\n{asked}\n\n- Buy a bell\n"
    assert _actions(text) == ["Buy a bell"]
    assert _actions(f"## {asked}\n\n- Buy a bell\n") == ["Buy a bell"]


@pytest.mark.parametrize("asked", ["What could we have done better", "What we did to prevent it"])
def test_what_was_done_heads_none(asked: str) -> None:
    assert _actions(f"## {asked}\n\n- We bought a bell\n") == []


def test_a_roadmap_is_what_will_be_done() -> None:
    assert _actions("## Roadmap of our ovens\n\n- Buy a bell\n") == ["Buy a bell"]


def test_long_lines_of_a_copied_page_are_a_point_each() -> None:
    first = f"Buy a bell. It shall {'ring and ' * 30}ring."
    second = f"Look at the oven. Somebody will {'look and ' * 30}look."
    text = f"There was no bread.\n\nNext steps\n\n{first}\n{second}\n"
    assert _actions(text) == [first, second]


@pytest.mark.parametrize(
    "said",
    [
        "The oven with two doors remains cold. Next year we plan to buy another one.",
        "We take these fires seriously, and change how we bake.",
        "We were able to bake in the other oven. Nobody has to wait.",
        "We had no bell.",
    ],
)
def test_how_things_stand_is_no_action(said: str) -> None:
    assert _actions(f"## Future plans\n\n{said}\n\nBuy a bell.\n") == ["Buy a bell."]


@pytest.mark.parametrize("asked", ["How this happened", "How did it happen?"])
def test_how_it_happened_heads_causes(asked: str) -> None:
    text = f"There was no bread.\n\n{asked}\n\nA fire went out.\n\nImpact\n\nNo bread.\n"
    assert [each.text for each in draft(text).factors] == ["A fire went out."]


def test_what_was_missing_and_shall_be_is_an_action() -> None:
    said = "We had no bell, and will buy one."
    assert _actions(f"## Immediate actions\n\n{said}\n") == [said]


STATES = """## Action items

1. **DONE 2026-03-05** — Buy matches.
2. **TODO due 2026-03-21** — Mend the door.
3. [In progress] Weigh the flour
4. OPEN - Look at the oven
5. Planned ovens are drawn first
6. **DONE** — Call the smith
"""


def test_the_state_before_an_action_is_none_of_its_words() -> None:
    found = draft(f"# No bread\n\n{STATES}").actions
    assert [(each.text, each.done) for each in found] == [
        ("Buy matches. (done 2026-03-05)", True),
        ("Mend the door.", False),
        ("Weigh the flour", False),
        ("Look at the oven", False),
        ("Planned ovens are drawn first", False),
        ("Call the smith", True),
    ]
    assert [each.due for each in found][:3] == [None, date(2026, 3, 21), None]


def test_a_heading_above_those_that_name_an_action_each_is_none() -> None:
    text = (
        "## Preventive measures\n\n### Ovens and their doors\n\nMuch has to be done here.\n\n"
        "#### Mend the old door\n\nIt must be mended soon.\n\n"
        "#### Buy a new door\n\nIt shall close.\n\n"
        "### 2. Weigh the flour twice\n\nSo that it is enough.\n\n"
        "#### What it will cost us\n"
    )
    assert [each.partition(" (")[0] for each in _actions(text)][:3] == [
        "Mend the old door",
        "Buy a new door",
        "Weigh the flour twice",
    ]


def test_issues_that_all_had_are_no_actions() -> None:
    text = (
        "## Preventive measures\n\n### Mend the old door\n\nIt must be mended soon.\n\n"
        "### Issues across our ovens\n\n#### Very much smoke\n\nThere was much of it.\n"
    )
    assert [each.partition(" (")[0] for each in _actions(text)] == ["Mend the old door"]
