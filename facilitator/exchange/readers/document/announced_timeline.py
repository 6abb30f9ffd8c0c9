"""A timeline that no heading names, but a sentence: “Here is the timeline, all times UTC:”."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.line_times import begun, unled
from facilitator.exchange.readers.document.parts import Part
from facilitator.exchange.readers.document.section_words import announces_timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.exchange.readers.document.blocks import Block

_TIMELINES = frozenset({"timeline", "key_events"})
_APART = frozenset({"actions", "causes", "people"})
"""Parts whose lists are of something else."""
_TIMED_LEAST = 2
"""Points with a time of their own that make a list a timeline."""


def with_announced_timeline(parts: Sequence[Part]) -> list[Part]:
    """The parts with the list below such a sentence as the timeline, where there is no other."""
    if any(part.kind in _TIMELINES for part in parts):
        return list(parts)
    return [each for part in parts for each in _announced_apart(part)]


def _announced_apart(part: Part) -> list[Part]:
    found = (at for at, block in enumerate(part.blocks) if _announces(block))
    first = next(found, None)
    if part.kind in _APART or first is None:
        return [part]
    ended = _end_of_list(part.blocks, first + 1)
    if sum(map(_is_timed, part.blocks[first + 1 : ended])) < _TIMED_LEAST:
        return [part]
    # The sentence may say the zone of the times, and goes with them.
    listed = Part("timeline", part.title, part.line, part.blocks[first:ended])
    before = replace(part, blocks=part.blocks[:first])
    after = replace(part, blocks=part.blocks[ended:])
    return [before, listed, *([after] if after.blocks else [])]


def _announces(block: Block) -> bool:
    return block.kind == "text" and not block.level and announces_timeline(block.text)


def _end_of_list(blocks: Sequence[Block], first: int) -> int:
    """Where the list ends: at a paragraph that stands no deeper than its points."""
    texts = (at for at in range(first, len(blocks)) if _is_paragraph(blocks[at]))
    return next(texts, len(blocks))


def _is_paragraph(block: Block) -> bool:
    return block.kind == "text" and not block.level


def _is_timed(block: Block) -> bool:
    """Whether a point begins with a day or a time."""
    return block.kind == "item" and begun(unled(block.text), loose=False) is not None
