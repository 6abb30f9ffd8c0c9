"""Takes over from Python what to do with an error nobody caught."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from facilitator.app.log import LOGGER

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from facilitator.ui.theme import Theme


class CrashGuard:
    """Logs such an error, and shows it with a report to copy."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.window: QWidget | None = None
        self._showing = False

    def install(self) -> None:
        """From now on such errors are logged and shown, those of other threads only logged."""
        sys.excepthook = self.caught
        threading.excepthook = _log_thread

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and show one error; further ones while it is shown are only logged."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        from facilitator.app.crash import report  # noqa: PLC0415 - nothing need be told at first

        text = report(kind, trace)
        LOGGER.error("%s", text)
        if self._showing:
            return
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same

        from facilitator.ui.crash_dialog import CrashDialog  # noqa: PLC0415 - the same

        self._showing = True
        try:
            # Where the keys are: while the Stage is frozen that is not the window that is shared.
            CrashDialog(self.theme, text, QApplication.activeWindow() or self.window).exec()
        finally:
            self._showing = False


def _log_thread(error: threading.ExceptHookArgs) -> None:
    from facilitator.app.crash import report  # noqa: PLC0415 - as above

    LOGGER.error("%s", report(error.exc_type, error.exc_traceback))
