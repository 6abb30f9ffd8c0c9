"""An error nobody caught is logged and shown, without a word of the review."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from facilitator.ui.crash_dialog import CrashDialog
from facilitator.ui.crash_guard import CrashGuard
from facilitator.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

SECRET = "what somebody wrote"  # noqa: S105 - words of a review


@pytest.fixture
def guard(monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashGuard]:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    made = CrashGuard(Theme())
    made.install()
    yield made
    assert sys.excepthook == made.caught


def shown() -> CrashDialog:
    (found,) = (
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, CrashDialog) and each.isVisible()
    )
    return found


def fail(guard: CrashGuard) -> None:
    try:
        {}[SECRET]  # type: ignore[index]
    except KeyError as error:
        guard.caught(KeyError, error, error.__traceback__)


def press(name: str) -> None:
    button = shown().findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


@pytest.mark.expects_log
def test_it_is_shown_and_may_be_copied(
    guard: CrashGuard, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[str] = []

    def look() -> None:
        seen.append(shown().text.toPlainText())
        press("crash.copy")
        press("crash.go_on")

    QTimer.singleShot(0, look)
    fail(guard)
    assert "builtins.KeyError" in seen[0]
    assert "test_crash.py" in seen[0]
    assert SECRET not in seen[0] + caplog.text
    assert QGuiApplication.clipboard().text() == seen[0]
    qtbot.waitUntil(lambda: not any(map(is_crash, QApplication.topLevelWidgets())))


def is_crash(widget: object) -> bool:
    return isinstance(widget, CrashDialog) and widget.isVisible()


@pytest.mark.expects_log
def test_one_at_a_time(guard: CrashGuard, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def again() -> None:
        fail(guard)
        shown()
        press("crash.go_on")

    QTimer.singleShot(0, again)
    fail(guard)
    assert caplog.text.count("builtins.KeyError") == 2
    qtbot.waitUntil(lambda: not any(map(is_crash, QApplication.topLevelWidgets())))


@pytest.mark.expects_log
def test_it_is_shown_over_the_window_that_has_the_keys(guard: CrashGuard, qtbot: QtBot) -> None:
    shared, apart = QWidget(), QWidget()
    for window in (shared, apart):
        qtbot.addWidget(window)
        window.show()
    guard.window = shared
    apart.activateWindow()
    qtbot.waitUntil(apart.isActiveWindow)
    seen: list[object] = []

    def look() -> None:
        seen.append(shown().parentWidget())
        press("crash.go_on")

    QTimer.singleShot(0, look)
    fail(guard)
    assert seen == [apart]
