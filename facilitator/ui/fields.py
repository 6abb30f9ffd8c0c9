"""Fields bound to the review: every key stroke is an edit, undone with the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from facilitator.domain.text_change import TextChange, merged
from facilitator.ui.leading import set_leading
from facilitator.ui.units import characters, units

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QFont, QResizeEvent, QTextDocument

    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk

    _Widget = QWidget
else:
    _Widget = object

_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_PADDING = 5
"""Above and below the words of a field, within its border (see the style sheet)."""
_SPARE = 2
"""Without a pixel to spare a field believes that its last line does not fit, and scrolls."""
_OTHERS_WROTE = (
    "Somebody else has changed this meanwhile. Typing on keeps your words; leaving shows theirs."
)


def leave_undo_to_window(event: QEvent) -> bool:
    """Whether this is an undo or redo key that the document, not the field, shall answer."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in _UNDO_KEYS)
    )


def _undo_is_documents(event: QEvent, field: QLineEdit | QTextDocument) -> bool:
    """Whether this is an undo or redo key, and the field has no typing left to answer it."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in kinds or not isinstance(event, QKeyEvent):
        return False
    undo, redo = (event.matches(key) for key in _UNDO_KEYS)
    return (undo and not field.isUndoAvailable()) or (redo and not field.isRedoAvailable())


class UndoGivesWay(_Widget):
    """Mixed into a field: undo and redo are the document's once there is no typing left here."""

    def event(self, event: QEvent) -> bool:
        """Leave such a key to the window."""
        if _undo_is_documents(event, self.with_typing()):
            event.ignore()
            return False
        return super().event(event)

    def with_typing(self) -> QLineEdit | QTextDocument:
        """What remembers the typing."""
        return self  # type: ignore[return-value]


class _Bound(_Widget):
    """What the bound fields have in common: typing is applied, and what is refused stays.

    ``read`` gives the text from a review, ``edit`` makes the edit from a text. A refused text is
    marked, with the reason as tool tip and in ``refused``.
    """

    refused: ClassVar[Signal]

    def _bind(
        self,
        desk: Desk,
        words: str,
        read: Callable[[Review], str],
        edit: Callable[[str], Edit],
    ) -> None:
        self.setAccessibleName(words)
        self._desk, self._words, self._read, self._edit = desk, words, read, edit
        self._pending = self._typing = False

    @property
    def pending(self) -> bool:
        """Whether the field is ahead of the review: not taken over yet, or refused."""
        return self._pending

    @property
    def typing(self) -> bool:
        """Whether somebody has typed here since the field got the focus."""
        return self._typing

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, but for what the review does not hold yet."""
        if leave_undo_to_window(event):
            event.setAccepted(self._pending)
            return self._pending
        return super().event(event)

    def _put(self, text: str) -> None:
        """Show a text that is not typed."""
        raise NotImplementedError

    def _puts_back(self, event: QKeyEvent) -> bool:
        """Whether a key, Escape or undo, put a text back that the review does not hold."""
        back = event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo)
        if not (self._pending and back):
            return False
        self._pending = False
        self._put(self._kept())
        self.refresh()
        self._mark("")
        return True

    def refresh(self, delta: Delta | None = None) -> None:
        """Take the text from the review."""
        raise NotImplementedError

    def _kept(self) -> str:
        return self._read(self._desk.review)

    def _apply(self, text: str) -> None:
        self._pending = self._typing = True
        key = f"field:{self.objectName()}"
        refusal = self._desk.apply(f"Change {self._words.lower()}", self._edit(text), key)
        self._pending = refusal is not None
        self._mark(refusal.reason if refusal else "")

    def _mark(self, reason: str) -> None:
        mark(self, reason)
        self.refused.emit(reason)


class BoundLine(_Bound, QLineEdit):
    """One line of the review, e.g. its title."""

    refused = Signal(str)

    def __init__(  # noqa: PLR0913 - a field is its name, its way in and its way out
        self,
        desk: Desk,
        name: str,
        words: str,
        read: Callable[[Review], str],
        edit: Callable[[str], Edit],
        *,
        font: QFont | None = None,
        quiet: bool = True,
        live: bool = True,
    ) -> None:
        super().__init__(read(desk.review))
        self._bind(desk, words, read, edit)
        self.setObjectName(name)
        self.setProperty("quiet", quiet)
        self.setFont(font or desk.theme.font("text"))
        self.textEdited.connect(self._apply if live else self._note_pending)
        self.editingFinished.connect(self._finished)

    def settle(self) -> bool:
        """Take over what was typed; False if it was refused and must stay."""
        self._finished()
        return not self._pending

    def take(self, text: str) -> None:
        """Put in a text as if it had been typed, and take it over."""
        self.setText(text)
        self._apply(self.text())

    def go_on_from(self, other: BoundLine) -> None:
        """Have the words and the cursor of the field that this one takes the place of."""
        if other.pending:
            self.setText(other.text())
            self._pending = True
            self._mark(other.accessibleDescription())
        self._typing = other.typing
        self.setCursorPosition(other.cursorPosition())

    def refresh(self, delta: Delta | None = None) -> None:
        """Take the text from the review, unless the field is ahead of it."""
        text = self._kept()
        if " ".join(self.text().split()) != text and not self._stays(delta):
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(place)
            self._mark("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo are the window's once there is nothing to put back."""
        if self._puts_back(event):
            return
        if any(event.matches(key) for key in _UNDO_KEYS):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _put(self, text: str) -> None:
        self.setText(text)

    def _stays(self, delta: Delta | None) -> bool:
        """Whether the words here stay although the review has others.

        They do while they are not taken over, and while somebody types here and another changes the
        very same field: what is typed next wins, and undo brings the other's words back.
        """
        if self._pending:
            return True
        held = delta is not None and delta.foreign and self._typing and self.hasFocus()
        if held:
            self.refused.emit(_OTHERS_WROTE)
        return held

    def _note_pending(self) -> None:
        self._pending = True

    def _finished(self) -> None:
        if self._pending:
            self._apply(self.text())
        self._typing = False
        # What was cleaned on the way in shows as it is kept.
        self.refresh()


