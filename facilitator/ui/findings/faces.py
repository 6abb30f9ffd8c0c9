"""What stands in a row of the Findings page, and how high that makes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from facilitator.ui.factors.wrapping import Line, Wrapper
from facilitator.ui.findings import wording
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem, Factor, Finding
    from facilitator.ui.findings.grid import Column, Grid
    from facilitator.ui.findings.rows import Row
    from facilitator.ui.theme import Theme

FACTOR_INDENT, ACTION_INDENT = 30, 60
HEAD, HEAD_GAP = 24, 10
"""The heading over what is recorded, and the space between it and its rule."""
_CARD_GAP, _CARD_LEAST, _CARD_PAD, _SIDE_PAD = 16, 112, 20, 6
_TEXT_LEFT, _TEXT_RIGHT, _ABOVE_ELSEWHERE, _BELOW_CARD = 62, 22, 6, 12
_FACTOR_GAP, _ACTION_GAP = 8, 18
_ROW_PAD, _HEAD_ABOVE, _HEAD_ALONE, _SUB_GAP = 9.5, 43, 16, 3
_MOST_TEXT, _MOST_LINKED, _MOST_REASON, _MOST_ELSEWHERE = 8, 3, 6, 3
_PLATE_PAD = 10


@dataclass(frozen=True, slots=True)
class Words:
    """Wrapped words and the box they fill."""

    box: QRectF
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A factor or an action beside a card; ``under`` says what it is, below its words."""

    source: Factor | ActionItem
    box: QRectF
    words: Words
    under: str


@dataclass(frozen=True, slots=True)
class Face:
    """A row; boxes are in px from its top left corner.

    ``body`` is the card, or the row with its rule; a missing part has a box for its plate.
    """

    height: float
    body: QRectF
    text: Words
    elsewhere: Words
    because: tuple[Linked, ...]
    so: tuple[Linked, ...]
    because_plate: QRectF | None = None
    so_plate: QRectF | None = None
    under: Words | None = None
    reason: Words | None = None
    reason_plate: QRectF | None = None
    head_top: float = 0.0


