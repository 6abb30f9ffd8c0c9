"""Draws the nodes of the tree, and with them everything around."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from facilitator.domain.words import EvidenceStatus, FactorKind
from facilitator.ui.factors import faces, plates
from facilitator.ui.factors.brush import TreeBrush
from facilitator.ui.factors.wrapping import reads_from_right
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from facilitator.domain.records import Factor
    from facilitator.ui.factors.faces import Face
    from facilitator.ui.factors.pictures import Pictures
    from facilitator.ui.theme import Theme

_GLYPH, _GLYPH_GAP, _SIGN, _SIGN_GAP = 20, 6, 16, 6
_BASELINE = 0.8
"""Where a line's letters stand, as a share of its height; the editor has the same."""
_EFFECT_WORD = 28
_FRAME = 4
"""So far from the edge there is nothing but fill, and nothing of the outline."""
FOLD_WIDTH, FOLD_HEIGHT, FOLD_REACH = 36, 30, 27


@dataclass(frozen=True, slots=True)
class Look:
    """How a node stands out."""

    current: bool = False
    focused: bool = True
    marked: bool = False
    typing: bool = False
    wrong: bool = False
    target: bool = False
    hidden: int = 0


class TreePainter(TreeBrush):
    """Draws also the nodes; ``pictures`` keeps their insides for the next time."""

    def __init__(self, theme: Theme, pictures: Pictures | None = None) -> None:
        super().__init__(theme)
        self._advances: dict[str, float] = {}
        self._pictures = pictures

    def node(self, factor: Factor, face: Face, box: QRectF, look: Look) -> None:
        """Draw one node into its box."""
        if self._far:
            self._sketch(factor, face, box, look)
        elif factor.parent is None:
            self._effect(face, box, look)
        else:
            self._outline(factor, box, look)
            self._inside(factor, face, box, look)
        if look.hidden:
            self._fold_plate(box, look.hidden)

    def _sketch(self, factor: Factor, face: Face, box: QRectF, look: Look) -> None:
        """Bars for words, and a block in the family's colour: nobody could read more."""
        effect, chosen = factor.parent is None, look.current or look.marked or look.target
        pen = (3 if chosen else 1) * self._least_pen
        self._p.setPen(self._pen("accent" if chosen else "ink2", pen, []))
        self._p.setBrush(self._theme.colour("ink" if effect else "sheet"))
        self._p.drawRect(box)
        bar = self._theme.colour("on_ink" if effect else "ink2")
        place = face.text.translated(box.topLeft())
        height = place.height() / len(face.lines)
        for index, line in enumerate(face.lines):
            top = place.top() + (index + 0.35) * height
            self._p.fillRect(QRectF(place.left(), top, line.width, height * 0.3), bar)
        if factor.family is not None:
            size = self._px(_GLYPH)
            block = QRectF(place.left(), box.top() + face.meta_top, size, size)
            self._p.fillRect(block, self._theme.family_colour(factor.family.value))

    def _fill(self, factor: Factor, look: Look) -> QColor:
        if look.typing:
            return self._theme.colour("sheet")
        if look.current or look.marked or look.target:
            return self._theme.colour(tokens()["selection"]["node"]["fill"])
        style = tokens()["evidence"][factor.evidence_status.value]
        return self._theme.colour(style.get("fill", "sheet"))

    def _outline(self, factor: Factor, box: QRectF, look: Look) -> None:
        style = tokens()["evidence"][factor.evidence_status.value]
        trigger = factor.kind is FactorKind.TRIGGER
        pen = self._pen(style["colour"], style["pen"], style["dash"])
        if trigger:
            pen = self._pen("ink", tokens()["line"]["trigger"], style["dash"])
        if look.current or look.marked or look.target:
            selection = tokens()["selection"]["node"]
            strong = look.current and look.focused
            pen = self._pen(selection["colour"], selection["pen"] if strong else 2, [])
        if look.wrong:
            pen = self._pen("note", tokens()["selection"]["node"]["pen"], [])
        self._p.setPen(pen)
        self._p.setBrush(self._fill(factor, look))
        if trigger:
            self._p.drawPolygon(self._pointed(box))
        else:
            radius = self._px(tokens()["radius"]["node"])
            self._p.drawRoundedRect(box, radius, radius)

    def _pointed(self, box: QRectF) -> QPolygonF:
        edge = box.left() + self._px(self._tree["trigger_point"])
        return QPolygonF(
            [
                QPointF(edge, box.top()),
                box.topRight(),
                box.bottomRight(),
                QPointF(edge, box.bottom()),
                QPointF(box.left(), box.center().y()),
            ]
        )

    def _inside(self, factor: Factor, face: Face, box: QRectF, look: Look) -> None:
        if self._pictures is None or look.typing:
            self._paint_inside(factor, face, box, look)
            return
        frame = self._px(_FRAME)
        inner = box.adjusted(frame, frame, -frame, -frame)
        if factor.kind is FactorKind.TRIGGER:
            inner.setLeft(inner.left() + self._px(self._tree["trigger_point"]))
        outer = self._p

        def paint(painter: QPainter) -> None:
            self.begin(painter)
            self._paint_inside(factor, face, box, look)
            self.begin(outer)

        self._pictures.draw(outer, (factor, face), inner, self._fill(factor, look), paint)

    def _paint_inside(self, factor: Factor, face: Face, box: QRectF, look: Look) -> None:
        if not look.typing:
            self._words(factor, face, box)
        self._meta(factor, face, box)
        self._plates(face, box)

    def _words(self, factor: Factor, face: Face, box: QRectF) -> None:
        ruled_out = factor.evidence_status is EvidenceStatus.RULED_OUT
        ink = "ink2" if ruled_out else "ink"
        self._p.setFont(self._theme.font("node"))
        self._p.setPen(self._theme.colour(ink))
        self._lines(face, box, self._theme.line("node"), strike=ruled_out)

    def _lines(self, face: Face, box: QRectF, height: float, *, strike: bool = False) -> None:
        left, top = box.left() + face.text.left(), box.top() + face.text.top()
        for index, line in enumerate(face.lines):
            x = left
            if reads_from_right(line.text):
                x += max(0.0, face.text.width() - line.width)
            y = top + index * height
            self._p.drawText(QPointF(x, y + height * _BASELINE), line.text)
            if strike:
                middle = y + height * 0.55
                pen = self._p.pen()
                self._p.setPen(QPen(pen.color(), tokens()["evidence"]["ruled_out"]["strike"]))
                self._p.drawLine(QPointF(x - 1, middle), QPointF(x + line.width + 1, middle))
                self._p.setPen(pen)

    def _meta(self, factor: Factor, face: Face, box: QRectF) -> None:
        px, top = self._px, box.top() + face.meta_top
        x = box.left() + face.text.left()
        text = self._theme.colour(tokens()["evidence"][factor.evidence_status.value]["text"])
        height = px(faces.META)
        if face.family:
            glyph = QRectF(x, top + (height - px(_GLYPH)) / 2, px(_GLYPH), px(_GLYPH))
            if factor.kind is FactorKind.TRIGGER:
                self._glyphs.bolt(glyph)
            elif factor.family is not None:
                self._glyphs.family(factor.family.value, glyph)
            x = self._label(x + px(_GLYPH + _GLYPH_GAP), top, face.family, text)
            x += px(self._tree["meta_gap"])
        sign = QRectF(x, top + (height - px(_SIGN)) / 2, px(_SIGN), px(_SIGN))
        self._glyphs.evidence(factor.evidence_status.value, sign, text)
        self._label(x + px(_SIGN + _SIGN_GAP), top, face.evidence, text)

    def _plates(self, face: Face, box: QRectF) -> None:
        for chip, place in face.chips:
            plates.draw_chip(self._p, self._theme, place.translated(box.topLeft()), chip)
        jointly, place = face.jointly
        if jointly:
            place = place.translated(box.topLeft())
            plates.draw_joint(self._p, self._theme, place, jointly)

    def _label(self, x: float, top: float, words: str, colour: QColor) -> float:
        self._p.setFont(self._theme.font("label"))
        self._p.setPen(colour)
        self._p.drawText(QPointF(x, top + self._px(faces.META) * 0.75), words)
        if words not in self._advances:
            self._advances[words] = self._theme.metrics("label").horizontalAdvance(words)
        return x + self._advances[words]

    def _effect(self, face: Face, box: QRectF, look: Look) -> None:
        px, theme = self._px, self._theme
        radius = px(tokens()["radius"]["node"])
        if look.current or look.marked or look.target:
            self._ring(box, radius)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(theme.colour("ink"))
        self._p.drawRoundedRect(box, radius, radius)
        x = box.left() + face.text.left()
        above = box.top() + face.text.top() - px(_EFFECT_WORD)
        self._label(x, above, face.family, theme.colour("step_off"))
        if not look.typing:
            self._p.setFont(theme.font("node", weight=600))
            self._p.setPen(theme.colour("on_ink"))
            self._lines(face, box, px(faces.EFFECT_LINE))
        if face.evidence:
            self._label(x, box.top() + face.meta_top, face.evidence, theme.colour("on_ink"))
        jointly, place = face.jointly
        if jointly:
            self._label(x, box.top() + place.top(), jointly, theme.colour("on_ink"))

    def _ring(self, box: QRectF, radius: float) -> None:
        focus = tokens()["focus"]
        away = self._px(focus["gap"]) + self._px(focus["ring"]) / 2
        self._p.setPen(self._pen("accent", focus["ring"], []))
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.drawRoundedRect(
            box.adjusted(-away, -away, away, away), radius + away, radius + away
        )

    def _fold_plate(self, box: QRectF, hidden: int) -> None:
        """A plate on the right edge with how many factors are folded away."""
        px, words = self._px, f"+{hidden}"
        metrics = self._theme.metrics("label", weight=600)
        width = max(px(FOLD_WIDTH), metrics.horizontalAdvance(words) + px(14))
        plate = QRectF(0, 0, width, px(FOLD_HEIGHT))
        plate.moveCenter(QPointF(box.right(), box.center().y()))
        plate.moveRight(box.right() + px(FOLD_REACH))
        self._p.setPen(self._pen("ink2", 1.5, []))
        self._p.setBrush(self._theme.colour("well"))
        self._p.drawRoundedRect(plate, px(4), px(4))
        self._p.setFont(self._theme.font("label", weight=600))
        self._p.setPen(self._theme.colour("ink"))
        self._p.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
