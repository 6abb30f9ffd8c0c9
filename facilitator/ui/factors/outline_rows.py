"""Draws the rows of the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain.words import EvidenceStatus, FactorKind
from facilitator.ui.factors import plates
from facilitator.ui.factors.wording import family_short
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from facilitator.domain.records import Factor
    from facilitator.ui.desk import Desk
    from facilitator.ui.factors.state import TreeState

    Index = QModelIndex | QPersistentModelIndex

ROW, _GLYPH, _PAD, _JOINT_GAP = 44, 18, 16, 18


class RowPainter(QStyledItemDelegate):
    """Draws words, family, evidence and linked events of one factor a row.

    ``short`` says that the families' short names have to do.
    """

    def __init__(self, desk: Desk, state: TreeState) -> None:
        super().__init__()
        self._theme, self._state = desk.theme, state
        self.short = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(self._theme.px(80), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        factor: Factor = index.data(Qt.ItemDataRole.UserRole)
        box = QRect(option.rect)
        pad = self._theme.px(_PAD if index.column() else _PAD // 2)
        box.adjust(pad, 0, -self._theme.px(_PAD // 2), 0)
        painter.save()
        draw = (self._draw_words, self._draw_family, self._draw_evidence, self._draw_events)
        draw[index.column()](painter, box, factor, index)
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRect, factor: Factor, index: Index) -> None:
        ruled_out = factor.evidence_status is EvidenceStatus.RULED_OUT
        weight = 600 if factor.parent is None else 500
        words = str(index.data())
        metrics = self._theme.metrics("text", weight=weight)
        box = self._draw_jointly(painter, box, factor, round(metrics.horizontalAdvance(words)))
        colour = "ink2" if ruled_out else "ink"
        shown = Writing(painter, self._theme).line(QRectF(box), words, "text", colour, weight)
        if ruled_out:
            middle = box.center().y() + self._theme.px(1)
            end = box.left() + min(box.width(), round(metrics.horizontalAdvance(shown)))
            painter.setPen(QPen(self._theme.colour("ink2"), 1.5))
            painter.drawLine(box.left(), middle, end, middle)

    def _draw_jointly(self, painter: QPainter, box: QRect, factor: Factor, words: int) -> QRect:
        """Say *both needed* behind the words; gives the room that they have."""
        jointly = self._state.jointly(factor)
        if not jointly:
            return box
        theme = self._theme
        width, gap = round(plates.joint_width(theme, jointly)), theme.px(_JOINT_GAP)
        room = box.adjusted(0, 0, -width - gap, 0)
        plate = QRectF(0, 0, width, theme.px(plates.HEIGHT))
        plate.moveCenter(QPointF(box.center()))
        plate.moveLeft(box.left() + min(words, room.width()) + gap)
        plates.draw_joint(painter, theme, plate, jointly)
        return room

    def _draw_family(self, painter: QPainter, box: QRect, factor: Factor, index: Index) -> None:
        glyph = self._glyph_box(box)
        if factor.kind is FactorKind.TRIGGER:
            Glyphs(painter, self._theme).bolt(glyph)
            self._write(painter, box, "Trigger")
        elif factor.family is not None:
            Glyphs(painter, self._theme).family(factor.family.value, glyph)
            words = family_short(factor) if self.short else str(index.data())
            self._write(painter, box, words)

    def _draw_evidence(self, painter: QPainter, box: QRect, factor: Factor, index: Index) -> None:
        if factor.parent is not None:
            status = factor.evidence_status.value
            Glyphs(painter, self._theme).evidence(status, self._glyph_box(box))
            self._write(painter, box, str(index.data()))

    def _draw_events(self, painter: QPainter, box: QRect, factor: Factor, _index: Index) -> None:
        theme, left = self._theme, float(box.left())
        for chip in self._state.linked.of(factor):
            top = box.center().y() - theme.px(plates.HEIGHT) / 2
            plate = QRectF(left, top, plates.chip_width(theme, chip), theme.px(plates.HEIGHT))
            if plate.right() > box.right():
                self._write(painter, QRect(round(left), box.y(), box.width(), box.height()), "…")
                return
            plates.draw_chip(painter, theme, plate, chip)
            left = plate.right() + theme.px(8)

    def _glyph_box(self, box: QRect) -> QRectF:
        size = self._theme.px(_GLYPH)
        return QRectF(box.left(), box.center().y() - size / 2 + 1, size, size)

    def _write(self, painter: QPainter, box: QRect, words: str) -> None:
        inner = QRectF(box.adjusted(self._theme.px(_GLYPH + 8), 0, 0, 0))
        Writing(painter, self._theme).line(inner, words, "label")
