"""The base of what the keys of a page do to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.edits import Edit
    from facilitator.ui.desk import Desk
    from facilitator.ui.sheet import Sheet

View = TypeVar("View", bound=QWidget)

ADD_FINDING = "Add finding"
"""What the step is called that adds one, wherever that is done."""


class Deeds(Generic[View]):
    """Edits on what is current in a view; ``say`` shows why one was refused."""

    def __init__(self, desk: Desk, view: View, say: Callable[[str], object]) -> None:
        self._desk, self._view, self._say = desk, view, say

    def apply(self, label: str, edit: Edit) -> bool:
        """Apply an edit; a refusal is told."""
        refusal = self._desk.apply(label, edit)
        if refusal is not None:
            self._say(refusal.reason)
        return refusal is None

    def open(self, sheet: Sheet, focus: QWidget | None = None) -> None:
        """Open a sheet over the window of the view."""
        sheet.open_over(self._view.window(), focus)
