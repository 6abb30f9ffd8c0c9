"""Paints the rows of both lists of the page: a shape, words that wrap, facts below them."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.ui.glyphs import Glyphs
from facilitator.ui.library.patterns.rows import Kind, Row

if TYPE_CHECKING:
    from facilitator.ui.library.patterns.model import RowModel
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_SIDE, _TOP, _BAR, _SHAPE, _SHAPE_GAP, _METER_GAP, _HEAD_TOP = 16, 11, 4, 17, 29, 60, 16
_WRAP = Qt.TextFlag.TextWordWrap
_ROLES = {Kind.HEAD: "label", Kind.CALM: "text", Kind.PATTERN: "row_title"}
_WEIGHTS = {Kind.HEAD: 600, Kind.PATTERN: 600}


class RowsPainter(QStyledItemDelegate):
    """Rows are as high as their words need at the width of the list.

    ``roomy`` names a row by its key, and how high in px it is at least.
    """

    def __init__(self, theme: Theme, view: QListView, model: RowModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model
        self.roomy = ("", 0)

    def _lines(self, row: Row) -> list[tuple[str, str, str, int | None]]:
        """Each text with its role, colour and weight."""
        colour = "ink2" if row.kind in (Kind.HEAD, Kind.CALM) else "ink"
        role = _ROLES.get(row.kind, "text")
        lines: list[tuple[str, str, str, int | None]] = [
            (row.words, role, colour, _WEIGHTS.get(row.kind))
        ]
        lines += [(row.facts, "label", "ink2", None)] if row.facts else []
        return lines + ([(row.note, "label", "note", None)] if row.note else [])

    def _left(self, row: Row) -> int:
        gap = 0
        if row.kind is Kind.ACTION:
            gap = _METER_GAP
        elif row.kind not in (Kind.HEAD, Kind.CALM) and self._model.shaped:
            gap = _SHAPE_GAP
        return self._theme.px(_SIDE + gap)

    def _heights(self, row: Row) -> list[int]:
        width = self._view.viewport().width() - self._left(row) - self._theme.px(_SIDE)
        room = QRectF(0, 0, max(1, width), 1e6)
        heights = []
        for words, role, _colour, weight in self._lines(row):
            metrics = self._theme.metrics(role, "library", weight)
            box = metrics.boundingRect(room, int(_WRAP), words)
            leading = self._theme.line(role, "library") - metrics.lineSpacing()
            heights.append(ceil(box.height() + max(0.0, leading)))
        return heights

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        height = sum(self._heights(row)) + 2 * self._theme.px(_TOP)
        if row.kind is Kind.HEAD:
            height += self._theme.px(_HEAD_TOP - _TOP)
        if row.key and row.key == self.roomy[0]:
            height = max(height, self.roomy[1])
        return QSize(self._theme.px(100), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, shape and words."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        theme, box = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(box)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._draw_ground(painter, box, row, chosen=chosen)
        top = box.y() + theme.px(_HEAD_TOP if row.kind is Kind.HEAD else _TOP)
        self._draw_shape(painter, row, box.x() + theme.px(_SIDE), top)
        left = box.x() + self._left(row)
        for line, height in zip(self._lines(row), self._heights(row), strict=True):
            words, role, colour, weight = line
            painter.setFont(theme.font(role, "library", weight))
            painter.setPen(theme.colour(colour))
            place = QRectF(left, top, box.right() - theme.px(_SIDE) - left, height)
            painter.drawText(place, int(_WRAP), words)
            top += height
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        theme = self._theme
        if chosen:
            painter.fillRect(box.adjusted(0, 0, 0, -1), theme.colour("accent_tint"))
            width = theme.px(_BAR if self._view.hasFocus() else _BAR / 2)
            painter.fillRect(
                QRectF(box.x(), box.y(), width, box.height() - 1), theme.colour("accent")
            )
        side, head = theme.px(_SIDE), row.kind is Kind.HEAD
        rule = QRectF(box.x() + side, box.bottom() - 1, box.width() - 2 * side, 1)
        painter.fillRect(rule, theme.colour("line" if head else "rule"))

    def _draw_shape(self, painter: QPainter, row: Row, left: float, top: float) -> None:
        theme, glyphs = self._theme, Glyphs(painter, self._theme)
        size = theme.px(_SHAPE)
        if row.kind is Kind.ACTION and row.label is not None:
            glyphs.meter(row.label.value, left, top + theme.px(2))
        elif row.family is not None:
            glyphs.family(row.family.value, QRectF(left, top + theme.px(4), size, size))
