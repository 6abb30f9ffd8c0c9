"""The show of hands at the end: two questions, three answers, and how many gave each."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.domain.records import Poll

if TYPE_CHECKING:
    from typing import Any


class Asked(StrEnum):
    """What the room is asked."""

    LEARNED = "learned"
    AGAIN = "again"


class Answer(StrEnum):
    """What a hand says, in the order it is counted."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


ASKED_WORDS = {
    Asked.LEARNED: "Did we learn something?",
    Asked.AGAIN: "Would you come again?",
}


def hands(poll: Poll | None, asked: Asked, answer: Answer) -> int:
    """How many gave an answer."""
    return 0 if poll is None else int(getattr(poll, f"{asked}_{answer}"))


def counts(poll: Poll | None, asked: Asked) -> dict[Answer, int]:
    """How many gave each answer to a question."""
    return {answer: hands(poll, asked, answer) for answer in Answer}


def counted(poll: Poll | None) -> tuple[Asked, ...]:
    """The questions for which a hand was counted."""
    return tuple(each for each in Asked if any(counts(poll, each).values()))


def with_hands(poll: Poll | None, asked: Asked, answer: Answer, more: int) -> Poll | None:
    """The counts with so many hands more, or fewer, but never below none; None without any."""
    number = max(0, hands(poll, asked, answer) + more)
    fields: dict[str, Any] = {f"{asked}_{answer}": number}
    found = replace(poll or Poll(), **fields)
    return found if counted(found) else None


def hand_words(poll: Poll | None, asked: Asked) -> str:
    """``8 yes, 1 partly``; empty if no hand was counted."""
    said = counts(poll, asked).items()
    return ", ".join(f"{number} {answer}" for answer, number in said if number)
