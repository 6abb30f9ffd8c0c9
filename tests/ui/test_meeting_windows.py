"""Stage and Console come, go and change their looks, and nothing that is typed goes with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.not_now import NotNow, not_now_path
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.edits.factors import change_factor
from facilitator.domain.edits.meeting import set_opening
from facilitator.domain.phase import Phase
from facilitator.domain.records import Opening as Words
from facilitator.ui.console.places import Box
from facilitator.ui.open_sheets import half_typed, open_sheets
from facilitator.ui.program import Program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from facilitator.ui.window import MainWindow

TOO_LONG = "x" * 100_001


def keys(*steps: str) -> None:
    """Type texts, and press keys that stand in angle brackets."""
    for step in steps:
        focus = QApplication.focusWidget()
        assert focus is not None, step
        if step.startswith("<"):
            sequence: Any = QKeySequence(step[1:-1])
            QTest.keyClick(focus, sequence[0].key(), sequence[0].keyboardModifiers())
        else:
            QTest.keyClicks(focus, step)
        come_round()


def come_round() -> None:
    """What was closed is gone once the event loop comes round."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def to(window: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def window(library_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The sample on the Stage."""
    qapp.setStyle("Fusion")
    paths, ids = Paths.find(str(library_path)), Ids()
    program = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    program.start(program.opening.library().add_sample())
    program.window.resize(1280, 720)
    with qtbot.waitActive(program.window):
        program.window.show()
    yield program.window
    for _ in range(2):  # What was refused is left at the second time.
        program.window.close()
    come_round()
    program.opening.close()


def console_of(window: MainWindow) -> Any:
    assert window.room is not None
    console = window.room.console
    assert console is not None
    return console


@pytest.fixture
def console(window: MainWindow, qtbot: QtBot) -> Any:
    """The Console, with the keys."""
    keys("<Ctrl+Shift+C>")
    qtbot.waitUntil(console_of(window).isActiveWindow)
    return console_of(window)


def section(console: Any, name: str) -> Any:
    return next(each for each in console.sections if each.name == name)


def following(window: MainWindow) -> int:
    assert window.desk is not None
    return len(window.desk.session._listeners)


# -- another review and back -----------------------------------------------------------------------


