"""A closed list of words side by side, or below: arrows choose, the chosen one is ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from facilitator.ui.glyphs import Glyphs, pixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QColor, QPainter, QResizeEvent

    from facilitator.ui.theme import Theme

    Draw = Callable[[Glyphs, QRectF, QColor], object]

_HEIGHT, _SIGN, _GAP = 38, 18, 6


class ChoiceRow(QWidget):
    """Buttons of which one is on; ``chosen`` tells its value when a person changes it."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        choices: Sequence[tuple[str, str]],
        draw: Callable[[str], Draw | None] | None = None,
    ) -> None:
        """``choices`` are values and words; ``draw`` gives the sign of a value, if it has one."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for value, label in choices:
            button = self._button(value, label, draw(value) if draw else None)
            button.setObjectName(f"{name}.{value or 'none'}")
            button.setAccessibleName(f"{words}: {label}")

    def _button(self, value: str, label: str, draw: Draw | None) -> QPushButton:
        button = QPushButton(label, self)
        button.setCheckable(True)
        button.setFont(self._theme.font("label"))
        button.setFixedHeight(self._theme.px(_HEIGHT))
        button.setStyleSheet(self._looks())
        if draw is not None:
            button.setIcon(self._icon(draw))
            button.setIconSize(QSize(self._theme.px(_SIGN), self._theme.px(_SIGN)))
        self._group.addButton(button)
        self._buttons[value] = button
        # Arrow keys check a button of a group without clicking it.
        button.toggled.connect(lambda on: self._toggled(value, on=on))
        return button

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        widths = [button.sizeHint().width() for button in self._buttons.values()]
        gaps = self._theme.px(_GAP) * (len(widths) - 1)
        return QSize(sum(widths) + gaps, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The widest of them."""
        widths = [button.sizeHint().width() for button in self._buttons.values()]
        return QSize(max(widths, default=0), self._theme.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Those that have no room go to the next line."""
        super().resizeEvent(event)
        left, top, gap, high = 0, 0, self._theme.px(_GAP), self._theme.px(_HEIGHT)
        for button in self._buttons.values():
            width = button.sizeHint().width()
            if left and left + width > self.width():
                left, top = 0, top + high + gap
            button.setGeometry(left, top, width, high)
            left += width + gap
        self.setFixedHeight(top + high)

    def _looks(self) -> str:
        theme = self._theme
        ink, on_ink = theme.colour("ink").name(), theme.colour("on_ink").name()
        accent = theme.colour("accent").name()
        wide, narrow = theme.px(10), theme.px(8)
        return (
            f"QPushButton {{ padding: 0 {wide}px; }}"
            f"QPushButton:focus {{ padding: 0 {narrow}px; border: 3px solid {accent}; }}"
            f"QPushButton:checked {{ background: {ink}; color: {on_ink}; }}"
        )

    def _icon(self, draw: Draw) -> QIcon:
        icon = QIcon()
        states = ((QIcon.State.Off, "ink"), (QIcon.State.On, "on_ink"))
        for state, role in states:
            icon.addPixmap(self._picture(draw, role), QIcon.Mode.Normal, state)
        return icon

    def _picture(self, draw: Draw, role: str) -> QPixmap:
        size, theme = self._theme.px(_SIGN), self._theme

        def paint(painter: QPainter) -> None:
            box = QRectF(0, 0, size, size).adjusted(1, 1, -1, -1)
            draw(Glyphs(painter, theme), box, theme.colour(role))

        return pixmap(size, self.devicePixelRatioF(), paint)

    def _toggled(self, value: str, *, on: bool) -> None:
        if on:
            self.chosen.emit(value)

    @property
    def buttons(self) -> dict[str, QPushButton]:
        """The button of every value."""
        return self._buttons

    @property
    def value(self) -> str:
        """The value that is on."""
        return self.current or ""

    @property
    def current(self) -> str | None:
        """The value that is on, or None if none is yet."""
        on = (value for value, button in self._buttons.items() if button.isChecked())
        return next(on, None)

    def show_value(self, value: str) -> None:
        """Turn a value on without telling."""
        self.blockSignals(True)
        self._buttons[value].setChecked(True)
        self.blockSignals(False)

    def focus_chosen(self) -> None:
        """Give the focus to the button that is on."""
        self._buttons[self.value].setFocus(Qt.FocusReason.OtherFocusReason)
