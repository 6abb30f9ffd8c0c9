"""The tally of voices counts, forgets, and leaves no trace on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.app.session import ReviewSession
from facilitator.app.voices import Voices
from facilitator.domain.edits.brief import add_participant, change_participant
from facilitator.domain.records import Participant

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Review
    from facilitator.store.store import Store
    from tests.app.conftest import Clock

OFTEN = 74_231
"""A count that stands in no file by chance."""


def test_it_counts_up_and_back_but_not_below_nothing() -> None:
    voices = Voices()
    for _ in range(2):
        voices.spoke("p1")
    assert voices.count("p1") == 2
    for _ in range(3):
        voices.unspoke("p1")
    assert voices.count("p1") == 0
    voices.spoke("p1")
    assert voices.count("p1") == 1


def test_only_who_is_in_the_room_can_be_quiet() -> None:
    voices = Voices()
    lead, support, away = (
        Participant(id=each, role=each, attended=each != "away")
        for each in ("lead", "support", "away")
    )
    voices.spoke("lead")
    assert voices.quiet((lead, support, away)) == (support,)


def test_clearing_forgets_everybody() -> None:
    voices = Voices()
    voices.spoke("p1")
    voices.clear()
    assert voices.count("p1") == 0


def test_the_tally_never_reaches_the_disk(
    store: Store, review: Review, clock: Clock, tmp_path: Path
) -> None:
    voices = Voices()
    session = ReviewSession(review, lambda: store, clock)
    session.apply("Add", add_participant(Participant(id="pm", role="Lead", attended=True)))
    before = files(tmp_path)
    for _ in range(OFTEN):
        voices.spoke("pm")
    assert files(tmp_path) == before
    # Whatever is saved afterwards says nothing of it either.
    session.apply("Change", change_participant("pm", attended=False))
    store.close()
    assert not any(str(OFTEN).encode() in data for data in files(tmp_path).values())


def files(folder: Path) -> dict[Path, bytes]:
    """What every file in a folder holds."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
