"""Takes secrets out of what was imported, leaving a plain word in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.exchange.readers.tidying.secret_checks import GONE, is_gone
from facilitator.exchange.readers.tidying.secret_shapes import (
    ALWAYS,
    BY_NEED,
    DROPPED,
    DROPPED_NEEDS,
    LONG,
    MARKS,
    PARTED,
    QUERY,
    QUERY_NEEDS,
    SAID,
    SHAPES,
    SIGNS,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from facilitator.exchange.readers.tidying.secret_shapes import Shape

_CLEAR = 4
"""Signs of a secret that can be told alone; of fewer any word may be one."""
_ROUNDS = 30
"""What was hidden by a secret beside it is found in the next round; far fewer are ever needed."""


def masked(text: str) -> tuple[str, int]:
    """The text without the secrets in it, and how many there were."""
    return _searched(text) if _may_hold(text.lower()) else (text, 0)


def secret_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where secrets stand in a text, each with a bit of what leads to it if it is short."""
    lower = text.lower()
    if not _may_hold(lower):
        return ()
    return tuple(dict.fromkeys(each for at in _tried(lower) for each in _places(text, SHAPES[at])))


def _places(text: str, shape: Shape) -> Iterator[tuple[int, int]]:
    for match in shape.pattern.finditer(text):
        start = match.start(match.lastgroup or 0)
        end = start + shape.reach(match)
        if end > start and not is_gone(text[start:end]):
            yield (start if end - start >= _CLEAR else match.start(), end)


def _tried(lower: str) -> list[int]:
    """The places of the shapes that a text may have, in their order."""
    heard = filter(lower.__contains__, BY_NEED)
    return sorted(ALWAYS.union(*(BY_NEED[word] for word in heard)))


def _may_hold(lower: str) -> bool:
    """Quick, for most messages of a chat hold none."""
    return bool(
        LONG.search(lower)
        or any(map(lower.__contains__, SAID))
        or (SIGNS.search(lower) and (any(map(lower.__contains__, MARKS)) or PARTED.search(lower)))
    )


def _searched(text: str) -> tuple[str, int]:
    count = 0
    for _ in range(_ROUNDS):
        text, found = _round(text, text.lower())
        if not found:
            break
        count += found
    return text, count


def _round(text: str, lower: str) -> tuple[str, int]:
    text, count = _without_parameters(text, lower)
    for at in _tried(lower):
        text, found = _covered(text, SHAPES[at])
        count += found
    return text, count


def _without_parameters(text: str, lower: str) -> tuple[str, int]:
    queries = parameters = 0
    if any(word in lower for word in QUERY_NEEDS):
        text, queries = QUERY.subn(r"\g<kept>", text)
    if any(word in lower for word in DROPPED_NEEDS):
        text, parameters = DROPPED.subn(_rest, text)
    return text, queries + parameters


def _rest(match: re.Match[str]) -> str:
    return match["lead"] if match["more"] else ""


def _covered(text: str, shape: Shape) -> tuple[str, int]:
    pieces: list[str] = []
    done = 0
    for match in shape.pattern.finditer(text):
        start = match.start(match.lastgroup or 0)
        end = _whole(text, start, start + shape.reach(match))
        if start >= done and not is_gone(text[start:end]):
            pieces += text[done:start], shape.word
            done = end
    return ("".join([*pieces, text[done:]]), len(pieces) // 2) if pieces else (text, 0)


def _whole(text: str, start: int, end: int) -> int:
    """The end, moved to that of the word for an earlier secret if it fell into one."""
    earlier = GONE.match(text, text.rfind("[", start, end)) if "[" in text[start:end] else None
    return max(end, earlier.end()) if earlier else end
