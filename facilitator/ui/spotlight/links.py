"""Lists of factors, findings and actions in the spotlight: what a row stands on, or leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from facilitator.coach.certainty import is_sure
from facilitator.domain.words import FactorKind
from facilitator.ui.actions.coaching import label_of
from facilitator.ui.actions.wording import lasting_words
from facilitator.ui.findings.wording import kind_words
from facilitator.ui.flow import Flow
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.spotlight.pieces import Pieces, missing_piece

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

    from facilitator.domain.records import ActionItem, Factor, Finding
    from facilitator.ui.theme import Theme

    Sign = Callable[[QPainter, float, float], object]
    Shown = Callable[[str], str]

_SHAPE, _FACTOR_INDENT, _METER_HIGH, _METER_INDENT = 22, 36, 22, 64
_APART, _HEAD_BELOW = 14, 8


class Signed:
    """A flow with a sign beside its first line; a block of another flow."""

    def __init__(self, flow: Flow, indent: float, line: float, sign: Sign) -> None:
        self._flow, self._indent, self._line, self._sign = flow, indent, line, sign
        self.height = flow.height

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Sign and words; the sign is told where the first line's left end and middle are."""
        self._sign(painter, left, top + self._line / 2)
        self._flow.draw(painter, left + self._indent, top)


def headed(theme: Theme, width: float, head: str, missing: str) -> Flow:
    """A flow with a heading; below it that something is missing, if that is said."""
    flow = Flow(theme, width)
    flow.words(head, "heading", "ink2")
    if missing:
        flow.put(Pieces(theme, [missing_piece(theme, missing)], width), above=_HEAD_BELOW)
    return flow


def put_factors(flow: Flow, factors: Sequence[Factor], shown: Shown) -> None:
    """Factors by shape, words and kind."""
    for each in factors:
        _put(flow, shown(each.text), kind_words(each), _FACTOR_INDENT, _factor_sign(flow, each))


def put_actions(flow: Flow, actions: Sequence[ActionItem], shown: Shown) -> None:
    """Actions by steps, words and how lasting they are."""
    for each in actions:
        under = lasting_words(each)
        _put(flow, shown(each.text), under, _METER_INDENT, _action_sign(flow, each))


def put_findings(flow: Flow, findings: Sequence[Finding], shown: Shown) -> None:
    """Findings by their words."""
    for each in findings:
        _put(flow, shown(each.text), "", 0, lambda *_place: None)


def _put(flow: Flow, text: str, under: str, indent: float, sign: Sign) -> None:
    theme = flow.theme
    words = Flow(theme, flow.width - theme.px(indent))
    words.words(text, "lead")
    words.words(under, "label", "ink2")
    flow.put(Signed(words, theme.px(indent), theme.line("lead"), sign), above=_APART)


def _factor_sign(flow: Flow, factor: Factor) -> Sign:
    theme, size = flow.theme, flow.theme.px(_SHAPE)

    def draw(painter: QPainter, left: float, middle: float) -> None:
        glyphs = Glyphs(painter, theme)
        box = QRectF(left, middle - size / 2, size, size)
        if factor.kind is FactorKind.TRIGGER:
            glyphs.bolt(box)
        elif factor.family is not None:
            glyphs.family(factor.family, box)

    return draw


def _action_sign(flow: Flow, action: ActionItem) -> Sign:
    theme, high = flow.theme, flow.theme.px(_METER_HIGH)

    def draw(painter: QPainter, left: float, middle: float) -> None:
        glyphs = Glyphs(painter, theme)
        glyphs.meter(label_of(action), left, middle - high / 2, sure=is_sure(action))

    return draw
