"""What we will change: the actions with meter, owner, due day and place in the backlog."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from facilitator.coach.certainty import is_sure
from facilitator.coach.pairs import pairs
from facilitator.domain.soaking import check_in, check_in_words
from facilitator.domain.text import shortened
from facilitator.domain.words import (
    FINISHED_STATUSES,
    OUTCOMES,
    ActionStatus,
    Durability,
    FactorKind,
)
from facilitator.report import action_words, marks, wording
from facilitator.report.galley import ACCEPTING_NAMED, BY_ROLE, OWNERS_NAMED, plain
from facilitator.report.inline import Item, Signed, Words, flowing
from facilitator.report.marks import METER_HEIGHT, METER_WIDTH
from facilitator.report.pieces import Bookmark, Column, Pieces, listed, named, padded, row
from facilitator.report.put_off import answers, put_off
from facilitator.report.styles import ACTION, FACT, FACT_STRONG, LABEL, SECOND, STRONG

if TYPE_CHECKING:
    from facilitator.coach.pairs import Pairs
    from facilitator.domain.records import ActionItem, Factor
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

TITLE = "What we will change"
_NUMBER, _FACTS, _FACT_LABEL, _PAD = 21.0, 156.0, 52.0, 10.0
_METER_GAP, _SIGN, _KEY_LINE = 5.0, 7.5, 18.0
_KEY_COLUMNS, _KEY_LAST, _BETWEEN = 3, 138.0, 12.0


def actions(galley: Galley) -> Pieces:
    """The chapter; one line while nothing is agreed."""
    every = galley.review.actions
    if not every:
        return galley.section(TITLE, galley.missing("No action yet"))
    shown = [action for action in every if action.status is not ActionStatus.DEFERRED]
    lasting = pairs(galley.review)
    pieces = galley.chapter(TITLE, _lead(galley, lasting), _foot(galley))
    if lasting.none_durable:
        words = "Nothing that is agreed so far holds when nobody remembers it."
        pieces += galley.note("No durable action yet", words)
    if shown:
        pieces.append(galley.rule())
    pieces += chain.from_iterable(listed([_action(galley, each) for each in shown]))
    waiting = put_off(galley, [each for each in every if each not in shown])
    if shown and not waiting:
        # The key alone on a page would be a key to nothing.
        pieces[-1] = replace(pieces[-1], keep=True)
    pieces += waiting
    return [*pieces, *galley.section("How lasting\nis an action?", _key(galley), bookmark=False)]


def _lead(galley: Galley, lasting: Pairs) -> str:
    review = galley.review
    lacks = sum(
        action_words.missing(action, review, tickets=galley.for_team) for action in review.actions
    )
    waiting = {each.id: each.status not in FINISHED_STATUSES for each in review.actions}
    parts = (
        _how_many_last(len(lasting.durable), lasting.standing),
        _how_many_bridge(sum(waiting[each] for each in lasting.bridged.values())),
        _how_many_lacks(lacks),
    )
    return " ".join(filter(None, parts))


def _how_many_last(durable: int, every: int) -> str:
    if not every:
        return "Every action was cancelled."
    if every == 1:
        is_durable = "is durable: it holds even when nobody remembers it."
        return f"The one action {is_durable if durable else 'is not durable yet.'}"
    told = f"{wording.sentence(wording.number(durable))} of {wording.number(every)} actions"
    if not durable:
        return f"{told} are durable yet."
    if durable == 1:
        return f"{told} is durable: it holds even when nobody remembers it."
    return f"{told} are durable: they hold even when nobody remembers them."


def _how_many_bridge(stopgaps: int) -> str:
    """Weak actions that a durable one will replace."""
    if not stopgaps:
        return ""
    verb = "is a stopgap" if stopgaps == 1 else "are stopgaps"
    number = wording.sentence(wording.number(stopgaps))
    return f"{number} more {verb} until a durable one is done."


def _how_many_lacks(lacks: int) -> str:
    if not lacks:
        return ""
    if lacks == 1:
        return "One thing is still missing and is marked with a dashed line."
    number = wording.sentence(wording.number(lacks))
    return f"{number} things are still missing and are marked with a dashed line."


def _foot(galley: Galley) -> str:
    """When it is checked whether the fixes held."""
    checked = {ActionStatus.HELD, ActionStatus.DID_NOT_HOLD, ActionStatus.CANCELLED}
    waiting = (each for each in galley.review.actions if each.status not in checked)
    days = sorted({each.check_on for each in waiting if each.check_on and not check_in(each)})
    put_off = any(action.deferral for action in galley.review.actions)
    named = ACCEPTING_NAMED if put_off else OWNERS_NAMED
    if not galley.for_team:
        named = BY_ROLE
    if not days:
        return named
    told = [wording.day_in(day, galley.review) for day in days]
    when = f"on {told[0]}" if len(told) == 1 else f"from {told[0]} to {told[-1]}"
    return f"We check {when} whether these fixes held. {named}"


# -- one action ------------------------------------------------------------------------------


def _action(galley: Galley, action: ActionItem) -> Pieces:
    sheet = galley.sheet
    number = str(galley.action_numbers[action.id])
    left, right = sheet.left + _NUMBER, sheet.right - _FACTS
    hung = galley.column(right=left).text(number, ACTION)
    told = galley.column(left, right - 18).text(action.text, ACTION, even=True)
    if why := action_words.reason(action):
        told.text(why, SECOND)
    flowing(told, _families(galley, action), 14.0, above=2.0)
    flowing(told, _standing(galley, action, told.width), LABEL.line, above=2.0)
    pieces = padded(row([hung, told, _facts(galley, action)]), _PAD, _PAD, galley.edges)
    mark = Bookmark(shortened(plain(action.text), 80), level=1)
    return named(pieces, galley.anchor("action", action.id), mark)


def _families(galley: Galley, action: ActionItem) -> list[Item]:
    """The families of the factors that it answers, each once and a link to the first of them."""
    first: dict[str, Factor] = {}
    for factor in (galley.factors[each] for each in action.factors if each in galley.factors):
        trigger = factor.kind is FactorKind.TRIGGER
        word = galley.tokens.families[factor.family].word if factor.family else ""
        first.setdefault("Trigger" if trigger else word, factor)
    return [
        Signed(
            partial(marks.factor, factor),
            _SIGN,
            Words(word, LABEL, link=galley.anchor("factor", factor.id)),
        ).item(galley.type)
        for word, factor in first.items()
        if word
    ]


def _standing(galley: Galley, action: ActionItem, room: float) -> list[Item]:
    """How far it has come, when it is checked, what it answers, and what it stands in for."""
    review = galley.review
    found = [Words(action_words.status(action, review), FACT)]
    if soaking := check_in_words(action):
        found.append(Words(soaking, LABEL))
    elif action.check_on is not None and action.status not in OUTCOMES:
        found.append(Words(f"check on {wording.day_in(action.check_on, review)}", LABEL))
    found += answers(galley, action)
    if action.stopgap_for in galley.action_numbers:
        link = galley.anchor("action", action.stopgap_for)
        found.append(Words(_stopgap(galley, action.stopgap_for), LABEL, link=link))
    if action_words.is_causeless(action):
        found.append(Words("no cause linked yet", FACT_STRONG, missing=True))
    if action.vague:
        found.append(Words("how will a stranger know that it is done?", LABEL))
    return [item for words in found for item in words.items(galley.type, room, _BETWEEN)]


def _stopgap(galley: Galley, lasting: str) -> str:
    """What an action stands in for, by its number, and how long."""
    number = galley.action_numbers[lasting]
    status = next(each.status for each in galley.review.actions if each.id == lasting)
    if status is ActionStatus.CANCELLED:
        return f"stopgap for {number}, which was cancelled"
    return f"stopgap until {number} {'was' if status in FINISHED_STATUSES else 'is'} done"


def _facts(galley: Galley, action: ActionItem) -> Column:
    column = galley.column(galley.sheet.right - _FACTS)
    column.put(STRONG.line + 2, partial(_draw_label, action, column.x))
    if not is_sure(action):
        column.put(LABEL.line, partial(_draw_probably, column.x))
    for fact in action_words.facts(action, galley.review, tickets=galley.for_team):
        hung = Column(column.type, column.x, _FACT_LABEL).text(fact.label, LABEL)
        told = Column(column.type, column.x + _FACT_LABEL, column.width - _FACT_LABEL)
        column.add(row([hung, flowing(told, _flow(fact.words, told), FACT.line)]))
    return column


def _flow(words: tuple[Words, ...], column: Column) -> list[Item]:
    items: list[Item] = []
    for each in words:
        items += each.items(column.type, column.width, 0.0 if each.text == "," else None)
    return items


def _draw_label(action: ActionItem, x: float, pen: Pen, top: float) -> None:
    label, foot = action_words.label_of(action), top + STRONG.baseline
    marks.durability(pen, label, x, foot - METER_HEIGHT, sure=is_sure(action))
    words = pen.tokens.durability[label].word
    pen.line(x + METER_WIDTH + _METER_GAP, top + 1, words, FACT_STRONG)


def _draw_probably(x: float, pen: Pen, top: float) -> None:
    pen.line(x + METER_WIDTH + _METER_GAP, top - 2, "probably", LABEL)


# -- the key ---------------------------------------------------------------------------------


def _key(galley: Galley) -> Pieces:
    """Every label with its steps, and what they mean."""
    column = galley.beside()
    pitch = (column.width - _KEY_LAST) / (_KEY_COLUMNS - 1)
    labels: list[Durability | None] = [*Durability, None]
    for start in range(0, len(labels), _KEY_COLUMNS):
        line = labels[start : start + _KEY_COLUMNS]
        column.put(_KEY_LINE, partial(_draw_key, line, column.x, pitch), keep=True)
    return column.pieces


def _draw_key(line: list[Durability | None], x: float, pitch: float, pen: Pen, top: float) -> None:
    for index, label in enumerate(line):
        left = x + index * pitch
        if label is None:
            pen.line(left, top + 1, "Four or five steps: durable.", LABEL)
        else:
            marks.durability(pen, label, left, top + STRONG.baseline - METER_HEIGHT)
            words = pen.tokens.durability[label].word
            pen.line(left + METER_WIDTH + _METER_GAP, top + 1, words, FACT)
