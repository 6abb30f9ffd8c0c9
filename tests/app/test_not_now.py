"""Hints that were put off: remembered across restarts, without their words."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from facilitator.app.not_now import NotNow, not_now_path

if TYPE_CHECKING:
    from pathlib import Path

KEY = "human_error:e1:They forgot to run the checks"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return not_now_path(tmp_path / "meetings", "review-12345")


def test_it_stands_beside_the_meeting(path: Path) -> None:
    assert path.name == "review-12345.coach.json"


def test_what_is_put_off_is_known_after_a_restart_and_its_words_are_not_there(path: Path) -> None:
    NotNow(path).add(KEY)
    again = NotNow(path)
    assert KEY in again
    assert f"{KEY} today" not in again, "Other words are another hint."
    assert "forgot" not in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_all_come_back_when_asked_for(path: Path) -> None:
    one = NotNow(path)
    one.add(KEY)
    one.add("vague:a1")
    one.clear()
    assert KEY not in NotNow(path)
    assert "vague:a1" not in NotNow(path)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[" * 100_000,
        b"[]",
        b'{"format": "facilitator.coach"}',
        b'{"format": "facilitator.coach", "version": 1, "not_now": [1, null, "short"]}',
        b'{"format": "facilitator.coach", "version": 2, "not_now": []}',
        b'{"format": "facilitator.meeting", "version": 1, "not_now": []}',
    ],
)
def test_a_damaged_file_is_an_empty_one(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    one = NotNow(path)
    assert KEY not in one
    one.add(KEY)
    assert KEY in NotNow(path)


def test_where_nothing_can_be_written_it_is_remembered_meanwhile(tmp_path: Path) -> None:
    blocked = tmp_path / "meetings"
    blocked.write_text("a file, no folder", encoding="utf-8")
    one = NotNow(not_now_path(blocked, "r1"))
    one.add(KEY)
    assert KEY in one
    assert KEY not in NotNow(not_now_path(blocked, "r1"))


def test_without_a_file_it_is_remembered_meanwhile() -> None:
    one = NotNow()
    one.add(KEY)
    assert KEY in one
    one.clear()
    assert KEY not in one


def test_the_oldest_of_very_many_are_forgotten(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitator.app.not_now._MOST", 3)
    one = NotNow(path)
    for number in range(5):
        one.add(str(number))
    assert [number for number in range(5) if str(number) in NotNow(path)] == [2, 3, 4]
