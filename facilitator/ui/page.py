"""The base of the six phase pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facilitator.ui.kit import PageHeader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from facilitator.domain.delta import Delta
    from facilitator.domain.naming import Naming
    from facilitator.domain.phase import Phase
    from facilitator.ui.desk import Desk


class PhasePage(QWidget):
    """A page shows one phase of the open review and follows its deltas.

    A page is made when its phase is first shown and made anew when theme or type size change;
    ``state`` and ``restore`` carry selection and half-typed text across.
    """

    phase: ClassVar[Phase]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.theme = desk.theme
        self._naming: Naming | None = None
        self.setObjectName(f"page.{self.phase.name.lower()}")
        self.setAccessibleName(self.phase.word)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def add_header(self) -> PageHeader:
        """Put the page's question on top."""
        header = PageHeader(self.theme, self.phase.question)
        self.column.addWidget(header)
        return header

    def add_stack(self, full: Sequence[QWidget], empty: QWidget) -> QStackedWidget:
        """Put what the page shows below its head, and what it shows before there is anything.

        The last of ``full`` takes the room that the others leave.
        """
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in full:
            column.addWidget(part, 1 if part is full[-1] else 0)
        stack = QStackedWidget()
        stack.addWidget(filled)
        stack.addWidget(empty)
        self.column.addWidget(stack, 1)
        return stack

    def follow(self, delta: Delta) -> None:
        """Redraw what a delta changed."""
        raise NotImplementedError

    def names_are_others(self) -> bool:
        """Whether something else stands for names than when this was last asked."""
        before, self._naming = self._naming, self.desk.naming
        return before is not self._naming

    def focus_start(self) -> None:
        """Put the focus where typing begins."""
        raise NotImplementedError

    def select(self, target: str) -> None:
        """Select the row or field with this id, if the page has it."""

    def selected(self) -> str | None:
        """The id of the row that is current."""
        return None

    def bind(self) -> None:
        """Bind the page's commands; called whenever it comes to the front."""

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys and words for the status line."""
        return ()

    def panes(self) -> tuple[QWidget, ...]:
        """Widgets that F6 walks through."""
        return ()

    def state(self) -> dict[str, Any]:
        """What ``restore`` needs to look the same again."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of the page this one replaces."""

    def settle(self) -> bool:
        """Commit what is being typed in place; False if it was refused and must stay."""
        return True


class Dock(QWidget):
    """The strip at the foot of a page that holds the phase's tool: a sheet under a rule."""

    def __init__(self, desk: Desk, height: int) -> None:
        super().__init__()
        self._theme = desk.theme
        self.setFixedHeight(desk.theme.px(height))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("sheet"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
