"""The small shapes before the Coach's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.close.drawing import Drawing
from facilitator.ui.console.coach_words import LANGUAGE
from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from facilitator.coach.advice import Advice
    from facilitator.ui.theme import Theme

_WEAK = frozenset(("no_durable_action", "not_an_action", "weak_action", "vague"))
_EVIDENCE = {"no_evidence": "unknown", "only_hypotheses": "hypothesis"}


def draw_sign(painter: QPainter, theme: Theme, advice: Advice, box: QRectF) -> None:
    """The shape that stands for what it is about, else the dashed square of what is missing."""
    glyphs, colour = Glyphs(painter, theme), theme.colour("ink2")
    if advice.rule in LANGUAGE:
        glyphs.kind("communication", box, colour)
    elif advice.rule == "family_not_asked" and advice.details:
        glyphs.family(advice.details[0].lower().replace(" ", "_"), box, asked=False)
    elif advice.rule in _EVIDENCE:
        glyphs.evidence(_EVIDENCE[advice.rule], box, colour)
    elif advice.rule == "stops_at_trigger":
        glyphs.bolt(box, colour)
    elif advice.rule in _WEAK:
        glyphs.kind("action", box, colour)
    else:
        Drawing(painter, theme).missing(box)
