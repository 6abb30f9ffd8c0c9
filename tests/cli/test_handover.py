"""A tracker's file is read back by the command line."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


def test_out_to_jira_and_back(shell: Shell, tmp_path: Path) -> None:
    shell.done("sample")
    out, back = tmp_path / "out.csv", tmp_path / "back.csv"
    shell.done("export", "shops", out, "--as", "jira")
    with out.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    with back.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, [*rows[0], "Issue key", "Status"])
        writer.writeheader()
        for number, row in enumerate(rows, 1):
            writer.writerow(row | {"Issue key": f"NEW-{number}", "Status": "In Progress"})
    dry = shell.done("import", back, "--into", "shops", "--dry-run", "--json").json
    before = shell.done("show", "shops", "--json").json["review"]["actions"]
    told = shell.done("import", back, "--into", "shops", "--json").json
    assert dry == told
    after = shell.done("show", "shops", "--json").json["review"]["actions"]
    assert [each["backlog"]["key"] for each in after] == [f"NEW-{n}" for n in range(1, 8)]
    assert {each["status"] for each in after} == {"in_progress"}
    assert [each["text"] for each in after] == [each["text"] for each in before]
    assert shell.done("import", back, "--into", "shops", "--json").json["changes"] == []


def test_lines_may_end_as_on_old_machines(shell: Shell, tmp_path: Path) -> None:
    review_id = shell.done("sample").out.strip()
    file = tmp_path / "back.csv"
    file.write_bytes(b"facilitator,key\raction-01,NEW-1\raction-02,NEW-2\r")
    told = shell.done("import", file, "--into", review_id, "--json").json
    assert len(told["changes"]) == 2


def test_a_trackers_file_needs_a_review(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "back.csv"
    file.write_text("key,facilitator\nA,1\n")
    assert "--into" in shell.fails(2, "import", file)
    shell.done("sample")
    other = tmp_path / "r.json"
    shell.done("export", "shops", other)
    assert "one go" in shell.fails(2, "import", file, other, "--into", "shops")
    file.write_text("key\nA\n")
    assert "names an action" in shell.fails(3, "import", file, "--into", "shops")


def test_what_differs_stays_and_is_told(shell: Shell, tmp_path: Path) -> None:
    review_id = shell.done("sample").out.strip()
    file = tmp_path / "theirs.json"
    shell.done("export", review_id, file)
    file.write_text(file.read_text("utf-8").replace("Make currency a required field", "Else"))
    told = shell.done("import", file, "--into", review_id, "--json").json
    assert [(each["collection"], each["field"]) for each in told["differences"]] == [
        ("actions", "text")
    ]
    assert told["differences"][0]["there"] == "Else"
    actions = shell.done("show", review_id, "--json").json["review"]["actions"]
    assert actions[0]["text"] == "Make currency a required field"
