"""Whatever the bytes of a library have become, it is read or a sentence says why not."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain import tree
from facilitator.store.copies import check_library, copy_library
from facilitator.store.errors import LibraryUnusable, NotFound, Trouble, WriteFailed
from facilitator.store.quick import Reader, look
from facilitator.store.store import open_store
from tests.store.support import Clock, full_review, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.domain.records import Review

    Mutation = Callable[[bytes, random.Random], bytes]

TOLD = (LibraryUnusable, WriteFailed, NotFound)
PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a library with three reviews."""
    path = tmp_path_factory.mktemp("sound") / "library.db"
    store = open_store(path, Clock())
    for review_id in ("r1", "r2", "r3"):
        store.create(full_review(review_id))
    store.close()
    return path.read_bytes()


def flipped(data: bytes, chance: random.Random) -> bytes:
    """A few bits are others."""
    mutated = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        mutated[chance.randrange(len(mutated))] ^= 1 << chance.randrange(8)
    return bytes(mutated)


def schema_flipped(data: bytes, chance: random.Random) -> bytes:
    """The same where header and schema stand."""
    return flipped(data[: 3 * PAGE], chance) + data[3 * PAGE :]


def rows_flipped(data: bytes, chance: random.Random) -> bytes:
    """Letters are others where the values of rows stand."""
    words = (b"supported", b"guardrail", b"deferred", b"detected", b"2026-03-03T", b"payments")
    mutated = bytearray(data)
    for _ in range(3):
        place = data.rindex(chance.choice(words)) + chance.randrange(-30, 30)
        mutated[place] = chance.choice((chance.randrange(256), mutated[place] ^ 1))
    return bytes(mutated)


def blotted(data: bytes, chance: random.Random) -> bytes:
    """A stretch is zeros, noise or like another stretch."""
    size = chance.choice((16, 512, PAGE, 9000))
    start, other = (chance.randrange(len(data) - size) for _ in range(2))
    stretch = chance.choice((bytes(size), chance.randbytes(size), data[other : other + size]))
    return data[:start] + stretch + data[start + size :]


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing."""
    return data[: chance.choice((1, 99, 100, PAGE, chance.randrange(len(data))))]


MUTATIONS = (flipped, schema_flipped, rows_flipped, blotted, cut)


def usable(review: Review) -> None:
    """What every page of the window relies on."""
    assert len(list(tree.walk(review.factors))) == len(review.factors)
    events = {event.id for event in review.events}
    factors = {factor.id for factor in review.factors}
    findings = {finding.id for finding in review.findings}
    assert all(set(factor.events) <= events for factor in review.factors)
    assert all(set(finding.factors) <= factors for finding in review.findings)
    assert all(set(action.factors) <= factors for action in review.actions)
    assert all(set(action.findings) <= findings for action in review.actions)
    repr(review).encode()


def read(path: Path) -> None:
    look(path)
    with Reader(path) as reader:
        for summary in reader.summaries():
            with suppress(*TOLD):
                usable(reader.load(summary.id))


def write(path: Path) -> None:
    store = open_store(path, Clock())
    try:
        for summary in store.summaries():
            with suppress(*TOLD):
                review = store.load(summary.id)
                now = save(store, review, replace(review, title="Other", factors=()))
                assert store.load(summary.id) == now
            with suppress(*TOLD):
                store.delete(summary.id)
        with suppress(*TOLD):
            usable(store.create(full_review("r9")))
    finally:
        store.close()


@pytest.mark.parametrize("number", range(60))
def test_a_mutated_library_never_does_worse_than_a_sentence(
    sound: bytes, library_path: Path, number: int
) -> None:
    chance = random.Random(number)  # noqa: S311 - the same bytes in every run
    library_path.write_bytes(MUTATIONS[number % len(MUTATIONS)](sound, chance))
    for act in (read, check_library, write):
        with suppress(*TOLD):
            act(library_path)


@pytest.mark.parametrize("pages", [1, 2, 5])
def test_a_truncated_library_is_told(sound: bytes, library_path: Path, pages: int) -> None:
    library_path.write_bytes(sound[: pages * PAGE + 7])
    with pytest.raises(LibraryUnusable) as told:
        check_library(library_path)
    assert told.value.kind is Trouble.DAMAGED
    with Reader(library_path) as reader, pytest.raises(LibraryUnusable):
        reader.load("r3")


def test_a_message_of_sqlite_that_cannot_be_read_is_a_sentence_too(
    sound: bytes, library_path: Path
) -> None:
    library_path.write_bytes(
        sound.replace(b"CREATE TABLE participant", b"CREATE TABLE partici\xe9ant")
    )
    for act in (read, check_library, write):
        with pytest.raises(LibraryUnusable) as told:
            act(library_path)
        assert told.value.kind is Trouble.DAMAGED


def test_damage_is_no_backup(sound: bytes, library_path: Path) -> None:
    library_path.write_bytes(sound[:-PAGE])
    target = library_path.with_name("copy.db")
    with pytest.raises(LibraryUnusable, match="is damaged") as told:
        copy_library(library_path, target)
    assert str(library_path) in told.value.sentence
    assert {each.name for each in library_path.parent.iterdir()} == {library_path.name}
