"""The in-place editor of a factor's words, on the tree and on the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from facilitator.ui.in_place_editor import InPlaceEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QFont, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.ui.factors.asking import Asking
    from facilitator.ui.theme import Theme


class FactorEditor(InPlaceEditor):
    """Types the words of the draft.

    Enter keeps them, Tab keeps them and asks why, Shift+Enter keeps them and asks what else,
    Escape drops them. It closes when the draft is gone.
    """

    def __init__(self, viewport: QWidget, theme: Theme, asking: Asking) -> None:
        super().__init__(viewport, theme, "factors.editor", "Words of the factor")
        self._theme, self._asking = theme, asking

    def dress(self, font: QFont, line: float, fill: str, ink: str, frame: str = "") -> None:
        """Write in a font with this line height in px, in colours by role; ``frame`` is style."""
        style = f"color: {self._theme.colour(ink).name()}; {frame}"
        if fill != "sheet":
            # Typing is faster on the background of the palette, which is known to cover all.
            style += f" background: {self._theme.colour(fill).name()};"
        style = f"QTextEdit {{ {style} }}"
        if style != self.styleSheet():
            self.setStyleSheet(style)
        self.write_in(font, line)

    def keep(self) -> bool:
        """Keep the draft with these words."""
        refusal = self._asking.keep(self.toPlainText())
        self.mark(refusal.reason if refusal else "")
        return refusal is None

    def drop(self) -> None:
        """Forget the draft."""
        self._asking.drop()

    def enter(self) -> None:
        """Keep the words; the view has the keys again."""
        self._keep_and(self.focus_view)

    def escape(self) -> None:
        """Drop the words; the view has the keys again."""
        self.drop()
        self.focus_view()

    def event(self, event: QEvent) -> bool:
        """The keys that go on asking come first; Qt would take Tab for itself."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            then = self._question(event)
            if then is not None:
                self._keep_and(then)
                return True
        return super().event(event)

    def _question(self, event: QKeyEvent) -> Callable[[], object] | None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Tab and not event.modifiers():
            return self._asking.why
        if event.key() == Qt.Key.Key_Backtab:
            return self._asking.insert_parent
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shift:
            return self._asking.what_else
        return None

    def waits(self, event: QFocusEvent) -> bool:
        """Another window may be where the first words come from."""
        return event.reason() == Qt.FocusReason.ActiveWindowFocusReason and self.blank

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom the tree, not these words alone."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _keep_and(self, then: Callable[[], object]) -> None:
        empty = self.blank
        if self.keep():
            (self.focus_view if empty else then)()
