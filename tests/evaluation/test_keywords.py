"""The list of keywords does what it says: else it would be no fair peer."""

from __future__ import annotations

import pytest

from tests.evaluation.keywords import rate_action, rate_sentence


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("investigate", "Look into alerts for the broker"),
        ("detect", "Alerts for the broker, and a runbook"),
        ("document", "Runbook for the alerts"),
        ("automate", "Automatically rotate keys"),
        ("guardrail", "Second link for the plant"),
    ],
)
def test_the_first_keyword_decides(label: str, text: str) -> None:
    assert rate_action(text).label == label


def test_vagueness_is_a_list_of_its_own() -> None:
    assert rate_action("Improve the alerts").vague
    assert not rate_action("Runbook for the alerts").vague


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("blame", "It is his fault that the alert was missed"),
        ("blame", "They didn’t bother to look"),
        ("human_error", "The table was accidentally dropped"),
        ("counterfactual", "We should have seen it"),
        ("clean", "By default the pod restarts"),
    ],
)
def test_the_gravest_keyword_decides(label: str, text: str) -> None:
    assert rate_sentence(text).label == label
