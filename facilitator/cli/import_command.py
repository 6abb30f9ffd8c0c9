"""``import``: reads every file first; if one is refused, nothing of any is taken over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from facilitator.app.gathering import form_of_ours
from facilitator.app.reading import Refused, form_of, read_file
from facilitator.cli.failure import refused
from facilitator.cli.streams import progress, tell, tell_json
from facilitator.coach.hinting import rehinted
from facilitator.exchange.differences import differences
from facilitator.exchange.merge import merge

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from facilitator.app.reading import Source
    from facilitator.cli.shelf import Shelf
    from facilitator.domain.records import Review
    from facilitator.exchange.differences import Difference
    from facilitator.exchange.merge import Skipped

    NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A review that was read from a file."""

    path: Path
    form: str
    review: Review


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it: the review it is now in, what was left out, and what stays as it was.

    ``added`` are how many rows of each sort are new there.
    """

    review_id: str
    added: dict[str, int]
    skipped: tuple[Skipped, ...] = ()
    differing: tuple[Difference, ...] = ()


def import_files(
    arguments: Namespace, sources: Sequence[Source], shelf: Shelf, new_id: NewId
) -> None:
    """Add the reviews of all files to the library, or their rows to one review."""
    incoming = [_read(source, arguments.format, new_id) for source in sources]
    if arguments.into is None:
        taken = _add(incoming, shelf, dry_run=arguments.dry_run)
    else:
        taken = _merge(incoming, shelf, arguments, new_id)
    for each, result in zip(incoming, taken, strict=True):
        _report(each, result, arguments)


def _read(source: Source, stated: str | None, new_id: NewId) -> Incoming:
    try:
        form = stated or _form(source)
        return Incoming(source.path, form, read_file(source, form, new_id))
    except Refused as problem:
        raise refused(problem.sentence) from None


def _form(source: Source) -> str:
    form = form_of(source.path) or form_of_ours(source)
    if form is None:
        raise Refused("", f"{source.path}: This is no review.")
    return form


def _add(incoming: list[Incoming], shelf: Shelf, *, dry_run: bool) -> list[Taken]:
    if dry_run:
        names = [each.review.id for each in incoming]
    else:
        names = shelf.library.add_all(each.review for each in incoming)
    return [Taken(name, _counts(each.review)) for name, each in zip(names, incoming, strict=True)]


def _merge(
    incoming: list[Incoming], shelf: Shelf, arguments: Namespace, new_id: NewId
) -> list[Taken]:
    """One edit for all files, so that all of them are taken over or none."""
    current = shelf.chosen(arguments.into)
    taken: list[Taken] = []

    def edit(review: Review) -> Review:
        taken.clear()
        for each in incoming:
            differing, before = differences(review, each.review), _counts(review)
            review, skipped = merge(review, each.review, new_id)
            added = {name: count - before[name] for name, count in _counts(review).items()}
            taken.append(Taken(current.id, added, skipped, differing))
        return rehinted(review)

    if arguments.dry_run:
        edit(current)
    else:
        shelf.library.apply(current.id, "Import", edit)
    return taken


def _report(incoming: Incoming, taken: Taken, arguments: Namespace) -> None:
    told = _told(incoming, taken)
    if arguments.into is not None:
        told["differences"] = list(map(_difference, taken.differing))
    if arguments.json:
        tell_json(told if arguments.dry_run else told | {"review": taken.review_id})
        return
    for each in taken.skipped:
        progress(f"{incoming.path}: {each.where}: {each.why}")
    for differing in taken.differing:
        words = f"{differing.mine} stays, not {differing.theirs}"
        progress(f"{incoming.path}: {differing.label}: {words}")
    counts = ", ".join(f"{count} {name}" for name, count in taken.added.items())
    if arguments.into is not None and not any(taken.added.values()):
        counts = "no event, factor or action is new"
    if arguments.dry_run:
        tell(f"{incoming.path}: {counts}; nothing was written")
    else:
        progress(f"{incoming.path}: {counts}")
        tell(taken.review_id)


def _told(incoming: Incoming, taken: Taken) -> dict[str, Any]:
    return {
        "format": incoming.form,
        **taken.added,
        "skipped": [{"where": each.where, "why": each.why} for each in taken.skipped],
        "questions": [],
    }


def _counts(review: Review) -> dict[str, int]:
    return {
        "events": len(review.events),
        "factors": len(review.factors),
        "actions": len(review.actions),
    }


def _difference(each: Difference) -> dict[str, str]:
    return {
        "collection": each.collection,
        "row": each.row,
        "field": each.field,
        "here": each.mine,
        "there": each.theirs,
    }
