"""The agenda in the Console: its rows and keys, the clock above, the Stage's line, the sheets."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.app.agendas import AgendaShelf
from facilitator.app.meeting import Meeting
from facilitator.app.voices import Voices
from facilitator.domain.agenda import Agenda, Slot
from facilitator.domain.phase import Phase
from facilitator.ui.console.agenda_deeds import AgendaDeeds
from facilitator.ui.console.agenda_section import AgendaSection
from facilitator.ui.console.agenda_words import share_of
from facilitator.ui.console.clock_header import ClockHeader
from facilitator.ui.console.console_desk import ConsoleDesk
from facilitator.ui.console.ticker import MeetingTicker
from facilitator.ui.progress_line import ProgressLine
from facilitator.ui.style import sheet
from facilitator.ui.theme import Theme
from tests.ui.hands import Hands, bring_up, top_sheet
from tests.ui.support import NOW, make_desk, make_review

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
BRIEF, TIMELINE, FACTORS, FINDINGS, ACTIONS, CLOSE = range(6)


@dataclass
class Time:
    """Both clocks, moved by hand."""

    wall: datetime = NOW
    since: float = 1000.0


@dataclass
class Room(Hands):
    """The Console's head and agenda in a window, and the deeds behind them."""

    time: Time
    folder: Path
    console: ConsoleDesk
    header: ClockHeader
    section: AgendaSection
    deeds: AgendaDeeds

    @property
    def meeting(self) -> Meeting:
        return self.console.meeting

    @property
    def host(self) -> Any:
        return self.console.desk.host

    @property
    def sheet(self) -> Any:
        return top_sheet(self.section)

    def sleep(self, seconds: float) -> None:
        self.time.wall += timedelta(seconds=seconds)
        self.time.since += seconds
        self.meeting.tick()

    def wait(self, minutes: int) -> None:
        for _ in range(minutes):
            self.sleep(60)

    def rows(self, role: Qt.ItemDataRole = Qt.ItemDataRole.AccessibleTextRole) -> list[str]:
        model = self.section.list.model()
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]

    def figures(self) -> list[str]:
        return [row.figures for row in self.section.list._slots.rows]

    def choose_row(self, row: int) -> None:
        self.section.list.choose_row(row)

    def words(self, command: str) -> str:
        return self.console.desk.registry.action(command).text()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Room:
    return open_room(qtbot, tmp_path)


def open_room(qtbot: QtBot, folder: Path, review: Review | None = None) -> Room:
    time = Time()
    shelf = AgendaShelf(folder / "agendas")
    path = folder / "meetings" / "r1.json"
    meeting = Meeting(path, lambda: time.since, lambda: time.wall, shelf)
    window = QWidget()
    window.setObjectName("console")
    qtbot.addWidget(window)
    desk = replace(make_desk(window, review, Theme("dark")), now=lambda: time.wall)
    nothing: Any = None
    console = ConsoleDesk(desk, meeting, nothing, Voices(), desk)
    deeds = AgendaDeeds(console)
    deeds.bind()
    header, section = ClockHeader(console), AgendaSection(console)
    window.setStyleSheet(sheet(desk.theme))
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(header)
    column.addWidget(section)
    window.resize(408, 900)
    bring_up(qtbot, window)
    section.focus_start()
    return Room(time, folder, console, header, section, deeds)


def run_to_factors(room: Room) -> None:
    """The meeting of the drawing: 51 minutes in, three over."""
    room.meeting.start()
    for minutes in (4, 19):
        room.wait(minutes)
        room.meeting.next()
    room.wait(28)


# -- rows ------------------------------------------------------------------------------------------


def test_before_the_start_a_row_says_what_is_planned(room: Room) -> None:
    assert room.figures() == ["5", "20", "25", "15", "20", "5"]
    assert room.rows()[0] == "Brief, 0 of 5 minutes"
    assert room.rows(Qt.ItemDataRole.DisplayRole)[FACTORS] == "Factors"


def test_a_row_says_what_is_used_and_by_how_much_it_is_over(room: Room) -> None:
    run_to_factors(room)
    assert room.figures() == ["4 of 5", "19 of 20", "28 of 25, 3 over", "15", "20", "5"]
    assert room.rows()[FACTORS] == "Factors, 28 of 25 minutes, 3 over, current"
    room.meeting.pause()
    assert room.rows()[FACTORS].endswith("current, paused")


