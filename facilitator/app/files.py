"""Writes files that appear whole or not at all."""

from __future__ import annotations

from os.path import realpath
from pathlib import Path

from facilitator.store.files import new_file, put, sync, sync_folder

_SHARED, _PRIVATE = 0o666, 0o600


def write_atomically(
    path: Path, data: bytes, *, overwrite: bool = False, private: bool = False
) -> None:
    """Write a file beside its place and move it there; OSError leaves everything as it was.

    FileExistsError if something is there and ``overwrite`` is not said. A link is followed, so
    that it goes on leading to the file. ``private`` keeps others from reading it.
    """
    # Not ``resolve``: links that lead in a circle are a RuntimeError to that.
    target = Path(realpath(path)) if overwrite and path.is_symlink() else path
    new = new_file(target, _PRIVATE if private else _SHARED)
    try:
        new.write_bytes(data)
        sync(new)
        if overwrite:
            new.replace(target)
            sync_folder(target)
        else:
            put(new, target)
    finally:
        new.unlink(missing_ok=True)
