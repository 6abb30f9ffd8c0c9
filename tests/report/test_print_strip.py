"""The strip of time: plates over their times, none over another, and round times below."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given

from facilitator.domain.records import TimelineEvent
from facilitator.domain.words import Marker, Precision
from facilitator.geometry.print_strip import LABEL_GAP, Sizes, lay_out, legible
from facilitator.geometry.ticks import Tick
from tests.strategies import ids, timelines

SIZES = Sizes(width=400.0)
LONDON = ZoneInfo("Europe/London")
START = datetime(2026, 3, 3, 14, 4, tzinfo=UTC)


def _event(minutes: float, marker: Marker | None = None, **fields: object) -> TimelineEvent:
    event = TimelineEvent(
        id=f"e{minutes}", text="x", at=START + timedelta(minutes=minutes), marker=marker
    )
    return replace(event, **fields)  # type: ignore[arg-type]


def test_nothing_without_a_time() -> None:
    assert lay_out([TimelineEvent(id="e", text="x")], LONDON, SIZES) is None
    assert lay_out([], LONDON, SIZES) is None


def test_plates_make_room_for_each_other_and_keep_their_times() -> None:
    events = [
        _event(0, Marker.IMPACT_START),
        _event(17, Marker.DETECTED),
        _event(18, Marker.ACKNOWLEDGED, precision=Precision.ABOUT),
        _event(107, Marker.RESOLVED),
    ]
    strip = lay_out(events, LONDON, SIZES)
    assert strip is not None
    assert [plate.marker for plate in strip.plates] == [event.marker for event in events]
    assert [plate.about for plate in strip.plates] == [False, False, True, False]
    middles = [plate.middle for plate in strip.plates]
    assert all(two - one >= 15 - 1e-6 for one, two in pairwise(middles))
    assert strip.plates[0].middle == strip.plates[0].x
    assert strip.impact == (strip.plates[0].x, strip.plates[-1].x)


def test_round_times_of_the_zone_stand_below() -> None:
    strip = lay_out([_event(0), _event(120)], ZoneInfo("Asia/Kathmandu"), SIZES)
    assert strip is not None
    assert [tick.words for tick in strip.ticks] == ["20:00", "20:30", "21:00", "21:30"]


def test_an_event_long_before_does_not_squeeze_the_rest() -> None:
    events = [
        _event(-60 * 24 * 20, starred=True),
        _event(0, Marker.IMPACT_START),
        _event(50, starred=True),
        _event(100, Marker.RESOLVED),
    ]
    strip = lay_out(events, LONDON, SIZES)
    assert strip is not None
    assert len(strip.strokes) == 1
    assert strip.plates[1].x - strip.plates[0].x > 300


def test_an_impact_that_has_no_end_goes_on() -> None:
    strip = lay_out([_event(0, Marker.IMPACT_START), _event(60)], LONDON, SIZES)
    assert strip is not None
    assert strip.impact == (strip.plates[0].x, SIZES.width)


def test_where_nothing_was_chosen_every_event_has_a_stroke() -> None:
    events = [_event(0), _event(30), _event(30.001), _event(60)]
    strip = lay_out(events, LONDON, SIZES)
    assert strip is not None
    assert len(strip.strokes) == 3
    starred = lay_out([*events[:3], _event(60, starred=True)], LONDON, SIZES)
    assert starred is not None
    assert len(starred.strokes) == 1


def test_a_day_takes_the_room_of_a_time_beside_it() -> None:
    made = (
        Tick(10.0, "Tue 3 Mar 12:00", strong=True),
        Tick(60.0, "18:00", strong=False),
        Tick(105.0, "23:00", strong=False),
        Tick(120.0, "Wed 4 Mar", strong=True, midnight=True),
        Tick(196.0, "06:00", strong=False),
    )
    found = legible(made, 200.0, lambda words: 5.0 * len(words))
    assert [label.words for label in found] == ["Tue 3 Mar 12:00", "Wed 4 Mar", "06:00"]
    assert [label.middle for label in found] == [37.5, 120.0, 187.5]


@given(events=timelines(ids("e")))
def test_no_words_below_the_axis_touch(events: tuple[TimelineEvent, ...]) -> None:
    strip = lay_out(events, LONDON, SIZES)
    if strip is None or not strip.ticks:
        return
    found = legible(strip.ticks, SIZES.width, lambda words: 4.8 * len(words))
    assert found
    ends = [
        (each.middle - 2.4 * len(each.words), each.middle + 2.4 * len(each.words)) for each in found
    ]
    assert ends[0][0] >= 0
    assert ends[-1][1] <= SIZES.width + 0.01
    assert all(two[0] - one[1] >= LABEL_GAP - 0.01 for one, two in pairwise(ends))


@given(events=timelines(ids("e")))
def test_everything_stands_on_the_strip(events: tuple[TimelineEvent, ...]) -> None:
    strip = lay_out(events, LONDON, SIZES)
    if strip is None:
        assert all(event.at is None for event in events)
        return
    half = SIZES.plate / 2
    assert all(half - 0.01 <= each.middle <= SIZES.width - half + 0.01 for each in strip.plates)
    assert all(0 <= x <= SIZES.width for x in strip.strokes)
    assert all(0 <= tick.x <= SIZES.width for tick in strip.ticks)
    assert len(strip.plates) == sum(event.marker is not None for event in events if event.at)
