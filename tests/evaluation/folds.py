"""Parts rows for cross-validation, so that what belongs together is never in two parts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.evaluation.labelled import Labelled

MOST = 5


def folds(
    rows: Sequence[Labelled], most: int = MOST
) -> Iterator[tuple[list[Labelled], list[Labelled]]]:
    """What to learn from, and what to be asked about, for each part in turn."""
    parts = [part for part in _parts(rows, most) if part]
    for part in parts:
        yield [each for other in parts if other is not part for each in other], part


def _parts(rows: Sequence[Labelled], most: int) -> list[list[Labelled]]:
    """Each group into the part that is the smallest so far, the largest group first."""
    groups: dict[str, list[Labelled]] = defaultdict(list)
    for each in rows:
        groups[each.group].append(each)
    parts: list[list[Labelled]] = [[] for _ in range(most)]
    for _, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        min(parts, key=len).extend(group)
    return parts
