"""What the room decides on an action: the edit, its name, and how it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits.decisions import agree, soak
from facilitator.domain.soaking import check_in, check_in_words
from facilitator.domain.text import capitalised, shortened
from facilitator.domain.words import ActionStatus

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem


def agreeing(action: ActionItem, today: date) -> tuple[str, Edit]:
    """Agree on it, or propose it again."""
    agreed = action.status is ActionStatus.AGREED
    return ("Propose the action again" if agreed else "Agree on the action"), agree(
        action.id, today
    )


def soaking(action: ActionItem, today: date) -> tuple[str, Edit]:
    """Let it soak, or no longer."""
    return "Let the action soak", soak(action.id, today)


def told(action: ActionItem) -> str:
    """``agreed: Reject bad files``; what was decided on it, as it is now."""
    if check_in(action) is not None:
        decided = check_in_words(action)
    elif action.status is ActionStatus.AGREED:
        decided = "agreed"
    else:
        decided = "proposed"
    return f"{decided}: {shortened(capitalised(action.text))}"