class Faces:
    """Lays rows out in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts = {
            "finding": Wrapper(theme.font("finding"), theme.metrics("finding")),
            "named": Wrapper(theme.font("label", weight=500), theme.metrics("label", weight=500)),
            "label": Wrapper(theme.font("label"), theme.metrics("label")),
        }

    def face(self, row: Row, grid: Grid, typed_lines: int | None = None) -> Face:
        """Lay out one row; ``typed_lines`` while its words are being typed."""
        if row.finding.focus:
            if grid.stacked:
                return self._stacked_card(row, grid, typed_lines)
            return self._card(row, grid, typed_lines)
        return self._record(row, grid, typed_lines)

    # -- cards ---------------------------------------------------------------------------------

    def _card(self, row: Row, grid: Grid, typed: int | None) -> Face:
        because, so = self._factors(row, grid.because), self._actions(row, grid.so)
        inner = self._inside(row, grid.card, typed)
        sides = max(_total(because, self._px(_FACTOR_GAP)), _total(so, self._px(_ACTION_GAP)))
        least = max(self._px(_CARD_LEAST), sides + self._px(2 * _SIDE_PAD))
        high = max(least, _inner_height(inner) + self._px(2 * _CARD_PAD))
        body = QRectF(self._px(grid.card.left), 0, self._px(grid.card.width), high)
        text, elsewhere = _down(inner, (high - _inner_height(inner)) / 2)
        return Face(
            high + self._px(_CARD_GAP),
            body,
            text,
            elsewhere,
            _spread(because, high / 2, self._px(_FACTOR_GAP)),
            _spread(so, high / 2, self._px(_ACTION_GAP)),
            None if because else self._plate(wording.NO_FACTOR, grid.because, high / 2),
            None if so else self._plate(wording.NO_ACTION, grid.so, high / 2),
        )

    def _stacked_card(self, row: Row, grid: Grid, typed: int | None) -> Face:
        because, so = self._factors(row, grid.because), self._actions(row, grid.so)
        inner = self._inside(row, grid.card, typed)
        high = _inner_height(inner) + self._px(2 * _CARD_PAD)
        top, plate = high + self._px(_BELOW_CARD), self._px(tokens()["missing"]["height"])
        gap = self._px(_FACTOR_GAP)
        below = max(_total(because, gap) or plate, _total(so, gap) or plate)
        middle = top + plate / 2
        text, elsewhere = _down(inner, self._px(_CARD_PAD))
        return Face(
            top + below + self._px(2 * _CARD_GAP),
            QRectF(self._px(grid.card.left), 0, self._px(grid.card.width), high),
            text,
            elsewhere,
            _from(because, top, gap),
            _from(so, top, gap),
            None if because else self._plate(wording.NO_FACTOR, grid.because, middle),
            None if so else self._plate(wording.NO_ACTION, grid.so, middle),
        )

    def _inside(self, row: Row, card: Column, typed: int | None) -> tuple[Words, Words]:
        """The words in a card, from its middle line down."""
        left = self._px(card.left + _TEXT_LEFT)
        width = self._px(card.width - _TEXT_LEFT - _TEXT_RIGHT)
        text = self._wrap("finding", row.finding.text, left, width, _MOST_TEXT, typed)
        said = wording.elsewhere_words(row)
        elsewhere = self._wrap("label", said, left, width, _MOST_ELSEWHERE)
        if said:
            down = text.box.bottom() + self._px(_ABOVE_ELSEWHERE)
            elsewhere = Words(elsewhere.box.translated(0, down), elsewhere.lines)
        return text, elsewhere

    def _factors(self, row: Row, column: Column) -> tuple[Linked, ...]:
        return tuple(
            self._linked(each, column, FACTOR_INDENT, wording.kind_words(each))
            for each in row.because
        )

    def _actions(self, row: Row, column: Column) -> tuple[Linked, ...]:
        return tuple(
            self._linked(each, column, ACTION_INDENT, wording.lasting_words(each))
            for each in row.actions
        )

    def _linked(
        self, source: Factor | ActionItem, column: Column, indent: float, under: str
    ) -> Linked:
        left, width = self._px(column.left + indent), self._px(column.width - indent)
        words = self._wrap("named", source.text, left, width, _MOST_LINKED)
        high = words.box.height() + (self._theme.line("label") if under else 0)
        box = QRectF(self._px(column.left), 0, self._px(column.width), high)
        return Linked(source, box, words, under)

    # -- what is recorded ----------------------------------------------------------------------

    def _record(self, row: Row, grid: Grid, typed: int | None) -> Face:
        px = self._px
        top = self._head_top(row) + px(HEAD + HEAD_GAP) if row.headed else 0.0
        first = top + px(_ROW_PAD)
        text, under, end = self._recorded(row.finding, grid.text, typed, first)
        because, end = self._lines_below(self._factors(row, grid.text), end)
        reason, plate, right_end = self._reason(row.finding, grid.reason, first)
        elsewhere = self._elsewhere(row, grid.reason, right_end)
        right_end = max(right_end, elsewhere.box.bottom() if elsewhere.lines else 0.0)
        so, right_end = self._lines_below(self._actions(row, grid.reason), right_end)
        if plate is not None and right_end <= plate.bottom() + px(_SUB_GAP):
            right_end = first + self._theme.line("label")  # The plate reaches into the padding.
        bottom = max(end, right_end) + px(_ROW_PAD)
        whole = grid.whole
        return Face(
            bottom,
            QRectF(px(whole.left), top, px(whole.width), bottom - top),
            text,
            elsewhere,
            because,
            so,
            under=under,
            reason=reason,
            reason_plate=plate,
            head_top=self._head_top(row),
        )

    def _head_top(self, row: Row) -> float:
        return self._px(_HEAD_ALONE if row.alone else _HEAD_ABOVE)

    def _recorded(
        self, finding: Finding, column: Column, typed: int | None, top: float
    ) -> tuple[Words, Words | None, float]:
        """The words, that they are accepted if they are, and where both end."""
        left, width = self._px(column.left), self._px(column.width)
        text = self._wrap("named", finding.text, left, width, _MOST_TEXT, typed, top)
        if not wording.is_accepted(finding):
            return text, None, text.box.bottom()
        under = self._wrap("label", wording.ACCEPTED, left, width, 1, None, text.box.bottom())
        return text, under, under.box.bottom()

    def _reason(
        self, finding: Finding, column: Column, top: float
    ) -> tuple[Words | None, QRectF | None, float]:
        said = wording.reason_words(finding)
        if not said:
            middle = top + self._theme.line("label") / 2
            plate = self._plate(wording.NO_REASON, column, middle)
            return None, plate, plate.bottom() + self._px(_SUB_GAP)
        left, width = self._px(column.left), self._px(column.width)
        words = self._wrap("label", said, left, width, _MOST_REASON, None, top)
        return words, None, words.box.bottom()

    def _elsewhere(self, row: Row, column: Column, top: float) -> Words:
        said = wording.elsewhere_words(row)
        left, width = self._px(column.left), self._px(column.width)
        return self._wrap("label", said, left, width, _MOST_ELSEWHERE, None, top)

    def _lines_below(
        self, linked: tuple[Linked, ...], top: float
    ) -> tuple[tuple[Linked, ...], float]:
        """The same, without what they are, one below the other; and where they end."""
        gap = self._px(_SUB_GAP)
        bare = tuple(
            Linked(each.source, _as_high(each.box, each.words.box.height()), each.words, "")
            for each in linked
        )
        placed = _from(bare, top + gap, gap)
        return placed, max(top, placed[-1].box.bottom() if placed else 0.0)

    # -- shared --------------------------------------------------------------------------------

    def _wrap(  # noqa: PLR0913, PLR0917 - words, where they stand and how many of them
        self,
        font: str,
        text: str,
        left: float,
        width: float,
        most: int,
        typed: int | None = None,
        top: float = 0.0,
    ) -> Words:
        lines = self._fonts[font].lines(text, max(1.0, width), most) if text else ()
        line = self._theme.line("finding" if font == "finding" else "label")
        return Words(QRectF(left, top, width, (typed or len(lines)) * line), lines)

    def _plate(self, words: str, column: Column, middle: float) -> QRectF:
        high = self._px(tokens()["missing"]["height"])
        wide = self._theme.metrics("label", weight=500).horizontalAdvance(words)
        wide += self._px(2 * _PLATE_PAD)
        return QRectF(self._px(column.left), middle - high / 2, wide, high)

    def _px(self, length: float) -> float:
        return length * self._theme.scale


def _inner_height(inner: tuple[Words, Words]) -> float:
    text, elsewhere = inner
    return (elsewhere if elsewhere.lines else text).box.bottom()


def _down(inner: tuple[Words, Words], by: float) -> tuple[Words, Words]:
    text, elsewhere = inner
    return (
        Words(text.box.translated(0, by), text.lines),
        Words(elsewhere.box.translated(0, by), elsewhere.lines),
    )


def _total(linked: tuple[Linked, ...], gap: float) -> float:
    return sum(each.box.height() for each in linked) + gap * max(0, len(linked) - 1)


def _spread(linked: tuple[Linked, ...], middle: float, gap: float) -> tuple[Linked, ...]:
    """One below the other, around a middle."""
    return _from(linked, middle - _total(linked, gap) / 2, gap)


def _from(linked: tuple[Linked, ...], top: float, gap: float) -> tuple[Linked, ...]:
    """One below the other, from a height down."""
    placed = []
    for each in linked:
        words = Words(each.words.box.translated(0, top), each.words.lines)
        placed.append(Linked(each.source, each.box.translated(0, top), words, each.under))
        top += each.box.height() + gap
    return tuple(placed)


def _as_high(box: QRectF, height: float) -> QRectF:
    return QRectF(box.left(), box.top(), box.width(), height)
