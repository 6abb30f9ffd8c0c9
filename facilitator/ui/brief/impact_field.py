"""The impact: figures to read, and the lines that make them to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.domain.edits import brief as edits
from facilitator.ui.brief.figures import Figures
from facilitator.ui.brief.reason import Reason
from facilitator.ui.fields import BoundText

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""The focus comes back from a menu or another window: typing is not over."""
_PROMPT = "What did it do to people? A line each, numbers first."


class _Lines(BoundText):
    """``left`` tells that the typing is over, ``done`` that Escape asks for the figures."""

    left = Signal()
    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows the figures, once there is nothing to put back."""
        if event.key() == Qt.Key.Key_Escape and not self.pending:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the typing is over."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()


class ImpactField(QWidget):
    """Shows figures; their lines take their place while they are typed, or while there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.figures = Figures(desk.theme)
        self.lines = _Lines(
            desk,
            "brief.impact",
            "Impact",
            lambda review: review.impact,
            lambda text: edits.set_field("impact", text),
            line=desk.theme.line("text"),
        )
        self.lines.setPlaceholderText(_PROMPT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figures)
        column.addWidget(self.lines)
        column.addWidget(Reason(desk.theme, "brief.impact", self.lines.refused))
        self.figures.installEventFilter(self)
        self.figures.clicked.connect(self.begin)
        self.lines.left.connect(self._show_right_one)
        self.lines.done.connect(self._finish)
        self.refresh()

    @property
    def start(self) -> QWidget:
        """What takes the focus here: the lines while they show, else the figures."""
        return self.figures if self.lines.isHidden() else self.lines

    def refresh(self, delta: Delta | None = None) -> None:
        """Take the impact from the review."""
        self.lines.refresh(delta)
        self.figures.show_impact(self._desk.review.impact)
        self._show_right_one()

    def begin(self) -> None:
        """Type: at the end of the lines."""
        self._show(lines=True)
        self.lines.select_end()
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is typed on the figures goes into their lines."""
        if watched is self.figures and _types(event):
            self.begin()
            QApplication.sendEvent(self.lines, event)
            return True
        return super().eventFilter(watched, event)

    def _finish(self) -> None:
        if self._desk.review.impact:
            self.figures.show()
            self.figures.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_right_one(self) -> None:
        busy = self.lines.hasFocus() or self.lines.pending
        self._show(lines=busy or not self._desk.review.impact)

    def _show(self, *, lines: bool) -> None:
        self.lines.setVisible(lines)
        self.figures.setVisible(not lines)


def _types(event: QEvent) -> bool:
    """Whether a key was pressed that writes something; Space opens, as on a button."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    text = event.text().strip()
    return bool(text) and text.isprintable()
