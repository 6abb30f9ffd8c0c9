"""The sheet that saves a document of the library: in which form, to which file, where it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QProgressBar

from facilitator.app import export
from facilitator.ui.export.names import documents, named
from facilitator.ui.export.work import Work
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label, button
from facilitator.ui.sheet import Sheet
from facilitator.ui.timeline.choice_row import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.export.work import Step
    from facilitator.ui.theme import Theme

    Make = Callable[[str, Step], bytes]

_HINT = "Enter writes the file, Tab leads on, Esc leaves."
_WIDTH = 860
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_QUESTION = QFileDialog.Option.DontConfirmOverwrite


class SavingSheet(Sheet):
    """Enter in the line writes what ``make(suffix, step)`` gives, in a thread.

    ``forms`` are endings and words, ``name`` is what the file is called without its ending.
    """

    def __init__(
        self, theme: Theme, title: str, forms: Sequence[tuple[str, str]], name: str, make: Make
    ) -> None:
        super().__init__(theme, title, width=_WIDTH)
        self._title, self._make = title, make
        self._suffixes = tuple(suffix for suffix, _words in forms)
        self._work: Work | None = None
        self._agreed: Path | None = None
        self._written = documents() / f"{name}.{self._suffixes[0]}"
        self.form = ChoiceRow(theme, "saving.form", "Form", forms)
        self.form.show_value(self._suffixes[0])
        self.line = QLineEdit(str(self._written))
        self.line.setObjectName("saving.path")
        self.line.setAccessibleName("File to write")
        self.line.setFont(theme.font("text"))
        self.said = Label(theme, "", "label", "note", wrap=True)
        self.said.setObjectName("saving.said")
        self.said.hide()
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress")
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._lay_out()
        self._wire()

    @property
    def first(self) -> QLineEdit:
        """Where the keys begin."""
        return self.line

    def _lay_out(self) -> None:
        theme = self.theme
        self.write = button(theme, "Write the file", self.start, name="saving.write", main=True)
        self.browse = button(theme, "Choose…", self._browse, name="saving.choose")
        self.open = button(theme, "Open it", self._open, name="saving.open")
        self.folder = button(theme, "Show the folder", self._show_folder, name="saving.folder")
        self.open.hide()
        self.folder.hide()
        row = QHBoxLayout()
        for each in (self.write, self.browse, self.open, self.folder):
            row.addWidget(each)
        row.addStretch(1)
        for widget in (self.form, self.line, self.said, self.bar):
            self.card_column.addWidget(widget)
        self.card_column.addLayout(row)
        self.card_column.addWidget(Label(theme, _HINT, "label", "ink2", wrap=True))

    def _wire(self) -> None:
        self.form.chosen.connect(self._choose_form)
        self.line.returnPressed.connect(self.start)
        self.line.textEdited.connect(self._typed)
        self.closed.connect(self._cancel)

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
        if self._work is not None:
            return
        out = named(self.line.text().strip())
        suffix = _suffix(out)
        if suffix not in self._suffixes:
            self.say(f"The name should end with one of .{', .'.join(self._suffixes)}.")
        elif self._is_free(out):
            self.say("")
            self.bar.setRange(0, 0)
            self.bar.show()
            self._work = Work(partial(self._make, suffix))
            self._work.step.connect(self._step, Qt.ConnectionType.QueuedConnection)
            self._work.start(partial(self._made, out), self._failed)

    def _is_free(self, out: Path) -> bool:
        try:
            export.check_free(out, overwrite=self._agreed == out)
        except export.Occupied as problem:
            self._agreed = out
            self.say(f"{problem.sentence} Enter once more writes over it.")
        except export.CannotExport as problem:
            self.say(problem.sentence)
        else:
            return True
        return False

    def _step(self, done: int, whole: int) -> None:
        self.bar.setRange(0, whole)
        self.bar.setValue(done)

    def _made(self, out: Path, data: Any) -> None:
        self._end()
        try:
            export.write(out, data, overwrite=self._agreed == out)
        except export.CannotExport as problem:
            self.say(problem.sentence)
            return
        self._agreed = self._written = out
        self.tell(f"✓ Written: {out}", "ink")
        self.open.show()
        self.folder.show()
        self.open.setFocus()

    def _failed(self, sentence: str) -> None:
        self._end()
        self.say(sentence)

    def _end(self) -> None:
        self._work = None
        self.bar.hide()

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self._work = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter at the form writes too."""
        if event.key() in _ENTER and self.form.isAncestorOf(self.focusWidget()):
            self.start()
            return
        super().keyPressEvent(event)

    # -- words and ways ------------------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """Say what is in the way at the line of the file."""
        self.tell(sentence, "note")
        mark(self.line, sentence)

    def tell(self, sentence: str, colour: str) -> None:
        """Say something in a colour; nothing takes the words away."""
        self.said.set_colour(colour)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _browse(self) -> None:
        name, _form = QFileDialog.getSaveFileName(
            self, self._title, self.line.text(), options=_NO_QUESTION
        )
        if name:
            self.line.setText(name)
            self._typed(name)
        self.line.setFocus()

    def _open(self) -> None:
        self._hand_over(self._written)

    def _show_folder(self) -> None:
        self._hand_over(self._written.parent)

    def _hand_over(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.tell(f"It is written, but no program here opens {path}.", "note")


def _suffix(path: Path) -> str:
    return path.suffix.lower().removeprefix(".")
