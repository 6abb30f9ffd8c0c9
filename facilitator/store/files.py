"""New files beside their place, put there whole and without writing over anything."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = 40
"""Characters of a file's name in that of the new one, which may not be longer than disks allow."""
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


def new_file(beside: Path, mode: int = 0o600) -> Path:
    """An empty file of a name nobody has, in the folder of ``beside``; OSError if it may not be."""
    path = beside.with_name(f".{beside.name[:_SHOWN]}.{secrets.token_hex(4)}.new")
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _NO_FOLLOW, mode))
    return path


def put(new: Path, path: Path) -> None:
    """Give a new file its name; FileExistsError if something is there already."""
    try:
        # A link, unlike a renaming, fails if the name is taken.
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:
        # Some disks, and shared folders, have no links.
        if os.path.lexists(path):
            raise FileExistsError(17, "File exists", str(path)) from None
        new.rename(path)
    else:
        new.unlink()
    sync_folder(path)


def sync(path: Path) -> None:
    """Wait until what is in a file is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(path: Path) -> None:
    """Wait until the name of a file is on the disk, where a folder can be waited for."""
    if os.name == "nt":
        return
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
