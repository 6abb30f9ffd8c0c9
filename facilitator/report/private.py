"""The facilitator's private notes, for a copy that asked for them and is passed on to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.private_notes import WARNING, private_notes
from facilitator.report.styles import TEXT

if TYPE_CHECKING:
    from facilitator.report.galley import Galley
    from facilitator.report.pieces import Pieces

TITLE = "Private notes"


def notes(galley: Galley) -> Pieces:
    """The chapter, or nothing if there are none, or none were asked for."""
    found = private_notes(galley.review)
    if not found:
        return []
    pieces = galley.chapter(TITLE, WARNING, WARNING)
    for head, text in found:
        pieces += galley.section(head, galley.beside().text(text, TEXT).pieces, bookmark=False)
    return pieces
