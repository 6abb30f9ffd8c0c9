"""Draws pages into a PDF that says nothing of who printed, where, or with which library."""

from __future__ import annotations

import io
import threading
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from facilitator.report.archival import archival
from facilitator.report.galley import plain
from facilitator.report.pen import Pen
from facilitator.report.tags import ARTIFACT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from facilitator.report.galley import Galley
    from facilitator.report.paging import Page
    from facilitator.report.sheet import Furniture
    from facilitator.report.tags import Element

    Progress = Callable[[int, int], None]

# Streams as bytes: as letters they would be a quarter larger and take a fifth of the time.
rl_config.useA85 = 0

_SAVING = threading.Lock()
"""Documents share their fonts, which can be cut down for one at a time only."""


class About(NamedTuple):
    """What a document says of itself: in its file, at the head and at the foot of its pages."""

    title: str
    subject: str
    furniture: Furniture
    foot: Callable[[Page], str]


def drawn(galley: Galley, pages: Sequence[Page], about: About, progress: Progress) -> bytes:
    """The PDF; each page is emptied once it is drawn, as a large document takes much room."""
    # Nothing of the canvas is left when the finished file is gone through.
    data = archival(*_drawn(galley, pages, about, progress))
    progress(len(pages), len(pages))
    return data


def _drawn(
    galley: Galley, pages: Sequence[Page], about: About, progress: Progress
) -> tuple[bytes, datetime, Element]:
    """The PDF as reportlab writes it, its time in UTC, and the parts that it consists of."""
    canvas = canvas_of(galley, about.title, about.subject)
    pen = Pen(canvas, galley.type, galley.tokens, _places(pages))
    whole = len(pages)
    for number, page in enumerate(pages, 1):
        progress(number - 1, whole)
        pen.begin(page.sheet.width, page.sheet.height)
        for top, piece in page.placed:
            piece.place(pen, top)
        page.placed.clear()
        pen.tags.enter(ARTIFACT)
        about.furniture.draw(pen, page.sheet, (number, whole), about.foot(page))
        pen.tags.leave()
        pen.end()
    with _SAVING:
        data: bytes = canvas.getpdfdata()  # type: ignore[no-untyped-call]
    return data, galley.now.astimezone(UTC), pen.tags.root


def _places(pages: Sequence[Page]) -> dict[str, int]:
    """The page of every anchor."""
    return {
        anchor: number
        for number, page in enumerate(pages, 1)
        for _, piece in page.placed
        for anchor in piece.all_anchors()
    }


def canvas_of(galley: Galley, title: str, subject: str) -> Canvas:
    """A canvas for a document of this title."""
    now = galley.now.astimezone(UTC)
    canvas = Canvas(
        io.BytesIO(),
        pageCompression=1,
        invariant=1,
        lang="en",
        initialFontName=galley.type.first_font,  # type: ignore[arg-type]  # It is a name.
    )
    canvas.setTitle(plain(title))
    canvas.setSubject(plain(subject))
    canvas.setAuthor("")
    canvas.setCreator("Facilitator")
    canvas.setDateFormatter(lambda *_: f"D:{now:%Y%m%d%H%M%S}+00'00'")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas
