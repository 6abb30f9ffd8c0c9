"""What the commands between this review and others do: words, another file, a tracker's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from facilitator.ui.desk import Desk

_FORMS = {"merge": "Reviews (*.review *.json)", "handover": "Tracker files (*.csv *.tsv *.json)"}


class SharingDeeds:
    """Bound while a review is on the Stage."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def bind(self) -> None:
        """Bind the commands."""
        registry = self._desk.registry
        registry.bind("review.words", self.words)
        registry.bind("review.merge", self.merge)
        registry.bind("review.handover", self.handover)

    def words(self) -> None:
        """Explain words for readers who do not know the system."""
        from facilitator.ui.sharing.words_sheet import WordsSheet  # noqa: PLC0415 - when asked for

        sheet = WordsSheet(self._desk)
        sheet.open_over(self._desk.host.front(), sheet.line)

    def merge(self) -> None:
        """Choose a file with another version of the review, and take over from it."""
        path = self._chosen("Take over from another file", "merge")
        if path is not None:
            from facilitator.ui.sharing.taking import merge_file  # noqa: PLC0415 - when asked for

            merge_file(self._desk, path)

    def handover(self) -> None:
        """Choose a file of the tracker, and read keys and statuses back."""
        path = self._chosen("Read a tracker’s file back", "handover")
        if path is not None:
            from facilitator.ui.sharing.taking import read_back  # noqa: PLC0415 - when asked for

            read_back(self._desk, path)

    def _chosen(self, title: str, forms: str) -> Path | None:
        name, _form = QFileDialog.getOpenFileName(
            self._desk.host.front(), title, str(Path.home()), _FORMS[forms]
        )
        return Path(name) if name else None
