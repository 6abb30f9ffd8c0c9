"""Rows of the Console whose current one shows, as buttons, what can be done with it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, ClassVar, Generic

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPen

from facilitator.ui.console.rows import ConsoleRows
from facilitator.ui.console.section import OVERHANG
from facilitator.ui.console.told_model import One, ToldModel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPainter

    from facilitator.ui.theme import Theme

BUTTON, ABOVE_BUTTON, BETWEEN = 30, 7, 8


class ButtonRows(ConsoleRows, Generic[One]):
    """As high as its rows; a row without buttons is chosen by a click.

    A subclass names its signals, of which ``chosen`` is one; they carry the row.
    ``current_moved`` tells where the current one stands.
    """

    labels: ClassVar[dict[str, tuple[str, str]]]
    """By signal: the words of its button, and the key that does the same."""
    keys: ClassVar[dict[Qt.Key, str]]
    """By key: the signal."""
    side: ClassVar[int]
    key_gap: ClassVar[int]

    chosen = Signal(object)
    current_moved = Signal(QRect)

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__(theme, name, words)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pressed_row = -1
        """The row that was pressed last."""
        self.rows: ToldModel[One] = ToldModel()
        self.setModel(self.rows)
        self.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def current(self) -> One | None:
        """The current row."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def refresh(self, rows: tuple[One, ...]) -> None:
        """Show these rows; the current one stays, or the one in its place is current now."""
        kept, place = self.current, self.currentIndex().row()
        if not self.rows.refresh(rows):
            return
        same = (i for i, each in enumerate(rows) if kept and self.is_same(each, kept))
        self.choose_row(next(same, max(0, place)))
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows are."""
        high = sum(self.row_height(row) for row in range(len(self.rows.rows)))
        self.want(high, high)
        self.doItemsLayout()
        self.viewport().update()

    # -- what a list is made of ----------------------------------------------------------------

    def is_same(self, one: One, other: One) -> bool:
        """Whether two rows are about the same, though their words may differ."""
        raise NotImplementedError

    def is_open(self, row: One) -> bool:
        """Whether a row has buttons when it is current."""
        raise NotImplementedError

    def buttons(self) -> tuple[tuple[str, QRectF], ...]:
        """The buttons in the current row, each with the signal it sends."""
        raise NotImplementedError

    def row_height(self, row: int) -> int:
        """The words, the buttons in the current row, air, and the rule."""
        raise NotImplementedError

    def shows_key(self) -> bool:
        """Whether a button shows its key."""
        return True

    def button_words(self, signal: str) -> tuple[str, str]:
        """The words of a button in the current row, and its key."""
        return self.labels[signal]

    def row_size(self, row: int) -> QSize:
        """Across the list."""
        return QSize(100, self.row_height(row))

    def has_buttons(self, row: int) -> bool:
        """Whether a row shows buttons now."""
        return 0 <= row == self.currentIndex().row() and self.is_open(self.rows.rows[row])

    # -- keys and mouse ------------------------------------------------------------------------

    def answer(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Do what a button does; what has none can only be chosen."""
        row, signal = self.current, self.keys.get(key)
        if row is None or signal is None or held != Qt.KeyboardModifier.NoModifier:
            return False
        if signal == "chosen" or signal in dict(self.buttons()):
            getattr(self, signal).emit(row)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button of the current row, or another row."""
        self.pressed_row = -1
        for signal, box in self.buttons():
            if box.contains(event.position()):
                getattr(self, signal).emit(self.current)
                return
        # The row moves once it is current, for the buttons stand in another one then.
        pressed = self.indexAt(event.position().toPoint()).row()
        super().mousePressEvent(event)
        if 0 <= pressed < len(self.rows.rows):
            self.pressed_row = pressed
            self.choose_row(pressed)
            if not self.is_open(self.rows.rows[pressed]):
                self.chosen.emit(self.rows.rows[pressed])

    def _current_changed(self) -> None:
        self.fit()
        if self.hasFocus() and self.currentIndex().isValid():
            self.current_moved.emit(self.visualRect(self.currentIndex()))

    # -- looks ---------------------------------------------------------------------------------

    def draw_rule(self, painter: QPainter, row: int, box: QRectF) -> None:
        """The rule to the next row; a tinted row needs none."""
        tinted = self.hasFocus() and row == self.currentIndex().row()
        if not tinted and row < len(self.rows.rows) - 1:
            over = self.theme.px(OVERHANG)
            rule = QRectF(box.left() + over, round(box.bottom()) - 1, box.width() - 2 * over, 1)
            painter.fillRect(rule, self.theme.colour("rule"))

    def button_width(self, signal: str) -> int:
        """How wide a button is."""
        words, key = self.button_words(signal)
        wide = self.theme.metrics("label", "console", 500).horizontalAdvance(words)
        if self.shows_key():
            wide += self.theme.metrics("key", "console").horizontalAdvance(key)
            wide += self.theme.px(self.key_gap)
        return ceil(wide) + self.theme.px(2 * self.side)

    def draw_buttons(self, painter: QPainter) -> None:
        """Those of the current row."""
        for signal, box in self.buttons():
            self._draw_button(painter, signal, box)

    def _draw_button(self, painter: QPainter, signal: str, box: QRectF) -> None:
        theme, middle, main = self.theme, Qt.AlignmentFlag.AlignVCenter, signal == "chosen"
        words, key = self.button_words(signal)
        painter.setPen(QPen(theme.colour("accent" if main else "line"), theme.scale))
        painter.setBrush(theme.colour("sheet"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
        inside = box.adjusted(theme.px(self.side), 0, -theme.px(self.side), -theme.px(1))
        painter.setFont(theme.font("label", "console", 500))
        painter.setPen(theme.colour("accent" if main else "ink"))
        painter.drawText(inside, middle, words)
        if self.shows_key():
            painter.setFont(theme.font("key", "console"))
            painter.setPen(theme.colour("ink2"))
            painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, key)
