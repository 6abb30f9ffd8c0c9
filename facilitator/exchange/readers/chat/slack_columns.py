"""What very many messages of Slack say, as columns: quicker to look through than one by one."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Any, NamedTuple

_USUAL_TIMES = re.compile(r"(?:1[0-9]{9}\.[0-9]{6} )*+")
"""Seconds of our days with six decimals, of which a float holds all."""


_SAID = itemgetter("text", "ts", "user")
_NOTHING: tuple[list[Any], ...] = ([], [], [])


class Columns(NamedTuple):
    """Text, time, author and thread of messages, each a list; ``numbers`` are their places."""

    numbers: list[int]
    texts: list[Any]
    stamps: list[Any]
    users: list[str]
    threads: list[Any]

    @classmethod
    def of(cls, messages: list[Any], numbers: list[int]) -> Columns:
        """Those of the messages with these numbers; KeyError where one has not all of it."""
        every = len(numbers) == len(messages)
        told = messages if every else [messages[number] for number in numbers]
        texts, stamps, users = map(list, zip(*map(_SAID, told), strict=True)) if told else _NOTHING
        return cls(numbers, texts, stamps, users, [each.get("thread_ts", "") for each in told])

    def seconds(self) -> list[float]:
        """The same as their ``float``, which takes twice as long for so many digits."""
        digits = " ".join(self.stamps).replace(".", "").split()
        return [each / 1_000_000 for each in map(int, digits)]

    def are_usual(self) -> bool:
        """Whether texts and threads are texts, and the stamps times of our days."""
        if {*map(type, self.texts), *map(type, self.threads)} - {str}:
            return False
        try:
            return _USUAL_TIMES.fullmatch(" ".join([*self.stamps, ""])) is not None
        except TypeError:
            return False
