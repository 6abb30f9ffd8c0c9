"""Ctrl+E for others than the team: looked through, masked, allowed, reworded or accepted."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from facilitator.app import export
from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.edits.timeline import change_event
from facilitator.domain.masking import Mask
from facilitator.domain.words import Audience, MaskUse
from facilitator.ui.export.sheet import ExportSheet
from facilitator.ui.program import Program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review

_CONTROL = Qt.KeyboardModifier.ControlModifier


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


class Exporting:
    """The sheet over the sample, with a host and an address in its first starred event."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.qtbot = program, qtbot
        desk = program.window.desk
        assert desk is not None
        self.desk = desk
        self.event = next(each for each in desk.review.events if each.starred)
        words = "db-prod-03 at 10.1.2.3 got the file"
        desk.session.apply("Change event", change_event(self.event.id, text=words))
        press(Qt.Key.Key_E, _CONTROL)
        sheet = program.window.findChild(ExportSheet)
        assert isinstance(sheet, ExportSheet)
        self.sheet = sheet

    def found(self) -> list[str]:
        """What is listed, once nobody is looking any more."""
        self.qtbot.waitUntil(lambda: not self.sheet.is_looking, timeout=90_000)
        model = self.sheet.panel.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def text(self) -> str:
        """The event's text in the review."""
        events = self.desk.review.events
        return next(each.text for each in events if each.id == self.event.id)

    def to_list(self) -> None:
        """Give the list the keys, on its first row."""
        self.sheet.panel.list.setFocus()
        press(Qt.Key.Key_Home)


@pytest.fixture
def exporting(library_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Exporting]:
    qapp.setStyle("Fusion")
    paths, ids = Paths.find(str(library_path)), Ids()
    program = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    program.start(program.opening.library().add_sample())
    program.window.resize(1600, 1000)
    with qtbot.waitActive(program.window):
        program.window.show()
    yield Exporting(program, qtbot)
    program.window.close()
    program.opening.close()


def test_the_team_is_asked_nothing(exporting: Exporting) -> None:
    assert exporting.sheet.panel.isHidden()
    assert exporting.sheet.private.isVisible()


def test_what_stands_in_it_is_listed_for_others(exporting: Exporting) -> None:
    press(Qt.Key.Key_Down)
    assert exporting.found() == ["10.1.2.3", "db-prod-03", "INC-2291"]
    assert exporting.sheet.private.isHidden()
    press(Qt.Key.Key_Up)
    assert exporting.sheet.panel.isHidden()


def test_masked_allowed_reworded_until_nothing_is_left(exporting: Exporting) -> None:
    press(Qt.Key.Key_Down)
    exporting.found()
    exporting.to_list()
    press(Qt.Key.Key_M)
    write("an address")
    press(Qt.Key.Key_Return)
    assert exporting.found() == ["db-prod-03", "INC-2291"]
    exporting.to_list()
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_A, _CONTROL)
    write("The database got the file")
    press(Qt.Key.Key_Return)
    assert exporting.found() == ["INC-2291"]
    assert exporting.text() == "The database got the file"
    exporting.to_list()
    press(Qt.Key.Key_A)
    assert exporting.found() == []
    assert QApplication.focusWidget() is exporting.sheet.line
    assert exporting.program.opening.library().masks().all == (
        Mask("10.1.2.3", MaskUse.MASK, "an address"),
        Mask("INC-2291", MaskUse.ALLOW),
    )


def test_each_step_is_taken_back(exporting: Exporting) -> None:
    press(Qt.Key.Key_Down)
    before, text = exporting.found(), exporting.text()
    exporting.to_list()
    press(Qt.Key.Key_A)
    exporting.found()
    press(Qt.Key.Key_E)
    write("x")
    press(Qt.Key.Key_Return)
    exporting.found()
    for _ in range(3):
        press(Qt.Key.Key_Z, _CONTROL)
        exporting.found()
    assert exporting.found() == before
    assert exporting.text() == text
    assert exporting.program.opening.library().masks().all == ()


def test_escape_leaves_the_line_before_the_sheet(exporting: Exporting) -> None:
    press(Qt.Key.Key_Down)
    exporting.found()
    exporting.to_list()
    press(Qt.Key.Key_M)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is exporting.sheet.panel.list
    press(Qt.Key.Key_Escape)
    assert exporting.sheet.isHidden()


def test_it_waits_until_somebody_says_why(exporting: Exporting, tmp_path: Path) -> None:
    out = tmp_path / "for-all.md"
    press(Qt.Key.Key_Down)
    exporting.found()
    exporting.sheet.line.setText(str(out))
    press(Qt.Key.Key_Return)
    assert "3 things stand" in exporting.sheet.said.text()
    assert QApplication.focusWidget() is exporting.sheet.panel.list
    assert not out.exists()
    exporting.sheet.panel.accept.setFocus()
    write("They are public")
    press(Qt.Key.Key_Return)
    exporting.qtbot.waitUntil(lambda: "Written" in exporting.sheet.said.text(), timeout=90_000)
    assert "db-prod-03" in out.read_text("utf-8")
    (release,) = exporting.desk.review.releases
    assert (release.found, release.accepted) == (3, "They are public")


