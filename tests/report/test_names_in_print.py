"""Names in print and in Markdown: roles for everybody but owners, as the review says."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from facilitator.domain.records import (
    ActionItem,
    Deferral,
    Evidence,
    Factor,
    Finding,
    Lesson,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import EvidenceKind, FactorKind, LessonSide, NameUse
from facilitator.exchange.bundle import write_bundle
from facilitator.exchange.markdown import write_markdown
from facilitator.exchange.review_json import write_review
from tests.report.printed import reader, solid, solid_text

if TYPE_CHECKING:
    from tests.report.printed import Printer

OWNER = "Tomasz Okaforski"
REVIEW = Review(
    id="r1",
    title="What Priyanka deployed",
    summary="Priyanka deployed it.\n\nTomasz saw it.",
    impact="Priyanka lost an hour",
    participants=(
        Participant(id="p1", name="Priyanka Ramanathan", role="On-call engineer", attended=True),
        Participant(id="p2", name=OWNER, role="Database owner", alias="Falcon", attended=True),
    ),
    events=(
        TimelineEvent(
            id="e1",
            text="Priyanka restarted it",
            at=datetime(2026, 3, 3, 14, 3, tzinfo=UTC),
            starred=True,
            lane="Priyanka",
            source="Chat with Priyanka",
            evidence=(Evidence(id="v1", kind=EvidenceKind.QUOTATION, text="Priyanka: on it"),),
        ),
    ),
    factors=(
        Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="Priyanka could not pay"),
        Factor(id="f1", parent="f0", text="Priyanka saw no alert"),
    ),
    findings=(
        Finding(
            id="n1",
            text="Only Priyanka knew",
            factors=("f1",),
            focus=True,
            elsewhere="At Tomasz's",
        ),
        Finding(id="n2", position=1, text="Priyanka was away", reason="Priyanka says so"),
    ),
    actions=(
        ActionItem(
            id="a1",
            text="Block what Priyanka did",
            owner=OWNER,
            findings=("n1",),
            deferral=Deferral(accepted_by=OWNER, reason="Priyanka is away", until=date(2026, 5, 1)),
        ),
    ),
    lessons=(Lesson(id="l1", side=LessonSide.WELL, text="Priyanka was quick"),),
)


def test_the_pdf_shows_roles_but_for_owners(printer: Printer) -> None:
    data = printer(REVIEW)
    told = solid_text(data)
    assert "Priyanka" not in told
    assert "Ramanathan" not in told
    assert "Theon-callengineerrestartedit" in told
    assert solid(OWNER) in told
    information = reader(data).metadata
    assert information is not None
    assert information.title == "What the on-call engineer deployed"


def test_the_pdf_shows_names_if_the_review_says_so(printer: Printer) -> None:
    told = solid_text(printer(replace(REVIEW, names=NameUse.NAMES)))
    assert "Priyankarestartedit" in told
    assert "Namesareshown." in told
    assert "Peopleappearbyrole" not in told
    assert "nobodyelseis" not in told


def test_markdown_shows_roles_but_for_owners() -> None:
    told = write_markdown(REVIEW).decode()
    assert "Priyanka" not in told
    assert "Ramanathan" not in told
    assert told.count("Tomasz") == told.count(OWNER) == 2
    assert "The on-call engineer restarted it" in told
    assert "Only the on-call engineer knew" in told


def test_markdown_shows_names_if_the_review_says_so() -> None:
    assert b"Priyanka restarted it" in write_markdown(replace(REVIEW, names=NameUse.NAMES))


def test_data_keep_what_was_typed() -> None:
    assert b"Priyanka restarted it" in write_review(REVIEW)
    with zipfile.ZipFile(io.BytesIO(write_bundle(REVIEW))) as bundle:
        assert any(b"Priyanka restarted it" in bundle.read(name) for name in bundle.namelist())
