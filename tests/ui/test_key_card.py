"""The card of all keys: what is typed narrows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from facilitator.ui.commands import Where
from facilitator.ui.key_card import KeyCard
from facilitator.ui.pages import all_commands
from facilitator.ui.theme import Theme
from tests.ui.hands import bring_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

Key = Qt.Key


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[KeyCard]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    bring_up(qtbot, window)
    made = KeyCard(Theme(), all_commands(), Where.TIMELINE)
    made.open_over(window, made.line)
    yield made
    window.close()


def press(key: Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    QApplication.processEvents()


def shown(card: KeyCard) -> str:
    inside = card.area.widget()
    assert inside is not None
    return inside.accessibleName()


def test_words_places_and_keys_narrow_it(card: KeyCard) -> None:
    whole = shown(card)
    QTest.keyClicks(card.line, "export")
    assert 0 < len(shown(card)) < len(whole)
    assert all("xport" in each for each in shown(card).split("; "))
    card.line.setText("ctrl e")
    assert "Ctrl+E" in shown(card)
    card.line.setText(f"{Where.FACTORS.value} why")
    assert shown(card).endswith("Tab")
    assert "; " not in shown(card)


def test_nothing_fits_is_said(card: KeyCard) -> None:
    QTest.keyClicks(card.line, "zzz")
    assert not shown(card)
    assert not card._none.isHidden()
    card.grab()


def test_escape_clears_the_line_and_then_leaves(card: KeyCard) -> None:
    whole, left = shown(card), []
    card.closed.connect(lambda: left.append("left"))
    QTest.keyClicks(card.line, "export")
    press(Key.Key_Escape)
    assert (shown(card), left) == (whole, [])
    press(Key.Key_Escape)
    assert left


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Return])
def test_f1_and_enter_leave_at_once(card: KeyCard, key: Key) -> None:
    left: list[str] = []
    card.closed.connect(lambda: left.append("left"))
    QTest.keyClicks(card.line, "export")
    press(key)
    assert left


def test_arrows_scroll_it(card: KeyCard) -> None:
    bar = card.area.verticalScrollBar()
    press(Key.Key_Down)
    assert bar.value() == bar.singleStep()
    press(Key.Key_Up)
    assert bar.value() == 0