def test_bars_are_on_one_scale_and_fit_beside_the_words(room: Room) -> None:
    run_to_factors(room)
    bars = [row.bar for row in room.section.list._slots.rows]
    assert bars[TIMELINE].planned == pytest.approx(4 * bars[BRIEF].planned, abs=2)
    assert bars[FACTORS].used == bars[FACTORS].planned
    assert [bar.slashes > 0 for bar in bars] == [False, False, True, False, False, False]
    room.meeting.go_to(BRIEF)
    room.wait(200)
    longest = max(row.bar.planned for row in room.section.list._slots.rows)
    assert 0 < longest < room.section.list.width() / 2


def test_a_tick_redraws_only_rows_that_look_otherwise(room: Room) -> None:
    run_to_factors(room)
    told: list[int] = []
    room.section.list.model().dataChanged.connect(lambda index, _last: told.append(index.row()))
    room.sleep(1)
    assert told == []
    room.sleep(59)
    assert FACTORS in told


def test_the_rows_are_in_the_accessible_tree(room: Room) -> None:
    run_to_factors(room)
    tree = QAccessible.queryAccessibleInterface(room.section.list)
    said = [tree.child(row).text(QAccessible.Text.Name) for row in range(tree.childCount())]
    assert "Factors, 28 of 25 minutes, 3 over, current" in said


# -- keys ------------------------------------------------------------------------------------------


def test_enter_starts_the_clock_where_the_row_is(room: Room) -> None:
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert (room.meeting.running, room.meeting.current) == (True, TIMELINE)
    room.press(Key.Key_Space)
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert (room.meeting.running, room.meeting.current) == (False, FACTORS)


def test_space_starts_and_pauses_and_n_is_next(room: Room) -> None:
    room.press(Key.Key_Space)
    assert room.meeting.running
    room.press(Key.Key_N)
    assert room.meeting.current == TIMELINE
    room.press(Key.Key_Space)
    assert not room.meeting.running


def test_signs_give_minutes_to_the_row_and_take_them(room: Room) -> None:
    room.choose_row(ACTIONS)
    for key in (Key.Key_Minus, Key.Key_Minus, Key.Key_Plus, Key.Key_5):
        room.press(key)
    assert room.figures()[ACTIONS] == "24"
    room.choose_row(BRIEF)
    for _ in range(9):
        room.press(Key.Key_Minus)
    assert room.figures()[BRIEF] == "1"


def test_the_keys_are_told_while_they_work_there(room: Room, qtbot: QtBot) -> None:
    assert "Space starts or pauses" in room.section.keys
    room.section.list.clearFocus()
    qtbot.waitUntil(lambda: not room.section.keys)


def test_nothing_below_jumps_when_the_keys_go(room: Room, qtbot: QtBot) -> None:
    high = room.section.sizeHint().height()
    room.section.list.clearFocus()
    qtbot.waitUntil(lambda: not room.section.keys)
    assert room.section.sizeHint().height() == high


def test_the_row_goes_with_the_meeting_unless_somebody_walked(room: Room) -> None:
    rows = room.section.list
    room.meeting.start()
    room.meeting.go_to(FACTORS)
    assert rows.currentIndex().row() == FACTORS
    room.choose_row(CLOSE)
    room.meeting.next()
    assert rows.currentIndex().row() == CLOSE
    rows.clearFocus()
    room.meeting.next()
    assert rows.currentIndex().row() == ACTIONS


# -- commands --------------------------------------------------------------------------------------


def test_the_words_of_the_commands_follow_the_state(room: Room) -> None:
    registry = room.console.desk.registry
    assert room.words("meeting.clock") == "Start the clock"
    assert room.words("meeting.next") == "Next on the agenda: Brief"
    registry.run("meeting.clock")
    assert room.words("meeting.clock") == "Pause the clock"
    assert room.words("meeting.next") == "Next on the agenda: Timeline"
    registry.run("meeting.clock")
    assert room.words("meeting.clock") == "Let the clock go on"
    room.meeting.go_to(CLOSE)
    assert not registry.enabled("meeting.next")


