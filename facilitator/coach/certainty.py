"""Whether the coach is sure of the label that an action has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.durability import assess

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem


def is_sure(action: ActionItem) -> bool:
    """False if the label is the coach's own, and its words leave room for another one.

    A person's call is never doubted. Neither is a hint made by other rules: what these made of
    the words is not known here.
    """
    if action.call is not None:
        return True
    hint = assess(action.text)
    return hint.sure or action.durability not in {None, hint.label}


def told(words: str, *, sure: bool) -> str:
    """The words of a label, or ``Probably watches for it``."""
    return words if sure else f"Probably {words[:1].lower()}{words[1:]}"
