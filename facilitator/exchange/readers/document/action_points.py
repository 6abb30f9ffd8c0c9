"""Points of a list of actions: which are one each, and which only head or explain others."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.action_words import action_of
from facilitator.exchange.readers.document.section_words import (
    announces_remarks,
    names_group,
    says_nothing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.found import FoundAction

_BLANK = re.compile(
    r"(?:\.\.\.|…)\s*\w|[<{][^<>{}]{1,200}[>}]\W*$|\[[A-Z][^\[\]\d]{3,200}\]\W*$"
    r"|\{\{\s*\w+\s*\}\}\s*(?:\[[^\[\]]{1,80}\])?\W*$"
)
"""A row or point that a template left: ``... another item``, ``<action>``, ``[Describe it]``.

Double braces may stay round what was filled in: only one word in them, as ``{{ summary }}``, is
what the template calls it.
"""
_ONE_WORD = re.compile(r"[A-Z][a-z]{3,30}(?:-[a-z]{2,20})?")
_HEAD_WORDS = 8
_POINTS_BELOW = re.compile(
    r"\b(?:following|follows|these|below|actions?|items?|steps|things)\b", re.IGNORECASE
)
"""A longer text before points is an action that they explain, unless it speaks of them."""
_CIRCUMSTANCE = re.compile(
    r"(?:in|when|whenever|if|for|to|during|after|before|while) ", re.IGNORECASE
)
"""How a text begins that says when or what for to do the points below it."""
_SENTENCE_ENDS = re.compile(r"[a-z)][.;]\s")
_NAMES_OWNER = re.compile(r"(?:[A-Z]{2,3}(?:[/&, ]+[A-Z]{2,3})*|@[\w.-]+(?:[/&, ]+@[\w.-]+)*)\s*:?")


@dataclass(slots=True)
class Point:
    """One action while it grows; ``level`` is -1 for a paragraph that points below it explain."""

    block: Block
    text: str
    level: int
    owner: str = ""
    more: list[str] = field(default_factory=list)
    coded: bool = False
    """Whether it goes on with code."""

    def groups(self) -> bool:
        """Whether it has no more to say than of which kind or term the points below it are.

        ``Short-term`` does so, and a single word; what has no capitals has no blanks either.
        """
        if self.level < 0 or self.coded or self.block.checked is not None or self.block.links:
            return False
        return names_group(self.text) or _ONE_WORD.fullmatch(self.text.strip()) is not None

    def heads(self) -> bool:
        """Whether it only names what the points below it are about."""
        if self.level < 0 or self.coded or self.block.checked is not None:
            return False
        if not only_heads(self.text):
            return False
        if _CIRCUMSTANCE.match(self.text) and _SENTENCE_ENDS.search(self.text) is None:
            return True
        return len(self.text.split()) <= _HEAD_WORDS or bool(_POINTS_BELOW.search(self.text))


def points_of(blocks: Sequence[Block]) -> list[Point]:
    """Each point; deeper ones tell more of the one above, unless that only heads them."""
    walk = _PointWalk()
    numbered = _numbered_on(blocks)
    for block in _without_remarks(blocks):
        if block.kind == "item" and numbered and walk.points and not block.nth and not block.level:
            walk.points[-1].more.append(block.text)
        elif block.kind == "item":
            walk.item(block)
        elif block.kind == "text":
            walk.text(block)
        elif block.kind == "code" and walk.points and not walk.ended:
            walk.points[-1].coded = True
    told = (point for point in walk.points if not is_empty(point.text))
    found = [point for point in told if point.more or not point.heads()]
    # A list of single words names things, and not what is to do with them.
    return found if any(map(_is_more_than_a_word, found)) else []


def _without_remarks(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without the points below a paragraph that asks to be aware of them."""
    remarks = False
    for block in blocks:
        if block.kind == "text" and not block.level:
            remarks = announces_remarks(block.text)
        if block.kind != "item" or not remarks:
            yield block


def is_empty(text: str) -> bool:
    """Whether a text is a blank of a template: ``... another item``, ``<Action>``."""
    return says_nothing(text) or _BLANK.match(text) is not None


def _numbered_on(blocks: Sequence[Block]) -> bool:
    """Whether numbered points go on behind others: those in between only explain them."""
    items = [block for block in blocks if block.kind == "item" and not block.level]
    return any(item.nth > 1 and not before.nth for before, item in pairwise(items))


def _is_more_than_a_word(point: Point) -> bool:
    listed = point.more or point.block.links or point.block.checked is not None
    if listed or "://" in point.text or len(point.text.split()) > 1:
        return True
    # What has no capitals has often no blanks either: 再起動する.
    return any(sign.isalpha() and sign.upper() == sign.lower() for sign in point.text)


@dataclass(slots=True)
class _PointWalk:
    points: list[Point] = field(default_factory=list)
    heading_level: int | None = None
    owner: str = ""
    ended: bool = False
    """Whether what comes next can tell no more of the last point."""

    def item(self, block: Block) -> None:
        last = self.points[-1] if self.points else None
        if self.heading_level is not None and block.level <= self.heading_level:
            self.heading_level = None
        deeper = last is not None and block.level > last.level and not self.ended
        self.ended = False
        if last is None or not deeper or self.heading_level is not None:
            self.points.append(Point(block, block.text, block.level, self.owner))
        elif last.heads() or last.groups():
            self.heading_level = last.level
            self.points[-1] = Point(block, block.text, block.level, self.owner)
        else:
            last.more.append(block.text)

    def text(self, block: Block) -> None:
        """A paragraph: more of the point above, or the name of who does what follows."""
        last = self.points[-1] if self.points else None
        if last is not None and block.level > max(last.level, 0):
            last.more.append(block.text)
            return
        self.ended = True
        self.owner = block.bold.rstrip(" :") if _NAMES_OWNER.fullmatch(block.bold) else ""
        rest = block.text[len(block.bold) :].lstrip(" :–—-")
        if self.owner and rest:
            self.points.append(Point(block, rest, -1, self.owner))
            self.owner, self.ended = "", False


def action_of_point(point: Point) -> FoundAction:
    """The action that a point is, with what stands below it."""
    done = bool(point.block.checked) or point.block.struck
    action = action_of(point.block.line, point.text, point.block.links, point.more, done=done)
    return replace(action, owner=action.owner or point.owner)


def only_heads(text: str) -> bool:
    """Whether a text leads to what stands below it."""
    return text.rstrip().endswith(":")