class BoundText(_Bound, QPlainTextEdit):
    """Several lines of the review; grows with its text.

    Two may write in one at the same time: what each of them types is put into the text as it is,
    and what the other types comes in around the cursor.
    """

    refused = Signal(str)

    def __init__(  # noqa: PLR0913 - as above
        self,
        desk: Desk,
        name: str,
        words: str,
        read: Callable[[Review], str],
        edit: Callable[[str], Edit],
        *,
        font: QFont | None = None,
        least_lines: int = 1,
        line: int | None = None,
    ) -> None:
        """``line`` is the distance of its lines in px; None leaves it to the font."""
        super().__init__()
        self._put_in = edit
        self._bind(desk, words, read, self._merging)
        self._taken, self._wrote_to = self._kept(), -1
        self.setObjectName(name)
        self.setProperty("quiet", True)
        self.setFont(font or desk.theme.font("text"))
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._least, self._line, self._filling = least_lines, line, False
        if line is not None:
            set_leading(self, line)
        self.setPlainText(self._taken)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def refresh(self, delta: Delta | None = None) -> None:
        """Take in what the review has now; what is refused here stays."""
        if self._pending:
            return
        if self.hasFocus():
            self._take_in(self._taken, own=delta is not None and not delta.foreign)
        elif self.toPlainText().strip() != self._kept():
            self._put(self._kept())
        self._taken = self._kept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and undo put a refused text back; else undo and redo are the window's."""
        if self._puts_back(event):
            return
        if any(event.matches(key) for key in _UNDO_KEYS):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def settle(self) -> bool:
        """Try again with what was refused; False if it is once more and must stay."""
        if self._pending:
            self._apply(self.toPlainText())
        return not self._pending

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was cleaned on the way in shows as it is kept."""
        super().focusOutEvent(event)
        self.settle()
        self._typing = False
        self.refresh()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only."""
        self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        """As high as its text."""
        return QSize(super().sizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapping changes with the width, so the height follows."""
        super().resizeEvent(event)
        self._grow()

    def select_end(self) -> None:
        """Put the cursor behind the last character."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def cursor_over(self, start: int, end: int) -> QTextCursor:
        """A cursor that selects from one character to another."""
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(units(text[:start]))
        cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _merging(self, text: str) -> Edit:
        """Put in what was typed here; what others have typed since it was last read stays."""
        taken, wrote_to = self._taken, self._wrote_to

        def edit(review: Review) -> Review:
            theirs = self._read(review)
            # Where both write at one place, whoever goes on with a word comes first.
            goes_on = theirs != taken and TextChange.between(taken, text).reaches(wrote_to)
            both = merged(taken, theirs, text) if goes_on else merged(taken, text, theirs)
            return self._put_in(both)(review)

        return edit

    def _apply(self, text: str) -> None:
        super()._apply(text)
        if not self._pending:
            self._take_in(text.strip())
            self._taken = self._kept()
            self._wrote_to = characters(self.toPlainText(), self.textCursor().position())

    def _take_in(self, base: str, *, own: bool = False) -> None:
        """Put in what ``base`` has become, beside what only stands here, like a space at the end.

        The cursor goes where something of one's ``own`` was put back.
        """
        text, kept = self.toPlainText(), self._kept()
        if kept not in {base, text}:
            self._put(merged(base, kept, text), own=own)

    def _put(self, text: str, *, own: bool = False) -> None:
        """Change no more than what differs, so that cursor and place stay."""
        shown, held = self.toPlainText(), self.textCursor()
        change = TextChange.between(shown, text)
        places = [
            change.moved(characters(shown, each)) for each in (held.anchor(), held.position())
        ]
        self._filling = True
        self.cursor_over(change.start, change.end).insertText(change.words)
        self._filling = False
        self._wrote_to = change.moved(self._wrote_to)
        if own:
            places = [change.start + len(change.words)] * 2
        self.setTextCursor(self.cursor_over(*places))

    def _height(self) -> int:
        lines = max(self._least, round(self.document().size().height()))
        if self._line is not None:
            return lines * self._line + 2 * (self._desk.theme.px(_PADDING) + 1) + _SPARE
        return round(lines * self.fontMetrics().lineSpacing()) + self._desk.theme.px(24)

    def _grow(self) -> None:
        self.setFixedHeight(self._height())

    def _typed(self) -> None:
        if not self._filling:
            self._apply(self.toPlainText())


def mark(widget: QWidget, reason: str) -> None:
    """Show at the field that its text was refused, and why; an empty reason clears it."""
    if bool(widget.property("wrong")) == bool(reason):
        if reason:
            widget.setToolTip(as_tool_tip(reason))
        return
    widget.setProperty("wrong", bool(reason))
    widget.setToolTip(as_tool_tip(reason))
    widget.setAccessibleDescription(reason)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def as_tool_tip(text: str) -> str:
    """Text that Qt shows as it is: tool tips guess markup, so it is escaped and wrapped."""
    if not text:
        return ""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"
