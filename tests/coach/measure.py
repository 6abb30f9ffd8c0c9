"""Measures the durability hints on labelled actions that are not part of the project.

Run with ``python -m tests.coach.measure``. The rows lie beside the checkout, in
``../shared/corpus/actions-dev.jsonl``; where they are absent there is nothing to measure.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from facilitator.coach.durability import assess
from facilitator.domain.words import Durability

ROWS = Path(__file__).parents[3] / "shared" / "corpus" / "actions-dev.jsonl"
ABSENT = f"There is nothing to measure: {ROWS} is absent."


@dataclass(frozen=True)
class Measured:
    """What the coach answered on every row, against what a rater said."""

    pairs: tuple[tuple[str, str], ...]
    vague: tuple[tuple[bool, bool], ...]
    misses: tuple[str, ...]

    @property
    def agreement(self) -> float:
        return sum(wanted == told for wanted, told in self.pairs) / len(self.pairs)

    @property
    def macro_f1(self) -> float:
        scores = [f1(self.pairs, label.value) for label in Durability]
        return sum(scores) / len(scores)

    @property
    def vague_f1(self) -> float:
        return f1(self.vague, wanted_value=True)


def f1(pairs: tuple[tuple[object, object], ...], wanted_value: object) -> float:
    """Harmonic mean of precision and recall for one value; 0 if it is never met."""
    wanted = sum(first == wanted_value for first, _ in pairs)
    told = sum(second == wanted_value for _, second in pairs)
    met = sum(first == second == wanted_value for first, second in pairs)
    return 2 * met / (wanted + told) if wanted + told else 0.0


def measure() -> Measured:
    """Assess every row."""
    pairs, vague, misses = [], [], []
    for line in ROWS.read_text("utf-8").splitlines():
        row = json.loads(line)
        hint = assess(row["text"])
        pairs.append((row["label"], hint.label.value))
        vague.append((row["vague"], hint.vague))
        if row["label"] != hint.label:
            misses.append(f"{row['id']} {row['label']}, told {hint.label}: {hint.because}")
    return Measured(tuple(pairs), tuple(vague), tuple(misses))


def report(measured: Measured) -> str:
    """Figures, confusion matrix and misses, as lines."""
    labels = [label.value for label in Durability]
    counts = Counter(measured.pairs)
    figures = f"macro-F1 {measured.macro_f1:.3f}, agreement {measured.agreement:.3f}"
    lines = [
        f"{figures}, vague F1 {measured.vague_f1:.3f}, of {len(measured.pairs)} actions",
        "",
        " " * 12 + "".join(f"{label[:6]:>8}" for label in labels),
    ]
    lines += [
        f"{wanted:<12}" + "".join(f"{counts[wanted, told]:>8}" for told in labels)
        for wanted in labels
    ]
    return "\n".join([*lines, "", *measured.misses])


def main() -> None:
    sys.stdout.write((report(measure()) if ROWS.exists() else ABSENT) + "\n")


if __name__ == "__main__":
    main()
