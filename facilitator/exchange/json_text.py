"""Strict JSON: bytes to plain values, with every way a file can be wrong told in a sentence."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from facilitator.exchange.refused import Refused

SIZE_LIMIT = 256 * 2**20
"""Bytes of the largest JSON file that is read."""
VALUE_LIMIT, OBJECT_LIMIT = 10_000_000, 3_000_000
"""Values of the largest JSON text, and how many of them may be objects, which are the largest."""
DIGIT_LIMIT = 20
"""Digits of the longest whole number; those of the format have ten."""


class Repeated(dict[str, Any]):
    """A JSON object that names a key twice; ``key`` is the first such key."""

    key = ""


def parse(data: bytes) -> Any:
    """The value in a JSON file (UTF-8); Refused for anything else."""
    if len(data) > SIZE_LIMIT:
        raise Refused("", f"The file has {len(data):,} bytes; at most {SIZE_LIMIT:,} are read.")
    text = _decoded(data)
    check_values(text)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_not_json,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        raise Refused(f"line {error.lineno}, column {error.colno}", _syntax(error)) from None
    except RecursionError:
        raise Refused("", "The file is nested too deeply to be a review.") from None


def check_values(text: str, where: str = "") -> None:
    """Refused for a JSON text whose values would fill the memory, as far as can be told."""
    objects = text.count("{")
    if objects > OBJECT_LIMIT or objects + text.count("[") + text.count(",") > VALUE_LIMIT:
        raise Refused(where, "It has more values than are read in one go.")


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"byte {error.start}", "The file is not text in UTF-8.") from None
    if not text.strip():
        raise Refused("", "The file is empty.")
    return text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = Repeated(found)
    seen = set[str]()
    for key, _ in pairs:
        if key in seen:
            repeated.key = key
            break
        seen.add(key)
    return repeated


def _integer(digits: str) -> int:
    if len(digits) > DIGIT_LIMIT:
        raise Refused("", f"The number {digits[:DIGIT_LIMIT]}… is too long.")
    return int(digits)


def _not_json(word: str) -> NoReturn:
    raise Refused("", f"“{word}” is not a number that JSON knows.")


def _syntax(error: json.JSONDecodeError) -> str:
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated"):
        return "The file ends before the review does; perhaps it was cut off."
    return f"This is not JSON ({error.msg[:1].lower()}{error.msg[1:].removesuffix(' at')})."
