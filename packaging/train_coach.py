"""Makes the coach's weights and tables out of what people wrote in resources/coach/.

Run with ``python packaging/train_coach.py`` after a change of sentences, words or rules; the same
sentences give the same weights. With ``--check`` it writes nothing, and says how well the weights
for actions do on domains that they did not learn from.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from math import exp, sqrt
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from language_table import ready, with_firsts, with_plurals  # noqa: E402 - found once the path is set

from facilitator.coach.linear import DAMPED, SCALE, Linear  # noqa: E402 - the same
from facilitator.coach.tables import NAMES, TABLES, written  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    Signs = Sequence[tuple[str, float]]
    Row = list[float]
    Example = tuple[Signs, Signs, Row]

_SEED = 4


class Pace(NamedTuple):
    """How weights are learnt; signs that begin with ``doubted`` are left out half of the time.

    Weights are drawn to nothing: by ``shrink`` whenever their sign is seen, and by ``even`` in each
    round, however often that is, so that what is rare has to say it louder.

    Else the weights would lean on them, and learn less from the words.
    """

    rounds: int = 8
    step: float = 0.25
    shrink: float = 1e-4
    even: float = 0.0
    rarest: int = 2
    doubted: str = ""


def learn(
    found: Sequence[Collection[str]],
    wanted: Sequence[Mapping[str, float]],
    columns: Sequence[str],
    pace: Pace,
    sizes: Mapping[str, float] | None = None,
) -> Linear:
    """Weights for signs, by the labels wanted with them, each as much as it says.

    They are learnt by softmax and AdaGrad.

    With ``sizes`` the signs of a text are as large as these say, and together as long as the root
    of their length; else each counts as one.
    """
    counts = Counter(sign for signs in found for sign in signs)
    examples = []
    for signs, labels in zip(found, wanted, strict=True):
        known = sorted(sign for sign in signs if counts[sign] >= pace.rarest)
        certain = [sign for sign in known if not (pace.doubted and sign.startswith(pace.doubted))]
        both = _sized(known, sizes), _sized(certain, sizes)
        examples.append((*both, [labels.get(each, 0.0) for each in columns]))
    shrink = {sign: pace.shrink + pace.even / count for sign, count in counts.items()}
    start, weights = _descended(examples, len(columns), pace, shrink)
    rounded = {sign: _rounded(row) for sign, row in sorted(weights.items())}
    kept = {sign: row for sign, row in rounded.items() if any(row)}
    return Linear.of(columns, _rounded(start), kept)


def _sized(signs: Iterable[str], sizes: Mapping[str, float] | None) -> Signs:
    if sizes is None:
        return [(sign, 1.0) for sign in signs]
    known = [(sign, sizes[sign]) for sign in signs]
    much = sum(size * size for _, size in known) ** DAMPED or 1.0
    return [(sign, size / much) for sign, size in known]


def _shares(start: Row, weights: Mapping[str, Row], signs: Signs) -> Row:
    """The columns' sums as shares of one."""
    rows = ([size * weight for weight in weights[sign]] for sign, size in signs)
    sums = [sum(column) for column in zip(start, *rows, strict=True)]
    top = max(sums)
    powers = [exp(each - top) for each in sums]
    total = sum(powers)
    return [power / total for power in powers]


def _rounded(row: Sequence[float]) -> tuple[int, ...]:
    return tuple(round(weight * SCALE) for weight in row)


def _descended(
    examples: Sequence[Example], columns: int, pace: Pace, shrink: Mapping[str, float]
) -> tuple[Row, dict[str, Row]]:
    """The start and the weights, each the mean of those after the later rounds."""
    start = [0.0] * columns
    weights = {sign: [0.0] * columns for signs, _, _ in examples for sign, _ in signs}
    sums = {sign: [0.0] * columns for sign in weights}
    descent = _Descent(weights, dict.fromkeys(weights, 1e-6), shrink, pace.step)
    averaged = range(pace.rounds // 2, pace.rounds)
    for index, examples_now in enumerate(_rounds(examples, pace)):
        for signs, wanted in examples_now:
            much = sum(wanted)
            shares = _shares(start, weights, signs)
            errors = [much * each - want for each, want in zip(shares, wanted, strict=True)]
            descent.step(signs, errors)
            start = [old - 0.01 * error for old, error in zip(start, errors, strict=True)]
        if index in averaged:
            sums = {sign: _added(sums[sign], row) for sign, row in weights.items()}
    return start, {sign: [each / len(averaged) for each in row] for sign, row in sums.items()}


def _rounds(examples: Sequence[Example], pace: Pace) -> Iterator[list[tuple[Signs, Row]]]:
    order, random = list(examples), Random(_SEED)  # noqa: S311 - shuffles rows, keeps no secret
    for _ in range(pace.rounds):
        random.shuffle(order)
        yield [
            (certain, wanted)
            if pace.doubted and random.random() < 0.5  # noqa: PLR2004 - half of the time
            else (signs, wanted)
            for signs, certain, wanted in order
        ]


class _Descent(NamedTuple):
    """Weights on their way down, and the squares of the slopes that each has seen."""

    weights: dict[str, Row]
    seen: dict[str, float]
    shrink: Mapping[str, float]
    pace: float

    def step(self, signs: Signs, errors: Sequence[float]) -> None:
        most = sum(error * error for error in errors)
        for sign, size in signs:
            self.seen[sign] += size * size * most
            step, less = self.pace / sqrt(self.seen[sign]), self.shrink[sign]
            self.weights[sign] = [
                weight - step * (size * error + less * weight)
                for weight, error in zip(self.weights[sign], errors, strict=True)
            ]


def _added(one: Row, other: Row) -> Row:
    return [first + second for first, second in zip(one, other, strict=True)]


def write_tables() -> None:
    """Keep what the TOML files say as JSON, a table a line."""
    tables = {name: written(name) for name in NAMES}
    tables["grammar"] = with_firsts(tables["grammar"])
    tables["language"] = ready(tables["language"])
    tables["language_words"] = with_plurals(tables["language_words"])
    lines = (f"{json.dumps(name)}: {json.dumps(table)}" for name, table in tables.items())
    (ROOT / "resources" / TABLES).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def main() -> None:
    """Write the weights of every task, or check those for actions."""
    import train_actions  # noqa: PLC0415 - it learns by what stands above
    import train_language  # noqa: PLC0415 - the same

    if "--check" in sys.argv:
        print(train_actions.checked())
        return
    write_tables()
    train_actions.write()
    train_language.write()


if __name__ == "__main__":
    main()
