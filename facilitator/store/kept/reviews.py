"""What the kept figures and cards say of reviews: what they met, where, and when again."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from facilitator.domain.marks import DURABLE
from facilitator.domain.trends import FamilyLine, Seen, ServiceLine, Spread
from facilitator.domain.words import Family
from facilitator.store.kept.actions import quarter_of
from facilitator.store.kept.figures import NO_MONTH, QUARTER, REST
from facilitator.store.kept.kinds import SPELLING
from facilitator.store.kept.words import BITS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from facilitator.store.kept.figures import Figures

SEEN = 24
"""So many reviews stand in the row of reviews."""
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
    for key, name, n in figures.sums("family", QUARTER, REST):
        quarter, family = quarter_of(key), Family(name)
        whole[family] += n
        if quarter is not None:
            lines.append(FamilyLine(quarter=quarter, family=family, reviews=n))
    return tuple((family, whole[family]) for family in Family), tuple(lines)


class _Service:
    """The reviews that name a service, by how they spell it and by the bits of what they met.

    Of dicts: there are so many services that Counter would take most of the time of the page.
    """

    __slots__ = ("met", "reviews", "spellings")

    def __init__(self) -> None:
        self.reviews = 0
        self.spellings: dict[str, int] = {}
        self.met: dict[int, int] = {}

    def add(self, spelled: str, bits: int, n: int) -> None:
        """Add reviews that are alike."""
        self.reviews += n
        self.spellings[spelled] = self.spellings.get(spelled, 0) + n
        self.met[bits] = self.met.get(bits, 0) + n

    def line(self) -> ServiceLine:
        """By the spelling that is used most; of several the first in order."""
        name = min(self.spellings, key=lambda each: (-self.spellings[each], each))
        counts = {
            family: sum(n for bits, n in self.met.items() if bits & bit) for bit, family in BITS
        }
        ordered = sorted(Family, key=lambda family: -counts[family])
        families = tuple((each, counts[each]) for each in ordered if counts[each])
        return ServiceLine(service=name, reviews=self.reviews, families=families)


def services(figures: Figures) -> tuple[tuple[ServiceLine, ...], int]:
    """The services that most reviews name, and how many services there are."""
    found: dict[str, _Service] = {}
    for key, bits, n in figures.sums("service", REST, "k.day"):
        folded, _, spelled = key.partition(SPELLING)
        if folded not in found:
            found[folded] = _Service()
        found[folded].add(spelled, bits, n)
    ordered = sorted(found.items(), key=lambda each: (-each[1].reviews, each[0]))
    return tuple(service.line() for _key, service in ordered[:LINES]), len(found)
