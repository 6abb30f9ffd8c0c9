"""The line in which actions are typed: Enter adds, arrows walk the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from facilitator.domain.text import TEXT_LIMIT
from facilitator.ui.actions.commands import COMMANDS
from facilitator.ui.actions.underlines import Underlines
from facilitator.ui.entry_line import ManyLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from facilitator.domain.action_line import ActionSpan
    from facilitator.ui.commands import Command
    from facilitator.ui.desk import Desk

_PLATE, _PLATE_WIDTH, _BETWEEN = 30, 420, 14
_HERE = ("edit", "details", "move_up", "move_down", "loose_ends", "next_cell", "stronger")
"""Commands that also work from the entry line: their keys type nothing."""


class ActionsEntry(ManyLines):
    """Underlines the tokens that were understood, and says what added actions are linked to."""

    def __init__(self, desk: Desk) -> None:
        wanted = {f"actions.{name}" for name in _HERE}
        here = [_typing_nothing(each) for each in COMMANDS if each.id in wanted]
        super().__init__(desk, "actions.entry", here, TEXT_LIMIT)
        self.purpose = ""
        self._spans: tuple[ActionSpan, ...] = ()
        self._underlines = Underlines(self, desk.theme)
        self.describe("Add an action: what will be changed", "What will exist once it is done")

    def show_spans(self, spans: Sequence[ActionSpan]) -> None:
        """Underline the pieces that were understood as tokens."""
        if tuple(spans) != self._spans:
            self._spans = tuple(spans)
            self.update()

    def show_purpose(self, words: str) -> None:
        """Say what added actions are linked to; empty for nothing."""
        self.purpose = words
        self.setAccessibleDescription(words)
        self._fit()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tab goes to the table."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            self.registry.run("actions.next_cell")
            return True
        return super().event(event)

    def resizeEvent(self, event: object) -> None:
        """The plate takes a share of the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line under every token; a plate with the purpose before the key."""
        super().paintEvent(event)
        painter = QPainter(self)
        self._underlines.draw(painter, self._spans)
        if self.purpose:
            self._draw_purpose(painter, self.cap.left() - self.theme.px(_BETWEEN))

    def _draw_purpose(self, painter: QPainter, right: int) -> None:
        theme = self.theme
        width, height = self._purpose_width(), theme.px(_PLATE)
        plate = QRect(right - width, (self.height() - height) // 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_tint"))
        painter.drawRoundedRect(plate, theme.px(4), theme.px(4))
        painter.setPen(theme.colour("accent"))
        painter.setFont(theme.font("label", weight=500))
        metrics = theme.metrics("label", weight=500)
        inner = plate.adjusted(theme.px(10), 0, -theme.px(10), -theme.px(1))
        shown = metrics.elidedText(self.purpose, Qt.TextElideMode.ElideRight, inner.width() + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)

    def _purpose_width(self) -> int:
        theme = self.theme
        advance = theme.metrics("label", weight=500).horizontalAdvance(self.purpose)
        most = min(theme.px(_PLATE_WIDTH), self.width() // 3)
        return min(round(advance) + theme.px(20), most)

    def _fit(self) -> None:
        plate = self._purpose_width() + self.theme.px(_BETWEEN) if self.purpose else 0
        self.leave_room(plate)


def _typing_nothing(command: Command) -> Command:
    """A command without its letter: in the line, letters are typing."""
    return replace(command, keys=tuple(each for each in command.keys if len(each) > 1))
