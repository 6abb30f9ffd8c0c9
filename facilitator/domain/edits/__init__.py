"""Every change to a review: functions that take what is wanted and return an edit.

An edit is ``Review -> Review``; it raises RuleViolation and changes nothing if a rule forbids it.
"""

from collections.abc import Callable

from facilitator.domain.records import Review

Edit = Callable[[Review], Review]
"""A change to a review, to be given to the session."""


def chain(*edits: Edit) -> Edit:
    """Several edits as one."""

    def edit(review: Review) -> Review:
        for each in edits:
            review = each(review)
        return review

    return edit