def test_minutes_by_command_go_to_the_current_slot(room: Room) -> None:
    room.meeting.start()
    room.console.desk.registry.run("meeting.more_1")
    room.console.desk.registry.run("meeting.more_5")
    assert room.figures()[BRIEF] == "0 of 11"


def test_agenda_and_stage_move_together(room: Room) -> None:
    room.meeting.start()
    room.meeting.next()
    assert room.host.went == [(Phase.TIMELINE, None)]
    room.host.phase = Phase.FACTORS
    room.deeds.stage_moved(Phase.FACTORS)
    assert room.meeting.current == FACTORS
    # No echo: the Stage is there already.
    assert room.host.went == [(Phase.TIMELINE, None)]
    room.host.phase = Phase.TIMELINE
    room.deeds.stage_moved(Phase.TIMELINE)
    assert room.meeting.current == FACTORS


def test_after_a_restart_the_stage_goes_to_where_the_meeting_stands(room: Room) -> None:
    room.deeds.resume()
    assert room.host.went == []
    run_to_factors(room)
    room.host.went.clear()
    again = AgendaDeeds(room.console)
    again.resume()
    assert room.host.went == [(Phase.FACTORS, None)]
    again.leave()


def test_the_stage_moves_no_agenda_that_stands(room: Room) -> None:
    room.deeds.stage_moved(Phase.FACTORS)
    assert room.meeting.current is None


def test_apart_neither_moves_the_other_and_it_is_told(room: Room) -> None:
    registry = room.console.desk.registry
    registry.run("meeting.coupled")
    assert room.words("meeting.coupled") == "Let agenda and Stage move together"
    assert room.section._remark.text() == "apart from the Stage"
    room.meeting.start()
    room.meeting.next()
    room.deeds.stage_moved(Phase.CLOSE)
    assert (room.host.went, room.meeting.current) == ([], TIMELINE)
    registry.run("meeting.coupled")
    assert room.console.desk.settings.coupled


def test_the_progress_line_can_be_taken_away(room: Room) -> None:
    room.console.desk.registry.run("meeting.progress")
    assert not room.console.desk.settings.progress_line
    assert room.words("meeting.progress") == "Progress line on the Stage"


def test_whoever_left_follows_no_more(room: Room) -> None:
    room.deeds.leave()
    room.section.leave()
    room.meeting.start()
    room.meeting.next()
    assert room.host.went == []
    assert room.figures()[BRIEF] == "5"


# -- the head --------------------------------------------------------------------------------------


