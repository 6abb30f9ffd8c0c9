"""Standard input and output for people and machines: UTF-8, one answer a line."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from facilitator.cli.failure import Exit, Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

_ERROR = 2
"""The last of the three streams."""
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def open_closed() -> None:
    """Lead closed streams nowhere: else the next file that is opened would take their place."""
    while (handle := os.open(os.devnull, os.O_RDWR)) <= _ERROR:
        pass
    os.close(handle)
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


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
    tell_text(f"{line}\n")


def tell_json(value: Any) -> None:
    """A result for machines: one line of JSON on stdout."""
    tell(json.dumps(value, ensure_ascii=False))


def tell_text(text: str) -> None:
    """A result of several lines, or a line with its end."""
    with _unwritable_told():
        sys.stdout.write(text)


def flush() -> None:
    """Let whoever reads the results have them now."""
    with _unwritable_told():
        sys.stdout.flush()


@contextmanager
def _unwritable_told() -> Iterator[None]:
    """Failure for a full disk; that the reader has gone is left to whoever runs the command."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as problem:
        words = f"The results cannot be written: {problem.strerror or problem}."
        raise Failure(Exit.REFUSED, words) from None


def progress(line: str) -> None:
    """How it goes, on stderr; if nobody can be told there, it goes on all the same."""
    with suppress(OSError):
        print(_one_line(line), file=sys.stderr, flush=True)


def _one_line(text: str) -> str:
    """The text without what the name of a file may hold to break the line, or steer a terminal."""
    return _STEERING.sub("�", text)


def input_lines() -> Iterator[str]:
    """The lines of stdin without their line ends."""
    for line in sys.stdin:
        yield line.removesuffix("\n").removesuffix("\r")
