"""Gives actions the hints that their texts deserve."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.coach.durability import assess

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem, Review


def with_hint(action: ActionItem) -> ActionItem:
    """The action with hint and vagueness of its text; the same object if it has them."""
    hint = assess(action.text)
    if (action.hint, action.vague) == (hint.label, hint.vague):
        return action
    return replace(action, hint=hint.label, vague=hint.vague)


def rehinted(review: Review) -> Review:
    """The review with every action's hint; the same object if nothing differs."""
    actions = tuple(map(with_hint, review.actions))
    if all(new is old for new, old in zip(actions, review.actions, strict=True)):
        return review
    return replace(review, actions=actions)
