"""What made it possible: the tree as a drawing, and what was asked about."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain import tree
from facilitator.domain.words import EvidenceStatus, FactorKind, Family
from facilitator.report import marks, wording
from facilitator.report.inline import Words, flowing
from facilitator.report.marks import Spot
from facilitator.report.pieces import (
    Column,
    Piece,
    Pieces,
    headed,
    height_of,
    joined,
    row,
    within,
)
from facilitator.report.styles import FACT, FACT_STRONG, LABEL, STRONG
from facilitator.report.tags import Tag
from facilitator.report.tree_drawing import draw_tree
from facilitator.report.tree_plan import plan_tree

if TYPE_CHECKING:
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

TITLE = "What made it possible"
_SIGN = 10.0


def causes(galley: Galley) -> Pieces:
    """The chapter; one line on the page before while there is no factor."""
    if tree.root(galley.review.factors) is None:
        return galley.section(TITLE, galley.missing("No factor yet"))
    plan = plan_tree(galley, lambda sheet: height_of(_heading(galley, turned=sheet.is_turned)))
    whole = Tag("Sect")
    # Wherever the tree stands, it is read out here.
    place = Piece(0.0, keep=True, turned=plan.turned, tags=(whole,))
    return [
        *_heading(galley, turned=plan.turned),
        place,
        *headed(within(draw_tree(galley, plan), whole), _again(galley)),
        *galley.section("Have we asked\nabout each?", _coverage(galley), bookmark=False),
    ]


def _heading(galley: Galley, *, turned: bool) -> Pieces:
    return galley.chapter(TITLE, _lead(galley), turned=turned)


def _again(galley: Galley) -> Piece:
    """What stands over the tree if it begins a page below which another chapter may go on."""
    shown = galley.headings.get(TITLE, TITLE)
    column = galley.column().text(shown, STRONG).text("continued", LABEL)
    return Piece(height_of(column.pieces) + 8.0, inside=((0.0, joined([column.pieces])),))


def _lead(galley: Galley) -> str:
    factors = galley.review.factors
    standing = [each for each in factors if each.evidence_status is not EvidenceStatus.RULED_OUT]
    kinds = Counter(each.kind for each in standing)
    causes_known = kinds[FactorKind.TRIGGER] + kinds[FactorKind.CONDITION]
    if not causes_known:
        return "The effect is named; nobody has told yet what made it possible."
    told = f"{_counted(kinds)}{_ruled_out(len(factors) - len(standing))}."
    return f"{told} {_not_asked(galley)}".rstrip()


def _counted(kinds: Counter[FactorKind]) -> str:
    triggers, conditions = kinds[FactorKind.TRIGGER], kinds[FactorKind.CONDITION]
    parts = []
    if triggers:
        parts.append(f"{wording.count(triggers, 'trigger')} set it off")
    if conditions:
        parts.append(f"{wording.count(conditions, 'condition')} made it possible")
    return wording.sentence(" and ".join(parts))


def _ruled_out(number: int) -> str:
    if not number:
        return ""
    return f"; {wording.number(number)} more {'was' if number == 1 else 'were'} ruled out"


def _not_asked(galley: Galley) -> str:
    asked = tree.coverage(galley.review.factors)
    names = [_plural(galley, each) for each in asked if not asked[each]]
    return f"Nobody has asked yet about {wording.listed(names)}." if names else ""


def _plural(galley: Galley, family: Family) -> str:
    word = galley.tokens.families[family].word.lower()
    return word if family is Family.ORGANISATIONAL_PRESSURE else f"{word}s"


def _coverage(galley: Galley) -> Pieces:
    """The five families with how many factors each has."""
    sheet = galley.sheet
    pitch = (sheet.right - sheet.inner) / len(Family)
    columns = []
    for index, (family, number) in enumerate(tree.coverage(galley.review.factors).items()):
        left = sheet.inner + index * pitch
        column = galley.column(left, left + pitch - 4)
        column.put(_SIGN + 4, partial(_draw_family, family, number > 0, left))
        for word in galley.tokens.families[family].word.split():
            column.text(word, FACT_STRONG)
        columns.append(_family_count(column, number))
    return row(columns)


def _family_count(column: Column, number: int) -> Column:
    if number:
        return column.text(wording.sentence(wording.count(number, "factor")), LABEL)
    missing = Words("Not asked yet", FACT, missing=True)
    return flowing(column, missing.items(column.type, column.width), FACT.line)


def _draw_family(family: Family, asked: bool, x: float, pen: Pen, top: float) -> None:  # noqa: FBT001 - bound once
    marks.family(pen, family, Spot(x, top, _SIGN), asked=asked)
