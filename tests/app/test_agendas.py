"""The shelf of agendas: those of the program, the user's own, and files that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app.agendas import AgendaShelf
from facilitator.domain.agenda import Agenda, Slot, checked
from facilitator.domain.phase import Phase
from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from pathlib import Path

OURS = Agenda("", "Our Monday", (Slot(Phase.TIMELINE, 5, "Read alone"), Slot(Phase.ACTIONS, 10)))
GOOD = """
[[agenda]]
words = "By hand"
slots = [{ phase = "brief", minutes = 5 }, { phase = "close", minutes = 3, words = "Thanks" }]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "config" / "agendas"


@pytest.fixture
def shelf(folder: Path) -> AgendaShelf:
    return AgendaShelf(folder)


def own(shelf: AgendaShelf) -> list[Agenda]:
    return [each for each in shelf.agendas() if each.id.startswith("own:")]


def put(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


# -- of the program --------------------------------------------------------------------------------


def test_the_program_has_the_ways_that_are_well_known(shelf: AgendaShelf) -> None:
    found = {each.id: each for each in shelf.agendas()}
    assert {key: each.minutes for key, each in found.items()} == {
        "plain_90": 90,
        "etsy_60": 60,
        "pagerduty_60": 60,
        "pagerduty_30": 30,
        "silent_45": 45,
        "howie_60": 60,
    }
    assert all(checked(each) == each and each.about for each in found.values())
    assert shelf.first().id == "plain_90"
    assert shelf.problems() == ()


def test_most_of_etsy_is_timeline_and_howie_has_no_actions(shelf: AgendaShelf) -> None:
    found = {each.id: each.slots for each in shelf.agendas()}
    assert {slot.phase: slot.minutes for slot in found["etsy_60"]}[Phase.TIMELINE] == 35
    assert [slot.minutes for slot in found["silent_45"]] == [5, 15, 15, 10]
    assert Phase.ACTIONS not in {slot.phase for slot in found["howie_60"]}


# -- the user's own --------------------------------------------------------------------------------


def test_what_is_saved_is_there_again(shelf: AgendaShelf, folder: Path) -> None:
    kept = shelf.save(OURS)
    assert (kept.words, kept.slots) == (OURS.words, OURS.slots)
    assert own(AgendaShelf(folder)) == [kept]
    assert (folder / "our-monday.toml").stat().st_mode & 0o777 == 0o600


def test_the_same_words_replace_and_others_do_not(shelf: AgendaShelf, folder: Path) -> None:
    shelf.save(OURS)
    shelf.save(Agenda("", "our monday", (Slot(Phase.CLOSE, 1),)))
    assert [each.minutes for each in own(shelf)] == [1]
    shelf.save(Agenda("", "Our Monday!", (Slot(Phase.CLOSE, 2),)))
    assert sorted(each.minutes for each in own(shelf)) == [1, 2]
    assert sorted(each.name for each in folder.iterdir()) == [
        "our-monday-2.toml",
        "our-monday.toml",
    ]


@pytest.mark.parametrize("text", ["= broken", GOOD, GOOD + GOOD.replace("By hand", "Our Monday")])
def test_a_file_with_something_else_is_not_written_over(
    shelf: AgendaShelf, folder: Path, text: str
) -> None:
    put(folder, "our-monday.toml", text)
    shelf.save(OURS)
    assert (folder / "our-monday.toml").read_text("utf-8") == text
    assert OURS.words in {each.words for each in own(shelf)}


@pytest.mark.parametrize("words", ["CON", "../../etc/passwd", "日本語", "a" * 60, ".", "nul"])
def test_any_name_makes_a_safe_file(shelf: AgendaShelf, folder: Path, words: str) -> None:
    shelf.save(Agenda("", words, OURS.slots))
    (file,) = folder.iterdir()
    assert file.suffix == ".toml"
    assert file.stem not in {"con", "nul", ""}
    assert [each.words for each in own(shelf)] == [words]


def test_the_names_of_the_program_are_taken(shelf: AgendaShelf) -> None:
    with pytest.raises(RuleViolation, match="give another"):
        shelf.save(Agenda("", "etsy 60", OURS.slots))


def test_a_folder_that_cannot_be_is_told_at_the_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RuleViolation, match="cannot be kept in") as caught:
        AgendaShelf(tmp_path / "file" / "agendas").save(OURS)
    assert caught.value.field == "words"
    assert own(AgendaShelf(tmp_path / "file" / "agendas")) == []


