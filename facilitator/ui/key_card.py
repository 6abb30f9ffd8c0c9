"""The key card (F1): every command with a key, by place, from the table of commands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.ui.kit import draw_key_cap
from facilitator.ui.registry import key_words
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.commands import Command, Where
    from facilitator.ui.theme import Theme

_ROW, _HEAD, _GAP = 36, 40, 16


class _Card(QWidget):
    """Paints the groups in as many columns as fit, that of the place in view first."""

    def __init__(self, theme: Theme, commands: Iterable[Command], here: Where) -> None:
        super().__init__()
        self._theme = theme
        with_keys = [command for command in commands if command.keys]
        with_keys.sort(key=lambda command: command.where is not here)
        self._groups = [
            (place.value, list(group))
            for place, group in groupby(with_keys, key=lambda command: command.where)
        ]
        lines = (f"{command.words}: {', '.join(command.keys)}" for command in with_keys)
        self.setAccessibleName("; ".join(lines))

    def _columns(self) -> list[list[tuple[str, list[Command]]]]:
        count = max(1, self.width() // self._theme.px(360))
        heights = [0] * count
        columns: list[list[tuple[str, list[Command]]]] = [[] for _ in range(count)]
        total = sum(self._group_height(group) for _name, group in self._groups)
        column = 0
        for name, group in self._groups:
            height = self._group_height(group)
            if heights[column] and heights[column] + height / 2 > total / count:
                column = min(column + 1, count - 1)
            columns[column].append((name, group))
            heights[column] += height
        return columns

    def _group_height(self, group: list[Command]) -> int:
        return self._theme.px(_HEAD + _ROW * len(group) + _GAP)

    def heightForWidth(self, _width: int) -> int:
        """Height of the longest column."""
        return max(
            (sum(self._group_height(group) for _n, group in column) for column in self._columns()),
            default=0,
        )

    def sizeHint(self) -> QSize:
        """As high as its longest column."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Columns follow the width."""
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw group by group."""
        painter = QPainter(self)
        columns = self._columns()
        width = self.width() // len(columns)
        for number, column in enumerate(columns):
            top = 0
            for name, group in column:
                self._draw_group(painter, QRect(number * width, top, width - 24, 0), name, group)
                top += self._group_height(group)

    def _draw_group(self, painter: QPainter, at: QRect, name: str, group: list[Command]) -> None:
        theme = self._theme
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(
            at.x(), at.y(), at.width(), theme.px(_HEAD - 8), Qt.AlignmentFlag.AlignVCenter, name
        )
        for row, command in enumerate(group):
            top = at.y() + theme.px(_HEAD + row * _ROW)
            keys = key_words(command.keys[0])
            wide = round(theme.metrics("label", weight=500).horizontalAdvance(keys)) + theme.px(14)
            draw_key_cap(painter, theme, QRect(at.x(), top, wide, theme.px(26)), keys)
            left = max(theme.px(112), wide + theme.px(12))
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("ink"))
            box = QRect(at.x() + left, top, at.width() - left, theme.px(26))
            text = theme.metrics("label").elidedText(
                command.words, Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)


class _Area(QScrollArea):
    """As high as the card where the window is; arrows, Page Up and Page Down scroll it."""

    def __init__(self, theme: Theme, card: _Card) -> None:
        super().__init__()
        self._card = card
        self.setObjectName("keys.area")
        self.setAccessibleName("All keys")
        self.setWidgetResizable(True)
        self.setWidget(card)
        self.setMinimumHeight(theme.px(160))
        self.verticalScrollBar().setSingleStep(theme.px(_ROW))

    def sizeHint(self) -> QSize:
        """The whole card."""
        return QSize(self.width(), self._card.heightForWidth(self.width()))


class KeyCard(Sheet):
    """All keys on one card; any of Escape, Enter and F1 sends it away."""

    def __init__(self, theme: Theme, commands: Iterable[Command], here: Where) -> None:
        super().__init__(theme, "All keys", width=1380)
        self.area = _Area(theme, _Card(theme, commands, here))
        self.card_column.addWidget(self.area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send the card away."""
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
            return
        super().keyPressEvent(event)
