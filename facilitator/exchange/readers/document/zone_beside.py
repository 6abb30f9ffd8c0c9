"""The zone of a timeline that names none, where the summary tells one of its clocks with a zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.document_day import clocks_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.exchange.readers.document.parts import Part
    from facilitator.exchange.readers.found import Entry


def zone_beside(parts: Iterable[Part], entries: Sequence[Entry]) -> str:
    """``WAT`` for a summary with “from 12:00 to 14:30 (WAT)” above a row at 14:30; or nothing.

    All clocks of the summary that name a zone must name the same one, and no row any. A full hour
    says something only of the first row: many things happen at one.
    """
    if any(each.stamp.zone for each in entries):
        return ""
    shown = {each.stamp.clock for each in entries if each.stamp.clock}
    told = [each for each in clocks_told(parts) if each.zone]
    zones = {each.zone for each in told}
    first = next((each.stamp.clock for each in entries if each.stamp.clock), None)
    clocks = (each.clock for each in told if each.clock and each.clock in shown)
    if len(zones) == 1 and any(clock.minute or clock == first for clock in clocks):
        return zones.pop()
    return ""
