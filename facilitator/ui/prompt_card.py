"""A question on the Stage, large and alone, with what it is about below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal

from facilitator.domain.text import shortened
from facilitator.ui.flow import Flow
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.painted_card import PaintedCard

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPainter

    from facilitator.app.prompts import Prompt
    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

_TYPE = (("title", "text"), ("question", "text"), ("directive", "text"), ("text", "label"))
"""Roles of the question and of what it is about, the largest first."""
_SIGN, _BELOW_SIGN, _ABOVE_ABOUT, _LENGTH = 44, 28, 36, 120
_INSET = 0.235
"""The question mark begins so far within its box."""


class PromptCard(PaintedCard):
    """What the room is asked; ``left`` tells that the card is gone.

    ``about`` are the words of what was selected when it was sent, or nothing.
    """

    left = Signal()
    sizes = len(_TYPE)

    def __init__(self, desk: Desk, prompt: Prompt, about: str) -> None:
        super().__init__(desk, "prompt", prompt.words)
        self.prompt, self._about = prompt, about
        self.about = ""
        self.show_anew()

    def show_anew(self) -> None:
        """Take the words as the review wants people to be called."""
        self.about = shortened(self.desk.shown(self._about), _LENGTH)
        super().show_anew()

    def follow(self, delta: Delta) -> None:
        """Whether names are shown, and which, may change."""
        if self._about and delta.touches("names", "participants"):
            self.show_anew()

    def compose(self, width: float, height: float, size: int) -> Flow:
        """Sign, question, and what it is about; where room is short the sign goes first."""
        del height
        flow = Flow(self.theme, width)
        question, about = _TYPE[size]
        if size + 1 < len(_TYPE):
            flow.put(_Sign(self.theme))
        flow.words(self.prompt.words, question, above=_BELOW_SIGN, even=True)
        flow.words(self.about, about, "ink2", above=_ABOVE_ABOUT, even=True)
        return flow

    def spoken(self) -> str:
        """What it is about; the question is the card's name."""
        return self.about

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is gone, unless the window is only out of sight."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()


class _Sign:
    """A question mark in the accent."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.height: float = theme.px(_SIGN)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it, in line with the words."""
        box = QRectF(left - self.height * _INSET, top, self.height, self.height)
        Glyphs(painter, self._theme).evidence("unknown", box, self._theme.colour("accent"))
