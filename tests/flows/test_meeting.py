"""A meeting of an hour, run from Stage and Console by keys while the clock is hurried along."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from facilitator.app.export import SUFFIXES, rendered
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.phase import Phase
from facilitator.domain.words import ActionStatus
from facilitator.ui.program import Program
from tests.ui.ears import heard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review

NOTE = "Hold back on the dropped plans"
IDEA = "ask who owns the refund wording"
_START = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)


@dataclass
class Time:
    """Both clocks of the program, moved by hand."""

    gone: float = 0.0

    def steady(self) -> float:
        return self.gone

    def now(self) -> datetime:
        return _START + timedelta(seconds=self.gone)


@dataclass
class Meeting:
    """The program in the middle of a meeting, and hands that only press keys."""

    program: Program
    time: Time
    qtbot: QtBot
    private: list[str] = field(default_factory=list)

    @property
    def window(self) -> Any:
        return self.program.window

    @property
    def console(self) -> Any:
        return self.window.room.console

    @property
    def clock(self) -> Any:
        return self.window.room.tools().meeting

    @property
    def review(self) -> Review:
        review: Review = self.window.desk.review
        return review

    def keys(self, *steps: str) -> None:
        """Type texts, and press keys that stand in angle brackets."""
        for step in steps:
            focus = QApplication.focusWidget()
            assert focus is not None, step
            if step.startswith("<"):
                sequence: Any = QKeySequence(step[1:-1])
                QTest.keyClick(focus, sequence[0].key(), sequence[0].keyboardModifiers())
            else:
                QTest.keyClicks(focus, step)
            QApplication.processEvents()

    def to_console(self, section: str = "") -> None:
        """Ctrl+Shift+C, and F6 until the section has the keys."""
        if self.console is None or not self.console.isActiveWindow():
            self.keys("<Ctrl+Shift+C>")
            self.qtbot.waitUntil(lambda: bool(self.console and self.console.isActiveWindow()))
        for _ in range(12):
            if not section or (self.console.current and self.console.current.name == section):
                return
            self.keys("<F6>")
        pytest.fail(section)

    def to_stage(self) -> None:
        """Ctrl+Shift+C from the Console."""
        if not self.window.isActiveWindow():
            self.keys("<Ctrl+Shift+C>")
            self.qtbot.waitUntil(self.window.isActiveWindow)

    def minutes(self, count: int) -> None:
        """Let time go by, a minute at a time."""
        for _ in range(count):
            self.time.gone += 60
            self.clock.tick()
            QApplication.processEvents()

    def check_stage(self) -> None:
        """Nothing private is on the Stage or in what is read out of it."""
        # What was closed is gone once the event loop comes round.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        told = "\n".join(heard(self.window))
        assert self.private
        for text in self.private:
            assert text not in told, text


@pytest.fixture
def meeting(library_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Meeting]:
    """The sample review on the Stage before the meeting."""
    qapp.setStyle("Fusion")
    time = Time()
    paths, ids = Paths.find(str(library_path)), Ids()
    opening = Opening(paths, time.now, ids)
    program = Program(paths, Settings(), opening, time.now, ids, time.steady)
    program.start(program.opening.library().add_sample())
    program.window.resize(1280, 720)
    with qtbot.waitActive(program.window):
        program.window.show()
    yield Meeting(program, time, qtbot)
    program.window.close()
    program.opening.close()


def test_an_hour_with_a_team(meeting: Meeting, tmp_path: Path) -> None:
    _begin(meeting)
    _walk_the_timeline(meeting)
    _ask_why(meeting)
    _decide(meeting)
    _close(meeting)
    _check_exports(meeting, tmp_path)
    _check_everything_can_be_undone(meeting)


def test_from_the_console_to_a_row_on_the_stage(meeting: Meeting) -> None:
    meeting.to_console("coach")
    # The coach is loaded after the first picture, which may take long.
    meeting.qtbot.waitUntil(lambda: not meeting.console.current.waits)
    meeting.keys("<Return>")
    meeting.qtbot.waitUntil(meeting.window.isActiveWindow)
    assert meeting.window.isAncestorOf(QApplication.focusWidget())


def test_all_keys_asked_for_in_the_console_begin_with_those_of_the_meeting(
    meeting: Meeting,
) -> None:
    meeting.to_console("agenda")
    meeting.keys("<F1>")
    area = meeting.console.findChild(QScrollArea, "keys.area")
    assert area.widget().accessibleName().startswith("Console: Ctrl+Shift+C")
    assert area.parentWidget().parentWidget().theme.scheme == meeting.console.theme.scheme
    meeting.keys("<Esc>")
    assert meeting.console.current.name == "agenda"


def _begin(meeting: Meeting) -> None:
    """Choose the agenda, start, show how we work here, write a note that nobody else may see."""
    meeting.to_console("agenda")
    meeting.keys("a", "etsy", "<Return>")
    assert "Etsy" in meeting.clock.agenda.words
    assert sum(slot.minutes for slot in meeting.clock.agenda.slots) == 60
    meeting.keys("<Ctrl+Shift+P>")
    assert meeting.clock.running
    meeting.keys("<Ctrl+Shift+O>")
    assert meeting.window.card().objectName() == "card.opening"
    assert any("On-call engineer" in text for text in heard(meeting.window.card()))
    meeting.to_console("notes")
    meeting.keys(NOTE)
    assert meeting.window.card() is not None
    meeting.minutes(4)
    meeting.keys("<Ctrl+Shift+O>")
    assert meeting.window.card() is None
    meeting.private += [NOTE, *(idea.text for idea in meeting.review.parking)]
    meeting.check_stage()
    assert meeting.console.settle()
    assert [(note.id, note.text) for note in meeting.review.phase_notes] == [("brief", NOTE)]


def _walk_the_timeline(meeting: Meeting) -> None:
    """The agenda leads the Stage; names become roles; an idea is parked from half a line."""
    meeting.keys("<Ctrl+Shift+N>")
    assert meeting.window.stage.phase is Phase.TIMELINE
    meeting.to_console("voices")
    meeting.keys("<Space>", "<Down>", "<Space>")
    voices = meeting.window.room.tools().voices
    assert sum(voices.count(each.id) for each in meeting.review.participants) == 2
    meeting.to_stage()
    meeting.keys("14:50 Tom Reyes restarts the ledger writers", "<Return>")
    assert any("Tom Reyes restarts" in event.text for event in meeting.review.events)
    told = "\n".join(heard(meeting.window))
    assert "The on-call engineer restarts the ledger writers" in told
    assert "Tom Reyes" not in told
    meeting.keys("15:20 half a line", "<Ctrl+J>", IDEA, "<Return>")
    assert QApplication.focusWidget().text() == "15:20 half a line"  # type: ignore[union-attr]
    assert meeting.review.parking[-1].text.lower() == IDEA
    meeting.private.append(meeting.review.parking[-1].text)
    meeting.keys("<Ctrl+A>", "<Delete>")
    meeting.minutes(20)
    meeting.check_stage()


def _ask_why(meeting: Meeting) -> None:
    """The Stage leads the agenda; a prompt goes to the room and comes back; a line is captured."""
    meeting.keys("<Ctrl+3>")
    slots = meeting.clock.agenda.slots
    assert slots[meeting.clock.current].phase is Phase.FACTORS
    meeting.to_console("prompts")
    assert meeting.window.card() is None
    meeting.keys("<Return>")
    card = meeting.window.card()
    assert card.objectName() == "card.prompt"
    assert card.accessibleName() or card.accessibleDescription()
    meeting.keys("<Ctrl+Shift+Q>")
    assert meeting.window.card() is None
    meeting.to_stage()
    meeting.keys("<Ctrl+Alt+A>", "Refuse a limits file without a last good one @maria due +14d")
    meeting.keys("<Return>", "<Esc>")
    assert meeting.window.stage.phase is Phase.FACTORS
    assert meeting.review.actions[-1].text.startswith("Refuse a limits file")
    meeting.minutes(12)
    meeting.check_stage()


def _decide(meeting: Meeting) -> None:
    """Agreed by one key, from the Console and on the page; another one soaks."""
    added = meeting.review.actions[-1].id
    meeting.to_console()
    meeting.keys("<Ctrl+Shift+A>")
    assert _action(meeting, added).status is ActionStatus.AGREED
    meeting.keys("<Ctrl+5>")
    meeting.to_stage()
    meeting.window.go(Phase.ACTIONS, added)
    meeting.keys("a")
    assert _action(meeting, added).status is ActionStatus.PROPOSED
    meeting.keys("k")
    # Two working days after Thursday the fifth.
    assert _action(meeting, added).check_on == datetime(2026, 3, 9, tzinfo=UTC).date()
    meeting.keys("<Space>")
    assert meeting.window.card().objectName() == "card.spotlight"
    meeting.keys("<Esc>")
    meeting.minutes(18)
    meeting.check_stage()


def _close(meeting: Meeting) -> None:
    """Over by some minutes and told so; hands are counted without names."""
    meeting.to_console()
    meeting.keys("<Ctrl+6>")
    meeting.minutes(12)
    used = sum(meeting.clock.used(index) for index in range(len(meeting.clock.agenda.slots)))
    assert used == 66 * 60
    assert any("over" in text for text in heard(meeting.console))
    meeting.to_stage()
    poll = meeting.window.findChild(QWidget, "close.hands")
    assert poll is not None
    poll.setFocus()
    meeting.keys("y", "y", "p", "<Down>", "y", "n")
    assert meeting.review.poll is not None
    assert (meeting.review.poll.learned_yes, meeting.review.poll.learned_partly) == (2, 1)
    assert (meeting.review.poll.again_yes, meeting.review.poll.again_no) == (1, 1)


def _check_exports(meeting: Meeting, tmp_path: Path) -> None:
    """What was private is in nothing that leaves the house."""
    library = meeting.program.opening.library()
    stored = library.load(meeting.review.id)
    assert stored == meeting.review
    for form in SUFFIXES:
        data = rendered(stored, form, meeting.time.now, tmp_path / "fonts")
        text = _words_of(data) if form == "pdf" else data.decode("latin-1")
        assert NOTE not in text, form
    printed = _words_of(rendered(stored, "pdf", meeting.time.now, tmp_path / "fonts"))
    assert "2 yes, 1 partly" in printed
    assert "Tom Reyes restarts" not in printed
    meeting.check_stage()


def _words_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(words.split())


def _check_everything_can_be_undone(meeting: Meeting) -> None:
    session = meeting.window.desk.session
    steps = 0
    while session.undo_label is not None:
        meeting.keys("<Ctrl+Z>")
        steps += 1
    assert steps >= 7
    assert meeting.review.phase_notes == ()
    assert meeting.review.poll is None


def _action(meeting: Meeting, action_id: str) -> Any:
    return next(each for each in meeting.review.actions if each.id == action_id)
