"""Makes the weights of the coach's language model out of its own sentences.

Run with ``python packaging/train_language.py`` after a change of sentences, words or rules.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from train_coach import Pace, learn  # noqa: E402 - found once the path is set

from facilitator.coach.language import look  # noqa: E402 - the same
from facilitator.coach.language_model import (  # noqa: E402 - the same
    LABELS,
    VOCABULARY,
    WEIGHTS,
    Model,
    features,
)
from facilitator.coach.linear import as_lines  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RESOURCES = ROOT / "resources"
SENTENCES = RESOURCES / "coach" / "en" / "language.jsonl"
ACTIONS = RESOURCES / "coach" / "en" / "actions.jsonl"
ABOUT_PEOPLE = frozenset(("remind", "investigate"))
EVERY, MOST = 3, 2906
"""Of the first so many actions every third is learnt from: more would make clean too likely."""
RULES = RESOURCES / "coach" / "en" / "language.toml"
PACE = Pace(rounds=8, step=0.15, shrink=1e-3, rarest=3)
_SMALL = re.compile(r"(?<![\w'’@])[a-zà-ÿ]{2,}(?![\w'’])")

Row = tuple[str, str]


def rows(path: Path = SENTENCES) -> list[Row]:
    """Text and label of every sentence."""
    read = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [(each["text"], each["label"]) for each in read]


def orders() -> list[Row]:
    """Actions that ask for no care: what is to be done is said of nobody, so it is clean."""
    return [
        (text, "clean") for text, label in rows(ACTIONS)[:MOST:EVERY] if label not in ABOUT_PEOPLE
    ]


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """Words that are written small: none of them is a name."""
    return frozenset(word for text in texts for word in _SMALL.findall(text))


def trained(sentences: Sequence[Row]) -> Model:
    """The model that these sentences make, with the actions that are clean."""
    sentences = [*sentences, *orders()]
    known = vocabulary([*(text for text, _ in sentences), RULES.read_text("utf-8")])
    found = [{each.name for each in features(*look(text, (), known))} for text, _ in sentences]
    return Model(learn(found, [{label: 1.0} for _, label in sentences], LABELS, PACE), known)


def write() -> None:
    """Learn from all sentences; keep the weights, and the words that are no names, each a line."""
    model = trained(rows())
    (SENTENCES.parent / f"{WEIGHTS}.txt").write_text(as_lines(model.linear), "utf-8")
    words = "".join(f"{word}\n" for word in sorted(model.vocabulary))
    (RESOURCES / VOCABULARY).write_text(words, "utf-8")


if __name__ == "__main__":
    write()
