"""What a wall clock means where clocks are put forward and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo


def instants(wall: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """UTC instants at which clocks in ``zone`` show the naive ``wall``, earliest first.

    One as a rule; two in the hour that comes twice; none in the hour that is skipped.
    """
    first, second = both_readings(wall, zone)
    shown = [at for at in (first, second) if _shows(at, wall, zone)]
    return tuple(sorted(set(shown)))


def both_readings(wall: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """``wall`` read with the offset before the nearest clock change, and with the one after."""
    before, after = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return before, after


def _shows(at: datetime, wall: datetime, zone: tzinfo) -> bool:
    return at.astimezone(zone).replace(tzinfo=None, fold=0) == wall.replace(fold=0)
