"""What the coach says on the Actions page: sure or not, what would be stronger, and stopgaps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.coach import certainty, shapes
from facilitator.coach.durability import Hint, assess
from facilitator.domain.edits import actions as edits
from facilitator.domain.records import ActionItem, Review
from facilitator.domain.words import Durability
from facilitator.report import action_words
from facilitator.ui.actions import call_sheet, coaching, late_hint, reading
from facilitator.ui.actions.columns import Column
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.spotlight.actions import ActionFace
from facilitator.ui.theme import Theme, tokens
from tests.ui.actions_room import Room, example, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier
SHAPES = ("Refuse a file without limits", "Load the last good file by itself")


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return open_room(qtbot, example())


@pytest.fixture(autouse=True)
def two_shapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The coach offers two shapes for all that is weak."""

    def stronger(_text: str, label: Durability) -> tuple[str, ...]:
        return () if label is Durability.GUARDRAIL else SHAPES

    monkeypatch.setattr(shapes, "stronger", stronger)


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """The coach is sure of nothing."""

    def doubting(text: str) -> Hint:
        return assess(text)._replace(sure=False)

    for module in (certainty, coaching, late_hint, reading, call_sheet):
        monkeypatch.setattr(module, "assess", doubting)


def spoken(room: Room, row: int) -> str:
    model = room.table.model()
    return str(model.index(row, Column.ACTION).data(Qt.ItemDataRole.AccessibleTextRole))


# -- probably ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("unsure")
def test_what_is_not_sure_says_so_in_words(room: Room) -> None:
    room.page.select("a2")
    assert "Probably watches for it: " in spoken(room, 1)
    assert room.table.model().index(1, Column.DURABILITY).data() == "Probably watches for it"
    room.press(Key.Key_Return, Held.ControlModifier)
    assert room.sheet.durability.accessibleName() == "How lasting: Probably watches for it"
    room.sheet.close_sheet()
    room.page.select("a2")
    room.press(Key.Key_C)
    assert room.sheet._said().startswith("By its words: Probably watches for it. ")
    room.sheet.close_sheet()
    assert "Probably watches for it" in ActionFace(room.desk).spoken("a2")
    assert "Probably" in action_words.lasting(room.action("a2"), _PrintTokens())  # type: ignore[arg-type]


class _PrintTokens:
    """The words of the theme file, as print has them."""

    class _Word:
        word = "Watches for it"

    durability = dict.fromkeys(Durability, _Word())


@pytest.mark.usefixtures("unsure")
def test_a_narrow_window_says_it_below_the_entry_line(qtbot: QtBot) -> None:
    room = open_room(qtbot, example(), size=(1280, 720))
    room.page.select("a2")
    assert "Probably watches for it" in room.told
    sign = next(part for part in room.page.preview.reading.parts if part.sign)
    assert not sign.sure


@pytest.mark.usefixtures("unsure")
def test_typed_words_say_it_too(room: Room) -> None:
    room.type("Alert on the depth of the queue")
    assert room.told.startswith("Adds Probably watches for it")


@pytest.mark.usefixtures("unsure")
def test_a_call_is_never_doubted() -> None:
    called = replace(example().actions[1], call=Durability.GUARDRAIL, call_reason="It stops too")
    assert certainty.is_sure(called)
    other_rules = replace(example().actions[1], hint=Durability.AUTOMATE)
    assert certainty.is_sure(other_rules)
    assert not certainty.is_sure(example().actions[1])


