"""The commands that work on the reviews of a library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.app.export import CannotExport, Wish, rendered
from facilitator.app.outlines import chosen, read_file
from facilitator.app.reading import Source
from facilitator.app.release import accepting
from facilitator.cli.coach_commands import check
from facilitator.cli.export_command import check_target, put
from facilitator.cli.failure import refused
from facilitator.cli.reading_commands import list_reviews, show
from facilitator.cli.release_commands import change_masks, cleared, list_masks, residue
from facilitator.cli.search_command import search
from facilitator.cli.shelf import open_shelf
from facilitator.cli.streams import tell
from facilitator.domain.outline import USUAL, Outline
from facilitator.domain.words import Audience

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import date, datetime

    from facilitator.cli.shelf import Shelf

    Clock = Callable[[], datetime]
    NewId = Callable[[], str]


def run(arguments: Namespace, now: Clock, new_id: NewId) -> None:
    """Run one command on the library; what needs no library is checked before it is opened."""
    suffix = ""
    if arguments.command == "export":
        suffix = check_target(arguments)
    with open_shelf(arguments.library, now, new_id) as shelf:
        match arguments.command:
            case "sample":
                tell(shelf.library.add_sample())
            case "trends":
                from facilitator.cli.trends_command import trends  # noqa: PLC0415 - as above

                trends(shelf, arguments, now)
            case "list" | "show" | "check":
                _read(arguments, shelf, now().date())
            case "search":
                search(shelf.library, arguments)
            case "import":
                _import(arguments, shelf, now, new_id)
            case "residue":
                residue(arguments, shelf)
            case "masks":
                list_masks(shelf, as_json=arguments.json)
            case "mask" | "allow" | "unmask":
                change_masks(arguments, shelf)
            case _:
                _export(arguments, suffix, shelf, now, new_id)


def _import(arguments: Namespace, shelf: Shelf, now: Clock, new_id: NewId) -> None:
    # The readers of sources, and what they need, load only for this command.
    from facilitator.cli.handover_command import is_asked_for, take_back  # noqa: PLC0415
    from facilitator.cli.import_command import import_files  # noqa: PLC0415
    from facilitator.cli.intake_command import are_sources, take_in  # noqa: PLC0415

    sources = list(map(Source, arguments.files))
    if are_sources(arguments, sources):
        take_in(arguments, sources, shelf, new_id)
    elif is_asked_for(arguments, sources):
        take_back(arguments, sources, shelf, now().date())
    else:
        import_files(arguments, sources, shelf, new_id)


def _read(arguments: Namespace, shelf: Shelf, today: date) -> None:
    match arguments.command:
        case "list":
            list_reviews(shelf.listing(), as_json=arguments.json)
        case "show":
            show(shelf.chosen(arguments.review), as_json=arguments.json)
        case "check":
            check(shelf.chosen(arguments.review), today, as_json=arguments.json)


def _outline(word: str, shelf: Shelf) -> Outline:
    """The outline in a file, or one that is known by its name."""
    if not word:
        return USUAL
    if word.endswith(".toml"):
        return read_file(Path(word))
    return chosen(word, shelf.outlines)


def _export(arguments: Namespace, suffix: str, shelf: Shelf, now: Clock, new_id: NewId) -> None:
    review, audience = shelf.chosen(arguments.review), Audience(arguments.audience)
    if audience is not Audience.INTERNAL:
        review = cleared(
            review,
            arguments,
            shelf,
            lambda prepared: accepting(prepared, suffix, arguments.accept, now, new_id),
        )
    wish = Wish(
        audience,
        private=arguments.private_notes,
        paper=arguments.paper,
        shape=arguments.shape,
        outline=_outline(arguments.outline, shelf),
    )
    try:
        data = rendered(review, suffix, now, shelf.fonts, wish=wish)
    except CannotExport as problem:
        raise refused(problem.sentence) from None
    put(data, arguments.out, force=arguments.force, private=wish.private)
