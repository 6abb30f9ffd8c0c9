"""The outlines to choose from: those of the program, and the user's own in a folder."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator import resources
from facilitator.domain.outline import Outline, read_outline
from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from pathlib import Path

_BYTES = 100_000


@lru_cache(maxsize=1)
def outlines() -> tuple[Outline, ...]:
    """Those of the program, the usual one first."""
    found = tomllib.loads(resources.read_text("outlines.toml"))
    return tuple(map(read_outline, found["outline"]))


def own_outlines(folder: Path | None) -> tuple[Outline, ...]:
    """The user's own, by their files' names; files that cannot be used are passed over."""
    if folder is None:
        return ()
    found = []
    try:
        files = sorted(folder.glob("*.toml"))
    except OSError:
        return ()
    for path in files:
        try:
            found.append(read_file(path))
        except RuleViolation:
            continue
    return tuple(found)


def read_file(path: Path) -> Outline:
    """The outline in a file; RuleViolation, naming the file, if there is none."""
    try:
        with path.open("rb") as file:
            text = file.read(_BYTES).decode("utf-8-sig")
        return read_outline(tomllib.loads(text), path.stem)
    except OSError as problem:
        words = f"{path} cannot be read: {problem.strerror or problem}."
        raise RuleViolation("outline", words) from None
    except RuleViolation as problem:
        raise RuleViolation("outline", f"{path}: {problem.field}: {problem.reason}") from None
    except (ValueError, RecursionError) as problem:
        raise RuleViolation("outline", f"{path} is not sound TOML: {problem}.") from None


def chosen(word: str, folder: Path | None) -> Outline:
    """The outline with this id, or of the user's file of this name; RuleViolation without one."""
    known = {each.id: each for each in (*own_outlines(folder), *outlines())}
    if word not in known:
        words = f"There is no outline “{word}”; there are {', '.join(sorted(known))}."
        raise RuleViolation("outline", words)
    return known[word]
