"""The foot of the Console: what the keys do, what the room sees, when the last edit was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

SHARE = "Share the Stage window, not the whole screen"
FROZEN = "The Stage is frozen: the room sees it as it was"


class _Tick(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(16), theme.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        Glyphs(QPainter(self), self._theme).evidence("supported", box, self._theme.colour("ink2"))


class Foot(QWidget):
    """A line for keys and one for advice, or more where the words need it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._frozen, self._warning = False, ""
        self.setObjectName("console.foot")
        self.setMinimumHeight(theme.px(40))
        column, row, margin = QVBoxLayout(self), QHBoxLayout(), theme.px(28)
        column.setContentsMargins(margin, theme.px(6), margin, theme.px(8))
        column.setSpacing(0)
        row.setSpacing(theme.px(8))
        self.words = Label(theme, SHARE, "label", "ink2", where="console", wrap=True)
        self.words.setObjectName("console.advice")
        self.captures = Label(theme, "", "label", "ink2", where="console", wrap=True)
        self.captures.setObjectName("console.captures")
        self.captures.hide()
        self.saved = Label(theme, "", "label", "ink2", where="console")
        self.saved.setObjectName("console.saved")
        self._tick = _Tick(theme)
        self.keys = Label(theme, "", "label", "ink2", where="console", wrap=True)
        self.keys.setObjectName("console.keys")
        self.keys.setMinimumHeight(theme.line("label", "console"))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.words)
        said.addWidget(self.captures)
        row.addLayout(said, 1)
        row.addWidget(self._tick)
        row.addWidget(self.saved)
        column.addWidget(self.keys)
        column.addLayout(row)
        self.say_saved("")

    def say_saved(self, words: str) -> None:
        """Show when the last edit was saved, e.g. ``Saved 14:02``; empty hides it."""
        self.saved.setText(words)
        self.saved.setAccessibleName(words or "Nothing to save yet")
        self._tick.setVisible(bool(words))

    def tell_keys(self, words: str) -> None:
        """Say what the keys of the section do that has them; the line keeps its room."""
        self.keys.setText(words)

    def say_frozen(self, frozen: bool) -> None:
        """Say whether the Stage stands still."""
        self._frozen = frozen
        self._show()

    def say_captures(self, words: str) -> None:
        """Say what the system was asked about captures; empty if nothing."""
        self.captures.setText(words)
        self.captures.setVisible(bool(words))

    def warn(self, words: str) -> None:
        """Say something that comes before everything else; empty takes it back."""
        self._warning = words
        self._show()

    def _show(self) -> None:
        self.words.setText(self._warning or (FROZEN if self._frozen else SHARE))
        self.words.set_colour("note" if self._warning or self._frozen else "ink2")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("well"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
