"""What is typed searches all reviews, worked with real keys."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from facilitator.domain.every_text import TextPlace
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.search.lines import FoundLine
from facilitator.ui.library.found_line import cut_to_show, pieces
from facilitator.ui.library.heads import RANKED, REVIEWS
from facilitator.ui.library.model import LINE_ROLE, PAGE
from facilitator.ui.library.row_painter import FOUND_ROW, ROW
from facilitator.ui.library.wording import damage_words, line_words
from facilitator.ui.theme import Theme
from tests.ui.library_room import open_library, summary

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.store.listing import Summary

Key = Qt.Key
LINE = FoundLine(TextPlace("factors", "f7", "text"), "Same rollout step as INC-2118", ((5, 12),))


def some(count: int = 4) -> list[Summary]:
    return [summary(number, title=f"Rollout number {number}") for number in range(1, count + 1)]


def test_the_found_line_stands_under_the_facts_with_its_words_marked(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    room.door.lines = {"r2": LINE}
    room.type("rollout")
    model, view = room.view.model, room.view.list
    assert model.index(1, 0).data(LINE_ROLE) == LINE
    assert view.visualRect(model.index(1, 0)).height() == room.view.theme.px(FOUND_ROW)
    assert "found: Same rollout step" in str(
        model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    )
    room.press(Key.Key_Escape)
    assert view.visualRect(model.index(1, 0)).height() == room.view.theme.px(ROW)


def test_the_line_that_is_drawn_is_underlined_in_the_accent(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())

    def accents(row: int) -> int:
        """Pixels of the accent in the lower part of a row that is not selected."""
        view, theme = room.view.list, room.view.theme
        box = view.visualRect(room.view.model.index(row, 0))
        picture = view.viewport().grab(box).toImage()
        wanted = theme.colour("accent").name()
        return sum(
            picture.pixelColor(x, y).name() == wanted
            for x in range(theme.px(10), theme.px(500))
            for y in range(theme.px(62), picture.height() - 1)
        )

    room.door.lines = {"r2": LINE}
    room.type("rollout")
    assert accents(1) > 20
    assert accents(2) == 0


def test_enter_opens_the_review_where_it_was_found(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    room.door.lines = {"r2": LINE}
    room.type("rollout")
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.door.opened == ["r2"]
    assert room.door.found_at == [LINE.place]


def test_without_a_found_line_enter_opens_it_as_ever(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    room.type("rollout")
    room.press(Key.Key_Return)
    assert room.door.opened == ["r1"]
    assert room.door.found_at == []


def test_keys_that_are_quicker_than_the_search_wait_for_it(qtbot: QtBot) -> None:
    room = open_library(qtbot, [*some(), summary(9, title="Another")])
    room.door.held = Event()
    room.hurry("rollout")
    room.hurry_to(Key.Key_Down)
    room.hurry_to(Key.Key_Return)
    assert room.door.opened == []
    assert len(room.ids) == 5
    room.door.held.set()
    qtbot.waitUntil(lambda: room.door.opened == ["r2"])
    assert len(room.ids) == 4


def test_an_older_answer_never_replaces_a_newer_one(qtbot: QtBot) -> None:
    room = open_library(qtbot, [*some(), summary(9, title="Another")])
    room.door.held = Event()
    room.hurry("rollout")
    room.hurry_to(Key.Key_Escape)
    room.hurry("another")
    assert len(room.ids) == 5
    room.door.held.set()
    qtbot.waitUntil(lambda: room.ids == ["r9"])
    qtbot.waitUntil(lambda: not room.view.lister.busy)
    assert room.ids == ["r9"]
    # What was typed on the way was never searched for.
    assert len(room.door.searched) == 2


def test_an_emptied_line_shows_all_though_a_search_still_runs(qtbot: QtBot) -> None:
    room = open_library(qtbot, [*some(), summary(9, title="Another")])
    room.door.held = Event()
    room.hurry("another")
    room.hurry_to(Key.Key_Escape)
    room.door.held.set()
    qtbot.waitUntil(lambda: not room.view.lister.busy)
    assert len(room.ids) == 5


def test_what_cannot_be_read_is_said_under_the_line(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    room.type("rollout before:someday")
    said = room.view.said
    assert said.text() == "before: Write the day like 5 Mar, 2026-03-05 or today."
    assert said.isVisible()
    assert len(room.ids) == 4
    room.press(Key.Key_Escape)
    assert not said.isVisible()


def test_nothing_found_tells_how_to_narrow(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    room.type("zzz")
    assert "service:" in room.view.nothing.text()
    assert room.count == "0 of 4 reviews"


def test_while_the_index_is_being_made_it_says_so_and_searches_again(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    room.door.waiting = 3
    room.type("rollout")
    room.press(Key.Key_Down)
    assert room.view.said.text() == "1 of 4 reviews are searchable so far."
    room.door.waiting = 0
    room.door.live.append(summary(0, title="Rollout that came late"))
    qtbot.waitUntil(lambda: len(room.ids) == 5, timeout=3_000)
    assert room.current == "r2"
    assert not room.view.said.isVisible()


def test_the_head_says_in_what_order_they_are(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    assert room.view.heads._first == REVIEWS
    room.door.ranked = True
    room.type("rollout")
    assert room.view.heads._first == RANKED
    room.press(Key.Key_Escape)
    assert room.view.heads._first == REVIEWS


def test_a_library_that_cannot_be_searched_says_so(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    room.door.trouble = LibraryUnusable(Trouble.LOCKED, "The library is in use.")
    room.type("r")
    assert room.banner == "The library is in use."
    assert len(room.ids) == 4
    room.type("ollout number 3")
    assert room.ids == ["r3"]


def test_ctrl_f_begins_another_search(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    room.type("number 2")
    room.view.new.setFocus()
    room.control(Key.Key_F)
    assert room.focus is room.view.filter
    room.type("number 3")
    assert room.ids == ["r3"]


def test_the_trash_is_filtered_by_itself(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    room.press(Key.Key_Delete)
    room.press(Key.Key_Delete)
    room.registry.run("library.show_trash")
    room.type("number 1")
    assert room.ids == ["r1"]
    assert room.door.searched == []


def test_a_new_review_is_shown_whatever_was_searched_for(qtbot: QtBot) -> None:
    room = open_library(qtbot, some())
    room.type("number 2")
    room.door.live.append(summary(7, title="Other"))
    room.view.refresh("r7")
    room.wait_for_search()
    assert room.current == "r7"
    assert room.view.filter.text() == ""


# -- rows on demand --------------------------------------------------------------------------------


def test_rows_are_read_a_page_at_a_time(qtbot: QtBot) -> None:
    room = open_library(qtbot, some(1_000))
    assert room.door.pages <= 2
    room.press(Key.Key_PageDown)
    assert room.door.pages <= 2
    bar = room.view.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    room.view.list.viewport().repaint()
    assert room.door.pages <= 4
    assert len(room.ids) == 1_000


def test_a_damaged_review_says_so_and_the_rest_works(qtbot: QtBot) -> None:
    damaged = replace(summary(2, title="Half gone"), damage="status")
    room = open_library(qtbot, [summary(1), damaged, summary(3)])
    assert damage_words(damaged) == (
        "This review cannot be read: the status is damaged; the rest works."
    )
    room.press(Key.Key_Down)
    assert "cannot be read" in room.view.filter.accessibleDescription()
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.door.opened == ["r3"]


def test_a_review_that_is_gone_meanwhile_stands_as_such(qtbot: QtBot) -> None:
    room = open_library(qtbot, some(PAGE + 5))
    del room.door.live[PAGE + 2]
    assert room.view.model.at(PAGE + 2).summary.damage
    assert room.view.model.at(PAGE + 1).summary.damage == ""


def test_rows_that_cannot_be_read_are_told_in_the_banner(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_library(qtbot, some(PAGE * 3))
    monkeypatch.setattr(room.door, "page", _locked)
    assert room.view.model.at(PAGE * 2).summary.damage
    qtbot.waitUntil(lambda: room.banner == "The library is in use.")


def _locked(_ids: object) -> list[Summary]:
    raise LibraryUnusable(Trouble.LOCKED, "The library is in use.")


# -- the found line --------------------------------------------------------------------------------


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4)
)
def test_pieces_make_the_text_again(text: str, drawn: list[tuple[int, int]]) -> None:
    spans = tuple(sorted((min(a, b), max(a, b)) for a, b in drawn if max(a, b) <= len(text)))
    assert "".join(words for words, _marked in pieces(text, spans)) == text


def test_a_mark_far_behind_is_brought_into_view() -> None:
    text = "word " * 100 + "rollout at the end"
    start = text.index("rollout")
    shown, spans = cut_to_show(text, ((start, start + 7),), 40)
    assert shown.startswith("…word")
    ((begin, end),) = spans
    assert shown[begin:end] == "rollout"
    assert begin < 40


def test_a_line_says_what_it_is_where_that_is_not_plain() -> None:
    service = FoundLine(TextPlace("brief", "services", "services[0]"), "Ledger", ((0, 6),))
    assert line_words(service) == ("Service: Ledger", ((9, 15),))
    note = FoundLine(TextPlace("phase_notes", "close", "text"), "Thank them", ((0, 5),))
    assert line_words(note)[0] == "Private note: Thank them"
    owner = FoundLine(TextPlace("actions", "a1", "owner"), "maria", ((0, 5),))
    assert line_words(owner)[0] == "Owner: maria"
    assert line_words(LINE) == (LINE.text, LINE.spans)


@pytest.mark.parametrize(("scheme", "size"), [("light", 100), ("dark", 150)])
def test_found_rows_are_drawn_at_every_size(qtbot: QtBot, scheme: str, size: int) -> None:
    room = open_library(qtbot, some(), Theme(scheme, size))
    long = replace(LINE, text="x " * 900 + "rollout", spans=((1_800, 1_807),))
    title = replace(
        LINE, place=TextPlace("brief", "title", "title"), text="Rollout", spans=((0, 7),)
    )
    room.door.lines = {"r1": LINE, "r2": long, "r3": title}
    room.type("rollout")
    assert not room.view.list.viewport().grab().isNull()
