"""Draws cards, what they stand on, what follows from them, and the rows that are recorded."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from facilitator.coach.certainty import is_sure
from facilitator.domain.records import ActionItem, Factor
from facilitator.domain.words import FactorKind
from facilitator.ui.factors.brush import rounded
from facilitator.ui.factors.wrapping import reads_from_right
from facilitator.ui.findings import wording
from facilitator.ui.findings.faces import HEAD, HEAD_GAP
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from facilitator.ui.findings.faces import Face, Linked, Words
    from facilitator.ui.findings.grid import Grid
    from facilitator.ui.findings.rows import Row
    from facilitator.ui.theme import Theme

_BASELINE = {"finding": 0.8, "label": 0.76}
"""Where a line's letters stand, as a share of its height; the editor has much the same."""
_NUMBER, _SHAPE, _ELBOW, _HEAD_SIZE = 32, 20, 8, 7
_STUB_GAP, _ARROW_END = 4, 6
_STACK_POLE, _STACK_STUB, _STACK_ARROW_POLE = 32, 6, 36
_OVERHANG, _BAR = 16, 4
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
HEADS = ("Recorded, not now", "Why not now")


class FindingPainter:
    """Paints one row; the painter's origin is the row's top left corner."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._p, self._theme = painter, theme
        self._glyphs = Glyphs(painter, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def row(  # noqa: PLR0913 - what is drawn, where, and how it stands out
        self, row: Row, face: Face, grid: Grid, *, chosen: bool, focused: bool, typing: bool
    ) -> None:
        """Draw one row."""
        if row.finding.focus:
            self._links(face, grid)
            self._card(row, face, chosen=chosen, focused=focused, typing=typing)
        else:
            if row.headed:
                self._heads(face, grid)
            self._ground(face, chosen=chosen, focused=focused)
            self._record(face, typing=typing)
        self._linked(face)

    # -- cards ---------------------------------------------------------------------------------

    def _card(self, row: Row, face: Face, *, chosen: bool, focused: bool, typing: bool) -> None:
        line, radius = tokens()["line"], self._px(tokens()["radius"]["card"])
        selection = tokens()["selection"]["node"]
        strong = chosen and (focused or typing)
        pen = self._px(selection["pen"] if strong else line["card"])
        self._p.setPen(self._pen(selection["colour"] if chosen else "ink", pen))
        fill = selection["fill"] if chosen and not typing else "sheet"
        self._p.setBrush(self._theme.colour(fill))
        inset = pen / 2
        self._p.drawRoundedRect(face.body.adjusted(inset, inset, -inset, -inset), radius, radius)
        number = QRectF(
            face.body.left(), face.body.top(), self._px(2 * _NUMBER), face.body.height()
        )
        self._p.setFont(self._theme.font("question"))
        self._p.setPen(self._theme.colour("ink"))
        self._p.drawText(number, Qt.AlignmentFlag.AlignCenter, str(row.number))
        if not typing:
            self._words(face.text, "finding", "ink")
        self._words(face.elsewhere, "label", "ink2")

    def _links(self, face: Face, grid: Grid) -> None:
        because = [each.box.center().y() for each in face.because]
        so = [each.box.center().y() for each in face.so]
        if face.because_plate is not None:
            because = [face.because_plate.center().y()]
        if face.so_plate is not None:
            so = [face.so_plate.center().y()]
        if grid.stacked:
            self._hang(face.body, because, so, grid)
        else:
            if face.because:
                self._bracket(face.body, because, self._px(grid.because.right))
            if face.so:
                self._arrows(face.body, so, self._px(grid.so.left))

    def _bracket(self, card: QRectF, heights: Sequence[float], edge: float) -> None:
        left, pole = edge + self._px(_STUB_GAP), (edge + card.left()) / 2
        self._p.setPen(self._pen("line", self._px(tokens()["line"]["connector"])))
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        middle = card.center().y()
        self._line([QPointF(pole, middle), QPointF(card.left(), middle)])
        for height in heights:
            self._line([QPointF(left, height), QPointF(pole, height), QPointF(pole, middle)])

    def _arrows(self, card: QRectF, heights: Sequence[float], edge: float) -> None:
        pole, end = (card.right() + edge) / 2, edge - self._px(_ARROW_END)
        self._accent()
        middle = card.center().y()
        self._line([QPointF(card.right(), middle), QPointF(pole, middle)])
        for height in heights:
            self._line([QPointF(pole, middle), QPointF(pole, height), QPointF(end, height)])
            self._head(QPointF(end, height))

    def _hang(
        self, card: QRectF, because: Sequence[float], so: Sequence[float], grid: Grid
    ) -> None:
        """Stacked: what belongs to the card hangs from its lower edge."""
        pole = card.left() + self._px(_STACK_POLE)
        stub = self._px(grid.because.left - _STACK_STUB)
        self._p.setPen(self._pen("line", self._px(tokens()["line"]["connector"])))
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        for height in because:
            self._line([QPointF(pole, card.bottom()), QPointF(pole, height), QPointF(stub, height)])
        self._accent()
        pole = self._px(grid.so.left - _STACK_ARROW_POLE)
        end = self._px(grid.so.left - _ARROW_END)
        for height in so:
            self._line([QPointF(pole, card.bottom()), QPointF(pole, height), QPointF(end, height)])
            self._head(QPointF(end, height))

    def _accent(self) -> None:
        self._p.setPen(self._pen("accent", self._px(tokens()["line"]["connector"])))
        self._p.setBrush(Qt.BrushStyle.NoBrush)

    def _line(self, points: list[QPointF]) -> None:
        straight = [points[0]]
        straight += [b for a, b in pairwise(points) if a != b]
        self._p.drawPath(rounded(straight, self._px(_ELBOW)))

    def _head(self, tip: QPointF) -> None:
        size = self._px(_HEAD_SIZE)
        self._p.drawPolyline(
            [tip + QPointF(-size, -size * 0.8), tip, tip + QPointF(-size, size * 0.8)]
        )

    # -- what is recorded ----------------------------------------------------------------------

    def _heads(self, face: Face, grid: Grid) -> None:
        columns = (grid.text, grid.reason)
        for words, column in zip(HEADS, columns, strict=True):
            box = QRectF(
                self._px(column.left), face.head_top, self._px(column.width), self._px(HEAD)
            )
            self.heading(box, words)
        thick = max(1.0, self._px(tokens()["line"]["table_head"]))
        top = face.head_top + self._px(HEAD + HEAD_GAP) - thick
        rule = QRectF(self._px(grid.whole.left), top, self._px(grid.whole.width), thick)
        self._p.fillRect(rule, self._theme.colour("line"))

    def heading(self, box: QRectF, words: str) -> None:
        """The name of a column."""
        self._p.setFont(self._theme.font("heading"))
        self._p.setPen(self._theme.colour("ink2"))
        self._p.drawText(box, _MIDDLE, words)

    def _ground(self, face: Face, *, chosen: bool, focused: bool) -> None:
        theme, body = self._theme, face.body
        if not chosen:
            rule = QRectF(body.left(), round(body.bottom()) - 1, body.width(), 1)
            self._p.fillRect(rule, theme.colour("rule"))
            return
        wide = body.adjusted(-self._px(_OVERHANG), 0, self._px(_OVERHANG), 0)
        self._p.fillRect(wide, theme.colour("accent_tint"))
        bar = QRectF(wide.left(), wide.top(), self._px(_BAR), wide.height())
        self._p.fillRect(bar, theme.colour("accent"))
        if focused:
            pen = self._px(2)
            self._p.setPen(self._pen("accent", pen))
            self._p.setBrush(Qt.BrushStyle.NoBrush)
            self._p.drawRect(wide.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2))

    def _record(self, face: Face, *, typing: bool) -> None:
        if not typing:
            self._words(face.text, "label", "ink", weight=500)
        if face.under is not None:
            self._words(face.under, "label", "ink2")
        if face.reason is not None:
            self._words(face.reason, "label", "ink2")
        if face.reason_plate is not None:
            self._plate(face.reason_plate, wording.NO_REASON)
        self._words(face.elsewhere, "label", "ink2")

    # -- linked rows ---------------------------------------------------------------------------

    def _linked(self, face: Face) -> None:
        for each in face.because:
            self._sign_of_factor(each)
            self._named(each, weight=500 if each.under else 400)
        for each in face.so:
            self._sign_of_action(each)
            self._named(each, weight=500 if each.under else 400)
        if face.because_plate is not None:
            self._plate(face.because_plate, wording.NO_FACTOR)
        if face.so_plate is not None:
            self._plate(face.so_plate, wording.NO_ACTION)

    def _named(self, linked: Linked, weight: int) -> None:
        self._words(linked.words, "label", "ink" if weight > 400 else "ink2", weight=weight)
        if linked.under:
            words, high = linked.words.box, self._theme.line("label")
            at = QPointF(words.left(), words.bottom() + high * _BASELINE["label"])
            self._p.setFont(self._theme.font("label"))
            self._p.setPen(self._theme.colour("ink2"))
            room = words.width()
            metrics = self._theme.metrics("label")
            self._p.drawText(
                at, metrics.elidedText(linked.under, Qt.TextElideMode.ElideRight, room)
            )

    def _sign_of_factor(self, linked: Linked) -> None:
        if not isinstance(linked.source, Factor):
            return
        high, size = self._theme.line("label"), self._px(_SHAPE)
        box = QRectF(linked.box.left(), linked.box.top() + (high - size) / 2, size, size)
        if linked.source.kind is FactorKind.TRIGGER:
            self._glyphs.bolt(box)
        elif linked.source.family is not None:
            self._glyphs.family(linked.source.family.value, box)

    def _sign_of_action(self, linked: Linked) -> None:
        if not isinstance(linked.source, ActionItem):
            return
        label = linked.source.durability
        if label is not None:
            high = self._px(tokens()["durability_meter"]["heights"][-1])
            # Beside one line the meter stands on the words, beside two between them.
            top = linked.box.center().y() - high / 2
            sure = is_sure(linked.source)
            self._glyphs.meter(label.value, linked.box.left(), top, sure=sure)

    def _plate(self, box: QRectF, words: str) -> None:
        missing = tokens()["missing"]
        self._p.setPen(self._pen(missing["colour"], self._px(missing["pen"]), missing["dash"]))
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        radius, half = self._px(tokens()["radius"]["chip"]), self._px(missing["pen"]) / 2
        self._p.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        self._p.setFont(self._theme.font("label", weight=500))
        self._p.setPen(self._theme.colour(missing["colour"]))
        self._p.drawText(box.translated(0, -1), Qt.AlignmentFlag.AlignCenter, words)

    # -- shared --------------------------------------------------------------------------------

    def _words(self, words: Words, role: str, colour: str, weight: int | None = None) -> None:
        high = self._theme.line(role)
        self._p.setFont(self._theme.font(role, weight=weight))
        self._p.setPen(self._theme.colour(colour))
        for index, line in enumerate(words.lines):
            x = words.box.left()
            if reads_from_right(line.text):
                x += max(0.0, words.box.width() - line.width)
            y = words.box.top() + index * high + high * _BASELINE[role]
            self._p.drawText(QPointF(x, y), line.text)

    def _px(self, length: float) -> float:
        return length * self._theme.scale

    def _pen(self, colour: str | QColor, width: float, dash: Sequence[float] = ()) -> QPen:
        shade = self._theme.colour(colour) if isinstance(colour, str) else colour
        pen = QPen(shade, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dash:
            # Qt counts dashes in pen widths, the theme in px.
            pen.setDashPattern([length / tokens()["missing"]["pen"] for length in dash])
        return pen
