"""Writes a review to a file in the form that the file's name asks for."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.app.files import write_atomically
from facilitator.domain.audience import without_moments
from facilitator.domain.outline import USUAL, Outline
from facilitator.domain.words import Audience
from facilitator.exchange.actions_csv import write_actions_csv
from facilitator.exchange.bundle import write_bundle
from facilitator.exchange.mail import write_mail
from facilitator.exchange.markdown import write_markdown
from facilitator.exchange.review_json import write_review
from facilitator.exchange.trackers import SHAPES as TRACKERS
from facilitator.exchange.trackers import write_tracker_csv

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from facilitator.domain.records import Review

    Clock = Callable[[], datetime]
    Progress = Callable[[int, int], None]

SUFFIXES = ("pdf", "csv", "json", "md", "txt", "svg", "png", "review")
"""What a review can be exported as, by the ending of the file."""
OUTLINED = ("pdf", "md")
"""Those that have headings in an order."""
SHAPES = {
    "csv": ("facilitator", *TRACKERS),
    "svg": ("timeline", "tree"),
    "png": ("timeline", "tree"),
}
"""What a form can be of, or how."""
PRIVATE_SUFFIXES = ("pdf", "json", "md", "review")
"""Those that can hold the private notes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a document is wanted.

    ``audience`` says how a PDF is built; what a review may say to it is decided before (see
    ``release``). ``private`` puts the private notes in, into a form that can hold them. ``paper``
    is that of a PDF. ``shape`` is one of those that ``SHAPES`` has for the form; the first if none
    is named. ``outline`` heads and orders a PDF or Markdown.
    """

    audience: Audience = Audience.INTERNAL
    private: bool = False
    paper: str = "A4"
    shape: str = ""
    outline: Outline = USUAL


INTERNAL = Wish()
"""The team's own record."""


class CannotExport(Exception):
    """The file was not written, and nothing was changed; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Occupied(CannotExport):
    """A file is there that may be written over if the person says so."""


def suffix_of(out: Path) -> str | None:
    """The form that a file's name asks for; None if it is none of ``SUFFIXES``."""
    suffix = out.suffix.lower().removeprefix(".")
    return suffix if suffix in SUFFIXES else None


def check_free(out: Path, *, overwrite: bool) -> bool:
    """Whether there is a file that may be written over.

    CannotExport if something else stands where the file should go, Occupied if it is a file.
    """
    there = _found(out)
    if there is None:
        return False
    if stat.S_ISDIR(there.st_mode):
        raise CannotExport(f"{out} is a folder.")
    if stat.S_ISLNK(there.st_mode):
        raise CannotExport(f"{out} is a link that leads nowhere.")
    if not stat.S_ISREG(there.st_mode):
        raise CannotExport(f"{out} is not a plain file.")
    # An empty file has nothing to lose: scripts make one to reserve a name.
    if there.st_size and not overwrite:
        raise Occupied(f"{out} is there already.")
    return True


def _found(out: Path) -> os.stat_result | None:
    """What stands there, at the end of a link if it leads somewhere."""
    try:
        return out.stat() if out.exists() else out.lstat()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise _unwritable(out, problem) from None
    except ValueError:
        raise CannotExport("No file can have this name.") from None


def rendered(  # noqa: PLR0913 - what is written, and all that a PDF needs
    review: Review,
    suffix: str,
    now: Clock,
    fonts: Path,
    progress: Progress | None = None,
    *,
    wish: Wish = INTERNAL,
) -> bytes:
    """The review in one of the forms; ``progress`` gets what is done and the whole of a PDF.

    CannotExport if there is nothing to draw.

    The same revision gives the same bytes: ``now`` counts only for what was never saved.
    """
    if suffix not in {"pdf", "md"}:
        review = without_moments(review)
    if suffix in _WRITERS:
        return _WRITERS[suffix](review, wish)
    at = review.updated or now()
    if suffix in _DRAWN:
        return _drawn(review, suffix, wish.shape, at, fonts)
    from facilitator.report import render  # noqa: PLC0415 - only a PDF needs it

    return render(
        review,
        now=lambda: at,
        fonts=fonts,
        progress=progress,
        paper=wish.paper,
        private=wish.private,
        audience=wish.audience,
        arrangement=wish.outline,
    )


_DRAWN = ("svg", "png")
_WRITERS: dict[str, Callable[[Review, Wish], bytes]] = {
    "csv": lambda review, wish: _table(review, wish.shape),
    "json": lambda review, wish: write_review(review, private=wish.private),
    "md": lambda review, wish: write_markdown(review, private=wish.private, outline=wish.outline),
    "txt": lambda review, _wish: write_mail(review),
    "review": lambda review, wish: write_bundle(review, private=wish.private),
}


def _table(review: Review, shape: str) -> bytes:
    if shape in TRACKERS:
        return write_tracker_csv(review, shape)
    return write_actions_csv(review)


def _drawn(review: Review, suffix: str, shape: str, now: datetime, fonts: Path) -> bytes:
    from facilitator.report import picture  # noqa: PLC0415 - only a picture needs it

    what = picture.Picture(shape or SHAPES[suffix][0])
    try:
        return (picture.svg if suffix == "svg" else picture.png)(review, what, now, fonts)
    except picture.NothingToDraw as nothing:
        raise CannotExport(nothing.sentence) from None


def write(out: Path, data: bytes, *, overwrite: bool) -> None:
    """Write the file whole or not at all; CannotExport says why it could not be."""
    over = check_free(out, overwrite=overwrite)
    try:
        write_atomically(out, data, overwrite=over)
    except OSError as problem:
        raise _unwritable(out, problem) from None


def _unwritable(out: Path, problem: OSError) -> CannotExport:
    return CannotExport(f"{out} cannot be written: {problem.strerror or problem}.")
