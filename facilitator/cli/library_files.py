"""Writes what is told of the whole library to a file: the trends, and the learning digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.app import digest
from facilitator.app.digest_check import left_words
from facilitator.app.trends_out import SUFFIXES, rendered_trends
from facilitator.cli.export_command import check_named, put
from facilitator.cli.failure import Exit, Failure
from facilitator.cli.shelf import open_shelf
from facilitator.cli.streams import progress
from facilitator.domain.digest import read_quarter
from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import datetime

    from facilitator.cli.shelf import Shelf
    from facilitator.domain.trends import Quarter, Trends


def write_trends(
    arguments: Namespace, read: Callable[[], Trends], shelf: Shelf, now: Callable[[], datetime]
) -> None:
    """Write the trends to ``--out``; nothing is read if the file may not be written."""
    suffix = check_named(arguments.out, SUFFIXES, force=arguments.force)
    data = rendered_trends(read(), suffix, now, shelf.fonts)
    put(data, arguments.out, force=arguments.force)


def run(arguments: Namespace, now: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """Write the digest of the quarter that is named, or of the last whole one with a review."""
    suffix = check_named(arguments.out, digest.SUFFIXES, force=arguments.force)
    named = _quarter(arguments.quarter)
    with open_shelf(arguments.library, now, new_id) as shelf:
        _write_digest(arguments, suffix, named, shelf, now)


def _write_digest(
    arguments: Namespace,
    suffix: str,
    named: Quarter | None,
    shelf: Shelf,
    now: Callable[[], datetime],
) -> None:
    today, library = now().date(), shelf.library
    quarter = named or digest.usual_quarter(library, today)
    found, left = digest.gather(library.path, quarter, library.masks(), today)
    data = digest.rendered_digest(found, suffix, now, shelf.fonts)
    if left:
        progress(left_words(left))
    put(data, arguments.out, force=arguments.force)


def _quarter(typed: str) -> Quarter | None:
    try:
        return read_quarter(typed) if typed else None
    except RuleViolation as problem:
        raise Failure(Exit.USAGE, f"Argument --quarter: {problem.reason}") from None
