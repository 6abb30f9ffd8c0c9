"""The rail of the library: what it leads to, with how many there are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from facilitator.ui.kit import Label
from facilitator.ui.library.signs import (
    draw_again,
    draw_bin,
    draw_curve,
    draw_into,
    draw_list,
    draw_ticked,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QPaintEvent

    from facilitator.ui.theme import Theme

_WIDTH, _MARGIN, _ITEM, _RADIUS = 208, 16, 44, 6
_ICON_LEFT, _ICON, _WORD_LEFT, _COUNT_RIGHT = 12, 20, 44, 14
_THOUSANDS_FROM = 10_000
_ITEMS = (
    ("reviews", "Reviews", draw_list),
    ("actions", "Actions", draw_ticked),
    ("trends", "Trends", draw_curve),
    ("patterns", "Patterns", draw_again),
    ("import", "Import", draw_into),
    ("trash", "Trash", draw_bin),
)


class _Item(QAbstractButton):
    """A sign, a word and a count."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        sign: Callable[[QPainter, QRectF, QColor], object],
    ) -> None:
        super().__init__()
        self._theme, self._words, self._sign = theme, words, sign
        self._count, self._current = 0, False
        self.setObjectName(f"library.rail.{name}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(theme.px(_ITEM))

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(self._theme.px(_WIDTH - 2 * _MARGIN), self._theme.px(_ITEM))

    def show_count(self, count: int | None) -> None:
        """Take how many there are; None where nothing is counted."""
        self._count = count or 0
        self.setAccessibleName(self._words if count is None else f"{self._words}: {count:,}")
        self.update()

    def show_current(self, *, current: bool) -> None:
        """Take whether this is shown."""
        self._current = current
        self.setAccessibleDescription("shown" if current else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tinted while it is shown."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        radius = theme.px(_RADIUS)
        if self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_tint"))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
        colour = theme.colour("accent" if self._current else "ink2")
        size = theme.px(_ICON)
        sign = QRectF(theme.px(_ICON_LEFT), (box.height() - size) / 2, size, size)
        self._sign(painter, sign, colour)
        painter.setPen(colour)
        painter.setFont(theme.font("label", weight=600 if self._current else 400))
        words = box.adjusted(theme.px(_WORD_LEFT), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.setFont(theme.font("label"))
        count = box.adjusted(0, 0, -theme.px(_COUNT_RIGHT), 0)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(count, right, _short(self._count) if self._count else "")


def _short(count: int) -> str:
    """``9,999``, but ``44k``: there is no room for more."""
    return f"{count:,}" if count < _THOUSANDS_FROM else f"{count // 1000:,}k"


class LibraryRail(QWidget):
    """``chosen`` tells the name of what is asked for."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(theme.px(_WIDTH))
        self._items = {name: _Item(theme, name, words, sign) for name, words, sign in _ITEMS}
        head = Label(theme, "Library", "finding")
        head.setContentsMargins(theme.px(12), 0, 0, 0)
        column = QVBoxLayout(self)
        margin = theme.px(_MARGIN)
        column.setContentsMargins(margin, theme.px(28), margin, margin)
        column.setSpacing(theme.px(2))
        column.addWidget(head)
        column.addSpacing(theme.px(20))
        for name, item in self._items.items():
            item.clicked.connect(partial(self.chosen.emit, name))
            item.show_count(None)
            column.addWidget(item)
        column.addStretch(1)

    def show_count(self, name: str, count: int) -> None:
        """Take how many there are of something."""
        self._items[name].show_count(count)

    def show_current(self, name: str) -> None:
        """Take what is shown."""
        for each, item in self._items.items():
            item.show_current(current=each == name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("rule"))
