"""How well post-mortems are read: what people found in published ones, kept as hashes only."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from facilitator.domain.typed_zones import MEANINGS
from facilitator.domain.words import Precision
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import read
from facilitator.exchange.readers.settling import settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.exchange.readers.found import Reading
    from facilitator.exchange.readers.settling import Placed

OUT = Path(__file__).parents[2] / "docs" / "import.md"
_HERE = Path(__file__).parent
_DOCUMENTS = _HERE.parents[2] / "shared" / "corpus" / "documents"
_SIGNS = re.compile(r"[\W_]+")
_HEAD = re.compile(r"\ASource: [^\n]*\n[^\n]*\n\n?")
SKIPPED = (
    "**Skipped**: the documents are third-party texts that lie beside the checkout, in"
    " `../shared/corpus/documents`, and they are absent here."
)
_HASH = 16

Told = tuple[int, str, int]
"""Of what a person found: how many signs of its text are in the hash, the hash, and whether one
may think otherwise of it."""


@dataclass(slots=True)
class Score:
    """How much of what was expected came, and how much else."""

    expected: int = 0
    right: int = 0
    false: int = 0

    def add(self, expected: int, right: int, false: int) -> None:
        """Count one document more."""
        self.expected += expected
        self.right += right
        self.false += false

    def cell(self) -> str:
        """As a cell of the table."""
        return f"{self.right} of {self.expected}, {self.false} false"


@dataclass(slots=True)
class Family:
    """The scores of the documents of one team."""

    documents: int = 0
    rows: Score = field(default_factory=Score)
    actions: Score = field(default_factory=Score)
    titles: int = 0
    days: int = 0


def plain(text: str) -> str:
    """Letters and digits only, in small letters."""
    return _SIGNS.sub("", text).casefold()


def mark(kind: str, text: str) -> str:
    """The hash of something that was found."""
    return hashlib.sha256(f"{kind}\n{text}".encode()).hexdigest()[:_HASH]


def page() -> str:
    """The whole page."""
    told = json.loads((_HERE / "documents.json").read_text("utf-8"))
    texts = {
        "seen": _table(each for each in told if not each["blind"]),
        "blind": _table(each for each in told if each["blind"]),
    }
    return Template((_HERE / "documents.md").read_text("utf-8")).substitute(texts)


def documents() -> dict[str, str]:
    """The published documents that lie beside the checkout, by the hashes of their files."""
    files = sorted(_DOCUMENTS.glob("*.txt")) if _DOCUMENTS.is_dir() else []
    return {
        hashlib.sha256(each.read_bytes()).hexdigest(): each.read_text("utf-8") for each in files
    }


def measured(told: Iterable[dict[str, Any]], texts: dict[str, str]) -> dict[str, Family]:
    """The scores by family."""
    found: dict[str, Family] = {}
    for each in told:
        family = found.setdefault(each["family"], Family())
        _measure(family, each, texts[each["file"]])
    return found


def _measure(family: Family, told: dict[str, Any], text: str) -> None:
    reading = read(Material("document.md", _HEAD.sub("", text).encode()))
    assert reading.draft is not None
    placed = settle(reading, _answers(told["zone"])).placed
    family.documents += 1
    family.rows.add(*_compared(told["events"], [_marks_of(each) for each in placed]))
    actions = [_Marks("action", plain(each.text)) for each in reading.draft.actions]
    family.actions.add(*_compared(told["actions"], actions))
    size, title = told["title"]
    family.titles += mark("title", plain(reading.draft.title)[:size]) == title
    family.days += mark("day", str(_day(reading))) == told["day"]


def _day(reading: Reading) -> object:
    assert reading.draft is not None
    return reading.draft.happened_on


def _answers(zone: str) -> dict[str, str]:
    """What a person who knows the team answers."""
    return {"zone": zone, **{f"zone {name}": zone for name in MEANINGS}}


@dataclass(frozen=True, slots=True)
class _Marks:
    """Something that the program found."""

    kind: str
    text: str

    def fits(self, told: Told) -> bool:
        size, expected, _ = told
        return mark(self.kind, self.text[:size]) == expected


def _marks_of(placed: Placed) -> _Marks:
    known = placed.at is not None and placed.precision is not Precision.UNKNOWN
    at = str(int(placed.at.timestamp())) if placed.at is not None and known else "?"
    return _Marks(at, plain(placed.entry.text))


def _compared(told: Sequence[Told], found: Sequence[_Marks]) -> tuple[int, int, int]:
    """Expected, right, and false: what fits nothing that a person found."""
    left = list(found)
    right = 0
    for each in sorted(told, key=lambda each: each[2]):
        fitting = next((mine for mine in left if mine.fits(each)), None)
        if fitting is not None:
            left.remove(fitting)
            right += not each[2]
    return sum(not each[2] for each in told), right, len(left)


def _table(told: Iterable[dict[str, Any]]) -> str:
    texts = documents()
    if not texts:
        return SKIPPED
    lines = ["| family | documents | rows, right instant | actions | titles | days |"]
    lines.append("|---|---|---|---|---|---|")
    for name, each in measured(told, texts).items():
        cells = (each.documents, each.rows.cell(), each.actions.cell(), each.titles, each.days)
        lines.append(f"| {name} | {' | '.join(map(str, cells))} |")
    return "\n".join(lines)
