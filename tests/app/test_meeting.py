"""The meeting's clock over restarts, sleep, moved clocks, bad files and a second program."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app.agendas import AgendaShelf
from facilitator.app.clock import steady
from facilitator.app.meeting import WRITTEN_EVERY, Meeting
from facilitator.app.meeting_path import meeting_path, under_way
from facilitator.domain.agenda import Agenda, Slot
from facilitator.domain.phase import Phase

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.meeting_clock import MeetingClock

MINUTE = 60
NOON = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)
SHORT = Agenda("short", "Short", (Slot(Phase.TIMELINE, 10), Slot(Phase.ACTIONS, 5, "Decide")))


@dataclass
class World:
    """A file, a clock on the wall and a steady one; programs come and go in it."""

    path: Path
    wall: datetime = NOON
    since: float = 1000.0
    heard: list[Meeting] = field(default_factory=list)

    def open(self) -> Meeting:
        shelf = AgendaShelf(self.path.parent / "agendas")
        return Meeting(self.path, lambda: self.since, lambda: self.wall, shelf)

    def wait(self, seconds: float, *meetings: Meeting) -> None:
        """Let time go by, ticking every second as the programs do."""
        for _ in range(int(seconds)):
            self.sleep(1)
            for meeting in meetings:
                meeting.tick()

    def sleep(self, seconds: float) -> None:
        """Let time go by without a tick."""
        self.wall += timedelta(seconds=seconds)
        self.since += seconds

    def kept(self) -> Any:
        return json.loads(self.path.read_text("utf-8"))


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "meetings" / "r1.json")


# -- in one program --------------------------------------------------------------------------------


def test_nothing_is_written_before_anything_is_done(world: World) -> None:
    meeting = world.open()
    meeting.tick()
    assert not world.path.parent.exists()
    assert (meeting.agenda.id, meeting.running, meeting.current) == ("plain_90", False, None)
    assert (meeting.begun, meeting.gap, meeting.late(), meeting.problem) == (False, None, None, "")


def test_the_clock_counts_where_the_meeting_is(world: World) -> None:
    meeting = world.open()
    meeting.start()
    world.wait(5 * MINUTE, meeting)
    meeting.next()
    world.wait(2 * MINUTE, meeting)
    meeting.pause()
    world.sleep(3 * MINUTE)
    meeting.start()
    world.wait(MINUTE, meeting)
    assert [meeting.used(index) for index in range(3)] == [5 * MINUTE, 3 * MINUTE, 0]
    assert meeting.late() == 3 * MINUTE
    assert meeting.ends_at() == world.wall + timedelta(minutes=82)


def test_time_up_to_a_change_goes_to_the_slot_before_it(world: World) -> None:
    meeting = world.open()
    meeting.start()
    world.sleep(40)
    meeting.next()
    world.sleep(5)
    meeting.pause()
    assert (meeting.used(0), meeting.used(1)) == (40, 5)


def test_minutes_go_to_the_current_slot_or_to_the_one_that_is_named(world: World) -> None:
    meeting = world.open()
    meeting.more(1)
    meeting.more(-3, 4)
    assert (meeting.planned(0), meeting.planned(4)) == (6 * MINUTE, 17 * MINUTE)
    assert [slot.minutes for slot in meeting.as_planned().slots] == [6, 20, 25, 15, 17, 5]
    assert meeting.agenda.minutes == 90


def test_whoever_follows_hears_of_changes_and_ticks_alone(world: World) -> None:
    meeting = world.open()
    heard: list[str] = []
    leave = meeting.subscribe(lambda: heard.append("told"))
    meeting.pause()
    assert heard == []
    meeting.start()
    meeting.tick()
    assert len(heard) == 2
    leave()
    meeting.reset()
    assert len(heard) == 2
    assert not meeting.begun


def test_the_stage_moves_the_agenda_only_while_it_runs_and_only_ahead(world: World) -> None:
    meeting = world.open()
    meeting.go_to_phase(Phase.FACTORS)
    assert meeting.current is None
    meeting.start()
    meeting.go_to_phase(Phase.FACTORS)
    assert meeting.current == 2
    meeting.go_to_phase(Phase.BRIEF)
    assert meeting.current == 2


def test_a_moved_clock_on_the_wall_changes_nothing(world: World) -> None:
    meeting = world.open()
    meeting.start()
    for moved in (timedelta(hours=-3), timedelta(days=2)):
        world.wall += moved
        world.wait(30, meeting)
    assert (meeting.used(0), meeting.late(), meeting.gap) == (60, 0, None)


def test_sleep_of_an_hour_is_offered_and_one_of_minutes_counts(world: World) -> None:
    meeting = world.open()
    meeting.start()
    world.sleep(8 * MINUTE)
    meeting.tick()
    assert (meeting.used(0), meeting.gap) == (8 * MINUTE, None)
    world.sleep(60 * MINUTE)
    meeting.tick()
    assert (meeting.used(0), meeting.gap, meeting.running) == (8 * MINUTE, 60 * MINUTE, True)
    meeting.count_gap()
    assert (meeting.used(0), meeting.gap) == (68 * MINUTE, None)


def test_a_silence_is_left_out_when_so_decided(world: World) -> None:
    meeting = world.open()
    meeting.start()
    world.sleep(60 * MINUTE)
    meeting.leave_gap()
    assert (meeting.used(0), meeting.gap) == (0, None)


def test_another_agenda_keeps_the_slots_it_shares(world: World) -> None:
    meeting = world.open()
    meeting.start()
    meeting.next()
    world.wait(90, meeting)
    meeting.choose(SHORT)
    assert (meeting.current, meeting.used(0), meeting.used(1)) == (0, 90, 0)


# -- across a restart ------------------------------------------------------------------------------


def test_a_restart_goes_on_where_it_was(world: World) -> None:
    meeting = world.open()
    meeting.choose(SHORT)
    meeting.start()
    world.wait(25, meeting)
    meeting.more(5)
    world.sleep(2 * MINUTE)
    again = world.open()
    assert again.agenda == SHORT
    assert (again.running, again.current, again.planned(0)) == (True, 0, 15 * MINUTE)
    assert again.used(0) == 25 + 2 * MINUTE


def test_a_killed_program_loses_nothing_that_the_rule_does_not_give_back(world: World) -> None:
    meeting = world.open()
    meeting.start()
    world.wait(57, meeting)
    assert 57 - world.kept()["used"][0] <= WRITTEN_EVERY
    assert world.open().used(0) == 57


def test_it_is_written_every_ten_seconds_and_not_oftener(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = world.open()
    meeting.start()
    written: list[datetime] = []
    keep = meeting._file.write

    def write(clock: MeetingClock, now: datetime) -> None:
        written.append(now)
        keep(clock, now)

    monkeypatch.setattr(meeting._file, "write", write)
    world.wait(35, meeting)
    assert len(written) == 3


def test_after_a_long_time_away_the_silence_is_offered(world: World) -> None:
    world.open().start()
    world.sleep(60 * MINUTE)
    again = world.open()
    assert (again.used(0), again.gap, again.running) == (0, 60 * MINUTE, True)
    assert again.late() == 60 * MINUTE


def test_on_the_next_day_the_clock_stands(world: World) -> None:
    world.open().start()
    world.sleep(20 * 60 * MINUTE)
    assert not world.open().running


def test_a_wall_clock_that_went_back_counts_nothing(world: World) -> None:
    world.open().start()
    world.wall -= timedelta(hours=5)
    again = world.open()
    assert (again.used(0), again.gap, again.running) == (0, None, True)


def test_a_paused_meeting_stays_paused(world: World) -> None:
    meeting = world.open()
    meeting.start()
    world.wait(30, meeting)
    meeting.pause()
    world.sleep(3 * 60 * MINUTE)
    again = world.open()
    assert (again.used(0), again.gap, again.running) == (30, None, False)


# -- two programs ----------------------------------------------------------------------------------


def test_two_programs_show_the_same_clock(world: World) -> None:
    one = world.open()
    one.start()
    world.wait(3, one)
    other = world.open()
    world.wait(30, one, other)
    other.next()
    world.wait(1, one, other)
    assert (one.current, other.current) == (1, 1)
    one.pause()
    world.wait(1, one, other)
    assert not other.running
    assert (one.used(0), one.used(1)) == (other.used(0), other.used(1)) == (33, 1)


def test_whoever_only_follows_does_not_write(world: World) -> None:
    one = world.open()
    one.start()
    other = world.open()
    world.wait(24, other)
    assert world.kept()["used"][0] == 0
    # The first is gone: the second keeps the clock from now on.
    world.wait(1, other)
    assert world.kept()["used"][0] > 20


def test_an_old_change_of_another_program_counts_the_time_since(world: World) -> None:
    one, other = world.open(), world.open()
    one.start()
    world.sleep(5 * MINUTE)
    other.tick()
    assert (other.running, other.used(0)) == (True, 5 * MINUTE)


# -- bad files -------------------------------------------------------------------------------------


def changed(world: World, **values: Any) -> str:
    return json.dumps(world.kept() | values)


@pytest.mark.parametrize("text", ["", "{", "[" * 99999, "[]", '{"format": "other"}', "\ufeff{}"])
def test_a_file_that_is_none_is_kept_aside_and_told(world: World, text: str) -> None:
    world.path.parent.mkdir()
    world.path.write_text(text, encoding="utf-8")
    meeting = world.open()
    assert (meeting.running, meeting.current) == (False, None)
    assert "It was kept as r1.json.bad." in meeting.problem
    assert (world.path.parent / "r1.json.bad").read_text("utf-8") == text
    meeting.start()
    assert world.open().running


@pytest.mark.parametrize(
    "values",
    [
        {"used": [1]},
        {"used": ["1"] * 6},
        {"used": [-1.0] * 6},
        {"used": [float("nan")] * 6},
        {"used": [float("inf")] * 6},
        {"used": [10**400] * 6},
        {"used": [1e308] * 6},
        {"elapsed": 10**15},
        {"more": [999, 0, 0, 0, 0, 0]},
        {"more": [0.5, 0, 0, 0, 0, 0]},
        {"current": 6},
        {"current": -1},
        {"current": True},
        {"current": None},
        {"elapsed": None},
        {"gap_at": "0"},
        {"written": "yesterday"},
        {"written": "2026-03-05T14:00:00"},
        {"written": 7},
        {"agenda": None},
        {"agenda": {"id": 1, "words": "A", "about": "", "slots": []}},
        {"agenda": {"id": "a", "words": "A", "about": "", "slots": [{"phase": "lunch"}]}},
    ],
)
def test_a_damaged_value_begins_anew(world: World, values: dict[str, Any]) -> None:
    world.open().start()
    world.path.write_text(changed(world, **values), encoding="utf-8")
    meeting = world.open()
    assert "its file is damaged" in meeting.problem
    assert not meeting.begun


def test_a_file_of_a_newer_program_is_left_to_it(world: World) -> None:
    world.open().start()
    text = changed(world, version=2)
    world.path.write_text(text, encoding="utf-8")
    assert "newer version" in world.open().problem
    assert (world.path.parent / "r1.json.bad").read_text("utf-8") == text


def test_a_file_that_cannot_be_read_or_written_leaves_the_clock_going(world: World) -> None:
    world.path.mkdir(parents=True)
    meeting = world.open()
    assert "cannot be read" in meeting.problem
    meeting.start()
    world.wait(60, meeting)
    assert meeting.used(0) == 60
    assert "cannot be kept in" in meeting.problem


def test_a_folder_that_cannot_be_made_is_told_until_it_can(world: World) -> None:
    world.path.parent.write_text("", encoding="utf-8")
    meeting = world.open()
    assert meeting.running is False
    meeting.start()
    assert "It goes on until the program ends." in meeting.problem
    world.path.parent.unlink()
    world.wait(10, meeting)
    assert meeting.problem == ""
    assert world.kept()["used"][0] == 10


def test_a_file_that_turns_bad_meanwhile_does_not_stop_the_clock(world: World) -> None:
    meeting = world.open()
    meeting.start()
    world.path.write_text("not mine", encoding="utf-8")
    world.wait(12, meeting)
    assert (meeting.running, meeting.used(0)) == (True, 12)
    assert world.kept()["running"] is True


@given(st.binary(max_size=300))
def test_any_file_will_do(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    world = World(tmp_path_factory.mktemp("meetings") / "r1.json")
    world.path.write_bytes(data)
    assert world.open().problem


def test_the_file_is_the_users_alone(world: World) -> None:
    world.open().start()
    assert world.path.stat().st_mode & 0o777 == 0o600


def test_the_steady_clock_only_grows() -> None:
    first = steady()
    assert steady() >= first > 0


@pytest.mark.parametrize(
    "review_id", ["", "nul", "COM1", "../x", "a/b", "a b", "\ud800", "é" * 9, "x" * 300, "ABCDEFGH"]
)
def test_an_id_that_is_no_file_name_gets_another(tmp_path: Path, review_id: str) -> None:
    path = meeting_path(tmp_path, review_id)
    assert path.parent == tmp_path
    assert len(path.stem) == 64
    assert path.stem.isalnum()


def test_the_ids_of_the_program_are_names(tmp_path: Path) -> None:
    for review_id in ("sample-limits-rollout", "01jabcdefgh012345678"):
        assert meeting_path(tmp_path, review_id).stem == review_id


def test_a_folder_that_is_closed_holds_no_meeting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not under_way(tmp_path, "review-1")
    meeting_path(tmp_path, "review-1").touch()
    assert under_way(tmp_path, "review-1")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(tmp_path), "stat", closed)
    assert not under_way(tmp_path, "review-1")
