"""The base of the Console's sections: a heading, a remark on its right, and what is below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent

    from facilitator.domain.delta import Delta
    from facilitator.domain.phase import Phase
    from facilitator.ui.console.console_desk import ConsoleDesk

OVERHANG = 16
"""A section reaches so far beyond its words, both ways: the tint of a current row goes there."""


class _Remark(Label):
    """Gives way to the heading, and shows by dots that it goes on."""

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of it as fits."""
        painter, box = QPainter(self), self.contentsRect()
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)


class Section(QWidget):
    """One section; the window puts a rule between two of them.

    ``name`` makes the object name (``console.agenda``), ``title`` the heading. What is put into
    ``column`` stands in line with the heading; ``add_wide`` is for lists whose rows reach beyond.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    emptied = Signal()
    """It hides itself, and had the keys of its window."""
    keys_told = Signal(str)
    """What its keys do while it has them; empty if they do nothing of its own."""

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__()
        self.console, self.desk, self.theme = console, console.desk, console.theme
        self.keys = ""
        self.setObjectName(f"console.{self.name}")
        self.setAccessibleName(self.title)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self.column = QVBoxLayout()
        over = self.theme.px(OVERHANG)
        self.column.setContentsMargins(over, 0, over, 0)
        self.column.setSpacing(self.theme.px(6))
        self._whole.addLayout(self.column, 1)
        self._heading = Label(self.theme, self.title, "heading", where="console")
        self._heading.setMinimumHeight(self.theme.line("heading", "console"))
        self._remark = _Remark(self.theme, "", "label", "ink2", where="console")
        head = QHBoxLayout()
        head.setSpacing(self.theme.px(12))
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._remark)
        self.column.addLayout(head)

    def add_wide(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below the column that reaches ``OVERHANG`` beyond its words, both ways.

        ``stretch`` lets it have what is left of a section that grows.
        """
        self._whole.addWidget(widget, stretch)
        if stretch:
            self._whole.setStretchFactor(self.column, 0)

    def say(self, remark: str, colour: str = "ink2") -> None:
        """Show a remark at the right end of the heading."""
        self._remark.setText(remark)
        self._remark.set_colour(colour)

    def tell_keys(self, words: str) -> None:
        """Say what the keys do now; the window shows it at its foot, where nothing jumps."""
        if words != self.keys:
            self.keys = words
            self.keys_told.emit(words)

    def bring_into_view(self, widget: QWidget, part: QRect | None = None) -> None:
        """Scroll the column to a widget of this section, or to a part of it."""
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        content = above.widget() if above is not None else None
        if above is None or content is None:
            return
        part = part or widget.rect()
        near = self.theme.px(20)  # Room for the heading's air, or a piece of the next row.
        corner = widget.mapTo(content, part.topLeft())
        above.ensureVisible(corner.x(), corner.y() + part.height(), 0, near)
        above.ensureVisible(corner.x(), corner.y(), 0, near)

    def go_there(self, phase: Phase, target: str | None) -> None:
        """Show a row on the Stage and give the Stage the keys: there one goes on."""
        self.desk.host.go(phase, target)
        self.desk.host.come_forward()

    def follow(self, delta: Delta) -> None:
        """Redraw what a delta changed."""

    def place_changed(self, phase: Phase, selected: str | None) -> None:
        """The Stage shows another phase, or another row is current there."""

    def focus_start(self) -> None:
        """Take the keys (F6)."""
        raise NotImplementedError

    def settle(self) -> bool:
        """Keep what is being typed; False if it was refused and must stay."""
        return True

    def leave(self) -> None:
        """The Console closes: stop timers and following."""
