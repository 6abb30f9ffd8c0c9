"""The objects in a file of JSON: one, those of a list, or one after the other as in a log."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

from facilitator.exchange.json_text import check_values
from facilitator.exchange.readers.fields import rows_of
from facilitator.exchange.readers.found import ENTRY_LIMIT, Left
from facilitator.exchange.readers.material import parsed
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

_BROKEN = 1000
"""Broken objects that are put up with, even if they are the most."""
_SPACE = re.compile(r"[\s\x1e]*")
_NEXT = re.compile(r"^[ \x1e]?\{", re.MULTILINE)


def objects_in(material: Material, left: list[Left]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects with their paths, e.g. ``[2]`` or ``line 7``; what cannot be read is left out.

    Refused if there is none at all, for then it is broken from the beginning.
    """
    if not material.head.lstrip().startswith(("{", "[")):
        raise Refused("", "This is not JSON.")
    for where, value in _values(material.text, left):
        if isinstance(value, dict):
            yield where, value
        else:
            yield from rows_of(value, where, left)


def list_below(
    value: dict[str, Any], name: str, path: str, left: list[Left]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a list that must be one, with their paths."""
    found = value.get(name)
    where = f"{path}.{name}" if path else name
    if isinstance(found, list):
        yield from rows_of(found, where, left)
    else:
        left.append(Left(where, "This should be a list, and is none."))


def looks_like_json(head: str) -> bool:
    """Whether a text begins as JSON does."""
    return head.lstrip().startswith(("{", "["))


def _values(text: str, left: list[Left]) -> Iterator[tuple[str, Any]]:
    check_values(text)
    start = _after_space(text, 0)
    try:
        value, stop = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError, Refused):
        value, stop = None, start
    if value is not None and _after_space(text, stop) == len(text):
        yield "", value
    elif value is None and text[start : start + 1] == "[":
        # This says where it is cut off or broken.
        yield "", parsed(text)
    else:
        yield from _stream(text, start, left)


def _stream(text: str, start: int, left: list[Left]) -> Iterator[tuple[str, Any]]:
    """One object after the other; a broken one ends where a line begins with the next."""
    number, broken = 0, 0
    for where, chunk in _chunks(text, start):
        try:
            for value in _decoded(chunk, where):
                number += 1
                yield where, value
        except Refused as problem:
            broken += 1
            if broken > max(_BROKEN, number):
                raise Refused(where, "Most of it up to here cannot be read.") from None
            left.append(Left(where, problem.sentence))
        if number > ENTRY_LIMIT:
            raise Refused(where, f"It has more than {ENTRY_LIMIT:,} entries, which is too many.")
    if broken and not number:
        raise Refused(*left[-broken])


def _chunks(text: str, start: int) -> Iterator[tuple[str, str]]:
    """The pieces that begin with an object, each with the place of its first line."""
    line, counted = 1, 0
    while start < len(text):
        line, counted = line + text.count("\n", counted, start), start
        stop = _next_start(text, start)
        yield f"line {line}", text[start:stop]
        start = _after_space(text, stop)


def _decoded(chunk: str, where: str) -> Iterator[Any]:
    position = 0
    while position < len(chunk):
        try:
            value, stop = _DECODER.raw_decode(chunk, position)
        except Refused as problem:
            raise Refused(where, problem.sentence) from None
        except (ValueError, RecursionError):
            # This finds the words for what is wrong.
            parsed(chunk[position:], where)
            raise Refused(where, "This is not JSON.") from None
        yield value
        position = _after_space(chunk, stop)


def _next_start(text: str, start: int) -> int:
    """Where the next line begins an object; the end if none does."""
    line_end = text.find("\n", start)
    found = _NEXT.search(text, line_end + 1) if line_end >= 0 else None
    return found.start() if found else len(text)


def _after_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _no_number(word: str) -> NoReturn:
    raise Refused("", f"“{word}” is not a number that JSON knows.")


_DECODER = json.JSONDecoder(parse_constant=_no_number)
