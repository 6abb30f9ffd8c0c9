"""``export``: writes one review to a file, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.app.export import SUFFIXES, CannotExport, check_free, rendered, suffix_of, write
from facilitator.cli.failure import Exit, Failure, refused
from facilitator.cli.streams import progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from facilitator.domain.records import Review

    Clock = Callable[[], datetime]


def check_target(out: Path, *, force: bool) -> str:
    """The form that the file's name asks for; Failure if the file may not be written."""
    suffix = suffix_of(out)
    if suffix is None:
        raise Failure(
            Exit.USAGE, f"{out}: the name should end with one of .{', .'.join(SUFFIXES)}."
        )
    try:
        check_free(out, overwrite=force)
    except CannotExport as problem:
        hint = "" if out.is_dir() else " Choose another name, or say --force."
        raise refused(f"{problem.sentence}{hint}") from None
    return suffix


def export(review: Review, out: Path, suffix: str, now: Clock, fonts: Path) -> None:
    """Write the review; all of it is made before the file is touched."""
    data = rendered(review, suffix, now, fonts)
    try:
        write(out, data, overwrite=out.exists())
    except CannotExport as problem:
        raise refused(problem.sentence) from None
    progress(f"{out}: {len(data):,} bytes")
