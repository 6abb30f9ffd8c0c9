"""Makes the whole document: chapters become pieces, pieces pages, and pages a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator import resources
from facilitator.domain.audience import READERS
from facilitator.domain.outline import PARTS, USUAL, Outline
from facilitator.domain.private_notes import without_private_notes
from facilitator.domain.shown_review import shown_review
from facilitator.domain.words import Audience, NameUse, ReviewStatus
from facilitator.geometry.tokens import read_tokens
from facilitator.report.actions import TITLE as ACTIONS
from facilitator.report.actions import actions
from facilitator.report.appendix import TITLE as EVENTS
from facilitator.report.appendix import appendix
from facilitator.report.brief import brief
from facilitator.report.causes import TITLE as CAUSES
from facilitator.report.causes import causes
from facilitator.report.cover import cover
from facilitator.report.drawn_pages import About, drawn
from facilitator.report.findings import TITLE as FINDINGS
from facilitator.report.findings import findings
from facilitator.report.galley import NAMES_SHOWN, PEOPLE_BY_ROLE, SHORT_OF_NAMES, Galley, plain
from facilitator.report.left_out import left_out
from facilitator.report.lessons import TITLE as LESSONS
from facilitator.report.lessons import lessons, parking, room
from facilitator.report.outline import TITLE as TREE
from facilitator.report.outline import outline
from facilitator.report.paging import Pager
from facilitator.report.poll import TITLE as HANDS
from facilitator.report.poll import show_of_hands
from facilitator.report.private import TITLE as NOTES
from facilitator.report.private import notes
from facilitator.report.sheet import SIZES, Furniture, Sheet
from facilitator.report.short import how_long, impact, summary
from facilitator.report.story import story
from facilitator.report.tightening import tightened
from facilitator.report.typesetting import typesetter_for
from facilitator.report.words_list import words_list

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from facilitator.domain.records import Review
    from facilitator.report.paging import Page
    from facilitator.report.pieces import Pieces

    Progress = Callable[[int, int], None]

CHAPTERS = {
    Audience.INTERNAL: PARTS,
    Audience.WIDE: (
        *("summary", "words", "impact", "how_long", "story", "causes", "findings", "actions"),
        "lessons",
    ),
}
"""What the document for each audience consists of, in the usual order; a brief is one page."""
_PARTS: dict[str, Callable[[Galley], Pieces]] = {
    "summary": summary,
    "impact": impact,
    "how_long": how_long,
    "story": story,
    "causes": causes,
    "findings": findings,
    "actions": actions,
    "lessons": lessons,
    "hands": show_of_hands,
    "words": words_list,
    "parking": parking,
    "room": room,
    "tree": outline,
    "events": appendix,
    "notes": notes,
}
_HEADINGS = {
    "summary": "In short",
    "impact": "Impact",
    "how_long": "How long\nit took",
    "story": "The story",
    "causes": CAUSES,
    "findings": FINDINGS,
    "actions": ACTIONS,
    "lessons": LESSONS,
    "hands": HANDS,
    "words": "Words",
    "parking": "Parking lot",
    "room": "In the room,\nby role",
    "tree": TREE,
    "events": EVENTS,
    "notes": NOTES,
}
"""What the parts are called unless an outline says otherwise."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is laid out and not yet drawn."""

    galley: Galley
    pages: list[Page]

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that no font has."""
        return tuple(self.galley.type.missing)

    def draw(self, progress: Progress) -> bytes:
        """The PDF."""
        review, audience = self.galley.review, self.galley.audience
        told = f"version {review.revision}, for {READERS[audience]}"
        about = About(
            plain(review.title) or "Incident review",
            ", ".join(filter(None, ("Incident review", plain(review.incident), told))),
            self._furniture(),
            self._foot,
        )
        return drawn(self.galley, self.pages, about, progress)

    def _foot(self, page: Page) -> str:
        """What the page says of people, which is not so if the review shows their names."""
        foot = page.foot or PEOPLE_BY_ROLE
        named = self.galley.review.names is NameUse.NAMES and foot in SHORT_OF_NAMES
        return NAMES_SHOWN if named else foot

    def _furniture(self) -> Furniture:
        review, audience = self.galley.review, self.galley.audience
        draft = ", draft" if review.status is ReviewStatus.DRAFT else ""
        return Furniture(
            f"Incident review for {READERS[audience]}{draft}",
            review.incident,
            review.title,
            self.galley.version,
        )


def lay_out(  # noqa: PLR0913 - what is printed, and how
    review: Review,
    now: datetime,
    *,
    fonts: Path | None = None,
    progress: Progress | None = None,
    paper: str = "A4",
    private: bool = False,
    audience: Audience = Audience.INTERNAL,
    arrangement: Outline = USUAL,
) -> Document:
    """Set all chapters and lay them on pages; private notes only if asked for."""
    if paper not in SIZES:
        raise ValueError(f"There is no paper “{paper}”; there is {' and '.join(SIZES)}.")
    sheet = Sheet(*SIZES[paper])
    tokens = read_tokens(resources.read_text("theme.toml"))
    # No chapter can print what it is not given.
    review = shown_review(review if private else without_private_notes(review))
    galley = Galley(review, typesetter_for(review, fonts), sheet, tokens, now, audience)
    galley.headings = {
        _HEADINGS[part]: words for part, words in arrangement.headings.items() if part in _HEADINGS
    }
    pieces: Pieces = []
    for chapter in _chapters(audience, arrangement):
        if progress is not None:
            progress(0, 1)
        pieces += chapter(galley)
    return Document(galley, Pager(sheet).lay(tightened(pieces, sheet.body)))


def _chapters(audience: Audience, arrangement: Outline) -> list[Callable[[Galley], Pieces]]:
    """The chapters in the order of the outline; the last one tells what none could show."""
    if audience is Audience.BRIEF:
        return [brief]
    parts = arrangement.arranged((part, _PARTS[part]) for part in CHAPTERS[audience])
    return [cover, *(chapter for _, chapter in parts), left_out]
