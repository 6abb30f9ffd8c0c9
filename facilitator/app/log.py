"""The log: what the program did and where it failed, without a word of any review."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
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
        handler = RotatingFileHandler(
            path, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        return False
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    # What other libraries log may quote values, so it is not written here.
    LOGGER.propagate = False
    return True
