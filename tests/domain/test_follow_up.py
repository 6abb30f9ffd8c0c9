"""What a follow-up meeting walks through."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.action_filter import ActionFilter, ActionState, Order
from facilitator.domain.follow_up import PARTS, each_once, part_filters

NUMBERS = st.lists(st.integers(0, 20), unique=True)


@given(st.fixed_dictionaries(dict.fromkeys(PARTS, NUMBERS)))
def test_every_action_stands_in_one_part(found: dict[ActionState, list[int]]) -> None:
    parts = each_once(found)
    shown = [each for _part, numbers in parts for each in numbers]
    assert [part for part, _numbers in parts] == list(PARTS)
    assert sorted(shown) == sorted({each for numbers in found.values() for each in numbers})
    for part, numbers in parts:
        assert numbers == [each for each in found[part] if each in set(numbers)]


def test_what_is_to_be_answered_comes_before_what_is_new() -> None:
    found: dict[ActionState, list[int]] = {part: [1] for part in PARTS}
    assert dict(each_once(found))[ActionState.BACK] == [1]
    found[ActionState.BACK] = []
    assert dict(each_once(found))[ActionState.CHECK_DUE] == [1]


def test_parts_are_narrowed_by_what_is_wanted() -> None:
    since = date(2026, 3, 4)
    parts = part_filters(ActionFilter(owners=("maria",)), since)
    assert list(parts) == list(PARTS)
    assert all(each.owners == ("maria",) and each.since == since for each in parts.values())
    assert parts[ActionState.DONE_LATELY].order is Order.DONE
    assert parts[ActionState.OVERDUE].states == {ActionState.OVERDUE}
