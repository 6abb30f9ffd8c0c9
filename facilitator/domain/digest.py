"""The learning digest of a quarter: what was learned, what changed, what keeps coming back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.rules import RuleViolation
from facilitator.domain.trends import Quarter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

_QUARTER = re.compile(r"\s*(\d{4})\s*-?\s*[Qq]\s*([1-4])\s*")
_TURNED = re.compile(r"\s*[Qq]\s*([1-4])\s*[/-]?\s*(\d{4})\s*")
NEVER_PEOPLE = "About systems and actions. People do not appear in it."


class CameBack(NamedTuple):
    """A failure class with so many incidents in the quarter after ``closed``, its first fix."""

    name: str
    closed: date
    times: int


class Point(NamedTuple):
    """One line: what is said, and of which review or since when."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a small heading; ``more`` says in words what is not listed."""

    title: str
    points: tuple[Point, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; ``nothing`` is said if no part has a line."""

    title: str
    nothing: str
    parts: tuple[Part, ...] = ()

    @property
    def told(self) -> tuple[Part, ...]:
        """The parts that have something to say."""
        return tuple(each for each in self.parts if each.points or each.more)


@dataclass(frozen=True, slots=True)
class Digest:
    """The digest of a quarter; ``facts`` tells what it is made of."""

    quarter: Quarter
    facts: str
    chapters: tuple[Chapter, ...]

    @property
    def texts(self) -> Iterator[str]:
        """All words in it."""
        yield self.facts
        for chapter in self.chapters:
            yield from (chapter.title, chapter.nothing)
            for part in chapter.parts:
                yield from (part.title, part.more)
                for point in part.points:
                    yield from point

    def through(self, said: Callable[[str], str]) -> Digest:
        """The same with every line put in other words."""
        return replace(self, chapters=tuple(map(partial(_through, said), self.chapters)))


def _through(said: Callable[[str], str], chapter: Chapter) -> Chapter:
    parts = (
        replace(part, points=tuple(Point(*map(said, each)) for each in part.points))
        for part in chapter.parts
    )
    return replace(chapter, parts=tuple(parts))


def title_of(quarter: Quarter) -> str:
    """``What we learned, Q1 2026``."""
    return f"What we learned, Q{quarter.number} {quarter.year}"


def read_quarter(typed: str) -> Quarter:
    """The quarter that somebody typed: ``2026Q1``, ``Q1 2026``; RuleViolation for anything else."""
    if found := _QUARTER.fullmatch(typed):
        year, number = found.groups()
    elif found := _TURNED.fullmatch(typed):
        number, year = found.groups()
    else:
        raise RuleViolation("quarter", f"“{typed}” is no quarter. Write one like 2026Q1.")
    if int(year) == 0:
        raise RuleViolation("quarter", "There is no year 0000. Write a quarter like 2026Q1.")
    return Quarter(int(year), int(number))
