"""The timeline or the tree as a picture of its own: SVG, or PNG of what print would show."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator import resources
from facilitator.domain import tree
from facilitator.domain.shown_review import shown_review
from facilitator.geometry.tokens import read_tokens
from facilitator.report.drawn_pages import canvas_of
from facilitator.report.galley import Galley
from facilitator.report.pen import Pen
from facilitator.report.pieces import height_of
from facilitator.report.sheet import Sheet
from facilitator.report.story import told_story
from facilitator.report.styles import LABEL, STRONG
from facilitator.report.svg_pen import SvgPen
from facilitator.report.tree_drawing import draw_tree
from facilitator.report.tree_plan import plan_whole
from facilitator.report.typesetting import typesetter_for

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from facilitator.domain.records import Review
    from facilitator.report.pieces import Pieces

PAD, WIDTH = 24.0, 620.0
"""White around a picture, and how wide the timeline is, in points."""
DOTS = 2.0
"""Dots of a PNG for a point."""
MOST_DOTS = 12_000
"""Of a PNG, on either side: more is more than most programs open."""
_HEAD = 34.0


class Picture(StrEnum):
    """What there is a picture of."""

    TIMELINE = "timeline"
    TREE = "tree"


NOTHING = {
    Picture.TIMELINE: "There is no event yet, so there is no timeline to draw.",
    Picture.TREE: "There is no factor yet, so there is no tree to draw.",
}


class NothingToDraw(Exception):
    """The review does not hold what was asked for; ``sentence`` says what."""

    def __init__(self, what: Picture) -> None:
        super().__init__(NOTHING[what])
        self.sentence = NOTHING[what]


@dataclass(frozen=True, slots=True)
class Board(Sheet):
    """A sheet that is as large as what stands on it."""

    @property
    def left(self) -> float:
        """Where everything begins."""
        return PAD

    @property
    def inner(self) -> float:
        """Where everything begins: no labels hang."""
        return PAD

    @property
    def right(self) -> float:
        """Where everything ends."""
        return self.width - PAD


def svg(review: Review, what: Picture, now: datetime, fonts: Path | None) -> bytes:
    """The picture as SVG; NothingToDraw if there is nothing."""
    galley, pieces = _set(review, what, now, fonts)
    pen = SvgPen(galley.type, galley.tokens)
    _place(pen, galley, pieces)
    return pen.svg(galley.review.title or what.value)


def png(review: Review, what: Picture, now: datetime, fonts: Path | None) -> bytes:
    """The picture as PNG, two dots a point unless it were too large."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - only this needs it

    galley, pieces = _set(review, what, now, fonts)
    canvas = canvas_of(galley, galley.review.title or what.value, "")
    pen = Pen(canvas, galley.type, galley.tokens, {})
    _place(pen, galley, pieces)
    pen.end()
    data: bytes = canvas.getpdfdata()  # type: ignore[no-untyped-call]
    scale = min(DOTS, MOST_DOTS / max(pen.width, pen.height))
    with PdfDocument(data) as document:
        image = document[0].render(scale=scale).to_pil()
    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()


def _set(review: Review, what: Picture, now: datetime, fonts: Path | None) -> tuple[Galley, Pieces]:
    tokens = read_tokens(resources.read_text("theme.toml"))
    review = shown_review(review)
    galley = Galley(review, typesetter_for(review, fonts), Board(WIDTH, 0.0), tokens, now)
    if what is Picture.TIMELINE:
        pieces = told_story(galley) if review.events else []
    else:
        pieces = _tree(galley)
    if not pieces:
        raise NothingToDraw(what)
    return galley, pieces


def _tree(galley: Galley) -> Pieces:
    if tree.root(galley.review.factors) is None:
        return []
    plan = plan_whole(galley)
    (part,) = plan.parts
    galley.sheet = Board(max(WIDTH / 2, part.layout.bounds.width + 2 * PAD), 0.0)
    return draw_tree(galley, plan)


def _place(pen: Pen, galley: Galley, pieces: Pieces) -> None:
    """The title and of when it is, then everything from top to bottom."""
    review, sheet = galley.review, galley.sheet
    pen.begin(sheet.width, 2 * PAD + _HEAD + height_of(pieces))
    title = galley.type.cut(review.title or "Incident review", STRONG, sheet.right - sheet.left)
    pen.line(sheet.left, PAD, title, STRONG)
    pen.line(sheet.left, PAD + STRONG.line, galley.version, LABEL)
    top = PAD + _HEAD
    for index, piece in enumerate(pieces):
        top += piece.above if index else 0.0
        piece.place(pen, top)
        top += piece.height
