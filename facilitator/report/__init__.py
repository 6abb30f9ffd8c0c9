"""Prints a review as a PDF; reportlab is loaded when something is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.outline import USUAL, Outline
from facilitator.domain.words import Audience
from facilitator.report.collecting import without_collecting

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from facilitator.domain.digest import Digest
    from facilitator.domain.records import Review
    from facilitator.domain.trends import Trends


@without_collecting()
def render(  # noqa: PLR0913 - what is printed, and how
    review: Review,
    *,
    now: Callable[[], datetime],
    fonts: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    paper: str = "A4",
    private: bool = False,
    audience: Audience = Audience.INTERNAL,
    arrangement: Outline = USUAL,
) -> bytes:
    """The PDF of a review: the same bytes for the same review, time, fonts and paper.

    ``fonts`` is a folder in which the cuts of the typeface are kept; without it they are made anew
    in every process, which takes seconds. ``progress`` is told how many pages of how many are done;
    what it raises ends the work. ``paper`` is ``A4`` or ``Letter``. ``private`` prints the private
    notes too, as the last chapter. ``audience`` decides which chapters there are; what the review
    may say to it is decided before (``domain.audience``). ``arrangement`` heads and orders the
    chapters.
    """
    from facilitator.report.document import lay_out  # noqa: PLC0415 - only printing needs it

    document = lay_out(
        review,
        now(),
        fonts=fonts,
        progress=progress,
        paper=paper,
        private=private,
        audience=audience,
        arrangement=arrangement,
    )
    return document.draw(progress or _silent)


@without_collecting()
def missing_characters(
    review: Review, *, now: Callable[[], datetime], fonts: Path | None = None
) -> tuple[str, ...]:
    """The characters of a review that no font has; a box stands for each of them in print."""
    from facilitator.report.document import lay_out  # noqa: PLC0415 - only printing needs it

    return lay_out(review, now(), fonts=fonts).missing


@without_collecting()
def render_trends(
    trends: Trends,
    *,
    now: Callable[[], datetime],
    fonts: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    paper: str = "A4",
) -> bytes:
    """The page of the trends as a PDF: every chart with its table; otherwise as ``render``."""
    from facilitator.report.trends.page import print_trends  # noqa: PLC0415 - the same

    return print_trends(trends, now(), fonts, progress or _silent, paper)


@without_collecting()
def render_digest(
    digest: Digest,
    *,
    now: Callable[[], datetime],
    fonts: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    paper: str = "A4",
) -> bytes:
    """The learning digest of a quarter as a PDF; otherwise as ``render``."""
    from facilitator.report.digest import print_digest  # noqa: PLC0415 - the same

    return print_digest(digest, now(), fonts, progress or _silent, paper)


def _silent(_done: int, _whole: int) -> None:
    """Tells nobody."""
