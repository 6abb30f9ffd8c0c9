"""Standard input and output for people and machines: UTF-8, one answer a line."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def use_utf8() -> None:
    """Read and write UTF-8 whatever the locale says; odd bytes never end the program."""
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def tell(line: str) -> None:
    """A result, on stdout."""
    print(line)


def tell_json(value: Any) -> None:
    """A result for machines: one line of JSON on stdout."""
    print(json.dumps(value, ensure_ascii=False))


def progress(line: str) -> None:
    """How it goes, on stderr."""
    print(line, file=sys.stderr)


def input_lines() -> Iterator[str]:
    """The lines of stdin without their line ends."""
    for line in sys.stdin:
        yield line.rstrip("\n")
