"""Ctrl+E: writes the review to a file while the window stays alive."""

from __future__ import annotations

import re
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QProgressBar

from facilitator.app import export
from facilitator.app.log import LOGGER
from facilitator.domain.private_notes import WARNING
from facilitator.ui.brief.tick_box import TickBox
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label, button
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from facilitator.domain.records import Review
    from facilitator.ui.theme import Theme

_FORMS = (
    "The ending says the form: .pdf to read and send round · .md for a wiki · .csv the actions for "
    "a tracker · .json for scripts · .review for another Facilitator. Private notes stay here "
    "unless you ask for them."
)
_NOT_IN_TABLES = "A .csv file never holds private notes. Choose another form, or leave them out."
_TICK = 34
_ODD = re.compile(r"[^\w\- ]+")


class _Cancelled(Exception):
    """The person has had enough."""


class _Work(QObject):
    """Makes the bytes in a thread; tells ``step`` (done, whole), then ``made`` or ``failed``.

    The thread is Python's own, and a daemon: leaving the program does not wait for it.
    """

    step = Signal(int, int)
    made = Signal(bytes)
    failed = Signal(str)

    def __init__(self, make: Callable[[Callable[[int, int], None]], bytes]) -> None:
        super().__init__()
        self._make = make
        self.cancelled = False

    def start(self) -> None:
        """Begin; the thread keeps this object until it ends."""
        Thread(target=self._run, name="export", daemon=True).start()

    def _run(self) -> None:
        try:
            self.made.emit(self._make(self._progress))
        except _Cancelled:
            return
        except Exception as problem:  # noqa: BLE001 - told to the person, and logged
            LOGGER.error("export: %s", type(problem).__name__)
            self.failed.emit(type(problem).__name__)

    def _progress(self, done: int, whole: int) -> None:
        if self.cancelled:
            raise _Cancelled
        self.step.emit(done, whole)


