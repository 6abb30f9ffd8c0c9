"""The window as a whole: what it shows, what survives, what it says when something is wrong."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QWidget,
)

from facilitator.app.backups import make
from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.edits.brief import set_field
from facilitator.domain.phase import Phase
from facilitator.domain.words import ReviewStatus
from facilitator.store.errors import LibraryUnusable, Trouble, WriteFailed
from facilitator.ui.commands import Where
from facilitator.ui.program import Program
from tests.ui.hands import top_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.window import MainWindow

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def program(library_path: Path, qapp: QApplication) -> Iterator[Program]:
    """The program on an empty library; nothing is shown yet."""
    qapp.setStyle("Fusion")
    paths, ids = Paths.find(str(library_path)), Ids()
    made = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    yield made
    made.opening.close()


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with the sample on the Stage."""
    review_id = program.opening.library().add_sample()
    program.start(review_id)
    program.window.resize(1600, 1000)
    with qtbot.waitActive(program.window):
        program.window.show()
    yield program.window
    program.window.close()


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)
    QApplication.processEvents()


def write(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)
    QApplication.processEvents()


def named(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def title(window: MainWindow) -> str:
    assert window.desk is not None
    return window.desk.review.title


def said(window: MainWindow) -> str:
    """What the status line says on the right."""
    label = named(window, "status.saved")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_last_review_comes_back(program: Program, window: MainWindow) -> None:
    assert window.desk is not None
    review_id = window.desk.review.id
    window.close()
    assert program.settings.last_review == review_id
    program.start(None)
    assert program.window.desk is not None
    assert program.window.desk.review.id == review_id


def test_ctrl_and_a_number_goes_to_a_phase(window: MainWindow) -> None:
    for phase in Phase:
        press(Qt.Key(Qt.Key.Key_0 + phase.number), _CONTROL)
        assert window.stage is not None
        assert window.stage.phase is phase
        focus = QApplication.focusWidget()
        assert focus is not None
        assert window.stage.page.isAncestorOf(focus)


def test_undo_takes_back_what_another_page_did(window: MainWindow) -> None:
    press(Qt.Key.Key_2, _CONTROL)
    write("16:30 the room sits down")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_6, _CONTROL)
    assert "add event" in window.registry.action("edit.undo").text().lower()
    press(Qt.Key.Key_Z, _CONTROL)
    assert window.desk is not None
    assert len(window.desk.review.events) == 14
    assert window.registry.action("edit.redo").isEnabled()
    assert said(window).endswith(" · undone: add event")
    press(Qt.Key.Key_Z, _CONTROL | _SHIFT)
    assert said(window).startswith("Saved ")
    assert said(window).endswith(" · done again: add event")
    press(Qt.Key.Key_2, _CONTROL)
    write("16:40 the room goes on")
    press(Qt.Key.Key_Return)
    assert "·" not in said(window)


def test_theme_and_type_size_change_without_losing_anything(window: MainWindow) -> None:
    press(Qt.Key.Key_2, _CONTROL)
    write("16:30 half typed")
    for key, held in (
        (Qt.Key.Key_L, _CONTROL | _SHIFT),
        (Qt.Key.Key_Plus, _CONTROL),
        (Qt.Key.Key_Minus, _CONTROL),
    ):
        press(key, held)
        entry = named(window, "timeline.entry")
        assert isinstance(entry, QLineEdit)
        assert entry.text() == "16:30 half typed"
        assert window.stage is not None
        assert window.stage.phase is Phase.TIMELINE
    assert window.theme.scheme == "dark"
    assert window.program.settings.scheme == "dark"


def test_the_palette_says_what_will_be_undone_and_quits_last(window: MainWindow) -> None:
    press(Qt.Key.Key_2, _CONTROL)
    write("16:30 the room sits down")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_K, _CONTROL)
    shown = named(window, "chooser.list")
    assert isinstance(shown, QListView)
    model = shown.model()
    words = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "Undo: add event" in words
    assert words[-1] == "Quit"


def test_the_palette_runs_what_is_typed(window: MainWindow) -> None:
    press(Qt.Key.Key_K, _CONTROL)
    write("larger type")
    press(Qt.Key.Key_Return)
    assert window.program.settings.size > 100


def test_find_goes_to_the_row(window: MainWindow) -> None:
    press(Qt.Key.Key_F, _CONTROL)
    write("staged rollout for all")
    press(Qt.Key.Key_Return)
    assert window.stage is not None
    assert window.stage.phase is Phase.ACTIONS


