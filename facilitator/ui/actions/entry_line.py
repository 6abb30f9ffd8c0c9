"""The line in which actions are typed: Enter adds, arrows walk the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.action_line import ActionRole
from facilitator.domain.text import LINE_LIMIT, TEXT_LIMIT
from facilitator.ui.actions.commands import COMMANDS
from facilitator.ui.actions.underlines import LineRuler
from facilitator.ui.fields import leave_undo_to_window
from facilitator.ui.kit import draw_key_cap
from facilitator.ui.local_keys import LocalKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QDropEvent, QPaintEvent

    from facilitator.domain.action_line import ActionSpan
    from facilitator.ui.commands import Command
    from facilitator.ui.desk import Desk

_HEIGHT, _RING = 52, 4
_CAP, _CAP_HEIGHT, _PLATE, _PLATE_WIDTH = "Enter", 26, 30, 420
_UNDERLINE = 3
_HERE = ("edit", "details", "move_up", "move_down", "loose_ends", "next_cell")
"""Commands that also work from the entry line: their keys type nothing."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EntryLine(QLineEdit):
    """Tells ``entered``, ``stepped`` (rows), ``paged`` (pages), ``left`` (Escape) and ``pasted``.

    ``pasted`` carries several lines at once; one line is pasted as ever.
    """

    entered = Signal()
    stepped = Signal(int)
    paged = Signal(int)
    left = Signal()
    pasted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = self._theme = desk.theme
        self._desk = desk
        wanted = {f"actions.{name}" for name in _HERE}
        self._keys = LocalKeys(_typing_nothing(each) for each in COMMANDS if each.id in wanted)
        self._spans: tuple[ActionSpan, ...] = ()
        self._ruler: tuple[str, LineRuler] | None = None
        self.purpose = ""
        self.setObjectName("actions.entry")
        self.setAccessibleName("Add an action: what will be changed")
        self.setPlaceholderText("What will exist once it is done")
        self.setMaxLength(TEXT_LIMIT)
        self.setFont(theme.font("entry"))
        self.setFixedHeight(theme.px(_HEIGHT + 2 * _RING))
        self._cap = round(theme.metrics("label", weight=500).horizontalAdvance(_CAP)) + theme.px(14)
        self.setStyleSheet(self._looks())
        self._leave_room()

    def _looks(self) -> str:
        theme = self._theme
        accent, line, note = (theme.colour(role).name() for role in ("accent", "line", "note"))
        radius, pad, gap = theme.px(8), theme.px(8), theme.px(_RING) - 1
        return (
            f"QLineEdit {{ border: 1px solid {line}; border-radius: {radius}px;"
            f" margin: {gap}px; padding: 0 {pad}px; }}"
            f"QLineEdit:focus {{ border: 3px solid {accent}; margin: 0; padding: 0 {pad + 1}px; }}"
            f'QLineEdit[wrong="true"]:focus {{ border: 3px solid {note}; }}'
        )

    # -- what it shows -------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Start with a text; the cursor stands behind it and there is nothing to undo yet."""
        self.setText(text)
        self.end(False)

    def show_spans(self, spans: Sequence[ActionSpan]) -> None:
        """Underline the pieces that were understood as tokens."""
        if tuple(spans) != self._spans:
            self._spans = tuple(spans)
            self.update()

    def show_purpose(self, words: str) -> None:
        """Say what added actions are linked to; empty for nothing."""
        self.purpose = words
        self.setAccessibleDescription(words)
        self._leave_room()
        self.update()

    # -- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the document once there is no typing left; Tab goes to the table."""
        undoes = leave_undo_to_window(event) and isinstance(event, QKeyEvent)
        if undoes and not self._has_typing(event):  # type: ignore[arg-type]
            event.ignore()
            return False
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() == Qt.Key.Key_Tab:  # type: ignore[attr-defined]
            self._desk.registry.run("actions.next_cell")
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, arrows, Escape and the page's keys that type nothing; the rest is typing."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _held(event):
            self.entered.emit()
        elif key in _STEPS and not _held(event):
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(1 if key is Qt.Key.Key_PageDown else -1)
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif self._is_undo(event) and not self._has_typing(event):
            event.ignore()
        elif (command := self._keys.command_of(event)) is not None:
            self._desk.registry.run(command)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, but several lines pasted are several actions."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped lines are pasted lines."""
        if "\n" in event.mimeData().text().strip():
            self.pasted.emit(event.mimeData().text())
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if len(text.strip().splitlines()) > 1:
            self.pasted.emit(text)
        else:
            self.insert(text.strip("\r\n"))

    def _is_undo(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        return event.matches(keys.Undo) or event.matches(keys.Redo)

    def _has_typing(self, event: QKeyEvent) -> bool:
        redo = event.matches(QKeySequence.StandardKey.Redo)
        return self.isRedoAvailable() if redo else self.isUndoAvailable()

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line under every token; plate and key stand at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        self._draw_underlines(painter)
        theme = self._theme
        height = theme.px(_CAP_HEIGHT)
        left = self.width() - self._cap - theme.px(17)
        cap = QRect(left, (self.height() - height) // 2, self._cap, height)
        draw_key_cap(painter, theme, cap, _CAP)
        if self.purpose:
            self._draw_purpose(painter, left - theme.px(14))

    def _draw_underlines(self, painter: QPainter) -> None:
        if not self._spans or len(self.text()) > LINE_LIMIT:
            return
        ruler, cursor = self._measured(), self.cursorRect()
        # The cursor tells how far the line is scrolled.
        shift = cursor.center().x() - ruler.x(self.cursorPosition())
        top = self.height() / 2 + self._theme.px(14)
        painter.save()
        painter.setClipRect(self._text_box())
        for span in self._spans:
            for left, right in ruler.stretches(span.start, span.end):
                self._draw_underline(painter, span.role, left + shift, right + shift, top)
        painter.restore()

    def _draw_underline(
        self, painter: QPainter, role: ActionRole, left: float, right: float, top: float
    ) -> None:
        wrong = role is ActionRole.PROBLEM
        width = self._theme.px(_UNDERLINE)
        pen = QPen(self._theme.colour("note" if wrong else "accent"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if wrong:
            pen.setDashPattern([1.6, 1.2])
        painter.setPen(pen)
        middle = round(top) + width / 2
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))

    def _measured(self) -> LineRuler:
        text = self.text()
        if self._ruler is None or self._ruler[0] != text:
            self._ruler = (text, LineRuler(text, self.font()))
        return self._ruler[1]

    def _draw_purpose(self, painter: QPainter, right: int) -> None:
        theme = self._theme
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
        theme = self._theme
        advance = theme.metrics("label", weight=500).horizontalAdvance(self.purpose)
        most = min(theme.px(_PLATE_WIDTH), self.width() // 3)
        return min(round(advance) + theme.px(20), most)

    def _leave_room(self) -> None:
        right = self._cap + self._theme.px(18)
        if self.purpose:
            right += self._purpose_width() + self._theme.px(14)
        self.setTextMargins(self._theme.px(6), 0, right, 0)

    def resizeEvent(self, event: object) -> None:
        """The plate takes a share of the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._leave_room()

    def _text_box(self) -> QRect:
        margins = self.textMargins()
        return self.contentsRect().adjusted(margins.left(), 0, -margins.right(), 0)


def _typing_nothing(command: Command) -> Command:
    """A command without its letter: in the line, letters are typing."""
    return replace(command, keys=tuple(each for each in command.keys if len(each) > 1))


def _held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
