"""Somebody drafts a whole review by keyboard in the program's window, and prints it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.durations import durations
from facilitator.domain.words import Durability, Marker, Priority
from facilitator.ui.program import Program
from tests.flows.warehouse import STEPS, TITLE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review


@pytest.fixture
def program(library_path: Path, qapp: QApplication, qtbot: QtBot) -> Program:
    """The program on an empty library, its window on the screen."""
    paths, ids = Paths.find(str(library_path)), Ids()
    qapp.setStyle("Fusion")
    made = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    made.start(None)
    made.window.resize(1600, 1000)
    with qtbot.waitActive(made.window):
        made.window.show()
    return made


def play(step: str) -> None:
    """Type a text or press a key on whatever has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None, step
    if step.startswith("<"):
        sequence: Any = QKeySequence(step[1:-1].replace("Escape", "Esc"))
        QTest.keyClick(focus, Qt.Key(sequence[0].key()), sequence[0].keyboardModifiers())
    else:
        QTest.keyClicks(focus, step)
    QApplication.processEvents()


def drafted(program: Program) -> Review:
    """The review as the library has it."""
    (summary,) = program.opening.library().reviews()
    return program.opening.library().load(summary.id)


@pytest.fixture
def review(program: Program) -> Review:
    """What all the keys made."""
    for step in STEPS:
        play(step)
    assert program.window.desk is not None
    found = drafted(program)
    assert found == program.window.desk.review
    return found


def test_a_whole_review_is_drafted_and_printed(
    program: Program, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    _check_head(review)
    _check_timeline(review)
    _check_causes(review)
    _check_actions(review)
    out = tmp_path / "draft.pdf"
    for step in ("<ctrl+e>", "<ctrl+a>", str(out), "<Return>"):
        play(step)
    qtbot.waitUntil(out.exists, timeout=60_000)
    said = program.window.findChild(QLabel, "export.said")
    assert isinstance(said, QLabel)
    qtbot.waitUntil(lambda: str(out) in said.text())
    assert out.read_bytes().startswith(b"%PDF")
    play("<Escape>")
    _check_undo(program, review)
    program.window.close()
    program.opening.close()


def _check_head(review: Review) -> None:
    assert review.title == TITLE
    assert (review.incident, review.severity) == ("INC-1042", "SEV 2")
    assert review.services == ("Label gateway", "Packing", "Device fleet")
    assert review.time_zone == "Europe/Berlin"
    seats = {person.role: person.name for person in review.participants if person.attended}
    assert seats == {"Facilitator": "Noor Haddad", "On-call engineer": "Ewa Lis"}


def _check_timeline(review: Review) -> None:
    assert len(review.events) == 8
    assert {event.marker for event in review.events if event.marker} == set(Marker)
    spans = {each.marker: each.span for each in durations(review.events)}
    assert spans[Marker.DETECTED] == timedelta(minutes=22)
    assert review.events[0].at is not None
    # 05:52 in Berlin in winter.
    assert review.events[0].at.isoformat() == "2026-02-17T04:52:00+00:00"


def _check_causes(review: Review) -> None:
    texts = {factor.text: factor for factor in review.factors}
    assert len(texts) == 8
    deepest = texts["We took the printers to follow the system's list"]
    path = []
    while deepest.parent is not None:
        deepest = next(each for each in review.factors if each.id == deepest.parent)
        path.append(deepest.text)
    assert path[-1] == "No labels for an hour"
    assert len(path) == 3
    assert [finding.focus for finding in review.findings] == [True, True]
    assert [lesson.side.value for lesson in review.lessons] == ["well"]


def _check_actions(review: Review) -> None:
    first, second, third = review.actions
    assert first.durability is Durability.GUARDRAIL
    assert second.durability is Durability.DETECT
    assert first.backlog is not None
    assert first.backlog.key == "OPS-31"
    assert third.stated_priority is Priority.P3


def _check_undo(program: Program, review: Review) -> None:
    """All the way back, whatever page each edit was made on, and forth again."""
    desk = program.window.desk
    assert desk is not None
    steps = 0
    while desk.session.undo_label is not None:
        play("<ctrl+z>")
        steps += 1
    assert steps > 20
    bare = drafted(program)
    assert (bare.events, bare.actions, bare.findings) == ((), (), ())
    while desk.session.redo_label is not None:
        play("<ctrl+shift+z>")
    again = drafted(program)
    for name in ("title", "events", "factors", "findings", "actions", "participants", "lessons"):
        assert getattr(again, name) == getattr(review, name)
