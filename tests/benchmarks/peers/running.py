"""Runs DuckDB over the rows of a library, if its environment is there."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

_ROOT = Path(__file__).parents[3]
_PYTHON = _ROOT / ".venv-peers" / "bin" / "python"
_SCRIPT = Path(__file__).with_name("duck.py")

_TABLES = {
    "action": "SELECT review_id, id, status, call, hint, due, agreed_on, proposed_on, done_on,"
    " check_on, deferral_until FROM action",
    "factor": "SELECT review_id, id, kind, family, evidence_status FROM factor",
    "review": "SELECT r.id, replace(replace(replace(r.services, '[\"', ''), '\"]', ''),"
    " '\", \"', '|') AS services, r.failure_class, r.held_on,"
    " (SELECT substr(min(e.at), 1, 10) FROM event e WHERE e.review_id = r.id) AS day"
    " FROM review r",
}
"""What the figures are made of; the day of an incident is given to it, and not timed."""


class Absent(Exception):
    """There is nothing to compare with on this machine."""


def duck_figures(library: Path, day: date, rounds: int) -> tuple[list[float], dict[str, Any]]:
    """Seconds of each round from opening its file to all figures, and the figures."""
    if not _PYTHON.exists():
        raise Absent("DuckDB is not there: “make bench” found no wheel of it")
    with TemporaryDirectory() as folder:
        _write_rows(library, Path(folder))
        file = str(Path(folder) / "rows.duckdb")
        _run("fill", file, folder)
        *seconds, figures = _run("figures", file, day.isoformat(), str(rounds)).splitlines()
    return list(map(float, seconds)), json.loads(figures)


def _run(*arguments: str) -> str:
    command = [str(_PYTHON), str(_SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout


def _write_rows(library: Path, folder: Path) -> None:
    with closing(sqlite3.connect(library)) as connection:
        for table, sql in _TABLES.items():
            rows = connection.execute(sql)
            with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow([column[0] for column in rows.description])
                writer.writerows(rows)
