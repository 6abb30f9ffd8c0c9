"""Every command does what section 8 of the design says, with its exit status."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from facilitator import resources

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


def put(path: Path, **review: Any) -> Path:
    """A JSON file of a review with these keys."""
    path.write_text(
        json.dumps({"format": "facilitator.review", "version": 1, "review": review}),
        encoding="utf-8",
    )
    return path


def exported(shell: Shell, review: str, out: Path, *options: str) -> dict[str, Any]:
    """The review as it is exported to JSON."""
    shell.done("export", review, out, "--force", *options)
    found: dict[str, Any] = json.loads(out.read_bytes())["review"]
    return found


def words_of(out: Path) -> str:
    """What stands in an exported file, unpacked."""
    if out.suffix != ".review":
        return out.read_text("utf-8")
    with ZipFile(out) as archive:
        return archive.read("review.json").decode()


def test_the_sample_is_added_and_its_id_printed(shell: Shell) -> None:
    review_id = shell.done("sample").out.strip()
    (listed,) = shell.done("list", "--json").json
    assert listed["id"] == review_id
    assert listed["title"].startswith("Shops could not take payments")
    assert (listed["severity"], listed["status"]) == ("SEV 1", "reviewed")
    assert listed["held_on"] == "2026-03-05"
    assert listed["open_actions"] == 7


def test_the_sample_may_be_added_twice(shell: Shell) -> None:
    first, second = (shell.done("sample").out.strip() for _ in range(2))
    assert first != second
    assert len(shell.titles()) == 2


def test_list_for_people_has_a_line_a_review(shell: Shell) -> None:
    assert shell.done("list").out == ""
    review_id = shell.done("sample").out.strip()
    (line,) = shell.done("list").out.splitlines()
    assert line.split("\t") == [
        review_id,
        "SEV 1",
        "2026-03-03",
        "reviewed",
        "7",
        "Shops could not take payments after a limits rollout",
    ]


def test_show_prints_the_review(shell: Shell, tmp_path: Path) -> None:
    review_id = shell.done("sample").out.strip()
    assert shell.done("show", "shops could").out.startswith("# Shops could not take")
    assert shell.done("show", review_id, "--json").json["review"] == exported(
        shell, review_id, tmp_path / "a.json"
    )


def test_export_import_export_is_the_identity(shell: Shell, tmp_path: Path) -> None:
    review_id = shell.done("sample").out.strip()
    first = exported(shell, review_id, tmp_path / "a.json")
    assert first["id"] == review_id
    shell_2 = type(shell)(tmp_path / "second.facilitator", shell.capsys)
    again = shell_2.done("import", tmp_path / "a.json").out.strip()
    assert again == review_id
    assert exported(shell_2, again, tmp_path / "b.json") == first
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_the_sample_comes_out_as_it_went_in(shell: Shell, tmp_path: Path) -> None:
    kept = json.loads(resources.read_text("sample.json"))["review"]
    shell.done("import", resources.path("sample.json"))
    assert kept["notes"]
    assert exported(shell, kept["id"], tmp_path / "a.json") == kept | {"notes": None}
    assert exported(shell, kept["id"], tmp_path / "b.json", "--private-notes") == kept


@pytest.mark.parametrize("form", ["json", "review", "md"])
def test_private_notes_are_written_only_when_asked_for(
    shell: Shell, tmp_path: Path, form: str
) -> None:
    shell.done("import", resources.path("sample.json"))
    out, asked = tmp_path / f"a.{form}", tmp_path / f"b.{form}"
    assert "pass it on" not in shell.done("export", "shops", out).err
    assert "Do not pass it on." in shell.done("export", "shops", asked, "--private-notes").err
    assert "limits owner is new" not in words_of(out).lower()
    assert "limits owner is new" in words_of(asked).lower()


def test_a_table_never_holds_private_notes(shell: Shell, tmp_path: Path) -> None:
    shell.done("sample")
    told = shell.fails(2, "export", "shops", tmp_path / "a.csv", "--private-notes")
    assert "never holds private notes" in told
    assert not (tmp_path / "a.csv").exists()


def test_importing_twice_renews_the_id_and_keeps_the_links(shell: Shell, tmp_path: Path) -> None:
    first = shell.done("import", resources.path("sample.json")).out.strip()
    second = shell.done("import", resources.path("sample.json")).out.strip()
    assert first != second
    one, two = (exported(shell, each, tmp_path / f"{each}.json") for each in (first, second))
    for name in ("events", "factors", "findings", "actions"):
        assert [row["text"] for row in one[name]] == [row["text"] for row in two[name]]
    texts = [{row["id"]: row["text"] for row in each["factors"]} for each in (one, two)]
    for left, right in zip(one["actions"], two["actions"], strict=True):
        linked = [
            [known[link] for link in row["factors"]]
            for known, row in zip(texts, (left, right), strict=True)
        ]
        assert linked[0] == linked[1]


def test_a_bundle_goes_out_and_in(shell: Shell, tmp_path: Path) -> None:
    review_id = shell.done("sample").out.strip()
    out = tmp_path / "whole.review"
    shell.done("export", review_id, out)
    assert ZipFile(out).namelist()[0] == "mimetype"
    shell.done("import", out)
    assert len(shell.titles()) == 2


@pytest.mark.parametrize("suffix", ["md", "csv", "json", "review", "pdf"])
def test_every_format_is_written(shell: Shell, tmp_path: Path, suffix: str) -> None:
    review_id = shell.done("sample").out.strip()
    out = tmp_path / f"out.{suffix}"
    answer = shell.done("export", review_id, out)
    assert answer.out == ""
    assert out.stat().st_size > 500
    assert sorted(each.name for each in tmp_path.iterdir() if "out" in each.name) == [out.name]


def test_the_csv_has_a_row_an_action(shell: Shell, tmp_path: Path) -> None:
    review_id = shell.done("sample").out.strip()
    shell.done("export", review_id, tmp_path / "a.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8"))))
    assert len(rows) == 7
    assert {row["review"] for row in rows} == {review_id}


def test_private_notes_are_in_no_shared_export(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "a.json", id="r1", title="T", notes="between you and me")
    shell.done("import", path)
    for suffix in ("md", "csv"):
        shell.done("export", "r1", tmp_path / f"out.{suffix}")
        assert b"between you" not in (tmp_path / f"out.{suffix}").read_bytes()
    assert "between you" not in shell.done("show", "r1").out


def test_a_file_that_is_there_is_not_overwritten(shell: Shell, tmp_path: Path) -> None:
    review_id = shell.done("sample").out.strip()
    mine = tmp_path / "mine.json"
    mine.write_text("mine", encoding="utf-8")
    assert str(mine) in shell.fails(3, "export", review_id, mine)
    assert mine.read_text(encoding="utf-8") == "mine"
    shell.done("export", review_id, mine, "--force")
    assert json.loads(mine.read_bytes())["review"]["id"] == review_id


def test_an_empty_file_has_nothing_to_lose(shell: Shell, tmp_path: Path) -> None:
    review_id = shell.done("sample").out.strip()
    (tmp_path / "reserved.json").touch()
    shell.done("export", review_id, tmp_path / "reserved.json")


@pytest.mark.parametrize("out", ["no/such/folder/a.json", "a.docx", "plain"])
def test_export_to_where_it_cannot_go(shell: Shell, tmp_path: Path, out: str) -> None:
    review_id = shell.done("sample").out.strip()
    shell.fails(3 if out.endswith("json") else 2, "export", review_id, tmp_path / out)


def test_a_dry_run_tells_and_writes_nothing(shell: Shell) -> None:
    told = shell.done("import", resources.path("sample.json"), "--dry-run", "--json").json
    assert told == {
        "format": "json",
        "events": 14,
        "factors": 16,
        "actions": 7,
        "skipped": [],
        "questions": [],
    }
    assert shell.titles() == []


def test_a_dry_run_into_a_review_tells_what_is_there_already(shell: Shell) -> None:
    review_id = shell.done("sample").out.strip()
    told = shell.done(
        "import", resources.path("sample.json"), "--into", review_id, "--dry-run", "--json"
    ).json
    assert len(told["skipped"]) == 62
    assert set(told["skipped"][0]) == {"where", "why"}
    assert (told["events"], told["factors"], told["actions"]) == (0, 0, 0)
    again = shell.done("import", resources.path("sample.json"), "--into", review_id)
    assert "no event, factor or action is new" in again.err


def test_importing_into_a_review_adds_what_is_new(shell: Shell, tmp_path: Path) -> None:
    shell.done(
        "import",
        put(
            tmp_path / "a.json",
            id="r1",
            title="Mine",
            events=[{"id": "e1", "text": "first", "at": "2026-03-04T14:03:00Z"}],
        ),
    )
    more = put(
        tmp_path / "b.json",
        title="Theirs",
        events=[
            {"id": "e1", "text": "other words", "at": "2026-03-04T14:03:00Z"},
            {"id": "e2", "text": "second", "at": "2026-03-04T14:04:00Z"},
        ],
    )
    told = shell.done("import", more, "--into", "r1", "--json").json
    assert [each["where"] for each in told["skipped"]] == ["review.events[e1]"]
    assert told["review"] == "r1"
    assert told["events"] == 1
    review = exported(shell, "r1", tmp_path / "out.json")
    assert [row["text"] for row in review["events"]] == ["first", "second"]
    assert review["title"] == "Mine"
    assert shell.titles() == ["Mine"]


def test_one_bad_file_and_none_is_taken_over(shell: Shell, tmp_path: Path) -> None:
    good = put(tmp_path / "good.json", title="Good")
    bad = put(tmp_path / "bad.json", title="Bad", events=[{"text": "x", "at": "noon"}])
    told = shell.fails(3, "import", good, bad)
    assert "bad.json" in told
    assert "review.events[0].at" in told
    assert "Nothing was changed." in told
    assert shell.titles() == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cut.json", b'{"format": "facilitator.review", "version": 1, "rev'),
        ("foreign.json", b'{"incidents": []}'),
        ("newer.json", b'{"format": "facilitator.review", "version": 9}'),
        ("broken.review", b"PK\x03\x04 and so on"),
        ("empty.json", b""),
    ],
)
def test_what_is_no_review_is_refused(shell: Shell, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert "Nothing was changed." in shell.fails(3, "import", tmp_path / name)
    assert name in shell.fails(3, "import", tmp_path / name, "--dry-run")
    assert shell.titles() == []


def test_a_file_that_is_not_there(shell: Shell, tmp_path: Path) -> None:
    assert "none.json" in shell.fails(3, "import", tmp_path / "none.json")
    shell.fails(3, "import", tmp_path, "--as", "json")


def test_a_review_is_known_by_its_content(shell: Shell, tmp_path: Path) -> None:
    path = put(tmp_path / "review.txt", title="T")
    shell.done("import", path)
    shell.done("import", path, "--as", "json")
    assert shell.titles() == ["T", "T"]


def test_check_tells_what_is_lacking(shell: Shell, tmp_path: Path) -> None:
    shell.done("import", put(tmp_path / "a.json", id="r1", title="T", actions=[{"text": "Do it"}]))
    told = shell.done("check", "r1", "--json").json
    assert told["review"] == "r1"
    assert told["lacks"]
    keys = {"rule", "where", "message", "details", "why", "question"}
    assert all(set(each) == keys for each in told["lacks"])
    assert all(each["why"] and each["question"] for each in told["lacks"])
    assert ["Do it"] in [each["details"] for each in told["lacks"]]
    lines = shell.done("check", "r1").out.splitlines()
    assert len(lines) == len(told["lacks"])
    assert all(line.endswith(("?", ".")) for line in lines)


def test_check_tells_what_is_for_the_facilitator_alone_too(shell: Shell, tmp_path: Path) -> None:
    root = {"id": "f0", "parent": None, "kind": "effect", "text": "Orders were lost"}
    leaves = [
        {"id": "f1", "parent": "f0", "text": "An engineer ran it by hand"},
        {"id": "f2", "parent": "f0", "text": "No check reads the file"},
        {"id": "f3", "parent": "f0", "text": "The file is read by no check"},
    ]
    shell.done("import", put(tmp_path / "a.json", id="r1", title="T", factors=[root, *leaves]))
    found = {each["rule"]: each for each in shell.done("check", "r1", "--json").json["lacks"]}
    assert found["stops_at_person"] == {
        "rule": "stops_at_person",
        "where": "factors[f1]",
        "message": "One branch stops at a person",
        "details": ["An engineer ran it by hand"],
        "why": "A branch that ends at a person ends before the causes that can be changed.",
        "question": (
            "What made it the sensible thing to do at that moment, with what they could see?"
        ),
    }
    assert found["factors_alike"]["where"] == "factors[f2], factors[f3]"


def test_check_knows_which_day_it_is(shell: Shell, tmp_path: Path) -> None:
    deferral = {"accepted_by": "Head of Orders", "reason": "Later.", "until": "2001-02-03"}
    action = {"text": "Reject bad files", "status": "deferred", "deferral": deferral}
    shell.done("import", put(tmp_path / "a.json", id="r1", title="T", actions=[action]))
    rules = [each["rule"] for each in shell.done("check", "r1", "--json").json["lacks"]]
    assert "deferred_without_end" in rules


def test_coach_answers_every_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["Reject limits files that fail the schema", "", "Be more careful \x85 next time"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    answers = [
        json.loads(line)
        for line in shell.done("coach", "actions", "--json").out.split("\n")
        if line
    ]
    assert [each["text"] for each in answers] == lines
    assert all(
        list(each) == ["text", "label", "tier", "vague", "because", "question"] for each in answers
    )
    assert (answers[0]["label"], answers[0]["tier"]) == ("guardrail", "durable")
    assert answers[2]["label"] == "remind"


def test_coach_for_people_answers_a_line_each(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Add an alert on queue depth\n\nUpdate runbook"))
    assert len(shell.done("coach", "actions").out.splitlines()) == 3


def test_coach_reads_language_line_by_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["The pod failed to start", "", "Priya forgot to renew the certificate"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    told = shell.done("coach", "language", "--json").out.splitlines()
    answers = [json.loads(line) for line in told]
    assert [each["text"] for each in answers] == lines
    assert all(list(each) == ["text", "label", "spans", "ask"] for each in answers)
    assert answers[0] == {"text": lines[0], "label": "clean", "spans": [], "ask": ""}
    assert answers[2]["label"] == "blame"
    assert answers[2]["ask"].endswith("?")
    (span,) = answers[2]["spans"]
    assert set(span) == {"start", "end", "why"}
    assert lines[2][span["start"] : span["end"]] == "Priya forgot"


def test_coach_tells_people_which_words_decided(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("The pod failed\nThat was my fault"))
    clean, blame = shell.done("coach", "language").out.splitlines()
    assert clean.startswith("clean\t")
    assert blame.split("\t")[:2] == ["blame", "my fault"]


@pytest.mark.parametrize(
    "words",
    [
        ("show",),
        ("frobnicate", "x"),
        ("coach", "lessons"),
        ("export", "r1"),
        ("list", "--colour"),
        ("import",),
    ],
)
def test_wrong_usage(shell: Shell, words: tuple[str, ...]) -> None:
    shell.fails(2, *words)


def test_a_review_that_is_not_there(shell: Shell, tmp_path: Path) -> None:
    shell.done("sample")
    assert "“nothing”" in shell.fails(3, "show", "nothing")
    shell.fails(3, "check", "nothing")
    shell.fails(3, "export", "nothing", tmp_path / "a.json")
    shell.fails(3, "import", resources.path("sample.json"), "--into", "nothing")
    assert not (tmp_path / "a.json").exists()


def test_a_backup_brings_the_library_back(shell: Shell, tmp_path: Path) -> None:
    shell.done("sample")
    shell.done("backup", tmp_path / "kept.backup")
    shell.done("sample")
    shell.done("restore", tmp_path / "kept.backup")
    assert len(shell.titles()) == 1


def test_a_backup_overwrites_nothing(shell: Shell, tmp_path: Path) -> None:
    shell.done("sample")
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    shell.fails(3, "backup", tmp_path / "mine")
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"


def test_what_is_no_backup_is_not_restored(shell: Shell, tmp_path: Path) -> None:
    shell.done("sample")
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    shell.fails(3, "restore", tmp_path / "mine")
    shell.fails(3, "restore", tmp_path / "none")
    assert len(shell.titles()) == 1


def test_doctor_tells_where_the_library_is(shell: Shell) -> None:
    shell.done("sample")
    assert str(shell.library) in shell.done("doctor").out


def test_a_damaged_library_cannot_be_used(shell: Shell) -> None:
    shell.library.write_bytes(b"this is no library at all" * 100)
    assert str(shell.library) in shell.fails(4, "list")
    assert shell.library.read_bytes().startswith(b"this is no library")


def test_a_folder_is_no_library(shell: Shell) -> None:
    shell.library.mkdir()
    shell.fails(4, "list")
