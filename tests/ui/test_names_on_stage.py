"""A review full of names on the Stage: none is painted, read out, or shown by the pointer."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.edits.brief import change_participant, set_field
from facilitator.domain.edits.timeline import change_event
from facilitator.domain.phase import Phase
from facilitator.domain.records import (
    ActionItem,
    Deferral,
    Evidence,
    Factor,
    Finding,
    Lesson,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import (
    ActionStatus,
    Disposition,
    Durability,
    EvidenceKind,
    FactorKind,
    LessonSide,
    Marker,
    NameUse,
)
from facilitator.ui.finding_rows import find_sheet
from facilitator.ui.flow import Flow
from facilitator.ui.pages import make_page, page_commands
from facilitator.ui.stage import Stage
from facilitator.ui.style import sheet
from tests.ui.hands import bring_up, top_sheet
from tests.ui.support import make_desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytestqt.qtbot import QtBot

_ITEM = Qt.ItemDataRole
_NAMES = re.compile("priyanka|ramanathan|tomas|okaf", re.IGNORECASE)
OWNER = "Tomasz Okaforski"
PEOPLE = (
    Participant(id="p1", name="Priyanka Ramanathan", role="On-call engineer", attended=True),
    Participant(id="p2", name=OWNER, role="Database owner", alias="Falcon", attended=True),
)


def at(minute: int) -> datetime:
    return datetime(2026, 3, 3, 14, minute, tzinfo=UTC)


EVENTS = (
    TimelineEvent(
        id="e1",
        at=at(3),
        text="Priyanka deployed it",
        lane="Priyanka",
        source="Chat with Tomasz",
        marker=Marker.IMPACT_START,
        evidence=(Evidence(id="v1", kind=EvidenceKind.QUOTATION, text="Priyanka: on it"),),
    ),
    TimelineEvent(
        id="e2",
        at=at(9),
        end=at(5),
        text="At nine minutes past the hour Tomasz Okaforski looked",
        lane="Ledger",
    ),
)
FACTORS = (
    Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="Priyanka could not pay"),
    Factor(id="f1", parent="f0", text="Priyanka saw no alert", events=("e1",)),
    Factor(id="f2", parent="f0", text="Nobody told Tomasz", position=1),
)
FINDINGS = (
    Finding(
        id="n1",
        text="Only Priyanka knew it",
        factors=("f1",),
        focus=True,
        elsewhere="Wherever Priyanka works",
    ),
    Finding(
        id="n2",
        position=1,
        text="Tomasz was away",
        disposition=Disposition.RECORDED,
        reason="Priyanka says so",
    ),
)
ACTIONS = (
    ActionItem(
        id="a1",
        text="Block what Priyanka did",
        owner=OWNER,
        findings=("n1",),
        call=Durability.GUARDRAIL,
        call_reason="Priyanka says so",
    ),
    ActionItem(
        id="a2",
        position=1,
        text="Train Priyanka",
        status=ActionStatus.DEFERRED,
        stopgap_for="a1",
        deferral=Deferral(accepted_by="Board", reason="Tomasz is away", until=date(2026, 5, 1)),
    ),
)
REVIEW = Review(
    id="r1",
    title="Shops could not pay",
    time_zone="UTC",
    participants=PEOPLE,
    events=EVENTS,
    factors=FACTORS,
    findings=FINDINGS,
    actions=ACTIONS,
    lessons=(Lesson(id="l1", side=LessonSide.WELL, text="Priyanka was quick"),),
)


class Room:
    """A Stage in a window, and every text of it."""

    def __init__(self, qtbot: QtBot, review: Review) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.desk = make_desk(self.window, review, commands=page_commands())
        self.window.setStyleSheet(sheet(self.desk.theme))
        self.stage = Stage(self.desk, make_page)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.window.resize(1600, 1000)
        self.stage.show_phase(Phase.BRIEF)
        bring_up(qtbot, self.window)

    @property
    def page(self) -> Any:
        return self.stage.page

    def run(self, command: str) -> Any:
        """The sheet that a command opens."""
        self.desk.registry.run(command)
        opened = top_sheet(self.window)
        assert opened is not None, command
        return opened

    def texts(self, below: QWidget | None = None) -> str:
        """All that can be read, seen or heard, one a line, without what is being edited."""
        root = below or self.window
        found: list[str] = []
        for each in (root, *root.findChildren(QWidget)):
            found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
            if isinstance(each, QLabel | QPushButton):
                found.append(each.text())
            if isinstance(each, QAbstractItemView) and each.model() is not None:
                found += _of_model(each.model())
        return "\n".join(filter(None, found)).replace(OWNER, "the owner")


def _of_model(model: Any, above: Any = None) -> Iterator[str]:
    above = QModelIndex() if above is None else above
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
    for row in range(model.rowCount(above)):
        for column in range(columns):
            index = model.index(row, column, above)
            for role in (_ITEM.DisplayRole, _ITEM.AccessibleTextRole, _ITEM.ToolTipRole):
                yield str(index.data(role) or "")
        yield from _of_model(model, model.index(row, 0, above))


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is painted by hand from now on."""
    words: list[str] = []
    draw = QPainter.drawText

    def noting(painter: QPainter, *args: object) -> object:
        words.extend(each for each in args if isinstance(each, str))
        return draw(painter, *args)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", noting)
    set_words = Flow.words

    def noting_flow(flow: Flow, text: str, *args: Any, **named: Any) -> None:
        words.append(text)
        set_words(flow, text, *args, **named)

    monkeypatch.setattr(Flow, "words", noting_flow)
    return words


