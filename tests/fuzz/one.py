"""Feeds one reader with bytes that atheris makes: ``python -m tests.fuzz.one FORM FOLDER ...``."""

from __future__ import annotations

import hashlib
import sys
import traceback
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import atheris

from tests.fuzz.mutating import exchanged

with atheris.instrument_imports(include=["facilitator"]):
    from tests.fuzz.trial import try_once

if TYPE_CHECKING:
    from collections.abc import Sequence


def fuzz(form: str, folder: Path, options: Sequence[str]) -> None:
    """Feed it until the time is over; a finding is kept in the folder, once for each place."""

    def feed(data: bytes) -> None:
        try:
            try_once(form, data)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is a finding
            _keep(folder, data, problem)

    atheris.Setup([form, *options], feed, custom_mutator=_mutated)
    atheris.Fuzz()


def _mutated(data: bytes, most: int, seed: int) -> bytes:
    """Half of the changes are to values, if it is JSON; the others are to bytes."""
    chance = Random(seed)  # noqa: S311 - no secret hangs on it
    changed = exchanged(data, chance) if chance.random() < 1 / 2 else None
    if changed is not None and len(changed) <= most:
        return changed
    return bytes(atheris.Mutate(data, most))


def _keep(folder: Path, data: bytes, problem: Exception) -> None:
    frames = traceback.extract_tb(problem.__traceback__)
    place = f"{[(each.filename, each.lineno) for each in frames]}"
    name = f"{type(problem).__name__}-{hashlib.sha256(place.encode()).hexdigest()[:12]}"
    if not (folder / name).exists():
        (folder / name).write_bytes(data)
        (folder / f"{name}.txt").write_text("".join(traceback.format_exception(problem)))


if __name__ == "__main__":
    fuzz(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
