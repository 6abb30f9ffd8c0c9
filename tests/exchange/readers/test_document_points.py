"""Points of a list of actions: what stands below them, and what is none."""

from __future__ import annotations

from tests.exchange.readers.documents_told import draft


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
