"""What every page works with: the open session, the theme, and the ways to speak to the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from facilitator.app.session import ReviewSession
    from facilitator.app.settings import Settings
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review
    from facilitator.ui.phase import Phase
    from facilitator.ui.registry import Registry
    from facilitator.ui.theme import Theme


class Host(Protocol):
    """What a page may ask of the window that shows it."""

    def go(self, phase: Phase, target: str | None = None) -> None:
        """Show a phase, with the row or field ``target`` selected."""

    def complain(self, sentence: str, *, until_saved: bool = False) -> None:
        """Show a sentence in the banner above the page, perhaps until an edit is saved again."""

    def hints_changed(self) -> None:
        """The keys in the status line are others now."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The things of one open review."""

    session: ReviewSession
    theme: Theme
    registry: Registry
    settings: Settings
    host: Host
    now: Callable[[], datetime]
    new_id: Callable[[], str]

    @property
    def review(self) -> Review:
        """The review as it is now."""
        return self.session.review

    def today(self) -> date:
        """Today's date in the review's zone."""
        from facilitator.domain.zones import clock  # noqa: PLC0415 - not needed to start

        return clock(self.now(), self.review.time_zone).date()

    def apply(self, label: str, edit: Edit, merge_key: str | None = None) -> RuleViolation | None:
        """Apply an edit; a rule's refusal is returned, to be shown at the field.

        A failed write is told in the banner and returned as a refusal too, so that the text in
        the field stays.
        """
        from facilitator.app.session import WriteFailed  # noqa: PLC0415 - keeps start-up light

        try:
            self.session.apply(label, edit, merge_key)
        except RuleViolation as refusal:
            return refusal
        except WriteFailed as failure:
            self.host.complain(str(failure), until_saved=True)
            return RuleViolation("", str(failure))
        return None
