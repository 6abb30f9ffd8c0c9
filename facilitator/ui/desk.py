"""What every page works with: the open session, the theme, and the ways to speak to the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import NameUse

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtWidgets import QWidget

    from facilitator.app.elsewhere import WhomElse
    from facilitator.app.kept_sources import KeptSources
    from facilitator.app.session import ReviewSession
    from facilitator.app.settings import Settings
    from facilitator.domain.edits import Edit
    from facilitator.domain.naming import Naming
    from facilitator.domain.phase import Phase
    from facilitator.domain.records import Participant, Review
    from facilitator.ui.registry import Registry
    from facilitator.ui.stage_card import StageCard
    from facilitator.ui.theme import Theme


class Host(Protocol):
    """What a page may ask of the window that shows it."""

    def go(self, phase: Phase, target: str | None = None) -> None:
        """Show a phase, with the row or field ``target`` selected."""

    def come_forward(self) -> None:
        """Give the window of the Stage the keys."""

    def complain(self, sentence: str, *, until_saved: bool = False) -> None:
        """Show a sentence in the banner above the page, perhaps until an edit is saved again."""

    def tell_step(self, words: str) -> None:
        """Say in the status line what was done, until the next edit."""

    def hints_changed(self) -> None:
        """The keys in the status line are others now."""

    def selection_changed(self) -> None:
        """Another row is current on the page."""

    def shown_phase(self) -> Phase:
        """The phase on the Stage."""

    def selected(self) -> str | None:
        """The id of the row that is current on the Stage."""

    def show_card(self, card: StageCard) -> None:
        """Put a card over the page, in the place of one that may be there."""

    def close_card(self) -> None:
        """Take the card away, if there is one."""

    def card(self) -> StageCard | None:
        """The card over the page."""

    def front(self) -> QWidget:
        """The window that has the keys: what is asked is asked there."""

    def kept_sources(self) -> KeptSources:
        """The imported sources that are kept with the review."""

    def whom_else(self) -> WhomElse | None:
        """What knows the services and teams of the library, if there is one."""


class EditDesk(Protocol):
    """What editors and sheets of one row need of a desk."""

    @property
    def theme(self) -> Theme:
        """The looks."""

    @property
    def review(self) -> Review:
        """The review of the row as it is now."""

    def shown(self, text: str) -> str:
        """A text as the room sees it."""

    def today(self) -> date:
        """Today's date."""

    def apply(self, label: str, edit: Edit) -> RuleViolation | None:
        """Apply an edit; a rule's refusal is returned, to be shown at the field."""


@dataclass(slots=True)
class ShownNames:
    """Keeps what stands for names until the people, or what the review says, are others."""

    _people: tuple[Participant, ...] = ()
    _use: NameUse = NameUse.ROLES
    _said: tuple[tuple[str, str, str], ...] = ()
    _naming: Naming | None = None

    def of(self, review: Review) -> Naming | None:
        """The same object as long as the same is shown; None if every text is shown as it is."""
        if review.participants is not self._people or review.names is not self._use:
            self._people, self._use = review.participants, review.names
            said = tuple((each.name, each.role, each.alias) for each in self._people if each.name)
            self._take(said if self._use is NameUse.ROLES else ())
        return self._naming

    def _take(self, said: tuple[tuple[str, str, str], ...]) -> None:
        if said == self._said:
            return
        self._said, self._naming = said, None
        if said:
            from facilitator.domain.naming import Naming  # noqa: PLC0415 - not needed to start

            self._naming = Naming.of(self._people, self._use)


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
    _names: ShownNames = field(default_factory=ShownNames, init=False, repr=False, compare=False)

    @property
    def review(self) -> Review:
        """The review as it is now."""
        return self.session.review

    @property
    def naming(self) -> Naming | None:
        """What stands for names now; the same object as long as the same is shown."""
        return self._names.of(self.review)

    def shown(self, text: str) -> str:
        """A text as the room sees it: with roles for names, unless the review shows names."""
        naming = self.naming
        return text if naming is None else naming.shown(text)

    def today(self) -> date:
        """Today's date in the review's zone."""
        from facilitator.domain.zones import clock  # noqa: PLC0415 - not needed to start

        return clock(self.now(), self.review.time_zone).date()

    def apply(
        self, label: str, edit: Edit, merge_key: str | None = None, *, quiet: bool = False
    ) -> RuleViolation | None:
        """Apply an edit; a rule's refusal is returned, to be shown at the field.

        A failed write is told in the banner and returned as a refusal too, so that the text in
        the field stays. Pages do not go to what is changed ``quiet``.
        """
        from facilitator.app.session import WriteFailed  # noqa: PLC0415 - keeps start-up light

        try:
            self.session.apply(label, edit, merge_key, quiet=quiet)
        except RuleViolation as refusal:
            return refusal
        except WriteFailed as failure:
            self.host.complain(str(failure), until_saved=True)
            return RuleViolation("", str(failure))
        return None
