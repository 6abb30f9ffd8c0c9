"""The strip of the timeline, by keys and by mouse, and what typing repaints."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.records import Review
from facilitator.ui.theme import Theme
from tests.ui.timeline_room import Room, at, example, many, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """Four events, the entry line with the keys."""
    return open_room(qtbot, example())


# -- strip -------------------------------------------------------------------------------------


def test_keys_zoom_and_pan(room: Room) -> None:
    strip = room.page.strip
    room.select("e3")
    assert strip.window_shown is None
    room.type("++")
    closer = strip.window_shown
    assert closer is not None
    assert closer.start < at(14, 21).timestamp() < closer.end
    room.press(Key.Key_Left, Held.ControlModifier)
    earlier = strip.window_shown
    assert earlier is not None
    assert earlier.start < closer.start
    assert earlier.span == pytest.approx(closer.span)
    room.press(Key.Key_Right, Held.ControlModifier)
    assert strip.window_shown == pytest.approx(closer)
    room.press(Key.Key_Minus)
    wider = strip.window_shown
    assert wider is not None
    assert wider.span == pytest.approx(closer.span * 1.5)
    room.press(Key.Key_0)
    assert strip.window_shown is None


def test_the_empty_line_zooms_and_pans_too(room: Room) -> None:
    room.press(Key.Key_Right, Held.ControlModifier | Held.ShiftModifier)
    assert room.page.strip.window_shown is not None
    room.type("words here")
    shown = room.page.strip.window_shown
    room.press(Key.Key_Left, Held.ControlModifier)
    assert room.page.strip.window_shown == shown
    assert room.entry.cursorPosition() == len("words ")


def test_a_chosen_event_is_brought_into_view(room: Room) -> None:
    strip = room.page.strip
    room.select("e1")
    room.type("+++")
    before = strip.window_shown
    room.select("e4")
    after = strip.window_shown
    assert before is not None
    assert after is not None
    assert not before.start <= at(15, 8).timestamp() <= before.end
    assert after.start <= at(15, 8).timestamp() <= after.end
    assert after.span == pytest.approx(before.span)


def test_arrows_walk_the_strip(room: Room) -> None:
    strip = room.page.strip
    strip.setFocus()
    assert room.current.id == "e1"
    for key, expected in (
        (Key.Key_Right, "e2"),
        (Key.Key_Right, "e3"),
        (Key.Key_Right, "e4"),
        (Key.Key_Right, "e4"),
        (Key.Key_Left, "e3"),
        (Key.Key_Home, "e1"),
        (Key.Key_End, "e4"),
    ):
        room.press(key)
        assert room.current.id == expected
    assert strip.hasFocus()
    assert strip.accessibleDescription().startswith("about 15:08, Observation, Limits are put back")


def test_arrows_cross_the_lanes(room: Room) -> None:
    room.page.strip.setFocus()
    room.select("e2")
    room.page.strip.setFocus()
    room.press(Key.Key_Up)
    assert room.current.id == "e1"
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    assert room.current.id == "e3"
    room.press(Key.Key_Down)
    assert room.current.id == "e3"


def test_the_keys_of_the_table_work_on_the_strip(room: Room) -> None:
    room.page.strip.setFocus()
    room.press(Key.Key_Right)
    room.press(Key.Key_Asterisk)
    assert room.event("e2").starred
    room.press(Key.Key_F2)
    assert room.entry.text() == "14:04 Ledger stops"


def _spot(room: Room, event_id: str) -> QPoint:
    layout = room.page.strip._state.layout
    assert layout is not None
    found = layout.mark_of(room.event(event_id))
    assert found is not None
    return QPoint(round(found[1].x), round(found[0]))


def test_a_click_chooses_a_drag_pans_and_the_wheel_zooms(room: Room) -> None:
    strip = room.page.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=_spot(room, "e3"))
    assert room.current.id == "e3"
    spot = _spot(room, "e3")
    for _ in range(4):
        _wheel(strip, spot, 120)
    zoomed = strip.window_shown
    assert zoomed is not None
    assert abs(_spot(room, "e3").x() - spot.x()) <= 1
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseMove(strip, spot + QPoint(30, 0))
    QTest.mouseMove(strip, spot + QPoint(60, 0))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=spot + QPoint(60, 0))
    dragged = strip.window_shown
    assert dragged is not None
    assert dragged.start < zoomed.start
    assert room.current.id == "e3"


def _wheel(widget: QWidget, at_: QPoint, turn: int) -> None:
    event = QWheelEvent(
        QPointF(at_),
        QPointF(widget.mapToGlobal(at_)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Held.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_clicks_on_a_heap_choose_one_after_the_other(qtbot: QtBot) -> None:
    crowd = [replace(many(1).events[0], id=f"c{n:02}") for n in range(12)]
    far = replace(crowd[0], id="z", at=at(18, 0))
    room = open_room(qtbot, Review(id="r1", time_zone="Europe/London", events=(*crowd, far)))
    spot = _spot(room, "c00")
    chosen = []
    for _ in range(3):
        QTest.mouseClick(room.page.strip, Qt.MouseButton.LeftButton, pos=spot)
        chosen.append(room.current.id)
    assert chosen == ["c00", "c01", "c02"]


def test_the_window_stays_while_events_are_added(room: Room) -> None:
    room.select("e3")
    room.type("++")
    zoomed = room.page.strip.window_shown
    room.page.focus_start()
    room.enter("+1m x")
    assert room.page.strip.window_shown == zoomed


def test_a_low_window_leaves_the_table(qtbot: QtBot) -> None:
    room = open_room(qtbot, example(), Theme("light", 150))
    window = room.page.window()
    window.resize(1160, 480)
    QApplication.processEvents()
    assert window.height() == 480
    assert not room.page.strip.isVisible()
    assert room.page.table.isVisible()
    window.resize(1480, 956)
    QApplication.processEvents()
    assert room.page.strip.isVisible()


def test_a_new_name_of_a_lane_makes_a_lane(room: Room) -> None:
    room.enter("14:09 phones ring @Support")
    layout = room.page.strip._state.layout
    assert layout is not None
    assert [line.name for line in layout.lines] == ["Limits", "Ledger", "Checkout", "Support"]


# -- speed -------------------------------------------------------------------------------------


class Paints(QObject):
    """Remembers which widgets were painted."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.names: set[str] = set()
        for each in (page, *page.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            parent = watched.parent()
            inner = watched.objectName().startswith("qt_") and parent is not None
            self.names.add(parent.objectName() if inner and parent else watched.objectName())
        return False


def test_typing_paints_only_the_line_and_the_preview(qtbot: QtBot) -> None:
    room = open_room(qtbot, many(200))
    room.type("14:10 pag")
    QApplication.processEvents()
    paints = Paints(room.page)
    room.type("e")
    QApplication.processEvents()
    # The ground below them is the dock's.
    assert paints.names - {""} <= {"timeline.entry", "timeline.preview"}
    assert "timeline.entry" in paints.names


def test_choosing_paints_only_two_rings_of_the_strip(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("e2")
    QApplication.processEvents()
    areas = []
    strip = room.page.strip
    paint = strip.paintEvent

    def remembered(event: Any) -> None:
        areas.append(sum(each.width() * each.height() for each in event.region()))
        paint(event)

    strip.paintEvent = remembered  # type: ignore[method-assign]
    room.select("e3")
    QApplication.processEvents()
    assert areas
    assert sum(areas) < strip.width() * strip.height() / 20


def test_an_event_among_ten_thousand_costs_no_pass_over_all(qtbot: QtBot) -> None:
    """The page looks at as many events as are in view: counted, for clocks differ."""
    room = open_room(qtbot, many(10_000))
    room.select("e05000")
    room.page.focus_start()
    QApplication.processEvents()
    inserted = []
    room.page.model.rowsInserted.connect(lambda *_: inserted.append(1))
    resets = []
    room.page.model.modelReset.connect(lambda: resets.append(1))
    room.enter("+10s in the middle")
    assert (len(inserted), resets) == (1, [])
    assert room.current.text == "In the middle"
    assert len(room.page.strip._state._lanes.rows()) == 5
    layout = room.page.strip._state.layout
    assert layout is not None
    assert sum(len(line.marks) for line in layout.lines) < 250
    assert room.current.at == at(14, 3) + timedelta(minutes=2500, seconds=10)
