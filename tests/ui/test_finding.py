"""From a word that is typed to the place where it stands, in the whole program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.edits.brief import set_field
from facilitator.domain.every_text import TextPlace
from facilitator.domain.phase import Phase
from facilitator.domain.records import Addressee, Finding, Participant, PhaseNote, Review
from facilitator.ui.library.found_place import stage_place
from facilitator.ui.program import Program
from tests.store.support import full_review
from tests.ui.hands import top_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.window import MainWindow

_CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def window(library_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The library of the sample and another review, in an active window."""
    qapp.setStyle("Fusion")
    paths, ids = Paths.find(str(library_path)), Ids()
    program = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    library = program.opening.library()
    library.add_sample()
    library.add(replace(full_review(), title="Another one", opening=None))
    program.start(None)
    program.window.resize(1600, 1000)
    with qtbot.waitActive(program.window):
        program.window.show()
    yield program.window
    program.window.close()
    program.opening.close()


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, held)


def write(text: str) -> None:
    QTest.keyClicks(focus(), text)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def listed(window: MainWindow) -> list[str]:
    assert window.library is not None
    view = window.library.reviews
    return [view.model.at(row).summary.title for row in range(view.model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "phase", "selected"),
    [
        ("pool has another", Phase.FINDINGS, "d1"),
        ("no limit another", Phase.FACTORS, "f2"),
        ('"limit the pool"', Phase.ACTIONS, "a1"),
        ("nobody knows another", Phase.TIMELINE, "e0"),
        ('"was tuesday"', Phase.CLOSE, None),
        ("zaz", Phase.BRIEF, None),
        ("class:config", Phase.BRIEF, None),
        ("notes:thank", Phase.CLOSE, None),
    ],
)
def test_enter_goes_to_what_was_found(
    window: MainWindow, qtbot: QtBot, typed: str, phase: Phase, selected: str | None
) -> None:
    write(typed)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.stage is not None)
    assert window.stage is not None
    assert window.stage.phase is phase
    assert selected in {None, window.selected()}


def test_an_edit_is_found_at_once(window: MainWindow, qtbot: QtBot) -> None:
    write("zebra")
    qtbot.waitUntil(lambda: listed(window) == [])
    window.program.opening.library().apply("r1", "Title", set_field("title", "A zebra"))
    press(Key.Key_Escape)
    write("zebr")
    qtbot.waitUntil(lambda: listed(window) == ["A zebra"])


def test_the_palette_searches_all_reviews_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    write("another")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.stage is not None)
    press(Key.Key_K, _CONTROL)
    write("rollout")
    chooser = top_sheet(window)
    assert [each.words for each in chooser._model.shown] == ["Find in all reviews: rollout"]
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.library is not None)
    qtbot.waitUntil(lambda: len(listed(window)) == 1)
    assert window.library is not None
    assert window.library.reviews.filter.text() == "rollout"
    assert focus() is window.library.reviews.filter


def test_the_palette_still_runs_commands_first(window: MainWindow) -> None:
    press(Key.Key_K, _CONTROL)
    write("new review")
    shown = top_sheet(window)._model.shown
    assert shown[0].id == "library.new"
    assert shown[-1].words == "Find in all reviews: new review"
    press(Key.Key_Escape)


def test_the_key_card_tells_the_operators_in_the_library(window: MainWindow) -> None:
    press(Key.Key_F1)
    card = top_sheet(window).area.widget()
    assert "Of a service: service:ledger" in card.accessibleName()
    press(Key.Key_Escape)


def test_a_search_survives_another_type_size(window: MainWindow, qtbot: QtBot) -> None:
    write("limit")
    qtbot.waitUntil(lambda: len(listed(window)) == 2)
    press(Key.Key_Down)
    assert window.library is not None
    chosen = window.library.reviews.current_id
    press(Key.Key_Plus, _CONTROL)
    assert window.library.reviews.filter.text() == "limit"
    qtbot.waitUntil(lambda: not _busy(window))
    assert window.library.reviews.current_id == chosen


def _busy(window: MainWindow) -> bool:
    return window.library is not None and window.library.reviews.lister.busy


def test_every_place_of_a_text_leads_somewhere() -> None:
    review = Review(
        id="r1",
        participants=(Participant(id="h1", role="Lead"),),
        findings=(Finding(id="d1", text="x"),),
        addressees=(Addressee(id="w1", finding="d1", whom="Search"),),
        phase_notes=(PhaseNote(id="actions", text="x"),),
    )
    for place, leads in {
        TextPlace("brief", "summary", "summary"): (Phase.BRIEF, "summary"),
        TextPlace("brief", "status", "status"): (Phase.CLOSE, "status"),
        TextPlace("brief", "opening", "opening.purpose"): (Phase.BRIEF, None),
        TextPlace("brief", "notes", "notes"): (Phase.BRIEF, None),
        TextPlace("events", "e1", "evidence[p1].text"): (Phase.TIMELINE, "e1"),
        TextPlace("addressees", "w1", "whom"): (Phase.FINDINGS, "d1"),
        TextPlace("addressees", "gone", "whom"): (Phase.FINDINGS, None),
        TextPlace("phase_notes", "actions", "text"): (Phase.ACTIONS, None),
        TextPlace("participants", "h1", "role"): (Phase.BRIEF, "h1"),
        TextPlace("glossary", "t1", "word"): (Phase.BRIEF, None),
    }.items():
        assert stage_place(review, place) == leads, place
