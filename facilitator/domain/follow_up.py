"""What a follow-up meeting walks through: what became of the promises since the last one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.action_filter import ActionState, Order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from facilitator.domain.action_filter import ActionFilter

PARTS = (
    ActionState.AGREED_LATELY,
    ActionState.DONE_LATELY,
    ActionState.CHECK_DUE,
    ActionState.OVERDUE,
    ActionState.BACK,
)
"""The parts of the meeting, in their order."""
_FIRST = (
    ActionState.BACK,
    ActionState.CHECK_DUE,
    ActionState.OVERDUE,
    ActionState.DONE_LATELY,
    ActionState.AGREED_LATELY,
)
"""Which part has an action that belongs to several: where something is to be answered."""


def part_filters(wanted: ActionFilter, since: date) -> Mapping[ActionState, ActionFilter]:
    """The filter of each part, for meetings since a day; what is wanted narrows all of them."""
    return {
        part: replace(
            wanted,
            states=wanted.states | {part},
            since=since,
            order=Order.DONE if part is ActionState.DONE_LATELY else Order.DUE,
        )
        for part in PARTS
    }


def each_once(
    found: Mapping[ActionState, Sequence[int]],
) -> tuple[tuple[ActionState, Sequence[int]], ...]:
    """The numbers of each part, in the order of ``PARTS``; every number stands in one alone."""
    taken: set[int] = set()
    kept: dict[ActionState, Sequence[int]] = {}
    for part in _FIRST:
        kept[part] = [each for each in found[part] if each not in taken]
        taken.update(kept[part])
    return tuple((part, kept[part]) for part in PARTS)
