"""What can be done with the review that is selected in the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import shortened
from facilitator.store.errors import LibraryUnusable, NotFound, WriteFailed
from facilitator.ui.library.wording import title_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from facilitator.domain.every_text import TextPlace
    from facilitator.store.listing import Summary
    from facilitator.ui.importing.targets import IntoLibrary
    from facilitator.ui.library.door import Door
    from facilitator.ui.theme import Theme

T = TypeVar("T")

_TROUBLE = (LibraryUnusable, NotFound, WriteFailed)
_FOR_GOOD = "“{}” and everything in it will be gone. Nothing brings it back."


class Shown(Protocol):
    """The list, as far as deeds need it."""

    @property
    def current(self) -> Summary | None:
        """The selected review."""

    @property
    def current_id(self) -> str | None:
        """Its id."""

    @property
    def current_place(self) -> TextPlace | None:
        """Where what was found stands in it."""

    def window(self) -> QWidget:
        """Where sheets open."""

    def refresh(self, select: str | None = None) -> None:
        """List anew, with a review selected."""

    def complain(self, sentence: str) -> None:
        """Show a sentence in the banner."""

    def tell(self, sentence: str, back: Callable[[], object], then: str = ...) -> None:
        """Say what was done; Ctrl+Z calls ``back`` and does ``then``."""


class LibraryDeeds:
    """Every deed goes through the door; what the door refuses is shown and changes nothing."""

    def __init__(self, theme: Theme, door: Door, shown: Shown) -> None:
        self._theme, self._door, self._shown = theme, door, shown

    def open(self) -> None:
        """Put the selected review on the Stage, where that stands which was found in it."""
        review_id, place = self._shown.current_id, self._shown.current_place
        if review_id is None:
            return
        if place is None:
            self._open(review_id)
        elif not self._done(lambda: self._door.open_at(review_id, place)):
            self._shown.refresh()

    def new(self) -> None:
        """Ask for template and title, make the review and open it."""
        from facilitator.ui.library.new_sheet import NewReview  # noqa: PLC0415 - rarely needed

        def make(template_id: str, title: str) -> str:
            made_id, reason = self._try(lambda: self._door.create(template_id, title))
            if made_id is not None:
                sheet.close_sheet()
                self._shown.refresh(made_id)
                self._open(made_id)
            return reason

        sheet = NewReview(self._theme, make)
        sheet.open_over(self._shown.window(), sheet.title)

    def import_files(self) -> None:
        """Choose files; every post-mortem in them becomes a draft, a chat or alerts another."""
        from facilitator.ui.importing.deeds import choose_files  # noqa: PLC0415 - when asked for

        self.bring_in(choose_files(self._shown.window()))

    def import_folder(self) -> None:
        """Choose a folder of post-mortems, or of a chat's export."""
        from facilitator.ui.importing.deeds import choose_folder  # noqa: PLC0415 - when asked for

        self.bring_in(choose_folder(self._shown.window()))

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Show what files and folders hold, and take it in."""
        if paths:
            from facilitator.ui.importing.deeds import open_files  # noqa: PLC0415 - the same

            open_files(self._theme, paths, self._into_library(), self._shown.window())

    def paste(self, text: str) -> None:
        """Show what a pasted text holds, and take it in."""
        from facilitator.ui.importing.deeds import open_text  # noqa: PLC0415 - when asked for

        open_text(self._theme, text, self._into_library(), self._shown.window())

    def _into_library(self) -> IntoLibrary:
        from facilitator.ui.importing.targets import IntoLibrary  # noqa: PLC0415 - when asked for
        from facilitator.ui.library.access import local_zone  # noqa: PLC0415 - the same

        return IntoLibrary(self._door, local_zone(), self._came_in)

    def _came_in(self, ids: list[str]) -> None:
        """List the new reviews; one alone is opened."""
        alone = ids[0] if len(ids) == 1 else None
        self._shown.refresh(alone)
        if alone is not None:
            self._open(alone)
            return
        told = f"{len(ids):,} reviews were imported."
        self._shown.tell(told, lambda: self._take_back(ids), "puts them into the trash")

    def _take_back(self, ids: list[str]) -> None:
        """Into the trash with all that was imported."""
        for review_id in ids:
            if not self._done(partial(self._door.trash, review_id)):
                break
        self._shown.refresh()

    def sample(self) -> None:
        """Take the sample over and open it."""
        sample_id = self._attempt(self._door.add_sample)
        if sample_id is not None:
            self._shown.refresh(sample_id)
            self._open(sample_id)

    def rename(self) -> None:
        """Ask for another title."""
        from facilitator.ui.library.rename_sheet import RenameSheet  # noqa: PLC0415 - the same

        summary = self._shown.current
        if summary is None:
            return

        def take(title: str) -> str:
            _done, reason = self._try(lambda: self._door.rename(summary.id, title))
            if not reason:
                self._shown.refresh(summary.id)
            return reason

        sheet = RenameSheet(self._theme, summary.title, take)
        sheet.open_over(self._shown.window(), sheet.line)

    def duplicate(self) -> None:
        """Make a draft like the selected review, and select it."""
        summary = self._shown.current
        if summary is None:
            return
        copy_id = self._attempt(lambda: self._door.duplicate(summary.id))
        if copy_id is not None:
            self._shown.refresh(copy_id)

    def trash(self) -> None:
        """Move the selected review to the trash."""
        summary = self._shown.current
        if summary is not None and self._done(lambda: self._door.trash(summary.id)):
            self._shown.refresh()
            words = f"Moved to the trash: “{shortened(title_words(summary))}”."
            self._shown.tell(words, lambda: self._bring_back(summary.id))

    def restore(self) -> None:
        """Take the selected review out of the trash."""
        summary = self._shown.current
        if summary is not None:
            self._bring_back(summary.id)

    def delete(self) -> None:
        """Remove the selected review for good, after a question."""
        from facilitator.ui.library.question import Question  # noqa: PLC0415 - the same

        summary = self._shown.current
        if summary is None:
            return
        question = Question(
            self._theme,
            "Delete for good?",
            _FOR_GOOD.format(shortened(title_words(summary), 80)),
            leave="Keep it",
            do="Delete for good",
            then=lambda: self._delete(summary.id),
        )
        question.open_over(self._shown.window(), question.leave)

    # -- inside --------------------------------------------------------------------------------

    def _open(self, review_id: str) -> None:
        if not self._done(lambda: self._door.open(review_id)):
            self._shown.refresh()

    def _bring_back(self, review_id: str) -> None:
        if self._done(lambda: self._door.restore(review_id)):
            self._shown.refresh(review_id)

    def _delete(self, review_id: str) -> None:
        if self._done(lambda: self._door.delete(review_id)):
            self._shown.refresh()

    def _done(self, deed: Callable[[], object]) -> bool:
        """Whether a deed worked; if not, the banner says why."""
        return self._attempt(lambda: (deed(),)) is not None

    def _attempt(self, deed: Callable[[], T]) -> T | None:
        result, reason = self._try(deed)
        if reason:
            self._shown.complain(reason)
        return result

    def _try(self, deed: Callable[[], T]) -> tuple[T | None, str]:
        """What a deed gives, and why it gives nothing; a refusal is for the field."""
        try:
            return deed(), ""
        except _TROUBLE as trouble:
            return None, trouble.sentence
        except RuleViolation as refusal:
            return None, refusal.reason
