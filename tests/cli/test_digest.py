"""``digest`` writes what was learned in a quarter, and nobody's name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.records import Lesson, Review
from facilitator.domain.words import LessonSide
from facilitator.store.store import open_store
from tests.app.small_library import PERSON, fill, now

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


@pytest.fixture
def filled(shell: Shell) -> Shell:
    """A command line on the small library."""
    store = open_store(shell.library, now)
    fill(store)
    store.close()
    return shell


@pytest.mark.parametrize(("name", "first"), [("d.pdf", b"%PDF-"), ("d.md", b"# What we learned")])
def test_two_forms(filled: Shell, tmp_path: Path, name: str, first: bytes) -> None:
    out = tmp_path / name
    filled.done("digest", out, "--quarter", "2025Q4")
    data = out.read_bytes()
    assert data.startswith(first)
    assert PERSON.encode() not in data


def test_a_quarter_that_cannot_be_read(filled: Shell, tmp_path: Path) -> None:
    told = filled.fails(2, "digest", tmp_path / "d.md", "--quarter", "spring")
    assert "“spring” is no quarter. Write one like 2026Q1." in told
    assert not (tmp_path / "d.md").exists()


def test_a_library_without_a_review(shell: Shell, tmp_path: Path) -> None:
    told = shell.fails(3, "digest", tmp_path / "d.md")
    assert "No review was held before this quarter. Name one like 2026Q1." in told


def test_what_is_there_is_kept(filled: Shell, tmp_path: Path) -> None:
    out = tmp_path / "d.md"
    out.write_text("mine")
    assert "is there already" in filled.fails(3, "digest", out)
    filled.fails(2, "digest", tmp_path / "d.doc")
    assert out.read_text() == "mine"
    filled.done("digest", out, "--force")
    assert out.read_text().startswith("# What we learned")


def test_what_stands_in_it_is_told_and_it_is_written_all_the_same(
    shell: Shell, tmp_path: Path
) -> None:
    store = open_store(shell.library, now)
    lesson = Lesson(id="l1", side=LessonSide.WELL, text="db-3.internal held on")
    store.create(Review(id="r1", held_on=date(2025, 11, 3), lessons=(lesson,)))
    store.close()
    out = tmp_path / "d.md"
    told = shell.done("digest", out, "--quarter", "2025Q4").err
    assert "Look at this before it is sent round: “db-3.internal” (host)." in told
    assert "db-3.internal held on" in out.read_text()
    shell.done("mask", "db-3.internal")
    told = shell.done("digest", out, "--quarter", "2025Q4", "--force").err
    assert "Look at this" not in told
    assert "db-3" not in out.read_text()
