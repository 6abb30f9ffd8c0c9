"""The Close page, worked by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.coach.readiness import Lack, lacks
from facilitator.domain.edits.actions import change_action
from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.close import remove_lesson
from facilitator.domain.phase import Phase
from facilitator.domain.records import ActionItem, Lesson, Review
from facilitator.domain.words import LessonSide, ReviewStatus
from facilitator.ui.close import page as page_module
from facilitator.ui.close.commands import COMMANDS
from facilitator.ui.close.page import ClosePage
from facilitator.ui.close.wording import count_words, place_words
from facilitator.ui.theme import Theme
from tests.ui.page_room import Room, open_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.close.parts import Columns

Key, Held = Qt.Key, Qt.KeyboardModifier
CloseRoom = Room[ClosePage]


def simple_lacks(
    review: Review, _today: date | None = None, *, quiet: bool = False
) -> tuple[Lack, ...]:
    """No summary, no owner, no lessons; and, if that is asked for, what nobody else may see."""
    found = [Lack("private", "review", "Somebody is blamed", "brief", quiet=True)] if quiet else []
    if not review.summary:
        found.append(Lack("summary", "review.summary", "The summary is empty.", "brief", "summary"))
    found += [
        Lack(f"owner_{each.id}", "actions", "It has no owner", "actions", each.id, (each.text,))
        for each in review.actions
        if not each.owner
    ]
    if not review.lessons:
        found.append(Lack("lessons", "review.lessons", "Nothing was learned yet.", "close", None))
    return tuple(found)


@pytest.fixture(autouse=True)
def _few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules of the test's own: what the coach finds lacking changes more often than the page."""
    monkeypatch.setattr(page_module, "lacks", simple_lacks)
    monkeypatch.setattr(page_module, "in_place", lambda review: (f"It is named {review.title}",))


def example() -> Review:
    """Two actions without an owner, no summary, three lessons."""
    return Review(
        id="r1",
        title="Shops could not pay",
        time_zone="Europe/London",
        actions=(
            ActionItem(id="x", position=0, text="Reject bad files"),
            ActionItem(id="y", position=1, text="Page when the queue grows"),
        ),
        lessons=(
            Lesson(id="l1", side=LessonSide.WELL, text="Support saw it first"),
            Lesson(id="l2", side=LessonSide.LUCKY, text="It was not a Saturday"),
            Lesson(id="l3", side=LessonSide.WELL, text="Payments were kept"),
        ),
    )


def ready() -> Review:
    """A review to which nothing is lacking."""
    actions = tuple(replace(each, owner="Maria Keller") for each in example().actions)
    return replace(example(), summary="It stopped, and came back.", actions=actions)


def open_room(
    qtbot: QtBot,
    review: Review | None = None,
    theme: Theme | None = None,
    size: tuple[int, int] = (1480, 956),
) -> CloseRoom:
    return Room(*open_page(qtbot, ClosePage, COMMANDS, review or example(), theme, size))


def texts(room: CloseRoom, side: LessonSide) -> list[str]:
    return [each.text for each in room.review.lessons if each.side is side]


def status(room: CloseRoom) -> ReviewStatus:
    return room.review.status


# -- readiness ---------------------------------------------------------------------------------


