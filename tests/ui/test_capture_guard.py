"""Asking Windows to leave the Console out of captures, with a Windows of our own."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from facilitator.ui.console import capture_guard
from facilitator.ui.console.docking import Docking
from facilitator.ui.console.frame_deeds import FrameDeeds
from tests.ui.console_frame import open_frame

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.console_frame import Frame

LEFT_OUT, SHOWN = 0x11, 0x00


class FakeUser32:
    def __init__(self) -> None:
        self.asked: list[tuple[int | None, int]] = []
        self.obeys = True

    def SetWindowDisplayAffinity(self, handle: ctypes.c_void_p, wish: ctypes.c_uint32) -> int:
        self.asked.append((handle.value, wish.value))
        return int(self.obeys)


@pytest.fixture
def user32(monkeypatch: pytest.MonkeyPatch) -> FakeUser32:
    fake = FakeUser32()
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=fake), raising=False)
    return fake


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(ctypes, "windll", raising=False)


def bound(frame: Frame) -> Docking:
    docking = Docking(frame.stage, frame.window, frame.desk.settings)
    FrameDeeds(frame.window, docking).bind()
    return docking


def test_windows_is_asked_by_the_windows_handle(qtbot: QtBot, user32: FakeUser32) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert capture_guard.available()
    assert capture_guard.hide(window, on=True)
    assert capture_guard.hide(window, on=False)
    handle = int(window.winId())
    assert user32.asked == [(handle, LEFT_OUT), (handle, SHOWN)]


@pytest.mark.usefixtures("elsewhere")
def test_other_systems_cannot_be_asked(qtbot: QtBot) -> None:
    frame = open_frame(qtbot)
    assert not capture_guard.available()
    assert not capture_guard.hide(frame.window, on=True)
    docking = bound(frame)
    assert not frame.desk.registry.enabled("meeting.hide")
    assert frame.desk.registry.enabled("meeting.beside")
    docking.leave()


def test_the_command_asks_and_takes_it_back(qtbot: QtBot, user32: FakeUser32) -> None:
    frame = open_frame(qtbot)
    docking = bound(frame)
    registry, captures = frame.desk.registry, frame.window.foot.captures
    assert registry.action("meeting.hide").text() == "Keep the Console out of captures"
    assert captures.isHidden()
    registry.run("meeting.hide")
    assert captures.text() == capture_guard.ASKED
    assert "show it all the same" in captures.text(), "It is no promise."
    assert registry.action("meeting.hide").text() == "Let captures show the Console"
    registry.run("meeting.hide")
    assert captures.isHidden()
    assert [wish for _handle, wish in user32.asked] == [LEFT_OUT, SHOWN]
    docking.leave()


def test_a_console_that_opens_again_is_asked_for_again(qtbot: QtBot, user32: FakeUser32) -> None:
    frame = open_frame(qtbot)
    frame.window.console.memory.out_of_captures = True
    docking = bound(frame)
    assert [wish for _handle, wish in user32.asked] == [LEFT_OUT]
    assert frame.window.foot.captures.text() == capture_guard.ASKED
    docking.leave()


def test_a_refusal_is_told(qtbot: QtBot, user32: FakeUser32) -> None:
    frame = open_frame(qtbot)
    docking = bound(frame)
    user32.obeys = False
    frame.desk.registry.run("meeting.hide")
    assert frame.window.foot.captures.text() == capture_guard.REFUSED
    action = frame.desk.registry.action("meeting.hide")
    assert action.text() == "Keep the Console out of captures"
    docking.leave()
