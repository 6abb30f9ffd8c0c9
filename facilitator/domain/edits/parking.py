"""Edits that make something of a parked idea, each as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits import actions, chain, close, factors, findings, rows, timeline
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Factor, Finding, Review, TimelineEvent


def reword_idea(idea_id: str, text: str) -> Edit:
    """Say a parked idea in other words."""

    def edit(review: Review) -> Review:
        line = clean_line(text)
        if not line:
            raise RuleViolation("text", "Say what to park.")
        return rows.changed(review, "parking", idea_id, text=line)

    return edit


def promote_to_event(idea_id: str, event: TimelineEvent) -> Edit:
    """Put an event on the timeline in the place of an idea; a marker leaves who had it."""
    return _promoted(idea_id, timeline.add_taking(event))


def promote_to_factor(idea_id: str, factor: Factor) -> Edit:
    """Hang a factor under ``factor.parent`` in the place of an idea."""
    return _promoted(idea_id, factors.add_factor(factor))


def promote_to_finding(idea_id: str, finding: Finding) -> Edit:
    """Add a finding in the place of an idea."""
    return _promoted(idea_id, findings.add_finding(finding))


def promote_to_action(idea_id: str, action: ActionItem) -> Edit:
    """Add an action in the place of an idea."""
    return _promoted(idea_id, actions.add_action(action))


def _promoted(idea_id: str, adding: Edit) -> Edit:
    # The idea goes first: if somebody else took it out, nothing is added twice.
    return chain(close.unpark(idea_id), adding)
