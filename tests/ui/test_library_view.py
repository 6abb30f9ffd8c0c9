"""The library, worked with real keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.domain.words import ReviewStatus
from facilitator.store.errors import LibraryUnusable, NotFound, Trouble, WriteFailed
from facilitator.ui.library.columns import OVERHANG, columns
from facilitator.ui.library.row_painter import RowPainter
from facilitator.ui.library.wording import day_of, done_words, facts, spoken, undated_title
from facilitator.ui.theme import Theme
from tests.ui.library_room import NOW, open_library, summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from pytestqt.qtbot import QtBot

    from facilitator.store.listing import Summary

Key, Held = Qt.Key, Qt.KeyboardModifier


def three() -> list[Summary]:
    shops = {"title": "Shops could not pay", "services": ("Ledger", "Limits")}
    refunds = {"title": "Refunds paid twice", "status": ReviewStatus.CLOSED}
    codes = {"title": "Codes arrived late", "severity": "SEV 1"}
    return [
        summary(1, incident="INC-72", **shops),
        summary(2, incident="INC-73", **refunds),
        summary(3, incident="INC-74", **codes),
    ]


def click(widget: QWidget, at: QPoint | None = None, *, twice: bool = False) -> None:
    deed = QTest.mouseDClick if twice else QTest.mouseClick
    place = widget.rect().center() if at is None else at
    deed(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


# -- finding -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["r1", "r2", "r3"]),
        ("refunds", ["r2"]),
        ("inc-74", ["r3"]),
        ("severity 1", ["r3"]),
        ("SEV 2", ["r1", "r2"]),
        ("limits", ["r1"]),
        ("closed", ["r2"]),
        ("late codes", ["r3"]),
        ("draft twice", []),
    ],
)
def test_typing_filters_over_what_a_review_says(qtbot: QtBot, words: str, found: list[str]) -> None:
    room = open_library(qtbot, three())
    room.type(words)
    assert room.ids == found
    assert room.count == ("3 reviews" if len(found) == 3 else f"{len(found)} of 3 reviews")


def test_escape_empties_the_line(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.type("zzz")
    assert room.titles == []
    assert room.view.nothing.isVisible()
    room.press(Key.Key_Escape)
    assert len(room.titles) == 3
    assert not room.view.nothing.isVisible()


# -- walking and opening -------------------------------------------------------------------------


def test_arrows_walk_and_enter_opens(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    assert room.current == "r1"
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    assert room.current == "r3"
    room.press(Key.Key_Up)
    room.press(Key.Key_Return)
    assert room.door.opened == ["r2"]


def test_pages_walk_as_far_as_is_seen(qtbot: QtBot) -> None:
    room = open_library(qtbot, [summary(number) for number in range(100)])
    room.press(Key.Key_PageDown)
    row = room.view.list.currentIndex().row()
    assert 5 < row < 15
    assert room.view.list.visualRect(room.view.list.currentIndex()).isValid()
    room.press(Key.Key_PageUp)
    assert room.view.list.currentIndex().row() == 0


def test_the_filter_keeps_the_first_that_fits_selected(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.type("codes")
    room.press(Key.Key_Return)
    assert room.door.opened == ["r3"]


def test_what_is_selected_is_read_aloud(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.press(Key.Key_Down)
    assert room.view.filter.accessibleDescription() == spoken(three()[1])
    assert "Closed" in spoken(three()[1])
    assert "3 open actions" in spoken(three()[1])


def test_a_double_click_opens(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    index = room.view.model.index(2, 0)
    place = room.view.list.visualRect(index).center()
    click(room.view.list.viewport(), place)
    assert room.current == "r3"
    click(room.view.list.viewport(), place, twice=True)
    assert room.door.opened == ["r3"]
    room.type("x")
    assert room.view.filter.text() == "x"


# -- making --------------------------------------------------------------------------------------


def test_a_new_review_has_a_title_and_a_template_and_is_opened(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.control(Key.Key_N)
    room.press(Key.Key_Down)
    assert room.focus.placeholderText() == "What could people not do?"
    room.type("Shops <b>closed</b>")
    room.press(Key.Key_Return)
    assert room.door.made == [("outage", "Shops <b>closed</b>")]
    assert room.door.opened == ["made"]
    assert room.sheet is None
    assert room.current == "made"


def test_a_template_is_chosen_by_typing(qtbot: QtBot) -> None:
    room = open_library(qtbot)
    room.control(Key.Key_N)
    room.type("A lorry nearly")
    room.press(Key.Key_Tab)
    room.type("near")
    room.press(Key.Key_Return)
    assert room.door.made == [("near_miss", "A lorry nearly")]


def test_no_template_that_fits_makes_nothing(qtbot: QtBot) -> None:
    room = open_library(qtbot)
    room.control(Key.Key_N)
    room.press(Key.Key_Tab)
    room.type("zzz")
    room.press(Key.Key_Return)
    assert room.door.made == []
    assert room.sheet is not None


def test_a_review_that_cannot_be_made_stays_in_its_sheet(qtbot: QtBot) -> None:
    room = open_library(qtbot)
    room.control(Key.Key_N)
    room.type("Half typed")
    room.door.trouble = WriteFailed("The disk is full.")
    room.press(Key.Key_Return)
    assert room.sheet._reason.text() == "The disk is full."
    assert room.focus.text() == "Half typed"
    assert room.door.opened == []
    room.press(Key.Key_Return)
    assert room.door.made == [("blank", "Half typed")]


def test_an_empty_library_says_how_to_begin(qtbot: QtBot) -> None:
    room = open_library(qtbot)
    assert room.view.empty.isVisible()
    plate = room.view.empty.findChild(QWidget, "library.empty.sample")
    assert isinstance(plate, QWidget)
    assert plate.accessibleName() == "open the sample, Ctrl Shift N"
    plate.setFocus()
    room.press(Key.Key_Return)
    assert room.door.opened == ["sample"]
    assert not room.view.empty.isVisible()


def test_the_sample_has_a_key(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.press(Key.Key_N, Held.ControlModifier | Held.ShiftModifier)
    assert room.door.opened == ["sample"]


# -- whole reviews -------------------------------------------------------------------------------


def test_f2_renames_and_keeps_what_was_typed_until_it_is_taken(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.press(Key.Key_F2)
    assert room.focus.selectedText() == "Shops could not pay"
    room.press(Key.Key_Backspace)
    room.press(Key.Key_Return)
    assert room.sheet._reason.text() == "Say what the review is about."
    room.type("Shops were shut")
    assert not room.sheet._reason.isVisible()
    room.press(Key.Key_Return)
    assert room.titles[0] == "Shops were shut"
    assert room.current == "r1"
    assert room.sheet is None


def test_escape_leaves_the_title_as_it_was(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.press(Key.Key_F2)
    room.type("Other")
    room.press(Key.Key_Escape)
    assert room.titles[0] == "Shops could not pay"
    assert room.focus is room.view.filter


def test_a_copy_is_selected_and_not_opened(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.press(Key.Key_Down)
    room.control(Key.Key_D)
    assert room.current == "copy"
    assert room.door.opened == []


def test_delete_moves_to_the_trash_and_undo_brings_back(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.press(Key.Key_Down)
    room.press(Key.Key_Delete)
    assert [each.id for each in room.door.gone] == ["r2"]
    assert room.current == "r3"
    assert room.told == "Moved to the trash: “Refunds paid twice”."
    room.type("codes")
    room.control(Key.Key_Z)
    assert room.door.gone == []
    assert room.current == "r2"
    assert room.told == ""
    room.control(Key.Key_Z)
    assert len(room.door.live) == 3


def test_delete_deletes_a_word_where_there_is_one(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.type("late")
    room.press(Key.Key_Home)
    room.press(Key.Key_Delete)
    assert room.view.filter.text() == "ate"
    assert room.door.gone == []


def test_the_trash_gives_back_and_deletes_for_good_after_a_question(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.press(Key.Key_Delete)
    room.press(Key.Key_Delete)
    room.press(Key.Key_T, Held.ControlModifier | Held.ShiftModifier)
    assert room.titles == ["Refunds paid twice", "Shops could not pay"]
    assert room.count == "2 in the trash"
    room.press(Key.Key_Delete)
    room.press(Key.Key_Return)
    assert len(room.door.gone) == 2
    room.press(Key.Key_Delete)
    room.press(Key.Key_Tab)
    room.press(Key.Key_Return)
    assert [each.id for each in room.door.gone] == ["r1"]
    room.press(Key.Key_Return)
    assert room.door.gone == []
    assert room.door.opened == []
    room.press(Key.Key_Escape)
    assert sorted(room.titles) == ["Codes arrived late", "Shops could not pay"]


def test_commands_of_the_reviews_do_not_work_in_the_trash(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.press(Key.Key_T, Held.ControlModifier | Held.ShiftModifier)
    assert not room.registry.enabled("library.rename")
    assert room.registry.enabled("library.restore")
    room.hall.leave()
    for command_id in room.registry.commands:
        assert not room.registry.enabled(command_id), command_id


def test_the_rail_counts_and_leads(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.press(Key.Key_Delete)
    trash = room.hall.rail.findChild(QWidget, "library.rail.trash")
    assert isinstance(trash, QWidget)
    assert trash.accessibleName() == "Trash: 1"
    click(trash)
    assert room.view.trashed
    assert trash.accessibleDescription() == "shown"
    assert room.focus is room.view.filter
    room.control(Key.Key_1)
    assert not room.view.trashed
    assert trash.accessibleDescription() == ""


def test_the_reviews_behind_something_are_listed_alone_and_esc_leads_back(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    two = frozenset(each.id for each in room.door.live[:2])
    room.hall.show_behind(two, "2 reviews met it.")
    assert set(room.ids) == two
    assert room.view.narrowed.text() == "2 reviews met it. Esc goes back."
    room.type(room.titles[0][:5])
    assert set(room.ids) <= two
    room.press(Key.Key_Escape)
    room.press(Key.Key_Escape)
    assert len(room.ids) == 3
    assert not room.view.narrowed.isVisible()


# -- trouble -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "trouble",
    [
        WriteFailed("The disk is full."),
        NotFound("There is no such review."),
        LibraryUnusable(Trouble.LOCKED, "The library is in use."),
    ],
    ids=lambda trouble: type(trouble).__name__,
)
@pytest.mark.parametrize(
    "deed",
    ["library.open", "library.duplicate", "library.trash", "library.sample"],
)
def test_what_the_library_refuses_is_said_and_changes_nothing(
    qtbot: QtBot, deed: str, trouble: WriteFailed | NotFound | LibraryUnusable
) -> None:
    room = open_library(qtbot, three())
    room.press(Key.Key_Down)
    room.door.trouble = trouble
    room.registry.run(deed)
    assert room.banner == trouble.sentence
    assert room.told == ""
    assert len(room.titles) == 3
    assert room.current == "r2"
    room.view.banner.button.click()
    assert room.banner == ""
    assert room.focus is room.view.filter


def test_a_list_that_cannot_be_read_keeps_the_last_one(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.door.trouble = LibraryUnusable(Trouble.DAMAGED, "The library is damaged.")
    room.view.refresh()
    assert room.banner == "The library is damaged."
    assert len(room.titles) == 3


def test_a_refresh_keeps_filter_and_selection(qtbot: QtBot) -> None:
    room = open_library(qtbot, three())
    room.type("draft")
    room.press(Key.Key_Down)
    chosen = room.current
    room.door.live.append(summary(0, title="Newest"))
    room.view.refresh()
    room.wait_for_search()
    assert room.titles[0] == "Newest"
    assert room.view.filter.text() == "draft"
    assert room.current == chosen


# -- showing -------------------------------------------------------------------------------------


def test_facts_name_what_is_open_and_a_review_without_title_says_so() -> None:
    told = facts(summary(1, held_on=date(2026, 3, 5), open_actions=1))
    assert told == ("5 Mar 2026", "INC-1", "Severity 2", "1 open action")
    assert done_words(summary(1, open_actions=0, done_actions=0)) == "None yet"
    assert done_words(summary(1)) == "2 of 5"
    assert spoken(summary(1, title="")).startswith("No title yet, Draft")
    assert facts(replace(summary(1), trashed_at=NOW))[0] == "Moved here 5 Mar 2026"


@given(st.floats(300, 4000), st.sampled_from([0.8, 1.0, 1.5, 2.0]))
def test_columns_stand_side_by_side_within_the_row(width: float, scale: float) -> None:
    place = columns(width, scale)
    lefts = [
        left
        for left in (place.families, place.meter, place.actions, place.status)
        if left is not None
    ]
    assert lefts == sorted(lefts)
    assert place.title == OVERHANG * scale
    if lefts:
        assert place.title + place.title_width <= lefts[0] + 0.01
        assert place.title_width >= 340 * scale - 0.01
    assert place.right == width - OVERHANG * scale


def test_columns_go_one_by_one_as_the_window_gets_narrow() -> None:
    wide, narrow, least = columns(1344, 1), columns(900, 1), columns(420, 1)
    assert wide.meter_words
    assert wide.families == 552
    assert narrow.status is not None
    assert narrow.families is None
    assert least.status is None


def test_ten_thousand_reviews_are_not_measured_one_by_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = {"sizeHint": 0, "paint": 0}

    def counted(name: str) -> Callable[..., object]:
        own = getattr(RowPainter, name)

        def count(*arguments: object) -> object:
            calls[name] += 1
            return own(*arguments)

        return count

    for name in calls:
        monkeypatch.setattr(RowPainter, name, counted(name))
    room = open_library(qtbot, [summary(number) for number in range(10_000)])
    room.view.list.viewport().repaint()
    room.type("number 99")
    room.view.list.viewport().repaint()
    fitting = sum("99" in str(number) for number in range(10_000))
    assert room.count == f"{fitting} of 10,000 reviews"
    assert calls["sizeHint"] < 100
    assert 0 < calls["paint"] < 200


@pytest.mark.parametrize(("scheme", "size"), [("light", 100), ("dark", 150), ("light", 200)])
def test_every_row_is_drawn_at_every_size(qtbot: QtBot, scheme: str, size: int) -> None:
    texts = ["<b>bold</b> & co", "שרת הכספים נעצר", "x" * 2000, ""]
    rows = [summary(number, title=text) for number, text in enumerate(texts)]
    room = open_library(qtbot, rows, Theme(scheme, size))
    picture = room.view.list.viewport().grab().toImage()
    ink = room.view.theme.colour("ink").name()
    found = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 1)
        for y in range(10, room.view.theme.px(50))
    }
    assert ink in found


def test_everything_that_takes_focus_has_a_name(qtbot: QtBot) -> None:
    room = open_library(qtbot)
    room.control(Key.Key_N)
    for each in room.view.window().findChildren(QWidget):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible():
            assert each.accessibleName(), each.objectName()


# -- titles --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Incident on 2026-02-26 - routes were lost", "Routes were lost"),
        ("2026-02-26, Culler flood", "Culler flood"),
        ("2026-02-25, another day", "2026-02-25, another day"),
        ("2026-02-26", "2026-02-26"),
        ("Routes were lost on 2026-02-26", "Routes were lost on 2026-02-26"),
    ],
)
def test_the_day_below_a_title_need_not_stand_in_it_too(title: str, shown: str) -> None:
    told = summary(1, title=title)
    assert day_of(told) == date(2026, 2, 26)
    assert undated_title(told) == shown


def test_a_title_with_room_is_shown_as_it_is(qtbot: QtBot) -> None:
    """What is drawn of it differs only where the whole has no room."""
    long = "Incident on 2026-02-26 - routes " + "were lost and found " * 4
    room = open_library(qtbot, [summary(1, title=long)])
    plain = open_library(qtbot, [summary(1, title=undated_title(summary(1, title=long)))])

    def first(each: object) -> object:
        assert isinstance(each, type(room))
        index = each.view.model.index(0, 0)
        box = each.view.list.visualRect(index)
        return each.view.list.viewport().grab(box).toImage()

    assert first(room) == first(plain)
