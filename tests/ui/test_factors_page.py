"""The Factors page beyond its keys: mouse, twin, coverage, zoom, state and looks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.factors import add_factor, change_factor, remove_subtree
from facilitator.domain.edits.timeline import remove_events
from facilitator.domain.records import Factor, Review
from facilitator.domain.words import EvidenceStatus, FactorKind, Family
from facilitator.ui.factors.brush import TreeBrush
from facilitator.ui.factors.coverage import count_words
from facilitator.ui.factors.page import FactorsPage
from facilitator.ui.factors.pan import Pan
from facilitator.ui.theme import Theme, tokens
from tests.ui.factors_room import Room, example, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def spot(room: Room, factor_id: str, *, below: bool = False) -> QPoint:
    """The middle of a node on the viewport, or a place just below it."""
    room.page.tree.show_current()
    box = room.page.tree.view_box(factor_id)
    return QPointF(box.center().x(), box.bottom() + 5 if below else box.center().y()).toPoint()


def drag(room: Room, factor_id: str, to: QPoint) -> None:
    """Press on a node and carry it; the button stays down."""
    port = room.page.tree.viewport()
    QTest.mousePress(port, Left, Held.NoModifier, spot(room, factor_id))
    QTest.mouseMove(port, spot(room, factor_id) + QPoint(15, 15))
    QTest.mouseMove(port, to)


def test_dragging_onto_a_factor_puts_it_behind(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("b1")
    to = spot(room, "a2")
    drag(room, "b1", to)
    QTest.mouseRelease(room.page.tree.viewport(), Left, Held.NoModifier, to)
    assert room.children("a2") == ["b1"]
    assert room.session.undo_label == "Move factor"


def test_dragging_between_two_factors_shows_a_line_and_puts_it_there(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("c")
    to = spot(room, "a1", below=True)
    drag(room, "c", to)
    hint = room.page.tree._pointer.drag
    assert hint is not None
    assert hint.landing is not None
    assert hint.target_id == "a"
    start, end = hint.landing.line
    assert (start.y(), start.x() < end.x()) == (end.y(), True)
    QTest.mouseRelease(room.page.tree.viewport(), Left, Held.NoModifier, to)
    assert room.children("a") == ["a1", "c", "a2"]


def test_dragging_takes_the_subtree(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("a1")
    to = spot(room, "c")
    drag(room, "a1", to)
    QTest.mouseRelease(room.page.tree.viewport(), Left, Held.NoModifier, to)
    assert room.children("c") == ["a1"]
    assert room.children("a1") == ["a1x"]


def test_escape_ends_a_drag(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    before = room.review
    room.select("b1")
    to = spot(room, "a2")
    drag(room, "b1", to)
    assert room.page.tree.dragging
    room.press(Key.Key_Escape)
    QTest.mouseRelease(room.page.tree.viewport(), Left, Held.NoModifier, to)
    assert room.review is before


def test_a_factor_cannot_be_dragged_below_itself_and_the_reason_is_told(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    before = room.review
    room.select("a1")
    to = spot(room, "a1x")
    drag(room, "a1", to)
    QTest.mouseRelease(room.page.tree.viewport(), Left, Held.NoModifier, to)
    assert room.review is before
    assert room.page.notice.text() == "A factor cannot be moved below itself."


def test_a_click_selects_and_ctrl_click_adds(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    port = room.page.tree.viewport()
    QTest.mouseClick(port, Left, Held.NoModifier, spot(room, "b"))
    QTest.mouseClick(port, Left, Held.ControlModifier, spot(room, "c"))
    assert [each.id for each in room.page.state_of_tree.selected] == ["b", "c"]


def test_a_click_on_the_plate_of_a_folded_factor_unfolds_it(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("a")
    room.press(Key.Key_Slash)
    box = room.page.tree.view_box("a")
    beside = QPointF(box.right() + 10, box.center().y()).toPoint()
    QTest.mouseClick(room.page.tree.viewport(), Left, Held.NoModifier, beside)
    assert room.page.state_of_tree.folded == frozenset()
    assert "a1" in room.page.tree.arrangement


def test_a_click_on_a_ghost_asks(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    for kind, parent in (("why", "b1"), ("else", "b")):
        room.select("b1")
        spot_of = room.page.tree.ghost_rect(kind).center()
        QTest.mouseClick(room.page.tree.viewport(), Left, Held.NoModifier, spot_of)
        room.type(kind)
        room.press(Key.Key_Return)
        assert room.current.parent == parent
        assert room.current.text == kind


def test_a_double_click_edits(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    QTest.mouseDClick(room.page.tree.viewport(), Left, Held.NoModifier, spot(room, "b"))
    assert not room.page.tree.editor.isHidden()


def test_the_twin_says_the_same(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.session.apply("x", change_factor("b1", events=("e1",), family=Family.FALSE_ASSUMPTION))
    room.press(Key.Key_O)
    model = room.page.outline.model()
    root = model.index(0, 0)
    trigger = model.index(0, 0, root)
    b1 = model.index(0, 0, model.index(1, 0, root))
    assert root.data() == "Shops could not pay"
    assert trigger.siblingAtColumn(1).data() == "Trigger"
    assert [b1.siblingAtColumn(i).data() for i in range(4)] == [
        "b1 words",
        "False assumption",
        "Unknown",
        "14:03",
    ]
    assert "b1 words" in b1.data(Qt.ItemDataRole.AccessibleTextRole)


def test_choosing_rows_with_the_mouse_selects_in_the_tree(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.press(Key.Key_O)
    outline = room.page.outline
    model = outline.model()
    row = outline.visualRect(model.index(1, 0, model.index(0, 0)))
    QTest.mouseClick(outline.viewport(), Left, Held.NoModifier, row.center())
    assert room.current.id == "b"


def test_coverage_counts_without_what_was_ruled_out(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    cells = room.page.coverage.cells
    assert cells[Family.DESIGN_DECISION].accessibleName() == "Design decision: 3 factors"
    assert cells[Family.FALSE_ASSUMPTION].accessibleName() == "False assumption: Not asked yet"
    room.session.apply("x", change_factor("c", evidence_status=EvidenceStatus.RULED_OUT))
    assert cells[Family.DESIGN_DECISION].accessibleName() == "Design decision: 2 factors"


def test_coverage_goes_to_the_next_factor_of_the_family(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.page.coverage.setFocus()
    seen = []
    for _ in range(4):
        room.page.coverage.cells[Family.DESIGN_DECISION].setFocus()
        room.press(Key.Key_Return)
        seen.append(room.current.id)
    assert seen == ["a1", "b", "c", "a1"]


def test_coverage_asks_about_a_family_nobody_asked_about(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("b1")
    room.page.coverage.setFocus()
    for _ in range(3):
        room.press(Key.Key_Right)
    room.press(Key.Key_Return)
    room.type("We thought the file was checked")
    room.press(Key.Key_Return)
    assert room.current.family is Family.FALSE_ASSUMPTION
    assert room.current.parent == "b1"


def test_count_words() -> None:
    assert [count_words(n) for n in (0, 1, 2)] == ["Not asked yet", "1 factor", "2 factors"]


def test_empty_tree_shows_one_ghost_and_says_how_to_begin(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    arrangement = room.page.tree.arrangement
    assert arrangement.shown == ["f0"]
    assert list(arrangement.ghosts) == ["why"]
    assert room.page.tree.grab().width() > 0


def test_a_review_without_an_effect_gets_one_with_the_first_answer(qtbot: QtBot) -> None:
    room = open_room(qtbot, Review(id="r1", title="Nothing yet"))
    room.press(Key.Key_Tab)
    room.type("A cause")
    room.press(Key.Key_Return)
    effect, cause = room.review.factors
    assert (effect.parent, cause.parent) == (None, effect.id)


def test_ctrl_wheel_zooms_to_the_pointer(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.page.window().resize(900, 620)
    tree = room.page.tree
    tree.set_zoom(2.0)
    for bar in (tree.horizontalScrollBar(), tree.verticalScrollBar()):
        bar.setValue(bar.maximum() // 2)
    at = QPointF(700, 300)
    before = tree.camera.to_tree(at)
    for steps in (-120, 120, -120):
        event = QWheelEvent(
            at,
            at,
            QPoint(),
            QPoint(0, steps),
            Qt.MouseButton.NoButton,
            Held.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(tree.viewport(), event)
    assert tree.zoom == pytest.approx(2.0 / 1.15)
    moved = tree.camera.to_tree(at) - before
    assert abs(moved.x()) < 3
    assert abs(moved.y()) < 3


def test_zooming_while_typing_takes_the_words_along(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("b1")
    room.press(Key.Key_F2)
    tree = room.page.tree
    before = tree.editor.font().pixelSize()
    tree.zoom_by(4)
    assert tree.editor.font().pixelSize() == round(before * tree.zoom)
    assert tree.current_rect().contains(tree.editor.geometry().adjusted(0, 0, -3, 0))
    room.press(Key.Key_Escape)
    assert room.session.labels == []


def test_fit_shows_a_very_large_tree(qtbot: QtBot) -> None:
    review = example()
    for number in range(150):
        review = add_factor(Factor(id=f"x{number:03}", parent="c", text="more"))(review)
    room = open_room(qtbot, review)
    room.press(Key.Key_0)
    assert room.page.tree.verticalScrollBar().maximum() == 0
    assert not room.page.tree.grab().isNull()


def test_fit_shows_the_whole_tree(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.page.window().resize(700, 500)
    room.press(Key.Key_0)
    tree = room.page.tree
    assert tree.zoom < 1
    assert tree.horizontalScrollBar().maximum() == 0
    assert tree.verticalScrollBar().maximum() == 0
    room.press(Key.Key_1)
    assert tree.zoom == 1


def test_typing_begins_at_a_size_that_can_be_read(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.page.tree.set_zoom(0.3)
    room.press(Key.Key_F2)
    assert room.page.tree.zoom == 1


def test_the_selection_and_its_ghosts_stay_in_view(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.page.window().resize(900, 620)
    tree = room.page.tree
    for factor_id in ("a1x", "c", "a", "b1"):
        room.select(factor_id)
        seen = tree.viewport().rect()
        assert seen.contains(tree.current_rect())
        assert seen.contains(tree.ghost_rect("else")), factor_id
        # The effect would have to leave for it.
        crowded = factor_id == "b1"
        assert seen.contains(tree.ghost_rect("why")) is not crowded, factor_id
        if crowded:
            assert seen.contains(tree.view_box("f0").toAlignedRect())


def test_the_editor_grows_with_its_words_and_is_small_again(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("b1")
    height = room.page.tree.current_rect().height()
    room.press(Key.Key_F2)
    room.type(" and so on" * 12)
    assert room.page.tree.current_rect().height() > height
    room.press(Key.Key_Escape)
    assert room.page.tree.current_rect().height() == height


def test_typing_repaints_nothing_but_the_editor(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room(qtbot, example())
    room.select("b1")
    room.press(Key.Key_F2)
    QApplication.processEvents()
    arranged: list[object] = []
    monkeypatch.setattr(room.page.tree, "_arrange", lambda: arranged.append(1))
    room.type("abc")
    assert arranged == []


def test_state_carries_selection_folds_zoom_twin_and_half_typed_words(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("a")
    room.press(Key.Key_Slash)
    room.select("b1")
    room.page.tree.set_zoom(1.3)
    room.press(Key.Key_Tab)
    room.type("half a th")
    state = room.page.state()
    room.press(Key.Key_Escape)
    other = open_room(qtbot, room.review, Theme("dark", 125))
    other.page.restore(state)
    assert other.page.state_of_tree.folded == {"a"}
    assert other.page.tree.zoom == pytest.approx(1.3)
    assert other.page.tree.editor.toPlainText() == "half a th"
    other.page.focus_start()
    other.press(Key.Key_Return)
    assert other.current.parent == "b1"


@pytest.mark.parametrize("outline", [False, True])
def test_half_typed_words_wait_for_a_page_that_is_not_shown_yet(
    qtbot: QtBot, outline: bool
) -> None:
    room = open_room(qtbot, example())
    room.page.show_outline(outline=outline)
    room.select("b1")
    room.press(Key.Key_F2)
    room.type(" half")
    state = room.page.state()
    room.press(Key.Key_Escape)
    other = open_room(qtbot, room.review, before=partial(FactorsPage.restore, state=state))
    assert other.page.view.editor.toPlainText() == "b1 words half"
    other.page.focus_start()
    other.press(Key.Key_Return)
    assert other.text("b1") == "b1 words half"


def test_an_empty_editor_waits_for_who_looks_something_up(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("b1")
    room.press(Key.Key_Tab)
    for text, open_after in (("", True), ("Pasted", False)):
        room.type(text)
        with qtbot.waitActive(other := QWidget()):
            qtbot.addWidget(other)
            other.show()
            other.activateWindow()
        assert room.page.tree.editor.isHidden() is not open_after
        with qtbot.waitActive(room.page.window()):
            room.page.window().activateWindow()
    assert [room.text(each) for each in room.children("b1")] == ["Pasted"]


def on_screen(room: Room) -> QImage:
    """What the window shows, put together from all its repaints."""
    QApplication.processEvents()
    window = room.page.window()
    return QGuiApplication.primaryScreen().grabWindow(window.winId()).toImage()


def test_the_screen_shows_what_a_whole_repaint_shows(qtbot: QtBot) -> None:
    review = example()
    room = open_room(qtbot, review)
    change = partial(room.session.apply, "x")
    steps = (
        *(partial(room.select, each) for each in ("b1", "c", "b", "f0")),
        lambda: change(set_field("title", "Shops could not buy")),
        lambda: change(change_factor("b1", events=("e1", "e2"))),
        lambda: change(change_factor("b1", evidence_status=EvidenceStatus.SUPPORTED)),
        lambda: change(change_factor("a", joint=True)),
        lambda: change(remove_events("e3")),
        *(partial(room.press, key) for key in (Key.Key_Tab, Key.Key_X, Key.Key_Return)),
        *(partial(room.press, key) for key in (Key.Key_F2, Key.Key_X, Key.Key_Escape)),
        partial(room.press, Key.Key_Space, Held.ControlModifier),
        partial(room.press, Key.Key_Escape),
        partial(room.select, "a"),
        partial(room.press, Key.Key_Slash),
        lambda: change(remove_subtree("a1")),
        room.page.coverage.setFocus,
        room.page.tree.setFocus,
        partial(room.press, Key.Key_Minus),
        room.session.undo,
        room.session.undo,
    )
    for number, step in enumerate(steps):
        step()
        shown = on_screen(room)
        room.page.tree.viewport().update()
        assert shown == on_screen(room), f"step {number}"


def test_events_leave_the_tree_as_it_is(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    index = room.page.state_of_tree.index
    room.session.apply("x", remove_events("e2"))
    assert room.page.state_of_tree.index is index


def test_follow_leaves_the_selection_when_another_page_removes_it(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("a1x")
    room.session.apply("x", remove_subtree("a"))
    assert room.current.id in {"b", "f0"}


def test_the_listener_hears_the_selected_factor(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    room.select("a1")
    assert room.page.tree.accessibleDescription() == "a1 words, Design, Unknown, 1 behind it"


def test_everything_that_takes_focus_has_a_name(qtbot: QtBot) -> None:
    room = open_room(qtbot, example())
    for widget in room.page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget
            assert widget.objectName(), widget


@pytest.mark.parametrize("theme", [Theme("light", 80), Theme("dark", 200)])
def test_odd_texts_are_drawn(qtbot: QtBot, theme: Theme) -> None:
    review = example()
    odd = [
        "<b>bold</b> & co",
        "שלום עולם זה טקסט ארוך",
        "日本語の長い説明文がここに続きます",
        "x" * 500,
        "🙂 emoji",
        "",
    ]
    factors = tuple(
        replace(each, text=odd[i % len(odd)]) if each.parent else each
        for i, each in enumerate(review.factors)
    )
    room = open_room(qtbot, replace(review, factors=factors), theme)
    assert not room.page.grab().isNull()
    room.press(Key.Key_O)
    assert not room.page.grab().isNull()


def deep(levels: int) -> Review:
    """A chain of so many factors below the effect."""
    chain = [Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="Shops could not pay")]
    chain += [
        Factor(id=f"f{level}", parent=f"f{level - 1}", text=f"Why number {level}")
        for level in range(1, levels + 1)
    ]
    return Review(id="deep", factors=tuple(chain))


def test_the_effect_stays_in_view_as_long_as_it_fits(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(TreeBrush, "ghost", lambda _brush, _box, _keys, words: drawn.append(words))
    room = open_room(qtbot, deep(5))
    tree = room.page.tree
    room.page.window().resize(1480, 900)
    QApplication.processEvents()
    assert tree.viewport().width() == 1480, "As on the Stage of a window of 1600 px."
    for level in range(1, 6):
        room.select(f"f{level}")
        port = tree.viewport().rect()
        assert port.contains(tree.view_box(f"f{level}").toAlignedRect())
        assert port.contains(tree.view_box("f0").toAlignedRect()) is (level <= 4), level
        drawn.clear()
        tree.viewport().grab()
        # Beside the effect there is no room for half of it.
        assert ("why?" in drawn) is (level != 4), level


@pytest.mark.usefixtures("qapp")
def test_dots_are_seen_from_far_and_in_the_dark() -> None:
    """On the screen a dot is as strong as its colour, however small the tree is."""
    theme = Theme("dark")
    for zoom in (1.0, 0.6, 0.35):
        picture = QImage(300, 20, QImage.Format.Format_RGB32)
        picture.fill(theme.colour("paper"))
        painter = QPainter(picture)
        painter.scale(zoom, zoom)
        brush = TreeBrush(theme)
        brush.begin(painter)
        y = 10.5 / zoom
        dots = tokens()["evidence"]["unknown"]["dash"]
        brush.connector([QPointF(0, y), QPointF(290 / zoom, y)], "ink2", 2, dots)
        painter.end()
        lights = [picture.pixelColor(x, 10).lightness() for x in range(290)]
        wanted = theme.colour("ink2").lightness()
        assert max(lights) >= wanted - 12, zoom
        assert sum(light >= wanted - 60 for light in lights) >= 290 / 6, zoom
        assert min(lights) <= theme.colour("paper").lightness() + 12, "They are dots still."


def test_lines_of_dots_have_the_stronger_colour(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = []

    def noting(_brush: TreeBrush, *told: object, **_named: object) -> None:
        drawn.append(told[1:])

    room = open_room(qtbot, deep(2))
    monkeypatch.setattr(TreeBrush, "connector", noting)
    room.page.tree.viewport().grab()
    colours = {colour for colour, _pen, dash in drawn if dash}
    assert colours == {"ink2"}


def test_a_motion_ends_with_the_tree_that_it_moves(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    for bar in (area.horizontalScrollBar(), area.verticalScrollBar()):
        bar.setRange(0, 1_000)
    pan = Pan(area.horizontalScrollBar(), area.verticalScrollBar())
    pan._motion.setDuration(60_000)
    pan.show(QRectF(500, 500, 10, 10), QRectF(0, 0, 100, 100), 8)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().value() > 0)
    shiboken6.delete(area)
    qtbot.wait(200)
