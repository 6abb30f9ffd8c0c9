"""Keeps imported sources beside the library: what was left out of a review can still come in."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from facilitator.app.basket import Taken
from facilitator.app.files import write_atomically
from facilitator.app.importing import Intake
from facilitator.app.log import LOGGER
from facilitator.app.meeting_path import meeting_path
from facilitator.exchange.readers.kept import packed, unpacked
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SUFFIX = ".source"


class KeptSources:
    """The sources of one review, each a private file; secrets are out of them already."""

    def __init__(self, folder: Path, review_id: str) -> None:
        self._folder = meeting_path(folder, review_id).with_suffix("")

    def keep(self, intakes: Iterable[Intake]) -> None:
        """Keep chats, alerts, logs and tables; a file that cannot be written is only logged.

        A source that is imported again takes the place of what was kept of it.
        """
        for intake in intakes:
            if intake.draft is not None or not intake.reading.entries:
                continue
            data = packed(intake.reading, intake.words, intake.answers)
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_atomically(self._path(intake), data, overwrite=True, private=True)
            except OSError as problem:
                LOGGER.info("source not kept: %s", type(problem).__name__)

    def read(self) -> list[Taken]:
        """What is kept, by name; a damaged file says so."""
        return [_taken(path) for path in self._files()]

    def like(self, intake: Intake) -> Intake | None:
        """What was kept of the same source when it was imported before."""
        if intake.draft is not None or not intake.reading.entries:
            return None
        path = self._path(intake)
        return _taken(path).intake if path.exists() else None

    def any(self) -> bool:
        """Whether anything is kept."""
        return bool(self._files())

    def forget(self) -> None:
        """Remove all of it, with its review."""
        for path in self._files():
            path.unlink(missing_ok=True)
        if self._folder.is_dir():
            self._folder.rmdir()

    def _files(self) -> list[Path]:
        try:
            return sorted(self._folder.glob(f"*{_SUFFIX}"))
        except OSError:
            return []

    def _path(self, intake: Intake) -> Path:
        """By form, name and first entry: the same export, grown meanwhile, is the same source."""
        first = intake.reading.entries[0]
        told = f"{intake.reading.form}\n{intake.reading.source}\n{first.key}\n{first.text}"
        digest = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:24]
        return self._folder / f"{digest}{_SUFFIX}"


def _taken(path: Path) -> Taken:
    try:
        reading, words, answers = unpacked(path.read_bytes())
    except OSError as problem:
        return Taken(path.name, why=f"It cannot be read: {problem.strerror or problem}.")
    except Refused as problem:
        return Taken(path.name, why=str(problem))
    return Taken(reading.source, intake=Intake(reading, words, 0, answers))
