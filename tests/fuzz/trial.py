"""One trial: bytes go through a reader and all that follows, as in an import."""

from __future__ import annotations

import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.app.importing import look, new_reviews, place
from facilitator.exchange.readers.kept import packed, unpacked
from facilitator.exchange.readers.material import Material, Members
from facilitator.exchange.readers.registry import READERS
from facilitator.exchange.refused import Refused
from facilitator.exchange.review_json import read_review, write_review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.app.importing import Intake

SEEDS = Path(__file__).with_name("seeds")
PATIENCE = 5
"""Seconds of work after which an input has hung."""
_FOLDER = b"\n== "
"""Begins a file of a folder: its path is on this line, and what it holds on those below."""
_LONGEST = 300
"""Characters of the longest sentence that refuses a source."""
_ANSWERED = {
    "zone": "Europe/Berlin",
    "date": "2026-03-04",
    "order": "day",
    "half": "pm",
    "year": "around",
}


def seeds(form: str) -> Iterator[bytes]:
    """The small samples that a reader is known to read."""
    for path in sorted((SEEDS / form).iterdir()):
        yield path.read_bytes()


def try_once(form: str, data: bytes) -> bool:
    """Whether the reader of this form takes the bytes for a source; it may only refuse them.

    Whatever else it raises is a finding, and so is work of more than ``PATIENCE`` seconds.
    """
    begun = time.process_time()
    try:
        for each in READERS:
            each.fits(_material(data))
        _follow(look(_material(data), form))
        sentence = ""
    except Refused as problem:
        sentence = problem.sentence
    assert time.process_time() - begun < PATIENCE, "it took too long"
    assert len(sentence) < _LONGEST, "the sentence quotes too much"
    return not sentence


def _material(data: bytes) -> Material:
    if not data.startswith(_FOLDER):
        return Material("sample", data)
    parts = (each.partition(b"\n") for each in data.removeprefix(_FOLDER).split(_FOLDER))
    files = {name.decode(errors="replace"): held for name, _, held in parts}
    sizes = {name: len(held) for name, held in files.items()}
    return Material("sample", b"", Members(sizes, lambda name: files[name]))


def _follow(intake: Intake) -> None:
    """Place it with and without answers, make a review of it, write that and read it again."""
    numbers = count(1)
    for answers in ({}, _ANSWERED):
        place(intake, answers)
        chosen = {each.id: each.options[0].value for each in intake.asked if each.options}
        place(intake, {**answers, **chosen})
        made = new_reviews([intake], lambda: f"n{next(numbers)}", "UTC")
        written = write_review(made[id(intake)])
        assert write_review(read_review(written, lambda: f"m{next(numbers)}")) == written
    if intake.draft is None:
        kept = packed(intake.reading, intake.words, intake.answers)
        again, words, answers = unpacked(kept)
        assert packed(again, words, answers) == kept
