"""A card over the window for a question or a list: the room that shares the window sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from facilitator.ui.kit import Label
from facilitator.ui.style import sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from facilitator.ui.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(QWidget):
    """Covers the window and holds a card; Escape or a click beside the card closes it.

    Put widgets into ``card_column``; call ``open_over(window, focus)``. ``closed`` is emitted
    once, after the focus has gone back to where it was.
    """

    closed = Signal()

    def __init__(self, theme: Theme, title: str, *, width: int = 640) -> None:
        super().__init__()
        self.theme = theme
        self._back: QWidget | None = None
        self.setObjectName("sheet")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.card.setStyleSheet(
            f"#card {{ background: {theme.colour('paper').name()};"
            f" border: 2px solid {theme.colour('ink').name()}; border-radius: {theme.px(8)}px; }}"
        )
        self._width = theme.px(width)
        self.card_column = QVBoxLayout(self.card)
        margin = theme.px(28)
        self.card_column.setContentsMargins(margin, theme.px(22), margin, theme.px(24))
        self.card_column.setSpacing(theme.px(12))
        if title:
            self.card_column.addWidget(Label(theme, title, "finding"))
        self.hide()

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        """Show the sheet over a window and give the focus to ``focus``."""
        # After a dialog of the system no widget has the keys yet; the window knows who gets them.
        self._back = QApplication.focusWidget() or window.focusWidget()
        self._keep_looks(window)
        self._lie_over(window)
        (focus or self).setFocus(Qt.FocusReason.PopupFocusReason)

    def move_over(self, window: QWidget) -> None:
        """Lie over another window from now on, with what is typed and where one types."""
        focus: QWidget | None = self.focusWidget()
        if (here := self.parentWidget()) is not None:
            here.removeEventFilter(self)
        self._lie_over(window)
        (focus or self).setFocus()

    def _lie_over(self, window: QWidget) -> None:
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._place()

    def _keep_looks(self, window: QWidget) -> None:
        """Over a window in another theme its fields would look like that window's."""
        if getattr(window, "theme", self.theme) is not self.theme:
            self.setPalette(self.theme.palette())
            self.setStyleSheet(sheet(self.theme))

    def close_sheet(self) -> None:
        """Take the sheet away and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        back = self._back
        # What had the keys may have gone meanwhile: a card, or a page that was left.
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window also when it changes its size."""
        window = self.parentWidget()
        if event.type() == QEvent.Type.Resize and watched is window:
            self.setGeometry(window.rect())
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts away while the sheet is open."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter presses the button that has the keys."""
        keys = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in ENTER and isinstance(keys, QPushButton) and not event.isAutoRepeat():
            keys.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks inside the card."""
        inside = [
            each
            for each in self.card.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.isVisible()
            and each.isEnabled()
        ]
        current = QApplication.focusWidget()
        if not inside:
            return True
        step = 1 if forward else -1
        index = inside.index(current) + step if current in inside else 0
        inside[index % len(inside)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies behind."""
        dim = QColor(self.theme.colour("ink"))
        dim.setAlpha(70 if self.theme.scheme == "light" else 150)
        if self.theme.scheme == "dark":
            dim = QColor(0, 0, 0, 150)
        QPainter(self).fillRect(QRectF(self.rect()), dim)

    def _place(self) -> None:
        margin, least = self.theme.px(24), self.theme.px(8)
        width = min(self._width, self.width() - 2 * margin)
        self.card.setFixedWidth(width)
        layout = self.card_column
        wanted = (
            layout.totalHeightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.totalSizeHint().height()
        )
        height = min(max(wanted, self.card.minimumSizeHint().height()), self.height() - 2 * least)
        left, top = (self.width() - width) // 2, max(least, (self.height() - height) // 3)
        self.card.setGeometry(left, top, width, height)
