"""A channel of 100,000 messages: read, looked at and applied, against bare JSON and bare rows."""

from __future__ import annotations

import io
import json
import random
import re
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, sleep
from typing import TYPE_CHECKING
from zipfile import ZipFile

from facilitator.app.importing import Intake, edit_of, look, place
from facilitator.app.session import ReviewSession
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import read
from facilitator.store.store import open_store
from tests.benchmarks.measure import MS, Row, in_turn, ratio_row, timed
from tests.benchmarks.reviews import review

if TYPE_CHECKING:
    from collections.abc import Iterator

MESSAGES, DAYS = 100_000, 50
_ROOT = Path(__file__).parents[2]
_TEXT = (
    "deploy rollback error latency database pool queue retry customer checkout alert dashboard "
    "thanks looking into it we see 500s on the api please check logs restart node seems better now"
)
_WORDS = _TEXT.split()


def measure_import() -> Iterator[Row]:
    """Parsing, memory, the whole look, and taking all of it in."""
    days = _days(MESSAGES)
    export = _export(days)

    def ours() -> None:
        read(Material("export.zip", export))

    def floor() -> None:
        for day in days:
            json.loads(day)

    found = in_turn(ours, floor, 5)
    words = f"json.loads of the same {sum(map(len, days)) / 2**20:.0f} MB"
    yield ratio_row("100,000 Slack messages parsed", *found, 4, words)
    yield _memory(export)
    yield from _looked_at(export)


def _days(number: int) -> list[bytes]:
    """So many messages as the files of a Slack export, a day each."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    at = 1_770_000_000.0
    messages = []
    for index in range(number):
        at += chance.random() * 20
        message = {
            "type": "message",
            "user": f"U{index % 40:08d}",
            "text": " ".join(chance.choices(_WORDS, k=chance.randint(4, 18))),
            "ts": f"{at:.6f}",
            "client_msg_id": f"{index:032x}",
            "team": "T1",
        }
        if index % 15 == 0:
            message["text"] += " <@U00000003> see <https://x.example/a|dash> &amp; go"
        messages.append(message)
    size = number // DAYS
    return [json.dumps(messages[i : i + size]).encode() for i in range(0, number, size)]


def _export(days: list[bytes]) -> bytes:
    target = io.BytesIO()
    people = [{"id": f"U{n:08d}", "name": f"u{n}", "real_name": f"User {n}"} for n in range(40)]
    with ZipFile(target, "w") as archive:
        archive.writestr("users.json", json.dumps(people))
        archive.writestr("channels.json", json.dumps([{"id": "C1", "name": "incident"}]))
        for number, day in enumerate(days):
            archive.writestr(f"incident/2026-{number // 28 + 1:02}-{number % 28 + 1:02}.json", day)
    return target.getvalue()


def _memory(export: bytes) -> Row:
    """What a process holds at most that reads it, beyond one that only loads the modules."""
    with TemporaryDirectory() as home:
        path = Path(home) / "export.zip"
        path.write_bytes(export)
        made = f"Material('export.zip', Path({str(path)!r}).read_bytes())"
        idle = _peak("None")
        parsed, looked = (
            (_peak(call) - idle) * 1024 / len(export)
            for call in (f"x = read({made})", f"x = look({made})")
        )
    size = len(export) / 2**20
    detail = f"of a file of {size:.0f} MB; {looked:.1f} x with masking and proposing"
    what = "memory of parsing them"
    return Row(what, f"{parsed:.1f} x", "at most 6 x the file", detail, parsed <= 6)


def _peak(call: str) -> int:
    """Kilobytes that a new process needs at most while it does this."""
    code = (
        "import re; from pathlib import Path; "
        "from facilitator.exchange.readers.material import Material; "
        "from facilitator.app.importing import look; "
        "from facilitator.exchange.readers.registry import read; "
        f"{call}; print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    return int(re.findall(r"\d+", done.stdout)[-1])


def _looked_at(export: bytes) -> Iterator[Row]:
    """The whole look with a second thread that wants to run; then all of it as one edit."""
    stalls: list[float] = []
    found: list[Intake] = []
    worker = Thread(target=lambda: found.append(_look(export)))
    begun = perf_counter()
    worker.start()
    while worker.is_alive():
        before = perf_counter()
        sleep(0.002)
        stalls.append(perf_counter() - before)
    spent = perf_counter() - begun
    worst, usual = max(stalls) * MS, median(stalls) * MS
    yield Row(
        "stall of the window while they are read and looked at",
        f"{worst:.0f} ms",
        "at most 100 ms",
        f"the longest, {usual:.1f} ms as a rule; reading, masking and proposing take {spent:.1f} s",
        worst <= 100,
    )
    yield _applied(found[0])


def _look(export: bytes) -> Intake:
    intake = look(Material("export.zip", export))
    place(intake, {}, review(events=0))
    return intake


def _applied(intake: Intake) -> Row:
    """One edit of all of them, written and told; the floor inserts as many rows by sqlite3."""
    numbers = count()
    with TemporaryDirectory() as home:
        store = open_store(Path(home) / "library.db", lambda: datetime.now(UTC))
        session = ReviewSession(
            store.create(review(events=0)), lambda: store, lambda: datetime.now(UTC)
        )
        edit = edit_of([intake], lambda: f"n{next(numbers):06}")
        ours = timed(lambda: session.apply("Import", edit))
        events = [(each.id, each.text, str(each.at)) for each in session.review.events]
        store.close()
        bare = sqlite3.connect(Path(home) / "bare.db")
        bare.execute("CREATE TABLE event (id TEXT PRIMARY KEY, text TEXT, at TEXT)")
        floor = timed(lambda: _inserted(bare, events))
        bare.close()
    ratio = ours / floor
    detail = f"{ours:.1f} s against {floor:.2f} s, as many rows of three columns by sqlite3"
    what = f"{len(events):,} of them as one edit"
    return Row(what, f"{ratio:.0f} x", "at most 20 x", detail, ratio <= 20)


def _inserted(bare: sqlite3.Connection, events: list[tuple[str, str, str]]) -> None:
    bare.executemany("INSERT INTO event VALUES (?, ?, ?)", events)
    bare.commit()
