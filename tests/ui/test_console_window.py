"""The Console's window: its columns, its keys, and what it says at the foot."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from facilitator.app.agendas import AgendaShelf
from facilitator.app.meeting import Meeting
from facilitator.app.prompts import PromptBook
from facilitator.app.sample import read_sample
from facilitator.app.voices import Voices
from facilitator.domain.edits.brief import set_field
from facilitator.domain.phase import Phase
from facilitator.ui.console.docking import Docking
from facilitator.ui.console.foot import FROZEN, SHARE
from facilitator.ui.console.frame_deeds import FrameDeeds
from facilitator.ui.console.parts import LEFT, ONE, RIGHT
from facilitator.ui.console.sharing_sheet import SharingSheet
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.sheet import Sheet
from facilitator.ui.theme import Theme
from tests.ui.console_frame import Frame, console_desk, open_frame
from tests.ui.hands import bring_up, top_sheet
from tests.ui.support import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier


def left_edge(frame: Frame, name: str) -> int:
    """Where the words of a section begin, in the window."""
    section = frame.section(name)
    return int(section.line.mapTo(frame.window, QPoint(0, 0)).x())


def rules_above(frame: Frame, names: tuple[str, ...]) -> list[bool]:
    """Whether a rule shows above each of these sections."""
    rows = {each.name: rule for rule, each in frame.section(names[0]).parentWidget().rows}
    return [not rows[name].isHidden() for name in names]


# -- columns -----------------------------------------------------------------------------------


def test_two_columns_stand_as_drawn(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    assert {left_edge(frame, name) for name in LEFT} == {28}
    assert {left_edge(frame, name) for name in RIGHT} == {440}
    assert frame.section("agenda").line.width() == 376
    assert frame.section("notes").line.width() == 432
    assert not [scroll for scroll in _bars(frame) if scroll.isVisible()]


def _bars(frame: Frame) -> list[QWidget]:
    body = frame.window.body
    return [body.left.verticalScrollBar(), body.right.verticalScrollBar()]


def test_a_narrow_console_has_one_column_in_an_order_of_its_own(qtbot: QtBot) -> None:
    frame = open_frame(qtbot, size=(480, 800))
    assert {left_edge(frame, name) for name in ONE} == {28}
    assert [each.name for each in frame.window.sections] == list(ONE)
    tops = [frame.section(name).mapTo(frame.window, QPoint(0, 0)).y() for name in ONE]
    assert tops == sorted(tops)


def test_larger_type_needs_more_width_for_two(qtbot: QtBot) -> None:
    frame = open_frame(qtbot, theme=Theme("dark", 150))
    assert frame.window.sections[0].name == ONE[0]
    frame.window.resize(1200, 1000)
    assert frame.window.sections[0].name == LEFT[0]


def test_focus_and_words_stay_when_the_columns_change(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    frame.window.focus_section("notes")
    frame.type("half a thou")
    for width in (480, 900):
        frame.window.resize(width, 800)
        assert frame.current == "notes"
        frame.type("!")
    assert frame.section("notes").line.text() == "half a thou!!"


def test_what_does_not_fit_scrolls_to_where_the_keys_go(qtbot: QtBot) -> None:
    frame = open_frame(qtbot, size=(480, 480))
    column = frame.window.body.left
    assert column.verticalScrollBar().maximum() > 0
    frame.window.focus_section(ONE[-1])
    line = frame.section(ONE[-1]).line
    assert column.viewport().rect().contains(line.mapTo(column.viewport(), QPoint(1, 1)))


def test_only_what_grows_gives_way(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    heights = {name: frame.section(name).height() for name in (*LEFT, *RIGHT)}
    frame.window.resize(900, 480)
    for name in ("agenda", "voices", "prompts", "coach", "names"):
        assert frame.section(name).height() == heights[name]
    for name in ("parking", "notes"):
        assert frame.section(name).height() < heights[name]
        assert frame.section(name).height() >= frame.section(name).minimumSizeHint().height()


def test_a_section_that_grows_pushes_the_others(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    below = frame.section("voices").y()
    frame.section("agenda").line.setFixedHeight(200)
    qtbot.waitUntil(lambda: frame.section("voices").y() > below + 100)


def test_a_section_that_hides_takes_its_rule_along(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    assert rules_above(frame, RIGHT) == [False, True, True, True, True]
    frame.section("names").hide()
    assert rules_above(frame, RIGHT) == [False, True, True, False, True]
    frame.section("prompts").hide()
    frame.section("returned").hide()
    assert rules_above(frame, RIGHT) == [False, False, False, False, True]
    frame.window.resize(480, 800)
    assert frame.section("names").isHidden(), "It hides in the other arrangement too."
    frame.section("names").show()
    assert frame.section("names").isVisible()


# -- keys --------------------------------------------------------------------------------------


def test_f6_walks_the_sections_and_leaves_the_stage_alone(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    stage: list[str] = []
    frame.desk.registry.bind("go.next_pane", lambda: stage.append("next"))
    frame.desk.registry.bind("go.previous_pane", lambda: stage.append("previous"))
    frame.window.focus_section("agenda")
    frame.section("voices").hide()
    frame.section("returned").hide()
    frame.section("seen").hide()
    walked = []
    for _ in range(6):
        frame.press(Key.Key_F6)
        walked.append(frame.current)
    assert walked == ["parking", "prompts", "coach", "names", "notes", "agenda"]
    frame.press(Key.Key_F6, Held.ShiftModifier)
    assert frame.current == "notes"
    assert not stage


def test_a_section_that_empties_gives_the_keys_to_the_next(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    frame.window.focus_section("names")
    frame.section("names").emptied.emit()
    frame.section("names").hide()
    assert frame.current == "notes"


def test_f6_passes_a_section_that_takes_no_keys(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    frame.section("voices").line.setEnabled(False)
    frame.window.focus_section("agenda")
    frame.press(Key.Key_F6)
    assert frame.current == "parking"


def test_the_other_keys_of_the_window_work_here_too(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    ran: list[str] = []
    frame.desk.registry.bind("meeting.clock", lambda: ran.append("clock"))
    frame.window.focus_section("notes")
    frame.press(Key.Key_P, Held.ControlModifier | Held.ShiftModifier)
    assert ran == ["clock"]


def test_escape_gives_the_keys_back_to_the_section(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    frame.section("parking").other.setFocus()
    frame.press(Key.Key_Escape)
    assert frame.section("parking").line.hasFocus()


# -- what happens elsewhere --------------------------------------------------------------------


def test_every_section_hears_of_it(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    delta = frame.desk.session.apply("Title", set_field("title", "Another"))
    frame.window.follow(delta)
    frame.window.place_changed(Phase.FACTORS, "f1")
    frame.window.leave()
    for name in (*LEFT, *RIGHT):
        assert frame.section(name).told == [delta, (Phase.FACTORS, "f1"), "leave"]


def test_settling_asks_all_and_tells_of_one_that_refuses(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    assert frame.window.settle()
    frame.section("agenda").keeps = False
    assert not frame.window.settle()
    assert all(frame.section(name).told == ["settle"] * 2 for name in (*LEFT, *RIGHT))


def test_a_long_remark_gives_way_to_the_heading(qtbot: QtBot) -> None:
    frame = open_frame(qtbot, size=(420, 480))
    frame.section("prompts").say("A factor whose words are long " * 9)
    assert frame.section("prompts").width() <= frame.window.width()


# -- closing -----------------------------------------------------------------------------------


def test_control_w_keeps_what_is_typed_and_closes(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    frame.window.focus_section("notes")
    frame.control(Key.Key_W)
    assert frame.closed == [True]
    assert not frame.window.isVisible()
    assert frame.section("notes").told == ["settle"]
    assert not frame.window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_what_a_rule_refuses_keeps_it_open_once(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    frame.section("notes").keeps = False
    frame.window.close()
    assert frame.window.isVisible()
    assert "not kept yet" in frame.window.foot.words.text()
    frame.window.close()
    assert frame.closed == [True]


# -- the foot ----------------------------------------------------------------------------------


def test_the_foot_says_what_the_room_sees(qtbot: QtBot) -> None:
    window = open_frame(qtbot).window
    foot = window.foot
    assert foot.words.text() == SHARE
    assert foot.saved.accessibleName() == "Nothing to save yet"
    window.show_saved("Saved 14:51")
    window.say_frozen(True)
    assert (foot.words.text(), foot.saved.text()) == (FROZEN, "Saved 14:51")
    window.say_frozen(False)
    assert foot.words.text() == SHARE


def test_it_is_a_window_of_its_own(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    assert frame.window.isWindow()
    assert frame.window.parent() is None
    assert frame.window.objectName() == "console"
    assert frame.window.accessibleName() == "Console"
    assert "only for you" in frame.window.windowTitle()
    labels = frame.window.findChildren(QLabel)
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in labels)


# -- commands ----------------------------------------------------------------------------------


def deeds(frame: Frame) -> Docking:
    docking = Docking(frame.stage, frame.window, frame.desk.settings)
    FrameDeeds(frame.window, docking).bind()
    return docking


@pytest.mark.parametrize("over_console", [True, False])
def test_the_help_on_sharing_opens_where_the_keys_are(qtbot: QtBot, over_console: bool) -> None:
    frame = open_frame(qtbot)
    front = frame.window if over_console else frame.stage
    frame.stage.resize(1280, 720)
    frame.stage.show()
    frame.host.window = front
    docking = deeds(frame)
    frame.desk.registry.run("meeting.share")
    sheet = top_sheet(front)
    assert isinstance(sheet, SharingSheet)
    words = sheet.area.accessibleDescription()
    assert "shared window shows that window and nothing else" in words
    assert "nobody can promise" in words
    sheet.close_sheet()
    docking.leave()


def test_a_light_sheet_over_a_dark_console_is_light_throughout(qtbot: QtBot) -> None:
    frame = open_frame(qtbot, theme=Theme("dark"))
    asked, line = Sheet(Theme("light"), "Export this review"), QLineEdit()
    asked.card_column.addWidget(line)
    asked.open_over(frame.window, line)
    QApplication.processEvents()
    ground = line.grab().toImage().pixelColor(line.width() // 2, line.height() // 2)
    assert ground.lightness() > 200


def test_the_help_on_sharing_closes_by_key(qtbot: QtBot) -> None:
    frame = open_frame(qtbot, size=(480, 480))
    frame.host.window = frame.window
    docking = deeds(frame)
    frame.window.focus_section("notes")
    frame.desk.registry.run("meeting.share")
    sheet = top_sheet(frame.window)
    assert sheet.area.verticalScrollBar().maximum() > 0
    frame.press(Key.Key_Down)
    assert sheet.area.verticalScrollBar().value() > 0
    frame.press(Key.Key_F6)
    assert sheet.isVisible(), "Keys of the Console wait until it is gone."
    frame.press(Key.Key_Return)
    assert not sheet.isVisible()
    assert frame.current == "notes"
    docking.leave()


# -- the sections there are --------------------------------------------------------------------


def open_whole(qtbot: QtBot, tmp_path: Path, theme: Theme, size: tuple[int, int]) -> Frame:
    """The Console with its own sections, on the sample review."""
    stage, numbers = QWidget(), count(1)
    qtbot.addWidget(stage)
    review = read_sample(lambda: f"s{next(numbers)}")
    desk = console_desk(stage, review, theme)
    shelf = AgendaShelf(tmp_path / "agendas")
    meeting = Meeting(tmp_path / "meeting.json", lambda: 0.0, lambda: NOW, shelf)
    prompts = PromptBook(tmp_path / "prompts.toml")
    whole = replace(desk, meeting=meeting, prompts=prompts, voices=Voices())
    window = ConsoleWindow(whole)
    qtbot.addWidget(window)
    window.resize(*size)
    bring_up(qtbot, window)
    window.place_changed(Phase.FACTORS, None)
    return Frame(stage, window)


@pytest.mark.parametrize("size", [(420, 480), (480, 800), (900, 1000), (1200, 700)])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_section_is_wider_than_its_column(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], percent: int
) -> None:
    frame = open_whole(qtbot, tmp_path, Theme("dark", percent), size)
    for section in frame.window.sections:
        assert section.isHidden() or section.minimumSizeHint().width() <= section.width(), section
    frame.window.leave()


def test_f6_walks_the_sections_there_are(qtbot: QtBot, tmp_path: Path) -> None:
    frame = open_whole(qtbot, tmp_path, Theme("light"), (900, 1000))
    shown = [each.name for each in frame.window.sections if each.isVisible()]
    frame.window.focus_section(shown[0])
    walked = []
    for _ in shown:
        walked.append(frame.current)
        frame.press(Key.Key_F6)
    assert walked == shown
    assert frame.current == shown[0]
    assert frame.window.parking is frame.section("parking")
    assert frame.window.prompts is frame.section("prompts")
    frame.window.leave()


def test_everything_has_a_name_and_plain_words(qtbot: QtBot, tmp_path: Path) -> None:
    frame = open_whole(qtbot, tmp_path, Theme("light"), (900, 1000))
    for each in frame.window.findChildren(QWidget):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible():
            assert each.objectName(), each
            assert each.accessibleName(), each
    labels = frame.window.findChildren(QLabel)
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in labels)
    frame.window.leave()
