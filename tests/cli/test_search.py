"""``search`` tells scripts and people which reviews hold what they look for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


@pytest.fixture
def filled(shell: Shell, tmp_path: Path) -> Shell:
    shell.done("sample")
    review = {
        "id": "r2",
        "title": "Refunds were paid twice",
        "held_on": "2026-02-19",
        "notes": "Ask quokka first",
        "participants": [
            {"name": "Ada Lovelace", "role": "On call", "alias": "", "attended": True}
        ],
        "factors": [{"id": "f1", "parent": None, "position": 0, "text": "Ada had no zebra limit"}],
    }
    path = tmp_path / "refunds.json"
    text = json.dumps({"format": "facilitator.review", "version": 1, "review": review})
    path.write_text(text, encoding="utf-8")
    shell.done("import", path)
    return shell


def test_a_line_a_review_with_what_was_found(filled: Shell) -> None:
    answer = filled.done("search", "zebra")
    assert answer.out == "r2\t2026-02-19\tRefunds were paid twice\tThe on call had no zebra limit\n"
    assert "searchable" in answer.err
    assert "searchable" not in filled.done("search", "zebra").err


def test_json_says_where_it_stands_and_what_to_mark(filled: Shell) -> None:
    found = filled.done("search", "zebra", "limit", "--json").json
    assert (found["total"], found["of"], found["trouble"]) == (1, 2, None)
    (hit,) = found["hits"]
    assert hit["id"] == "r2"
    line = hit["found"]
    marked = [line["text"][each["start"] : each["end"]] for each in line["spans"]]
    assert marked == ["zebra", "limit"]
    assert line["where"] == {"collection": "factors", "id": "f1", "field": "text"}


def test_nothing_found_is_no_failure(filled: Shell) -> None:
    answer = filled.done("search", "xyzzy", "like", "it")
    assert answer.out == ""
    assert filled.done("search", "xyzzy", "--json").json["hits"] == []


def test_private_notes_are_found_only_when_asked_for(filled: Shell) -> None:
    assert filled.done("search", "quokka").out == ""
    assert filled.done("search", "quokka", "--private").out.startswith("r2\t")
    assert filled.done("search", "notes:quokka").out.startswith("r2\t")


def test_what_cannot_be_read_is_told_and_the_rest_is_found(filled: Shell) -> None:
    answer = filled.done("search", "zebra", "before:someday")
    assert answer.out.startswith("r2\t")
    assert "before: Write the day like 5 Mar, 2026-03-05 or today." in answer.err


def test_the_limit_is_told(filled: Shell) -> None:
    answer = filled.done("search", "--limit", "1", "--", "-xyzzy")
    assert len(answer.out.splitlines()) == 1
    assert "1 of 2 are told" in answer.err
    assert "--limit" in filled.fails(2, "search", "x", "--limit", "0")
    assert "WORDS" in filled.fails(2, "search")


def test_the_newest_edit_is_found(filled: Shell) -> None:
    filled.done("search", "zebra")
    filled.done("sample")
    assert filled.done("search", "--json", "--", "-zebra").json["total"] == 2
