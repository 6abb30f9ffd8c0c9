"""Reads what actions may be about, what they could become, and what to ask of vague ones."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.grams import phrases, weighted
from facilitator.coach.tables import listed, table
from facilitator.coach.things import Grammar, nouns
from facilitator.domain.words import Durability

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Shape(NamedTuple):
    """A stronger form: the sentence with its slots, its label, and words the action must have."""

    say: str
    label: Durability
    when: frozenset[str] = frozenset()


class Question(NamedTuple):
    """What to ask where one of the words stands; with a label, only of actions that have it."""

    ask: str
    words: frozenset[str]
    label: Durability | None


class Shapes(NamedTuple):
    """Everything there is: by subject, by label, and the questions in their order."""

    subjects: Mapping[str, tuple[Shape, ...]]
    weights: Mapping[str, tuple[tuple[str, int], ...]]
    general: Mapping[Durability, tuple[Shape, ...]]
    questions: tuple[Question, ...]
    grammar: Grammar


@cache
def shapes() -> Shapes:
    """The shapes, read once."""
    data = table("shapes")
    grammar = data["grammar"]
    return Shapes(
        subjects={each["name"]: _shapes(each["shapes"]) for each in data["subject"]},
        weights=_weights(data["subject"]),
        general={Durability(label): _shapes(rows) for label, rows in data["general"].items()},
        questions=tuple(map(_question, data["question"])),
        grammar=Grammar(
            nouns(data["things"]),
            frozenset(listed(grammar["opens"])),
            frozenset(listed(grammar["leaves"])),
            frozenset(listed(grammar["breaks"])),
            frozenset(listed(grammar["articles"])),
            grammar["how"],
        ),
    )


def _shapes(rows: str) -> tuple[Shape, ...]:
    return tuple(_shape(*row.split(" | ")) for row in rows.strip().splitlines())


def _shape(label: str, say: str, when: str = "") -> Shape:
    return Shape(say, Durability(label), phrases(when))


def _question(row: dict[str, str]) -> Question:
    label = Durability(row["label"]) if "label" in row else None
    return Question(row["ask"], phrases(row["words"]), label)


def _weights(subjects: Iterable[dict[str, str]]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Subject and weight of every word that tells one."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for subject in subjects:
        for words, weight in weighted(subject["words"]):
            found[words] = (*found.get(words, ()), (subject["name"], weight))
    return found
