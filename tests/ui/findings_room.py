"""The Findings page in a window, and hands to work it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.edits.findings import FOCUS_LIMIT
from facilitator.domain.records import ActionItem, Factor, Finding, Participant, Review
from facilitator.domain.words import (
    Durability,
    EvidenceStatus,
    FactorKind,
    Family,
)
from facilitator.ui.findings.commands import COMMANDS
from facilitator.ui.findings.page import FindingsPage
from tests.ui.page_room import Room, open_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.theme import Theme

FindingsRoom = Room[FindingsPage]


def example(focus: int = 2) -> Review:
    """Findings f1 to f3, as many as asked in focus; factors a to e, actions x and y."""

    def factor(factor_id: str, position: int, **fields: object) -> Factor:
        given: dict[str, object] = {"parent": "root", "text": f"{3 * factor_id} holds"}
        return Factor(id=factor_id, position=position, **(given | fields))  # type: ignore[arg-type]

    return Review(
        id="r1",
        title="Shops could not pay",
        time_zone="Europe/London",
        participants=(Participant(id="p1", name="Maria Keller"),),
        factors=(
            Factor(id="root", parent=None, kind=FactorKind.EFFECT),
            factor("a", 0, kind=FactorKind.TRIGGER),
            factor("b", 1, family=Family.MISSING_SAFEGUARD),
            factor("c", 2, family=Family.DESIGN_DECISION),
            factor("d", 3, family=Family.FALSE_ASSUMPTION),
            factor("e", 4, evidence_status=EvidenceStatus.RULED_OUT),
        ),
        findings=tuple(
            Finding(
                id=f"f{n + 1}",
                position=n,
                text=f"Finding {n + 1} says something",
                focus=n < focus,
                factors=("b",) if n == 0 else (),
            )
            for n in range(3)
        ),
        actions=(
            ActionItem(id="x", position=0, text="Reject bad files", hint=Durability.GUARDRAIL),
            ActionItem(id="y", position=1, text="Write it down", findings=("f1",)),
        ),
    )


def full() -> Review:
    """Five findings in focus and a sixth that is not."""
    findings = tuple(
        Finding(id=f"f{n}", position=n, text=f"Finding {n}", focus=n <= FOCUS_LIMIT)
        for n in range(1, FOCUS_LIMIT + 2)
    )
    return replace(example(), findings=findings)


def open_room(
    qtbot: QtBot,
    review: Review | None = None,
    theme: Theme | None = None,
    size: tuple[int, int] = (1480, 956),
) -> FindingsRoom:
    return Room(*open_page(qtbot, FindingsPage, COMMANDS, review or example(), theme, size))


def finding(room: FindingsRoom, finding_id: str) -> Finding:
    return next(each for each in room.review.findings if each.id == finding_id)


def current(room: FindingsRoom) -> Finding:
    found = room.page.list.current
    assert found is not None
    return found


def told(room: FindingsRoom) -> str:
    assert room.page.aside.noted
    return room.page.aside.sentence
