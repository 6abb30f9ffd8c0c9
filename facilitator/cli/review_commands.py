"""The commands that work on the reviews of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.app.export import rendered
from facilitator.cli.coach_commands import check
from facilitator.cli.export_command import check_target, put
from facilitator.cli.import_command import import_files
from facilitator.cli.reading_commands import list_reviews, show
from facilitator.cli.shelf import open_shelf
from facilitator.cli.streams import tell

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import datetime

    Clock = Callable[[], datetime]
    NewId = Callable[[], str]


def run(arguments: Namespace, now: Clock, new_id: NewId) -> None:
    """Run one command on the library; what needs no library is checked before it is opened."""
    suffix = ""
    if arguments.command == "export":
        suffix = check_target(arguments.out, force=arguments.force, private=arguments.private_notes)
    with open_shelf(arguments.library, now, new_id) as shelf:
        match arguments.command:
            case "sample":
                tell(shelf.library.add_sample())
            case "list":
                list_reviews(shelf.listing(), as_json=arguments.json)
            case "show":
                show(shelf.chosen(arguments.review), as_json=arguments.json)
            case "check":
                check(shelf.chosen(arguments.review), now().date(), as_json=arguments.json)
            case "import":
                import_files(arguments, shelf, new_id)
            case _:
                private = arguments.private_notes
                review = shelf.chosen(arguments.review)
                data = rendered(review, suffix, now, shelf.fonts, private=private)
                put(data, arguments.out, force=arguments.force, private=private)
