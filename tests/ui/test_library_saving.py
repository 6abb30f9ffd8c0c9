"""Saving the trends and the learning digest of the library, with real keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from facilitator.app.library import Library
from facilitator.domain.records import Lesson
from facilitator.domain.words import LessonSide
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.store import open_store
from facilitator.ui.export import names
from facilitator.ui.library.saving import sheet as saving
from tests.app.test_digest import told_review
from tests.ui.hands import top_sheet
from tests.ui.library_room import NOW, open_library, summary
from tests.ui.test_library_trends import open_trends

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.library_room import Room

Key, Held = Qt.Key, Qt.KeyboardModifier
CTRL = Held.ControlModifier
BOTH = CTRL | Held.ShiftModifier


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's documents are here."""
    monkeypatch.setattr(saving, "documents", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """With a review in the last quarter of 2025."""
    store = open_store(tmp_path / "one.facilitator", lambda: NOW)
    store.create(told_review(1, date(2025, 11, 3)))
    numbers = count()
    library = Library(store, lambda: NOW, lambda: f"n{next(numbers)}")
    yield library
    library.close()


def open_digest(qtbot: QtBot, library: Library) -> Room:
    room = open_library(qtbot, [summary(1)])
    room.door.behind_it = library
    room.press(Key.Key_D, BOTH)
    return room


def test_the_trends_are_saved_in_the_chosen_form(qtbot: QtBot, folder: Path) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_E, CTRL)
    sheet = top_sheet(room.hall.window())
    assert sheet.line.hasFocus()
    assert sheet.line.text() == str(folder / "Trends of the library, 2026-03-05.pdf")
    sheet.form.buttons["md"].click()
    assert sheet.line.text().endswith("2026-03-05.md")
    QTest.keyClick(sheet.line, Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.said.text().startswith("✓ Written: "))
    told = (folder / "Trends of the library, 2026-03-05.md").read_text()
    assert told.startswith("# Is it working?")
    assert room.door.asked_since[-1] == page.span.since(NOW.date())
    assert sheet.open.hasFocus()
    QTest.keyClick(sheet.open, Key.Key_Escape)
    assert page.board.hasFocus()


def test_a_file_that_is_there_is_asked_about(qtbot: QtBot, folder: Path) -> None:
    room, _page = open_trends(qtbot)
    room.press(Key.Key_E, CTRL)
    sheet = top_sheet(room.hall.window())
    out = folder / "mine.csv"
    out.write_text("mine")
    sheet.line.setText(str(out))
    QTest.keyClick(sheet.line, Key.Key_Return)
    assert sheet.said.text() == f"{out} is there already. Enter once more writes over it."
    assert out.read_text() == "mine"
    QTest.keyClick(sheet.line, Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.said.text().startswith("✓ Written: "))
    assert out.read_text().startswith("What keeps coming back")


def test_another_ending_is_refused_at_its_line(qtbot: QtBot) -> None:
    room, _page = open_trends(qtbot)
    room.press(Key.Key_E, CTRL)
    sheet = top_sheet(room.hall.window())
    sheet.line.setText("trends.doc")
    QTest.keyClick(sheet.line, Key.Key_Return)
    assert sheet.said.text() == "The name should end with one of .pdf, .md, .csv."


def test_trouble_with_the_library_is_told_in_its_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    room, _page = open_trends(qtbot)

    def fail(_since: date | None) -> object:
        raise LibraryUnusable(Trouble.DAMAGED, "The library is damaged.")

    room.door.told = fail  # type: ignore[assignment]
    room.press(Key.Key_E, CTRL)
    sheet = top_sheet(room.hall.window())
    QTest.keyClick(sheet.line, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(sheet.said.text()))
    assert sheet.said.text() == "The library is damaged."
    assert not list(tmp_path.glob("Trends*"))


def test_the_digest_is_of_the_last_whole_quarter(
    qtbot: QtBot, library: Library, folder: Path
) -> None:
    room = open_digest(qtbot, library)
    sheet = top_sheet(room.hall.window())
    assert sheet.quarter.hasFocus()
    assert sheet.quarter.text() == "2025Q4"
    assert sheet.line.text() == str(folder / "What we learned, Q4 2025.pdf")
    QTest.keyClick(sheet.quarter, Key.Key_Tab)
    room.press(Key.Key_Right)
    assert sheet.form.value == "md"
    room.press(Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.said.text().startswith("✓ Written: "))
    told = (folder / "What we learned, Q4 2025.md").read_text()
    assert "Nothing reads the file before the on-call engineer ships it." in told
    assert "Quimby" not in told


def test_what_stands_in_the_digest_is_told_with_the_file(
    qtbot: QtBot, library: Library, folder: Path
) -> None:
    host = Lesson(id="l1", side=LessonSide.WELL, text="db-3.internal held on")
    library.apply("r000001", "Change", lambda review: replace(review, lessons=(host,)))
    sheet = top_sheet(open_digest(qtbot, library).hall.window())
    sheet.line.setText(str(folder / "d.md"))
    QTest.keyClick(sheet.line, Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.said.text().startswith("✓ Written: "))
    _written, told = sheet.said.text().splitlines()
    assert told == (
        "Look at this before it is sent round: “db-3.internal” (host). Masks take such words out."
    )


def test_another_quarter_names_the_file_anew(qtbot: QtBot, library: Library) -> None:
    sheet = top_sheet(open_digest(qtbot, library).hall.window())
    QTest.keySequence(sheet.quarter, QKeySequence("Ctrl+A"))
    QTest.keyClicks(sheet.quarter, "2025Q3")
    assert sheet.line.text().endswith("What we learned, Q3 2025.pdf")


def test_a_quarter_that_cannot_be_read_is_told_at_its_line(
    qtbot: QtBot, library: Library, folder: Path
) -> None:
    sheet = top_sheet(open_digest(qtbot, library).hall.window())
    QTest.keySequence(sheet.quarter, QKeySequence("Ctrl+A"))
    QTest.keyClicks(sheet.quarter, "spring")
    QTest.keyClick(sheet.quarter, Key.Key_Return)
    assert sheet.said.text() == "“spring” is no quarter. Write one like 2026Q1."
    assert sheet.quarter.hasFocus()
    assert not list(folder.glob("What*"))


def test_documents_are_somewhere() -> None:
    assert names.documents().is_dir()
