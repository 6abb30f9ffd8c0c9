"""``residue``, ``mask``, ``allow``, ``unmask`` and ``masks``: what may leave the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.app.release import ACCEPTED, Prepared, held_back, prepare
from facilitator.cli.failure import refused
from facilitator.cli.streams import tell, tell_json
from facilitator.domain.masking import Mask
from facilitator.domain.residue import place_words, places_in_words
from facilitator.domain.words import Audience, MaskUse

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from facilitator.cli.shelf import Shelf
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review
    from facilitator.domain.residue import Residue

_WAY_OUT = (
    "“facilitator residue” tells all: mask or allow each, or accept them in words with --accept."
)
_TOLD = 3
"""Of more, the first are told with a refusal; ``residue`` tells all."""


def residue(arguments: Namespace, shelf: Shelf) -> None:
    """What still stands in a document for others: a line each, or one JSON object."""
    review = shelf.chosen(arguments.review)
    prepared = prepare(review, Audience(arguments.audience), shelf.library.masks())
    if arguments.json:
        told = [_object(each, review) for each in prepared.residues]
        tell_json({"review": review.id, "audience": prepared.audience, "residue": told})
        return
    for each in prepared.residues:
        tell("\t".join((each.text, each.sort, _where(each, review), each.why)))


def cleared(
    review: Review, arguments: Namespace, shelf: Shelf, accept: Callable[[Prepared], Edit]
) -> Review:
    """The review as the audience may have it; Failure while something stands in it.

    What somebody accepts is recorded in the review, by ``accept``, before anything is written.
    """
    audience = Audience(arguments.audience)
    prepared = prepare(review, audience, shelf.library.masks())
    if not prepared.may_leave(arguments.accept):
        raise refused(f"{held_back(prepared)} {_first(prepared, review)} {_WAY_OUT}")
    if prepared.residues:
        shelf.library.apply(review.id, ACCEPTED, accept(prepared))
    return prepared.shown


def _first(prepared: Prepared, review: Review) -> str:
    told = [f"“{each.text}” in {_where(each, review)}" for each in prepared.residues[:_TOLD]]
    more = len(prepared.residues) - _TOLD
    return f"{'; '.join(told)}{f'; and {more:,} more' if more > 0 else ''}."


def _where(each: Residue, review: Review) -> str:
    return "; ".join(places_in_words(each, review))


def _object(each: Residue, review: Review) -> dict[str, Any]:
    return {
        "text": each.text,
        "sort": each.sort,
        "why": each.why,
        "where": [
            {
                "words": place_words(place, review),
                "collection": place.collection,
                "row": place.row,
                "field": place.field,
            }
            for place in each.places
        ],
        "sample": each.sample,
    }


def change_masks(arguments: Namespace, shelf: Shelf) -> None:
    """Mask or allow words in the whole library, or do so no longer."""
    if arguments.command == "unmask":
        if shelf.library.masks().on(arguments.words) is None:
            raise refused(f"“{arguments.words}” is neither masked nor allowed.")
        shelf.library.drop_mask(arguments.words)
        return
    use = MaskUse.MASK if arguments.command == "mask" else MaskUse.ALLOW
    shelf.library.set_mask(Mask(arguments.words, use, getattr(arguments, "shown", "")))


def list_masks(shelf: Shelf, *, as_json: bool) -> None:
    """All words that are masked or allowed: a line each, or one JSON list."""
    masks = shelf.library.masks().all
    if as_json:
        tell_json([{"text": each.text, "use": each.use, "shown": each.shown} for each in masks])
        return
    for each in masks:
        tell("\t".join((each.use, each.text, each.shown or "-")))
