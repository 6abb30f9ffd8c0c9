"""The tree in words: every factor below its parent, with family, evidence and events."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain import tree
from facilitator.domain.words import EvidenceStatus, FactorKind
from facilitator.geometry.box import Box
from facilitator.report import marks, wording
from facilitator.report.inline import Words, flowing
from facilitator.report.marks import Spot
from facilitator.report.pen import Paint
from facilitator.report.pieces import (
    Column,
    Piece,
    Pieces,
    joined,
    named,
    padded,
    row,
    table,
)
from facilitator.report.styles import LABEL, ROW_LABEL, STRONG, TEXT
from facilitator.report.tree_face import chip_words

if TYPE_CHECKING:
    from facilitator.domain.records import Factor
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

TITLE = "The tree in words"
_INDENT, _DEEPEST = 14.0, 7
"""Levels deeper than this are not indented further; a number says how deep they are."""
_SIGN, _PAD = 8.0, 4.5
_COLUMNS, _COLUMNS_WITH_DAYS = (232.0, 116.0, 42.0), (248.0, 132.0, 58.0)
"""From the right edge to the columns of family, evidence and events."""


def outline(galley: Galley) -> Pieces:
    """The chapter, with every factor, the effect first; nothing without a tree."""
    rows: list[Pieces] = []
    for factor, depth in tree.walk(galley.review.factors):
        pieces = padded(_row(galley, factor, depth), _PAD, _PAD, galley.edges)
        rows.append(named(pieces, galley.anchor("factor", factor.id)))
    if not rows:
        return []
    return [*galley.chapter(TITLE, ""), *table(rows, _head(galley))]


def _places(galley: Galley) -> list[float]:
    """Where the columns of family, evidence and events begin."""
    columns = _COLUMNS_WITH_DAYS if galley.several_days else _COLUMNS
    return [galley.sheet.right - each for each in columns]


def _head(galley: Galley) -> Piece:
    columns = [galley.column().text("Factor", ROW_LABEL)]
    for x, words in zip(_places(galley), ("Family", "How sure", "Events"), strict=True):
        columns.append(galley.column(x).text(words, ROW_LABEL))
    return galley.table_head(joined([column.pieces for column in columns]))


def _row(galley: Galley, factor: Factor, depth: int) -> Pieces:
    left = galley.sheet.left + min(depth, _DEEPEST) * _INDENT
    words = galley.column(left + _SIGN + 5, _places(galley)[0] - 10)
    text = wording.effect(factor, galley.review)
    ruled_out = factor.evidence_status is EvidenceStatus.RULED_OUT
    style = STRONG if factor.parent is None else TEXT
    words.text(text, style.coloured("ink2") if ruled_out else style)
    if factor.joint:
        words.text("Its causes only work together", LABEL)
    sign = galley.column(left)
    sign.put(TEXT.line, partial(_draw_sign, factor, left))
    level = galley.column()
    if depth > _DEEPEST:
        level.text(f"Level {depth}", ROW_LABEL)
    return row([level, sign, words, *_facts(galley, factor)])


def _draw_sign(factor: Factor, x: float, pen: Pen, top: float) -> None:
    spot = Spot(x, top + TEXT.baseline - TEXT.size * 0.36 - _SIGN / 2, _SIGN)
    if factor.parent is None:
        pen.box(Box(spot.x, spot.top, _SIGN, _SIGN), Paint("ink", radius=1.5))
    elif not marks.factor(factor, pen, *spot):
        pen.disc((x + _SIGN / 2, spot.top + _SIGN / 2), 1.5, Paint("line"))


def _facts(galley: Galley, factor: Factor) -> list[Column]:
    """Family, evidence and events in columns of their own."""
    first, second, third = _places(galley)
    family = galley.column(first, second - 6).text(_family_word(galley, factor), ROW_LABEL)
    evidence = galley.column(second, third - 4)
    if factor.parent is not None:
        evidence.put(TEXT.line, partial(_draw_evidence, galley, factor, second))
    events, time = galley.column(third), ROW_LABEL.coloured("ink")
    for event in galley.linked(factor):
        link = galley.anchor("event", event.id)
        words = Words(chip_words(galley, event), time, link=link)
        flowing(events, words.items(galley.type, events.width), time.line)
    return [family, evidence, events]


def _family_word(galley: Galley, factor: Factor) -> str:
    if factor.parent is None:
        return "Effect"
    if factor.kind is FactorKind.TRIGGER:
        return "Trigger"
    return galley.tokens.families[factor.family].word if factor.family else ""


def _draw_evidence(galley: Galley, factor: Factor, x: float, pen: Pen, top: float) -> None:
    look = galley.tokens.evidence[factor.evidence_status]
    marks.evidence(pen, factor.evidence_status, Spot(x, top + 3.7, 7), look.text)
    pen.line(x + 11, top, look.word, ROW_LABEL)
