"""What the entry line holds just now: a new event, a changed one, or one in between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from facilitator.domain.event_rewording import changed_fields

if TYPE_CHECKING:
    from facilitator.domain.event_line import EventLine
    from facilitator.domain.records import TimelineEvent


@dataclass(slots=True)
class Draft:
    """``mode`` is ``add``, ``edit`` or ``insert``, ``event`` the one that is changed or preceded.

    ``before`` is how the line of the changed event read at first; ``kept`` is the new event half
    typed, which comes back; ``from_table`` tells where the keys go in the end.
    """

    mode: str = "add"
    event: TimelineEvent | None = None
    before: EventLine | None = None
    kept: str = ""
    from_table: bool = False

    def state(self) -> dict[str, Any]:
        """What it takes to go on with it."""
        event_id = self.event.id if self.event else None
        return {"mode": self.mode, "event": event_id, "kept": self.kept}

    def changes(self, line: EventLine) -> dict[str, Any]:
        """The fields of the changed event that a line gives other values."""
        if self.event is None or self.before is None:
            return {}
        return changed_fields(self.event, self.before, line)
