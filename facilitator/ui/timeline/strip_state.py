"""What the strip shows: the events by lane, a stretch of time, and where everything stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from facilitator.domain.order import event_key
from facilitator.domain.zones import zone
from facilitator.geometry.timeline import (
    NORMAL,
    Lanes,
    Layout,
    Measure,
    Rows,
    Scale,
    Window,
    fit_rows,
    lay_out,
    seconds,
    tiers_of,
    whole_window,
)
from facilitator.ui.theme import tokens
from facilitator.ui.timeline.flags import flag_width
from facilitator.ui.timeline.stamps import heap_width
from facilitator.ui.timeline.wording import day_span

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.domain.records import Review, TimelineEvent
    from facilitator.ui.theme import Theme

MARGIN = 40
_ZOOM_STEP, _PAN_STEP = 1.5, 0.25
_MANY = 100
"""From so many events on all lanes anew are quicker than single steps."""


class StripState:
    """Follows a review; what it lays out is kept until something changes."""

    def __init__(self, theme: Theme, review: Review) -> None:
        self._theme, self._review = theme, review
        self._lanes = Lanes(review.events)
        self._sizes = NORMAL.at(theme.scale)
        self._measure = Measure(
            flag=lambda marker: flag_width(theme, marker, filled=True, words=not self._terse),
            heap=self._heap_width,
        )
        self._heap_widths: dict[int, float] = {}
        self._width = theme.px(1288)
        self._room: int | None = None
        self._terse = False
        self._zoomed: Window | None = None
        self._whole: Window | None = None
        self._layout: Layout | None = None

    # -- following -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Take over what an edit did to the events, one by one."""
        self._review = delta.after
        rows = delta.rows.get("events")
        if rows is not None and rows.count > _MANY:
            self._lanes = Lanes(delta.after.events)
        elif rows is not None:
            for row in (*rows.removed, *rows.changed):
                self._lanes.remove(row.id)
            for row in (*rows.changed, *rows.added):
                self._lanes.add(row)  # type: ignore[arg-type]
        self._stale()

    def resize(self, width: int, room: int | None) -> None:
        """Take another width, and the height that there is room for."""
        if (width, room) != (self._width, self._room):
            self._width, self._room = width, room
            self._stale()

    def _stale(self) -> None:
        self._layout = self._whole = None
        self._terse = False
        if self._zoomed is not None:
            self.show(self._zoomed)

    # -- the stretch of time -------------------------------------------------------------------

    @property
    def whole(self) -> Window:
        """The stretch that shows every event."""
        if self._whole is None:
            wide = self._right - self._left
            self._whole = whole_window(self._lanes, wide, self._measure, self._sizes)
        return self._whole

    @property
    def zoomed(self) -> Window | None:
        """The stretch that is shown, or None if it is the whole."""
        return self._zoomed

    @property
    def window(self) -> Window:
        """The stretch that is shown."""
        return self._zoomed or self.whole

    def show(self, window: Window | None) -> None:
        """Show a stretch, as far as there are events; the whole if it is no shorter."""
        if window is not None:
            window = window.within(self.whole)
        self._zoomed = None if window is None or window.span >= self.whole.span else window
        self._layout = None

    def zoom_by(self, steps: float, anchor: float) -> None:
        """Closer (positive) or further away; an instant stays where it is."""
        self.show(self.window.zoomed(_ZOOM_STEP**steps, anchor, self.whole))

    def pan(self, steps: float) -> None:
        """To later (positive) or earlier, a quarter of what is shown at a time."""
        self.show(self.window.panned(steps * _PAN_STEP, self.whole))

    def pan_px(self, way: float) -> None:
        """To later (positive) or earlier by px."""
        self.show(self.window.panned(way / (self._right - self._left), self.whole))

    def reveal(self, event: TimelineEvent) -> None:
        """Pan just enough to have the beginning of an event in view."""
        if self._zoomed is not None and event.at is not None:
            at = seconds(event.at)
            self.show(self._zoomed.showing(at, at))

    # -- where everything stands ---------------------------------------------------------------

    def event(self, event_id: str | None) -> TimelineEvent | None:
        """The event with this id."""
        return None if event_id is None else self._lanes.find(event_id)

    @property
    def scale(self) -> Scale:
        """Where instants stand."""
        return Scale(self.window, self._left, self._right)

    @property
    def rows(self) -> Rows | None:
        """How the height is shared out; None where there is room for nothing.

        Where flags with their words would take it all, they stand there as signs.
        """
        rows = self._fitted()
        if rows is None and not self._terse:
            self._terse, self._whole, self._layout = True, None, None
            rows = self._fitted()
        return rows

    def _fitted(self) -> Rows | None:
        whole = Scale(self.whole, self._left, self._right)
        tiers = max(self._tiers(whole), self._tiers(self.scale))
        return fit_rows(len(self._lanes), tiers, self._room, self._sizes)

    @property
    def layout(self) -> Layout | None:
        """Where everything stands; None where there is room for nothing."""
        rows = None if self._layout else self.rows
        if rows is not None:
            self._layout = lay_out(
                self._lanes,
                self.scale,
                rows,
                zone(self._review.time_zone),
                self._measure,
                services=self._review.services,
                several_days=self._several_days(),
                unit=self._theme.scale,
            )
        return self._layout

    # -- walking -------------------------------------------------------------------------------

    def along(self, event_id: str | None, steps: int) -> TimelineEvent | None:
        """The event so many later (positive) or earlier, whatever its lane."""
        events = self._review.events
        # Those that have no place in time come last, and are not here.
        placed = bisect_left(events, True, key=lambda each: each.at is None)
        current = self.event(event_id)
        if current is None or current.at is None:
            place = 0 if steps > 0 else placed - 1
        else:
            place = bisect_left(events, event_key(current), key=event_key) + steps
        return events[max(0, min(place, placed - 1))] if placed else None

    def across(self, event_id: str | None, step: int) -> TimelineEvent | None:
        """The event of the next lane down (positive) or up that is nearest in time."""
        layout, current = self.layout, self.event(event_id)
        found = layout.mark_of(current) if layout is not None and current is not None else None
        if layout is None or current is None or current.at is None or found is None:
            return self.along(event_id, step)
        heights = [line.y for line in layout.lines]
        row = max(0, min(heights.index(found[0]) + step, len(heights) - 1))
        lane, at = layout.lines[row].lane, seconds(current.at)
        place = bisect_left(lane.begins, at)
        near = range(max(0, place - 1), min(place + 1, len(lane.begins)))
        return lane.events[min(near, key=lambda i: abs(lane.begins[i] - at))]

    # -- inside --------------------------------------------------------------------------------

    def _heap_width(self, count: int) -> float:
        """Digits are all equally wide, so their number decides."""
        digits = len(str(count))
        if digits not in self._heap_widths:
            self._heap_widths[digits] = heap_width(self._theme, count)
        return self._heap_widths[digits]

    def _tiers(self, scale: Scale) -> int:
        return tiers_of(self._lanes, scale, self._measure, self._sizes)

    def _several_days(self) -> bool:
        span = day_span(self._review.events, self._review.time_zone)
        return span is not None and span[0] != span[1]

    @property
    def _left(self) -> float:
        return self._theme.px(MARGIN + tokens()["timeline"]["lane_label"])

    @property
    def _right(self) -> float:
        return max(self._left + 1.0, self._width - self._theme.px(MARGIN))
