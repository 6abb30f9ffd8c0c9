"""What a document is called before somebody calls it otherwise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from facilitator.domain.words import Audience

if TYPE_CHECKING:
    from facilitator.domain.records import Review

_ODD = re.compile(r"[^\w\- ]+")
_ENDS = {Audience.INTERNAL: "", Audience.WIDE: ", for all", Audience.BRIEF: ", in brief"}


def proposed_path(shown: Review, audience: Audience = Audience.INTERNAL) -> Path:
    """A PDF in the user's documents, named after the review as its readers may have it."""
    words = _ODD.sub(" ", f"{shown.incident} {shown.title}").split()
    return documents() / f"{' '.join(words)[:80].strip() or 'Review'}{_ENDS[audience]}.pdf"


def documents() -> Path:
    """The folder of the user's documents, or their own."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


def named(typed: str) -> Path:
    """The file; ``~somebody`` whom this machine does not know is the name of a folder."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)