def test_an_idea_is_parked_without_losing_the_place(window: MainWindow) -> None:
    press(Qt.Key.Key_2, _CONTROL)
    write("16:30 half typed")
    assert window.desk is not None
    before = len(window.desk.review.parking)
    press(Qt.Key.Key_J, _CONTROL)
    write("Ask the vendor")
    press(Qt.Key.Key_Return)
    assert len(window.desk.review.parking) == before + 1
    saved = named(window, "status.saved")
    assert isinstance(saved, QLabel)
    assert "idea parked" in saved.text()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.text() == "16:30 half typed"


def test_an_empty_idea_is_refused_in_words(window: MainWindow) -> None:
    press(Qt.Key.Key_J, _CONTROL)
    press(Qt.Key.Key_Return)
    assert window.desk is not None
    texts = [label.text() for label in window.findChildren(QLabel)]
    assert "Say what to park." in texts


def test_back_to_the_library_and_in_again(window: MainWindow) -> None:
    press(Qt.Key.Key_L, _CONTROL)
    assert window.stage is None
    assert window.library is not None
    assert not window.registry.enabled("review.export")
    press(Qt.Key.Key_Return)
    assert window.stage is not None


def test_the_list_keeps_what_was_typed_when_the_type_grows(window: MainWindow) -> None:
    window.show_library()
    write("shops")
    press(Qt.Key.Key_Plus, _CONTROL)
    line = named(window, "library.filter")
    assert isinstance(line, QLineEdit)
    assert line.text() == "shops"
    assert line.hasFocus()


def test_the_key_card_opens_and_leaves(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F1)
    assert named(window, "sheet").isVisible()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "sheet") is None)


def test_the_key_card_begins_with_this_place_and_is_read_by_key(window: MainWindow) -> None:
    window.resize(1280, 720)
    press(Qt.Key.Key_5, _CONTROL)
    press(Qt.Key.Key_F1)
    area = named(window, "keys.area")
    assert isinstance(area, QScrollArea)
    card = area.widget()
    assert card is not None
    assert card.accessibleName().startswith("Change the selected action: F2")
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    for _page in range(20):
        press(Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    assert area.viewport().rect().bottom() < window.height()


@pytest.mark.parametrize("width", [1280, 1600])
def test_the_key_card_cuts_no_words(window: MainWindow, width: int) -> None:
    window.resize(width, 800)
    press(Qt.Key.Key_5, _CONTROL)
    press(Qt.Key.Key_F1)
    area = named(window, "keys.area")
    assert isinstance(area, QScrollArea)
    card: Any = area.widget()
    rows = [each for _name, group in card._groups for each in group]
    metrics, high = card._theme.metrics("label"), set()
    for each in rows:
        room = QRectF(0, 0, card._words_place(each)[1], 1_000)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, each.words).height()
        assert needed + card._theme.px(8) <= card._row_height(each), each.words
        high.add(card._row_height(each))
    assert len(high) > 1, "Some need two lines."


@pytest.mark.parametrize(("size", "height"), [(100, 720), (150, 700), (200, 700)])
def test_every_stop_of_the_rail_is_in_view(window: MainWindow, size: int, height: int) -> None:
    window.program.settings.change(size=size)
    window.dress_anew()
    window.resize(1280, height)
    QApplication.processEvents()
    assert window.stage is not None
    rail = window.stage.rail
    stops = [rail.findChild(QWidget, f"rail.{phase.name.lower()}") for phase in Phase]
    places = [stop.geometry() for stop in stops if stop is not None]
    assert len(places) == len(Phase)
    assert places[-1].bottom() <= rail.height()
    assert all(above.bottom() < below.top() for above, below in pairwise(places))