def test_the_head_says_what_the_drawing_says(room: Room) -> None:
    run_to_factors(room)
    shown = room.header.shown
    assert (shown.name, shown.minutes, shown.over) == ("Factors", "28 of 25 min", True)
    assert shown.below == "3 over. Park the rest, or take them from Actions."
    assert (shown.time, shown.end) == ("14:51", "ends about 15:31, 1 min late")
    assert room.header.accessibleName() == shown.said
    assert room.header.height() == 76


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clocks of this machine are those of Berlin."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_berlin")
def test_the_head_tells_the_time_here_and_names_that_of_the_review(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = open_room(qtbot, tmp_path)
    assert room.console.desk.review.time_zone == "Europe/London"
    shown = room.header.shown
    assert (shown.time, shown.there) == ("15:00", "14:00 London time")
    assert shown.end == "would end at 16:30"
    assert "It is 15:00 here, 14:00 London time, would end at 16:30." in shown.said
    there = replace(make_review(), time_zone="Europe/Paris")
    (tmp_path / "two").mkdir()
    same = open_room(qtbot, tmp_path / "two", there).header.shown
    assert (same.time, same.there) == ("15:00", "")


def test_before_the_start_the_head_says_how_to_start(room: Room) -> None:
    shown = room.header.shown
    assert (shown.name, shown.minutes) == ("Plain 90", "90 min")
    assert shown.below == "Ctrl Shift P starts the clock, or Space in the agenda."
    assert shown.end == "would end at 15:30"


def test_in_time_the_head_says_what_comes_next(room: Room) -> None:
    room.meeting.start()
    assert room.header.shown.below == "Next: Timeline, 20 min."
    assert room.header.shown.end == "ends about 15:30, on time"
    room.meeting.pause()
    assert room.header.shown.below == "Paused. Ctrl Shift P goes on."
    room.meeting.start()
    room.meeting.go_to(CLOSE)
    assert room.header.shown.below == "This is the last on the agenda."
    assert room.header.shown.end == "ends about 14:05, 85 min early"
    room.wait(6)
    assert room.header.shown.below == "1 over. Park the rest."


def test_the_head_is_drawn_anew_only_when_its_words_change(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_to_factors(room)
    room.header.grab()
    drawn: list[str] = []
    paint = room.header.paintEvent

    def painted(event: QPaintEvent) -> None:
        drawn.append(room.header.shown.minutes)
        paint(event)

    monkeypatch.setattr(room.header, "paintEvent", painted)
    room.sleep(1)
    shown = room.header.shown
    assert room.header.shown is shown
    room.sleep(59)
    qtbot.waitUntil(lambda: drawn == ["29 of 25 min"])


def test_the_head_fits_a_narrow_window(room: Room) -> None:
    long = Agenda("a", "A", (Slot(Phase.TIMELINE, 5, "W" * 60), Slot(Phase.CLOSE, 5, "M" * 60)))
    room.meeting.choose(long)
    room.meeting.start()
    room.section.window().resize(420, 600)
    assert not room.header.grab().isNull()
    assert not room.section.grab().isNull()
    assert all(row.bar.planned > 0 for row in room.section.list._slots.rows)


def test_a_head_that_is_gone_follows_no_more(room: Room, qtbot: QtBot) -> None:
    header = ClockHeader(room.console)
    before = len(room.meeting._listeners)
    header.deleteLater()
    qtbot.waitUntil(lambda: len(room.meeting._listeners) == before - 1)
    room.meeting.start()


# -- silences and problems -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (12 * 60, "12 minutes went by."),
        (3600, "An hour went by."),
        (3660, "An hour and 1 minute went by."),
        (2 * 3600 + 900, "2 hours and 15 minutes went by."),
    ],
)
def test_a_silence_waits_to_be_decided_on(room: Room, seconds: int, told: str) -> None:
    assert not room.section.gap.isVisible()
    room.meeting.start()
    room.sleep(seconds)
    assert room.section.gap.isVisible()
    assert room.section.gap.sentence.text() == told


@pytest.mark.parametrize(("name", "used"), [("count", 60), ("leave", 0)])
def test_a_silence_is_counted_or_left_out_by_keys(room: Room, name: str, used: int) -> None:
    room.meeting.start()
    room.sleep(3600)
    button: Any = room.section.findChild(QWidget, f"console.agenda.gap.{name}")
    button.setFocus()
    room.press(Key.Key_Space)
    assert not room.section.gap.isVisible()
    assert room.meeting.used(BRIEF) == used * 60


def test_a_broken_file_is_told_and_the_agenda_works(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "agendas" / "monday.toml").write_text("a = = 1", encoding="utf-8")
    room = open_room(qtbot, tmp_path)
    assert room.section.problem.text().startswith("monday.toml is left out of the agendas")
    assert len(room.figures()) == 6


def test_a_clock_that_cannot_be_kept_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "meetings").write_text("", encoding="utf-8")
    room = open_room(qtbot, tmp_path)
    room.press(Key.Key_Space)
    assert "cannot be kept" in room.section.problem.text()
    assert room.meeting.running


# -- sheets ----------------------------------------------------------------------------------------


def test_an_agenda_is_chosen_by_typing(room: Room) -> None:
    room.press(Key.Key_A)
    room.enter("silent")
    assert room.meeting.agenda.id == "silent_45"
    assert room.rows(Qt.ItemDataRole.DisplayRole)[0] == "Silent reading"
    assert room.focus is room.section.list


def test_the_meeting_is_begun_anew_by_choice(room: Room) -> None:
    run_to_factors(room)
    room.press(Key.Key_A)
    room.enter("anew")
    assert (room.meeting.begun, room.figures()[FACTORS]) == (False, "25")


def editor(room: Room) -> Any:
    room.press(Key.Key_E)
    assert room.sheet.objectName() == "agenda.editor"
    return room.sheet


def retype(room: Room, text: str) -> None:
    room.control(Key.Key_A)
    room.type(text)


def test_minutes_are_typed_and_used(room: Room) -> None:
    run_to_factors(room)
    editor(room)
    room.type("40")
    room.press(Key.Key_Return)
    assert room.sheet is None
    assert room.figures()[FACTORS] == "28 of 40"
    assert room.meeting.late() == 13 * 60


