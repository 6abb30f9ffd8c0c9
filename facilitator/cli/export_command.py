"""``export``: writes one review to a file, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.app.export import (
    OUTLINED,
    PRIVATE_SUFFIXES,
    SHAPES,
    SUFFIXES,
    CannotExport,
    Occupied,
    check_free,
    suffix_of,
    write,
)
from facilitator.cli.failure import Exit, Failure, refused
from facilitator.cli.streams import progress
from facilitator.domain.private_notes import WARNING
from facilitator.domain.words import Audience

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path


def check_target(arguments: Namespace) -> str:
    """The form that the file's name asks for; Failure if the file may not be written so."""
    out, private = arguments.out, arguments.private_notes
    suffix = suffix_of(out)
    if suffix is None:
        raise Failure(
            Exit.USAGE, f"{out}: the name should end with one of .{', .'.join(SUFFIXES)}."
        )
    if private and suffix not in PRIVATE_SUFFIXES:
        words = f"a .{suffix} file never holds private notes; leave --private-notes out."
        raise Failure(Exit.USAGE, f"{out}: {words}")
    if arguments.shape and arguments.shape not in SHAPES.get(suffix, ()):
        known = SHAPES.get(suffix)
        words = f"a .{suffix} file is not written --as {arguments.shape}"
        words += f", but as {', '.join(known)}." if known else "; leave that out."
        raise Failure(Exit.USAGE, f"{out}: {words}")
    if arguments.outline and suffix not in OUTLINED:
        words = "only .pdf and .md files have headings; leave --outline out."
        raise Failure(Exit.USAGE, f"{out}: {words}")
    if private and arguments.audience != Audience.INTERNAL:
        words = "private notes go to nobody else; leave out --private-notes or --audience."
        raise Failure(Exit.USAGE, f"{out}: {words}")
    _refuse_occupied(out, force=arguments.force)
    return suffix


def check_named(out: Path, suffixes: Sequence[str], *, force: bool) -> str:
    """The form that the name of a file asks for, of these; Failure as for ``check_target``."""
    suffix = out.suffix.lower().removeprefix(".")
    if suffix not in suffixes:
        words = f"the name should end with one of .{', .'.join(suffixes)}."
        raise Failure(Exit.USAGE, f"{out}: {words}")
    _refuse_occupied(out, force=force)
    return suffix


def _refuse_occupied(out: Path, *, force: bool) -> None:
    try:
        check_free(out, overwrite=force)
    except Occupied as problem:
        hint = "Choose another name, or say --force."
        raise refused(f"{problem.sentence} {hint}") from None
    except CannotExport as problem:
        raise refused(problem.sentence) from None


def put(data: bytes, out: Path, *, force: bool, private: bool = False) -> None:
    """Write what was made of a review; Failure if that cannot be."""
    try:
        write(out, data, overwrite=force)
    except CannotExport as problem:
        raise refused(problem.sentence) from None
    progress(f"{out}: {len(data):,} bytes")
    if private:
        progress(f"{out}: {WARNING}")
