"""What the kept figures and cards say of reviews: what they met, where, and when again."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.marks import DURABLE
from facilitator.domain.trends import FamilyLine, Seen, ServiceLine, Spread
from facilitator.domain.words import Family
from facilitator.store.kept.figures import NO_MONTH, REST
from facilitator.store.kept.kinds import SPELLING
from facilitator.store.kept.words import BITS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from facilitator.store.kept.figures import Figures

SEEN = 24
"""So many reviews stand in the row of reviews."""
_BY_FAMILY = tuple(f"sum(k.n * (k.day & {bit} > 0))" for bit, _family in BITS)
LINES = 40
"""So many services, and so many classes, are told."""

_ROW = (
    "SELECT c.review_id, CAST(r.title AS BLOB), c.day, c.families"
    " FROM card AS c JOIN review AS r ON r.id = c.review_id"
    " WHERE c.trashed = 0 AND c.day IS NOT NULL AND c.day >= ?"
    " ORDER BY c.day DESC, c.review_id DESC LIMIT ?"
)


def counted(figures: Figures) -> tuple[int, int]:
    """How many reviews, and how many of them have a durable action."""
    counts = Counter(dict(figures.sums("review", REST)))
    return counts.total(), counts[DURABLE]


def undated(every: Figures) -> int:
    """How many reviews of the library have no day."""
    rows = every.sums("review", f"k.key < '{NO_MONTH}~'")
    return int(dict(rows).get(1, 0))


def lost(every: Figures) -> int:
    """How many rows of the library cannot be read."""
    return sum(rows * n for rows, n in every.sums("lost", "k.day"))


def to_review(figures: Figures) -> Spread:
    """The days from the incident to the meeting."""
    return Spread(tuple(figures.sums("to_review", "k.day")))


def seen(connection: sqlite3.Connection, since: date | None) -> tuple[Seen, ...]:
    """The latest reviews that have a day, oldest first."""
    rows = connection.execute(_ROW, (since.isoformat() if since else "", SEEN)).fetchall()
    return tuple(
        Seen(
            review_id=review_id,
            title=text(title),
            day=date.fromisoformat(day),
            families=frozenset(families_of(bits)),
        )
        for review_id, title, day, bits in reversed(rows)
    )


def text(stored: bytes) -> str:
    """A text that may be damaged: what cannot be read in it shows as such."""
    return stored.decode("utf-8", "replace")


def families_of(bits: int) -> Iterable[Family]:
    """The families whose bits are set."""
    return (family for bit, family in BITS if bits & bit)


def families(figures: Figures) -> tuple[tuple[tuple[Family, int], ...], tuple[FamilyLine, ...]]:
    """How many reviews met each family: all of them, and by quarter."""
    whole: Counter[Family] = Counter()
    lines = []
    for quarter, counts in figures.by_quarter("family").items():
        for name, n in sorted(counts.items()):
            family = Family(name)
            whole[family] += n
            if quarter is not None:
                lines.append(FamilyLine(quarter=quarter, family=family, reviews=n))
    return tuple((family, whole[family]) for family in Family), tuple(lines)


class _Part(NamedTuple):
    """So many reviews that spell a service alike, and how many of them met each family."""

    spelled: str
    reviews: int
    families: Sequence[int]


def services(figures: Figures) -> tuple[tuple[ServiceLine, ...], int]:
    """The services that most reviews name, and how many services there are."""
    parts: dict[str, list[_Part]] = {}
    for key, n, *families in figures.by_key("service", *_BY_FAMILY):
        folded, _, spelled = key[len(NO_MONTH) :].partition(SPELLING)
        parts.setdefault(folded, []).append(_Part(spelled, n, families))
    totals = {folded: sum(part.reviews for part in each) for folded, each in parts.items()}
    foremost = sorted(totals, key=lambda folded: (-totals[folded], folded))[:LINES]
    return tuple(_service(parts[each], totals[each]) for each in foremost), len(totals)


def _service(parts: Sequence[_Part], reviews: int) -> ServiceLine:
    """By the spelling that is used most; of several the first in order."""
    spellings: dict[str, int] = {}
    for part in parts:
        spellings[part.spelled] = spellings.get(part.spelled, 0) + part.reviews
    name = min(spellings, key=lambda each: (-spellings[each], each))
    counts = zip(*(part.families for part in parts), strict=True)
    met = sorted(zip(map(sum, counts), Family, strict=True), key=lambda pair: -pair[0])
    families = tuple((family, n) for n, family in met if n)
    return ServiceLine(service=name, reviews=reviews, families=families)
