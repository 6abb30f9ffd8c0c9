"""Sentences that somebody labelled, and where they lie."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOT = Path(__file__).parents[2]
_UNSEEN = _ROOT / "tests" / "coach" / "unseen"
_CORPUS = _ROOT.parent / "shared" / "corpus"
_NEIGHBOURS = 20


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and what a person said of it; ``group`` is kept whole by the folds.

    ``vague`` is None if that was not judged; ``second`` is what another person said, who
    saw the text alone.
    """

    text: str
    label: str
    vague: bool | None = None
    polite: bool = False
    group: str = ""
    id: str = ""
    second: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program says of a sentence."""

    label: str
    vague: bool = False
    sure: bool = True


def row(found: Mapping[str, Any], number: int = 0) -> Labelled:
    """A sentence from a line of a file; keys that do not matter here are left aside.

    Without a domain, neighbours in the file are a group: they were written one after the other
    and resemble each other.
    """
    return Labelled(
        text=found["text"],
        label=found["label"],
        vague=found.get("vague"),
        polite=bool(found.get("polite")),
        group=str(found.get("domain") or f"rows {number // _NEIGHBOURS}"),
        id=str(found.get("id", "")),
        second=found.get("second"),
    )


def training(kind: str) -> tuple[Labelled, ...]:
    """Our own sentences, from which the weights are made; ``kind`` is actions or language."""
    return _rows(resources.path(f"coach/en/{kind}.jsonl"))


def unseen(kind: str) -> tuple[Labelled, ...]:
    """Sentences by another hand, on which nothing is trained or tuned."""
    return _rows(_UNSEEN / f"{kind}.jsonl")


def third(kind: str) -> tuple[Labelled, ...]:
    """Sentences by a third hand: actions as trackers have them, and blame that is all polite."""
    return _rows(_UNSEEN / f"{kind}_third.jsonl")


def fourth(kind: str) -> tuple[Labelled, ...]:
    """Sentences by a fourth hand in the manner of published reviews; there are actions only."""
    return _rows(_UNSEEN / f"{kind}_fourth.jsonl")


def fifth(kind: str) -> tuple[Labelled, ...]:
    """Sentences out of real reports, reworded by a fifth hand, on whose label two persons agree."""
    return _rows(_UNSEEN / f"{kind}_fifth.jsonl")


def published(kind: str) -> tuple[Labelled, ...]:
    """Third-party rows, which lie beside the checkout or nowhere."""
    return _rows(_CORPUS / f"{kind}-dev.jsonl")


def _rows(path: Path) -> tuple[Labelled, ...]:
    """The rows of a file; none if there is no such file."""
    if not path.exists():
        return ()
    lines = path.read_text("utf-8").splitlines()
    return tuple(row(json.loads(line), number) for number, line in enumerate(lines))
