"""The small parts in the spotlight: signs with words, flags, chips, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from facilitator.ui.actions.chips import draw_missing
from facilitator.ui.factors import plates
from facilitator.ui.factors.wording import evidence_word, family_word
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.timeline.flags import draw_table_flag, flag_width
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

    from facilitator.domain.records import TimelineEvent
    from facilitator.domain.words import EvidenceStatus, Family, Marker
    from facilitator.ui.factors.wording import Chip
    from facilitator.ui.theme import Theme

    Draw = Callable[["QPainter", QRectF], object]
    Sign = Callable[[Glyphs, QRectF], object]

ROW, _SIGN, _SIGN_GAP, _BETWEEN, _ROWS_APART = 36, 26, 10, 32, 10
_ROLE = "lead"
_LARGER, _FLAG, _MISSING_PAD = 1.25, 28, 11


class Piece(NamedTuple):
    """Something as wide as this, ``ROW`` high, that draws itself into its box."""

    width: float
    draw: Draw


class Pieces:
    """Pieces in a row, or in several where the width is too small; a block of a flow."""

    def __init__(self, theme: Theme, pieces: Sequence[Piece], width: float) -> None:
        px = theme.px
        self._placed: list[tuple[QRectF, Piece]] = []
        left, top = 0.0, 0.0
        for each in pieces:
            if left and left + each.width > width:
                left, top = 0.0, top + px(ROW + _ROWS_APART)
            self._placed.append((QRectF(left, top, min(width, each.width), px(ROW)), each))
            left += each.width + px(_BETWEEN)
        self.height = top + px(ROW) if pieces else 0.0

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw all."""
        for box, piece in self._placed:
            piece.draw(painter, box.translated(left, top))


def words_piece(theme: Theme, words: str, role: str = _ROLE, colour: str = "ink") -> Piece:
    """Words alone."""

    def draw(painter: QPainter, box: QRectF) -> None:
        Writing(painter, theme).line(box, words, role, colour)

    return Piece(theme.metrics(role).horizontalAdvance(words) + 1, draw)


def sign_piece(theme: Theme, words: str, sign: Sign) -> Piece:
    """A sign with its words."""
    size, gap = theme.px(_SIGN), theme.px(_SIGN_GAP)

    def draw(painter: QPainter, box: QRectF) -> None:
        sign(Glyphs(painter, theme), QRectF(box.x(), box.center().y() - size / 2, size, size))
        Writing(painter, theme).line(box.adjusted(size + gap, 0, 0, 0), words, _ROLE)

    return Piece(size + gap + theme.metrics(_ROLE).horizontalAdvance(words) + 1, draw)


def kind_piece(theme: Theme, event: TimelineEvent, words: str) -> Piece:
    """What sort of thing happened."""
    ink = theme.colour("ink")
    return sign_piece(theme, words, lambda glyphs, box: glyphs.kind(event.kind.value, box, ink))


def trigger_piece(theme: Theme) -> Piece:
    """That it set it off."""
    return sign_piece(theme, "What set it off", lambda glyphs, box: glyphs.bolt(box))


def family_piece(theme: Theme, family: Family) -> Piece:
    """A family by shape and word."""
    return sign_piece(theme, family_word(family), lambda glyphs, box: glyphs.family(family, box))


def evidence_piece(theme: Theme, status: EvidenceStatus) -> Piece:
    """An evidence status by stroke and word."""
    inset = theme.px(3)

    def sign(glyphs: Glyphs, box: QRectF) -> None:
        glyphs.evidence(status, box.adjusted(inset, inset, -inset, -inset))

    return sign_piece(theme, evidence_word(status), sign)


def marker_piece(theme: Theme, marker: Marker) -> Piece:
    """The flag of a marker."""
    width = flag_width(theme, marker, filled=False)
    return _enlarged(
        width,
        theme.px(_FLAG),
        lambda painter, box: draw_table_flag(painter, theme, box, marker, words=True),
    )


def chip_piece(theme: Theme, chip: Chip) -> Piece:
    """The time of a linked event."""
    return _enlarged(
        plates.chip_width(theme, chip),
        theme.px(plates.HEIGHT),
        lambda painter, box: plates.draw_chip(painter, theme, box, chip),
    )


def joint_piece(theme: Theme, words: str) -> Piece:
    """That what is behind a factor is needed together."""
    return _enlarged(
        plates.joint_width(theme, words),
        theme.px(plates.HEIGHT),
        lambda painter, box: plates.draw_joint(painter, theme, box, words),
    )


def missing_piece(theme: Theme, words: str) -> Piece:
    """What is missing, in dashes."""
    width = theme.metrics("label", weight=500).horizontalAdvance(words)
    width += 2 * theme.px(_MISSING_PAD) + 1
    return Piece(width, lambda painter, box: draw_missing(painter, theme, box, words))


def _enlarged(width: float, height: float, draw: Draw) -> Piece:
    """What is drawn for a table, large enough for the spotlight."""

    def larger(painter: QPainter, box: QRectF) -> None:
        painter.save()
        painter.translate(box.left(), box.center().y() - height * _LARGER / 2)
        painter.scale(_LARGER, _LARGER)
        draw(painter, QRectF(0, 0, min(width, box.width() / _LARGER), height))
        painter.restore()

    return Piece(width * _LARGER, larger)
