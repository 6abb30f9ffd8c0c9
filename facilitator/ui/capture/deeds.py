"""Opens the capture line from anywhere, and keeps what is half typed in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.ui.capture.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from facilitator.domain.delta import Delta
    from facilitator.ui.capture.line import CaptureLine, Draft
    from facilitator.ui.desk import Desk

_HINTS = (("Enter", "Add"), ("Esc", "Back to where you were"), ("Backspace", "Another kind"))


class CaptureDeeds:
    """One line at a time, in the window that has the keys.

    ``over`` gives what the line lies over the foot of, ``desk_there`` the desk of that window:
    its theme may be another one.
    """

    def __init__(
        self,
        desk: Desk,
        over: Callable[[], QWidget],
        desk_there: Callable[[], Desk] | None = None,
    ) -> None:
        self._desk, self._over = desk, over
        self._desk_there = desk_there or (lambda: desk)
        self.line: CaptureLine | None = None
        self.draft: Draft | None = None
        self._on_stage = True
        self._unsubscribe = desk.session.subscribe(self._follow)

    def bind(self) -> None:
        """Bind the commands."""
        self._desk.registry.bind("capture.line", self.open)
        for kind in Kind:
            self._desk.registry.bind(kind.command, partial(self.open, kind))

    def open(self, kind: Kind | None = None) -> None:
        """Open the line, or give it the keys; ``kind`` says what it becomes."""
        area = self._over()
        if self.line is not None and self.line.window() is not area.window():
            self.line.close_line()
        if self.line is None:
            self._make(area)
        else:
            self.line.attend()
        if kind is not None and self.line is not None:
            self.line.take_kind(kind)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys and words for the Stage's status line; none unless the line is open there."""
        return _HINTS if self.line is not None and self._on_stage else ()

    def place_changed(self) -> None:
        """The Stage shows another phase, or another row is current there."""
        if self.line is not None:
            self.line.read_anew()

    def leave(self) -> None:
        """Close it and stop following the review."""
        if self.line is not None:
            self.line.close_line()
        self._unsubscribe()

    def _make(self, area: QWidget) -> None:
        from facilitator.ui.capture.line import CaptureLine, Draft  # noqa: PLC0415 - when asked for

        if self.draft is None:
            self.draft = Draft()
        there = self._desk_there()
        self._on_stage = there is self._desk
        self.line = CaptureLine(there, area, self.draft)
        self.line.closed.connect(self._closed)
        self.line.open()
        self._desk.host.hints_changed()

    def _closed(self) -> None:
        """Words half typed are there the next time; an empty line begins anew."""
        line, self.line = self.line, None
        if line is not None:
            line.deleteLater()
        if self.draft is not None and not self.draft.text:
            self.draft = None
        self._desk.host.hints_changed()

    def _follow(self, delta: Delta) -> None:
        if self.line is not None:
            self.line.follow(delta)
