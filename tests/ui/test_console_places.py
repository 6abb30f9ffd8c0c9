"""Where Stage and Console stand, on any screens, and what happens when one goes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from facilitator.app.settings import Settings
from facilitator.ui.console.docking import Docking, screens_now
from facilitator.ui.console.places import (
    LEAST_CONSOLE,
    LEAST_STAGE,
    Box,
    beside,
    console_place,
    fitted,
    rescued,
    screen_of,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LAPTOP, DESK = Box(0, 0, 1366, 728), Box(1366, 0, 1920, 1040)
STAGE = Box(0, 0, 1280, 700)

_sides = st.integers(320, 5000)
screens_made = st.builds(Box, st.integers(-6000, 6000), st.integers(-6000, 6000), _sides, _sides)
several = st.lists(screens_made, min_size=1, max_size=3)
windows = st.builds(
    Box,
    st.integers(-20000, 20000),
    st.integers(-20000, 20000),
    st.integers(1, 9000),
    st.integers(1, 9000),
)


# -- the Console's place -----------------------------------------------------------------------


def test_it_opens_where_it_stood() -> None:
    assert console_place((1500, 80, 700, 900), STAGE, (LAPTOP, DESK)) == (1500, 80, 700, 900)


@pytest.mark.parametrize("remembered", [(), (5,), (1500, 80, 0, 900), (3266, 80, 700, 900)])
def test_else_it_opens_on_the_screen_without_the_stage(remembered: tuple[int, ...]) -> None:
    place = console_place(remembered, STAGE, (LAPTOP, DESK))
    assert place == (1876, 20, 900, 1000), "In its middle, with room for a frame."


def test_else_on_the_right_half_of_the_only_screen() -> None:
    assert console_place((), STAGE, (LAPTOP,)) == (683, 0, 683, 688)
    assert console_place((), STAGE, (DESK,)) == (2386, 0, 900, 1000)
    assert console_place((), STAGE, (Box(0, 0, 800, 600),)) == (320, 0, 480, 560)


@given(st.lists(st.integers(-(10**12), 10**12), max_size=5), windows, several)
def test_it_can_always_be_found(remembered: list[int], stage: Box, screens: list[Box]) -> None:
    place = console_place(remembered, stage, screens)
    assert visible(place, screens)
    assert place.width <= max(each.width for each in screens)
    assert place.height <= max(each.height for each in screens)


@given(windows, several)
def test_another_screen_than_the_stages_if_there_is_one(stage: Box, screens: list[Box]) -> None:
    home = screen_of(stage, screens)
    place = console_place((), stage, screens)
    others = [each for each in screens if each != home]
    assert any(each.holds(place) for each in others or [home])


# -- beside ------------------------------------------------------------------------------------


def test_side_by_side_on_usual_screens() -> None:
    assert beside(Box(0, 0, 1920, 1040), 480) == ((0, 0, 1440, 1040), (1440, 0, 480, 1040))
    assert beside(Box(0, 0, 2560, 1400), 480) == ((0, 0, 1660, 1400), (1660, 0, 900, 1400))
    assert beside(LAPTOP, 480) == ((0, 0, 960, 728), (886, 0, 480, 728))


@given(screens_made, st.integers(LEAST_CONSOLE, 900))
def test_side_by_side_on_any_screen(screen: Box, least: int) -> None:
    stage, console = beside(screen, least)
    assert screen.holds(stage)
    assert screen.holds(console)
    assert console.width >= min(least, screen.width)
    assert stage.width >= min(LEAST_STAGE, screen.width)
    if screen.width >= least + LEAST_STAGE:
        assert stage.shared(console) == (0, 0)
        assert stage.width + console.width == screen.width


# -- back from a screen that went --------------------------------------------------------------


@given(windows, several)
def test_a_window_that_shows_is_left_alone(window: Box, screens: list[Box]) -> None:
    place = rescued(window, screens)
    assert visible(place, screens)
    if visible(window, screens):
        assert place == window
    else:
        assert any(each.holds(place) for each in screens)
    assert rescued(place, screens) == place


@given(windows, screens_made)
def test_fitted_moves_no_farther_than_need_be(window: Box, screen: Box) -> None:
    place = fitted(window, screen)
    assert screen.holds(place)
    assert fitted(place, screen) == place
    if screen.holds(window):
        assert place == window


def test_without_a_screen_nothing_moves() -> None:
    assert rescued(STAGE, ()) == STAGE
    assert screen_of(STAGE, ()) == STAGE


# -- docking -----------------------------------------------------------------------------------


class Room:
    """Two windows on screens that can be plugged and unplugged."""

    def __init__(self, qtbot: QtBot) -> None:
        self.screens: tuple[Box, ...] = (LAPTOP, DESK)
        self.settings = Settings()
        self.stage, self.console = QWidget(), QWidget()
        for window in (self.stage, self.console):
            qtbot.addWidget(window)
        self.stage.setGeometry(*STAGE)
        self.docking = Docking(self.stage, self.console, self.settings, lambda: self.screens)
        self.docking.stand()
        self.stage.show()
        self.console.show()
        qtbot.waitUntil(self.console.isVisible)
        self.stood = self.place(self.stage)

    @staticmethod
    def place(window: QWidget) -> Box:
        found = window.frameGeometry()
        return Box(found.x(), found.y(), found.width(), found.height())


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room(qtbot)
    yield made
    made.docking.leave()


def unplugged() -> None:
    """Tell the program that a screen was taken away."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(application.primaryScreen())


