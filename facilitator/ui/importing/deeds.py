"""Opens the import sheet: by command, by files that are dropped, by a text that is pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from facilitator.app.reading import Source
    from facilitator.ui.desk import Desk
    from facilitator.ui.importing.sheet import Target
    from facilitator.ui.theme import Theme

_TITLE = "Import chats, alerts, logs, tables, post-mortems"
_PASTED = "pasted text"


class ImportDeeds:
    """Bound while a review is on the Stage."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def bind(self) -> None:
        """Bind the commands."""
        registry = self._desk.registry
        registry.bind("review.import", lambda: self.bring_in(choose_files(self._window)))
        registry.bind("review.import_folder", lambda: self.bring_in(choose_folder(self._window)))
        registry.bind("review.sources", self.left_out)

    @property
    def _window(self) -> QWidget:
        return self._desk.host.front()

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Show what files and folders would bring into the review."""
        if paths:
            bring_into(self._desk, paths)

    def left_out(self) -> None:
        """Show what of the imported sources is not in the review, to bring it in."""
        from facilitator.ui.importing.sheet import ImportSheet  # noqa: PLC0415 - when asked for
        from facilitator.ui.importing.targets import IntoReview  # noqa: PLC0415 - the same

        desk = self._desk
        kept = desk.host.kept_sources().read()
        if not kept:
            desk.host.complain("No source is kept with this review: nothing was imported into it.")
            return
        ImportSheet(desk.theme, [], IntoReview(desk), kept).open_over(self._window)


def bring_into(desk: Desk, paths: Sequence[Path]) -> None:
    """Show what files and folders would bring into a review."""
    from facilitator.ui.importing.targets import IntoReview  # noqa: PLC0415 - when asked for

    open_files(desk.theme, paths, IntoReview(desk), desk.host.front())


def paste_into(desk: Desk, text: str) -> bool:
    """Show what a pasted text would bring into a review; False if it is nothing of the kind."""
    from facilitator.ui.importing.targets import IntoReview  # noqa: PLC0415 - when asked for

    if not _can_be_read(text):
        return False
    open_text(desk.theme, text, IntoReview(desk), desk.host.front())
    return True


def open_files(theme: Theme, paths: Sequence[Path], target: Target, window: QWidget) -> None:
    """Show what files and folders hold."""
    from facilitator.app.reading import Source  # noqa: PLC0415 - when asked for

    _open(theme, [Source(path) for path in paths], target, window)


def open_text(theme: Theme, text: str, target: Target, window: QWidget) -> None:
    """Show what a pasted text holds."""
    from facilitator.app.reading import Source  # noqa: PLC0415 - when asked for

    source = Source(Path(_PASTED))
    source.data = text.encode("utf-8", "replace")
    _open(theme, [source], target, window)


def _open(theme: Theme, sources: Sequence[Source], target: Target, window: QWidget) -> None:
    from facilitator.ui.importing.sheet import ImportSheet  # noqa: PLC0415 - when asked for

    ImportSheet(theme, sources, target).open_over(window)


def choose_files(window: QWidget) -> list[Path]:
    """Ask for files; none if one thinks better of it."""
    back = QApplication.focusWidget()
    names, _form = QFileDialog.getOpenFileNames(window, _TITLE, str(Path.home()))
    _give_back(back)
    return [Path(name) for name in names]


def choose_folder(window: QWidget) -> list[Path]:
    """Ask for a folder."""
    back = QApplication.focusWidget()
    name = QFileDialog.getExistingDirectory(window, _TITLE, str(Path.home()))
    _give_back(back)
    return [Path(name)] if name else []


def _give_back(focus: QWidget | None) -> None:
    """The keys go where they were before the dialog, and from there to the sheet and back."""
    if focus is not None and focus.isVisible():
        focus.setFocus()


def _can_be_read(text: str) -> bool:
    """Whether a pasted text is a chat, a table, alerts or a document."""
    from facilitator.exchange.readers.material import Material  # noqa: PLC0415 - when pasted
    from facilitator.exchange.readers.registry import reader_for  # noqa: PLC0415 - the same
    from facilitator.exchange.refused import Refused  # noqa: PLC0415 - the same

    try:
        reader_for(Material(_PASTED, text.encode("utf-8", "replace")))
    except Refused:
        return False
    return True