def test_files_by_hand_are_read_and_may_hold_several(shelf: AgendaShelf, folder: Path) -> None:
    put(folder, "ours.toml", "\ufeff" + GOOD + GOOD)
    first, second = own(shelf)
    assert first.slots == (Slot(Phase.BRIEF, 5), Slot(Phase.CLOSE, 3, "Thanks"))
    assert first.id != second.id


# -- what is broken --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = = 1", "it is not TOML at line 1"),
        ("", "it has no [[agenda]]"),
        ("agenda = 1", "it has no [[agenda]]"),
        ("agenda = [1]", "it has no [[agenda]]"),
        ("[[agenda]]\nslots = []", "agenda 1 has no words"),
        ('[[agenda]]\nwords = "A"', "“A” has no slots"),
        ('[[agenda]]\nwords = "A"\nslots = []', "“A” cannot be so (an agenda has 1 to 20 slots)"),
        ('[[agenda]]\nwords = "A"\nslots = [1]', "slot 1 of “A” is no table"),
        (
            GOOD.replace('"brief"', '"lunch"'),
            "slot 1 of “By hand” has no phase; there are brief, timeline, factors, findings, actio",
        ),
        (
            GOOD.replace("minutes = 3", 'minutes = "3"'),
            "slot 2 of “By hand” has no minutes, a whole number",
        ),
        (
            GOOD.replace("minutes = 3", "minutes = 900"),
            "slot 2 of “By hand” cannot be so (a slot has 1 to 240 minutes)",
        ),
        (GOOD.replace('"Thanks"', "7"), "the words of slot 2 of “By hand” are no text"),
        ("a = " + "[" * 9999, "it is not TOML"),
        ("# " + "x" * 100_000, "it has more than 100,000 bytes"),
    ],
)
def test_a_broken_file_is_told_and_the_others_work(
    shelf: AgendaShelf, folder: Path, text: str, told: str
) -> None:
    put(folder, "a.toml", text)
    put(folder, "b.toml", GOOD)
    assert [each.words for each in own(shelf)] == ["By hand"]
    (problem,) = shelf.problems()
    assert problem.startswith(f"a.toml is left out of the agendas: {told}")
    assert problem.endswith(".")


def test_what_is_no_text_or_no_file_is_told_too(shelf: AgendaShelf, folder: Path) -> None:
    (folder / "dir.toml").mkdir(parents=True)
    (folder / "raw.toml").write_bytes(b"\xff\xfe\x00")
    put(folder, "notes.txt", "not looked at")
    assert len(shelf.problems()) == 2
    assert own(shelf) == []


@given(st.binary(max_size=300))
def test_any_bytes_leave_the_shelf_standing(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("agendas")
    (folder / "any.toml").write_bytes(data)
    shelf = AgendaShelf(folder)
    assert len(shelf.agendas()) >= 6
    assert len(own(shelf)) + len(shelf.problems()) >= 1


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    shelf = AgendaShelf(tmp_path / "file")
    assert own(shelf) == []
    (problem,) = shelf.problems()
    assert problem == f"Your own agendas in {tmp_path / 'file'} cannot be read: Not a directory."


def test_a_folder_that_lets_nobody_look_is_told_at_the_name(
    shelf: AgendaShelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(folder), "exists", closed)
    with pytest.raises(RuleViolation, match="Permission denied"):
        shelf.save(OURS)
