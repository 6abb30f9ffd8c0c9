"""The sheet that saves a document of the library: in which form, to which file, where it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.ui.export.names import documents, named
from facilitator.ui.export.writing_sheet import WritingSheet
from facilitator.ui.kit import Label
from facilitator.ui.timeline.choice_row import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLineEdit

    from facilitator.ui.export.work import Step
    from facilitator.ui.theme import Theme

    Make = Callable[[str, Step], bytes]

_HINT = "Enter writes the file, Tab leads on, Esc leaves."
_WIDTH = 860
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SavingSheet(WritingSheet):
    """Enter in the line writes what ``make(suffix, step)`` gives, in a thread.

    ``forms`` are endings and words, ``name`` is what the file is called without its ending.
    """

    def __init__(
        self, theme: Theme, title: str, forms: Sequence[tuple[str, str]], name: str, make: Make
    ) -> None:
        self._make = make
        self._suffixes = tuple(suffix for suffix, _words in forms)
        path = documents() / f"{name}.{self._suffixes[0]}"
        super().__init__(theme, title, "saving", path, _WIDTH)
        self.form = ChoiceRow(theme, "saving.form", "Form", forms)
        self.form.show_value(self._suffixes[0])
        self.choices = (self.form,)
        self._lay_out()
        self._wire()

    @property
    def first(self) -> QLineEdit:
        """Where the keys begin."""
        return self.line

    def _lay_out(self) -> None:
        for widget in (self.form, self.line, self.said, self.bar):
            self.card_column.addWidget(widget)
        self.card_column.addLayout(self.buttons())
        self.card_column.addWidget(Label(self.theme, _HINT, "label", "ink2", wrap=True))

    def _wire(self) -> None:
        self.form.chosen.connect(self._choose_form)
        self.line.textEdited.connect(self._typed)

    # -- the file ------------------------------------------------------------------------------

    def _choose_form(self, suffix: str) -> None:
        typed = self.line.text().strip()
        if typed:
            self.line.setText(str(named(typed).with_suffix(f".{suffix}")))
        self.say("")

    def _typed(self, typed: str) -> None:
        suffix = _suffix(named(typed.strip()))
        if suffix in self._suffixes:
            self.form.show_value(suffix)
        self.say("")

    def start(self) -> None:
        """Write the file, or say what is in the way."""
        if self.is_writing:
            return
        out = named(self.line.text().strip())
        suffix = _suffix(out)
        if suffix not in self._suffixes:
            self.say(f"The name should end with one of .{', .'.join(self._suffixes)}.")
        elif self.is_free(out):
            self.begin(out, partial(self._make, suffix))

    def chose(self, name: str) -> None:
        """The form follows the name."""
        super().chose(name)
        self._typed(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter at the form writes too."""
        if event.key() in _ENTER and self.form.isAncestorOf(self.focusWidget()):
            self.start()
            return
        super().keyPressEvent(event)


def _suffix(path: Path) -> str:
    return path.suffix.lower().removeprefix(".")
