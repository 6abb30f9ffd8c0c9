"""What still stands in a digest is told before it is written, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from facilitator.app.digest import gather
from facilitator.app.digest_check import left_words
from facilitator.domain.masking import Mask, Masks
from facilitator.domain.records import ActionItem, Addressee, Deferral, Finding, Participant
from facilitator.domain.residue_shapes import Sort
from facilitator.domain.trends import Quarter
from facilitator.domain.words import ActionStatus, MaskUse
from facilitator.store.store import open_store
from tests.app.test_digest import told_review

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Review
    from facilitator.domain.residue import Residue

TEXTS = ("pay-db-7.internal was full", "Xochitl Brandauer said so", "See OPS-77, and INC-1")


def left(path: Path, review: Review, masks: Masks | None = None) -> tuple[Residue, ...]:
    store = open_store(path, lambda: datetime(2026, 4, 15, 12, tzinfo=UTC))
    store.create(review)
    store.close()
    return gather(path, Quarter(2026, 1), masks or Masks(), date(2026, 4, 15)).left


def reviewed(*texts: str) -> Review:
    findings = (
        Finding(id=f"g{place}", position=place, text=each, focus=True)
        for place, each in enumerate(texts)
    )
    return told_review(1, date(2026, 3, 3), findings=tuple(findings), addressees=())


def test_names_hosts_and_tickets_are_told_and_its_own_incidents_are_not(tmp_path: Path) -> None:
    found = left(tmp_path / "one.db", reviewed(*TEXTS))
    assert [(each.text, each.sort) for each in found] == [
        ("Xochitl Brandauer", Sort.NAME),
        ("pay-db-7.internal", Sort.HOST),
        ("OPS-77", Sort.TICKET),
    ]
    assert left_words(found) == (
        "Look at this before it is sent round: “Xochitl Brandauer” (name),"
        " “pay-db-7.internal” (host), “OPS-77” (ticket). Masks take such words out."
    )


def test_what_is_masked_is_gone_and_what_is_allowed_is_not_told(tmp_path: Path) -> None:
    masks = Masks(
        [
            Mask("pay-db-7.internal"),
            Mask("Xochitl Brandauer", shown="a colleague"),
            Mask("OPS-77", MaskUse.ALLOW),
        ]
    )
    assert left(tmp_path / "one.db", reviewed(*TEXTS), masks) == ()


def test_what_is_left_of_the_name_of_somebody_in_the_room_is_told(tmp_path: Path) -> None:
    sat = Participant(id="p1", name="Zygmunt Wroclawski", role="on call")
    review = replace(reviewed("The login zwroclawski2 was used"), participants=(sat,))
    found = left(tmp_path / "one.db", review)
    assert "zwroclawski2" in [each.text for each in found]


def test_the_days_that_the_digest_writes_are_nobodys_names(tmp_path: Path) -> None:
    june = Deferral(accepted_by="The board", reason="Later", until=date(2026, 6, 1))
    review = told_review(
        1,
        date(2026, 1, 9),
        actions=(ActionItem(id="a1", text="Move it", status=ActionStatus.DEFERRED, deferral=june),),
        addressees=(Addressee(id="x1", finding="g1", whom="Search", asked_on=date(2026, 1, 3)),),
    )
    assert left(tmp_path / "one.db", review) == ()
    assert left_words(()) == ""


def test_of_many_the_rest_is_counted(tmp_path: Path) -> None:
    hosts = tuple(f"pay-db-{number}.internal" for number in range(1, 9))
    words = left_words(left(tmp_path / "one.db", reviewed(" ".join(hosts))))
    assert words.count("(host)") == 5
    assert " and 3 more." in words
