"""Paints the rows of the lists in sheets: the chosen one with a bar, tinted if keys go there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

ROW, _BAR = 40, 4
Index = QModelIndex | QPersistentModelIndex


class SheetRows(QStyledItemDelegate):
    """The ground of a row; a subclass draws what stands on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw what a row says."""
        raise NotImplementedError

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are alike."""
        return QSize(100, self.theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words."""
        theme, box = self.theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            here = _has_keys(option)
            painter.fillRect(box, theme.colour("accent_tint" if here else "well"))
            bar = QRectF(box.x(), box.y(), theme.px(_BAR if here else _BAR / 2), box.height())
            painter.fillRect(bar, theme.colour("accent" if here else "line"))
        self.draw(painter, box, index)
        painter.restore()


def _has_keys(option: QStyleOptionViewItem) -> bool:
    """Whether keys do something with the rows: here, or from the line above that walks them."""
    view: Any = option.widget
    return view is None or view.focusPolicy() == Qt.FocusPolicy.NoFocus or view.hasFocus()
