"""Words for readers, another version of the review, a tracker's file: looked at, then one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.edits.timeline import change_event
from facilitator.domain.words import ActionStatus
from facilitator.exchange.bundle import write_bundle
from facilitator.ui.program import Program
from facilitator.ui.sharing.changes_sheet import ChangesSheet
from facilitator.ui.sharing.taking import merge_file, read_back
from facilitator.ui.sharing.words_sheet import WordsSheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)
    QApplication.processEvents()


def write(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)
    QApplication.processEvents()


@pytest.fixture
def program(library_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    """The program with the sample on the Stage."""
    qapp.setStyle("Fusion")
    paths, ids = Paths.find(str(library_path)), Ids()
    made = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    made.start(made.opening.library().add_sample())
    made.window.resize(1600, 1000)
    with qtbot.waitActive(made.window):
        made.window.show()
    yield made
    made.window.close()
    made.opening.close()


@pytest.fixture
def desk(program: Program) -> Desk:
    found = program.window.desk
    assert found is not None
    return found


def sheet(program: Program) -> ChangesSheet:
    found = program.window.findChild(ChangesSheet)
    assert isinstance(found, ChangesSheet)
    return found


def test_words_are_explained_changed_and_taken_out(program: Program, desk: Desk) -> None:
    program.window.registry.run("review.words")
    write("ledger")
    press(Qt.Key.Key_Return)
    found = program.window.findChild(WordsSheet)
    assert isinstance(found, WordsSheet)
    assert "a colon" in found.problem.text()
    write(": where payments are booked")
    press(Qt.Key.Key_Return)
    assert [(each.word, each.meaning) for each in desk.review.glossary] == [
        ("ledger", "where payments are booked")
    ]
    write("Ledger: again")
    press(Qt.Key.Key_Return)
    assert "explained already" in found.problem.text()
    found.line.clear()
    found.list.setFocus()
    press(Qt.Key.Key_F2)
    write("Ledger: the books")
    press(Qt.Key.Key_Return)
    assert [each.meaning for each in desk.review.glossary] == ["the books"]
    found.list.setFocus()
    press(Qt.Key.Key_Delete)
    assert not desk.review.glossary
    found.undo()
    assert "Ledger" in {each.word for each in desk.review.glossary}


def test_another_version_is_taken_over_where_it_is_chosen(
    program: Program, desk: Desk, tmp_path: Path
) -> None:
    before = desk.review
    first, second = before.events[:2]
    other = change_event(first.id, text="Otherwise")(before)
    other = change_event(second.id, text="Otherwise too")(other)
    extra = replace(first, id="extra", text="Only there", marker=None, evidence=())
    file = tmp_path / "theirs.review"
    file.write_bytes(write_bundle(replace(other, events=(*other.events, extra))))
    merge_file(desk, file)
    asked = sheet(program)
    assert asked.told.text().startswith("1 event is new. 2 fields differ")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    texts = {each.id: each.text for each in desk.review.events}
    assert texts[first.id] == "Otherwise"
    assert texts[second.id] == second.text
    assert texts["extra"] == "Only there"
    desk.session.undo()
    assert desk.review.events == before.events


def test_the_same_version_brings_nothing(program: Program, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "same.review"
    file.write_bytes(write_bundle(desk.review))
    merge_file(desk, file)
    assert sheet(program).do.isHidden()
    revision = desk.review.revision
    press(Qt.Key.Key_Return)
    assert desk.review.revision == revision


def test_a_trackers_file_is_read_back_in_one_step(
    program: Program, desk: Desk, tmp_path: Path
) -> None:
    before = desk.review.actions
    file = tmp_path / "jira.csv"
    file.write_text(
        "Issue key,Status,Description\n"
        f"NEW-1,In Progress,facilitator:{before[0].id}\n"
        f"NEW-2,Frozen,facilitator:{before[1].id}\n"
    )
    read_back(desk, file)
    assert "would change" in sheet(program).told.text()
    press(Qt.Key.Key_Return)
    first, second = desk.review.actions[:2]
    assert first.backlog
    assert (first.backlog.key, first.status) == ("NEW-1", ActionStatus.IN_PROGRESS)
    assert second.status is before[1].status
    desk.session.undo()
    assert desk.review.actions == before


def test_what_cannot_be_read_is_told_and_changes_nothing(
    program: Program, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("a,b\n1,2\n")
    revision = desk.review.revision
    read_back(desk, file)
    (tmp_path / "bad.review").write_bytes(b"no zip")
    merge_file(desk, tmp_path / "bad.review")
    assert program.window.stage is not None
    assert "Nothing was changed" in program.window.stage.banner.sentence.text()
    assert program.window.findChild(ChangesSheet) is None
    assert desk.review.revision == revision


def test_a_new_review_is_looked_at_before_it_is_taken_in(
    program: Program, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "new.review"
    file.write_bytes(write_bundle(replace(desk.review, id="another", title="Another one")))
    program._show_target(str(file))
    assert "“Another one”: 14 events" in sheet(program).told.text()
    assert len(program.opening.library().reviews()) == 1
    press(Qt.Key.Key_Return)
    assert len(program.opening.library().reviews()) == 2
    assert program.window.desk is not None
    assert program.window.desk.review.id == "another"


def test_a_file_of_a_review_that_is_here_is_compared_with_it(
    program: Program, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "back.review"
    changed = change_event(desk.review.events[0].id, text="Changed elsewhere")(desk.review)
    file.write_bytes(write_bundle(changed))
    program._show_target(str(file))
    assert "One field differs" in sheet(program).told.text()
    assert len(program.opening.library().reviews()) == 1