@pytest.mark.parametrize(
    "label", [each for each in Durability if tokens()["durability"][each]["fill"]]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_unsure_meter_is_lighter_and_keeps_its_edge(label: Durability, scheme: str) -> None:
    theme = Theme(scheme)
    sure, unsure = (_meter(theme, label, sure=each) for each in (True, False))
    inside, edge = (4, 19), (0, 19)
    fill = theme.colour(str(tokens()["durability"][label]["fill"]))
    assert sure.pixelColor(*inside) == fill
    assert unsure.pixelColor(*edge) == fill
    paper = theme.colour("paper")
    assert _apart(unsure.pixelColor(*inside), paper) < _apart(fill, paper)
    assert unsure.pixelColor(*inside) != paper, "It is not an empty bar."


def _meter(theme: Theme, label: Durability, *, sure: bool) -> QImage:
    image = QImage(46, 22, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    Glyphs(painter, theme).meter(label, 0, 0, sure=sure)
    painter.end()
    return image


def _apart(one: QColor, other: QColor) -> int:
    return abs(one.lightness() - other.lightness())


# -- stronger ------------------------------------------------------------------------------------


def test_the_current_weak_action_is_told_what_would_be_stronger(room: Room) -> None:
    room.page.select("a2")
    assert room.told.endswith("Stronger Refuse a file without limits, " + SHAPES[1])
    room.page.select("a1")
    assert "Stronger" not in room.told


def test_a_stronger_shape_is_taken_into_the_editor_and_kept_by_enter(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_U)
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.editing
    assert room.page.cells.editor.text() == SHAPES[1]
    assert room.action("a2").text == "Alert on the depth of the queue", "Nothing is replaced yet."
    room.press(Key.Key_Return)
    assert room.action("a2").text == SHAPES[1]


def test_escape_and_undo_leave_the_words(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_U)
    room.press(Key.Key_Return)
    room.press(Key.Key_Z, Held.ControlModifier)
    assert room.page.cells.editor.text() == "Alert on the depth of the queue"
    room.press(Key.Key_Escape)
    assert room.action("a2").text == "Alert on the depth of the queue"
    assert room.session.labels == []


def test_the_entry_line_has_the_key_with_control(room: Room) -> None:
    room.table.choose("a3")
    room.page.focus_start()
    room.press(Key.Key_U, Held.ControlModifier)
    assert room.sheet.list.model().rowCount() == len(SHAPES)
    room.press(Key.Key_Return)
    assert room.page.cells.editor.action == room.action("a3")


def test_a_durable_action_needs_none(room: Room) -> None:
    room.page.select("a1")
    room.press(Key.Key_U)
    assert room.sheet is None
    assert room.told == "It is durable already."


def test_where_the_coach_has_no_shape_it_says_so(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shapes, "stronger", lambda _text, _label: ())
    room.page.select("a2")
    room.press(Key.Key_U)
    assert room.told == "There is no stronger shape to offer for these words."


def test_a_vague_action_is_asked_what_is_missing(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shapes, "missing", lambda _text: "From which number to which?")
    room.page.select("a4")
    assert "From which number to which?" in room.told
    monkeypatch.setattr(shapes, "missing", lambda _text: "")
    room.page.select("a2")
    room.page.select("a4")
    assert "How would a stranger see that it is done?" in room.told


# -- while typing --------------------------------------------------------------------------------


def test_the_line_is_read_at_once_and_the_hint_comes_when_the_keys_pause(room: Room) -> None:
    room.type("Alert on the depth of the queue @nadia")
    at_once = room.page.preview.reading
    assert at_once.spoken == "Adds Owner Nadia Perez"
    assert room.page.adding.late.waits
    assert room.told.startswith("Adds Watches for it, Owner Nadia Perez")
    room.type(" !p1")
    kept = room.page.preview.reading.spoken
    assert kept.startswith("Adds Watches for it"), "Nothing flickers while the words are the same."


def test_a_hint_that_comes_late_does_not_wipe_out_a_refusal(room: Room) -> None:
    room.type("Alert on it @tom")
    room.press(Key.Key_Return)
    assert "several people" in room.told


def test_changed_words_are_read_when_the_keys_pause(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_F2)
    room.page.cells.editor.selectAll()
    room.type("Reject limits files that fail the schema")
    assert room.told.startswith("Becomes Blocks or contains it")
    room.press(Key.Key_Escape)
    assert not room.told.startswith("Becomes")


# -- stopgaps ------------------------------------------------------------------------------------


def paired() -> Review:
    """The alert stands in until files are rejected."""
    first, second, *others = example().actions
    return replace(example(), actions=(first, replace(second, stopgap_for="a1"), *others))


def test_a_pair_is_shown_and_counted(qtbot: QtBot) -> None:
    room = open_room(qtbot, paired())
    assert room.page.facts.count.text() == "1 of 3 is durable, 1 stopgap"
    assert "Stopgap until: Reject limits files that fail the schema." in spoken(room, 1)
    assert room.page.model.until(room.action("a2")) == "Reject limits files that fail the schema"
    room.page.select("a2")
    assert coaching.reason_of(room.action("a2")) in room.told, "The row has no room for it."


def test_a_narrow_window_shows_the_pair_below_the_entry_line(qtbot: QtBot) -> None:
    room = open_room(qtbot, paired(), size=(1280, 720))
    room.page.select("a2")
    assert "Until Reject limits files that fail the schema" in room.told


def test_rows_tell_changed_words_of_what_they_stand_in_for(qtbot: QtBot) -> None:
    room = open_room(qtbot, paired())
    told: list[int] = []
    room.page.model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    room.session.apply("Change", edits.change_action("a1", text="Refuse bad limits files"))
    assert 1 in told
    assert room.page.model.until(room.action("a2")) == "Refuse bad limits files"
    room.session.apply("Remove", edits.remove_action("a1"))
    assert room.page.note_bar.isVisible(), "What it stood in for is gone."


def test_the_bar_shows_the_best_there_is(qtbot: QtBot) -> None:
    weak = ActionItem(id="w", text="Be careful with limits files")
    room = open_room(qtbot, replace(example(), actions=(weak,)))
    assert room.page.note_bar.isVisible()
    assert room.page.note_bar._best is Durability.REMIND
