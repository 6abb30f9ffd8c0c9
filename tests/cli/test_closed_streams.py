"""Standard streams that are closed, full or left by their readers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
PROGRAM = f"{sys.executable} -W error -m facilitator"


def run(line: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which ``$F`` is the program; the library is that of the test."""
    return subprocess.run(
        ["/bin/sh", "-c", line.replace("$F", PROGRAM)],
        env={**os.environ, "PYTHONUNBUFFERED": ""},
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.fixture(autouse=True)
def _sample() -> None:
    assert run("$F sample").returncode == 0


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("$F list >&-", 0),
        ("$F show sample --json >&-", 0),
        ("$F coach actions <&-", 0),
        ("$F list <&- >&- 2>&-", 0),
        ("$F show none 2>&-", 3),
        ("$F show none <&- >&- 2>&-", 3),
    ],
)
def test_what_is_closed_is_done_without(line: str, status: int) -> None:
    result = run(line)
    assert (result.returncode, result.stdout, result.stderr) == (status, b"", b"")


@pytest.mark.skipif(not FULL.exists(), reason="Only Linux has a device that is always full.")
@pytest.mark.parametrize("command", ["list", "show sample", "doctor", "--version"])
@pytest.mark.parametrize("unbuffered", ["", "PYTHONUNBUFFERED=1 "])
def test_results_that_cannot_be_written_are_told(command: str, unbuffered: str) -> None:
    result = run(f"{unbuffered}$F {command} >{FULL}")
    assert result.returncode == 3
    told = b"facilitator: The results cannot be written: No space left on device.\n"
    assert result.stderr == told


@pytest.mark.skipif(not FULL.exists(), reason="Only Linux has a device that is always full.")
def test_what_cannot_be_told_changes_no_status() -> None:
    assert run(f"$F show none 2>{FULL}").returncode == 3
    assert run(f"$F doctor 2>{FULL}").returncode == 0


def test_a_file_never_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert run(f"$F export sample {out} <&- >&- 2>&-").returncode == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_without_a_screen_it_says_so() -> None:
    result = run("env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM $F open")
    assert result.returncode == 2
    assert b"no screen" in result.stderr


def test_pictures_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run(f"$F tour --out {tmp_path / 'file'}")
    assert result.returncode == 3
    assert len(result.stderr.splitlines()) == 1
