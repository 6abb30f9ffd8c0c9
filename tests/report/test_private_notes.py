"""Private notes are printed as the last chapter of a copy that asked for them, and in no other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.private_notes import WARNING
from facilitator.domain.records import PhaseNote, Review
from facilitator.report import render
from tests.report.conftest import NOW
from tests.report.printed import bookmarks, solid, solid_text, texts

if TYPE_CHECKING:
    from pathlib import Path

NOTES = {"whole": "Wait for Zuzanna", "brief": "Thank those who wrote", "close": "Not <b>whose</b>"}


@pytest.fixture
def noted(sample: Review) -> Review:
    phase_notes = tuple(PhaseNote(id=each, text=NOTES[each]) for each in ("brief", "close"))
    return replace(sample, notes=NOTES["whole"], phase_notes=phase_notes)


def test_no_copy_holds_them_unless_asked_for(noted: Review, fonts: Path) -> None:
    data = render(noted, now=lambda: NOW, fonts=fonts)
    words = solid_text(data)
    for note in (*NOTES.values(), "Private notes", WARNING):
        assert solid(note) not in words
    plain = replace(noted, notes="", phase_notes=())
    assert data == render(plain, now=lambda: NOW, fonts=fonts)


def test_asked_for_they_stand_last_by_phase_and_say_what_they_are(
    noted: Review, fonts: Path
) -> None:
    data = render(noted, now=lambda: NOW, fonts=fonts, private=True)
    marks = bookmarks(data)
    assert marks[-1][0] == "Private notes"
    last = " ".join("".join(texts(data)[marks[-1][1] :]).split())
    places = [last.index(each) for each in (WARNING, *NOTES.values())]
    assert places == sorted(places)
    assert last.count(WARNING) >= 2, "At the head, and at the foot of the page."


def test_a_review_without_notes_has_no_such_chapter(sample: Review, fonts: Path) -> None:
    plain = replace(sample, notes="", phase_notes=())
    asked = render(plain, now=lambda: NOW, fonts=fonts, private=True)
    assert asked == render(plain, now=lambda: NOW, fonts=fonts)
