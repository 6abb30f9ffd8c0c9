"""What the readers of chats have in common: how sources, files and reactions are told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from facilitator.exchange.readers.found import ENTRY_LIMIT, Entry, Left, Reading
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

JOINED, LEFT = "Somebody joined.", "Somebody left."
NOTICE = "The chat program says this itself."
DELETED = "This message was deleted."
NO_TEXT = "This message has no text."
NO_LIST = "It holds no list of messages."
_NAMES_SHOWN = 3
_READ, _GROWN, _SPARE = 100_000, 4, 400
"""Characters of a text in which names are written out, and how much longer they may make it."""
# Whoever has such an address can open the file: the part after the question mark is a key.
_FILE_URL = re.compile(
    r"(https?://(?:(?:[\w-]+\.)*slack(?:-files|-edge)?\.com/(?!archives/)"
    r"|(?:cdn|media)\.discordapp\.(?:com|net)/)[^\s?#|<>)]{0,500})\?[^\s|<>)]*"
)


@dataclass(slots=True)
class Gathered:
    """What a reader has found so far; ``people`` are those who wrote, without programs."""

    entries: list[Entry] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    people: dict[str, None] = field(default_factory=dict)

    def take(self, entry: Entry, *, bot: bool = False) -> None:
        """Keep an entry; one without text is left out."""
        if not entry.text:
            self.left.append(Left(entry.where, NO_TEXT))
            return
        check_count(len(self.entries) + 1)
        self.entries.append(entry)
        if entry.author and not bot:
            self.people[entry.author] = None

    def reading(self, form: str, source: str, notes: tuple[str, ...] = ()) -> Reading:
        """All of it, as what a source holds."""
        return Reading(
            form=form,
            source=source,
            entries=tuple(self.entries),
            left=tuple(self.left),
            notes=notes,
            people=tuple(self.people),
        )


def check_count(count: int) -> None:
    """Refused for more messages than are read in one go."""
    if count > ENTRY_LIMIT:
        words = f"It has more than {ENTRY_LIMIT:,} messages; that is too many to read in one go."
        raise Refused("", words)


def source_of(program: str, channels: Iterable[str]) -> str:
    """The name of a source: the program and at most three of its channels."""
    names = [*dict.fromkeys(each for each in channels if each)]
    more = len(names) - _NAMES_SHOWN
    shown = ", ".join(names[:_NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")
    return f"{program} {shown}".strip()


def with_files(text: str, names: Iterable[str]) -> str:
    """A text, and the files that came with it, by their names."""
    missing = [f"(file: {each})" for each in names if each and each not in text]
    return "\n".join(each for each in (text, *missing) if each)


def written_out(text: str, mark: re.Pattern[str], said: Callable[[re.Match[str]], str]) -> str:
    """The text with what its marks stand for; as it is, if that makes it longer than any people.

    A short mark that stands for a long name, thousands of times, would fill the memory.
    """
    text = text[:_READ]
    found = mark.sub(said, text)
    return found if len(found) <= _GROWN * len(text) + _SPARE else text


def file_name(path: str) -> str:
    """The name of a file without its folders, and without the key of its address."""
    return PurePosixPath(path.partition("?")[0].replace("\\", "/")).name


def without_keys(text: str) -> str:
    """The text; addresses of files are there without the key that opens them."""
    return _FILE_URL.sub(r"\1", text) if "?" in text and "://" in text else text


def reactions_of(message: Mapping[str, Any]) -> int:
    """How many reactions there are; a reaction without a count is one."""
    found = message.get("reactions")
    if not isinstance(found, list):
        return 0
    return sum(_count(each) for each in found if isinstance(each, dict))


def _count(reaction: Mapping[str, Any]) -> int:
    count = reaction.get("count", 1)
    return count if type(count) is int and 0 <= count <= ENTRY_LIMIT else 1
