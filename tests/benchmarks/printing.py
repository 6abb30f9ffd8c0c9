"""A PDF against the same pages as bare flowables."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from facilitator.report import render
from tests.benchmarks.measure import MS, Row, in_turn, ratio_row, timed
from tests.benchmarks.peers.running import Absent, page_seconds
from tests.benchmarks.reviews import review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.records import Review

_NOW = datetime(2026, 3, 5, tzinfo=UTC)
_CHUNK = 50
_ROUNDS = 3
_ROOT = Path(__file__).parents[2]


def measure_print() -> Iterator[Row]:
    """300 events, 60 factors, 40 actions; the floor prints the same texts as plain tables."""
    source = review(events=300, factors=60, actions=40, findings=8)
    large = review(events=2000, factors=300, actions=150, findings=8)
    with TemporaryDirectory() as folder:
        fonts = Path(folder)
        pages, many = (_pages(_printed(each, fonts)) for each in (source, large))
        extra = _extra(source, pages)
        found = in_turn(lambda: _printed(source, fonts), lambda: _bare(source, extra), 5)
        words = f"the same texts on as many pages ({pages}) as bare reportlab tables"
        yield ratio_row("PDF of 300 events, 60 factors, 40 actions", *found, 1.3, words)
        grown = in_turn(lambda: _printed(large, fonts), lambda: _printed(source, fonts), 5)
        each_large, each_small = (
            [each / count for each in times]
            for times, count in zip(grown, (many, pages), strict=True)
        )
        words = f"a page of 2,000 events, 300 factors, 150 actions ({many} pages) and of 300 events"
        yield ratio_row("time for a page of a large PDF", each_large, each_small, 1.3, words)
        yield _memory(fonts, extra)
        ours = median(timed(lambda: _printed(source, fonts)) for _ in range(_ROUNDS)) / pages
        yield _against("weasyprint", source, ours, 1 / 3)
        yield _against("typst", source, ours, None)


def _against(peer: str, source: Review, ours: float, goal: float | None) -> Row:
    """Seconds for a page of ours against those for a page of the same texts by a peer."""
    what = f"time for a page against {'WeasyPrint' if peer == 'weasyprint' else peer}"
    aim = "none: the aim beyond" if goal is None else f"at most {goal:.2g} x"
    try:
        theirs = median(page_seconds(peer, _texts(source)) for _ in range(_ROUNDS))
    except Absent as absent:
        return Row(what, "–", aim, str(absent), reached=True)
    ratio = ours / theirs
    words = f"{ours * MS:.2f} ms against {theirs * MS:.2f} ms, the same texts as a plain table"
    return Row(what, f"{ratio:.2f} x", aim, words, goal is None or ratio <= goal)


def _texts(source: Review) -> list[tuple[str, str, str, str]]:
    """Those of the floor, as plain text."""
    events = (
        (f"{event.at:%H:%M}", event.kind.value, event.text, event.lane)
        for event in source.events
        if event.at
    )
    factors = (("", "", factor.text, "") for factor in source.factors * 2)
    actions = (("", each.owner, each.text, "") for each in source.actions)
    return [*events, *factors, *actions]


def _printed(source: Review, fonts: Path) -> bytes:
    return render(source, now=lambda: _NOW, fonts=fonts)


def _memory(fonts: Path, extra: int) -> Row:
    """The most memory that a process needs that prints, against one that prints plain tables."""
    ours, floor = (
        _peak(call) for call in (f"_printed(s, Path({str(fonts)!r}))", f"_bare(s, {extra})")
    )
    ratio = ours / floor
    detail = f"{ours / 1024:.0f} MB against {floor / 1024:.0f} MB, both processes whole"
    return Row("peak memory of printing", f"{ratio:.2f} x", "at most 1.5 x", detail, ratio <= 1.5)


def _peak(call: str) -> int:
    """Kilobytes that a new process needs at most while it does this."""
    code = (
        "import re; from pathlib import Path; "
        "from tests.benchmarks.printing import _bare, _printed, review; "
        "s = review(events=300, factors=60, actions=40, findings=8); "
        f"{call}; print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    return int(done.stdout)


def _pages(data: bytes) -> int:
    from pypdf import PdfReader  # noqa: PLC0415 - to count only

    return len(PdfReader(io.BytesIO(data)).pages)


def _bare(source: Review, extra: int) -> bytes:
    """The texts that a full document has as plain tables, and ``extra`` tables more."""
    style = getSampleStyleSheet()["BodyText"]
    rows = [[when, kind, Paragraph(text, style), lane] for when, kind, text, lane in _texts(source)]
    rows += rows[: extra * _CHUNK]
    story: list[Flowable] = [
        Table(rows[start : start + _CHUNK], colWidths=(50, 80, 300, 60))
        for start in range(0, len(rows), _CHUNK)
    ]
    target = io.BytesIO()
    SimpleDocTemplate(target, pagesize=A4).build(story)
    return target.getvalue()


def _extra(source: Review, pages: int) -> int:
    """How many tables more make the bare document as long."""
    extra = 0
    while _pages(_bare(source, extra)) < pages:
        extra += 1
    return extra