def test_a_write_that_fails_is_told_and_keeps_the_text(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise WriteFailed("The edit was not saved. The library has no space left on its disk.")

    before = title(window)
    field = named(window, "brief.title")
    field.setFocus()
    monkeypatch.setattr(window.program.opening.store(), "save", fail)
    write("x")
    assert title(window) == before
    assert window.stage is not None
    assert window.stage.banner.isVisible()
    assert "no space left" in window.stage.banner.sentence.text()
    text = field.property("text") or field.property("plainText")
    assert "x" in str(text)


class TestExport:
    """Ctrl+E: the line, refusals, and the file."""

    @pytest.fixture
    def line(self, window: MainWindow) -> QLineEdit:
        press(Qt.Key.Key_E, _CONTROL)
        found = named(window, "export.path")
        assert isinstance(found, QLineEdit)
        return found

    def said(self, window: MainWindow) -> str:
        found = named(window, "export.said")
        assert isinstance(found, QLabel)
        return found.text()

    @pytest.mark.parametrize("name", ["draft.docx", "draft", ""])
    def test_another_ending_is_refused(
        self, window: MainWindow, line: QLineEdit, tmp_path: Path, name: str
    ) -> None:
        line.setText(str(tmp_path / name) if name else "")
        press(Qt.Key.Key_Return)
        assert "should end with" in self.said(window)

    def test_a_file_that_is_there_needs_a_second_enter(
        self, window: MainWindow, line: QLineEdit, tmp_path: Path, qtbot: QtBot
    ) -> None:
        out = tmp_path / "mine.md"
        out.write_text("mine", encoding="utf-8")
        line.setText(str(out))
        press(Qt.Key.Key_Return)
        assert "is there already" in self.said(window)
        assert out.read_text(encoding="utf-8") == "mine"
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "Written" in self.said(window))
        assert out.read_text(encoding="utf-8").startswith("# Shops could not")

    def test_a_folder_that_is_not_there_is_told(
        self, window: MainWindow, line: QLineEdit, tmp_path: Path, qtbot: QtBot
    ) -> None:
        line.setText(str(tmp_path / "none" / "a.json"))
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "cannot be written" in self.said(window))

    def test_private_notes_are_left_out_unless_the_box_is_ticked(
        self, window: MainWindow, line: QLineEdit, tmp_path: Path, qtbot: QtBot
    ) -> None:
        assert window.desk is not None
        note = window.desk.review.notes
        assert note
        out, asked = tmp_path / "a.json", tmp_path / "b.json"
        line.setText(str(out))
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "Written" in self.said(window))
        assert not named(window, "export.warning").isVisible()
        named(window, "export.private").setFocus()
        press(Qt.Key.Key_Space)
        assert named(window, "export.warning").isVisible()
        line.setText(str(asked))
        line.setFocus()
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "Written" in self.said(window) and asked.exists())
        notes = [json.loads(each.read_bytes())["review"]["notes"] for each in (out, asked)]
        assert notes == [None, note]
        line.setText(str(tmp_path / "c.csv"))
        line.setFocus()
        press(Qt.Key.Key_Return)
        assert "never holds private notes" in self.said(window)
        assert not (tmp_path / "c.csv").exists()
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_E, _CONTROL)
        shown = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
        (box,) = [each for each in shown if each.objectName() == "export.private"]
        assert not box.isChecked()

    def test_leaving_while_it_is_made_writes_nothing(
        self, window: MainWindow, line: QLineEdit, tmp_path: Path, qtbot: QtBot
    ) -> None:
        out = tmp_path / "a.pdf"
        line.setText(str(out))
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
        qtbot.wait(50)
        qtbot.waitUntil(lambda: window.findChild(QWidget, "export.path") is None)
        assert not out.exists()


@pytest.mark.expects_log
class TestTrouble:
    """A library that cannot be used."""

    @pytest.mark.parametrize(
        ("data", "words"),
        [(b"nothing of a library" * 200, "not a library"), (b"", "empty file")],
    )
    def test_it_is_said_and_left_alone(
        self, program: Program, library_path: Path, data: bytes, words: str
    ) -> None:
        library_path.write_bytes(data)
        program.start(None)
        said = " ".join(label.text() for label in program.window.findChildren(QLabel))
        assert words in said
        assert str(library_path) in said
        assert library_path.read_bytes() == data
        program.window.close()

    def test_it_is_said_once(
        self, program: Program, library_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
    ) -> None:
        library_path.write_bytes(b"nothing")
        program.start(None)
        program.try_again()
        qtbot.wait(50)
        assert caplog.text.count("library: foreign") == 2
        program.window.close()

    def test_trying_again_opens_what_is_there_now(
        self, program: Program, library_path: Path, qtbot: QtBot
    ) -> None:
        library_path.write_bytes(b"nothing")
        program.start(None)
        library_path.unlink()
        button = named(program.window, "trouble.again")
        assert isinstance(button, QPushButton)
        button.click()
        qtbot.waitUntil(lambda: program.opening.is_open)
        assert program.window.library is not None
        program.window.close()


@pytest.mark.expects_log
def test_a_damaged_library_is_mended_by_its_latest_backup(
    program: Program, library_path: Path, qtbot: QtBot
) -> None:
    program.opening.library().add_sample()
    program.opening.close()
    make(library_path, program.paths.backups, utc_now())
    library_path.write_bytes(b"nothing of a library" * 200)
    program.start(None)
    button = named(program.window, "trouble.put_back")
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: program.opening.is_open)
    assert [each.title for each in program.opening.library().reviews()] != []
    assert program.window.library is not None
    aside = [each.read_bytes() for each in program.paths.backups.iterdir()]
    assert any(data.startswith(b"nothing of a library") for data in aside)
    program.window.close()


@pytest.mark.expects_log
def test_a_review_stays_when_the_library_turns_out_to_be_locked(window: MainWindow) -> None:
    window.show_trouble(LibraryUnusable(Trouble.LOCKED, "The library is in use."))
    assert window.stage is not None
    assert window.stage.banner.isVisible()
    assert "in use" in window.stage.banner.sentence.text()


