"""What we found: the findings in focus with what they rest on, then those that were recorded."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from facilitator.coach.certainty import is_sure
from facilitator.domain.asked import of_finding, told_words
from facilitator.domain.text import shortened
from facilitator.domain.words import Disposition, FactorKind
from facilitator.report import action_words, marks, wording
from facilitator.report.galley import plain
from facilitator.report.inline import Words, flowing
from facilitator.report.marks import METER_HEIGHT
from facilitator.report.pieces import (
    Bookmark,
    Column,
    Piece,
    Pieces,
    headed,
    joined,
    listed,
    named,
    padded,
    row,
    table,
    together,
)
from facilitator.report.styles import FACT_STRONG, FINDING, LABEL, NAMED, SECOND, STRONG, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.records import ActionItem, Factor, Finding
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

TITLE = "What we found"
_NUMBER, _PAD, _BETWEEN = 21.0, 9.0, 20.0
_SIGN, _SIGN_COLUMN, _METER_COLUMN, _COUNT = 8.0, 14.0, 30.0, 16.0
_REASON_SHARE = 0.6
_ASKED = "Asked elsewhere:"


def findings(galley: Galley) -> Pieces:
    """The chapter; one line while nothing was found."""
    review = galley.review
    if not review.findings:
        return galley.section(TITLE, galley.missing("No finding yet"))
    pieces = galley.chapter(TITLE, _lead(galley))
    if galley.focus:
        pieces.append(galley.rule())
    pieces += chain.from_iterable(listed([_finding(galley, each) for each in galley.focus]))
    recorded = [finding for finding in review.findings if not finding.focus]
    return [*pieces, *_recorded(galley, recorded)] if recorded else pieces


def _lead(galley: Galley) -> str:
    focus = len(galley.focus)
    recorded = len(galley.review.findings) - focus
    told = f"{wording.sentence(wording.count(focus, 'finding'))} {_is(focus)} in focus"
    if not focus:
        told = "No finding is in focus yet"
    if not recorded:
        return f"{told}."
    more = f"{wording.number(recorded)} more" if focus else wording.number(recorded)
    return f"{told}; {more} {_is(recorded)} recorded, and why not now."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _finding(galley: Galley, finding: Finding) -> Pieces:
    """The number and the words, then because of what, and so we will do what."""
    sheet = galley.sheet
    left = sheet.left + _NUMBER
    number = str(galley.finding_numbers[finding.id])
    told = row(
        [
            galley.column(right=left).text(number, FINDING),
            galley.column(left).text(finding.text, FINDING, even=True),
        ]
    )
    middle = left + (sheet.right - left) / 2
    because = galley.column(left, middle - _BETWEEN / 2)
    will = galley.column(middle + _BETWEEN / 2)
    parts = row([_because(galley, because, finding), _will(galley, will, finding)])
    parts[0] = Piece(parts[0].height, above=8.0, inside=((0.0, parts[0]),), keep=parts[0].keep)
    pieces = [*together([*told, parts[0]]), *parts[1:]]
    if finding.elsewhere:
        elsewhere = galley.column(left).text(f"Could also happen in: {finding.elsewhere}", TEXT)
        elsewhere.pieces[0] = elsewhere.pieces[0].lowered(8.0)
        pieces += elsewhere.pieces
    if asked := told_words(of_finding(galley.review, finding.id)):
        told_by = galley.column(left).text(f"{_ASKED} {asked}", TEXT)
        told_by.pieces[0] = told_by.pieces[0].lowered(4.0 if finding.elsewhere else 8.0)
        pieces += told_by.pieces
    pieces = padded(pieces, _PAD, _PAD, galley.edges)
    mark = Bookmark(shortened(plain(finding.text), 80), level=1)
    return named(pieces, galley.anchor("finding", finding.id), mark)


def _because(galley: Galley, column: Column, finding: Finding) -> Column:
    column.text("Because of", LABEL).kept()
    factors = [galley.factors[each] for each in finding.factors if each in galley.factors]
    for factor in factors:
        link = galley.anchor("factor", factor.id)
        words = Column(column.type, column.x + _SIGN_COLUMN, column.width - _SIGN_COLUMN)
        words.text(wording.effect(factor, galley.review), TEXT, link=link, even=True)
        words.text(_sureness(galley, factor), LABEL)
        sign = Column(column.type, column.x, _SIGN_COLUMN)
        sign.put(TEXT.line, partial(_draw_sign, factor, column.x))
        column.add(_spaced(row([sign, words])))
    if not factors:
        _put_missing(column, "No factor linked yet")
    return column


def _sureness(galley: Galley, factor: Factor) -> str:
    """``Missing safeguard, supported``."""
    evidence = galley.tokens.evidence[factor.evidence_status].word
    if factor.kind is FactorKind.TRIGGER:
        return f"Trigger, {evidence.lower()}"
    if factor.family is None:
        return evidence
    return f"{galley.tokens.families[factor.family].word}, {evidence.lower()}"


def _draw_sign(factor: Factor, x: float, pen: Pen, top: float) -> None:
    marks.factor(factor, pen, x, top + TEXT.baseline - TEXT.size * 0.36 - _SIGN / 2, _SIGN)


def _will(galley: Galley, column: Column, finding: Finding) -> Column:
    column.text("So we will", LABEL).kept()
    actions = galley.actions_of.get(finding.id, [])
    for action in actions:
        link = galley.anchor("action", action.id)
        before = _METER_COLUMN + _COUNT
        words = Column(column.type, column.x + before, column.width - before)
        words.text(action.text, TEXT, link=link, even=True)
        words.text(_lasting(galley, action), LABEL)
        sign = Column(column.type, column.x, before)
        number = galley.action_numbers[action.id]
        sign.put(TEXT.line, partial(_draw_meter, action, number, column.x))
        column.add(_spaced(row([sign, words])))
    if not actions:
        _put_missing(column, "No action yet")
    return column


def _lasting(galley: Galley, action: ActionItem) -> str:
    return action_words.lasting(action, galley.tokens) if action.durability else ""


def _draw_meter(action: ActionItem, number: int, x: float, pen: Pen, top: float) -> None:
    top_of_meter, sure = top + TEXT.baseline - METER_HEIGHT, is_sure(action)
    marks.durability(pen, action.durability, x, top_of_meter, sure=sure)
    pen.line(x + _METER_COLUMN, top, str(number), SECOND)


def _put_missing(column: Column, words: str) -> None:
    missing = Words(words, FACT_STRONG, missing=True)
    flowing(column, missing.items(column.type, column.width), TEXT.line, above=4.0)


def _spaced(pieces: Sequence[Piece]) -> Pieces:
    first, *rest = pieces
    return [Piece(first.height, above=4.0, inside=((0.0, first),), keep=first.keep), *rest]


# -- recorded, not now -----------------------------------------------------------------------


def _recorded(galley: Galley, recorded: Sequence[Finding]) -> Pieces:
    sheet = galley.sheet
    middle = sheet.left + (sheet.right - sheet.left) * _REASON_SHARE
    head = joined(
        [
            galley.column().text("Recorded, not now", STRONG).pieces,
            galley.column(middle).text("Why not now", SECOND).pieces,
        ]
    )
    head = galley.table_head(head)
    rows = [_recorded_row(galley, finding, middle) for finding in recorded]
    first, *rest = table(rows, head)
    return [Piece(first.height, above=24.0, inside=((0.0, first),), keep=True), *headed(rest, head)]


def _recorded_row(galley: Galley, finding: Finding, middle: float) -> Pieces:
    left = galley.column(right=middle - 16).text(finding.text, NAMED)
    right = galley.column(middle)
    if finding.disposition is Disposition.ACCEPTED_RISK:
        right.text("Accepted risk", STRONG)
    if finding.reason:
        right.text(finding.reason, TEXT)
    else:
        _put_missing(right, "No reason yet")
    if finding.elsewhere:
        right.text(f"Could also happen in: {finding.elsewhere}", LABEL, above=2.0)
    if asked := told_words(of_finding(galley.review, finding.id)):
        right.text(f"{_ASKED} {asked}", LABEL, above=2.0)
    because = [galley.factors[each] for each in finding.factors if each in galley.factors]
    for factor in because:
        words = f"Because of: {wording.effect(factor, galley.review)}"
        left.text(words, LABEL, above=2.0, link=galley.anchor("factor", factor.id))
    for action in galley.actions_of.get(finding.id, []):
        words = f"So we will: {galley.action_numbers[action.id]}  {action.text}"
        right.text(words, LABEL, above=2.0, link=galley.anchor("action", action.id))
    pieces = padded(row([left, right]), 5.0, 5.0, galley.edges)
    return named(pieces, galley.anchor("finding", finding.id))