def picture(widget: QWidget) -> None:
    """Paint a widget and all that is in it."""
    image = QImage(QSize(widget.width(), widget.height()), QImage.Format.Format_RGB32)
    widget.render(image)


def named(texts: Iterable[str]) -> list[str]:
    return [each for each in texts if _NAMES.search(each)]


def test_no_page_names_anybody_but_owners(qtbot: QtBot, painted: list[str]) -> None:
    room = Room(qtbot, REVIEW)
    for phase in Phase:
        painted.clear()
        room.stage.show_phase(phase)
        picture(room.window)
        assert not named(room.texts().splitlines()), phase
        assert set(named(painted)) <= {OWNER, "Tomasz O."}, phase
        assert len(painted) > 4


def test_the_outline_and_the_strip_name_nobody(qtbot: QtBot, painted: list[str]) -> None:
    room = Room(qtbot, REVIEW)
    room.stage.show_phase(Phase.FACTORS)
    room.desk.registry.run("factors.outline")
    picture(room.window)
    assert not named((*room.texts().splitlines(), *painted))
    assert "Nobody told Falcon" in room.texts()
    room.stage.show_phase(Phase.TIMELINE)
    strip = room.page.strip
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert "The on-call engineer deployed it" in strip.accessibleDescription()
    assert not named([strip.accessibleDescription()])


SHEETS = (
    (Phase.TIMELINE, "e1", "timeline.remarks"),
    (Phase.TIMELINE, "e1", "timeline.details"),
    (Phase.TIMELINE, "e1", "timeline.marker"),
    (Phase.TIMELINE, "e1", "timeline.lane"),
    (Phase.FACTORS, "f1", "factors.events"),
    (Phase.FINDINGS, "n1", "findings.factors"),
    (Phase.FINDINGS, "n1", "findings.actions"),
    (Phase.FINDINGS, "n1", "findings.from_factors"),
    (Phase.FINDINGS, "n1", "findings.elsewhere"),
    (Phase.FINDINGS, "n1", "findings.asked"),
    (Phase.FINDINGS, "n2", "findings.record"),
    (Phase.FINDINGS, "n2", "findings.accept"),
    (Phase.ACTIONS, "a1", "actions.durability"),
    (Phase.ACTIONS, "a1", "actions.risk"),
    (Phase.ACTIONS, "a2", "actions.details"),
    (Phase.ACTIONS, "a1", "actions.factors"),
    (Phase.ACTIONS, "a1", "actions.findings"),
    (Phase.ACTIONS, "a2", "actions.stopgap"),
    (Phase.ACTIONS, "a1", "actions.loose_ends"),
)


@pytest.mark.parametrize(("phase", "row", "command"), SHEETS)
def test_no_sheet_names_anybody(
    qtbot: QtBot, painted: list[str], phase: Phase, row: str, command: str
) -> None:
    room = Room(qtbot, REVIEW)
    room.stage.show_phase(phase, row)
    opened = room.run(command)
    painted.clear()
    picture(opened)
    assert not named((*room.texts().splitlines(), *painted))


SPOTLIGHTS = (
    (Phase.TIMELINE, "e1"),
    (Phase.FACTORS, "f0"),
    (Phase.FACTORS, "f1"),
    (Phase.FINDINGS, "n1"),
    (Phase.FINDINGS, "n2"),
    (Phase.ACTIONS, "a1"),
    (Phase.ACTIONS, "a2"),
)


@pytest.mark.parametrize(("phase", "row"), SPOTLIGHTS)
def test_no_spotlight_names_anybody_but_owners(
    qtbot: QtBot, painted: list[str], phase: Phase, row: str
) -> None:
    room = Room(qtbot, REVIEW)
    room.stage.show_phase(phase, row)
    painted.clear()
    room.desk.registry.run(f"{phase.key}.spotlight")
    host: Any = room.desk.host
    room.stage.show_card(host.shown)
    picture(room.window)
    assert painted
    assert not named((*room.texts().splitlines(), *(each.replace(OWNER, "") for each in painted)))


def test_names_are_found_that_roles_stand_for(qtbot: QtBot) -> None:
    room = Room(qtbot, REVIEW)
    chooser = find_sheet(room.desk, lambda *_place: None)
    chooser.open_over(room.window, chooser.line)
    assert not named(room.texts(chooser).splitlines())
    QTest.keyClicks(chooser.line, "tomasz")
    view: Any = chooser.findChild(QAbstractItemView)
    model = view.model()
    found = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert found == [
        "At nine minutes past the hour Falcon looked",
        "Nobody told Falcon",
        "Falcon was away",
    ]


