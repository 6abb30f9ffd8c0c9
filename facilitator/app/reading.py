"""Reads reviews from files: .json and .review."""

from __future__ import annotations

import os
import stat
from functools import cached_property
from select import select
from typing import TYPE_CHECKING, BinaryIO

from facilitator.exchange.bundle import read_bundle
from facilitator.exchange.json_text import SIZE_LIMIT
from facilitator.exchange.refused import Refused
from facilitator.exchange.review_json import read_review

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.domain.records import Review

__all__ = ["READERS", "Refused", "Source", "form_of", "read_file"]

READERS = {"json": read_review, "review": read_bundle}
"""How a file of each form is read."""
PATIENCE = 10
"""Seconds to wait for the first byte from a pipe."""


class Source:
    """A file that is read once, however often it is looked into: a pipe tells nothing twice."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def data(self) -> bytes:
        """All of it; Refused, naming the file, if it cannot be read."""
        try:
            return _read(self.path)
        except OSError as problem:
            words = f"{self.path} cannot be read: {problem.strerror or problem}."
            raise Refused("", words) from None

    def forget(self) -> None:
        """Let go of what was read: many large files would fill the memory; a pipe tells it once."""
        if self.path.is_file():
            self.__dict__.pop("data", None)


def form_of(path: Path) -> str | None:
    """The form that a file's name tells; None if it is none of ``READERS``."""
    suffix = path.suffix.lower().removeprefix(".")
    return suffix if suffix in READERS else None


def read_file(source: Source, form: str, new_id: Callable[[], str]) -> Review:
    """The review in a file; Refused, naming file and place, if it cannot be taken."""
    data = source.data
    try:
        return READERS[form](data, new_id)
    except Refused as problem:
        raise Refused("", f"{source.path}: {problem}") from None


def _read(path: Path) -> bytes:
    """The whole file, unless it is too large to be a review."""
    with _opened(path) as source:
        data = source.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise Refused("", f"{path}: The file is larger than {SIZE_LIMIT:,} bytes.")
    return data


def _opened(path: Path) -> BinaryIO:
    """The file; a pipe once somebody writes to it, for nobody may ever do so."""
    if not stat.S_ISFIFO(path.stat().st_mode):
        return path.open("rb")
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    if not select([pipe], [], [], PATIENCE)[0]:
        os.close(pipe)
        raise Refused("", f"{path}: Nothing came through this pipe for {PATIENCE} seconds.")
    os.set_blocking(pipe, True)
    return os.fdopen(pipe, "rb")
