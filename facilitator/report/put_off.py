"""Actions that were put off, and who accepts that it can happen again until then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.coach.certainty import is_sure
from facilitator.domain.text import shortened
from facilitator.report import action_words, marks, wording
from facilitator.report.galley import plain
from facilitator.report.inline import Item, Words, flowing, unparted
from facilitator.report.marks import METER_HEIGHT, METER_WIDTH
from facilitator.report.pieces import Bookmark, Ground, Pieces, grounded, named
from facilitator.report.styles import FACT, FACT_STRONG, LABEL, SECOND, STRONG, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.records import ActionItem
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

_PAD, _BAR, _APART, _GLUE = 10.0, 2.0, 8.0, 12.0


def put_off(galley: Galley, actions: Sequence[ActionItem]) -> Pieces:
    """One box for every action that was put off."""
    if not actions:
        return []
    content: Pieces = []
    for action in actions:
        boxed = _boxed(galley, action)
        if content:
            boxed[0] = boxed[0].lowered(_APART)
        content += boxed
    label = "Put off, and\nwho accepts it"
    return galley.section(label, content, drop=_PAD, bookmark=False, ruled_off=False)


def _boxed(galley: Galley, action: ActionItem) -> Pieces:
    sheet, review = galley.sheet, galley.review
    column = galley.column(sheet.inner + _BAR + _PAD, sheet.right - _PAD)
    number = galley.action_numbers[action.id]
    column.text(f"{number}. {action.text}", STRONG).kept()
    if action.deferral is None:
        words = Words("Nobody accepts yet that it can happen again", STRONG, missing=True)
        flowing(column, words.items(galley.type, column.width), TEXT.line)
    else:
        until = wording.day_in(action.deferral.until, review)
        told = f"{action.deferral.accepted_by} accepts until {until} that it can happen again."
        column.text(f"{told} {wording.sentence(action.deferral.reason)}", TEXT)
    if why := action_words.reason(action):
        column.text(why, SECOND, above=4.0)
    flowing(column, _facts(galley, action, column.width), 14.0, above=2.0)
    ground = Ground(sheet.inner, sheet.right, "well", "ink")
    mark = Bookmark(shortened(plain(action.text), 80), level=1)
    pieces = grounded(column.pieces, ground, _PAD)
    return named(pieces, galley.anchor("action", action.id), mark)


def _facts(galley: Galley, action: ActionItem, room: float) -> list[Item]:
    """How lasting it would be, and the facts of it, in one running line."""
    word = action_words.lasting(action, galley.tokens)
    wide = METER_WIDTH + 5 + galley.type.width(word, FACT_STRONG)
    items = [Item(wide, partial(_draw_label, action))]
    for fact in action_words.facts(action, galley.review, tickets=galley.for_team):
        parts = Words(fact.label, LABEL).items(galley.type, room, _GLUE)
        for words in fact.words:
            parts += words.items(galley.type, room, 0.0 if words.text == "," else None)
        items += unparted(parts, room)
    for words in answers(galley, action):
        items += words.items(galley.type, room, _GLUE)
    return items


def answers(galley: Galley, action: ActionItem) -> list[Words]:
    """The findings that an action answers, as links."""
    found: list[Words] = []
    for finding in (each for each in galley.review.findings if each.id in action.findings):
        number = galley.finding_numbers.get(finding.id)
        words = f"for finding {number}" if number else "for a recorded finding"
        found.append(Words(words, LABEL, link=galley.anchor("finding", finding.id)))
    return found


def _draw_label(action: ActionItem, pen: Pen, x: float, top: float) -> None:
    label, foot = action_words.label_of(action), top + FACT.baseline
    marks.durability(pen, label, x, foot - METER_HEIGHT, sure=is_sure(action))
    pen.line(x + METER_WIDTH + 5, top, action_words.lasting(action, pen.tokens), FACT_STRONG)
