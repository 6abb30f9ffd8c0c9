"""Who was asked elsewhere, in every document: notes stay in the house, names become roles."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from facilitator.app.export import Wish, rendered
from facilitator.app.release import prepare
from facilitator.domain.masking import Mask, Masks
from facilitator.domain.records import Addressee, Review
from facilitator.domain.words import Answer, Audience, MaskUse
from tests.named_review import REVIEW
from tests.report.printed import solid, solid_text

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)
ASKED = replace(
    REVIEW,
    addressees=(
        Addressee(
            id="q1",
            finding="n1",
            whom="Ledger of Priya",
            answer=Answer.APPLIES,
            note="canarynote of the ledger",
        ),
        Addressee(id="q2", finding="n1", whom="Maps"),
        Addressee(id="q3", finding="n1", whom="Projectcanary", answer=Answer.DOES_NOT_APPLY),
        Addressee(id="q4", finding="n2", whom="Recordedcanary"),
    ),
)
SAID = "Applies to Ledger of the on-call engineer; does not apply to {}; not known yet: Maps"
MASKS = Masks((Mask("Projectcanary", MaskUse.MASK, "another team"),))


def _told(review: Review, audience: Audience, suffix: str, fonts: Path) -> str:
    shown = prepare(review, audience, MASKS).shown
    data = rendered(shown, suffix, lambda: NOW, fonts, wish=Wish(audience))
    return solid_text(data) if suffix == "pdf" else solid(data.decode())


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


@pytest.mark.parametrize("suffix", ["md", "pdf", "txt"])
def test_the_team_reads_who_says_what(suffix: str, fonts: Path) -> None:
    assert solid(SAID.format("Projectcanary")) in _told(ASKED, Audience.INTERNAL, suffix, fonts)


@pytest.mark.parametrize("audience", [Audience.WIDE, Audience.BRIEF])
@pytest.mark.parametrize("suffix", ["md", "pdf", "txt", "json"])
def test_others_read_neither_notes_nor_names_nor_what_is_masked(
    audience: Audience, suffix: str, fonts: Path
) -> None:
    told = _told(ASKED, audience, suffix, fonts)
    assert "canarynote" not in told
    assert "Projectcanary" not in told
    assert "Priya" not in told
    if suffix != "json":
        assert solid(SAID.format("another team")) in told
    recorded = audience is Audience.WIDE and suffix != "txt"
    assert ("Recordedcanary" in told) is recorded


def test_where_nobody_was_asked_nothing_is_said(fonts: Path) -> None:
    for suffix in ("md", "pdf", "txt"):
        assert "Askedelsewhere" not in _told(REVIEW, Audience.INTERNAL, suffix, fonts)
