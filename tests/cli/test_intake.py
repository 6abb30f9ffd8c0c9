"""``import`` of chats, alerts, tables and post-mortems by the command line."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell

PASTE = "[14:03] Ann: checkout is slow\n[14:05] Bob: rolling back\n[14:20] Ann: back to normal\n"
DOCUMENT = (
    "# Disk was full\n\n## Timeline\n\nAll times in CET.\n\n"
    "- 2026-01-20 23:50: Disk fills up\n- 00:20: Logs are removed\n\n"
    "## Root cause\n\n- Logs are never rotated\n\n## Action items\n\n- Rotate the logs\n"
)
KEYS = {"format", "events", "factors", "actions", "skipped", "questions"}


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def events_of(shell: Shell, review_id: str) -> list[tuple[str, str]]:
    review = shell.done("show", review_id, "--json").json["review"]
    return [(each["at"], each["text"]) for each in review["events"]]


def test_a_dry_run_tells_what_would_come_and_what_is_asked(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "chat.txt", PASTE)
    told = shell.done("import", path, "--dry-run", "--json").json
    assert told.keys() >= KEYS
    assert (told["format"], told["events"], told["factors"], told["actions"]) == ("chat", 3, 0, 0)
    assert [each["id"] for each in told["questions"]] == ["date", "zone"]
    assert shell.titles() == []
    assert "questions" not in shell.done("import", path, "--dry-run").out


def test_nothing_is_guessed(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "chat.txt", PASTE)
    told = shell.fails(3, "import", path)
    assert "--zone" in told
    assert "--date" in told
    assert "Nothing was changed." in told
    shell.fails(3, "import", path, "--zone", "Europe/Berlin")
    assert shell.titles() == []
    review_id = shell.done(
        "import", path, "--zone", "Europe/Berlin", "--date", "2026-07-04"
    ).out.strip()
    assert [at for at, _ in events_of(shell, review_id)] == [
        "2026-07-04T12:03:00Z",
        "2026-07-04T12:05:00Z",
        "2026-07-04T12:20:00Z",
    ]


def test_a_post_mortem_becomes_a_review(shell: Shell, tmp_path: Path) -> None:
    review_id = shell.done("import", put(tmp_path / "disk.md", DOCUMENT)).out.strip()
    review = shell.done("show", review_id, "--json").json["review"]
    assert review["title"] == "Disk was full"
    assert review["held_on"] is None
    (listed,) = shell.done("list", "--json").json
    assert (listed["day"], listed["held_on"]) == ("2026-01-20", None)
    assert shell.done("list").out.split("\t")[2] == "2026-01-20"
    assert [each["at"] for each in review["events"]] == [
        "2026-01-20T22:50:00Z",
        "2026-01-20T23:20:00Z",
    ]
    assert [each["text"] for each in review["actions"]] == ["Rotate the logs"]
    assert [each["text"] for each in review["factors"]] == [
        "Disk was full",
        "Logs are never rotated",
    ]


def test_an_answer_to_what_only_some_documents_ask(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "june.md", DOCUMENT.replace("2026-01-20", "2026-06-20"))
    told = shell.fails(3, "import", path)
    assert "zone CET" in told
    asked = shell.done("import", path, "--dry-run", "--json").json["questions"][0]
    assert {each["answer"] for each in asked["options"]} == {"Europe/Berlin", "+01:00"}
    by_answer = shell.done("import", path, "--answer", "zone CET=+01:00").out.strip()
    assert events_of(shell, by_answer)[0][0] == "2026-06-20T22:50:00Z"
    put(path, DOCUMENT.replace("2026-01-20", "2026-06-20") + "- Watch the disk\n")
    by_zone = shell.done("import", path, "--zone", "Europe/Copenhagen").out.strip()
    assert events_of(shell, by_zone)[0][0] == "2026-06-20T21:50:00Z"
    # The clocks of London happen to show the same hour; they are not what CET means.
    put(path, DOCUMENT.replace("2026-01-20", "2026-06-21"))
    assert "zone CET" in shell.fails(3, "import", path, "--zone", "Europe/London")


def test_into_a_review_and_again_adds_nothing(shell: Shell, tmp_path: Path) -> None:
    shell.done("sample")
    path = put(tmp_path / "chat.txt", PASTE)
    words = (path, "--into", "shops", "--zone", "UTC", "--date", "2026-03-03")
    before = len(events_of(shell, "shops"))
    assert shell.done("import", *words, "--dry-run", "--json").json["events"] == 3
    assert len(events_of(shell, "shops")) == before
    shell.done("import", *words)
    assert len(events_of(shell, "shops")) == before + 3
    again = shell.done("import", *words, "--json").json
    assert again["events"] == 0
    assert [each["why"] for each in again["skipped"]] == ["It is there already."] * 3
    assert len(events_of(shell, "shops")) == before + 3


def test_a_folder_is_read_file_by_file(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "history"
    put(folder / "a.md", DOCUMENT)
    put(folder / "b.md", DOCUMENT.replace("Disk was full", "Disk was full again"))
    put(folder / "binary.dat", "\x00\x01\x02")
    put(folder / "empty.md", "")
    put(folder / "logo.png", "x")
    answer = shell.done("import", folder, "--json")
    told = [json.loads(line) for line in answer.out.splitlines()]
    assert [each["file"] for each in told if each["review"]] == ["a.md", "b.md"]
    assert [each["file"] for each in told if each["skipped"] and not each["review"]] == [
        "binary.dat",
        "empty.md",
        "logo.png",
    ]
    assert "2 of 5: b.md" in answer.err
    assert sorted(shell.titles()) == ["Disk was full", "Disk was full again"]


def test_one_bad_file_among_several_and_nothing_comes(shell: Shell, tmp_path: Path) -> None:
    good, bad = put(tmp_path / "a.md", DOCUMENT), put(tmp_path / "b.txt", "\x00\x01")
    assert "b.txt" in shell.fails(3, "import", good, bad)
    assert shell.titles() == []


def test_a_source_through_a_pipe(shell: Shell, tmp_path: Path) -> None:
    import os  # noqa: PLC0415 - pipes are of some systems only

    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(DOCUMENT,), daemon=True)
    writer.start()
    shell.done("import", pipe)
    writer.join(5)
    assert shell.titles() == ["Disk was full"]


@pytest.mark.parametrize(
    "words",
    [
        ("--zone", "Nowhere"),
        ("--zone", "IST"),
        ("--date", "4/3/2026"),
        ("--date", "4 Mar"),
        ("--date", "4 Mar 2026 or so"),
        ("--answer", "zone"),
        ("--answer", "colour=blue"),
        ("--answer", "order=dmy"),
        ("--as", "novel"),
    ],
)
def test_wrong_usage(shell: Shell, tmp_path: Path, words: tuple[str, str]) -> None:
    shell.fails(2, "import", put(tmp_path / "a.md", DOCUMENT), *words)


def test_a_form_can_be_said(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "odd.txt", PASTE)
    told = shell.done("import", path, "--as", "postmortem", "--dry-run", "--json").json
    assert told["format"] == "postmortem"
    assert "github" in shell.done("import", "--help").out


def test_the_same_document_again_adds_nothing(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "disk.md", DOCUMENT)
    first = shell.done("import", path).out.strip()
    again = shell.done("import", path)
    assert again.out.strip() == first
    assert "It is in the library already." in again.err
    assert shell.done("import", path, "--json").json["events"] == 0
    assert shell.titles() == ["Disk was full"]


def test_what_lies_in_a_folder_is_not_thrown_together(shell: Shell, tmp_path: Path) -> None:
    put(
        tmp_path / "history" / "week.csv",
        "time,what\n2026-03-04T14:00:00Z,Disk full\n2026-03-04T14:10:00Z,Disk emptied\n",
    )
    put(tmp_path / "history" / "chat.txt", PASTE)
    words = ("--zone", "UTC", "--date", "2026-03-03")
    shell.done("import", tmp_path / "history", *words)
    assert sorted(shell.titles()) == [
        "Chat (pasted), 3 March 2026",
        "week, 4 March 2026",
    ]
    shell.done(
        "import",
        tmp_path / "history" / "week.csv",
        tmp_path / "history" / "chat.txt",
        "--into",
        "week",
        *words,
    )


def test_a_dry_run_says_which_answer_is_missing(shell: Shell, tmp_path: Path) -> None:
    told = shell.done("import", put(tmp_path / "chat.txt", PASTE), "--dry-run").err
    assert "Say --zone ZONE." in told
    assert "Say --date DAY." in told


def test_lines_left_out_for_one_reason_are_one_line(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "chat.txt", PASTE)
    words = ("--zone", "UTC", "--date", "2026-03-03")
    review_id = shell.done("import", path, *words).out.strip()
    again = shell.done("import", path, "--into", review_id, *words).err
    assert again.count("It is there already.") == 1
    assert "and 2 more" in again


def test_a_folder_without_anything_is_refused_and_each_file_told(
    shell: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    assert "There is nothing in it that can be read." in shell.fails(3, "import", folder)
    put(folder / "a.md", "nothing")
    answer = shell("import", folder)
    assert answer.status == 3
    told = answer.err
    assert "a.md: It is nothing that can be read" in told
    assert shell.titles() == []


@pytest.mark.parametrize("day", ["4 Mar 2026", "March 4, 2026", "2026-03-04"])
def test_a_day_may_be_said_in_words(shell: Shell, tmp_path: Path, day: str) -> None:
    path = put(tmp_path / "chat.txt", PASTE)
    told = shell.done("import", path, "--dry-run", "--json", "--zone", "UTC", "--date", day)
    assert "2026-03-04T" in str(told)


def test_a_day_out_of_reach_is_no_answer(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "chat.txt", PASTE)
    for day in ("0001-01-01", "9999-12-31"):
        assert "out of reach" in shell.fails(2, "import", path, "--zone", "UTC", "--date", day)


def test_sentences_that_refuse_quote_little_of_a_source(shell: Shell, tmp_path: Path) -> None:
    word = "hunter2-" * 40
    for name, text in (
        ("a.json", f'[{{"ts": "1772632982.000100", "text": "{word}", }}]'),
        ("b.json", f'[{{"ts": "1772632982.000100", "text": "{word}'),
        ("c.csv", f"Time,Text\n{word},{word}\n"),
        ("d.txt", f"{word}\n"),
        ("e.zip", f"PK\x03\x04{word}"),
        ("f.jsonl", f'{{"__REALTIME_TIMESTAMP": "{word}", "MESSAGE": "{word}"}}\n'),
        ("g.txt", f"[14:03{word}] <{word}> {word}\n"),
    ):
        path = put(tmp_path / name, text)
        told = shell("import", path, "--date", "2026-03-04").err
        assert told
        assert word[:60] not in told
