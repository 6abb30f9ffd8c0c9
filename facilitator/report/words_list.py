"""The words of this system, for readers who do not know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.report.pieces import Pieces, row, spaced
from facilitator.report.styles import STRONG, TEXT

if TYPE_CHECKING:
    from facilitator.domain.records import Term
    from facilitator.report.galley import Galley

_WORD_SHARE, _BETWEEN, _NEXT = 0.28, 12.0, 5.0


def words_list(galley: Galley) -> Pieces:
    """Each word with its meaning, in the order of the alphabet; nothing without any."""
    terms = sorted(galley.review.glossary, key=lambda term: term.word.casefold())
    content: Pieces = []
    for term in terms:
        content += spaced(content, _row(galley, term), _NEXT)
    return galley.section("Words", content) if content else []


def _row(galley: Galley, term: Term) -> Pieces:
    sheet = galley.sheet
    middle = sheet.inner + (sheet.right - sheet.inner) * _WORD_SHARE
    return row(
        [
            galley.column(sheet.inner, middle - _BETWEEN).text(term.word, STRONG),
            galley.column(middle).text(term.meaning, TEXT),
        ]
    )
