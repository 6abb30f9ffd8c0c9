"""The program as a process: light to start, quiet when nobody reads on, UTF-8 in and out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("argparse", "PySide6", "sqlmodel", "sqlalchemy", "alembic", "reportlab", "fontTools")


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """An environment whose folders are below ``tmp_path``, in a locale without UTF-8."""
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    own = dict.fromkeys(names, str(tmp_path / "home"))
    library = {"FACILITATOR_LIBRARY": str(tmp_path / "library.facilitator")}
    return {**os.environ, **own, **library, "LC_ALL": "C", "PYTHONWARNINGS": "error"}


def run(
    surroundings: dict[str, str], *words: str, text: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end."""
    return subprocess.run(
        [sys.executable, "-m", "facilitator", *words],
        env=surroundings,
        input=text,
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_the_version_is_told(surroundings: dict[str, str]) -> None:
    result = run(surroundings, "--version")
    assert result.returncode == 0
    assert re.fullmatch(rb"facilitator \d+\.\d+\.\d+\s+", result.stdout)


def test_help_is_told(surroundings: dict[str, str]) -> None:
    result = run(surroundings, "--help")
    assert result.returncode == 0
    assert b"export" in result.stdout


def test_the_way_to_the_window_is_light(surroundings: dict[str, str]) -> None:
    script = "import sys, facilitator.__main__; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], env=surroundings, capture_output=True, check=True
    )
    modules = {name.split(b".")[0].decode() for name in loaded.stdout.split()}
    assert modules.isdisjoint(HEAVY)


def test_the_library_may_stand_in_the_environment(surroundings: dict[str, str]) -> None:
    review_id = run(surroundings, "sample").stdout.decode().strip()
    (listed,) = json.loads(run(surroundings, "list", "--json").stdout)
    assert listed["id"] == review_id


def test_text_is_utf8_whatever_the_locale_says(surroundings: dict[str, str]) -> None:
    line = "Prüfe “jede” Datei 👩‍🚒".encode()
    result = run(surroundings, "coach", "actions", "--json", text=line + b"\n\xff\n")
    assert result.returncode == 0
    first, second = (json.loads(each) for each in result.stdout.splitlines())
    assert first["text"].encode() == line
    assert second["text"] == "�"


def test_a_reader_that_leaves_is_no_error(surroundings: dict[str, str]) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "facilitator", "coach", "actions"],
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with program:
        assert program.stdout is not None
        program.stdout.close()
        assert program.stdin is not None
        program.stdin.write(b"Add an alert\n" * 3)
        program.stdin.close()
        assert program.stderr is not None
        assert program.stderr.read() == b""
    assert program.returncode == 0


def test_wrong_usage_is_one_sentence(surroundings: dict[str, str]) -> None:
    result = run(surroundings, "export")
    assert result.returncode == 2
    assert result.stdout == b""
    assert len(result.stderr.splitlines()) == 1


def test_a_refusal_is_one_sentence(surroundings: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{")
    result = run(surroundings, "import", str(tmp_path / "a.json"))
    assert result.returncode == 3
    assert len(result.stderr.splitlines()) == 1
