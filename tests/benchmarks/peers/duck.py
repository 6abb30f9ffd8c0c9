"""Computes the figures of the trends page by DuckDB, and prints how long that takes.

``fill FILE FOLDER`` makes a database of the CSV files in a folder; ``figures FILE DAY ROUNDS``
prints the seconds from opening the file to all figures, a line a round, and then the figures.
Run by an environment of its own: it is no part of the program.
"""

import json
import sys
import time
from pathlib import Path

import duckdb

_OPEN = "status IN ('proposed', 'agreed', 'in_backlog', 'in_progress')"
_DONE = "status IN ('done', 'held', 'did_not_hold')"
_LASTS = "coalesce(call, hint) IN ('eliminate', 'guardrail')"
_QUARTER = "year({0}) || 'Q' || quarter({0})"

FIGURES = {
    "status": "SELECT status, count(*) FROM action GROUP BY 1",
    "overdue": f"SELECT count(*) FROM action WHERE {_OPEN} AND due < $day",
    "overdue_lasting": f"SELECT count(*) FROM action WHERE {_OPEN} AND {_LASTS} AND due < $day",
    "back": "SELECT count(*) FROM action WHERE status = 'deferred' AND deferral_until <= $day",
    "check": "SELECT count(*) FROM action WHERE status = 'done' AND check_on <= $day",
    "age": f"SELECT least(date_diff('day', agreed_on, $day) // 30, 3), count(*) FROM action"
    f" WHERE {_OPEN} AND {_LASTS} AND agreed_on IS NOT NULL GROUP BY 1",
    "arrived": "SELECT date_trunc('month', coalesce(agreed_on, proposed_on)), count(*) FROM action"
    " GROUP BY 1",
    "completed": f"SELECT date_trunc('month', done_on), count(*) FROM action WHERE {_DONE}"
    " GROUP BY 1",
    "took": f"SELECT {_QUARTER.format('done_on')}, quantile_disc(date_diff('day', agreed_on,"
    f" done_on), 0.5), count(*) FROM action WHERE {_DONE} GROUP BY 1",
    "dots": f"SELECT {_QUARTER.format('done_on')}, date_diff('day', agreed_on, done_on), count(*)"
    f" FROM action WHERE {_DONE} GROUP BY 1, 2",
    "mix": f"SELECT {_QUARTER.format('agreed_on')}, coalesce(call, hint), count(*) FROM action"
    " GROUP BY 1, 2",
    "lasting": f"SELECT count(DISTINCT review_id) FROM action WHERE {_LASTS}"
    " AND status <> 'cancelled'",
    "families": "SELECT family, count(DISTINCT review_id) FROM factor WHERE family IS NOT NULL"
    " AND kind <> 'effect' AND evidence_status <> 'ruled_out' GROUP BY 1",
    "families_by_quarter": f"SELECT {_QUARTER.format('r.day')}, f.family,"
    " count(DISTINCT f.review_id) FROM factor f JOIN review r ON r.id = f.review_id"
    " WHERE f.family IS NOT NULL AND f.evidence_status <> 'ruled_out' GROUP BY 1, 2",
    "services": "SELECT s, count(*) FROM (SELECT unnest(string_split(services, '|')) AS s"
    " FROM review) GROUP BY 1",
    "classes": "SELECT r.failure_class, r.id, r.day, min(a.done_on) FROM review r JOIN review o"
    " ON o.failure_class = r.failure_class LEFT JOIN (SELECT review_id, min(done_on) AS done_on"
    " FROM action WHERE done_on IS NOT NULL GROUP BY 1) a ON a.review_id = o.id"
    " WHERE r.failure_class <> '' AND r.id = o.id GROUP BY 1, 2, 3",
    "to_review": "SELECT quantile_disc(date_diff('day', day, held_on), 0.5) FROM review",
    "seen": "SELECT r.id, list(DISTINCT f.family) FROM (SELECT id FROM review ORDER BY day DESC"
    " LIMIT 24) r LEFT JOIN factor f ON f.review_id = r.id GROUP BY 1",
}
"""The same rows grouped in the same ways as ours."""


def _fill(file: str, folder: str) -> None:
    connection = duckdb.connect(file)
    for path in sorted(Path(folder).glob("*.csv")):
        connection.execute(
            f'CREATE TABLE "{path.stem}" AS SELECT * FROM read_csv($path, header = true)',
            {"path": str(path)},
        )
    connection.close()


def _figures(file: str, day: str, rounds: int) -> None:
    found: dict[str, object] = {}
    for _round in range(rounds):
        begun = time.perf_counter()
        connection = duckdb.connect(file, read_only=True)
        for name, sql in FIGURES.items():
            asked = sql.replace("$day", f"DATE '{day}'")
            found[name] = connection.execute(asked).fetchall()
        print(time.perf_counter() - begun, flush=True)
        connection.close()
    print(json.dumps(found, default=str))


if __name__ == "__main__":
    if sys.argv[1] == "fill":
        _fill(*sys.argv[2:4])
    else:
        _figures(sys.argv[2], sys.argv[3], int(sys.argv[4]))
