"""What somebody else does in another window shows here, and never gets in the way of typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.session import ReviewSession
from facilitator.app.settings import Settings
from facilitator.domain.edits import brief, factors, timeline
from facilitator.domain.phase import Phase
from facilitator.domain.records import Factor, TimelineEvent
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.watch import Watch
from facilitator.ui.program import Program
from facilitator.ui.watching import PERIOD_MS, SessionWatch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.window import MainWindow

Key = Qt.Key


@pytest.fixture
def review_id(library_path: Path) -> str:
    """The sample in a library."""
    opening = Opening(Paths.find(str(library_path)), utc_now, Ids())
    made = opening.library().add_sample()
    opening.close()
    return made


def opened(library_path: Path, review_id: str, qtbot: QtBot) -> Iterator[MainWindow]:
    """A program of its own with the review on its Stage, as a second person has it."""
    paths, ids = Paths.find(str(library_path)), Ids()
    program = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    program.start(review_id)
    program.opening.library()
    program.window.resize(1280, 800)
    with qtbot.waitActive(program.window):
        program.window.show()
    yield program.window
    program.window.close()
    program.opening.close()


@pytest.fixture
def window(library_path: Path, review_id: str, qtbot: QtBot) -> Iterator[MainWindow]:
    yield from opened(library_path, review_id, qtbot)


@pytest.fixture
def other(library_path: Path, review_id: str) -> Iterator[ReviewSession]:
    """Somebody else, over a connection of their own."""
    opening = Opening(Paths.find(str(library_path)), utc_now, Ids())
    yield ReviewSession(opening.library().load(review_id), opening.store, utc_now)
    opening.close()


@pytest.fixture
def watch(window: MainWindow, library_path: Path, review_id: str) -> Iterator[SessionWatch]:
    assert window.desk is not None
    found = SessionWatch(window.desk, Watch(library_path, review_id))
    yield found
    found.stop()


def title(window: MainWindow) -> str:
    assert window.desk is not None
    return window.desk.review.title


@pytest.mark.usefixtures("watch")
def test_it_shows_within_a_second(window: MainWindow, other: ReviewSession, qtbot: QtBot) -> None:
    other.apply("Rename", brief.set_field("title", "Renamed elsewhere"))
    qtbot.waitUntil(lambda: title(window) == "Renamed elsewhere", timeout=10_000)
    assert window.windowTitle().startswith("Renamed elsewhere")
    assert PERIOD_MS <= 500


def test_a_stopped_watch_looks_no_more(
    window: MainWindow, other: ReviewSession, watch: SessionWatch, qtbot: QtBot
) -> None:
    watch.stop()
    other.apply("Rename", brief.set_field("title", "Renamed elsewhere"))
    qtbot.wait(2 * PERIOD_MS)
    assert title(window) != "Renamed elsewhere"


def test_a_dialog_that_is_open_is_waited_for(
    window: MainWindow, other: ReviewSession, watch: SessionWatch, qtbot: QtBot
) -> None:
    other.apply("Rename", brief.set_field("title", "Renamed elsewhere"))
    dialog = QDialog(window)
    dialog.setModal(True)
    qtbot.addWidget(dialog)
    dialog.show()
    watch.look()
    assert title(window) != "Renamed elsewhere"
    dialog.close()
    watch.look()
    assert title(window) == "Renamed elsewhere"


def test_what_cannot_be_read_is_told_once(
    window: MainWindow,
    other: ReviewSession,
    watch: SessionWatch,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert window.desk is not None
    said: list[str] = []
    monkeypatch.setattr(type(window), "complain", lambda _self, words, **_more: said.append(words))

    def locked() -> None:
        raise LibraryUnusable(Trouble.LOCKED, "The library is in use.")

    other.apply("Rename", brief.set_field("title", "Renamed elsewhere"))
    with monkeypatch.context() as patch:
        patch.setattr(window.desk.session, "refresh", locked)
        for _ in range(3):
            watch.look()
    (told,) = said
    assert "The library is in use." in told
    watch.look()
    assert title(window) == "Renamed elsewhere"
    assert len(said) == 1


def test_a_review_that_is_trashed_or_deleted_elsewhere_is_told_once_and_stays_to_be_read(
    window: MainWindow, library_path: Path, review_id: str, watch: SessionWatch
) -> None:
    assert window.stage is not None
    said = window.stage.banner
    opening = Opening(Paths.find(str(library_path)), utc_now, Ids())
    library = opening.library()
    library.trash(review_id)
    watch.look()
    assert said.isVisible()
    said.hide()
    watch.look()
    assert not said.isVisible()
    library.restore(review_id)
    watch.look()
    library.delete(review_id)
    watch.look()
    assert said.isVisible()
    opening.close()
    assert window.desk is not None
    assert window.desk.review.events


def test_a_review_that_is_out_of_the_trash_is_not_told_to_be_in_it(
    window: MainWindow,
    library_path: Path,
    review_id: str,
    other: ReviewSession,
    watch: SessionWatch,
) -> None:
    assert window.stage is not None
    assert window.desk is not None
    said = window.stage.banner
    opening = Opening(Paths.find(str(library_path)), utc_now, Ids())
    opening.library().trash(review_id)
    watch.look()
    assert "into the trash" in said.sentence.text()
    said.hide()
    other.apply("Rename", brief.set_field("title", "Renamed elsewhere"))
    for _ in range(2):
        watch.look()
    assert not said.isVisible()
    opening.library().restore(review_id)
    opening.close()
    watch.look()
    assert "out of the trash again" in said.sentence.text()
    window.desk.apply("Rename", brief.set_field("title", "Renamed here"))
    assert not said.isVisible()


@pytest.mark.usefixtures("watch")
def test_one_types_while_the_other_adds_rows(
    window: MainWindow, library_path: Path, review_id: str, qtbot: QtBot
) -> None:
    """Two windows of two programs on one library, both on the timeline."""
    window.go(Phase.TIMELINE)
    window.activateWindow()
    entry = QApplication.focusWidget()
    assert entry is not None
    assert entry.objectName() == "timeline.entry"
    second = opened(library_path, review_id, qtbot)
    theirs = next(second)
    with qtbot.waitActive(window):
        window.activateWindow()
    entry.setFocus()
    assert theirs.desk is not None
    assert window.desk is not None
    typed = ""
    for number, letters in enumerate(("14:0", "6 some", "thing ", "odd")):
        QTest.keyClicks(entry, letters)
        typed += letters
        at = theirs.desk.review.events[0].at
        new = TimelineEvent(id=f"theirs{number}", text=f"Theirs {number}", at=at)
        theirs.desk.session.apply("Add event", timeline.add_event(new))
        added = f"theirs{number}"
        qtbot.waitUntil(
            lambda added=added: any(each.id == added for each in window.desk.review.events),  # type: ignore[misc]
            timeout=10_000,
        )
        assert entry.property("text") == typed
        assert entry.property("cursorPosition") == len(typed)
        assert QApplication.focusWidget() is entry
    QTest.keyClick(entry, Key.Key_Return)
    assert any(each.text == "Something odd" for each in window.desk.review.events)
    theirs.desk.session.refresh()
    assert theirs.desk.review == window.desk.review
    next(second, None)


def test_an_edit_on_what_is_older_shows_theirs_and_then_ones_own(
    window: MainWindow, other: ReviewSession
) -> None:
    """No tick in between: the save itself finds out, and the page follows row by row."""
    window.go(Phase.FACTORS)
    assert window.desk is not None
    assert window.stage is not None
    root = next(each for each in window.desk.review.factors if each.parent is None)
    other.apply("Add", factors.add_factor(Factor(id="theirs", parent=root.id, text="Theirs")))
    told: list[tuple[bool, frozenset[str]]] = []
    leave = window.desk.session.subscribe(
        lambda delta: told.append((delta.foreign, delta.rows["factors"].ids))
    )
    window.desk.apply("Add", factors.add_factor(Factor(id="mine", parent=root.id, text="Mine")))
    leave()
    assert [(foreign, "mine" in ids) for foreign, ids in told] == [(True, False), (False, True)]
    assert window.selected() == "mine"
