"""Two people on one review: nothing is lost, nothing written over, and both see the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.flows.two_windows import run

if TYPE_CHECKING:
    from pathlib import Path


def test_every_edit_of_both_is_there_or_was_refused_with_words(library_path: Path) -> None:
    outcome = run(library_path, 40)
    assert outcome.wrong == []
    assert outcome.told.total() == 80
    assert outcome.told["saved"] > 50
    assert outcome.told["failed"] == 0
