"""The strip of the timeline: laws of its geometry, and the picture of the look."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.records import TimelineEvent
from facilitator.domain.words import Marker
from facilitator.domain.zones import zone
from facilitator.geometry.nudging import LIMIT, marks
from facilitator.geometry.timeline import (
    NORMAL,
    Lane,
    Lanes,
    Layout,
    Measure,
    Scale,
    Window,
    fit_rows,
    fitted,
    lay_out,
    seconds,
    spread,
    stack_flags,
    tiers_of,
    whole_window,
)

LONDON = zone("Europe/London")
START = datetime(2026, 3, 3, 14, 0, tzinfo=UTC)
LEFT, RIGHT = 152.0, 1440.0
DISC, GAP = 28.0, 3.0
FLAGS = {
    Marker.IMPACT_START: 151.0,
    Marker.DETECTED: 125.0,
    Marker.ACKNOWLEDGED: 175.0,
    Marker.MITIGATED: 128.0,
    Marker.RESOLVED: 125.0,
}
MEASURE = Measure(flag=FLAGS.__getitem__, heap=lambda count: max(DISC, 10 + 11.0 * len(str(count))))


def event(number: int, minute: float, lane: str = "", **fields: Any) -> TimelineEvent:
    at = START + timedelta(minutes=minute)
    return TimelineEvent(id=f"e{number:06}", text=f"event {number}", at=at, lane=lane, **fields)


def many(count: int, lanes: int = 4) -> list[TimelineEvent]:
    return [event(number, number / 2, f"T{number % lanes}") for number in range(count)]


def shown(lanes: Lanes, window: Window | None = None, **fields: Any) -> Layout:
    window = window or whole_window(lanes, RIGHT - LEFT, MEASURE)
    scale = Scale(window, LEFT, RIGHT)
    rows = fit_rows(len(lanes), tiers_of(lanes, scale, MEASURE), fields.pop("room", None))
    assert rows is not None
    return lay_out(lanes, scale, rows, LONDON, MEASURE, **fields)


PICTURE = Lanes(
    [
        event(1, -19, "Limits"),
        event(2, 3, "Limits"),
        event(3, 4, "Ledger", marker=Marker.IMPACT_START),
        event(4, 8, "Ledger"),
        event(5, 12, "Support"),
        event(6, 21, "Checkout", marker=Marker.DETECTED),
        event(7, 24, "Ledger", marker=Marker.ACKNOWLEDGED),
        event(8, 31, "Ledger"),
        event(11, 68, "Limits", marker=Marker.MITIGATED),
        event(12, 70, "Ledger", end=START + timedelta(minutes=106)),
        event(13, 111, "Ledger", marker=Marker.RESOLVED),
        event(14, 125, "Support"),
    ]
)


# -- the picture -------------------------------------------------------------------------------


def test_the_picture_of_the_look() -> None:
    layout = shown(PICTURE, services=("Ledger", "Checkout", "Limits"))
    assert [line.name for line in layout.lines] == ["Limits", "Ledger", "Checkout", "Support"]
    assert [line.y for line in layout.lines] == [98, 142, 186, 230]
    assert (layout.lanes_top, layout.axis_y, layout.height) == (76, 252, 290)
    assert [tick.words for tick in layout.ticks] == ["14:00", "14:30", "15:00", "15:30", "16:00"]
    flags = {flag.marker: flag for flag in layout.flags}
    assert [flag.left for flag in layout.flags] == [True, False, False, False, False]
    assert flags[Marker.DETECTED].top == 4
    assert {flag.top for marker, flag in flags.items() if marker is not Marker.DETECTED} == {38}
    assert layout.impact == (flags[Marker.IMPACT_START].x, flags[Marker.RESOLVED].x)
    (pill,) = layout.pills
    assert pill.event.id == "e000012"
    assert pill.right == pytest.approx(layout.scale.x(seconds(START) + 106 * 60) + 14)


def test_what_is_under_the_pointer() -> None:
    layout = shown(PICTURE)
    line = next(each for each in layout.lines if each.name == "Ledger")
    for mark in line.marks:
        assert layout.hit(mark.x + 5, line.y - 5) == mark.events
    (pill,) = layout.pills
    assert layout.hit(pill.right - 20, pill.y) == (pill.event,)
    flag = layout.flags[0]
    assert layout.hit(flag.x - 20, flag.top + 10) == (flag.event,)
    assert layout.hit(flag.x + 20, flag.top + 10) == ()
    assert layout.hit(LEFT + 5, line.y) == ()


def test_every_event_finds_its_mark() -> None:
    layout = shown(PICTURE)
    for line in layout.lines:
        for each in line.lane.events:
            found = layout.mark_of(each)
            assert found is not None
            y, mark = found
            assert y == line.y
            assert each in mark.events


def test_nothing_to_show_is_no_error() -> None:
    layout = shown(Lanes())
    assert (layout.lines, layout.pills, layout.flags, layout.impact) == ((), (), (), None)
    assert layout.hit(300, 100) == ()


# -- lanes -------------------------------------------------------------------------------------


def _state(lanes: Lanes) -> Any:
    rows = lanes.rows(most=3)
    columns = [(row.lane.events, row.lane.begins, row.lane.ends, row.lane.reach) for row in rows]
    stars = [[row.lane.tells_story(i, i + 1) for i in range(len(row.lane.events))] for row in rows]
    return [row.name for row in rows], columns, stars, lanes.extent, lanes.marked


@pytest.mark.parametrize("seed", range(4))
def test_lanes_kept_up_are_lanes_made_anew(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it picks edits
    lanes, events = Lanes(), dict[str, TimelineEvent]()
    free = list(Marker)
    for number in range(150):
        if events and random.random() < 0.4:
            gone = events.pop(random.choice(sorted(events)))
            lanes.remove(gone.id)
            free += [gone.marker] if gone.marker else []
            continue
        marker = free.pop() if free and random.random() < 0.2 else None
        new = event(number, random.randrange(20), f"T{random.randrange(5)}", marker=marker)
        later = START + timedelta(minutes=random.randrange(20, 50))
        ends = later if random.random() < 0.3 else None
        new = replace(new, end=ends, starred=random.random() < 0.3)
        new = replace(new, at=None, end=None, marker=None) if number % 10 == 0 else new
        events[new.id] = new
        lanes.add(new)
        assert _state(lanes) == _state(Lanes(events.values()))


def test_lanes_beyond_the_room_share_the_last_line() -> None:
    lanes = Lanes(many(40, lanes=8))
    rows = lanes.rows(most=3)
    assert [(row.name, row.others) for row in rows] == [("T0", 0), ("T1", 0), ("", 6)]
    assert sum(len(row.lane.events) for row in rows) == 40
    lanes.add(event(99, 3.25, "T7"))
    shared = lanes.rows(most=3)[-1].lane
    assert [each.id for each in shared.events] == [
        each.id for each in sorted(shared.events, key=lambda each: (each.at, each.id))
    ]
    assert len(shared.events) == 31


def test_what_happened_nowhere_stands_last() -> None:
    lanes = Lanes([event(1, 0), event(2, 1, "B"), event(3, 2, "A"), event(4, 3, "S")])
    assert lanes.names(("S",)) == ("S", "B", "A", "")


# -- time --------------------------------------------------------------------------------------

minutes = st.floats(-1e5, 1e5)
places = st.lists(st.floats(LEFT, RIGHT), max_size=30).map(sorted)


@given(minutes, st.floats(0, 1e5), st.floats(400, 3000), st.lists(st.floats(0, 1), max_size=5))
def test_the_whole_shows_everything_with_its_margins(
    start: float, length: float, width: float, shares: list[float]
) -> None:
    first, last = start * 60, (start + length) * 60
    flags = [(first + share * (last - first), 170.0) for share in shares]
    window = fitted((first, last), width, before=46, after=116, flags=flags)
    scale = Scale(window, 0, width)
    assert window.span >= 30 * 60 - 1
    assert scale.x(first) >= 46 - 0.01
    assert scale.x(last) <= width - 116 + 0.01
    assert all(scale.x(at) + 170 <= width + 0.01 for at, _ in flags)


window_in_whole = st.tuples(st.floats(0, 1e6), st.floats(200, 1e6)).map(
    lambda pair: Window(pair[0], pair[0] + pair[1])
)


@given(window_in_whole, st.floats(0, 1), st.floats(0, 1), st.floats(0.2, 5), st.floats(0, 1))
def test_zooming_keeps_the_anchor_and_stays_within(
    whole: Window, a: float, b: float, factor: float, share: float
) -> None:
    start, end = (whole.start + each * whole.span for each in sorted((a, b)))
    window = Window(start, max(end, start + 120)).within(whole)
    anchor = window.start + share * window.span
    zoomed = window.zoomed(factor, anchor, whole)
    assert whole.start - 0.01 <= zoomed.start <= zoomed.end <= whole.end + 0.01
    if factor >= 1:
        assert zoomed.span <= window.span + 0.01
        if zoomed.span > 120.1:
            assert (anchor - zoomed.start) / zoomed.span == pytest.approx(share, abs=1e-3)


@given(window_in_whole, st.floats(-3, 3))
def test_panning_keeps_the_length_and_stays_within(whole: Window, share: float) -> None:
    window = Window(whole.start, whole.start + whole.span / 3)
    panned = window.panned(share, whole)
    assert panned.span == pytest.approx(window.span)
    assert whole.start - 0.01 <= panned.start <= panned.end <= whole.end + 0.01


@given(window_in_whole, st.floats(0, 1))
def test_what_is_revealed_is_in_view(whole: Window, share: float) -> None:
    window = Window(whole.start, whole.start + whole.span / 5)
    at = whole.start + share * whole.span
    moved = window.showing(at, at)
    assert moved.start < at < moved.end
    if window.start + 0.1 * window.span <= at <= window.end - 0.1 * window.span:
        assert moved == window


# -- ticks -------------------------------------------------------------------------------------


def _ticks(start: datetime, hours: float, zone_name: str, **fields: Any) -> list[Any]:
    window = Window(seconds(start), seconds(start) + hours * 3600)
    lanes = Lanes([TimelineEvent(id="e", text="x", at=start)])
    rows = fit_rows(1, 0, None)
    assert rows is not None
    scale = Scale(window, LEFT, RIGHT)
    layout = lay_out(lanes, scale, rows, zone(zone_name), MEASURE, **fields)
    return [(tick.words, tick.strong) for tick in layout.ticks]


def test_ticks_stand_at_round_times_of_the_zone() -> None:
    found = _ticks(START, 2, "Asia/Kathmandu")
    quarters = [f"{hour}:{minute:02}" for hour in (19, 20, 21) for minute in (0, 15, 30, 45)]
    assert [words for words, _ in found] == quarters[3:]


def test_a_day_begins_with_its_name() -> None:
    found = _ticks(START, 20, "UTC", several_days=True)
    assert found == [
        ("Tue 3 Mar 14:00", True),
        *((f"{hour}:00", False) for hour in (16, 18, 20, 22)),
        ("Wed 4 Mar", True),
        *((f"0{hour}:00", False) for hour in (2, 4, 6, 8)),
        ("10:00", False),
    ]


def test_on_several_days_it_is_always_said_which() -> None:
    assert _ticks(START, 1, "UTC", several_days=True)[0] == ("Tue 3 Mar 14:00", True)
    assert _ticks(START, 1, "UTC")[0] == ("14:00", False)


def test_an_hour_that_comes_twice_has_two_ticks_and_a_missing_one_none() -> None:
    back = _ticks(datetime(2026, 10, 24, 23, 0, tzinfo=UTC), 4, "Europe/London")
    assert [words for words, _ in back].count("01:00") == 2
    forward = _ticks(datetime(2026, 3, 29, 0, 0, tzinfo=UTC), 4, "Europe/London")
    assert [words for words, _ in forward][:4] == ["Sun 29 Mar", "00:30", "02:00", "02:30"]


def test_a_day_without_midnight_begins_at_the_change() -> None:
    """In Beirut the clocks go forward at midnight: the day begins at one."""
    found = _ticks(datetime(2024, 3, 30, 20, 0, tzinfo=UTC), 4, "Asia/Beirut")
    assert ("Sun 31 Mar", True) in found


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (12, "Fri 6 Mar"),
        (80, "Mon 16 Mar"),
        (700, "Apr 2026"),
        (20_000, "2030"),
        (2_000_000, "3000"),
    ],
)
def test_long_timelines_have_days_months_or_years(days: int, words: str) -> None:
    found = _ticks(START, 24 * days, "Europe/London", several_days=True)
    assert words in [each for each, _ in found]
    assert 3 <= len(found) <= 14
    assert all(strong for _, strong in found)


@given(
    st.datetimes(datetime(1, 1, 1), datetime(9999, 1, 1)),  # noqa: DTZ001 - made aware below
    st.floats(2 / 60, 3e7),
    st.sampled_from(("UTC", "Europe/London", "Pacific/Apia", "America/New_York")),
)
def test_ticks_are_apart_and_in_order_whatever_the_time(
    start: datetime, hours: float, zone_name: str
) -> None:
    first = seconds(start.replace(tzinfo=UTC))
    window = Window(first, first + hours * 3600)
    scale = Scale(window, LEFT, RIGHT)
    layout = lay_out(Lanes(), scale, fit_rows(1, 0, None) or _none(), zone(zone_name), MEASURE)
    xs = [tick.x for tick in layout.ticks]
    assert all(LEFT - 0.01 <= x <= RIGHT + 0.01 for x in xs)
    # Clock changes bring hours together, and February is shorter than thirty days.
    assert all(after > before for before, after in pairwise(xs))
    assert len(xs) <= (RIGHT - LEFT) / 120 * 1.2 + 3


def _none() -> Any:
    raise AssertionError


# -- discs -------------------------------------------------------------------------------------


@given(places)
def test_discs_never_overlap_and_keep_their_order(wanted: list[float]) -> None:
    widths = [DISC] * len(wanted)
    placed = spread(wanted, widths, GAP, (LEFT, RIGHT))
    assert all(after - before >= DISC + GAP - 1e-6 for before, after in pairwise(placed))
    if len(wanted) * (DISC + GAP) <= RIGHT - LEFT:
        assert all(LEFT - 1e-6 <= x <= RIGHT + 1e-6 for x in placed)


@given(places)
def test_discs_that_have_room_stay_at_their_time(wanted: list[float]) -> None:
    apart = wanted[:1]
    for x in wanted[1:]:
        if x - apart[-1] >= DISC + GAP:
            apart.append(x)
    placed = spread(apart, [DISC] * len(apart), GAP, (LEFT, RIGHT))
    assert placed == pytest.approx(apart)


@given(st.lists(st.floats(400, 1000), min_size=2, max_size=8).map(sorted))
def test_no_other_places_are_nearer_to_the_times(wanted: list[float]) -> None:
    """Least squares: moving one disc as far as its neighbours allow never brings it nearer."""
    placed = spread(wanted, [DISC] * len(wanted), GAP, (0, 2000))
    bounds = [-1e9, *placed, 1e9]
    for index, (x, at) in enumerate(zip(placed, wanted, strict=True)):
        low = bounds[index] + DISC + GAP
        high = bounds[index + 2] - DISC - GAP
        nearest = max(low, min(high, at))
        assert abs(nearest - at) >= abs(x - at) - 1e-6


def _lane(times: list[float]) -> Lane:
    lane = Lane()
    for number, minute in enumerate(times):
        each = event(number, minute)
        lane.add(each, each.at or START)
    return lane


@given(st.lists(st.one_of(st.floats(0, 120), st.floats(50, 52)), max_size=120))
def test_every_event_in_view_is_in_one_mark_near_its_time(times: list[float]) -> None:
    lane = _lane(times)
    window = Window(seconds(START) + 600, seconds(START) + 6600)
    scale = Scale(window, LEFT, RIGHT)
    found = marks(lane, scale, DISC, MEASURE.heap)
    inside = [
        each
        for each, at in zip(lane.events, lane.begins, strict=True)
        if window.start <= at <= window.end
    ]
    assert [each for mark in found for each in mark.events] == inside
    for mark, following in pairwise(found):
        assert following.x - mark.x >= (mark.width + following.width) / 2 + GAP - 1e-6
    singles = [mark for mark in found if len(mark.events) == 1]
    assert all(abs(mark.x - mark.true_x) <= LIMIT + 2 * DISC for mark in singles)


def test_two_at_once_are_nudged_apart_and_twenty_are_a_heap() -> None:
    scale = Scale(Window(seconds(START), seconds(START) + 7200), LEFT, RIGHT)
    pair = marks(_lane([60, 60]), scale, DISC, MEASURE.heap)
    assert [mark.x - mark.true_x for mark in pair] == pytest.approx([-15.5, 15.5])
    (heap,) = marks(_lane([60.0] * 20), scale, DISC, MEASURE.heap)
    assert len(heap.events) == 20
    assert heap.width == MEASURE.heap(20)


# -- spans, flags and height -------------------------------------------------------------------


def test_a_span_that_began_earlier_reaches_into_the_window() -> None:
    lanes = Lanes([event(1, 0, "A", end=START + timedelta(minutes=60)), event(2, 50, "A")])
    window = Window(seconds(START) + 1800, seconds(START) + 7200)
    (pill,) = shown(lanes, window).pills
    assert pill.event.id == "e000001"
    assert pill.left < LEFT
    assert pill.right == pytest.approx(Scale(window, LEFT, RIGHT).x(seconds(START) + 3600) + 14)


@given(st.lists(st.floats(LEFT, RIGHT), max_size=5).map(sorted), st.floats(400, 2000))
def test_flags_never_cover_each_other_or_a_pole(poles: list[float], rightmost: float) -> None:
    flags = list(zip(poles, FLAGS.values(), strict=False))
    boxes = []
    for (x, width), (tier, to_left) in zip(
        flags, stack_flags(flags, rightmost=rightmost), strict=True
    ):
        boxes.append((x - width if to_left else x, x if to_left else x + width, tier, x))
    for index, (left, right, tier, pole) in enumerate(boxes):
        for other_left, other_right, other_tier, other_pole in boxes[:index]:
            if tier == other_tier:
                assert left >= other_right or right <= other_left
            # A pole reaches up to its own tier.
            assert not (other_left < pole < other_right and tier >= other_tier)
            assert not (left < other_pole < right and other_tier >= tier)


def test_the_first_flag_goes_up_where_it_has_no_room_on_the_left() -> None:
    flags = [(100.0, 151.0), (180.0, 125.0)]
    assert stack_flags(flags) == ((1, False), (0, False))
    assert stack_flags([(200.0, 151.0), (280.0, 125.0)]) == ((0, True), (0, False))


def test_the_last_flag_runs_left_where_the_strip_ends() -> None:
    flags = [(400.0, 151.0), (1400.0, 125.0)]
    assert stack_flags(flags, rightmost=1440) == ((0, False), (0, True))
    assert stack_flags(flags, rightmost=1600) == ((0, False), (0, False))
    near = [(1300.0, 151.0), (1400.0, 125.0)]
    assert stack_flags(near, rightmost=1440) == ((0, True), (0, False))


def test_impact_goes_on_while_nothing_ended_it() -> None:
    lanes = Lanes([event(1, 0, marker=Marker.IMPACT_START), event(2, 60)])
    layout = shown(lanes)
    assert layout.impact is not None
    assert layout.impact[1] == RIGHT
    lanes.add(event(3, 30, marker=Marker.MITIGATED))
    assert (shown(lanes).impact or (0, 0))[1] < RIGHT
    early = Lanes([event(1, 5, marker=Marker.IMPACT_START), event(2, 1, marker=Marker.RESOLVED)])
    assert shown(early).impact is None


@given(st.integers(0, 30), st.integers(0, 5), st.floats(0, 900))
def test_the_strip_takes_no_more_than_its_room(lanes: int, tiers: int, room: float) -> None:
    rows = fit_rows(lanes, tiers, room)
    if rows is None:
        return
    assert rows.height <= room + 1e-6
    assert 1 <= rows.lanes <= max(1, lanes)
    assert rows.tiers >= tiers
    assert NORMAL.least_lane <= rows.pitch + 1e-6
    assert rows.pitch <= NORMAL.lane


def test_there_is_room_for_four_lanes_and_two_tiers_as_drawn() -> None:
    rows = fit_rows(4, 1, 290)
    assert rows is not None
    assert (rows.lanes, rows.pitch, rows.tiers, rows.height) == (4, 44, 2, 290)


# -- speed -------------------------------------------------------------------------------------


def test_ten_thousand_events_cost_little_more_than_a_hundred() -> None:
    """No wall clock is right on every machine: what counts is that the cost does not grow."""

    def cost(count: int) -> float:
        lanes, best = Lanes(many(count)), 1e9
        extra = event(999_999, count / 4, "T1")
        for _ in range(7):
            begun = time.perf_counter()
            lanes.add(extra)
            shown(lanes)
            lanes.remove(extra.id)
            best = min(best, time.perf_counter() - begun)
        return best

    assert cost(10_000) < 12 * cost(100)