class ExportSheet(Sheet):
    """A line for the file, then progress, then where it is."""

    def __init__(
        self, theme: Theme, review: Review, now: Callable[[], datetime], fonts: Path
    ) -> None:
        super().__init__(theme, "Export this review", width=860)
        self._review, self._now, self._fonts = review, now, fonts
        self._work: _Work | None = None
        self._agreed: Path | None = None
        self._out = proposed_path(review)
        self.line = QLineEdit(str(self._out))
        self.line.setObjectName("export.path")
        self.line.setAccessibleName("File to write")
        self.line.setFont(theme.font("text"))
        self.line.returnPressed.connect(self._start)
        self.line.textEdited.connect(lambda _text: self._say(""))
        self.said = Label(theme, "", "label", "note", wrap=True)
        self.said.setObjectName("export.said")
        self.private = TickBox(theme)
        self.private.setObjectName("export.private")
        self.private.setAccessibleName("Include my private notes")
        self.private.toggled.connect(self._private_asked)
        self.warning = Label(theme, WARNING, "label", "note", wrap=True)
        self.warning.setObjectName("export.warning")
        self.warning.hide()
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress")
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._lay_out()
        self.closed.connect(self._cancel)

    def _lay_out(self) -> None:
        theme = self.theme
        self.write = button(theme, "Write the file", self._start, name="export.write", main=True)
        self.browse = button(theme, "Choose…", self._browse, name="export.choose")
        self.open = button(theme, "Open it", self._open, name="export.open")
        self.folder = button(theme, "Show the folder", self._show_folder, name="export.folder")
        self.open.hide()
        self.folder.hide()
        row = QHBoxLayout()
        for each in (self.write, self.browse, self.open, self.folder):
            row.addWidget(each)
        row.addStretch(1)
        self.card_column.addWidget(self.line)
        self.card_column.addWidget(self.said)
        self.card_column.addLayout(self._asking())
        self.card_column.addWidget(self.warning)
        self.card_column.addWidget(self.bar)
        self.card_column.addLayout(row)
        self.card_column.addWidget(Label(theme, _FORMS, "label", "ink2", wrap=True))

    def _asking(self) -> QHBoxLayout:
        """The box for the private notes: off, and never remembered."""
        self.private.setFixedWidth(self.theme.px(_TICK))
        row = QHBoxLayout()
        row.addWidget(self.private)
        row.addWidget(Label(self.theme, "Include my private notes", "label"))
        row.addStretch(1)
        return row

    def _private_asked(self, on: bool) -> None:
        self.warning.setVisible(on)
        self.private.setAccessibleDescription(WARNING if on else "")
        self._say("")

    def _start(self) -> None:
        if self._work is not None:
            return
        out = _named(self.line.text().strip())
        suffix = export.suffix_of(out)
        if suffix is None:
            self._say(f"The name should end with one of .{', .'.join(export.SUFFIXES)}.")
            return
        if self.private.isChecked() and suffix not in export.PRIVATE_SUFFIXES:
            self._say(_NOT_IN_TABLES)
            return
        try:
            export.check_free(out, overwrite=self._agreed == out)
        except export.Occupied as problem:
            self._agreed = out
            self._say(f"{problem.sentence} Enter once more writes over it.")
            return
        except export.CannotExport as problem:
            self._say(problem.sentence)
            return
        self._run(out, suffix)

    def _run(self, out: Path, suffix: str) -> None:
        self._out = out
        self._say("")
        self.bar.setRange(0, 0)
        self.bar.show()
        review, now, fonts = self._review, self._now, self._fonts
        wish = export.Wish(private=self.private.isChecked())
        self._work = _Work(
            lambda step: export.rendered(review, suffix, now, fonts, step, wish=wish)
        )
        queued = Qt.ConnectionType.QueuedConnection
        self._work.step.connect(self._step, queued)
        self._work.made.connect(self._made, queued)
        self._work.failed.connect(self._failed, queued)
        self._work.start()

    def _step(self, done: int, whole: int) -> None:
        self.bar.setRange(0, whole)
        self.bar.setValue(done)

    def _made(self, data: bytes) -> None:
        self._ended()
        try:
            export.write(self._out, data, overwrite=self._agreed == self._out)
        except export.CannotExport as problem:
            self._say(problem.sentence)
            return
        self._agreed = self._out
        self.said.set_colour("ink")
        self.said.setText(f"✓ Written: {self._out}")
        self.open.show()
        self.folder.show()
        self.open.setFocus()

    def _failed(self, kind: str) -> None:
        self._ended()
        self._say(f"The file could not be made ({kind}). Nothing was written.")

    def _ended(self) -> None:
        self._work = None
        self.bar.hide()

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancelled = True
            for signal in (self._work.step, self._work.made, self._work.failed):
                signal.disconnect()
            self._work = None

    def _say(self, sentence: str) -> None:
        self.said.set_colour("note")
        self.said.setText(sentence)
        mark(self.line, sentence)

    def _browse(self) -> None:
        name, _form = QFileDialog.getSaveFileName(
            self, "Export this review", self.line.text(), options=_NO_QUESTION
        )
        if name:
            self.line.setText(name)
            self._say("")
        self.line.setFocus()

    def _open(self) -> None:
        self._hand_over(self._out)

    def _show_folder(self) -> None:
        self._hand_over(self._out.parent)

    def _hand_over(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.set_colour("note")
            self.said.setText(f"It is written, but no program here opens {path}.")


_NO_QUESTION = QFileDialog.Option.DontConfirmOverwrite


def _named(typed: str) -> Path:
    """The file; ``~somebody`` whom this machine does not know is the name of a folder."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)


def proposed_path(review: Review) -> Path:
    """A PDF in the user's documents, named after the review."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    place = Path(folder) if folder and Path(folder).is_dir() else Path.home()
    words = _ODD.sub(" ", f"{review.incident} {review.title}").split()
    return place / f"{' '.join(words)[:80].strip() or 'Review'}.pdf"
