"""The brief: one page with what happened, what was found, and what will change for good."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from facilitator.coach.certainty import is_sure
from facilitator.domain.asked import of_finding, told_words
from facilitator.domain.durations import durations, marked, span_words
from facilitator.domain.impact import read_impact
from facilitator.domain.words import DURABLE, FINISHED_STATUSES, FactorKind, Marker
from facilitator.report import action_words, marks, wording
from facilitator.report.cover import title
from facilitator.report.galley import plain
from facilitator.report.inline import Item, Signed, Words, flowing
from facilitator.report.left_out import left_out
from facilitator.report.marks import METER_HEIGHT, Spot
from facilitator.report.pieces import Column, Pieces, height_of, row, spaced
from facilitator.report.short import figures
from facilitator.report.story import chosen, none_told
from facilitator.report.strip import strip
from facilitator.report.styles import FACT, LABEL, LEAD, NAMED, STRONG, SUMMARY, TEXT

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem, Finding, Review, TimelineEvent
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen
    from facilitator.report.styles import Style

_METER, _NUMBER, _FACTS, _NEXT = 30.0, 18.0, 128.0, 6.0
_FIGURES = 3


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much of everything there is: lines of the summary, of a text, and how many actions.

    ``impact`` is how many lines of the impact are told beside its figures, or instead of them.
    """

    style: Style
    summary: int
    lines: int
    actions: int
    elsewhere: int
    impact: int = 4
    figures: bool = True
    families: bool = True


_MEASURES = (
    _Measure(SUMMARY, 5, 3, 8, 4),
    _Measure(LEAD, 5, 2, 7, 3, 3),
    _Measure(LEAD, 5, 2, 6, 2, 3, figures=False),
    _Measure(TEXT, 5, 2, 5, 2, 2, figures=False, families=False),
    _Measure(TEXT, 4, 1, 4, 1, 1, figures=False, families=False),
    _Measure(TEXT, 3, 1, 3, 1, 1, figures=False, families=False),
)
"""From generous to short; the first that fits on the page is taken."""


def brief(galley: Galley) -> Pieces:
    """Everything, on one page whatever the review holds."""
    found: Pieces = []
    for measure in _MEASURES:
        found = _page(galley, measure)
        if height_of(found) <= galley.sheet.body:
            break
    return found


def _page(galley: Galley, measure: _Measure) -> Pieces:
    return [
        *title(galley, most=2),
        *_facts(galley),
        *_summary(galley, measure),
        *_impact(galley, measure),
        *_story(galley),
        *galley.section("What we found", _findings(galley, measure)),
        *galley.section("What changes\nfor good", _actions(galley, measure)),
        *_elsewhere(galley, measure),
        *left_out(galley),
    ]


# -- what happened -----------------------------------------------------------------------------


def _facts(galley: Galley) -> Pieces:
    """When, how long and where, in one line of words."""
    review = galley.review
    facts = (
        wording.incident_days(review),
        _took(review),
        f"severity {wording.severity(review)}" if review.severity else "",
        ", ".join(review.services),
    )
    words = wording.sentence(" · ".join(filter(None, facts)))
    line = galley.type.cut(words, LABEL, galley.sheet.right - galley.sheet.left)
    return galley.column().text(line, LABEL, above=6.0).pieces if words else []


def _took(review: Review) -> str:
    spans = {each.marker: each for each in durations(review.events)}
    for marker in (Marker.RESOLVED, Marker.MITIGATED):
        span = spans[marker].span
        if span is not None:
            return f"{span_words(span)} until {marker.value}"
    return ""


def _summary(galley: Galley, measure: _Measure) -> Pieces:
    text = plain(galley.review.summary)
    if not text:
        return galley.section("In short", galley.missing("Not written yet"))
    column = galley.beside().text(text, measure.style, most=measure.summary)
    return galley.section("In short", column.pieces, drop=max(0.0, measure.style.size - TEXT.size))


def _impact(galley: Galley, measure: _Measure) -> Pieces:
    """Up to three figures, and what else the impact says, each in a line; or all of it in lines."""
    found, plain_lines = read_impact(galley.review.impact)
    shown = found[:_FIGURES] if measure.figures else ()
    content = figures(galley, shown)
    lines = [f"{each.number} {each.words}" for each in found[len(shown) :]] + list(plain_lines)
    for text in _told(lines, measure.impact):
        column = _cut(galley.beside(), text, TEXT, measure.lines)
        content += spaced(content, column.pieces, 4.0)
    return galley.section("Impact", content) if content else []


def _told(lines: list[str], most: int) -> list[str]:
    """At most so many lines; the last one goes on with those that had no room."""
    if len(lines) <= most:
        return lines
    rest = "; ".join(line.rstrip(".;") for line in lines[most - 1 :])
    return [*lines[: most - 1], rest]


