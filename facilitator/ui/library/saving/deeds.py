"""Opens the sheets that save the trends and the learning digest."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from facilitator.app.digest import gather, rendered_digest, usual_quarter
from facilitator.app.digest_check import left_words
from facilitator.app.export import CannotExport
from facilitator.app.trends_out import rendered_trends
from facilitator.domain.rules import RuleViolation
from facilitator.domain.trends import Quarter
from facilitator.store.errors import LibraryUnusable
from facilitator.ui.library.saving.digest_sheet import DigestSheet
from facilitator.ui.library.saving.sheet import SavingSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from facilitator.ui.export.work import Step
    from facilitator.ui.library.door import Door
    from facilitator.ui.theme import Theme

T = TypeVar("T")

_FORMS = (
    ("pdf", "PDF, every chart with its table"),
    ("md", "Markdown, for a wiki"),
    ("csv", "CSV, the tables"),
)


def save_trends(theme: Theme, door: Door, since: date | None, window: QWidget) -> SavingSheet:
    """Ask where the trends from a day on shall be saved."""

    def make(suffix: str, step: Step) -> bytes:
        return _readable(
            lambda: rendered_trends(door.trends(since), suffix, door.now, door.fonts, step)
        )

    name = f"Trends of the library, {door.today().isoformat()}"
    sheet = SavingSheet(theme, "Save the trends", _FORMS, name, make)
    sheet.open_over(window, sheet.first)
    return sheet


def save_digest(theme: Theme, door: Door, window: QWidget) -> DigestSheet:
    """Ask of which quarter the digest shall be, and where it shall be saved.

    LibraryUnusable if the library cannot be opened.
    """

    def make(quarter: Quarter, suffix: str, step: Step) -> tuple[bytes, str]:
        def write() -> tuple[bytes, str]:
            library = door.library()
            digest, left = gather(library.path, quarter, library.masks(), door.today())
            data = rendered_digest(digest, suffix, door.now, door.fonts, step)
            return data, left_words(left)

        return _readable(write)

    sheet = DigestSheet(theme, _usual(door), make)
    sheet.open_over(window, sheet.first)
    return sheet


def _usual(door: Door) -> Quarter:
    """The last whole quarter with a review, or this one if there is none yet."""
    try:
        return usual_quarter(door.library(), door.today())
    except RuleViolation:
        return Quarter.of(door.today())


def _readable(write: Callable[[], T]) -> T:
    """What is made; CannotExport says why the library cannot be read."""
    try:
        return write()
    except LibraryUnusable as trouble:
        raise CannotExport(trouble.sentence) from None
