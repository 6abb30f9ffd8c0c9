"""Where an import goes: into the review that is open, or into the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.app.importing import LABEL
from facilitator.domain.rules import RuleViolation
from facilitator.store.errors import LibraryUnusable, NotFound, WriteFailed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from facilitator.app.basket import Basket
    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk
    from facilitator.ui.library.door import Door


@dataclass(slots=True)
class IntoReview:
    """Everything comes into the review that is open, as one edit."""

    desk: Desk

    @property
    def review(self) -> Review | None:
        """The review as it is now."""
        return self.desk.review

    @property
    def zone(self) -> str:
        """The review's clocks."""
        return self.desk.review.time_zone

    @property
    def today(self) -> date:
        """Today there."""
        return self.desk.today()

    def new_id(self) -> str:
        """An id for a new row."""
        return self.desk.new_id()

    def known(self, basket: Basket) -> None:
        """What was left out of a source before stays left out, by the answers given then."""
        for each in basket.taken:
            if each.intake is not None:
                before = self.desk.host.kept_sources().like(each.intake)
                if before is not None:
                    each.answers.update(before.answers)
                    each.intake.before = before.reading.entries

    def take(self, basket: Basket) -> str:
        """One edit; its refusal in a sentence."""
        refusal = self.desk.apply(LABEL, basket.edit(self.desk.new_id))
        if refusal is not None:
            return refusal.reason
        self.desk.host.kept_sources().keep(basket.intakes())
        return ""


@dataclass(slots=True)
class IntoLibrary:
    """Every post-mortem becomes a review of its own; what was said meanwhile becomes one."""

    door: Door
    zone: str
    then: Callable[[list[str]], object]
    review: None = None

    @property
    def today(self) -> date:
        """Today on this machine."""
        return self.door.today()

    def new_id(self) -> str:
        """An id for a new row."""
        return self.door.new_id()

    def known(self, basket: Basket) -> None:
        """A document that the library has already is left out."""
        basket.know(self.door.order(trashed=False))

    def take(self, basket: Basket) -> str:
        """Add all of them, or none."""
        try:
            basket.number(self.door.order(trashed=True))
            made = basket.reviews(self.door.new_id, self.zone)
            ids = self.door.add_all(made)
        except (LibraryUnusable, NotFound, WriteFailed) as trouble:
            return trouble.sentence
        except RuleViolation as refusal:
            return refusal.reason
        basket.renamed({review.id: new for review, new in zip(made, ids, strict=True)})
        for each in basket.taken:
            if each.wanted and each.intake is not None:
                self.door.keep_source(each.review_id, each.intake)
        self.then(ids)
        return ""
