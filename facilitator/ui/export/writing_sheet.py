"""The base of the sheets that write a file: its line, its buttons, and what became of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLineEdit, QProgressBar

from facilitator.app import export
from facilitator.ui.export.work import Work
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label, button
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton, QWidget

    from facilitator.ui.export.work import Make
    from facilitator.ui.theme import Theme

_NO_QUESTION = QFileDialog.Option.DontConfirmOverwrite


class WritingSheet(Sheet):
    """Writes in a thread; a file that is there already is written over at the second Enter.

    The names of its parts begin with ``name``. ``start`` is what Enter and the button do. While
    it is written, what the file is made of stays as it is: ``choices`` cannot be changed.
    """

    choices: tuple[QWidget, ...] = ()

    def __init__(self, theme: Theme, title: str, name: str, path: Path, width: int) -> None:
        super().__init__(theme, title, width=width)
        self._title, self._name = title, name
        self._work: Work | None = None
        self._agreed: Path | None = None
        self._written = path
        self.line = QLineEdit(str(path))
        self.line.setObjectName(f"{name}.path")
        self.line.setAccessibleName("File to write")
        self.line.setFont(theme.font("text"))
        self.said = Label(theme, "", "label", "note", wrap=True)
        self.said.setObjectName(f"{name}.said")
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress")
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.write = self._button("Write the file", "write", self.start, main=True)
        self.browse = self._button("Choose…", "choose", self._browse)
        self.open = self._button("Open it", "open", self._open)
        self.folder = self._button("Show the folder", "folder", self._show_folder)
        for each in (self.said, self.open, self.folder):
            each.hide()
        self.line.returnPressed.connect(self.start)
        self.closed.connect(self.cancel)

    def start(self) -> None:
        """Write the file, or say what is in the way."""
        raise NotImplementedError

    def chose(self, name: str) -> None:
        """A file was chosen in the dialog of the system."""
        self.line.setText(name)
        self.say("")

    def buttons(self, *others: QPushButton) -> QHBoxLayout:
        """The row of buttons, others in the middle of it."""
        row = QHBoxLayout()
        for each in (self.write, self.browse, *others, self.open, self.folder):
            row.addWidget(each)
        row.addStretch(1)
        return row

    def _button(self, words: str, name: str, run: Any, *, main: bool = False) -> QPushButton:
        return button(self.theme, words, run, name=f"{self._name}.{name}", main=main)

    # -- writing -------------------------------------------------------------------------------

    @property
    def is_writing(self) -> bool:
        """Whether a file is being made."""
        return self._work is not None

    def is_free(self, out: Path) -> bool:
        """Whether it may be written; else it is said why not."""
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

    def begin(self, out: Path, make: Make) -> None:
        """Make the bytes of a file, and write it."""
        self.say("")
        self._hold(held=True)
        self.bar.setRange(0, 0)
        self.bar.show()
        self._work = Work(make)
        self._work.step.connect(self._step, Qt.ConnectionType.QueuedConnection)
        self._work.start(partial(self._made, out), self._failed)

    def cancel(self) -> None:
        """Let go of what is being made."""
        if self._work is not None:
            self._work.cancel()
        self._work = None

    def _step(self, done: int, whole: int) -> None:
        self.bar.setRange(0, whole)
        self.bar.setValue(done)

    def _made(self, out: Path, data: Any) -> None:
        self._ended()
        try:
            export.write(out, data, overwrite=self._agreed == out)
        except export.CannotExport as problem:
            self.say(problem.sentence)
            return
        self._agreed = self._written = out
        self.tell(self.written_words(out), "ink")
        self.open.show()
        self.folder.show()
        self.open.setFocus()

    def written_words(self, out: Path) -> str:
        """What is said once a file is there."""
        return f"✓ Written: {out}"

    def forget_written(self) -> None:
        """What is chosen now is not what the last file was made of."""
        for each in (self.open, self.folder):
            each.hide()

    def _failed(self, sentence: str) -> None:
        self._ended()
        self.say(sentence)

    def _ended(self) -> None:
        self._work = None
        self._hold(held=False)
        self.bar.hide()

    def _hold(self, *, held: bool) -> None:
        keys = QApplication.focusWidget()
        if held and any(each is keys or each.isAncestorOf(keys) for each in self.choices if keys):
            self.line.setFocus()
        for each in self.choices:
            each.setEnabled(not held)

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
            self.chose(name)
        self.line.setFocus()

    def _open(self) -> None:
        self._hand_over(self._written)

    def _show_folder(self) -> None:
        self._hand_over(self._written.parent)

    def _hand_over(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.tell(f"It is written, but no program here opens {path}.", "note")
