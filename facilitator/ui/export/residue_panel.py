"""What still stands in a document for others: masked, allowed or reworded until nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.edits.rewording import reword, text_at
from facilitator.domain.masking import HIDDEN, Mask
from facilitator.domain.residue import Residue, place_words, places_in_words
from facilitator.domain.residue_shapes import Sort
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import MaskUse
from facilitator.store.errors import LibraryUnusable, WriteFailed
from facilitator.ui.export.residue_list import ResidueList, Told
from facilitator.ui.export.text_field import TextField
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.app.release import Prepared
    from facilitator.ui.desk import Desk
    from facilitator.ui.export.house import House

_KEYS = "M mask · A allow · E edit the text · Ctrl Z take back. Masks hold for the whole library."
_TO_LIST = "Shift Tab leads back to the list, where M masks, A allows and E edits the text."
_LOOKING = "Looking through it …"
_CLEAR = "✓ Nothing stands in it that others should not read, as far as a program can tell."
_MOST_PLACES = 3


class ResiduePanel(QWidget):
    """Tells ``changed`` once something was masked, allowed, reworded or taken back.

    ``cleared`` says that there is nothing left to do for whoever had the keys here.
    """

    changed = Signal()
    cleared = Signal()

    def __init__(self, desk: Desk, house: House) -> None:
        super().__init__()
        self._desk, self._house = desk, house
        self._found: tuple[Residue, ...] = ()
        self._asked: Residue | None = None
        self._steps: list[Callable[[], object]] = []
        theme = desk.theme
        self.head = Label(theme, _LOOKING, "text", weight=600, wrap=True)
        self.head.setObjectName("export.residue.head")
        self.list = ResidueList(theme)
        self.keys = Label(theme, _TO_LIST, "label", "ink2", wrap=True)
        self.line = QLineEdit()
        self.line.setObjectName("export.mask")
        self.line.setFont(theme.font("text"))
        self.text = TextField(theme)
        self.problem = Label(theme, "", "label", "note", wrap=True)
        self.accept = QLineEdit()
        self.accept.setObjectName("export.accept")
        self.accept.setFont(theme.font("text"))
        self.accept.setAccessibleName("Why it may leave as it is")
        self.accept.setPlaceholderText("Or say why it may leave as it is")
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.theme.px(8))
        for each in (self.head, self.list, self.keys, self.line, self.text, self.problem):
            column.addWidget(each)
        column.addWidget(self.accept)
        for each in (self.list, self.keys, self.line, self.text, self.problem, self.accept):
            each.hide()

    def _wire(self) -> None:
        self.list.attended.connect(lambda here: self.keys.setText(_KEYS if here else _TO_LIST))
        self.list.masking.connect(self._ask_mask)
        self.list.allowing.connect(self._allow)
        self.list.editing.connect(self._ask_text)
        self.list.taking_back.connect(self._take_back)
        self.line.returnPressed.connect(self._mask)
        self.text.kept.connect(self._reword)
        self.text.left.connect(self._close)

    # -- what is shown -------------------------------------------------------------------------

    def look(self) -> None:
        """Somebody is looking through the document anew."""
        if not self._found:
            self.head.setText(_LOOKING)

    def show_found(self, prepared: Prepared) -> None:
        """Show what stands in it."""
        keys = QApplication.focusWidget()
        had_keys = keys is not None and self.isAncestorOf(keys)
        self._found = prepared.residues
        self.list.show_rows(tuple(map(self._told, self._found)))
        count = len(self._found)
        things = "One thing stands" if count == 1 else f"{count:,} things stand"
        self.head.setText(f"{things} in it that others should not read" if count else _CLEAR)
        for each in (self.list, self.accept):
            each.setVisible(bool(count))
        self._close()
        if had_keys and not count:
            self.cleared.emit()

    @property
    def has_found(self) -> bool:
        """Whether there is anything to do."""
        return bool(self._found)

    @property
    def accepted(self) -> str:
        """Why it may leave as it is, in somebody's words."""
        return self.accept.text().strip() if self._found else ""

    @property
    def asking(self) -> bool:
        """Whether a line is open in which something is typed."""
        return self._asked is not None

    def close_line(self) -> None:
        """Ask no more; nothing is changed."""
        self._close()

    def _told(self, each: Residue) -> Told:
        places = places_in_words(each, self._desk.review)
        where = "; ".join(places[:_MOST_PLACES])
        if len(places) > _MOST_PLACES:
            where += f" and {len(places) - _MOST_PLACES:,} more"
        return Told(each.text, each.sort, f"{where}. {each.why}: {each.sample}")

    # -- mask and allow ------------------------------------------------------------------------

    def _ask_mask(self, row: int) -> None:
        self._asked = self._found[row]
        if self._asked.sort is Sort.IMAGE:
            self._set(Mask(self._asked.text))
            return
        self.line.setPlaceholderText(f"Shown instead of “{self._asked.text}” (empty: {HIDDEN})")
        self.line.setAccessibleName(f"Shown instead of {self._asked.text}")
        self.line.clear()
        self.text.hide()
        self.line.show()
        self.line.setFocus()

    def _mask(self) -> None:
        if self._asked is not None:
            self._set(Mask(self._asked.text, MaskUse.MASK, self.line.text()))

    def _allow(self, row: int) -> None:
        self._set(Mask(self._found[row].text, MaskUse.ALLOW))

    def _set(self, wanted: Mask) -> None:
        library = self._house.library()
        try:
            before = library.masks().on(wanted.text)
            library.set_mask(wanted)
        except RuleViolation as refusal:
            self._complain(refusal.reason, self.line)
        except (WriteFailed, LibraryUnusable) as problem:
            self._complain(problem.sentence, self.line)
        else:
            self._steps.append(lambda: self._put_back(wanted, before))
            self._done()

    def _put_back(self, wanted: Mask, before: Mask | None) -> None:
        library = self._house.library()
        if before is None:
            library.drop_mask(wanted.text)
        else:
            library.set_mask(before)

    # -- other words ---------------------------------------------------------------------------

    def _ask_text(self, row: int) -> None:
        self._asked = self._found[row]
        if self._asked.sort is Sort.IMAGE:
            self._complain("Look at the image on its event; M leaves it out, A lets it through.")
            return
        try:
            text = text_at(self._desk.review, self._asked.places[0])
        except RuleViolation as refusal:
            self._complain(refusal.reason)
            return
        self.text.setPlainText(text)
        self.line.hide()
        self.text.show()
        self.text.setFocus()

    def _reword(self) -> None:
        if self._asked is None:
            return
        place = self._asked.places[0]
        label = f"Reword {place_words(place, self._desk.review).lower()}"
        before = self._desk.review.revision
        refusal = self._desk.apply(label, reword(place, self.text.toPlainText()))
        if refusal is not None:
            self._complain(refusal.reason, self.text)
            return
        if self._desk.review.revision != before:
            self._steps.append(self._desk.session.undo)
        self._done()

    # -- all of them ---------------------------------------------------------------------------

    def _take_back(self) -> None:
        if not self._steps:
            return
        try:
            self._steps.pop()()
        except RuleViolation as refusal:
            self._complain(refusal.reason)
        except (WriteFailed, LibraryUnusable) as problem:
            self._complain(problem.sentence)
        else:
            self.changed.emit()

    def _done(self) -> None:
        self._close()
        self.list.setFocus()
        self.changed.emit()

    def _close(self) -> None:
        typing = self.line.hasFocus() or self.text.hasFocus()
        self._asked = None
        for each in (self.line, self.text):
            mark(each, "")
            each.hide()
        self.problem.hide()
        if typing:
            self.list.setFocus()

    def _complain(self, reason: str, field: QWidget | None = None) -> None:
        self.problem.setText(reason)
        self.problem.show()
        if field is not None:
            mark(field, reason)
