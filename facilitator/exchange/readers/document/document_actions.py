"""The action items of a document: points, rows of a table, or paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.action_points import (
    action_of_point,
    only_heads,
    points_of,
)
from facilitator.exchange.readers.document.action_tables import actions_of_tables, words_of_kinds
from facilitator.exchange.readers.document.action_words import action_of
from facilitator.exchange.readers.document.document_fields import told_apart
from facilitator.exchange.readers.document.section_words import (
    addresses_reader,
    announces_actions,
    announces_remarks,
    plain,
    says_nothing,
    section_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.document.parts import Part
    from facilitator.exchange.readers.found import FoundAction

_MARKED = re.compile(r"^\W{0,3}(?:action items?|ai)\W{1,3}\s*(?=\S)", re.IGNORECASE)
_EXPLAINS = re.compile(r"(\w{1,20})\s*(?:[:–—]|\s-)\s")
_NAME = r"[A-Z][\w.’'-]{0,30}(?: [A-Z][\w’'-]{0,30})?(?: team)?"
_NAMED_FIRST = re.compile(rf"({_NAME}(?:(?:,| and| &) {_NAME}){{0,3}}) to (?=[a-z])")
"""“Ada and Grace to order gas”: who does it, where all points of a list begin so."""
_NO_NAMES = re.compile(
    r"(?:ability|add|adhere|agree|aim|attempt|begin|change|commit|continue|convert|decide|failure"
    r"|get|go|have|how|link|look|make|migrate|move|need|plan|reach|refer|remember|respond|speak"
    r"|start|stick|switch|talk|time|try|upgrade|want|ways?|we|what|work)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\bwe(?:['’]ll| will| are going to| shall| plan to)\b[^.:]{0,80}"
    r"\b(?:following|these steps|these changes|this procedure)\b[^.:]{0,120}:\s*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:update\s?[(:]|this (?:post-?mortem|incident|report|review)\b"
    r"|by (?:implementing|addressing|taking|doing)\b|in (?:conclusion|summary)\b"
    r"|overall,|with these\b)",
    re.IGNORECASE,
)
"""How a paragraph begins that only ends a report, or was added later."""
_WORDS_LEAST = 3
"""Words of a heading that says what to do; “Monitoring” only says about what."""
_NUMBERED = re.compile(
    r"^\W*(?:(?:action|ai|item)[ -]?)?\d{1,2}(?:\.\d{1,2})*[.):]?\s+", re.IGNORECASE
)
_TODO = re.compile(r"^to-?do:?\s+", re.IGNORECASE)
_ALL_DONE = re.compile(
    r"[(\[–—-]\s*(?:all\s+)?(?:completed?|done|finished)\s*[)\]]?\s*$", re.IGNORECASE
)


def actions_of(part: Part, *, headed: bool = False) -> Iterator[FoundAction]:
    """The action items of one part; ``headed`` tells that others below it hold them."""
    done = _ALL_DONE.search(part.title) is not None
    for action in _of_part(part, headed=headed):
        yield replace(action, done=True) if done else action


def _of_part(part: Part, *, headed: bool) -> Iterator[FoundAction]:
    rows = [block for block in part.blocks if block.kind == "row"]
    tabled = list(actions_of_tables(rows))
    yield from tabled
    legend = words_of_kinds(rows) if tabled else frozenset()
    points = [each for each in points_of(part.blocks) if _word_explained(each.text) not in legend]
    if points:
        named = [_NAMED_FIRST.match(point.text) for point in points]
        by_name = len(points) > 1 and all(each and not _NO_NAMES.match(each[1]) for each in named)
        for point, name in zip(points, named, strict=True):
            found = action_of_point(point)
            yield replace(found, owner=found.owner or name[1]) if by_name and name else found
    elif headed or tabled:
        return
    elif not rows and (action := _of_title(part)):
        yield action
    else:
        # Beside tables and lists of other things only what says that it shall be done counts.
        listed = any(block.kind in {"row", "item"} for block in part.blocks)
        yield from _of_paragraphs(part.blocks, intended=listed)


def _word_explained(text: str) -> str:
    """The first word of a point that only explains it: ``P0 - Critical``."""
    match = _EXPLAINS.match(text)
    return plain(match[1]) if match else ""


def _of_title(part: Part) -> FoundAction | None:
    """The action that a heading names, with what the paragraphs below it tell."""
    if not _names_action(part):
        return None
    title = _NUMBERED.sub("", part.title)
    texts = [block for block in part.blocks if block.kind == "text"]
    if any(announces_remarks(block.text) for block in texts):
        return None
    links = [link for block in texts for link in block.links]
    return action_of(part.line, _TODO.sub("", title), links, [block.text for block in texts])


def _names_action(part: Part) -> bool:
    """Whether the heading of a part may itself be an action, and not only what all are about."""
    title = _NUMBERED.sub("", part.title)
    if not part.inherits or section_of(part.title, whole=True):
        return False
    return title != part.title or len(title.split()) >= _WORDS_LEAST


def heads_actions(part: Part, following: Part) -> bool:
    """Whether a heading among those of actions only heads deeper ones that name one each.

    A number before it says that it is one itself, and that those below only explain it.
    """
    deeper = part.inherits and 0 < part.level < following.level
    return deeper and not _NUMBERED.match(part.title) and _names_action(following)


def marked_actions(blocks: Sequence[Block]) -> Iterator[FoundAction]:
    """Lines elsewhere that say of themselves that they are one: ``[Action item] ...``."""
    for block in blocks:
        for index, line in enumerate(block.text.split("\n")):
            match = _MARKED.match(line)
            if match and line[: match.end()].strip(" *_").endswith(("]", ":")):
                rest = "\n".join((line[match.end() :], *block.text.split("\n")[index + 1 :]))
                yield action_of(block.line + index, rest, block.links)
                break


def announced_actions(blocks: Sequence[Block]) -> Iterator[FoundAction]:
    """Points elsewhere below a sentence that says that they are what will be done."""
    announced: list[Block] = []
    telling = False
    for block in blocks:
        if block.kind == "item" and telling:
            announced.append(block)
        elif block.kind == "text" and not block.level:
            telling = announces_actions(block.text) or _ANNOUNCES.search(block.text) is not None
    yield from map(action_of_point, points_of(announced))


def tabled_actions(blocks: Sequence[Block]) -> Iterator[FoundAction]:
    """The rows of tables elsewhere whose head says that they are action items with owners."""
    rows = [block for block in blocks if block.kind == "row"]
    for number in dict.fromkeys(row.number for row in rows):
        table = [row for row in rows if row.number == number]
        heads = [plain(cell) for cell in table[0].cells] if table[0].first else []
        if {"action item", "action items"} & set(heads) and {"owner", "owners"} & set(heads):
            yield from actions_of_tables(table)


_ORDER = re.compile(r"(?!(?:The|This|These|It|We|They|Most|In|At|An?)\b)[A-Z].{3,1000}[.!]\s*")
"""A line that may ask for something; where a page was copied, all of a point is one."""
_TELLS = re.compile(
    r"(?:An?|The|This|These|It|There|Because|Since|During|In)\b[^.\n]{0,200}?"
    r"\b(?:was|were|had been|do not|does not|did not)\b"
    r"|We\s+(?:were|had|did|could)\b"
    r"|(?:The|This|These|It|That)\b[^.\n]{0,80}?\bremains?\b"
    r"|(?:The|This|These|It|That)\s+(?:\w+\s+){0,2}(?:has|have)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn)\b"
)
_INTENDS = re.compile(
    r"\b(?:will|shall|should|must|needs?|needed|going to|plan(?:s|ned|ning)?|to be|want|let['’]s"
    r"|intend|aim|ensure|consider|agreed|decided|task|todo|improve)\b",
    re.IGNORECASE,
)
"""A paragraph that only tells what was asks nothing of anybody."""


def _of_paragraphs(blocks: Sequence[Block], *, intended: bool) -> Iterator[FoundAction]:
    for block in blocks:
        if block.kind == "text":
            for line, text in told_apart(block, _ORDER):
                if _asks(text) and (not intended or _is_intended(text)):
                    yield action_of(line, text, block.links)


def _asks(text: str) -> bool:
    """Whether a paragraph among actions may be one."""
    if says_nothing(text) or only_heads(text) or _CLOSING.match(text) or addresses_reader(text):
        return False
    tells = _TELLS.match(text)
    return tells is None or _is_intended(text)


def _is_intended(text: str) -> bool:
    """Whether the first sentence says that something shall be."""
    return _INTENDS.search(text[: text.find(". ")]) is not None
