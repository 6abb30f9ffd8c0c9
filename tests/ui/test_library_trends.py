"""The page of the trends, worked with real keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from facilitator.domain.trend_words import NEVER_PEOPLE
from facilitator.domain.trends import Trends, last_year
from facilitator.geometry.trends.walking import box_at
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.ui.library.trends.spans import typed_span
from facilitator.ui.theme import Theme
from tests.trends_values import picture
from tests.ui.hands import top_sheet
from tests.ui.library_room import NOW, open_library, summary

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.library.trends.page import TrendsPage
    from tests.ui.library_room import Room

Key, Held = Qt.Key, Qt.KeyboardModifier
CTRL = Held.ControlModifier


def told(since: date | None) -> Trends:
    return replace(picture(), today=NOW.date(), since=since)


def open_trends(
    qtbot: QtBot, answer: object = told, theme: Theme | None = None
) -> tuple[Room, TrendsPage]:
    room = open_library(qtbot, [summary(1), summary(2)], theme)
    room.door.told = answer  # type: ignore[assignment]
    room.press(Key.Key_3, CTRL)
    page = room.hall.page
    assert page.objectName() == "library.trends"
    qtbot.waitUntil(lambda: page.trends is not None)
    return room, page


def said(page: TrendsPage) -> str:
    return page.foot.said.text()


def test_ctrl_3_leads_to_the_trends_of_the_last_twelve_months(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    assert room.door.asked_since == [last_year(NOW.date())]
    assert page.fact.text() == "Last 12 months, 16 reviews, 86 actions"
    assert [each.drawing.name for each in page.board.board.charts][:3] == [
        "heed",
        "families",
        "again",
    ]
    assert page.board.hasFocus()
    assert said(page) == NEVER_PEOPLE


def test_arrows_walk_and_say_what_is_chosen(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_Down)
    assert said(page).startswith("Two failure classes came back")
    room.press(Key.Key_Tab)
    assert said(page) == "Missing safeguard: in 11 of 16 reviews"
    room.press(Key.Key_Right)
    assert said(page).startswith("Missing safeguard: review of ")
    assert page.board.accessibleDescription() == f"What keeps coming back: {said(page)}"
    room.press(Key.Key_Backtab)
    assert page.board.chart is not None
    assert page.board.chart.name == "heed"
    room.press(Key.Key_End)
    assert page.board.chart.name == "patterns"


def test_enter_opens_the_reviews_behind_a_mark_and_escape_comes_back(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    while page.board.chart is None or page.board.chart.name != "age":
        room.press(Key.Key_Tab)
    chosen = page.board.spot
    room.press(Key.Key_Return)
    assert room.hall.shown == "reviews"
    assert [each.kind for each in room.door.marks] == ["age"]
    assert room.ids == ["r1", "r2"]
    assert chosen is not None
    assert room.view.narrowed.text() == f"{chosen.words}. Esc goes back."
    room.press(Key.Key_Escape)
    assert room.hall.shown == "trends"
    assert page.board.hasFocus()
    qtbot.waitUntil(lambda: len(room.door.asked_since) == 2)
    assert page.board.spot == chosen


def test_what_has_nothing_behind_it_says_so(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert said(page).startswith("No review lies behind this: ")
    assert room.hall.shown == "trends"


def test_the_mouse_chooses_and_opens(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_Tab)
    room.press(Key.Key_Tab)
    at = page.board.at
    assert at is not None
    box = box_at(page.board.board, at)
    middle = QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))
    room.press(Key.Key_Home)
    assert page.board.at != at
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(page.board, left, Held.NoModifier, middle)
    assert page.board.at == at
    QTest.mouseDClick(page.board, left, Held.NoModifier, middle)
    assert room.hall.shown == "reviews"


def test_ctrl_t_shows_the_same_as_tables_and_comes_back_to_the_chart(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    while page.board.chart is None or page.board.chart.name != "mix":
        room.press(Key.Key_Tab)
    room.press(Key.Key_T, CTRL)
    table = page.tables.current
    assert table is not None
    assert table.hasFocus()
    assert table.table.name == "mix"
    assert table.accessibleName() == "How lasting are they?"
    room.press(Key.Key_Down)
    assert table.row is not None
    assert table.row.cells[0] == "Q3 25"
    index = table.currentIndex()
    assert table.model().data(index, Qt.ItemDataRole.AccessibleTextRole) == "Agreed in: Q3 25"
    room.press(Key.Key_Tab)
    assert page.tables.current is not None
    assert page.tables.current.table.name == "figures"
    assert not table.selectionModel().hasSelection()
    room.press(Key.Key_T, CTRL)
    assert page.board.hasFocus()
    assert page.board.chart.name == "figures"


def test_enter_in_a_table_opens_what_is_behind_the_row(qtbot: QtBot) -> None:
    room, _page = open_trends(qtbot)
    room.press(Key.Key_T, CTRL)
    room.press(Key.Key_Tab)
    room.press(Key.Key_Return)
    assert room.hall.shown == "reviews"
    assert room.view.narrowed.text() == "What keeps coming back: Missing safeguard. Esc goes back."


def test_a_table_is_copied_with_its_head(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_Tab)
    room.press(Key.Key_Tab)
    room.press(Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Family\tReviews that met it\tReviews"
    assert lines[1] == "Missing safeguard\t11\t16"
    assert said(page) == "Copied: What keeps coming back, with 5 rows."


def test_selected_rows_of_a_table_are_copied_alone(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_T, CTRL)
    room.press(Key.Key_Tab)
    room.press(Key.Key_Down, Held.ShiftModifier)
    room.press(Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [each.split("\t")[0] for each in lines] == [
        "Family",
        "Missing safeguard",
        "Observability gap",
    ]
    assert said(page) == "Copied: What keeps coming back, with 2 rows."
    room.press(Key.Key_Tab)
    room.press(Key.Key_Backtab)
    room.press(Key.Key_C, CTRL)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 6


def test_a_table_is_saved_as_csv(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_T, CTRL)
    room.press(Key.Key_Tab)
    path = tmp_path / "families.csv"
    path.write_text("what was there before", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    room.press(Key.Key_E, CTRL | Held.ShiftModifier)
    assert path.read_text(encoding="utf-8").startswith("Family,Reviews that met it,Reviews")
    assert said(page) == f"Saved: {path}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path), ""))
    room.press(Key.Key_E, CTRL | Held.ShiftModifier)
    assert "could not be written" in page.banner.sentence.text()


def test_s_chooses_from_when_on(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_S)
    sheet = top_sheet(page)
    assert sheet.accessibleName() == "From when on?"
    room.type("begin")
    room.press(Key.Key_Return)
    qtbot.waitUntil(lambda: room.door.asked_since[-1] is None)
    qtbot.waitUntil(lambda: page.fact.text().startswith("From the beginning"))
    assert page.board.hasFocus()


def test_a_day_may_be_typed_and_stays_chosen_in_other_looks(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_S)
    room.type("18 Apr 2018")
    room.press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.fact.text().startswith("Since 18 April 2018"))
    assert room.door.asked_since[-1] == date(2018, 4, 18)
    other = open_library(qtbot, [summary(1)], Theme("dark"))
    other.door.told = told
    other.hall.restore(room.hall.state())
    qtbot.waitUntil(lambda: other.hall.page.trends is not None)
    assert other.door.asked_since[-1] == date(2018, 4, 18)


def test_what_is_no_day_is_said_with_how_days_are_written(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_S)
    room.type("2031")
    sheet = top_sheet(page)
    assert not sheet._empty.isHidden()
    assert "2018-04-18" in sheet._empty.text()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2018", date(2018, 1, 1)),
        ("2018-04", date(2018, 4, 1)),
        ("apr 2018", date(2018, 4, 1)),
        ("2018-04-18", date(2018, 4, 18)),
        ("since 3 Mar", date(2026, 3, 3)),
        ("6 Mar", date(2025, 3, 6)),
        ("2026-03-06", None),
        ("ma 2018", None),
        ("2018-13", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_from_which_on(typed: str, day: date | None) -> None:
    span = typed_span(typed, NOW.date())
    assert (None if span is None else span.since(NOW.date())) == day


def test_a_library_with_old_reviews_alone_is_told_from_the_beginning(qtbot: QtBot) -> None:
    def old(since: date | None) -> Trends:
        return told(None) if since is None else Trends(today=NOW.date(), since=since)

    room, page = open_trends(qtbot, old)
    assert room.door.asked_since == [last_year(NOW.date()), None]
    assert page.fact.text() == "From the beginning, 16 reviews, 86 actions"


def test_an_empty_library_says_what_will_be_here(qtbot: QtBot) -> None:
    _room, page = open_trends(qtbot, lambda since: Trends(today=NOW.date(), since=since))
    assert page.said.isVisible()
    assert page.said.text().startswith("There is no review to tell anything from yet.")


def test_a_library_that_cannot_be_read_is_told_and_comes_back(qtbot: QtBot) -> None:
    room = open_library(qtbot, [summary(1)])
    room.door.told = told
    room.door.trouble = LibraryUnusable(Trouble.LOCKED, "The library is locked.")
    room.press(Key.Key_3, CTRL)
    page = room.hall.page
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.sentence.text() == "The library is locked."
    assert page.trends is None
    page.refresh()
    qtbot.waitUntil(lambda: page.trends is not None)


def test_its_keys_belong_to_the_page_alone(qtbot: QtBot) -> None:
    room, _page = open_trends(qtbot)
    assert room.registry.enabled("trends.tables")
    room.press(Key.Key_1, CTRL)
    assert room.hall.shown == "reviews"
    assert not room.registry.enabled("trends.tables")
    assert room.registry.enabled("hall.trends")


@pytest.mark.parametrize("theme", [Theme("dark"), Theme("light", 150), Theme("dark", 200)])
def test_it_is_drawn_in_every_theme(qtbot: QtBot, theme: Theme) -> None:
    _room, page = open_trends(qtbot, theme=theme)
    assert page.board.height() >= round(page.board.board.height)
    picture_of_it = page.board.grab().toImage()
    paper, note = theme.colour("paper"), theme.colour("note")
    colours = {
        picture_of_it.pixelColor(x, y).name() for x in range(0, 40, 2) for y in range(0, 400, 8)
    }
    assert note.name() in colours
    assert theme.colour("note_tint").name() in colours
    assert paper.name() not in colours or len(colours) > 2


def test_a_narrow_window_puts_the_charts_below_each_other(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    wide = page.board.board.height
    room.hall.window().resize(900, 700)
    qtbot.waitUntil(lambda: page.board.board.height > wide)
    assert {each.x for each in page.board.board.charts} == {0.0}


def test_what_there_is_to_heed_has_a_table_too(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot, lambda since: replace(told(since), damaged=2))
    room.press(Key.Key_T, CTRL)
    table = page.tables.current
    assert table is not None
    assert table.table.name == "heed"
    cells = [row.cells[0] for row in table.table.rows]
    assert cells[0].startswith("Two failure classes came back")
    assert cells[-1] == "2 rows of the library are damaged and counted nowhere."
    room.press(Key.Key_C, CTRL)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1 + len(cells)


def test_a_table_far_below_is_in_view_when_it_is_turned_to(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_End)
    room.press(Key.Key_T, CTRL)
    table = page.tables.current
    assert table is not None
    assert table.table.name == "patterns"
    qtbot.waitUntil(lambda: not table.viewport().visibleRegion().isEmpty())


def test_who_listens_hears_what_a_chart_says_when_it_is_come_to(qtbot: QtBot) -> None:
    room, page = open_trends(qtbot)
    assert "How old is the open work? 31 open resilience actions" in (
        page.board.accessibleDescription()
    )
    room.press(Key.Key_Tab)
    room.press(Key.Key_Tab)
    heard = page.board.accessibleDescription()
    assert heard == (
        "What keeps coming back. Each column is a review, oldest on the left. " + said(page)
    )


def test_charts_end_where_the_words_above_them_do(qtbot: QtBot) -> None:
    _room, page = open_trends(qtbot)
    qtbot.waitUntil(lambda: page.charts_area.verticalScrollBar().isVisible())
    margin = page.theme.px(40)

    def ends() -> bool:
        right = page.board.mapTo(page, QPoint(page.board.width(), 0)).x()
        return abs(page.width() - right - margin) <= 1

    qtbot.waitUntil(ends)


@pytest.mark.parametrize("as_tables", [False, True])
def test_other_looks_keep_the_span_the_chart_and_the_tables(
    qtbot: QtBot, *, as_tables: bool
) -> None:
    room, page = open_trends(qtbot)
    room.press(Key.Key_S)
    room.type("two")
    room.press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.fact.text().startswith("Last 24 months"))
    while page.board.chart is None or page.board.chart.name != "mix":
        room.press(Key.Key_Tab)
    if as_tables:
        room.press(Key.Key_T, CTRL)
    other = open_library(qtbot, [summary(1)], Theme("dark", 125))
    other.door.told = told
    other.hall.restore(room.hall.state())
    there = other.hall.page
    qtbot.waitUntil(lambda: there.trends is not None)
    assert there.fact.text().startswith("Last 24 months")
    if as_tables:
        assert there.tables.current.table.name == "mix"
        qtbot.waitUntil(there.tables.current.hasFocus)
    else:
        assert there.board.chart.name == "mix"
        qtbot.waitUntil(there.board.hasFocus)
