"""Writes what is told of the whole library to a file: the trends, and the learning digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.app.trends_out import SUFFIXES, rendered_trends
from facilitator.cli.export_command import check_named, put

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import datetime

    from facilitator.cli.shelf import Shelf
    from facilitator.domain.trends import Trends


def write_trends(
    arguments: Namespace, read: Callable[[], Trends], shelf: Shelf, now: Callable[[], datetime]
) -> None:
    """Write the trends to ``--out``; nothing is read if the file may not be written."""
    suffix = check_named(arguments.out, SUFFIXES, force=arguments.force)
    data = rendered_trends(read(), suffix, now, shelf.fonts)
    put(data, arguments.out, force=arguments.force)
