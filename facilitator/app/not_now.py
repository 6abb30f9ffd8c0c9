"""The coach's hints that were put off: kept beside the meeting's file, as hashes without a word."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from facilitator.app.meeting_path import meeting_path

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT, _VERSION = "facilitator.coach", 1
_MOST = 2000
"""Of more, the oldest are forgotten."""
_BYTES, _LIMIT = 12, 200_000


def not_now_path(folder: Path, review_id: str) -> Path:
    """The file of a review's hints that were put off."""
    return meeting_path(folder, review_id).with_suffix(".coach.json")


class NotNow:
    """Remembers keys of hints across restarts; without a file, as long as it lives.

    A hint's key changes with the words it is about: then it is another hint. What cannot be
    read or written is no reason to trouble anybody: the hint only comes back.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._hashes: dict[str, None] | None = None

    def __contains__(self, key: str) -> bool:
        return _hashed(key) in self._known()

    def add(self, key: str) -> None:
        """Put a hint off."""
        known = self._known()
        known[_hashed(key)] = None
        for oldest in list(known)[:-_MOST]:
            del known[oldest]
        self._write()

    def clear(self) -> None:
        """Put nothing off any longer."""
        self._known().clear()
        self._write()

    # -- the file ------------------------------------------------------------------------------

    def _known(self) -> dict[str, None]:
        if self._hashes is None:
            self._hashes = dict.fromkeys(self._read())
        return self._hashes

    def _read(self) -> list[str]:
        if self._path is None:
            return []
        try:
            with self._path.open("rb") as file:
                return _hashes(json.loads(file.read(_LIMIT)))
        except (OSError, ValueError, RecursionError):
            return []

    def _write(self) -> None:
        if self._path is None:
            return
        from facilitator.app.files import write_atomically  # noqa: PLC0415 - only needed to write

        given = {"format": _FORMAT, "version": _VERSION, "not_now": list(self._known())}
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            data = json.dumps(given, indent=1).encode()
            write_atomically(self._path, data, overwrite=True, private=True)
        except OSError:
            # It is remembered as long as the program runs.
            return


def _hashes(found: Any) -> list[str]:
    """The hashes in a file; none if it is something else."""
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        return []
    kept = found.get("not_now")
    if found.get("version") != _VERSION or not isinstance(kept, list):
        return []
    return [each for each in kept if isinstance(each, str) and len(each) == 2 * _BYTES][-_MOST:]


def _hashed(key: str) -> str:
    return blake2b(key.encode(errors="surrogatepass"), digest_size=_BYTES).hexdigest()
