"""Runs what the program is measured against, if its environment is there."""

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
    from collections.abc import Sequence
    from datetime import date

_ROOT = Path(__file__).parents[3]
_PYTHON = _ROOT / ".venv-peers" / "bin" / "python"
_DUCK, _PAGES = (Path(__file__).with_name(name) for name in ("duck.py", "pages.py"))

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
    with TemporaryDirectory() as folder:
        _write_rows(library, Path(folder))
        file = str(Path(folder) / "rows.duckdb")
        _run(_DUCK, "fill", file, folder)
        *seconds, figures = _run(_DUCK, "figures", file, day.isoformat(), str(rounds)).splitlines()
    return list(map(float, seconds)), json.loads(figures)


def page_seconds(peer: str, rows: Sequence[Sequence[str]]) -> float:
    """Seconds that ``weasyprint`` or ``typst`` takes for a page of these rows of four texts."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "rows.json"
        file.write_text(json.dumps(rows), "utf-8")
        seconds, pages = _run(_PAGES, peer, str(file)).split()
    return float(seconds) / int(pages)


def _run(script: Path, *arguments: str) -> str:
    if not _PYTHON.exists():
        raise Absent("it is not there: “make bench” found no wheel of it")
    command = [str(_PYTHON), str(script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        *_, why = done.stderr.strip().splitlines() or ["no word of why"]
        raise Absent(f"it does not run here: {why}")
    return done.stdout


def _write_rows(library: Path, folder: Path) -> None:
    with closing(sqlite3.connect(library)) as connection:
        for table, sql in _TABLES.items():
            rows = connection.execute(sql)
            with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow([column[0] for column in rows.description])
                writer.writerows(rows)