def test_the_first_lack_has_the_keys_and_enter_goes_there(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    assert room.page.lacks.hasFocus()
    room.press(Key.Key_Return)
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.host.went == [(Phase.BRIEF, "summary"), (Phase.ACTIONS, "y")]


def test_every_lack_of_the_coach_leads_somewhere(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "lacks", lacks)
    room = open_room(qtbot, replace(example(), lessons=()))
    found = lacks(room.review)
    assert found, "So bare a review is not ready."
    assert room.page.fact.words.text() == count_words(len(found))
    for lack in found:
        room.page.focus_start()
        room.page.lacks.choose_row(found.index(lack))
        room.press(Key.Key_Return)
        if lack.phase == "close":
            assert not room.page.lacks.hasFocus()
        else:
            assert room.host.went[-1] == (Phase[lack.phase.upper()], lack.target)


def test_a_lack_of_this_page_leads_to_its_place(qtbot: QtBot) -> None:
    room = open_room(qtbot, replace(ready(), lessons=()))
    room.press(Key.Key_Return)
    assert room.page.lessons.hasFocus()
    assert room.host.went == []


def test_what_was_mended_is_no_longer_lacking(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    assert room.page.fact.words.text() == "3 things still lacking"
    room.press(Key.Key_Down)
    room.session.apply("x", change_action("x", owner="Maria Keller"))
    assert room.page.fact.words.text() == "2 things still lacking"
    now = room.page.lacks.current
    assert now is not None
    assert now.target == "y", "The one below took its place."


def test_the_current_lack_stays_when_others_go(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_End)
    room.session.apply("x", set_field("summary", "It stopped."))
    now = room.page.lacks.current
    assert now is not None
    assert now.target == "y"


def test_when_nothing_is_lacking_the_export_has_the_keys(qtbot: QtBot) -> None:
    room = open_room(qtbot, ready())
    assert room.page.export.hasFocus()
    assert room.page.readiness.nothing.isVisible()
    assert not room.page.lacks.isVisible()
    assert room.page.fact.words.text() == "Nothing is lacking"


def test_what_is_in_place_is_told(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    assert room.page.readiness.in_place.accessibleName() == (
        "In place: It is named Shops could not pay"
    )


def test_the_place_names_the_rows_unless_the_message_does() -> None:
    summary, first, _second = simple_lacks(example())
    assert place_words(first) == "Reject bad files"
    assert place_words(replace(first, message="“Reject bad files” has no owner")) == "Actions"
    assert place_words(summary) == "Brief"


def test_a_hidden_page_catches_up_when_it_is_shown(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.hide()
    room.session.apply("x", set_field("summary", "It stopped."))
    room.page.show()
    assert room.page.fact.words.text() == "2 things still lacking"


# -- lessons -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "side"),
    [
        (Key.Key_Plus, LessonSide.WELL),
        (Key.Key_W, LessonSide.WELL),
        (Key.Key_Minus, LessonSide.BADLY),
        (Key.Key_B, LessonSide.BADLY),
        (Key.Key_L, LessonSide.LUCKY),
    ],
)
def test_a_key_for_every_side_adds_a_lesson(qtbot: QtBot, key: Qt.Key, side: LessonSide) -> None:
    room = open_room(qtbot)
    room.press(key)
    room.enter("The team that knew was in the call")
    assert "The team that knew was in the call" in texts(room, side)
    assert room.page.lessons.hasFocus()
    assert room.page.lessons.current.lesson is not None
    assert room.session.undo_label == "Add lesson"


def test_enter_asks_what_else_on_the_side_of_the_row(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.select("l2")
    assert room.page.lessons.hasFocus()
    room.press(Key.Key_Return)
    room.enter("The owner walked past")
    room.press(Key.Key_Return)
    room.enter("One more")
    assert sorted(texts(room, LessonSide.LUCKY)) == [
        "It was not a Saturday",
        "One more",
        "The owner walked past",
    ]


def test_escape_and_empty_words_add_nothing(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    before = room.review
    room.page.select("l1")
    for end in (Key.Key_Escape, Key.Key_Return):
        room.press(Key.Key_N)
        room.press(end)
        assert room.page.lessons.hasFocus()
        assert not any(each.draft for each in room.page.lessons._lessons.rows)
    room.press(Key.Key_N)
    room.type("half a")
    room.press(Key.Key_Escape)
    assert room.review is before


def test_leaving_keeps_a_half_typed_lesson(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Minus)
    room.type("Time went into a release that was fine")
    assert room.page.settle()
    assert texts(room, LessonSide.BADLY) == ["Time went into a release that was fine"]


def test_f2_rewords_and_delete_removes(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.select("l1")
    room.press(Key.Key_F2)
    room.enter(", and said so")
    assert texts(room, LessonSide.WELL)[0] == "Support saw it first, and said so"
    room.press(Key.Key_Delete)
    assert texts(room, LessonSide.WELL) == ["Payments were kept"]
    room.session.undo()
    room.session.undo()
    assert texts(room, LessonSide.WELL) == ["Support saw it first", "Payments were kept"]


def test_a_head_stays_and_f2_on_it_adds(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    before = room.review
    room.page.lessons.setFocus()
    room.press(Key.Key_Home)
    room.press(Key.Key_Delete)
    assert room.review is before
    room.press(Key.Key_F2)
    room.enter("New")
    assert "New" in texts(room, LessonSide.WELL)


def test_a_lesson_that_is_deleted_is_named(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.select("l1")
    room.press(Key.Key_Delete)
    assert room.host.steps[0].startswith("Deleted: ")


def test_delete_elsewhere_removes_no_lesson(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.select("l1")
    room.page.lacks.setFocus()
    before = room.review
    room.press(Key.Key_Delete)
    assert room.review is before


def test_refused_words_stay_with_the_reason_below(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.select("l1")
    room.press(Key.Key_F2)
    room.press(Key.Key_A, Held.ControlModifier)
    room.press(Key.Key_Backspace)
    room.press(Key.Key_Return)
    assert room.page.learned.reason.text() == "Say what was learned."
    room.page.lessons.editor.put("x" * 2_001)
    assert not room.page.settle()
    assert "2,001" in room.page.learned.reason.text()
    room.press(Key.Key_Escape)
    assert not room.page.learned.reason.isVisible()
    assert texts(room, LessonSide.WELL)[0] == "Support saw it first"


def test_words_being_typed_go_with_their_lesson(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.select("l1")
    room.press(Key.Key_F2)
    room.session.apply("x", remove_lesson("l1"))
    assert not room.page.lessons.editor.typing


def test_a_draft_survives_what_others_change(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Minus)
    room.type("half a th")
    room.session.apply("x", remove_lesson("l1"))
    room.type("ought")
    room.press(Key.Key_Return)
    assert texts(room, LessonSide.BADLY) == ["half a thought"]


# -- status, day, export -----------------------------------------------------------------------


def test_s_chooses_the_status_by_typing(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_S)
    room.enter("reviewed")
    assert room.review.status is ReviewStatus.REVIEWED
    assert room.page.lacks.hasFocus()
    assert room.session.undo_label == "Status: reviewed"


@pytest.mark.parametrize("held_on", [None, date(2026, 2, 27)])
def test_a_review_becomes_reviewed_today_unless_its_day_is_said(
    qtbot: QtBot, held_on: date | None
) -> None:
    room = open_room(qtbot, replace(example(), held_on=held_on))
    for word, day in (("ready", held_on), ("reviewed", held_on or room.desk.today())):
        room.press(Key.Key_S)
        room.enter(word)
        assert room.review.held_on == day
    room.session.undo()
    assert (room.review.status, room.review.held_on) == (ReviewStatus.READY, held_on)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_arrows_walk_the_statuses_and_a_key_chooses(qtbot: QtBot, key: Qt.Key) -> None:
    room = open_room(qtbot)
    room.page.select("status")
    room.press(Key.Key_Down)
    assert status(room) is ReviewStatus.DRAFT
    room.press(key)
    assert status(room) is ReviewStatus.READY
    model = room.page.status.model()
    heard = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Ready, chosen. The room can go through it"


def test_a_click_chooses_a_status(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    shown = room.page.status
    spot = shown.visualRect(shown.model().index(3, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, Held.NoModifier, spot)
    assert room.review.status is ReviewStatus.CLOSED


def test_d_says_when_it_was_held(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_D)
    assert room.page.held.hasFocus()
    room.enter("yesterday")
    assert room.review.held_on == date(2026, 3, 4)
    assert room.page.held.text() == "4 March 2026"
    room.session.undo()
    assert not room.page.held.text()


def test_a_day_that_cannot_be_read_stays_with_the_reason(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_D)
    room.enter("some day")
    assert room.review.held_on is None
    assert room.page.held.text() == "some day"
    assert "2026-03-05" in room.page.hand_on.reason.text()
    room.press(Key.Key_Escape)
    assert not room.page.held.text()
    assert not room.page.hand_on.reason.isVisible()


def test_the_button_exports(qtbot: QtBot) -> None:
    room = open_room(qtbot, ready())
    exported: list[int] = []
    room.desk.registry.bind("review.export", lambda: exported.append(1))
    room.press(Key.Key_Return)
    room.press(Key.Key_Space)
    assert exported == [1, 1]


def test_the_keys_of_the_page_work_on_the_button_too(qtbot: QtBot) -> None:
    room = open_room(qtbot, ready())
    room.press(Key.Key_D)
    assert room.page.held.hasFocus()


# -- the page ----------------------------------------------------------------------------------


def test_escape_goes_back_to_what_is_lacking(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.select("l1")
    room.press(Key.Key_Escape)
    assert room.page.lacks.hasFocus()


def test_tab_walks_the_panes(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    walked = []
    for _ in room.page.panes():
        walked.append(room.focus)
        room.press(Key.Key_Tab)
    assert tuple(walked) == room.page.panes()


@pytest.mark.parametrize("half_typed", ["l1", ""])
def test_state_carries_rows_and_half_typed_words(qtbot: QtBot, half_typed: str) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_End)
    if half_typed:
        room.page.select(half_typed)
        room.press(Key.Key_F2)
    else:
        room.press(Key.Key_Minus)
    room.type(" half a th")
    state = room.page.state()
    other = open_room(qtbot, example(), Theme("dark", 125))
    other.page.restore(state)
    other.page.focus_start()
    other.enter("ought")
    side = LessonSide.WELL if half_typed else LessonSide.BADLY
    assert texts(other, side)[0].endswith("half a thought")
    lack = other.page.lacks.current
    assert lack is not None
    assert lack.target == "y"


def test_hints_say_what_works_where(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    seen = []
    for pane in room.page.panes():
        pane.setFocus()
        seen.append(room.page.hints()[0])
    assert seen == [
        ("Enter", "Go there"),
        ("Enter", "What else?"),
        ("Y P N", "One hand more"),
        ("Enter", "Choose"),
        ("Ctrl E", "Export"),
        ("Ctrl E", "Export"),
    ]
    room.page.lessons.setFocus()
    room.press(Key.Key_N)
    assert ("Esc", "Leave it") in room.page.hints()


def test_everything_that_takes_focus_has_a_name(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_N)
    for widget in room.page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget
            assert widget.objectName(), widget


# -- looks -------------------------------------------------------------------------------------


def boxes(page: ClosePage) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of the parts, within what scrolls."""
    parts = (page.readiness, page.learned, page.hand_on)
    return [(p.x(), p.y(), p.x() + p.width(), p.y() + p.height()) for p in parts]


@pytest.mark.parametrize(
    ("size", "columns"), [((1480, 956), 3), ((1160, 676), 3), ((800, 676), 2), ((640, 600), 1)]
)
def test_the_parts_stand_beside_or_below_each_other(
    qtbot: QtBot, size: tuple[int, int], columns: int
) -> None:
    page = open_room(qtbot, size=size).page
    placed = boxes(page)
    assert len({left for left, _top, _right, _bottom in placed}) == columns
    for index, one in enumerate(placed):
        for other in placed[index + 1 :]:
            beside = one[2] <= other[0] or other[2] <= one[0]
            below = one[3] <= other[1] or other[3] <= one[1]
            assert beside or below
        assert one[2] <= page.columns.viewport().width()


@pytest.mark.parametrize("theme", [Theme("light", 80), Theme("dark", 150), Theme("light", 200)])
def test_odd_and_long_texts_have_room(qtbot: QtBot, theme: Theme) -> None:
    odd = (
        "<b>bold</b> & co",
        "שלום עולם זה טקסט ארוך",
        "日本語の長い説明文",
        "x" * 500,
        "🙂 " * 40,
    )
    lessons = tuple(
        Lesson(id=f"l{n}", side=LessonSide.BADLY, text=text) for n, text in enumerate(odd)
    )
    actions = tuple(ActionItem(id=f"a{n}", position=n, text=text) for n, text in enumerate(odd))
    room = open_room(
        qtbot, replace(example(), lessons=lessons, actions=actions), theme, (1100, 660)
    )
    for shown in (room.page.lacks, room.page.lessons, room.page.status):
        last = shown.visualRect(shown.model().index(shown.model().rowCount() - 1, 0))
        assert last.bottom() < shown.height(), "The list shows all of its rows."
        tops = [shown.visualRect(shown.model().index(n, 0)).top() for n in range(3)]
        assert tops == sorted(set(tops))
    assert not room.page.grab().isNull()


def test_what_gets_the_keys_is_scrolled_into_view(qtbot: QtBot) -> None:
    room = open_room(qtbot, size=(1100, 420), theme=Theme("light", 150))
    area: Columns = room.page.columns
    for pane in (room.page.export, room.page.held, room.page.lacks):
        pane.setFocus()
        top = pane.mapTo(area.viewport(), QPoint(0, 0)).y()
        assert 0 <= top < area.viewport().height()
    room.page.select("l2")
    shown = room.page.lessons
    row = shown.visualRect(shown.currentIndex())
    top = shown.mapTo(area.viewport(), row.topLeft()).y()
    assert 0 <= top < area.viewport().height()