def test_a_visit_to_another_review_comes_back_to_its_place(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    assert window.desk is not None
    here = window.desk.review.id
    there = window.program.opening.library().duplicate(here)
    window.go(Phase.ACTIONS, "action-03")
    others = console.console.others
    assert [each.sketch.id for each in others.like(window.desk.review, 3)] == [there]
    assert others.fixes(here) == ()
    others.visit(there)
    come_round()
    assert window.desk.review.id == there
    to(window, qtbot)
    keys("<Alt+Left>")
    assert window.desk.review.id == here
    assert (window.shown_phase(), window.selected()) == (Phase.ACTIONS, "action-03")
    qtbot.waitUntil(console_of(window).isActiveWindow)
    assert not window.registry.enabled("review.back")


# -- what is half typed ----------------------------------------------------------------------------


def test_a_line_over_a_console_that_closes_is_there_the_next_time(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    keys("<Ctrl+.>", "half of it")
    console.close()
    come_round()
    to(window, qtbot)
    keys("<Ctrl+2>")
    qtbot.wait(50)  # The tools hear of the place a moment later.
    keys("<Ctrl+.>")
    focus: Any = QApplication.focusWidget()
    assert focus.text() == "half of it"
    assert focus.window() is window


@pytest.mark.parametrize("change", ["<Ctrl++>", "<Ctrl+Shift+L>"])
@pytest.mark.parametrize("at_stage", [True, False])
def test_looks_change_and_half_typed_lines_stay(
    window: MainWindow, console: Any, qtbot: QtBot, change: str, at_stage: bool
) -> None:
    console.parking.line.setFocus()
    keys("half an idea")
    section(console, "voices")._open_line()
    keys("half a role")
    if at_stage:
        to(window, qtbot)
    keys(change)
    again = console_of(window)
    assert again is not console
    assert again.parking.line.text() == "half an idea"
    line = section(again, "voices").line
    assert (line.text(), line.isVisible()) == ("half a role", True)
    assert again.isActiveWindow() is not at_stage
    assert window.isActiveWindow() is at_stage
    if not at_stage:
        keys(" more")
        assert line.text() == "half a role more"


def test_a_console_that_was_closed_has_its_half_typed_lines(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    console.parking.line.setFocus()
    keys("half an idea", "<Ctrl+W>")
    to(window, qtbot)
    keys("<Ctrl+Shift+C>")
    assert console_of(window).parking.line.text() == "half an idea"


def test_typing_goes_on_in_the_same_note_at_the_same_place(
    window: MainWindow, console: Any
) -> None:
    console.notes.show_place(Phase.CLOSE)
    console.notes.field.setFocus()
    keys("one two", "<Left>", "<Left>", "<Left>", "<Ctrl++>", "and ")
    assert console_of(window).notes.place is Phase.CLOSE
    assert console_of(window).notes.field.toPlainText().startswith("one and two")


def test_a_refused_note_keeps_the_looks_as_they_are(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    console.focus_section("notes")
    console.notes.field.insertPlainText(TOO_LONG)
    to(window, qtbot)
    keys("<Ctrl++>")
    assert console_of(window) is console
    assert console.notes.field.toPlainText().startswith(TOO_LONG)
    assert "is not kept yet" in console.foot.words.text()


def test_a_refused_field_keeps_the_looks_of_the_stage(window: MainWindow) -> None:
    assert window.stage is not None
    stage, theme = window.stage, window.theme
    page: Any = stage.page
    page.summary.setFocus()
    page.summary.insertPlainText(TOO_LONG)
    keys("<Ctrl++>")
    assert window.stage is stage
    assert window.theme is theme
    assert "the looks stay as they are" in stage.banner.sentence.text()


# -- sheets ----------------------------------------------------------------------------------------


def test_looks_change_once_a_sheet_over_the_console_is_closed(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    console.focus_section("agenda")
    keys("e", "7")
    to(window, qtbot)
    keys("<Ctrl++>")
    assert console_of(window) is console
    assert half_typed(console)
    to(console, qtbot)
    keys("<Esc>")
    qtbot.waitUntil(lambda: console_of(window) is not console)


def test_a_sheet_that_goes_with_its_console_follows_no_more(
    window: MainWindow, console: Any
) -> None:
    before = following(window)
    window.registry.run("stage.edit_opening")
    assert following(window) == before + 1
    console.close()
    come_round()
    assert window.room is not None
    assert window.room.console is None
    assert window.desk is not None
    assert window.desk.apply("Change", set_opening(Words(purpose="Learn"))) is None
    assert window.desk.review.opening is not None


def test_words_in_a_sheet_keep_the_console_open_once(window: MainWindow, console: Any) -> None:
    console.focus_section("prompts")
    console.prompts._add()
    keys("half a question")
    console.close()
    assert console.isVisible()
    assert "Close the Console again" in console.foot.words.text()
    console.close()
    come_round()
    assert window.room is not None
    assert window.room.console is None


def test_words_in_a_sheet_over_the_stage_keep_the_review(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    to(window, qtbot)
    keys("<Ctrl+J>", "half an idea")
    to(console, qtbot)
    keys("<Ctrl+L>")
    assert window.stage is not None
    qtbot.waitUntil(window.isActiveWindow)
    keys("<Return>", "<Ctrl+L>")
    assert window.library is not None


def test_a_sheet_without_words_closes_with_the_review(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    to(window, qtbot)
    keys("<Ctrl+K>", "fr")
    to(console, qtbot)
    keys("<Ctrl+L>")
    assert window.library is not None
    assert not open_sheets(window)


def test_a_sheet_goes_along_when_the_stage_is_frozen_and_comes_back(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    to(window, qtbot)
    keys("<Ctrl+J>", "half an idea")
    to(console, qtbot)
    keys("<Ctrl+Shift+F>")
    bench = window.freezing.workbench
    assert bench is not None
    assert not open_sheets(window)
    (sheet,) = open_sheets(bench)
    assert sheet.geometry() == bench.rect()
    to(bench, qtbot)
    keys(" more")
    bench.close()
    come_round()
    assert open_sheets(window) == [sheet]
    to(window, qtbot)
    keys("<Return>")
    assert window.desk is not None
    assert window.desk.review.parking[-1].text == "half an idea more"


def test_a_sheet_closes_also_if_what_had_the_keys_is_gone(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    to(window, qtbot)
    keys("<Ctrl+Shift+O>", "<Ctrl+J>")
    to(console, qtbot)
    keys("<Ctrl+Shift+O>")
    assert window.card() is None
    to(window, qtbot)
    open_sheets(window)[0].close_sheet()
    assert not open_sheets(window)


# -- warnings --------------------------------------------------------------------------------------


def test_a_warning_goes_with_the_next_edit_and_comes_again(
    window: MainWindow, console: Any
) -> None:
    console.focus_section("notes")
    field = console.notes.field
    for _ in range(2):
        field.insertPlainText(TOO_LONG)
        console.close()
        assert console.isVisible()
        assert "is not kept yet" in console.foot.words.text()
        keys("<Ctrl+A>", "short")
        assert "is not kept yet" not in console.foot.words.text()
    assert window.desk is not None
    assert window.desk.review.phase_notes


def test_the_window_warns_again_too(window: MainWindow) -> None:
    assert window.stage is not None
    page: Any = window.stage.page
    page.summary.setFocus()
    for _ in range(2):
        page.summary.insertPlainText(TOO_LONG)
        window.close()
        assert window.isVisible()
        keys("<Ctrl+A>", "short")
        assert window.stage.banner.isHidden()


def test_what_is_refused_in_the_console_is_told_there(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    console.focus_section("notes")
    console.notes.field.insertPlainText(TOO_LONG)
    to(window, qtbot)
    keys("<Ctrl+L>")
    assert window.stage is not None
    qtbot.waitUntil(console.isActiveWindow)
    assert "is not kept yet" in console.foot.words.text()


def test_closing_again_leaves_without_it_and_takes_every_window_along(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    console.focus_section("notes")
    console.notes.field.insertPlainText(TOO_LONG)
    to(window, qtbot)
    keys("<Ctrl+Shift+F>")
    bench = window.freezing.workbench
    assert bench is not None
    window.close()
    assert window.isVisible()
    window.close()
    assert not any(each.isVisible() for each in (window, console, bench))
    assert window.room is None


# -- windows ---------------------------------------------------------------------------------------


def test_a_console_that_is_put_away_comes_back_by_its_key(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    console.showMinimized()
    to(window, qtbot)
    keys("<Ctrl++>")
    assert console_of(window).isMinimized()
    assert window.isActiveWindow()
    keys("<Ctrl+Shift+C>")
    assert not console_of(window).isMinimized()
    qtbot.waitUntil(console_of(window).isActiveWindow)


def test_a_stage_that_is_put_away_comes_back_when_it_goes_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    keys("<Ctrl+Shift+F>")
    bench = window.freezing.workbench
    assert bench is not None
    window.showMinimized()
    to(bench, qtbot)
    keys("<Ctrl+Shift+F>")
    assert not window.isMinimized()
    assert window.isVisible()


def test_the_window_apart_has_the_looks_of_the_stage_in_it(window: MainWindow) -> None:
    keys("<Ctrl+Shift+F>", "<Ctrl+Shift+L>")
    bench = window.freezing.workbench
    assert bench is not None
    assert bench.palette().color(QPalette.ColorRole.Window) == window.theme.colour("paper")
    assert bench.styleSheet() == window.styleSheet()


def test_the_window_apart_is_whole_on_the_screen(window: MainWindow) -> None:
    room = window.screen().availableGeometry()
    window.setGeometry(QRect(room.right() - 500, room.bottom() - 300, 960, 600))
    keys("<Ctrl+Shift+F>")
    bench = window.freezing.workbench
    assert bench is not None
    across = bench.frameGeometry().intersected(room).width()
    assert across >= min(room.width() - 20, bench.width())
    assert bench.frameGeometry().bottom() <= room.bottom()


def test_the_whole_screen_is_for_the_window_apart_while_frozen(window: MainWindow) -> None:
    keys("<Ctrl+Shift+F>", "<F11>")
    bench = window.freezing.workbench
    assert bench is not None
    assert bench.isFullScreen()
    assert not window.isFullScreen()
    keys("<F11>")
    assert not bench.isFullScreen()


def test_the_window_apart_comes_back_too_when_its_screen_goes(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    keys("<Ctrl+Shift+F>")
    bench = window.freezing.workbench
    assert bench is not None
    assert console.isVisible()
    assert window.room is not None
    docking: Any = window.room._console._docking  # type: ignore[union-attr]
    only = Box(0, 0, 1920, 1080)
    docking._screens = lambda: (only,)
    bench.move(4000, 300)
    docking._screens_changed()
    qtbot.waitUntil(lambda: QRect(*only).contains(bench.frameGeometry()))


def test_the_next_review_is_not_said_to_be_frozen(window: MainWindow) -> None:
    keys("<Ctrl+Shift+F>", "<Ctrl+L>")
    assert not window.freezing.frozen
    assert window.registry.action("stage.freeze").text() == "Freeze the Stage"


def test_coming_and_going_leaves_nothing_behind(window: MainWindow, qtbot: QtBot) -> None:
    def count() -> tuple[int, int, int]:
        assert window.room is not None
        meeting = window.room.tools().meeting
        return (
            following(window),
            len(meeting._listeners),
            len(window.findChildren(QAction)),
        )

    counts = []
    for _ in range(12):
        keys("<Ctrl+Shift+C>")
        qtbot.waitUntil(console_of(window).isActiveWindow)
        keys("<Ctrl+Shift+L>", "<Ctrl+W>")
        to(window, qtbot)
        counts.append(count())
    assert len(set(counts[1:])) == 1


# -- the coach -------------------------------------------------------------------------------------


def coach_shows(console: Any, qtbot: QtBot, words: str) -> Any:
    """The coach, with the row that begins with such words current and with the keys."""
    coach = section(console, "coach")
    qtbot.waitUntil(lambda: not coach.waits and coach.list.isVisible())
    coach._unfolded = True
    coach._show()
    told = [row.heading.startswith(words) for row in coach.list.rows.rows]
    coach.focus_start()
    coach.list.choose_row(told.index(True))
    return coach


def test_words_that_the_coach_quotes_open_where_they_stand(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    assert window.desk is not None
    factor = window.desk.review.factors[-1]
    window.desk.apply("Words", change_factor(factor.id, text="The intern forgot to run the checks"))
    coach_shows(console, qtbot, "“The intern forgot")
    keys("<Return>")
    qtbot.waitUntil(window.isActiveWindow)
    focus: Any = QApplication.focusWidget()
    typed = focus.toPlainText() if hasattr(focus, "toPlainText") else focus.text()
    assert typed == "The intern forgot to run the checks"


def test_what_is_put_off_is_written_down_beside_the_meeting(
    window: MainWindow, console: Any, qtbot: QtBot
) -> None:
    assert window.desk is not None
    coach = coach_shows(console, qtbot, "One factor has no evidence")
    key = coach.list.current.advice.key
    keys("x")
    folder, review = window.program.paths.meetings, window.desk.review.id
    assert key in NotNow(not_now_path(folder, review))