def test_a_file_that_is_being_written_keeps_its_name(
    exporting: Exporting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, going_on, make = exporting.sheet, Event(), export.rendered

    def slow(*given: Any, **wanted: Any) -> bytes:
        assert going_on.wait(60)
        return make(*given, **wanted)

    def proposed(_shown: Review, audience: Audience = Audience.INTERNAL) -> Path:
        return tmp_path / f"{audience}.md"

    monkeypatch.setattr(export, "rendered", slow)
    monkeypatch.setattr("facilitator.ui.export.sheet.proposed_path", proposed)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert sheet.line.text() == str(tmp_path / "internal.md")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    sheet.audience.buttons["wide"].click()
    assert sheet.readers is Audience.INTERNAL
    assert not sheet.private.isEnabled()
    going_on.set()
    exporting.qtbot.waitUntil(lambda: "Written" in sheet.said.text(), timeout=90_000)
    assert sheet.said.text() == f"✓ Written for the team: {tmp_path / 'internal.md'}"
    assert sheet.open.isVisible()
    sheet.line.setFocus()
    press(Qt.Key.Key_Down)
    exporting.found()
    assert sheet.line.text() == str(tmp_path / "wide.md")
    assert (sheet.said.text(), sheet.open.isHidden()) == ("", True)
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".md"] == ["internal.md"]


def test_enter_presses_the_button_that_has_the_keys(exporting: Exporting, tmp_path: Path) -> None:
    sheet = exporting.sheet
    sheet.line.setText(str(tmp_path / "all.md"))
    sheet.audience.buttons["wide"].setFocus()
    press(Qt.Key.Key_Return)
    exporting.found()
    assert sheet.readers is Audience.WIDE
    sheet.panel.accept.setText("It is public")
    sheet.write.setFocus()
    press(Qt.Key.Key_Enter)
    exporting.qtbot.waitUntil(lambda: "Written" in sheet.said.text(), timeout=90_000)
    assert sheet.said.text().startswith("✓ Written for the wider organisation: ")


def test_it_is_seen_whether_the_list_has_the_keys(exporting: Exporting) -> None:
    sheet, theme = exporting.sheet, exporting.sheet.theme
    press(Qt.Key.Key_Down)
    exporting.found()

    def ground() -> tuple[str, str]:
        row = sheet.panel.list.viewport().grab().toImage()
        return row.pixelColor(1, 5).name(), row.pixelColor(9, 5).name()

    there = (theme.colour("accent").name(), theme.colour("accent_tint").name())
    assert ground() == (theme.colour("line").name(), theme.colour("well").name())
    assert sheet.panel.keys.text().startswith("Shift Tab leads back to the list")
    exporting.to_list()
    assert ground() == there
    assert sheet.panel.keys.text().startswith("M mask")


def test_the_name_of_the_file_is_not_marked_for_what_stands_in_it(exporting: Exporting) -> None:
    press(Qt.Key.Key_Down)
    exporting.found()
    press(Qt.Key.Key_Return)
    assert "3 things stand" in exporting.sheet.said.text()
    assert not exporting.sheet.line.property("wrong")


def test_a_file_for_others_does_not_write_over_the_teams_own(
    exporting: Exporting, tmp_path: Path
) -> None:
    sheet, out = exporting.sheet, tmp_path / "record.md"
    sheet.line.setText(str(out))
    press(Qt.Key.Key_Return)
    exporting.qtbot.waitUntil(lambda: "Written" in sheet.said.text(), timeout=90_000)
    before = out.read_bytes()
    sheet.line.setFocus()
    press(Qt.Key.Key_Down)
    exporting.found()
    sheet.panel.accept.setText("All of it is public")
    assert sheet.line.text() == str(out)
    press(Qt.Key.Key_Return)
    assert "is there already" in sheet.said.text()
    assert out.read_bytes() == before


def test_a_mask_that_shows_what_it_hides_is_refused(exporting: Exporting) -> None:
    press(Qt.Key.Key_Down)
    exporting.found()
    exporting.to_list()
    press(Qt.Key.Key_M)
    write("the host 10.1.2.3")
    press(Qt.Key.Key_Return)
    assert "may not hold the words" in exporting.sheet.panel.problem.text()
    field: QWidget = exporting.sheet.panel.line
    assert field.isVisible()
    assert field.property("wrong")


def test_a_picture_may_be_of_the_tree(exporting: Exporting, tmp_path: Path) -> None:
    out = tmp_path / "picture.svg"
    sheet = exporting.sheet
    assert sheet.how.shapes["svg"].isHidden()
    sheet.line.setText(str(out))
    assert sheet.how.shapes["svg"].isVisible()
    sheet.how.shapes["svg"].buttons["tree"].setChecked(True)
    press(Qt.Key.Key_Return)
    exporting.qtbot.waitUntil(lambda: "Written" in sheet.said.text(), timeout=90_000)
    assert "What made it possible" in out.read_text("utf-8")


def test_headings_and_order_may_be_others(exporting: Exporting, tmp_path: Path) -> None:
    sheet, out = exporting.sheet, tmp_path / "page.md"
    assert sheet.how.outline.isVisible()
    sheet.line.setText(str(out))
    sheet.how.outline.buttons["sre"].setChecked(True)
    press(Qt.Key.Key_Return)
    exporting.qtbot.waitUntil(lambda: "Written" in sheet.said.text(), timeout=90_000)
    heads = [line for line in out.read_text("utf-8").splitlines() if line.startswith("## ")]
    assert heads[:3] == ["## Summary", "## Impact", "## Root causes and trigger"]
    sheet.line.setText(str(tmp_path / "x.csv"))
    assert sheet.how.outline.isHidden()


def test_a_mail_is_copied_once_it_may_leave(exporting: Exporting) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    exporting.found()
    QApplication.clipboard().setText("before")
    exporting.sheet.copy.click()
    assert QApplication.clipboard().text() == "before"
    exporting.sheet.panel.accept.setText("All of it is public")
    exporting.sheet.copy.click()
    assert "WHAT CHANGES FOR GOOD" in QApplication.clipboard().text()
    assert exporting.desk.review.releases[0].form == "txt"