def test_the_editor_opens_at_the_row_with_its_minutes_to_be_typed_over(room: Room) -> None:
    room.choose_row(ACTIONS)
    sheet_ = editor(room)
    assert room.focus is sheet_.field(ACTIONS, "minutes")
    assert sheet_.field(ACTIONS, "minutes").selectedText() == "20"


@pytest.mark.parametrize("typed", ["0", "241", "ten", "", "1.5", "99999999"])
def test_minutes_that_cannot_be_are_told_at_the_field(room: Room, typed: str) -> None:
    sheet_ = editor(room)
    retype(room, typed)
    if not typed:
        room.press(Key.Key_Backspace)
    room.press(Key.Key_Return)
    assert sheet_.reason.text() == "A slot has 1 to 240 minutes."
    assert sheet_.field(BRIEF, "minutes").property("wrong")
    assert room.focus is sheet_.field(BRIEF, "minutes")
    retype(room, "7")
    assert not sheet_.reason.isVisible()
    room.press(Key.Key_Return)
    assert room.figures()[BRIEF] == "7"


def test_slots_are_added_named_and_moved_by_keys(room: Room) -> None:
    sheet_ = editor(room)
    room.press(Key.Key_Insert)
    assert room.focus is sheet_.field(1, "phase")
    room.press(Key.Key_Right)
    room.press(Key.Key_Tab)
    retype(room, "8")
    room.press(Key.Key_Tab)
    room.type("Silent reading")
    room.press(Key.Key_Down, CONTROL)
    room.press(Key.Key_Return)
    names = room.rows(Qt.ItemDataRole.DisplayRole)
    assert names[:4] == ["Brief", "Timeline", "Silent reading", "Factors"]
    assert room.meeting.agenda.slots[2] == Slot(Phase.TIMELINE, 8, "Silent reading")


def test_slots_are_taken_out_but_the_last_one(room: Room) -> None:
    sheet_ = editor(room)
    for _ in range(6):
        room.press(Key.Key_Delete, CONTROL)
    assert sheet_.reason.text() == "An agenda has at least one slot."
    room.press(Key.Key_Return)
    assert room.rows(Qt.ItemDataRole.DisplayRole) == ["Close"]


def test_there_are_no_more_slots_than_an_agenda_can_have(room: Room) -> None:
    sheet_ = editor(room)
    for _ in range(15):
        room.press(Key.Key_Insert)
    assert len(sheet_.drafts) == 20
    assert sheet_.reason.text() == "An agenda has at most 20 slots."


def test_a_phase_is_chosen_by_its_letter(room: Room) -> None:
    sheet_ = editor(room)
    sheet_.field(BRIEF, "phase").setFocus()
    room.press(Key.Key_F)
    assert room.focus.accessibleName() == "Phase of slot 1: Factors"
    room.press(Key.Key_F)
    assert sheet_.drafts[0].phase.word == "Findings"
    room.press(Key.Key_Left)
    assert sheet_.drafts[0].phase.word == "Factors"


def test_escape_leaves_the_agenda_as_it_was(room: Room) -> None:
    editor(room)
    retype(room, "99")
    room.press(Key.Key_Escape)
    assert room.sheet is None
    assert room.figures()[BRIEF] == "5"


def test_an_agenda_is_kept_under_a_name(room: Room) -> None:
    run_to_factors(room)
    sheet_ = editor(room)
    sheet_.name.setFocus()
    room.enter("Our Monday")
    assert room.sheet is None
    assert (room.folder / "agendas" / "our-monday.toml").exists()
    assert room.meeting.agenda.words == "Our Monday"
    # Kept in the middle of a meeting, it still promises what was promised.
    assert room.meeting.late() == 60
    room.press(Key.Key_A)
    room.enter("monday")
    assert room.figures()[FACTORS] == "28 of 25, 3 over"


@pytest.mark.parametrize(
    ("name", "told"), [("", "Give the agenda a name."), ("Etsy 60", "give another")]
)
def test_a_name_that_cannot_be_is_told_at_the_field(room: Room, name: str, told: str) -> None:
    sheet_ = editor(room)
    sheet_.name.setFocus()
    room.enter(name)
    assert told in sheet_.reason.text()
    assert sheet_.name.property("wrong")
    assert room.focus is sheet_.name


