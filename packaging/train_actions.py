"""Makes the weights of the coach's hints on actions; ``train_coach.py`` runs it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from train_coach import Pace, learn  # noqa: E402 - found once the path is set

from facilitator.coach import lines  # noqa: E402 - the same
from facilitator.coach.action_signs import pairs_of_words, signs_of_word  # noqa: E402 - the same
from facilitator.coach.actions_model import LABELS, WEIGHTS, WORDS, Weights  # noqa: E402 - the same
from facilitator.coach.durability import hint, looked  # noqa: E402 - the same
from facilitator.coach.linear import DAMPED, SCALE, Linear, as_lines  # noqa: E402 - the same
from facilitator.coach.vocabulary import FORMS, forms  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

RESOURCES = ROOT / "resources" / "coach" / "en"
PACE = Pace(rounds=16, step=1.0, shrink=0.0, even=0.05, rarest=5, doubted="=")
WORDS_PACE = Pace(rounds=6, step=0.25, shrink=1e-3, rarest=3)
WORDS_SHARE = 0.4
"""How much the bare words count beside all signs."""
VAGUE_PACE = Pace(rounds=16, rarest=3, doubted="=")
PARTS = 5
LEAST, LEAST_WORD = 8, 2
"""A sign that says less than this of every label is not kept."""
_TOLD, _VAGUE = "told", "vague"
_UNIT = 24
"""Sizes are parts of this, so that the numbers in the file stay short."""
_SHORTER = 4
"""By so much are the numbers of bare words shorter in the file."""


class Sentence(NamedTuple):
    """An action with what a person said of it; ``vague`` is None if that was not judged.

    One in the manner of a real report has what a second person said, who knew the text alone.
    """

    text: str
    label: str
    vague: bool | None = None
    domain: str = ""
    second: str | None = None

    def labels(self) -> dict[str, float]:
        """What it is, by as many as said so; both count one together."""
        said = [self.label, self.second or self.label]
        return {label: said.count(label) / len(said) for label in said}

    def told(self) -> str:
        """Whether anybody could tell when it is done; empty where nothing is learnt from that.

        What is vague in a report depends on what stands around it, which nobody sees here.
        """
        if self.vague is None or self.second is not None:
            return ""
        return _VAGUE if self.vague else _TOLD


def rows() -> list[Sentence]:
    """Every sentence that is kept for learning."""
    lines = (RESOURCES / "actions.jsonl").read_text("utf-8").splitlines()
    return [Sentence(**json.loads(line)) for line in lines]


def trained(sentences: Sequence[Sentence]) -> Weights:
    """What all signs say, and what the bare words say by themselves."""
    seen = [looked(each.text) for each in sentences]
    wanted = [each.labels() for each in sentences]
    told = [each.told() for each in sentences]
    words = [word_signs(each.words) for each in seen]
    return Weights(_of_signs([each.signs for each in seen], wanted, told), _of_words(words, wanted))


def word_signs(words: Sequence[str]) -> list[str]:
    """All signs of the bare words of a line, each as often as it is there."""
    return [*(sign for word in words for sign in signs_of_word(word)), *pairs_of_words(words)]


def _of_signs(
    found: Sequence[Collection[str]], wanted: Sequence[Mapping[str, float]], told: Sequence[str]
) -> Linear:
    """A column of weights for each label, one for the size of a sign, and one for vagueness."""
    sizes = _sizes(found, _UNIT)
    labels = learn(found, wanted, LABELS, PACE, sizes)
    judged = [(signs, {word: 1.0}) for signs, word in zip(found, told, strict=True) if word]
    vague = learn(*zip(*judged, strict=True), (_TOLD, _VAGUE), VAGUE_PACE)
    rows = {
        sign: (*_weighed(labels.row(sign), sizes[sign]), _difference(vague.row(sign) or (0, 0)))
        for sign in sorted(labels.kept.keys() | vague.kept.keys())
    }
    kept = {sign: row for sign, row in rows.items() if _says_something(row)}
    start = (*labels.start, 0, _difference(vague.start))
    return Linear.of((*LABELS, "size", "vague"), start, kept)


def _of_words(found: Sequence[Sequence[str]], wanted: Sequence[Mapping[str, float]]) -> Linear:
    """A column for each label and one for the size of a sign.

    The sizes in the file are smaller than those that were learnt with, so that its numbers are
    short; the sums stay as they are, for they are parted by a root of the sizes.
    """
    sizes = _sizes(found, 1)
    labels = learn(found, wanted, LABELS, WORDS_PACE, sizes)
    rows = {}
    for sign in labels.kept:
        *columns, square = _weighed(labels.row(sign), sizes[sign], WORDS_SHARE / _SHORTER)
        rows[sign] = (*columns, round(square / _SHORTER ** (1 / DAMPED)))
    kept = {sign: row for sign, row in rows.items() if max(map(abs, row[:-1])) >= LEAST_WORD}
    start = [round(WORDS_SHARE * each) for each in labels.start]
    return Linear.of((*LABELS, "size"), (*start, 0), kept)


def _says_something(row: Sequence[int]) -> bool:
    *labels, _, vague = row
    return max(map(abs, labels)) >= LEAST or abs(vague) >= SCALE


def _weighed(row: Sequence[int] | None, size: float, share: float = 1.0) -> list[int]:
    """What a sign of this size adds to each label, and the square of the size."""
    if row is None:
        return [0] * (len(LABELS) + 1)
    return [*(round(each * size * share) for each in row), round(SCALE * size * size)]


def _sizes(found: Sequence[Collection[str]], unit: float) -> dict[str, float]:
    """The rarer a sign, the larger."""
    counts = Counter(sign for signs in found for sign in signs)
    most = 1 + len(found)
    return {sign: (1 + log(most / (1 + count))) / unit for sign, count in counts.items()}


def _difference(row: Sequence[int]) -> int:
    told, vague = row
    return vague - told


def write_forms() -> None:
    """Keep the forms of all words of the lexicon: making them anew takes too long at a start."""
    (ROOT / "resources" / FORMS).write_text(lines.written(forms()), "utf-8")


def write() -> None:
    """Learn from all sentences, and keep the weights: a sign a line."""
    write_forms()
    for name, weights in zip((WEIGHTS, WORDS), trained(rows()), strict=True):
        (RESOURCES / f"{name}.txt").write_text(as_lines(weights), "utf-8")


def checked() -> str:
    """How many are read right when their domain was not learnt from."""
    pairs = [pair for part in range(PARTS) for pair in _asked(part)]
    right = sum(wanted == told for wanted, told in pairs)
    lines = [f"actions: {right} of {len(pairs)} are read right in domains that were left out"]
    counts = Counter(pairs)
    for label in LABELS:
        wanted = sum(counts[label, each] for each in LABELS)
        lines.append(f"  {label:<12}{counts[label, label]:>5} of {wanted}")
    return "\n".join(lines)


def _asked(part: int) -> list[tuple[str, str]]:
    sentences = rows()
    domains = sorted({each.domain for each in sentences})[part::PARTS]
    model = trained([each for each in sentences if each.domain not in domains])
    return [
        (each.label, hint(each.text, model).label) for each in sentences if each.domain in domains
    ]


if __name__ == "__main__":
    write()
