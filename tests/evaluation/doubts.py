"""The labels of published rows that we would set otherwise, with our reasons."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from tests.evaluation.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.evaluation.compare import Told
    from tests.evaluation.labelled import Answer, Labelled

_FILE = Path(__file__).with_name("doubted.toml")
_VAGUE = {"vague": True, "not vague": False}


def doubts(kind: str) -> list[dict[str, str]]:
    """Id, our label and our reason; ``kind`` is actions or language."""
    found: list[dict[str, str]] = tomllib.loads(_FILE.read_text("utf-8"))[kind]
    return found


def doubts_table(kind: str, told: Sequence[Told]) -> str:
    """A line for each doubted row, with what the coach says of it."""
    by_id = {row.id: (row, answer) for row, answer in told}
    lines = []
    for doubt in doubts(kind):
        row, answer = by_id[doubt["id"]]
        ours = doubt["ours"]
        lines.append([row.id, _theirs(row, ours), ours, _coach(answer, ours), doubt["why"]])
    return table(["row", "the file", "we", "the coach", "because"], lines, "---")


def doubted_share(kind: str, told: Sequence[Told]) -> str:
    """How often the coach sides with the file, and with us, where the two differ on a label."""
    answers = {row.id: (row.label, answer.label) for row, answer in told}
    found = [(*answers[doubt["id"]], doubt["ours"]) for doubt in _on_labels(kind)]
    theirs = sum(answer == label for label, answer, _ in found)
    ours = sum(answer == our for _, answer, our in found)
    return f"with the file in {theirs}, with us in {ours} of {len(found)}"


def _on_labels(kind: str) -> list[dict[str, str]]:
    return [doubt for doubt in doubts(kind) if doubt["ours"] not in _VAGUE]


def _theirs(row: Labelled, ours: str) -> str:
    return _vague_words(row.vague) if ours in _VAGUE else row.label


def _coach(answer: Answer, ours: str) -> str:
    return _vague_words(answer.vague) if ours in _VAGUE else answer.label


def _vague_words(vague: bool | None) -> str:
    return "vague" if vague else "not vague"
