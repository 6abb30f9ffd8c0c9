"""Time zones as people name them."""

from __future__ import annotations

import pytest

from facilitator.domain.rules import RuleViolation
from facilitator.domain.zone_names import clocks_named, zone_named


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("berlin", "Europe/Berlin"),
        (" New York ", "America/New_York"),
        ("berl", "Europe/Berlin"),
        ("CEST", "Europe/Berlin"),
        ("pt", "America/Los_Angeles"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_found_as_it_is_named(typed: str, name: str) -> None:
    assert zone_named(typed) == name


@pytest.mark.parametrize("typed", ["IST", "BST", "europe", "istanbul"])
def test_several_are_never_guessed_at(typed: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        zone_named(typed)
    assert f"“{typed}” can be " in refused.value.reason
    assert " or " in refused.value.reason


@pytest.mark.parametrize("typed", ["", "  ", "Atlantis", "1/2", "../etc"])
def test_what_is_no_zone_is_refused(typed: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        zone_named(typed)
    assert "is not a time zone" in refused.value.reason


@pytest.mark.parametrize(
    ("typed", "clocks"),
    [("+2", "+02:00"), ("UTC+2", "+02:00"), ("-05:30", "-05:30"), ("berlin", "Europe/Berlin")],
)
def test_clocks_are_named_by_offsets_too(typed: str, clocks: str) -> None:
    assert clocks_named(typed) == clocks
