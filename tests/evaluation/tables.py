"""Figures as tables in Markdown."""

from __future__ import annotations

from collections import Counter
from math import isnan
from typing import TYPE_CHECKING

from tests.evaluation.figures import labels
from tests.evaluation.intervals import interval
from tests.evaluation.scores import confusion, f1

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.evaluation.compare import Told
    from tests.evaluation.figures import Figure
    from tests.evaluation.labelled import Labelled


def figures_table(figures: Iterable[Figure], by_peer: Mapping[str, Sequence[Told]]) -> str:
    """A line for each figure, a column for each program; the first is held to the goals."""
    first, *_ = by_peer
    lines = [
        [
            figure.name,
            figure.goal,
            *(_cell(figure, told, held=name == first) for name, told in by_peer.items()),
        ]
        for figure in figures
    ]
    return table(["", "goal", *by_peer], lines)


def confusion_table(told: Sequence[Told], names: Sequence[str]) -> str:
    """A line for each label wanted, a column for each label told, and F1."""
    pairs = labels(told)
    lines = [
        [
            f"**{name}**",
            *(str(count) if count else "·" for count in counts),
            f"{f1(pairs, name):.2f}",
        ]
        for name, counts in zip(names, confusion(pairs, names), strict=True)
    ]
    return table(["a person says", *names, "F1"], lines)


def table(head: Sequence[str], lines: Iterable[Sequence[str]], rule: str = "---:") -> str:
    """A table; what is in the first column stands left, the rest as ``rule`` says, else right."""
    rules = ["---", *[rule] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, rules, *lines])


def _cell(figure: Figure, told: Sequence[Told], *, held: bool) -> str:
    value = figure.of(told)
    if isnan(value):
        return "–"
    # What should be rare is told a digit further: a goal of 0.02 is easily missed by less.
    digits = 2 if figure.most is None else 3
    words = f"{value:.{digits}f}"
    if figure.headline:
        low, high = interval(told, figure.of)
        words += f" ({low:.2f} to {high:.2f})"
    return f"{words} missed" if held and figure.missed(value) else words


def counts_line(rows: Sequence[Labelled], names: Sequence[str]) -> str:
    """How many rows there are of each label."""
    counts = Counter(row.label for row in rows)
    return f"{len(rows)} rows: " + ", ".join(f"{counts[name]} {name}" for name in names)