def test_a_target_that_is_not_there_is_told(program: Program) -> None:
    program.start("nowhere")
    assert program.window.library is not None
    said = " ".join(label.text() for label in program.window.findChildren(QLabel))
    assert "“nowhere”" in said
    program.window.close()


def test_keys_are_claimed_once(window: MainWindow) -> None:
    """No two commands that can be run at the same place share a key."""
    claimed: dict[tuple[Where | None, str], str] = {}
    for command in window.registry.commands.values():
        for keys in command.keys:
            local = command.where if command.local else None
            place = (local, keys)
            of_library = command.where in {Where.LIBRARY, Where.TRENDS}
            if of_library or command.id.startswith(("brief.", "library.")):
                place = (command.where, keys)
            if command.id in {"library.restore", "library.delete"}:
                continue  # In the trash they take the place of opening and throwing away.
            assert place not in claimed, f"{command.id} and {claimed[place]} share {keys}"
            claimed[place] = command.id


def test_whatever_takes_the_focus_has_a_name(window: MainWindow) -> None:
    """For screen readers: on every page, and on the list of reviews."""
    nameless = []
    for phase in (*Phase, None):
        if phase is None:
            window.show_library()
        else:
            window.go(phase)
        QApplication.processEvents()
        nameless += [
            f"{phase}: {type(each).__name__} {each.objectName()}"
            for each in window.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.isVisible()
            and not each.accessibleName()
            and each.focusProxy() is None
        ]
    assert not nameless


PROMISED = {
    "stage",
    "timeline.entry",
    "timeline.table",
    "factors.tree",
    "factors.outline",
    "findings.list",
    "actions.entry",
    "actions.table",
    "status.saved",
}


def test_what_scripts_may_rely_on(window: MainWindow) -> None:
    for phase in Phase:
        window.go(phase)
    assert {name for name in PROMISED if named(window, name).accessibleName()} == PROMISED
    window.show_library()
    assert named(window, "library").accessibleName()


def test_a_tree_higher_than_the_window_opens_at_its_top(window: MainWindow) -> None:
    window.resize(1280, 720)
    press(Qt.Key.Key_3, _CONTROL)
    tree = named(window, "factors.tree")
    assert isinstance(tree, QAbstractScrollArea)
    bar = tree.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() < bar.maximum()
    window.resize(1600, 1000)
    QApplication.processEvents()
    assert bar.value() == 0


def test_files_dropped_on_the_window_come_into_the_review(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "disk.md"
    path.write_text("# Disk\n\n## Timeline\n\n- 2026-01-20 23:50 UTC: Disk fills up\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    sheet = top_sheet(window)
    qtbot.waitUntil(lambda: bool(sheet.basket.taken))
    sheet.take()
    assert window.desk is not None
    assert "Disk fills up" in [event.text for event in window.desk.review.events]
    # What is kept lies beside the library only for chats and the like.
    assert not window.kept_sources().any()


def test_from_all_actions_to_a_review_and_back(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_L, _CONTROL)
    press(Qt.Key.Key_2, _CONTROL)
    library = window.library
    assert library is not None
    page = library.page
    qtbot.waitUntil(lambda: page.model.rowCount() > 1 and page.table.hasFocus())
    press(Qt.Key.Key_Down)
    wanted = page.model.at(page.table.row).id
    press(Qt.Key.Key_Return)
    assert window.shown_phase() is Phase.ACTIONS
    assert window.selected() == wanted
    press(Qt.Key.Key_L, _CONTROL)
    back = window.library
    assert back is not None
    assert back.shown == "actions"
    qtbot.waitUntil(back.page.table.hasFocus)
    assert back.page.model.at(back.page.table.row).id == wanted
    nameless = [
        each.objectName()
        for each in back.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and not each.accessibleName()
        and each.focusProxy() is None
    ]
    assert not nameless


def test_the_rail_ticks_what_is_behind_and_not_empty(window: MainWindow) -> None:
    assert window.desk is not None
    window.desk.session.apply("Status", set_field("status", ReviewStatus.REVIEWED))

    def told() -> list[str]:
        return [named(window, f"rail.{each.key}").accessibleDescription() for each in Phase]

    press(Qt.Key.Key_1, _CONTROL)
    assert told() == ["current", *["open"] * 5]
    press(Qt.Key.Key_4, _CONTROL)
    assert told() == ["done"] * 3 + ["current", "open", "open"]
    window.desk.session.apply("Summary", set_field("summary", ""))
    assert told()[0] == "open"
    window.desk.session.apply("Status", set_field("status", ReviewStatus.CLOSED))
    assert told() == ["open", "done", "done", "current", "done", "done"]
