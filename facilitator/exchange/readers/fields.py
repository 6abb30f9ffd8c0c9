"""Takes values out of other people's JSON without trusting its shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.domain.text import LINE_LIMIT
from facilitator.exchange.readers.found import ENTRY_LIMIT, Left
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_OBJECT = "This should be an object, and is none."
NAME_LIMIT = 200
"""Characters of the longest name: many entries may repeat it, and one text many times."""


def each_object(value: Any, left: list[Left]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The object that a file holds, or those of its list, with the beginnings of their paths."""
    if isinstance(value, dict):
        yield "", value
        return
    for where, each in rows_of(value, "", left):
        yield f"{where}.", each


def rows_of(value: Any, path: str, left: list[Left]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a list with their paths, e.g. ``alerts[2]``; what is none is left out.

    Refused for a list that is too long.
    """
    if not isinstance(value, list):
        return
    if len(value) > ENTRY_LIMIT:
        words = f"It has {len(value):,} entries; at most {ENTRY_LIMIT:,} are read in one go."
        raise Refused(path, words)
    for index, each in enumerate(value):
        where = f"{path}[{index}]"
        if isinstance(each, dict):
            yield where, each
        else:
            left.append(Left(where, NO_OBJECT))


def object_of(value: Any, *names: str) -> dict[str, Any]:
    """The object below these names; an empty one if there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def line_of(value: Any, name: str) -> str:
    """A field as one line of text: strings and numbers; empty for everything else.

    What is longer than a line of ours is cut.
    """
    found = value.get(name) if isinstance(value, dict) else None
    if isinstance(found, str):
        return " ".join(found[: 2 * LINE_LIMIT].split())
    if isinstance(found, bool) or not isinstance(found, int | float):
        return ""
    return str(found)


def name_of(value: Any, name: str) -> str:
    """A field as a name: one line, and a short one."""
    return line_of(value, name)[:NAME_LIMIT]


def text_of(value: Any, name: str) -> str:
    """A field as text with its line ends; empty if it is no string."""
    found = value.get(name) if isinstance(value, dict) else None
    return found.strip() if isinstance(found, str) else ""
