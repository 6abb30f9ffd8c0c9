"""The spotlight: one row large and alone, its neighbours by the arrow keys, and the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.domain.edits import actions, chain, factors, findings, timeline
from facilitator.domain.edits.decisions import soak
from facilitator.domain.phase import Phase
from facilitator.domain.records import (
    ActionItem,
    Deferral,
    Evidence,
    Factor,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import (
    ActionStatus,
    EvidenceKind,
    EvidenceStatus,
    FactorKind,
    Precision,
)
from facilitator.ui.theme import Theme
from tests.ui import factors_room, findings_room, timeline_room
from tests.ui.stage_room import StageRoom, open_stage, sample
from tests.ui.support import NOW

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier
WALK = {"left": Key.Key_Left, "right": Key.Key_Right, "up": Key.Key_Up, "down": Key.Key_Down}
PAGES = {
    Phase.TIMELINE: Key.Key_Space,
    Phase.FACTORS: Key.Key_Space,
    Phase.FINDINGS: Key.Key_V,
    Phase.ACTIONS: Key.Key_Space,
}


def ids(review: Review) -> dict[Phase, list[str]]:
    """The rows of every page that has a spotlight."""
    return {
        Phase.TIMELINE: [each.id for each in review.events],
        Phase.FACTORS: [each.id for each in review.factors],
        Phase.FINDINGS: [each.id for each in review.findings],
        Phase.ACTIONS: [each.id for each in review.actions],
    }


def lit(room: StageRoom, phase: Phase, target: str) -> StageRoom:
    """Put a row into the spotlight by its key."""
    room.go(phase, target)
    room.press(PAGES[phase])
    assert room.card.objectName() == "card.spotlight"
    assert room.card.row_id == target
    return room


def walked(room: StageRoom, *ways: str) -> str:
    for way in ways:
        room.press(WALK[way])
    return str(room.card.row_id)


@pytest.fixture
def on_timeline(qtbot: QtBot) -> StageRoom:
    return lit(open_stage(qtbot, timeline_room.example()), Phase.TIMELINE, "e2")


@pytest.fixture
def on_factors(qtbot: QtBot) -> StageRoom:
    return lit(open_stage(qtbot, factors_room.example()), Phase.FACTORS, "a")


@pytest.fixture
def on_findings(qtbot: QtBot) -> StageRoom:
    return lit(open_stage(qtbot, findings_room.example()), Phase.FINDINGS, "f1")


@pytest.fixture
def on_actions(qtbot: QtBot) -> StageRoom:
    return lit(open_stage(qtbot, findings_room.example()), Phase.ACTIONS, "x")


# -- walking -----------------------------------------------------------------------------------


def test_left_is_earlier_and_right_is_later(on_timeline: StageRoom) -> None:
    assert on_timeline.card.place == "2 of 4"
    assert walked(on_timeline, "left") == "e1"
    assert walked(on_timeline, "left") == "e1"
    assert walked(on_timeline, "right", "right", "right") == "e4"
    assert on_timeline.card.place == "4 of 4"


def test_factors_are_walked_as_a_tree(on_factors: StageRoom) -> None:
    assert on_factors.card.place == "1 of 3"
    assert walked(on_factors, "right") == "a1"
    assert walked(on_factors, "down") == "a2"
    assert walked(on_factors, "down") == "a2"
    assert walked(on_factors, "right") == "a2"
    assert walked(on_factors, "up") == "a1"
    assert walked(on_factors, "left", "left") == "f0"
    assert walked(on_factors, "left") == "f0"
    assert on_factors.card.place == ""


@pytest.mark.parametrize(("on", "off"), [("right", "left"), ("down", "up")])
def test_findings_and_actions_are_walked_in_order(
    on_findings: StageRoom, on: str, off: str
) -> None:
    assert walked(on_findings, on) == "f2"
    assert walked(on_findings, on) == "f3"
    assert walked(on_findings, off) == "f2"


def test_actions_have_an_end(on_actions: StageRoom) -> None:
    assert walked(on_actions, "down", "down") == "y"
    assert walked(on_actions, "up", "up") == "x"


# -- leaving -----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Space])
def test_leaving_makes_the_last_one_current(on_timeline: StageRoom, key: Qt.Key) -> None:
    walked(on_timeline, "right")
    on_timeline.press(key)
    assert on_timeline.card is None
    assert on_timeline.page.selected() == "e3"
    assert on_timeline.page.table.hasFocus()


@pytest.mark.parametrize("phase", PAGES)
def test_leaving_gives_the_keys_back(qtbot: QtBot, phase: Phase) -> None:
    room = open_stage(qtbot, phase=phase)
    lit(room, phase, ids(room.review)[phase][1])
    last = walked(room, "down")
    room.press(Key.Key_Escape)
    assert room.card is None
    assert room.page.selected() == last
    assert room.page.isAncestorOf(room.focus)


def test_shift_space_shows_a_finding_too(qtbot: QtBot) -> None:
    room = open_stage(qtbot, findings_room.example(), Phase.FINDINGS)
    room.go(Phase.FINDINGS, "f2")
    room.press(Key.Key_Space, Held.ShiftModifier)
    assert room.card.row_id == "f2"
    assert [each.focus for each in room.review.findings] == [True, True, False]


def test_an_unworded_finding_is_not_edited_by_leaving(qtbot: QtBot) -> None:
    review = findings_room.example()
    text = next(each.text for each in review.factors if each.id == "b")
    review = findings.change_finding("f1", text=text)(review)
    room = open_stage(qtbot, review, Phase.FINDINGS)
    room.press(Key.Key_V)
    room.press(Key.Key_Escape)
    assert not room.page.list.editor.typing


def test_the_tree_keeps_its_place(qtbot: QtBot) -> None:
    room = open_stage(qtbot, phase=Phase.FACTORS, size=(1280, 720))
    tree, state = room.page.tree, room.page.state_of_tree
    tree.set_zoom(1.4)
    folded = next(each.id for each in state.index.children(state.index.root.id))
    state.fold(folded, folded=True)
    tree.verticalScrollBar().setValue(120)
    before = (tree.zoom, tree.verticalScrollBar().value(), tree.horizontalScrollBar().value())
    room.press(Key.Key_Space)
    walked(room, "right", "right", "left", "left")
    room.press(Key.Key_Space)
    after = (tree.zoom, tree.verticalScrollBar().value(), tree.horizontalScrollBar().value())
    assert after == before
    assert state.folded == {folded}


def test_another_phase_leaves_it_too(on_factors: StageRoom) -> None:
    walked(on_factors, "right")
    on_factors.go(Phase.FINDINGS)
    assert on_factors.card is None
    on_factors.go(Phase.FACTORS)
    assert on_factors.page.selected() == "a1"


@pytest.mark.parametrize(
    ("phase", "target", "editor"),
    [
        (Phase.TIMELINE, "e2", "timeline.entry"),
        (Phase.FACTORS, "b1", "factors.editor"),
    ],
)
def test_f2_leaves_and_edits(qtbot: QtBot, phase: Phase, target: str, editor: str) -> None:
    examples = {Phase.TIMELINE: timeline_room.example(), Phase.FACTORS: factors_room.example()}
    room = lit(open_stage(qtbot, examples[phase]), phase, target)
    room.press(Key.Key_F2)
    assert room.card is None
    assert room.focus.objectName() == editor
    room.type("!")
    room.press(Key.Key_Return)
    texts = {each.id: each.text for each in room.review.events}
    texts |= {each.id: each.text for each in room.review.factors}
    assert texts[target].endswith("!")


# -- following ---------------------------------------------------------------------------------


def test_it_shows_what_is_changed_elsewhere(on_timeline: StageRoom) -> None:
    edit = timeline.change_event("e2", text="Ledger stops at once")
    on_timeline.session.apply("Change", edit)
    assert "Ledger stops at once" in on_timeline.card.accessibleDescription()


def test_a_row_that_goes_gives_way_to_the_next(on_timeline: StageRoom) -> None:
    on_timeline.session.apply("Remove", timeline.remove_events("e2"))
    assert on_timeline.card.row_id == "e3"
    on_timeline.session.apply("Remove", timeline.remove_events("e3", "e4"))
    assert on_timeline.card.row_id == "e1"


def test_a_factor_that_goes_leads_to_what_it_explained(on_factors: StageRoom) -> None:
    walked(on_factors, "right", "right")
    on_factors.session.apply("Remove", factors.remove_subtree("a1"))
    assert on_factors.card.row_id in {"a", "a2"}


def test_the_last_row_takes_the_card_with_it(on_findings: StageRoom) -> None:
    gone = chain(*(findings.remove_finding(each) for each in ("f1", "f2", "f3")))
    on_findings.session.apply("Remove", gone)
    assert on_findings.card is None
    on_findings.session.undo()
    assert len(on_findings.review.findings) == 3


def test_undo_of_the_shown_row_keeps_the_card(on_actions: StageRoom) -> None:
    new = ActionItem(id="z", text="A third")
    on_actions.session.apply("Add", actions.add_action(new))
    assert walked(on_actions, "down", "down") == "z"
    on_actions.session.undo()
    assert on_actions.card.row_id == "y"


# -- what it says ------------------------------------------------------------------------------


def test_an_event_says_when_what_and_what_supports_it(qtbot: QtBot) -> None:
    said = Evidence(id="v1", kind=EvidenceKind.QUOTATION, text="refusing to start")
    review = timeline.add_evidence("e2", said)(timeline_room.example())
    room = lit(open_stage(qtbot, review), Phase.TIMELINE, "e2")
    spoken = room.card.accessibleDescription()
    for words in ("14:04", "Ledger stops", "Impact start", "“refusing to start”", "2 of 4"):
        assert words in spoken


def test_a_factor_says_what_it_explains(on_factors: StageRoom) -> None:
    assert walked(on_factors, "right") == "a1"
    spoken = on_factors.card.accessibleDescription()
    assert spoken.startswith("a words, because: a1 words, Design")


def test_names_are_roles(qtbot: QtBot) -> None:
    person = Participant(id="p1", name="Priya Nair", role="On-call engineer")
    review = replace(
        timeline_room.example(),
        participants=(person,),
        events=(TimelineEvent(id="e1", at=NOW, text="Priya restarted it"),),
        factors=(
            Factor(id="f0", parent=None, kind=FactorKind.EFFECT),
            Factor(id="a", parent="f0", text="Priya could not see it"),
        ),
        actions=(ActionItem(id="x", text="Page Priya less", owner="Priya Nair"),),
    )
    room = open_stage(qtbot, review)
    for phase, target in ((Phase.TIMELINE, "e1"), (Phase.FACTORS, "a")):
        lit(room, phase, target)
        assert "Priya" not in room.card.accessibleDescription()
        room.press(Key.Key_Escape)
    lit(room, Phase.ACTIONS, "x")
    assert "Priya Nair" in room.card.accessibleDescription()


def test_a_review_without_an_effect_has_one_in_the_light(qtbot: QtBot) -> None:
    room = open_stage(qtbot, Review(id="r1", title="Shops closed"), Phase.FACTORS)
    room.press(Key.Key_Space)
    assert "Effect: Shops closed" in room.card.accessibleDescription()


@pytest.mark.parametrize("phase", [Phase.TIMELINE, Phase.FINDINGS, Phase.ACTIONS])
def test_without_rows_there_is_no_card(qtbot: QtBot, phase: Phase) -> None:
    room = open_stage(qtbot, Review(id="r1"), phase)
    room.run(f"{phase.key}.spotlight")
    assert room.card is None


def test_space_in_an_entry_line_is_typing(qtbot: QtBot) -> None:
    for phase in (Phase.TIMELINE, Phase.FINDINGS, Phase.ACTIONS):
        room = open_stage(qtbot, phase=phase)
        room.page.entry.setFocus()
        room.type("a b")
        assert room.page.entry.text() == "a b"
        assert room.card is None


def test_space_while_a_factor_is_typed_is_typing(qtbot: QtBot) -> None:
    room = open_stage(qtbot, factors_room.example(), Phase.FACTORS)
    room.press(Key.Key_Tab)
    room.type("a b")
    assert room.card is None
    assert room.page.tree.editor.toPlainText() == "a b"


# -- looks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1600, 1000), (1280, 720), (960, 600)])
@pytest.mark.parametrize("theme", [Theme(), Theme("dark", 150)])
def test_every_row_of_the_sample_can_be_drawn(
    qtbot: QtBot, size: tuple[int, int], theme: Theme
) -> None:
    room = open_stage(qtbot, size=size, theme=theme)
    for phase, there in ids(room.review).items():
        for row_id in (there[0], there[len(there) // 2], there[-1]):
            lit(room, phase, row_id)
            assert not room.card.grab().isNull()
            room.press(Key.Key_Escape)


def test_odd_rows_can_be_drawn(qtbot: QtBot) -> None:
    until = NOW.date()
    review = replace(
        sample(),
        events=(
            TimelineEvent(id="e1", at=NOW, end=NOW, text="x " * 900, precision=Precision.ABOUT),
            TimelineEvent(id="e2", text=""),
        ),
        factors=(
            Factor(id="f0", parent=None, kind=FactorKind.EFFECT),
            Factor(id="a", parent="f0", evidence_status=EvidenceStatus.RULED_OUT),
            *(Factor(id=f"a{n}", parent="a", position=n, text="why") for n in range(30)),
        ),
        findings=(),
        actions=(
            ActionItem(
                id="x",
                text="",
                status=ActionStatus.DEFERRED,
                deferral=Deferral(accepted_by="Head", reason="not now", until=until),
            ),
        ),
    )
    room = open_stage(qtbot, review, size=(1280, 720))
    for phase, target in (
        (Phase.TIMELINE, "e1"),
        (Phase.TIMELINE, "e2"),
        (Phase.FACTORS, "a"),
        (Phase.FACTORS, "a7"),
        (Phase.ACTIONS, "x"),
    ):
        lit(room, phase, target)
        assert not room.card.grab().isNull()
        QTest.keyClick(room.card, Key.Key_PageDown)
        room.press(Key.Key_Escape)


LONG = "which no chart shows because the pool counts as healthy " * 12


def test_what_scrolls_keeps_clear_of_the_place(qtbot: QtBot) -> None:
    review = factors.change_factor("a", text=LONG)(factors_room.example())
    room = lit(open_stage(qtbot, review, size=(1280, 720)), Phase.FACTORS, "a")
    head = room.card.rect().adjusted(
        0, 0, -40, room.card.theme.px(room.card.head) - room.card.height()
    )
    assert room.card.place
    before = room.card.grab(head).toImage()
    room.press(Key.Key_PageDown)
    assert room.card.scrolled > 0
    assert room.card.grab(head).toImage() == before


def test_the_status_line_says_how_to_see_the_rest(qtbot: QtBot) -> None:
    review = factors.change_factor("a", text=LONG)(factors_room.example())
    room = lit(open_stage(qtbot, review, size=(1280, 720)), Phase.FACTORS, "a")
    hints: Any = room.stage.findChild(QWidget, "status.hints")
    assert "PgDn: Scroll" in hints.accessibleName()
    room.press(Key.Key_Left)
    assert "Scroll" not in hints.accessibleName()
    assert "Esc: Back" in hints.accessibleName()


def test_an_action_that_soaks_says_until_when(on_actions: StageRoom) -> None:
    before = on_actions.card.grab().toImage()
    on_actions.desk.apply("Soak", soak("x", NOW.date()))
    assert on_actions.card.grab().toImage() != before