@pytest.mark.parametrize("phase", [each for each in Phase if each is not Phase.BRIEF])
def test_what_is_shown_changes_at_once(qtbot: QtBot, painted: list[str], phase: Phase) -> None:
    room = Room(qtbot, REVIEW)
    room.stage.show_phase(phase)
    picture(room.window)
    edits = (
        change_participant("p1", role="Payments engineer"),
        set_field("names", NameUse.NAMES),
        set_field("names", NameUse.ROLES),
    )
    seen = []
    for edit in edits:
        painted.clear()
        room.desk.apply("Change", edit)
        picture(room.window)
        told = " ".join((*painted, room.texts(room.page)))
        seen.append(("payments engineer" in told.casefold(), "Priyanka" in told))
    assert seen == [(True, False), (False, True), (True, False)]


def test_presence_and_other_edits_leave_the_pictures_alone(qtbot: QtBot) -> None:
    room = Room(qtbot, REVIEW)
    before = room.desk.naming
    room.desk.apply("Present", change_participant("p1", attended=False))
    room.desk.apply("Word", change_event("e1", text="Priyanka did it"))
    assert room.desk.naming is before
    room.desk.apply("Alias", change_participant("p1", alias="Heron"))
    assert room.desk.naming is not before
    assert room.desk.shown("Priyanka did it") == "Heron did it"


EDITED = (
    (Phase.TIMELINE, "e1", "timeline.edit", "Priyanka deployed it"),
    (Phase.FACTORS, "f1", "factors.edit", "Priyanka saw no alert"),
    (Phase.FINDINGS, "n1", "findings.edit", "Only Priyanka knew it"),
    (Phase.ACTIONS, "a1", "actions.edit", "Block what Priyanka did"),
    (Phase.CLOSE, "l1", "close.edit", "Priyanka was quick"),
)


@pytest.mark.parametrize(("phase", "row", "command", "typed"), EDITED)
def test_what_is_edited_are_the_words_that_were_typed(
    qtbot: QtBot, phase: Phase, row: str, command: str, typed: str
) -> None:
    room = Room(qtbot, REVIEW)
    room.stage.show_phase(phase, row)
    before = room.desk.review
    room.desk.registry.run(command)
    fields = room.window.findChildren(QWidget)
    texts = [_typed(each) for each in fields if each.isVisible()]
    assert any(typed in text for text in texts)
    assert room.stage.page.settle()
    assert room.desk.review == before


def _typed(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    return widget.text() if isinstance(widget, QLineEdit) else ""


def test_a_finding_made_from_a_factor_keeps_what_was_typed(qtbot: QtBot) -> None:
    room = Room(qtbot, REVIEW)
    room.stage.show_phase(Phase.FINDINGS)
    chooser = room.run("findings.from_factors")
    QTest.keyClicks(chooser.line, "nobody told")
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    assert room.desk.review.findings[-1].text == "Nobody told Tomasz"


def test_the_status_line_says_what_stands_for_people(qtbot: QtBot) -> None:
    room = Room(qtbot, REVIEW)
    names = room.stage.status.names
    assert names.isVisible()
    assert names.text() == "Roles, not names"
    room.desk.apply("Names", set_field("names", NameUse.NAMES))
    assert names.text() == "Names shown"
    assert room.desk.theme.colour("note").name() in names.styleSheet()


def test_the_status_line_gives_way(qtbot: QtBot) -> None:
    room = Room(qtbot, REVIEW)
    room.stage.status.say_saved("Saved 14:18")
    for width in range(1600, 600, -50):
        room.stage.status.resize(QSize(width, room.stage.status.height()))
        names, saved = room.stage.status.names, room.stage.status.saved
        assert not names.isVisible() or names.geometry().right() < saved.geometry().left()
    assert not room.stage.status.names.isVisible()
    assert room.stage.status.saved.geometry() != QRect()


def test_what_could_not_be_done_has_no_tick(qtbot: QtBot) -> None:
    status = Room(qtbot, REVIEW).stage.status
    tick = status.findChild(QWidget, "status.done")
    status.say_saved("", "There is nothing to agree on", done=False)
    assert tick is not None
    assert not tick.isVisible()
    assert status.saved.text() == "There is nothing to agree on"
    status.say_saved("Saved 14:18")
    assert tick.isVisible()


def test_that_names_are_shown_never_gives_way(qtbot: QtBot) -> None:
    room = Room(qtbot, REVIEW)
    room.desk.apply("Names", set_field("names", NameUse.NAMES))
    status = room.stage.status
    for width in range(1600, 600, -50):
        status.resize(QSize(width, status.height()))
        assert status.names.isVisible()


def test_what_was_done_is_shown_with_its_way_back(qtbot: QtBot) -> None:
    room = Room(qtbot, REVIEW)
    status, step = room.stage.status, f"Deleted: {'14:02 Rollback ' * 4}, Ctrl Z brings it back"
    room.stage.tell_step(step)
    for width in range(1600, 300, -50):
        status.resize(QSize(width, status.height()))
        words = status.saved.text()
        assert words.endswith("back")
        assert status._theme.metrics("label").horizontalAdvance(words) < width
    assert "…" in status.saved.text()
    assert step in status.saved.accessibleName()
