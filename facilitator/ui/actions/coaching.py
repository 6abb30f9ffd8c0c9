"""What the coach says of actions, and edits that ask it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.durability import assess
from facilitator.coach.hinting import with_hint
from facilitator.domain.edits import rows

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Review
    from facilitator.domain.words import Durability


def label_of(action: ActionItem) -> Durability:
    """The effective label; an action that nobody asked about yet is asked about now."""
    return action.durability or assess(action.text).label


def reason_of(action: ActionItem) -> str:
    """Why an action has its label: the person's words for a call, else the coach's."""
    if action.call is not None:
        return action.call_reason
    hint = assess(action.text)
    # A hint made by other rules has other reasons, which are not known here.
    return hint.because if label_of(action) is hint.label else ""


def hinted(edit: Edit, action_id: str) -> Edit:
    """The edit, and the coach's hint on the text that the action has then."""

    def both(review: Review) -> Review:
        after = edit(review)
        action = rows.find(after, "actions", action_id)
        asked = with_hint(action)
        return after if asked is action else rows.replaced(after, "actions", asked)

    return both
