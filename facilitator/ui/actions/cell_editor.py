"""Types one cell in place, with what may be chosen listed beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem

from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import TEXT_LIMIT
from facilitator.ui.actions.cells import Setting
from facilitator.ui.aside import goes_aside
from facilitator.ui.fields import UndoGivesWay, mark
from facilitator.ui.in_place_editor import OTHERS_WROTE
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.records import ActionItem
    from facilitator.ui.actions.cells import Cell, Option
    from facilitator.ui.desk import EditDesk

_HEIGHT, _INSET, _EDGE, _ROW, _MOST_ROWS = 46, 13, 24, 38, 6
_LEAST_BELOW = 300
_NONE = -1


class CellEditor(UndoGivesWay, QLineEdit):
    """Types into a cell of one action.

    ``kept`` tells that the text was taken, and how many cells to go on (0: stay); ``left`` that
    Escape dropped it; ``closed`` that the field is gone, whatever the way. A refused text stays,
    marked, with the reason below it. ``typed`` tells what is in the field.
    """

    kept = Signal(int)
    left = Signal()
    closed = Signal()
    typed = Signal(str)

    def __init__(self, desk: EditDesk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._cell: Cell | None = None
        self._first = ""
        self.action: ActionItem | None = None
        self.setObjectName("actions.editor")
        self.setAccessibleName("Cell")
        self.setFont(desk.theme.font("text"))
        self.setMaxLength(TEXT_LIMIT)
        self.list = OptionList(desk, page)
        self.reason = _reason_label(desk, page)
        self.textEdited.connect(self._edited)
        self.list.clicked.connect(lambda _index: self._keep(0))
        self.hide()

    # -- what the page calls -------------------------------------------------------------------

    @property
    def cell(self) -> Cell | None:
        """The cell that is typed; None while it is hidden."""
        return None if self.isHidden() else self._cell

    def open(self, cell: Cell, action: ActionItem, place: QRect) -> None:
        """Start with what stands in a cell, at its place on the page."""
        self._cell, self.action = cell, action
        self.setAccessibleName(cell.words)
        self.setPlaceholderText(cell.hint)
        self._first = cell.show(action)
        self.setText(self._first)
        self._tell("")
        if cell.width:
            self.selectAll()
        self.show()
        self.raise_()
        self.place(place)
        self._show_options("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.emit(self.text())

    def offer(self, words: str) -> None:
        """Put other words into the field; undo brings back what stood there."""
        self.selectAll()
        self.insert(words)
        self._edited(self.text())

    def place(self, cell: QRect) -> None:
        """Stand over a cell of the page; words begin where they did."""
        theme = self._desk.theme
        high, edge = theme.px(_HEIGHT), self._page.width() - theme.px(_EDGE)
        left = cell.left() - theme.px(_INSET)
        width = min(max(cell.width(), self._wanted()), edge - left)
        self.setGeometry(left, cell.center().y() - high // 2, width, high)
        self._place_below()

    def _wanted(self) -> int:
        return self._desk.theme.px(self._cell.width) if self._cell is not None else 0

    @property
    def touched(self) -> bool:
        """Whether something else is typed than what stood in the cell."""
        return self.cell is not None and self.text() != self._first

    def as_line(self) -> str:
        """The action with what is typed here, as the entry line would say it."""
        typed = self.text().strip()
        if not self.touched or not typed or self._cell is None or self.action is None:
            return ""
        said = self._cell.said.format(typed.strip('@#"'))
        return f"{self.action.text} {said}" if self._cell.width else typed

    def take_over(self, action: ActionItem) -> None:
        """The action has changed: an untouched text follows, a typed one stays, and is told so."""
        touched, self.action = self.touched, action
        if self._cell is None or self._cell.show(action) == self._first:
            return
        self._first = self._cell.show(action)
        if touched:
            self._tell(OTHERS_WROTE)
        else:
            self.setText(self._first)

    def settle(self) -> bool:
        """Keep the text before something else happens; False if it was refused."""
        return self.isHidden() or self._take()

    def drop(self) -> None:
        """Close without keeping the text."""
        self.hide()

    # -- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tab keeps and goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
            if event.key() in steps:
                self._keep(steps[Qt.Key(event.key())])
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape drops, arrows choose; the rest is typing."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep(0)
        elif key is Qt.Key.Key_Escape:
            self.drop()
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if key is Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the text when the focus goes, but not to a menu or to another window."""
        super().focusOutEvent(event)
        away = event.reason() is Qt.FocusReason.ActiveWindowFocusReason or goes_aside(event)
        if not away and QApplication.activePopupWidget() is None and self._take():
            self.drop()

    def hideEvent(self, event: QHideEvent) -> None:
        """List and reason go with the field."""
        super().hideEvent(event)
        self.list.hide()
        self.reason.hide()
        self.closed.emit()

    # -- inside --------------------------------------------------------------------------------

    def setting(self) -> Setting:
        """What reading a cell depends on."""
        return Setting(self._desk.review, self._desk.today())

    def _edited(self, text: str) -> None:
        self._tell("")
        self._show_options(text)
        self.typed.emit(text)

    def _show_options(self, typed: str) -> None:
        if self._cell is not None:
            # Before anything is typed all options are shown, whatever stands in the cell.
            self.list.show_options(self._cell.options(typed, self.setting()), typed)
            self._place_below()

    def _keep(self, step: int) -> None:
        if self._take():
            self.drop()
            self.kept.emit(step)

    def _take(self) -> bool:
        """Apply what is chosen or typed; True if there is nothing left to keep."""
        if self.isHidden() or self._cell is None or self.action is None:
            return True
        chosen = self.list.chosen
        text = chosen.typed if chosen is not None else self.text()
        if chosen is None and self.unchanged(text):
            return True
        refusal = self.apply(text)
        self._tell(refusal.reason if refusal else "")
        return refusal is None

    def unchanged(self, text: str) -> bool:
        """Whether a text is what the cell shows."""
        cell, action = self._cell, self.action
        return cell is not None and action is not None and text == cell.show(action)

    def apply(self, text: str) -> RuleViolation | None:
        """Make the edit that a text means; why it is refused."""
        cell, action = self._cell, self.action
        if cell is None or action is None:
            return None
        try:
            edit = cell.edit(action, text, self.setting())
        except RuleViolation as refusal:
            return refusal
        return self._desk.apply(cell.label, edit)

    def _tell(self, reason: str) -> None:
        mark(self, reason)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._place_below()

    def _place_below(self) -> None:
        """Reason and options stand below the field, moved to the left where they need more room."""
        theme, box = self._desk.theme, self.geometry()
        gap, edge = theme.px(4), self._page.width() - theme.px(_EDGE)
        top = box.bottom() + gap
        width = max(box.width(), self._wanted(), theme.px(_LEAST_BELOW))
        below = QRect(min(box.left(), edge - width), top, width, 0)
        if not self.reason.isHidden():
            below.setHeight(self.reason.heightForWidth(width))
            self.reason.setGeometry(below)
            self.reason.raise_()
            below.moveTop(below.bottom() + gap)
        self.list.place(below, box, self._page.height())


