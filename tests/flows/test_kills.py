"""A window killed in mid-typing has lost nothing that it called saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.flows.kills import Tally, compare, kill_once, prepare

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_called_saved_is_there(library_path: Path) -> None:
    review_id = prepare(library_path)
    tally = Tally()
    for after in (0.05, 0.4):
        compare(library_path, review_id, kill_once(library_path, review_id, after), tally)
    assert tally.saved > 2
    assert (tally.lost, tally.halves) == (0, 0)
