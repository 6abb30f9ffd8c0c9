"""The versions of the schema: four digits that grow, the last one being this program's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.store.errors import LibraryUnusable, Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

VERSION = "0005"
"""What this program reads and writes."""

_FORM = re.compile("[0-9]{4}")


def check_version(found: Sequence[object], path: Path) -> str:
    """The one version a library says it has; LibraryUnusable if it is newer, or none."""
    version = found[0] if len(found) == 1 else None
    if not isinstance(version, str) or not _FORM.fullmatch(version):
        raise LibraryUnusable(
            Trouble.DAMAGED, f"The library {path} is damaged: it does not say its version."
        )
    if version > VERSION:
        raise LibraryUnusable(
            Trouble.NEWER,
            f"The library {path} was written by a newer Facilitator (version {version}; this one "
            f"knows {VERSION}). Please update Facilitator.",
        )
    return version