def _story(galley: Galley) -> Pieces:
    """The strip of time, and what stands on it; or how many events there are if none was chosen."""
    if not galley.review.events:
        return []
    column = galley.beside().add(strip(galley))
    if chosen(galley):
        flowing(column, _moments(galley), LABEL.line, above=2.0)
    else:
        column.add(none_told(galley))
    return galley.section("The story", column.pieces) if column.pieces else []


def _moments(galley: Galley) -> list[Item]:
    """What the signs on the strip are, and when that was."""
    return [
        Signed(
            partial(_draw_marker, marker),
            7.0,
            Words(f"{galley.tokens.markers[marker]} {_clock(galley, event)}", LABEL),
        ).item(galley.type)
        for marker, event in sorted(
            marked(galley.review.events).items(), key=lambda each: list(Marker).index(each[0])
        )
    ]


def _clock(galley: Galley, event: TimelineEvent) -> str:
    return wording.clock(event, galley.review.time_zone)


def _draw_marker(marker: Marker, pen: Pen, x: float, top: float, size: float) -> None:
    marks.marker(pen, marker, Spot(x, top, size))


# -- what was found ----------------------------------------------------------------------------


def _findings(galley: Galley, measure: _Measure) -> Pieces:
    if not galley.focus:
        return galley.missing("No finding is in focus yet")
    content: Pieces = []
    for number, finding in enumerate(galley.focus, 1):
        content += spaced(content, _finding(galley, measure, number, finding), _NEXT)
    return content


def _finding(galley: Galley, measure: _Measure, number: int, finding: Finding) -> Pieces:
    sheet = galley.sheet
    count = galley.column(sheet.inner, sheet.inner + _NUMBER).text(str(number), STRONG)
    words = _cut(galley.column(sheet.inner + _NUMBER), finding.text, NAMED, measure.lines)
    if measure.families:
        _families(galley, words, finding)
    return row([count, words])


def _families(galley: Galley, column: Column, finding: Finding) -> None:
    """Where in the system the causes lie, each family once."""
    factors = [galley.factors[each] for each in finding.factors if each in galley.factors]
    first = {factor.family: factor for factor in factors if factor.family is not None}
    items = [
        Signed(
            partial(marks.factor, factor), 7.0, Words(galley.tokens.families[each].word, LABEL)
        ).item(galley.type)
        for each, factor in first.items()
        if factor.kind is FactorKind.CONDITION
    ]
    if items:
        flowing(column, items, LABEL.line, above=1.0)


# -- what will change --------------------------------------------------------------------------


def _actions(galley: Galley, measure: _Measure) -> Pieces:
    """The durable actions, the most lasting first; how many more there are is told."""
    lasting = [each for each in galley.review.actions if each.durability in DURABLE]
    if not lasting:
        return galley.missing("No durable action yet")
    content: Pieces = []
    for action in lasting[: measure.actions]:
        content += spaced(content, _action(galley, measure, action), _NEXT)
    more = len(lasting) - measure.actions
    if more > 0:
        words = f"And {wording.count(more, 'more durable action', 'more durable actions')}."
        content += galley.beside().text(words, LABEL, above=4.0).pieces
    return content


def _action(galley: Galley, measure: _Measure, action: ActionItem) -> Pieces:
    sheet = galley.sheet
    meter = galley.column(sheet.inner, sheet.inner + _METER)
    meter.put(TEXT.line, partial(_draw_meter, action, sheet.inner))
    middle = sheet.right - _FACTS
    words = galley.column(sheet.inner + _METER, middle - 12)
    _cut(words, action.text, NAMED, measure.lines)
    facts = galley.column(middle)
    for line in _who_and_when(galley, action):
        _cut(facts, wording.sentence(line), FACT, 1)
    return row([meter, words, facts])


def _draw_meter(action: ActionItem, x: float, pen: Pen, top: float) -> None:
    foot, sure = top + TEXT.baseline - METER_HEIGHT, is_sure(action)
    marks.durability(pen, action.durability, x, foot, sure=sure)


def _who_and_when(galley: Galley, action: ActionItem) -> tuple[str, ...]:
    if action.status in FINISHED_STATUSES:
        return (action_words.status(action, galley.review),)
    due = f"due {wording.day_in(action.due, galley.review)}" if action.due else "no date yet"
    return tuple(filter(None, (action.owner, due)))


# -- where else --------------------------------------------------------------------------------


def _elsewhere(galley: Galley, measure: _Measure) -> Pieces:
    """What the findings say of other places, and those who were asked there, each once."""
    said = dict.fromkeys(plain(each.elsewhere) for each in galley.focus if each.elsewhere.strip())
    asked = (told_words(of_finding(galley.review, each.id)) for each in galley.focus)
    said.update(dict.fromkeys(filter(None, asked)))
    content: Pieces = []
    for words in list(said)[: measure.elsewhere]:
        column = _cut(galley.beside(), words, TEXT, measure.lines)
        content += spaced(content, column.pieces, 3.0)
    return galley.section("Where else?", content) if content else []


def _cut(column: Column, text: str, style: Style, most: int) -> Column:
    """The text in at most so many lines."""
    return column.text(plain(text), style, most=most)
