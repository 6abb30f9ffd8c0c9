"""The file of the user's own questions, which is never written over while it is broken."""

from __future__ import annotations

import tomllib
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from facilitator.app.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    Found = dict[str, Any]

_HEAD = """\
# Your own questions to ask the room, for Facilitator. They add to those that come with it.
#   hidden  ids of questions that are not offered
#   words   your words in place of ours, e.g. "marker.detected.half" = "How could we see it sooner?"
#   own     questions that you have added: an id, the situation they belong to, and their words
# What this version of the program does not know stays in the file.

"""
_SHAPES = {"hidden": (list, "a list"), "words": (dict, "a table"), "own": (list, "a list")}


class Unreadable(Exception):
    """It is no such file; says what is wrong with it."""


class PromptsFile:
    """A TOML file with ``hidden``, ``words`` and ``own``, and perhaps more of other versions."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Found:
        """What it holds, all parts there; Unreadable if it is there and no such file."""
        try:
            found = tomllib.loads(self.path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            found = {}
        except OSError as error:
            raise Unreadable(error.strerror or "it cannot be opened") from error
        except UnicodeDecodeError as error:
            raise Unreadable("it is not plain text") from error
        except tomllib.TOMLDecodeError as error:
            raise Unreadable(str(error)) from error
        except (ValueError, RecursionError) as error:
            # What it says is about the program, not about the file.
            raise Unreadable("a number is too long, or lists lie too deep in lists") from error
        for name, (shape, words) in _SHAPES.items():
            if not isinstance(found.setdefault(name, shape()), shape):
                raise Unreadable(f"“{name}” in it is not {words}")
        return found

    def write(self, found: Found, *, broken: bool = False) -> Path | None:
        """Write it whole; OSError leaves it as it was.

        What is there and ``broken`` gets another name first, under which it stays; returned.
        """
        import tomli_w  # noqa: PLC0415 - only needed to write

        told = {name: part for name, part in found.items() if name not in _SHAPES or part}
        data = (_HEAD + tomli_w.dumps(told)).encode()
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside = self.path.rename(self._free_name()) if broken else None
        try:
            write_atomically(self.path, data, overwrite=True, private=True)
        except OSError:
            if aside is not None:
                aside.rename(self.path)
            raise
        return aside

    def _free_name(self) -> Path:
        ends = chain((".bad",), (f".bad{number}" for number in count(2)))
        names = (self.path.with_name(self.path.name + end) for end in ends)
        return next(each for each in names if not each.exists())
