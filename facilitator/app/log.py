"""The log: what the program did and where it failed, without a word of any review."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LOGGER = logging.getLogger("facilitator")
"""The logger of the program: ids and places may be told to it, what people wrote never."""

_BYTES, _FILES = 500_000, 2


def start_logging(path: Path) -> bool:
    """Write the log to a file of the user's own; False if that cannot be."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    LOGGER.addHandler(_LogFile(path))
    LOGGER.setLevel(logging.INFO)
    # What other libraries log may quote values, so it is not written here.
    LOGGER.propagate = False
    return True


class _LogFile(logging.Handler):
    """Opens its file with the first record: most starts have none, and none should wait for it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    @cached_property
    def _file(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - slow to load

        class Quiet(RotatingFileHandler):
            def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802 - their name
                """A log that cannot be written is done without."""

        file = Quiet(self._path, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True)
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        return file

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        self._file.handle(record)

    def close(self) -> None:
        """Let go of the file."""
        if "_file" in vars(self):
            self._file.close()
        super().close()
