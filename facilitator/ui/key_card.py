"""The key card (F1): every command with a key, by place, from the table of commands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractSlider, QLineEdit, QScrollArea, QWidget

from facilitator.ui.kit import Label, draw_key_cap
from facilitator.ui.registry import key_words
from facilitator.ui.sheet import ENTER, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.commands import Command, Where
    from facilitator.ui.theme import Theme

_ROW, _HEAD, _GAP = 36, 40, 16
_NONE = "No key does that; Ctrl K lists what has none."
_KEYS, _APART, _MOST_HIGH = 112, 24, 10_000
"""Room for the keys of a row, and between columns; more than words are ever high."""


class _Card(QWidget):
    """Paints the groups in as many columns as fit, that of the place in view first.

    ``narrow`` leaves those whose words, place or keys hold every word that is typed.
    """

    def __init__(self, theme: Theme, commands: Iterable[Command], here: Where) -> None:
        super().__init__()
        self._theme = theme
        with_keys = [command for command in commands if command.keys]
        with_keys.sort(key=lambda command: command.where is not here)
        self._commands = with_keys
        self.narrow("")

    def narrow(self, typed: str) -> int:
        """Show the commands that fit what is typed; how many they are."""
        words = typed.casefold().split()
        fit = [each for each in self._commands if _fits(each, words)]
        self._groups = [
            (place.value, list(group))
            for place, group in groupby(fit, key=lambda command: command.where)
        ]
        lines = (f"{command.words}: {', '.join(command.keys)}" for command in fit)
        self.setAccessibleName("; ".join(lines))
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.update()
        return len(fit)

    @property
    def _count(self) -> int:
        return max(1, self.width() // self._theme.px(360))

    def _columns(self) -> list[list[tuple[str, list[Command]]]]:
        count = self._count
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
        return self._theme.px(_HEAD + _GAP) + sum(map(self._row_height, group))

    def _row_height(self, command: Command) -> int:
        """As many lines as the words take."""
        return self._theme.px(_ROW) + self._words_height(command) - self._line

    @property
    def _line(self) -> int:
        return round(self._theme.metrics("label").lineSpacing())

    def _words_height(self, command: Command) -> int:
        metrics = self._theme.metrics("label")
        _left, room = self._words_place(command)
        if metrics.horizontalAdvance(command.words) <= room:
            return self._line
        page = QRectF(0, 0, room, _MOST_HIGH)
        needed = metrics.boundingRect(page, Qt.TextFlag.TextWordWrap, command.words)
        return max(self._line, round(needed.height()))

    def _words_place(self, command: Command) -> tuple[int, int]:
        """From the left of the column to the words, and how wide they may be."""
        left = max(self._theme.px(_KEYS), self._cap_width(command) + self._theme.px(12))
        return left, self.width() // self._count - _APART - left

    def _cap_width(self, command: Command) -> int:
        keys = self._theme.metrics("label", weight=500).horizontalAdvance(_keys(command))
        return round(keys) + self._theme.px(14)

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
                self._draw_group(
                    painter, QRect(number * width, top, width - _APART, 0), name, group
                )
                top += self._group_height(group)

    def _draw_group(self, painter: QPainter, at: QRect, name: str, group: list[Command]) -> None:
        theme = self._theme
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(
            at.x(), at.y(), at.width(), theme.px(_HEAD - 8), Qt.AlignmentFlag.AlignVCenter, name
        )
        top = at.y() + theme.px(_HEAD)
        for command in group:
            self._draw_row(painter, at.x(), top, command)
            top += self._row_height(command)

    def _draw_row(self, painter: QPainter, x: int, top: int, command: Command) -> None:
        theme = self._theme
        cap = QRect(x, top, self._cap_width(command), theme.px(26))
        draw_key_cap(painter, theme, cap, _keys(command))
        left, room = self._words_place(command)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink"))
        box = QRect(x + left, top, room, theme.px(26))
        # The first line stands in the middle of the key.
        box.setTop(top + (theme.px(26) - self._line) // 2)
        box.setHeight(self._words_height(command) + self._line)
        painter.drawText(box, Qt.TextFlag.TextWordWrap, command.words)


def _keys(command: Command) -> str:
    return key_words(command.keys[0])


def _fits(command: Command, words: list[str]) -> bool:
    """Whether every word stands in what it does or its keys, or begins its place."""
    keys = " ".join((*command.keys, *map(key_words, command.keys)))
    text, place = f"{command.words} {keys}".casefold(), command.where.value.casefold()
    return all(word in text or place.startswith(word) for word in words)


class _Area(QScrollArea):
    """As high as the card where the window is; arrows, Page Up and Page Down scroll it."""

    def __init__(self, theme: Theme, card: _Card) -> None:
        super().__init__()
        self._card, self._high = card, 0
        self.setObjectName("keys.area")
        self.setAccessibleName("All keys")
        self.setWidgetResizable(True)
        self.setWidget(card)
        self.setMinimumHeight(theme.px(160))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(theme.px(_ROW))

    def sizeHint(self) -> QSize:
        """The whole card, also while few of its keys fit what is typed."""
        self._high = max(self._high, self._card.heightForWidth(self.width()))
        return QSize(self.width(), self._high)


_SLIDER = QAbstractSlider.SliderAction
_STEPS = {
    Qt.Key.Key_Up: _SLIDER.SliderSingleStepSub,
    Qt.Key.Key_Down: _SLIDER.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _SLIDER.SliderPageStepSub,
    Qt.Key.Key_PageDown: _SLIDER.SliderPageStepAdd,
}


class KeyCard(Sheet):
    """All keys on one card; what is typed narrows it.

    Enter and F1 send it away, and Escape once nothing is typed.
    """

    def __init__(self, theme: Theme, commands: Iterable[Command], here: Where) -> None:
        super().__init__(theme, "All keys", width=1380)
        self.line = QLineEdit()
        self.line.setObjectName("keys.line")
        self.line.setFont(theme.font("entry"))
        self.line.setPlaceholderText("Type to find a key")
        self.line.setAccessibleName("Type to find a key")
        self._keys = _Card(theme, commands, here)
        self.area = _Area(theme, self._keys)
        self._none = Label(theme, _NONE, "text", "ink2", wrap=True)
        for each in (self.line, self._none, self.area):
            self.card_column.addWidget(each)
        self._none.hide()
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)

    def _narrow(self, typed: str) -> None:
        self._none.setVisible(not self._keys.narrow(typed))
        self.line.setAccessibleDescription(self._keys.accessibleName())
        self.area.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the line that are not typed scroll the card, or send it away."""
        if watched is self.line and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._answered(event)
        return super().eventFilter(watched, event)

    def _answered(self, event: QKeyEvent) -> bool:
        key, bar = event.key(), self.area.verticalScrollBar()
        if key in (Qt.Key.Key_F1, *ENTER):
            self.close_sheet()
        elif key == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
        elif (step := _STEPS.get(Qt.Key(key))) is not None:
            bar.triggerAction(step)
        else:
            return False
        return True