def test_up_and_down_walk_the_slots_to_the_name_and_back(room: Room) -> None:
    sheet_ = editor(room)
    for _ in range(6):
        room.press(Key.Key_Down)
    assert room.focus is sheet_.name
    room.press(Key.Key_Up)
    assert room.focus is sheet_.field(CLOSE, "minutes")


def test_a_sheet_wears_the_theme_of_its_window(room: Room) -> None:
    stage = replace(room.console.stage_desk, theme=Theme("light"))
    room.console.desk.registry.bind("meeting.agenda", room.deeds.choose)
    console = replace(room.console, stage_desk=stage)
    room.section.window().setObjectName("window")
    AgendaDeeds(console).choose()
    assert room.sheet.theme.scheme == "light"
    room.press(Key.Key_Escape)
    room.section.window().setObjectName("console")
    AgendaDeeds(console).choose()
    assert room.sheet.theme.scheme == "dark"


# -- ticking, and the Stage's line -----------------------------------------------------------------


def test_the_ticker_runs_only_while_the_clock_does(room: Room) -> None:
    ticker = MeetingTicker(room.meeting)
    assert not ticker.ticking
    room.meeting.start()
    assert ticker.ticking
    room.meeting.pause()
    assert not ticker.ticking
    room.meeting.start()
    ticker.leave()
    assert not ticker.ticking
    room.meeting.next()
    assert not ticker.ticking


def test_the_ticker_ticks(room: Room, qtbot: QtBot) -> None:
    ticker = MeetingTicker(room.meeting)
    room.meeting.start()
    room.time.since += 60
    qtbot.waitUntil(lambda: room.figures()[BRIEF] == "1 of 5", timeout=20_000)
    ticker.leave()


def colours(line: ProgressLine) -> set[str]:
    picture = line.grab().toImage()
    row = picture.height() // 2
    return {picture.pixelColor(x, row).name() for x in range(picture.width())}


@pytest.fixture
def line(qtbot: QtBot) -> ProgressLine:
    made = ProgressLine(Theme())
    qtbot.addWidget(made)
    made.resize(400, made.height())
    return made


def test_the_line_shows_a_share_and_hides_without_one(line: ProgressLine) -> None:
    theme = Theme()
    assert line.isHidden()
    line.show_share(0.5, "Factors: 12 of 25 minutes")
    assert not line.isHidden()
    assert line.height() == 4
    assert line.accessibleName() == "Factors: 12 of 25 minutes"
    assert colours(line) == {theme.colour("accent").name(), theme.colour("rule").name()}
    line.show_share(None, "")
    assert line.isHidden()


def test_what_is_over_has_another_colour_and_shape(line: ProgressLine) -> None:
    theme = Theme()
    for share in (1.001, 1.2, 50):
        line.show_share(share, "Factors: 28 of 25 minutes")
        seen = colours(line)
        assert theme.colour("rule").name() not in seen
        # Slashes: their colour, the ground between them, and what is half of both.
        assert len(seen) > 2
    line.show_share(1.0, "Factors: 25 of 25 minutes")
    assert colours(line) == {theme.colour("accent").name()}


def test_the_line_is_drawn_anew_only_for_a_pixel(
    line: ProgressLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.show()
    line.show_share(0.5, "a")
    line.grab()
    updates: list[str] = []
    monkeypatch.setattr(line, "update", lambda: updates.append("asked"))
    line.show_share(0.5001, "a")
    assert updates == []
    line.show_share(0.6, "a")
    assert len(updates) == 1


def test_the_share_of_a_meeting_is_that_of_its_slot(room: Room) -> None:
    assert share_of(room.meeting) == (None, "")
    run_to_factors(room)
    assert share_of(room.meeting) == (28 / 25, "Factors: 28 of 25 minutes")


def test_ticks_send_no_layout_round(room: Room, qtbot: QtBot) -> None:
    run_to_factors(room)
    qtbot.waitUntil(room.section.isVisible)
    asked: list[QEvent.Type] = []

    class Watch(QWidget):
        def eventFilter(self, _watched: object, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(event.type())
            return False

    watch = Watch()
    qtbot.addWidget(watch)
    room.section.installEventFilter(watch)
    for _ in range(5):
        room.sleep(1)
    assert asked == []
