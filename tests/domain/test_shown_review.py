"""A review with roles for names, but for the owners of actions."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain.shown_review import shown_review
from facilitator.domain.words import NameUse
from tests.named_review import OWNER, REVIEW


def test_a_review_is_shown_with_roles_but_for_owners() -> None:
    seen = shown_review(REVIEW)
    assert seen.title == "The on-call engineer's deploy"
    assert seen.summary == "The on-call engineer deployed.\n\nThe incident lead saw it."
    assert seen.events[0].lane == "The on-call engineer"
    assert seen.events[0].evidence[0].text == "The on-call engineer: on it"
    assert seen.findings[0].elsewhere == "At the incident lead's"
    assert seen.findings[1].reason == "The incident lead asks"
    action = seen.actions[0]
    assert (action.text, action.owner) == ("The incident lead adds a check", OWNER)
    assert action.deferral is not None
    assert action.deferral.accepted_by == OWNER
    assert action.deferral.reason == "The on-call engineer is away"
    assert seen.lessons[0].text == "The on-call engineer was quick"
    assert seen.notes == REVIEW.notes
    assert shown_review(seen) == seen


def test_a_review_that_names_nobody_is_the_same() -> None:
    assert shown_review(replace(REVIEW, names=NameUse.NAMES)) == replace(
        REVIEW, names=NameUse.NAMES
    )
    bare = replace(REVIEW, participants=())
    assert shown_review(bare) is bare
