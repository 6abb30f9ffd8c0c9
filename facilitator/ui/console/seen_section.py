"""Seen before: the reviews most like this one, and why, told to the facilitator alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from facilitator.domain.day_words import format_short
from facilitator.ui.console.others_section import OthersSection
from facilitator.ui.console.told_rows import Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.coach.similar import Similar
    from facilitator.ui.console.console_desk import ConsoleDesk

SHOWN = 3
"""So many are named."""
_SOUGHT = 12
"""So many are asked for: some may have been put off."""
_KEY = "seen:"


class SeenSection(OthersSection):
    """Looks again once the draft has been left alone for a while; away while nothing is like it."""

    name = "seen"
    title = "Seen before"
    words = "Reviews like this one"
    followed = ("title", "summary", "services", "failure_class", "factors")
    wait_ms = 1500

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        self._found: tuple[Similar, ...] = ()
        self.list.setAccessibleDescription("Enter looks into the review; X puts it off")

    def question(self) -> Callable[[], object]:
        """The reviews most like this one."""
        others = self.console.others
        if others is None:
            return tuple
        return partial(others.like, self.desk.review, _SOUGHT)

    def found(self, answer: object) -> None:
        """Show what is not put off."""
        self._found = cast("tuple[Similar, ...]", answer)
        self._show()

    def choose(self, row: Told) -> None:
        """Look into it."""
        self.look_into(row.key.removeprefix(_KEY))

    def put_off(self, row: Told) -> None:
        """Do not name it any more."""
        self.console.not_now.add(row.key)
        self._show()

    def _show(self) -> None:
        rows = (self._row(each) for each in self._found)
        wanted = [row for row in rows if row.key not in self.console.not_now]
        self.show_rows(tuple(wanted[:SHOWN]))

    def _row(self, similar: Similar) -> Told:
        sketch = similar.sketch
        day = "" if sketch.day is None else format_short(sketch.day, self.desk.today())
        head = " ".join(filter(None, (sketch.incident, sketch.title))) or "No title"
        return Told(
            f"{_KEY}{sketch.id}",
            f"{head} · {day}" if day else head,
            similar.why,
            enter="Look into it",
            leaves=True,
            lines=1,
        )
