"""What the keys of the table do to the chosen events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits import chain
from facilitator.domain.edits import timeline as edits
from facilitator.domain.shown_words import KIND_WORDS, MARKER_WORDS
from facilitator.domain.words import EventKind, Marker, Precision
from facilitator.ui.chooser import Choice, Chooser
from facilitator.ui.deeds import Deeds
from facilitator.ui.deleting import tell_deleted
from facilitator.ui.timeline.wording import PRECISION_WORDS, time_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import TimelineEvent
    from facilitator.ui.desk import Desk
    from facilitator.ui.timeline.model import EventModel
    from facilitator.ui.timeline.table import TimelineTable

_PRECISION_HELP = {
    Precision.EXACT: "a log or a message says so",
    Precision.ABOUT: "somebody remembers",
    Precision.UNKNOWN: "only its place in the order is known",
}
_NOTHING = "There is no event yet. Type one below, like 14:03 deploy starts."


class EventDeeds(Deeds["TimelineTable"]):
    """Edits on the table's selection."""

    def __init__(
        self, desk: Desk, table: TimelineTable, model: EventModel, say: Callable[[str], object]
    ) -> None:
        super().__init__(desk, table, say)
        self._model = model

    def current(self) -> TimelineEvent | None:
        """The current event; without one a sentence says what to do."""
        event_id = self._view.current_or_first()
        if event_id is None:
            self._say(_NOTHING)
            return None
        return self._model.record_of(event_id)

    def star(self) -> None:
        """Put the chosen events into the story, or take them out."""
        if (event := self.current()) is None:
            return
        words = "Take out of the story" if event.starred else "Put into the story"
        wrong = [each for each in self._chosen() if each.starred is event.starred]
        self.apply(words, chain(*(edits.toggle_star(each.id) for each in wrong)))

    def delete(self) -> None:
        """Remove the chosen events; the one that follows is current then."""
        if self.current() is None:
            return
        gone = self._chosen()
        first = self._model.row_of(gone[0].id) or 0
        words = "Remove event" if len(gone) == 1 else f"Remove {len(gone)} events"
        if self.apply(words, edits.remove_events(*(each.id for each in gone))):
            self._view.choose_row(first)
            zone = self._model.zone
            tell_deleted(self._desk, [f"{time_words(each, zone)} {each.text}" for each in gone])

    def spotlight(self) -> None:
        """Show the current event large and alone."""
        from facilitator.ui.spotlight.card import show_spotlight  # noqa: PLC0415 - when asked for

        if (event := self.current()) is not None:
            show_spotlight(self._desk, "timeline", event.id, self._view.choose)

    def choose_marker(self) -> None:
        """Choose which moment of the incident the current event is."""
        if (event := self.current()) is None:
            return
        choices = [Choice("", "No marker")]
        choices += [Choice(each, MARKER_WORDS[each], self._stands(each)) for each in Marker]

        def chosen(choice: Choice) -> None:
            marker = Marker(choice.id) if choice.id else None
            self.apply("Set marker", edits.set_marker(event.id, marker))

        self._ask("Which moment is this?", choices, chosen, event.marker or "")

    def choose_kind(self) -> None:
        """Choose what sort of thing happened, for all chosen events."""
        if (event := self.current()) is None:
            return
        choices = [Choice(each, KIND_WORDS[each]) for each in EventKind]

        def chosen(choice: Choice) -> None:
            self._change("Change kind", kind=EventKind(choice.id))

        self._ask("What sort of thing is it?", choices, chosen, event.kind)

    def choose_precision(self) -> None:
        """Choose how well the time is known, for all chosen events."""
        if (event := self.current()) is None:
            return
        choices = [Choice(each, PRECISION_WORDS[each], _PRECISION_HELP[each]) for each in Precision]

        def chosen(choice: Choice) -> None:
            self._change("Change precision", precision=Precision(choice.id))

        self._ask("How well is the time known?", choices, chosen, event.precision)

    def choose_lane(self) -> None:
        """Choose the team or system, for all chosen events; a new name may be typed."""
        if (event := self.current()) is None:
            return
        choices = [Choice("", "Nowhere in particular")]
        choices += [Choice(each, self._model.shown(each), also=each) for each in self.lanes()]
        chooser = Chooser(
            self._desk.theme,
            "Where did it happen?",
            choices,
            lambda choice: self._change("Change lane", lane=choice.id),
            other=lambda text: self._change("Change lane", lane=text),
            empty="Enter takes this as a new name.",
            current=event.lane,
        )
        self.open(chooser)

    def lanes(self) -> tuple[str, ...]:
        """The names of teams and systems so far: those of events, then the review's services."""
        return tuple(dict.fromkeys((*self._model.lanes, *self._desk.review.services)))

    # -- inside --------------------------------------------------------------------------------

    def _chosen(self) -> list[TimelineEvent]:
        events = (self._model.record_of(each) for each in self._view.chosen_ids)
        return [each for each in events if each is not None]

    def _change(self, label: str, **fields: object) -> None:
        chosen = self._chosen()
        self.apply(label, chain(*(edits.change_event(each.id, **fields) for each in chosen)))

    def _stands(self, marker: Marker) -> str:
        event = self._model.marked.get(marker)
        return (
            f"now {time_words(event, self._model.zone)} {self._model.shown(event.text)}"
            if event
            else ""
        )

    def _ask(
        self,
        title: str,
        choices: list[Choice],
        chosen: Callable[[Choice], object],
        current: str,
    ) -> None:
        self.open(Chooser(self._desk.theme, title, choices, chosen, current=current))
