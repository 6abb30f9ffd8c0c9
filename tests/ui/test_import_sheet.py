"""The import sheet: reads, asks, is sorted out by keys, and takes in as one edit."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QGuiApplication

from facilitator.domain.words import Marker
from facilitator.exchange.source_rows import Fate
from facilitator.ui.clipboard import local_files
from facilitator.ui.importing import deeds
from tests.ui import library_room, timeline_room
from tests.ui.hands import top_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
PASTE = """[14:03] Ann: checkout is slow for everybody
[14:04] Bob: thanks
[14:05] Bob: rolling back to 4.1
[14:06] Bob: on all nodes
[14:20] Ann: back to normal
"""
DOCUMENT = """# Disk was full

## Timeline

- 2026-01-20 23:50 UTC: Disk fills up
- 00:20 UTC: Logs are removed

## Action items

- Rotate the logs
"""


def put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def room(qtbot: QtBot) -> timeline_room.Room:
    return timeline_room.open_room(qtbot, timeline_room.example())


@pytest.fixture
def pasted(room: timeline_room.Room, qtbot: QtBot) -> Any:
    """The sheet over the timeline, with all questions answered."""
    sheet = paste(room, qtbot, PASTE)
    room.enter("2026-03-03")
    room.enter("London")
    return sheet


def paste(room: Any, qtbot: QtBot, text: str) -> Any:
    room.paste(text)
    sheet = top_sheet(room.page)
    assert sheet is not None
    wait(sheet, qtbot)
    return sheet


def wait(sheet: Any, qtbot: QtBot) -> None:
    """Until it is read, or told why it cannot be."""
    qtbot.waitUntil(lambda: bool(sheet.basket.taken) or sheet.problem.isVisible())
    assert sheet.problem.text() == ""


def words(sheet: Any) -> list[str]:
    model = sheet.list.lines
    return [model.shown(row).text for row in range(model.rowCount())]


def line(sheet: Any, text: str) -> Any:
    """Make the line with this text current, and give it."""
    row = next(n for n, each in enumerate(words(sheet)) if text in each)
    sheet.list.choose(row)
    return sheet.list.lines.lines[row]


def test_day_and_zone_are_asked_before_anything_comes(
    room: timeline_room.Room, qtbot: QtBot
) -> None:
    sheet = paste(room, qtbot, PASTE)
    assert "On which day" in sheet.question.words.text()
    assert sheet.do.isHidden()
    room.enter("never")
    assert "Write the day like" in sheet.question.problem.text()
    room.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.enter("2026-03-03")
    assert "On which clocks" in sheet.question.words.text()
    # The clocks of the review are what one means as a rule; Enter takes them.
    assert room.focus.text() == "Europe/London"
    room.press(Key.Key_Return)
    assert sheet.question.isHidden()
    assert sheet.isVisible()
    assert "From 3 March 2026 14:03 to 3 March 2026 14:20" in sheet.span.text()
    assert room.focus is sheet.list
    assert len(room.review.events) == 4


def test_enter_takes_it_in_as_one_edit(room: timeline_room.Room, pasted: Any) -> None:
    assert "4 taken, 1 folded away" in pasted.told.text()
    assert pasted.do.text() == "Take in 4 events"
    room.press(Key.Key_Return)
    assert top_sheet(room.page) is None
    assert room.session.labels == ["Import"]
    event = room.find("Bob: rolling back to 4.1")
    assert event.at == datetime(2026, 3, 3, 14, 5, tzinfo=UTC)
    room.session.undo()
    assert len(room.review.events) == 4
    assert room.review.participants == ()


def test_escape_leaves_all_as_it_is(room: timeline_room.Room, pasted: Any) -> None:
    room.press(Key.Key_Escape)
    assert not pasted.isVisible()
    assert room.session.labels == []


def test_keys_sort_it_out(room: timeline_room.Room, pasted: Any) -> None:
    slow = line(pasted, "slow for everybody")
    room.press(Key.Key_Space)
    assert slow.row.fate is Fate.LEAVE
    line(pasted, "rolling back")
    room.type("*")
    line(pasted, "on all nodes")
    room.press(Key.Key_J)
    normal = line(pasted, "back to normal")
    while normal.row.marker is not Marker.RESOLVED:
        room.press(Key.Key_M)
    assert pasted.do.text() == "Take in 2 events"
    room.press(Key.Key_Return)
    event = room.find("Bob: rolling back to 4.1 on all nodes")
    assert event.starred
    assert room.find("Ann: back to normal").marker is Marker.RESOLVED


def test_a_marker_stands_once(room: timeline_room.Room, pasted: Any) -> None:
    for text in ("slow for everybody", "on all nodes"):
        chosen = line(pasted, text)
        while chosen.row.marker is not Marker.MITIGATED:
            room.press(Key.Key_M)
    rows = [each.row for each in pasted.list.lines.all]
    assert sum(row.marker is Marker.MITIGATED for row in rows) == 1


def test_a_marker_that_only_goes_by_goes_back_to_its_line(
    room: timeline_room.Room, pasted: Any
) -> None:
    slow = line(pasted, "slow for everybody")
    while slow.row.marker is not Marker.DETECTED:
        room.press(Key.Key_M)
    nodes = line(pasted, "on all nodes")
    while nodes.row.marker is not Marker.DETECTED:
        room.press(Key.Key_M)
    assert slow.row.marker is None
    room.press(Key.Key_M)
    assert nodes.row.marker is not Marker.DETECTED
    assert slow.row.marker is Marker.DETECTED


def test_escape_asks_once_where_something_was_sorted_out(
    room: timeline_room.Room, pasted: Any
) -> None:
    slow = line(pasted, "slow for everybody")
    room.press(Key.Key_Space)
    room.press(Key.Key_Escape)
    assert pasted.isVisible()
    assert "Esc once more" in pasted.problem.text()
    assert slow.row.fate is Fate.LEAVE
    room.press(Key.Key_Escape)
    assert not pasted.isVisible()
    assert room.session.labels == []


def test_letters_with_ctrl_do_not_sort_out(room: timeline_room.Room, pasted: Any) -> None:
    slow = line(pasted, "slow for everybody")
    room.press(Key.Key_Space)
    for key in (Key.Key_Z, Key.Key_S, Key.Key_A, Key.Key_M, Key.Key_J):
        room.press(key, Qt.KeyboardModifier.ControlModifier)
    assert pasted.question.isHidden()
    assert slow.row.fate is Fate.LEAVE
    assert sum(each.taken for each in pasted.list.lines.all) == 3


def test_another_zone_leaves_what_was_sorted_out(room: timeline_room.Room, pasted: Any) -> None:
    line(pasted, "slow for everybody")
    room.press(Key.Key_Space)
    line(pasted, "rolling back")
    room.type("*")
    room.press(Key.Key_Z)
    room.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.enter("2026-03-03")
    room.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.enter("Berlin")
    assert line(pasted, "slow for everybody").row.fate is Fate.LEAVE
    assert line(pasted, "rolling back").row.starred


@pytest.mark.usefixtures("pasted")
def test_what_was_taken_back_comes_again_whole(room: timeline_room.Room, qtbot: QtBot) -> None:
    room.press(Key.Key_Return)
    room.session.undo()
    sheet = paste(room, qtbot, PASTE)
    assert "4 taken, 1 folded away" in sheet.told.text()


def test_only_what_is_proposed_or_all_of_it(room: timeline_room.Room, pasted: Any) -> None:
    room.press(Key.Key_S)
    proposed = [each for each in pasted.list.lines.all if each.taken]
    assert 0 < len(proposed) < 4
    assert all(each.proposed for each in proposed)
    room.press(Key.Key_A)
    assert sum(each.taken for each in pasted.list.lines.all) == 4


def test_what_is_folded_away_can_be_seen(room: timeline_room.Room, pasted: Any) -> None:
    assert "thanks" not in words(pasted)
    room.press(Key.Key_N)
    assert "thanks" in words(pasted)
    assert "left out" in pasted.list.lines.data(pasted.list.lines.index(1, 0))
    room.press(Key.Key_N)
    assert "thanks" not in words(pasted)


@pytest.mark.usefixtures("pasted")
def test_a_second_paste_brings_nothing(room: timeline_room.Room, qtbot: QtBot) -> None:
    room.press(Key.Key_Return)
    count = len(room.review.events)
    # The answers are those of the first time.
    sheet = paste(room, qtbot, PASTE)
    assert sheet.question.isHidden()
    assert "4 there already" in sheet.told.text()
    assert sheet.do.isHidden()
    room.press(Key.Key_Return)
    assert len(room.review.events) == count


def test_what_was_left_out_stays_left_out(
    room: timeline_room.Room, qtbot: QtBot, pasted: Any
) -> None:
    line(pasted, "slow for everybody")
    room.press(Key.Key_Space)
    room.press(Key.Key_Return)
    sheet = paste(room, qtbot, f"{PASTE}[14:30] Ann: writing it up\n")
    left = line(sheet, "slow for everybody")
    assert left.row.fate is Fate.LEAVE
    assert left.shown("UTC", days=False, several=False).note.startswith("It was left out before.")
    assert line(sheet, "writing it up").taken


def test_what_was_left_out_comes_back_without_questions(
    room: timeline_room.Room, pasted: Any
) -> None:
    line(pasted, "slow for everybody")
    room.press(Key.Key_Space)
    room.press(Key.Key_Return)
    deeds.ImportDeeds(room.desk).left_out()
    sheet = top_sheet(room.page)
    assert words(sheet) == ["checkout is slow for everybody"]
    assert sheet.do.isHidden()
    room.press(Key.Key_Space)
    room.press(Key.Key_Return)
    assert "Ann: checkout is slow for everybody" in room.texts


def test_without_a_source_there_is_nothing_to_bring_back(room: timeline_room.Room) -> None:
    deeds.ImportDeeds(room.desk).left_out()
    assert top_sheet(room.page) is None
    assert "No source is kept" in room.desk.host.complaints[0]  # type: ignore[attr-defined]


def test_pasting_in_the_table_works_too(room: timeline_room.Room, qtbot: QtBot) -> None:
    room.page.table.setFocus()
    sheet = paste(room, qtbot, PASTE)
    assert sheet.objectName() == "import"


def test_what_cannot_be_read_says_so(
    room: timeline_room.Room, qtbot: QtBot, tmp_path: Path
) -> None:
    deeds.bring_into(room.desk, [put(tmp_path / "cut.json", '{"alerts": [')])
    sheet = top_sheet(room.page)
    qtbot.waitUntil(sheet.problem.isVisible)
    assert "cut.json" in sheet.problem.text()
    assert "Nothing was changed." in sheet.problem.text()
    assert sheet.do.isHidden()
    room.press(Key.Key_Escape)
    assert top_sheet(room.page) is None


def test_a_busy_channel_begins_with_what_is_proposed(
    room: timeline_room.Room, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [
        {
            "type": "message",
            "user": "ann",
            "text": f"looking at shard {n}",
            "ts": f"{1772547000 + n}.000100",
        }
        for n in range(300)
    ]
    rows[7]["text"] = "we roll back the release of the ledger"
    deeds.bring_into(room.desk, [put(tmp_path / "2026-03-03.json", json.dumps(rows))])
    sheet = top_sheet(room.page)
    wait(sheet, qtbot)
    assert "300 entries" in sheet.told.text()
    assert 1 <= sum(each.taken for each in sheet.list.lines.all) < 100


def test_the_day_of_the_incident_is_proposed(room: timeline_room.Room, qtbot: QtBot) -> None:
    first = min(event.at for event in room.review.events if event.at)
    sheet = paste(room, qtbot, PASTE)
    assert "On which day" in sheet.question.words.text()
    assert room.focus.text() == first.date().isoformat()
    room.press(Key.Key_Return)
    assert "On which clocks" in sheet.question.words.text()
    room.press(Key.Key_Return)
    assert sheet.question.isHidden()
    assert sheet.list.lines.all[0].at.date() == first.date()


def test_the_day_in_the_name_of_a_file_is_proposed(
    room: timeline_room.Room, qtbot: QtBot, tmp_path: Path
) -> None:
    deeds.bring_into(room.desk, [put(tmp_path / "ops_2025-11-30.txt", PASTE)])
    sheet = top_sheet(room.page)
    wait(sheet, qtbot)
    assert room.focus.text() == "2025-11-30"


def test_how_many_markers_are_proposed_is_told(pasted: Any, room: timeline_room.Room) -> None:
    row = line(pasted, "back to normal")
    assert pasted.list.lines.shown(pasted.list.lines.lines.index(row)).marker is Marker.RESOLVED
    assert "One marker is proposed." in pasted.told.text()
    room.press(Key.Key_Space)
    assert "marker" not in pasted.told.text()


def test_actions_with_one_ticket_are_remarked(
    room: timeline_room.Room, qtbot: QtBot, tmp_path: Path
) -> None:
    tickets = "- Rotate the logs OPS-7\n- Watch the disks OPS-7\n- Buy disks OPS-8\n"
    path = put(tmp_path / "a.md", DOCUMENT.replace("- Rotate the logs\n", tickets))
    deeds.bring_into(room.desk, [path])
    sheet = top_sheet(room.page)
    wait(sheet, qtbot)
    assert sheet.told.text().endswith("OPS-7 is on more than one action.")
    notes = [each.note for each in sheet.list.lines.all if getattr(each, "head", "") == "Action"]
    assert [each.split(" · ")[0] for each in notes] == [
        *["OPS-7, on another action too"] * 2,
        "OPS-8",
    ]


class TestLibrary:
    @pytest.fixture
    def shelf(self, qtbot: QtBot) -> library_room.Room:
        return library_room.open_library(qtbot, [library_room.summary(1)])

    def wait(self, qtbot: QtBot, shelf: library_room.Room) -> Any:
        sheet = shelf.sheet
        wait(sheet, qtbot)
        return sheet

    def test_a_folder_becomes_drafts(
        self, shelf: library_room.Room, qtbot: QtBot, tmp_path: Path
    ) -> None:
        for name in ("a", "b", "c"):
            put(tmp_path / f"{name}.md", DOCUMENT.replace("Disk", f"Disk {name}"))
        put(tmp_path / "logo.png", "x")
        shelf.view.deeds.bring_in([tmp_path])
        sheet = self.wait(qtbot, shelf)
        assert "3 files become drafts in the library. 1 cannot be read" in sheet.told.text()
        assert "20 Jan 23:50 to 21 Jan 00:20 UTC" in sheet.list.lines.shown(0).note
        assert words(sheet)[:3] == ["Disk a was full", "Disk b was full", "Disk c was full"]
        assert sheet.list.lines.shown(3).note == "Files of this kind are not read."
        shelf.press(Key.Key_Down)
        shelf.press(Key.Key_Space)
        shelf.press(Key.Key_Return)
        assert set(shelf.titles[:2]) == {"Disk c was full", "Disk a was full"}
        assert shelf.door.opened == []
        assert len(shelf.door.kept) == 2

    def test_markers_and_shared_tickets_are_told_before_anything_comes(
        self, shelf: library_room.Room, qtbot: QtBot, tmp_path: Path
    ) -> None:
        more = "- 00:30 UTC: Believing it to be resolved, work goes on\n- 00:40 UTC: All clear\n"
        ticket = "https://github.com/a/b/issues/222"
        tickets = f"- Rotate the logs [#222]({ticket})\n- [Watch]({ticket}) the disks\n"
        marked = DOCUMENT.replace("removed\n", f"removed\n{more}")
        put(tmp_path / "a.md", marked.replace("- Rotate the logs\n", tickets))
        put(tmp_path / "b.md", DOCUMENT)
        shelf.view.deeds.bring_in([tmp_path])
        sheet = self.wait(qtbot, shelf)
        told = "2 files become drafts in the library. One marker is proposed. "
        assert sheet.told.text() == f"{told}#222 is on more than one action."
        assert "marks Resolved ·" in sheet.list.lines.shown(0).note
        assert "marks" not in sheet.list.lines.shown(1).note
        shelf.press(Key.Key_Space)
        assert sheet.told.text() == "One file becomes a draft in the library."

    def test_a_day_that_becomes_an_event_is_told(
        self, shelf: library_room.Room, qtbot: QtBot, tmp_path: Path
    ) -> None:
        put(tmp_path / "a.md", "# 2026-03-04, Disk was full\n\n## Actions\n\n- Rotate the logs\n")
        put(tmp_path / "b.md", DOCUMENT)
        shelf.view.deeds.bring_in([tmp_path])
        sheet = self.wait(qtbot, shelf)
        first, second = (sheet.list.lines.shown(row) for row in (0, 1))
        assert (first.when, first.note) == (
            "4 Mar 2026",
            "1 action · its day becomes an event · a.md",
        )
        assert "its day" not in second.note

    def test_an_import_can_be_taken_back(
        self, shelf: library_room.Room, qtbot: QtBot, tmp_path: Path
    ) -> None:
        for name in ("a", "b"):
            put(tmp_path / f"{name}.md", DOCUMENT.replace("Disk", f"Disk {name}"))
        shelf.view.deeds.bring_in([tmp_path])
        self.wait(qtbot, shelf)
        shelf.press(Key.Key_Return)
        assert shelf.told == "2 reviews were imported."
        shelf.registry.run("edit.undo")
        assert shelf.titles == ["Incident number 1"]

    def test_what_the_library_has_is_left_out(
        self, shelf: library_room.Room, qtbot: QtBot, tmp_path: Path
    ) -> None:
        told = []
        for _ in range(2):
            shelf.view.deeds.bring_in([put(tmp_path / "a.md", DOCUMENT)])
            told.append(self.wait(qtbot, shelf).told.text())
            shelf.press(Key.Key_Return)
        assert "is there already" in told[1]
        assert shelf.titles.count("Disk was full") == 1

    def test_what_was_taken_back_comes_again_and_is_known_then(
        self, shelf: library_room.Room, qtbot: QtBot, tmp_path: Path
    ) -> None:
        for name in ("a", "b"):
            put(tmp_path / f"{name}.md", DOCUMENT.replace("Disk", f"Disk {name}"))
        told = []
        for turn in range(3):
            shelf.view.deeds.bring_in([tmp_path])
            told.append(self.wait(qtbot, shelf).told.text())
            shelf.press(Key.Key_Return)
            if not turn:
                shelf.registry.run("edit.undo")
        assert "2 are there already" in told[2]
        assert shelf.titles.count("Disk a was full") == 1

    def test_one_alone_is_opened(
        self, shelf: library_room.Room, qtbot: QtBot, tmp_path: Path
    ) -> None:
        shelf.view.deeds.bring_in([put(tmp_path / "a.md", DOCUMENT)])
        self.wait(qtbot, shelf)
        shelf.press(Key.Key_Return)
        assert len(shelf.door.opened) == 1

    def test_a_pasted_document(self, shelf: library_room.Room, qtbot: QtBot) -> None:
        shelf.paste(DOCUMENT)
        self.wait(qtbot, shelf)
        shelf.press(Key.Key_Return)
        assert shelf.titles[0] == "Disk was full"

    def test_a_refusal_keeps_the_sheet(
        self, shelf: library_room.Room, qtbot: QtBot, tmp_path: Path
    ) -> None:
        from facilitator.store.errors import WriteFailed  # noqa: PLC0415 - here only

        shelf.view.deeds.bring_in([put(tmp_path / "a.md", DOCUMENT)])
        sheet = self.wait(qtbot, shelf)
        shelf.door.trouble = WriteFailed("The disk is full.")
        shelf.press(Key.Key_Return)
        assert sheet.problem.text() == "The disk is full."
        assert sheet.isVisible()

    def test_reading_can_be_given_up(
        self, shelf: library_room.Room, qtbot: QtBot, tmp_path: Path
    ) -> None:
        for number in range(40):
            put(tmp_path / f"{number:02}.md", DOCUMENT)
        shelf.view.deeds.bring_in([tmp_path])
        sheet = shelf.sheet
        shelf.press(Key.Key_Escape)
        assert shelf.sheet is None
        qtbot.wait(50)
        assert sheet is not shelf.sheet
        assert shelf.titles == ["Incident number 1"]

    def test_dropped_files_are_imported(self, shelf: library_room.Room, tmp_path: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(put(tmp_path / "a.md", DOCUMENT)))])
        enters = QDragEnterEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _NONE
        )
        shelf.view.filter.dragEnterEvent(enters)
        assert not enters.isAccepted()
        assert local_files(data) == [tmp_path / "a.md"]


def test_other_columns_of_a_table_are_chosen(room: timeline_room.Room, qtbot: QtBot) -> None:
    sheet = paste(
        room,
        qtbot,
        "When\tSeen\tNote\n"
        "2026-03-03T14:00:00Z\t2026-03-03T14:30:00Z\tDisk is full on the primary\n"
        "2026-03-03T14:10:00Z\t2026-03-03T14:40:00Z\tOld logs are removed\n",
    )
    assert "is read as the time" in sheet.told.text()
    assert "C other columns" in sheet.hint.text()
    room.press(Key.Key_C)
    room.enter("when it happened")
    room.enter("seen")
    assert top_sheet(room.page) is sheet
    assert sheet.list.lines.shown(0).when == "14:30"
    room.press(Key.Key_Return)
    assert room.find("Disk is full on the primary").at == datetime(2026, 3, 3, 14, 30, tzinfo=UTC)


def test_what_has_no_columns_says_so(room: timeline_room.Room, pasted: Any) -> None:
    room.press(Key.Key_C)
    assert pasted.problem.text() == "Only a table has columns to choose."


def test_a_wrong_answer_can_be_given_anew(room: timeline_room.Room, pasted: Any) -> None:
    room.press(Key.Key_Z)
    assert pasted.question.isVisible()
    assert pasted.do.isHidden()
    room.enter("2026-03-04")
    room.enter("Tokyo")
    assert "From 4 March 2026 05:03" in pasted.span.text()


def test_an_answer_for_one_file_alone(
    room: timeline_room.Room, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [put(tmp_path / name, PASTE) for name in ("a.txt", "b.txt")]
    deeds.bring_into(room.desk, paths)
    sheet = top_sheet(room.page)
    wait(sheet, qtbot)
    assert "all 2 files" in sheet.question.where.text()
    room.enter("2026-03-03")
    room.type("Tokyo")
    room.press(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.question.where.text().startswith("b.txt")
    room.enter("London")
    ats = [each.at for each in sheet.list.lines.all[:1]] + [sheet.list.lines.all[-1].at]
    assert ats == [
        datetime(2026, 3, 3, 5, 3, tzinfo=UTC),
        datetime(2026, 3, 3, 14, 20, tzinfo=UTC),
    ]


def test_many_post_mortems_into_one_review_are_doubted(
    room: timeline_room.Room, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in "abcdef":
        put(tmp_path / f"{name}.md", DOCUMENT.replace("Disk", f"Disk {name}"))
    deeds.bring_into(room.desk, [tmp_path])
    sheet = top_sheet(room.page)
    wait(sheet, qtbot)
    assert sheet.told.text().startswith("6 sources: 12 entries, 12 taken. All 6 post-mortems")


def test_a_day_without_a_year_is_past(room: timeline_room.Room, qtbot: QtBot) -> None:
    sheet = paste(room, qtbot, PASTE)
    room.enter("2099-03-26")
    assert "still to come" in sheet.question.problem.text()
    room.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    # Today is 5 March 2026.
    room.enter("26 March")
    room.enter("London")
    assert sheet.basket.answers["date"] == "2025-03-26"


def test_after_an_option_the_next_question_has_the_keys(
    room: timeline_room.Room, qtbot: QtBot, tmp_path: Path
) -> None:
    text = DOCUMENT.replace(" UTC", " IST").replace("00:20 IST", "00:20 CST")
    deeds.bring_into(room.desk, [put(tmp_path / "a.md", text)])
    sheet = top_sheet(room.page)
    wait(sheet, qtbot)
    assert "IST" in sheet.question.words.text()
    room.press(Key.Key_1)
    assert "CST" in sheet.question.words.text()
    assert room.focus in sheet.question._options
    room.press(Key.Key_Return)
    assert sheet.question.isHidden()
    assert room.focus is sheet.list


def test_one_enter_answers_one_question(room: timeline_room.Room, qtbot: QtBot) -> None:
    text = "[18:00] Ann: checkout is slow\n[18:01] Bob: yes\n[09:00] Ann: still slow\n"
    sheet = paste(room, qtbot, text)
    room.enter("2026-03-03")
    room.enter("London")
    assert "is it out of order?" in sheet.question.words.text()
    assert "back" not in sheet.basket.answers
    room.press(Key.Key_1)
    assert "Put on the next day." in sheet.list.lines.shown(1).note


ALERT = json.dumps(
    {
        "version": "4",
        "status": "firing",
        "receiver": "ops",
        "alerts": [
            {
                "status": "firing",
                "labels": {"alertname": "QueueFull", "service": "ledger"},
                "annotations": {"summary": "The queue is full"},
                "startsAt": "2026-03-03T14:10:00Z",
            }
        ],
    }
)


def test_what_a_program_sends_is_imported_though_it_is_one_line(
    room: timeline_room.Room, qtbot: QtBot
) -> None:
    assert "\n" not in ALERT
    sheet = paste(room, qtbot, ALERT)
    assert any("The queue is full" in each for each in words(sheet))


def copy_files(*paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(data)


def test_copied_files_are_imported_into_the_review(
    room: timeline_room.Room, qtbot: QtBot, tmp_path: Path
) -> None:
    copy_files(put(tmp_path / "chat.txt", PASTE))
    room.press(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    sheet = top_sheet(room.page)
    assert sheet is not None
    wait(sheet, qtbot)
    assert "chat.txt" in sheet.question.where.text()


def test_copied_files_are_imported_into_the_library(qtbot: QtBot, tmp_path: Path) -> None:
    shelf = library_room.open_library(qtbot, [library_room.summary(1)])
    copy_files(put(tmp_path / "a.md", DOCUMENT))
    shelf.press(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(shelf.sheet, qtbot)
    shelf.press(Key.Key_Return)
    assert shelf.titles.count("Disk was full") == 1
