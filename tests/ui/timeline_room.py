"""The Timeline page in a window, and hands to work it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.domain.records import Review, TimelineEvent
from facilitator.domain.words import EventKind, Marker, Precision
from facilitator.ui.timeline.commands import COMMANDS
from facilitator.ui.timeline.page import TimelinePage
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.desk import Desk
    from facilitator.ui.sheet import Sheet
    from facilitator.ui.theme import Theme

START = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)


@dataclass
class Room:
    """A page on its desk; keys go to whatever has the focus, as in the meeting."""

    desk: Desk
    page: TimelinePage

    @property
    def session(self) -> Any:
        return self.desk.session

    @property
    def review(self) -> Review:
        return self.desk.review

    @property
    def entry(self) -> Any:
        return self.page.entry

    @property
    def told(self) -> str:
        """What stands beside the entry line."""
        return self.page.preview.reading.spoken

    @property
    def current(self) -> TimelineEvent:
        event = self.page.model.event_of(self.page.table.current_id or "")
        assert event is not None
        return event

    @property
    def texts(self) -> list[str]:
        return [each.text for each in self.review.events]

    @property
    def sheet(self) -> Sheet | None:
        """The sheet or chooser that is open on top."""
        from facilitator.ui.sheet import Sheet  # noqa: PLC0415 - only some tests open one

        open_ = [each for each in self.page.window().findChildren(Sheet) if each.isVisible()]
        return open_[-1] if open_ else None

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self._focused, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focused, text)

    @property
    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def add(self, line: str) -> None:
        """Type a line and press Enter."""
        self.type(line)
        self.press(Qt.Key.Key_Return)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def select(self, event_id: str) -> None:
        self.page.select(event_id)

    def event(self, event_id: str) -> TimelineEvent:
        return next(each for each in self.review.events if each.id == event_id)

    def find(self, text: str) -> TimelineEvent:
        return next(each for each in self.review.events if each.text == text)


def open_room(qtbot: QtBot, review: Review | None = None, theme: Theme | None = None) -> Room:
    """The page of a review in an active window of the Stage's size."""
    window = QWidget()
    qtbot.addWidget(window)
    desk = make_desk(window, review, theme, commands=COMMANDS)
    page = TimelinePage(desk)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    window.resize(1480, 956)
    desk.session.subscribe(page.follow)
    page.bind()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.focus_start()
    return Room(desk, page)


def example() -> Review:
    """Four events on one day in London's winter, one of them only about known."""
    return Review(
        id="r1",
        title="Shops could not pay",
        time_zone="Europe/London",
        services=("Ledger", "Limits", "Checkout"),
        events=(
            _event("e1", 0, "Limits go out", kind=EventKind.CHANGE, lane="Limits", starred=True),
            _event("e2", 1, "Ledger stops", marker=Marker.IMPACT_START, lane="Ledger"),
            _event("e3", 18, "Errors page the engineer", kind=EventKind.ALERT, lane="Checkout"),
            _event("e4", 65, "Limits are put back", precision=Precision.ABOUT, lane="Limits"),
        ),
    )


def many(count: int) -> Review:
    """A review with an event every half minute."""
    return Review(
        id="r1",
        time_zone="Europe/London",
        events=tuple(
            _event(f"e{n:05}", n / 2, f"event {n}", lane=f"T{n % 4}") for n in range(count)
        ),
    )


def _event(event_id: str, minute: float, text: str, **fields: Any) -> TimelineEvent:
    at = START + timedelta(minutes=minute)
    return TimelineEvent(id=event_id, at=at, text=text, typed=f"{at:%H:%M}", **fields)
