"""Makes a document ready to leave the house, and holds it back while something stands in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from facilitator.coach.given_names import all_given_names
from facilitator.domain.audience import READERS, for_audience
from facilitator.domain.edits.sharing import record_release
from facilitator.domain.records import Release
from facilitator.domain.residue import residues
from facilitator.domain.text import clean_line
from facilitator.domain.words import Audience

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from facilitator.domain.edits import Edit
    from facilitator.domain.masking import Masks
    from facilitator.domain.records import Evidence, Review
    from facilitator.domain.residue import Residue


ACCEPTED = "Accept what stands in a document"
"""What the edit is called that records it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a document is made of, and what still stands in it that others should not read."""

    audience: Audience
    shown: Review
    residues: tuple[Residue, ...] = ()

    def may_leave(self, accepted: str) -> bool:
        """Whether nothing stands in it, or somebody accepts in words what does."""
        return not self.residues or bool(clean_line(accepted))


def prepare(review: Review, audience: Audience, masks: Masks) -> Prepared:
    """The review as this audience may have it; for the team nothing is looked for."""
    shown = for_audience(review, audience, masks)
    if audience is Audience.INTERNAL:
        return Prepared(audience, shown)
    # Not needed to start the program, and slow to make ready.
    from facilitator.exchange.readers.tidying.secrets import secret_places  # noqa: PLC0415

    found = residues(review, shown, masks, all_given_names(), secret_places)
    return Prepared(audience, _with_bare_images(shown), found)


def _with_bare_images(review: Review) -> Review:
    """Images with nothing in their files that cannot be seen."""
    if not any(proof.data for event in review.events for proof in event.evidence):
        return review
    from facilitator.report.images import without_metadata  # noqa: PLC0415 - few reviews have any

    def bare(proof: Evidence) -> Evidence:
        data = without_metadata(proof.data) if proof.data else b""
        return replace(proof, data=data, sha256=sha256(data).hexdigest() if data else "")

    events = (
        replace(each, evidence=tuple(map(bare, each.evidence))) if each.evidence else each
        for each in review.events
    )
    return replace(review, events=tuple(events))


def held_back(prepared: Prepared) -> str:
    """Why a document stays for now, in one sentence."""
    count = len(prepared.residues)
    words = "one thing stands" if count == 1 else f"{count:,} things stand"
    readers = READERS[prepared.audience]
    told = f"{words} in the document for {readers} that others should not read"
    return f"Nothing was written: {told}."


def accepting(
    prepared: Prepared,
    form: str,
    accepted: str,
    now: Callable[[], datetime],
    new_id: Callable[[], str],
) -> Edit:
    """The edit that records that somebody accepted what stands in it, and why."""
    return record_release(
        Release(
            id=new_id(),
            audience=prepared.audience,
            form=form,
            at=now(),
            revision=prepared.shown.revision,
            found=len(prepared.residues),
            accepted=accepted,
        )
    )
