"""A library of 10,000 reviews: opened, drawn, searched, and what its window takes of memory."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from facilitator.app.ids import Ids
from facilitator.app.library import Library
from facilitator.exchange.markdown import write_markdown
from facilitator.store.kept.keeping import keep_all
from facilitator.store.kept.names import teach
from facilitator.store.store import open_store
from tests.benchmarks.measure import MS, Row, percentile, ratio_row, timed
from tests.benchmarks.peers.running import Absent, duck_figures
from tests.benchmarks.starting import started
from tests.scale.library import made
from tests.scale.reviews import TODAY, many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BUILD = Path(__file__).parents[2] / "build" / "scale"
LARGE, SMALL = 10_000, 100
_ROUNDS, _PAGES, _SEARCHES = 7, 9, 3
_WORDS = ("certificate", "connection pool", "rollback", "retry storm", "replica lag", "disk full")
"""What is typed, letter by letter; reviews by the hundred hold some, and none holds others."""
_LEAST = 2
_P95 = 50.0


def measure_scale() -> Iterator[Row]:
    """The list, memory, the page of trends, search; the library is made once and kept."""
    large, small = made(_BUILD, LARGE), made(_BUILD, SMALL)
    yield from _windows(large, small)
    with TemporaryDirectory() as home:
        path = Path(home) / "library.db"
        shutil.copy(large, path)
        store = open_store(path, _now)
        library = Library(store, _now, Ids())
        yield from _trends(library, path)
        library.close()
        yield from _search(path, Path(home) / "reviews")


def _now() -> datetime:
    return datetime.combine(TODAY, datetime.min.time(), UTC)


# -- windows -----------------------------------------------------------------------------------


def _windows(large: Path, small: Path) -> Iterator[Row]:
    with TemporaryDirectory() as large_home, TemporaryDirectory() as small_home:
        homes = {large: Path(large_home), small: Path(small_home)}
        for path, home in homes.items():
            shutil.copy(path, home / "library.db")
        found: dict[Path, list[dict[str, float]]] = {large: [], small: []}
        for number in range(_ROUNDS + 1):
            for path, home in homes.items():
                marks = started("our_window.py", home)
                if number:
                    found[path].append(marks)
    ours, floor = ([each["filled"] for each in found[path]] for path in (large, small))
    words = "the same for 100 reviews"
    yield ratio_row(f"process start to the list of {LARGE:,} reviews", ours, floor, 2, words)
    ours, floor = ([each["memory"] for each in found[path]] for path in (large, small))
    ratio = median(ours) / median(floor)
    detail = f"{median(ours):.0f} MB against {median(floor):.0f} MB, {words}"
    what = f"memory of the window with {LARGE:,} reviews"
    yield Row(what, f"{ratio:.2f} x", "at most 1.5 x", detail, ratio <= 1.5)


# -- trends ------------------------------------------------------------------------------------


def _trends(library: Library, path: Path) -> Iterator[Row]:
    """From what is kept, at first and again; and with all of it counted anew before."""
    try:
        theirs, _figures = duck_figures(path, TODAY, _PAGES)
    except Absent as reason:
        yield Row("page of the trends", "not measured", "at most 1 x", str(reason), reached=False)
        return
    opened = [_first_page(path) for _ in range(_PAGES)]
    library.trends()
    kept = [timed(library.trends) for _ in range(_PAGES)]
    cold = [timed(partial(_counted_anew, path)) + timed(library.trends) for _ in range(3)]
    words = "DuckDB from opening its file, over the same rows"
    yield ratio_row("page of the trends, all counted anew", cold, theirs, 1, words)
    yield ratio_row("first page of the trends, from opening the file", opened, theirs, 1, words)
    yield ratio_row("page of the trends, from what is kept", kept, theirs, 0.1, words)


def _first_page(path: Path) -> float:
    """Seconds from opening the library to the page, with nothing of it in memory."""

    def first() -> None:
        store = open_store(path, _now)
        store.trends(TODAY)
        store.close()

    return timed(first)


def _counted_anew(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        teach(connection)
        keep_all(connection)
        connection.commit()


# -- search ------------------------------------------------------------------------------------


def _search(path: Path, folder: Path) -> Iterator[Row]:
    """Each beginning of each word as it is typed, and with it the lines of the rows on screen."""
    typed = [words[:length] for words in _WORDS for length in range(_LEAST, len(words) + 1)]
    ours = [seconds for _ in range(_SEARCHES) for seconds in _typed_once(path, typed)]
    yield _at_most("search as one types, 95th percentile", ours)
    if shutil.which("rg") is None:
        words = "ripgrep is not on this machine"
        yield Row("search as one types", "not measured", "at most 0.5 x", words, reached=False)
        return
    _write_files(folder)
    theirs = [timed(partial(_ripgrep, each, folder)) for each in typed]
    words = "ripgrep over the same reviews as Markdown"
    yield ratio_row("search as one types", ours, theirs, 0.5, words)


def _typed_once(path: Path, typed: Sequence[str]) -> list[float]:
    """Seconds of each search in a library that was just opened; the first one reads the index."""
    library = Library(open_store(path, _now), _now, Ids())
    library.search(typed[0])
    found = [timed(partial(library.search, each)) for each in typed]
    library.close()
    return found


def _at_most(what: str, seconds: Sequence[float]) -> Row:
    found = percentile(seconds, 95) * MS
    detail = f"over {len(seconds)} searches in {LARGE:,} reviews"
    return Row(what, f"{found:.1f} ms", f"at most {_P95:g} ms", detail, found <= _P95)


def _ripgrep(words: str, folder: Path) -> None:
    """The names of the files that hold these words, whatever their capitals."""
    arguments = ["rg", "--files-with-matches", "--ignore-case", "--fixed-strings", words, "."]
    subprocess.run(arguments, cwd=folder, stdout=subprocess.DEVNULL, check=False)


def _write_files(folder: Path) -> None:
    folder.mkdir()
    for review in many(LARGE):
        (folder / f"{review.id}.md").write_bytes(write_markdown(review))


def main() -> int:
    """Print the rows of this file alone."""
    for row in measure_scale():
        print(f"{row.what}: {row.figure}, {row.goal}, {row.detail}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
