"""``digest`` writes what was learned in a quarter, and nobody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
