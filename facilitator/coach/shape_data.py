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


class Subjects(NamedTuple):
    """What actions may be about, the order of it, and by which words it is told."""

    order: tuple[str, ...]
    weights: Mapping[str, tuple[tuple[str, int], ...]]
    grammar: Grammar


# Each part is read when it is first wanted: most actions are about one subject or two.


@cache
def subjects() -> Subjects:
    """The subjects, read once."""
    data = table("shapes")
    grammar = data["grammar"]
    return Subjects(
        order=tuple(each["name"] for each in data["subject"]),
        weights=_weights(data["subject"]),
        grammar=Grammar(
            nouns(data["things"]),
            frozenset(listed(grammar["opens"])),
            frozenset(listed(grammar["leaves"])),
            frozenset(listed(grammar["breaks"])),
            frozenset(listed(grammar["articles"])),
            grammar["how"],
        ),
    )


@cache
def shapes_about(subject: str) -> tuple[Shape, ...]:
    """The stronger forms of what is about one subject."""
    found = next(each for each in table("shapes")["subject"] if each["name"] == subject)
    return _shapes(found["shapes"])


@cache
def shapes_of(label: Durability) -> tuple[Shape, ...]:
    """Those for an action with a label, whatever it is about; none of durable ones."""
    return _shapes(table("shapes")["general"].get(label.value, ""))


@cache
def questions() -> tuple[Question, ...]:
    """What to ask of vague actions, in the order in which it is tried."""
    return tuple(map(_question, table("shapes")["question"]))


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
