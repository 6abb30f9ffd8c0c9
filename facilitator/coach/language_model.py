"""A small linear model over the words, the letters, the company and the rules of a sentence."""

from __future__ import annotations

from functools import lru_cache
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from facilitator import resources
from facilitator.coach.language_words import empty_words, kinds_of
from facilitator.coach.linear import SCALE, Linear, linear
from facilitator.coach.tables import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.coach.language_line import Word
    from facilitator.coach.language_rules import Sign

LABELS = ("blame", "human_error", "counterfactual", "clean")
"""In the order in which they are checked: the first that fits wins."""
WEIGHTS = "language_weights"
VOCABULARY = f"{FOLDER}/language_vocabulary.txt"
"""Made by packaging/train_coach.py, as the weights are."""
_PIECE, _SHORTEST, _FAR = 4, 5, 10
_RULED = ("r:", "l:")
_FIRM, _USUAL = 1.6, 10
# A rule that fits says more than the words around it, and in a long sentence they say little.
PEOPLE = {
    **dict.fromkeys(("ONE", "HE", "YOU", "I"), ("one", "any")),
    **dict.fromkeys(("TEAM", "DEPT", "VENDOR"), ("team", "any")),
    **dict.fromkeys(("WE", "SOME"), ("some", "any")),
    **dict.fromkeys(("THEY", "CUST", "CUSTS"), ("others",)),
    "NOBODY": ("nobody",),
    "CAP": ("cap",),
}


class Feature(NamedTuple):
    """Something that speaks for labels, and the words in which it stands."""

    name: str
    first: int = 0
    after: int = 0


class Model(NamedTuple):
    """What each feature says, and the words that are known to be no names."""

    linear: Linear
    vocabulary: frozenset[str]

    def chances(self, features: Sequence[Feature]) -> tuple[float, ...]:
        """How likely each label is, as parts of one."""
        names = {each.name for each in features}
        ruled = {each for each in names if each.startswith(_RULED)}
        length = sum(each.startswith("w:") for each in names)
        share = min(1.0, _USUAL / max(length, 1)) ** 2
        weight = _FIRM if any(each.startswith("r:") for each in ruled) else 1.0
        firm, soft = self.linear.sums(ruled), self.linear.sums(names - ruled)
        scores = [weight * each + share * other for each, other in zip(firm, soft, strict=True)]
        raised = [exp(score - max(scores)) for score in scores]
        return tuple(each / sum(raised) for each in raised)

    def strongest(self, features: Sequence[Feature], label: str) -> Feature | None:
        """Which words speak most for a label and against a clean sentence."""
        at = LABELS.index(label)

        def gain(feature: Feature) -> float:
            row = self.linear.row(feature.name)
            return (row[at] - row[-1]) / SCALE if row else 0.0

        worded = [each for each in features if each.after > each.first]
        best = max(worded, key=gain, default=None)
        return best if best is not None and gain(best) > 0 else None


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights that travel with the program."""
    return Model(linear(WEIGHTS), frozenset(resources.read_text(VOCABULARY).split()))


def features(words: Sequence[Word], signs: Sequence[Sign]) -> list[Feature]:
    """All that the model looks at."""
    texts = [each.text for each in words]
    return [*_of_signs(signs), *_of_company(texts), *_of_words(texts)]


def _of_signs(signs: Sequence[Sign]) -> Iterator[Feature]:
    for sign in signs:
        yield Feature(f"r:{sign.rule.name}", sign.first, sign.after)
    for label in {sign.rule.label for sign in signs} or {"none"}:
        yield Feature(f"l:{label}")


def _of_company(texts: Sequence[str]) -> Iterator[Feature]:
    """Whoever is spoken of, with the kinds of words that follow."""
    kinds = [kinds_of(text) for text in texts]
    for at, text in enumerate(texts):
        for kind in kinds[at]:
            yield Feature(f"n:{kind}", at, at + 1)
        for group in PEOPLE.get(text, ()):
            yield Feature(f"p:{group}")
            for behind in range(at + 1, min(at + _FAR, len(texts))):
                if texts[behind] == ".":
                    break
                for kind in kinds[behind]:
                    yield Feature(f"k:{group} {kind}", at, behind + 1)


def _of_words(texts: Sequence[str]) -> Iterator[Feature]:
    empty = empty_words()
    yield Feature(f"1:{texts[0] if texts else ''}")
    for at, text in enumerate(texts):
        if text not in empty:
            yield Feature(f"w:{text}", at, at + 1)
        if at + 1 < len(texts):
            yield Feature(f"b:{text} {texts[at + 1]}", at, at + 2)
        if len(text) >= _SHORTEST and text.islower():
            framed = f"<{text}>"
            for start in range(len(framed) - _PIECE + 1):
                yield Feature(f"c:{framed[start : start + _PIECE]}", at, at + 1)
