"""Who has spoken in this meeting: a light tally that lives in memory only and is never written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.records import Participant


class Voices:
    """Counts by person's id; there is no way from here to a file, and ``clear`` ends it."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def spoke(self, person_id: str) -> None:
        """Somebody has spoken, once more."""
        self._counts[person_id] = self.count(person_id) + 1

    def unspoke(self, person_id: str) -> None:
        """Take back one; below nothing it does not go."""
        left = self.count(person_id) - 1
        if left > 0:
            self._counts[person_id] = left
        else:
            self._counts.pop(person_id, None)

    def count(self, person_id: str) -> int:
        """How often somebody has spoken."""
        return self._counts.get(person_id, 0)

    def quiet(self, people: Iterable[Participant]) -> tuple[Participant, ...]:
        """Those of the people in the room who have not spoken yet."""
        return tuple(each for each in people if each.attended and not self.count(each.id))

    def clear(self) -> None:
        """Forget everything: the meeting is over."""
        self._counts.clear()