class OptionList(QListWidget):
    """What may be chosen for a cell; the field keeps the focus."""

    def __init__(self, desk: EditDesk, page: QWidget) -> None:
        super().__init__(page)
        self._theme = desk.theme
        self._options: tuple[Option, ...] = ()
        self.setObjectName("actions.options")
        self.setAccessibleName("What may be chosen")
        self.setProperty("boxed", True)
        self.setFont(desk.theme.font("label"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hide()

    @property
    def chosen(self) -> Option | None:
        """The option that Enter takes; None if it takes the text as typed."""
        row = self.currentRow()
        return self._options[row] if not self.isHidden() and row >= 0 else None

    def show_options(self, options: tuple[Option, ...], typed: str) -> None:
        """Show options; the only one that fits what is typed is chosen at once."""
        self._options = options
        self.clear()
        for each in options:
            detail = f"   {each.detail}" if each.detail else ""
            item = QListWidgetItem(f"{each.words}{detail}")
            item.setSizeHint(QSize(0, self._theme.px(_ROW)))
            self.addItem(item)
        self.setCurrentRow(0 if typed.strip() and len(options) == 1 else _NONE)
        self.setVisible(bool(options))

    def step(self, rows: int) -> None:
        """Choose the next or the previous one; before the first nothing is chosen."""
        if self._options and not self.isHidden():
            self.setCurrentRow(max(_NONE, min(len(self._options) - 1, self.currentRow() + rows)))

    def place(self, below: QRect, field: QRect, page_height: int) -> None:
        """Stand below the field, or above it where that does not fit."""
        theme = self._theme
        height = min(len(self._options), _MOST_ROWS) * theme.px(_ROW) + theme.px(4)
        top = below.y()
        if top + height > page_height:
            top = field.top() - theme.px(4) - height
        self.setGeometry(below.x(), top, below.width(), height)
        self.raise_()


def _reason_label(desk: EditDesk, page: QWidget) -> Label:
    theme = desk.theme
    label = Label(theme, "", "label", "note", wrap=True)
    label.setParent(page)
    label.setObjectName("actions.reason")
    tint, note = theme.colour("note_tint").name(), theme.colour("note").name()
    label.setStyleSheet(
        f"color: {note}; background: {tint}; border-left: {theme.px(4)}px solid {note};"
        f" padding: {theme.px(8)}px {theme.px(12)}px;"
    )
    label.hide()
    return label
