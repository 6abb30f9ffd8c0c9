"""Parts of a sheet that give way and scroll where the window is too low for them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QListWidget, QScrollArea, QWidget

from facilitator.ui.one_row import OneRow


class YieldingList(OneRow, QListWidget):
    """A list that would be so high, and makes do with less."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = 0

    def want(self, height: int, least: int) -> None:
        """Ask for a height in px; below ``least`` it does not go."""
        self._wanted = height
        self.setMaximumHeight(height)
        self.setMinimumHeight(min(least, height))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height it was asked to have."""
        return QSize(super().sizeHint().width(), self._wanted)


class FieldArea(QScrollArea):
    """Holds the fields of a form."""

    def __init__(self, grid: QGridLayout, name: str) -> None:
        super().__init__()
        self._body = QWidget()
        self._body.setLayout(grid)
        self.setObjectName(name)
        self.setAccessibleName("Details")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._body)

    def sizeHint(self) -> QSize:
        """As high as its fields."""
        return self._body.sizeHint()

    def ensure_shown(self, field: QWidget) -> None:
        """Scroll to a field that got the focus."""
        if self._body.isAncestorOf(field):
            self.ensureWidgetVisible(field, 0, 24)
