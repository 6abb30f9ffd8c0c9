"""The rail of the library: the reviews, and the trash, with how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from facilitator.ui.kit import Label
from facilitator.ui.library.signs import draw_bin, draw_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QPaintEvent

    from facilitator.ui.theme import Theme

_WIDTH, _MARGIN, _ITEM, _RADIUS = 208, 16, 44, 6
_ICON_LEFT, _ICON, _WORD_LEFT, _COUNT_RIGHT = 12, 20, 44, 14


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

    def show_count(self, count: int, *, current: bool) -> None:
        """Take how many there are, and whether they are shown."""
        self._count, self._current = count, current
        self.setAccessibleName(f"{self._words}: {count:,}")
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
        painter.drawText(count, right, f"{self._count:,}" if self._count else "")


class LibraryRail(QWidget):
    """``chosen`` tells whether the trash is asked for."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(theme.px(_WIDTH))
        self._reviews = _Item(theme, "reviews", "Reviews", draw_list)
        self._trash = _Item(theme, "trash", "Trash", draw_bin)
        self._reviews.clicked.connect(lambda: self.chosen.emit(False))
        self._trash.clicked.connect(lambda: self.chosen.emit(True))
        head = Label(theme, "Library", "finding")
        head.setContentsMargins(theme.px(12), 0, 0, 0)
        column = QVBoxLayout(self)
        margin = theme.px(_MARGIN)
        column.setContentsMargins(margin, theme.px(28), margin, margin)
        column.setSpacing(theme.px(2))
        column.addWidget(head)
        column.addSpacing(theme.px(20))
        column.addWidget(self._reviews)
        column.addWidget(self._trash)
        column.addStretch(1)

    def show_counts(self, reviews: int, trash: int, *, trashed: bool) -> None:
        """Take how many reviews there are, how many in the trash, and which are shown."""
        self._reviews.show_count(reviews, current=not trashed)
        self._trash.show_count(trash, current=trashed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("rule"))
