"""``trends`` tells what the library keeps, as the JSON that scripts rely on, and as plain text."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from facilitator.store.store import open_store
from tests.app.small_library import PERSON, fill, now
from tests.cli.test_commands import put

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell

FIRST = ("reviews", "actions", "durability", "families", "classes", "warnings")
ACTIONS = ("open", "done", "overdue", "completion_rate", "median_days")


@pytest.fixture
def filled(shell: Shell) -> Shell:
    """A command line on the small library."""
    store = open_store(shell.library, now)
    fill(store)
    store.close()
    return shell


def test_the_json_begins_as_scripts_rely_on(filled: Shell) -> None:
    found = filled.done("trends", "--json").json
    assert tuple(found)[: len(FIRST)] == FIRST
    assert tuple(found["actions"])[: len(ACTIONS)] == ACTIONS
    assert found["reviews"] == 8
    # Nothing of these depends on the day.
    assert (found["actions"]["open"], found["actions"]["done"]) == (8, 7)
    assert found["actions"]["completion_rate"] == 0.3889
    assert found["actions"]["median_days"] == 30
    assert found["durability"] == {
        "eliminate": 2,
        "guardrail": 8,
        "automate": 1,
        "detect": 3,
        "document": 1,
        "remind": 0,
        "investigate": 1,
        "repair": 1,
        "none": 1,
    }
    assert found["families"] == {
        "design_decision": 2,
        "missing_safeguard": 2,
        "observability_gap": 2,
        "false_assumption": 1,
        "organisational_pressure": 1,
    }
    assert [(each["name"], each["seen"], each["again"]) for each in found["classes"]] == [
        ("Bad settings", 3, 2),
        ("Expired certificates", 3, 1),
    ]
    assert found["warnings"][0]["rule"] == "came_back"
    assert set(found["warnings"][0]) == {"rule", "sentence", "why"}


def test_nobody_is_named(filled: Shell) -> None:
    for words in (("trends",), ("trends", "--json"), ("trends", "--json", "--since", "2016-01-02")):
        told = filled.done(*words).out
        assert not [word for word in PERSON.split() if word in told]


def test_the_page_for_people(filled: Shell) -> None:
    lines = filled.done("trends").out.splitlines()
    assert lines[0] == "Is it working? 8 reviews."
    assert lines[1] == "Of the library, 2 reviews without a day."
    assert "! Two failure classes came back after their fix was closed." in lines
    assert "  7 of 18 done (39%)" in lines
    assert "  Days to complete: half by day 30 (5 counted)" in lines
    assert "  Bad settings          3 incidents  2 again  fix closed 2016-04-19" in lines
    assert "  Login     3 reviews" in lines
    assert max(map(len, lines)) <= 110


def test_since_a_day(filled: Shell) -> None:
    found = filled.done("trends", "--json", "--since", "2026-02-08").json
    assert (found["reviews"], found["since"], found["undated"]) == (2, "2026-02-08", 2)
    assert found["actions"]["open"] == 4
    head = filled.done("trends", "--since", "8 February 2026").out.splitlines()[0]
    assert head == "Is it working? 2 reviews since 8 February 2026."


@pytest.mark.parametrize("day", ["soon", "2026-02-31", "03/04/2026"])
def test_a_day_that_is_none_is_wrong_usage(filled: Shell, day: str) -> None:
    assert "--since" in filled.fails(2, "trends", "--since", day)


def test_a_library_that_is_not_there_yet_is_not_made(shell: Shell) -> None:
    assert "No reviews yet." in shell.done("trends").out
    found = shell.done("trends", "--json").json
    assert (found["reviews"], found["actions"]["completion_rate"]) == (0, None)
    assert not shell.library.exists()


def test_one_review(shell: Shell) -> None:
    shell.done("sample")
    assert "Too few to tell: 1 review, 7 actions." in shell.done("trends").out


def test_a_damaged_row_is_told_and_the_rest_works(filled: Shell) -> None:
    with closing(sqlite3.connect(filled.library)) as connection:
        connection.execute("UPDATE action SET status = 'soon' WHERE review_id = 'r5' AND id = 'a1'")
        connection.commit()
    store = open_store(filled.library, now)
    store.trash("r5")
    store.restore("r5")
    store.close()
    assert "Damaged, and counted nowhere: 1 row." in filled.done("trends").out
    found = filled.done("trends", "--json").json
    assert (found["damaged"], found["actions"]["open"]) == (1, 7)
    told = filled.done("doctor").out
    assert "1 row in it cannot be read: what they hold is counted nowhere." in told


def test_an_import_counts_at_once(shell: Shell, tmp_path: Path) -> None:
    for number in range(3):
        shell.done("import", put(tmp_path / f"{number}.json", id=f"r{number}", title="x"))
    assert shell.done("trends", "--json").json["undated"] == 3


def test_it_needs_neither_a_window_nor_the_tools_for_writing(filled: Shell) -> None:
    script = (
        "import sys; from facilitator.__main__ import main;"
        f" status = main(['--library', {str(filled.library)!r}, 'trends', '--json']);"
        " print(*sys.modules, file=sys.stderr); sys.exit(status)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, env=dict(os.environ)
    )
    loaded = {name.split(".")[0] for name in ran.stderr.decode().split()}
    assert not loaded & {"PySide6", "sqlmodel", "sqlalchemy", "alembic", "reportlab"}


@pytest.mark.parametrize(
    ("name", "first"),
    [("t.pdf", b"%PDF-"), ("t.md", b"# Is it working?"), ("t.csv", b"What keeps")],
)
def test_a_file_in_three_forms(filled: Shell, tmp_path: Path, name: str, first: bytes) -> None:
    out = tmp_path / name
    filled.done("trends", "--out", out)
    data = out.read_bytes()
    assert data.startswith(first)
    assert PERSON.encode() not in data


def test_a_file_that_is_there_is_kept(filled: Shell, tmp_path: Path) -> None:
    out = tmp_path / "t.md"
    out.write_text("mine")
    told = filled("trends", "--out", out)
    assert (told.status, out.read_text()) == (3, "mine")
    assert "is there already" in told.err
    filled.done("trends", "--out", out, "--force")
    assert out.read_text().startswith("# Is it")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--out", "t.doc"), "the name should end with one of .pdf, .md, .csv."),
        (("--out", "t.md", "--json"), "--json"),
        (("--force",), "--force"),
    ],
)
def test_what_cannot_be_is_wrong_usage(
    filled: Shell, arguments: tuple[str, ...], words: str
) -> None:
    told = filled("trends", *arguments)
    assert told.status == 2
    assert words in told.err