def test_the_console_opens_on_the_other_screen(room: Room) -> None:
    assert DESK.holds(room.place(room.console))
    assert room.place(room.stage) == room.stood


def test_an_unplugged_screen_gives_its_windows_back(qtbot: QtBot, room: Room) -> None:
    room.screens = (LAPTOP,)
    unplugged()
    qtbot.waitUntil(lambda: LAPTOP.holds(room.place(room.console)))
    assert room.place(room.stage) == room.stood, "It still shows, and stays."


def test_the_stage_comes_back_too(qtbot: QtBot, room: Room) -> None:
    room.stage.setGeometry(1500, 100, 1600, 900)
    room.screens = (LAPTOP,)
    screen = QGuiApplication.primaryScreen()
    screen.availableGeometryChanged.emit(screen.availableGeometry())
    qtbot.waitUntil(lambda: LAPTOP.holds(room.place(room.stage)))


def test_a_full_screen_comes_back_as_one(room: Room) -> None:
    room.stage.setGeometry(9000, 9000, 800, 600)
    room.stage.setWindowState(Qt.WindowState.WindowMaximized)
    room.stage.setGeometry(9000, 9000, 800, 600)
    room.docking.rescue()
    assert room.stage.isMaximized()


def test_a_screen_more_is_watched_too(qtbot: QtBot, room: Room) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    room.screens = (LAPTOP,)
    application.screenAdded.emit(application.primaryScreen())
    unplugged()
    qtbot.waitUntil(lambda: LAPTOP.holds(room.place(room.console)))


def test_beside_tiles_both_on_the_screen_of_the_stage(room: Room) -> None:
    room.screens = (DESK,)
    room.docking.beside()
    stage, console = beside(DESK, 480)
    assert room.place(room.stage) == stage
    assert room.place(room.console) == console


def test_the_place_is_remembered_in_a_while(qtbot: QtBot, room: Room) -> None:
    kept: list[object] = []
    room.settings.change(console_place=())
    room.docking._later.timeout.connect(lambda: kept.append(room.settings.console_place))
    for left in range(1400, 1420):
        room.console.move(left, 50)
    assert room.settings.console_place == ()
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [(1419, 50, 900, 1000)]


def test_closing_remembers_at_once(room: Room) -> None:
    room.console.move(1400, 60)
    room.console.resize(800, 700)
    room.console.close()
    assert room.settings.console_place == (1400, 60, 800, 700)
    assert not room.docking._later.isActive()


def test_a_console_that_fills_its_screen_is_not_remembered_so(room: Room) -> None:
    room.console.move(1400, 60)
    room.docking.remember()
    room.console.setWindowState(Qt.WindowState.WindowMaximized)
    room.console.close()
    assert room.settings.console_place == (1400, 60, 900, 1000)


def test_left_alone_it_listens_no_more(qtbot: QtBot) -> None:
    room = Room(qtbot)
    room.console.move(1400, 60)
    room.console.resize(800, 700)
    room.docking.leave()
    assert room.settings.console_place == (1400, 60, 800, 700)
    room.screens = (LAPTOP,)
    unplugged()
    room.console.move(1500, 60)
    assert not room.docking._soon.isActive()
    assert not room.docking._later.isActive()


def test_without_a_screen_nothing_is_done(room: Room) -> None:
    before = room.place(room.console)
    room.screens = ()
    room.docking.stand()
    room.docking.beside()
    room.docking.rescue()
    assert room.place(room.console) == before


def test_screens_are_asked_of_qt(qtbot: QtBot) -> None:
    del qtbot
    assert len(screens_now()) == len(QGuiApplication.screens())
