"""The names of a library's copies, which say when and why they were made."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FORM = re.compile(r"-([0-9]{8}T[0-9]{6})Z(?:-[a-z-]+)?$")
_STAMP = "%Y%m%dT%H%M%S"


def copy_name(library: Path, at: datetime, why: str = "") -> str:
    """``library-20260304T140300Z.db``, or with why: ``library-20260304T140300Z-before-….db``."""
    reason = f"-{why}" if why else ""
    return f"{library.stem}-{at.astimezone(UTC):{_STAMP}}Z{reason}{library.suffix}"


def copied_at(library: Path, name: str) -> datetime | None:
    """When a copy of this library was made, by its name; None for any other file."""
    stem = name.removeprefix(library.stem).removesuffix(library.suffix)
    match = _FORM.fullmatch(stem)
    if match is None or not name.startswith(library.stem) or not name.endswith(library.suffix):
        return None
    try:
        return datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
