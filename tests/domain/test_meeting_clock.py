"""The clock of a meeting adds up, whatever is done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain import meeting_clock as clocks
from facilitator.domain.agenda import MINUTES, Agenda, Slot
from facilitator.domain.meeting_clock import COUNTED, MINUTE, OVER, MeetingClock
from facilitator.domain.phase import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

PLAN = (
    (Phase.BRIEF, 5),
    (Phase.TIMELINE, 20),
    (Phase.FACTORS, 25),
    (Phase.FINDINGS, 15),
    (Phase.ACTIONS, 20),
    (Phase.CLOSE, 5),
)
PLAIN = Agenda("plain", "Plain 90", tuple(Slot(*each) for each in PLAN))
SILENT = Agenda(
    "silent",
    "Silent 45",
    (
        Slot(Phase.TIMELINE, 5, "Silent reading"),
        Slot(Phase.TIMELINE, 15),
        Slot(Phase.FACTORS, 15),
        Slot(Phase.ACTIONS, 10),
    ),
)
TIMELINE, FACTORS, ACTIONS = 1, 2, 4

slots = st.builds(
    Slot, st.sampled_from(Phase), st.integers(1, 240), st.sampled_from(("", "Read", "Talk"))
)
agendas = st.builds(
    Agenda,
    st.sampled_from(("a", "b")),
    st.just("Any"),
    st.lists(slots, min_size=1, max_size=8).map(tuple),
)
seconds = st.floats(0, 5 * 60 * MINUTE)


@st.composite
def deeds(draw: st.DrawFn) -> Callable[[MeetingClock], MeetingClock]:
    """Something that a person or the time does to a clock."""
    by = draw(seconds)
    place, more = draw(st.integers(0, 7)), draw(st.integers(-300, 300))
    phase, agenda = draw(st.sampled_from(Phase)), draw(agendas)
    found: Callable[[MeetingClock], MeetingClock] = draw(
        st.sampled_from(
            (
                clocks.start,
                clocks.pause,
                clocks.go_on,
                clocks.count_gap,
                clocks.leave_gap,
                lambda clock: clocks.passed(clock, by),
                lambda clock: clocks.go_to(clock, place % len(clock.used)),
                lambda clock: clocks.go_to_phase(clock, phase),
                lambda clock: clocks.give(clock, place % len(clock.used), more),
                lambda clock: clocks.choose(clock, agenda),
            )
        )
    )
    return found


def run(clock: MeetingClock, *minutes: float) -> MeetingClock:
    """Use so many minutes of each of the first slots, minute by minute."""
    for index, each in enumerate(minutes):
        clock = clocks.go_to(clocks.start(clock), index)
        for _ in range(int(each)):
            clock = clocks.passed(clock, MINUTE)
        clock = clocks.passed(clock, (each - int(each)) * MINUTE)
    return clock


def mock_up() -> MeetingClock:
    """The meeting of the drawing: 51 minutes in, three over in the third slot."""
    return run(clocks.new_clock(PLAIN), 4, 19, 28)


def test_before_the_start_nothing_counts() -> None:
    clock = clocks.passed(clocks.new_clock(PLAIN), 500)
    assert clock == clocks.new_clock(PLAIN)
    assert clocks.lateness(clock) is None
    assert clocks.remaining(clock) == 90 * MINUTE


def test_the_meeting_of_the_drawing() -> None:
    clock = mock_up()
    assert [each / MINUTE for each in clock.used] == [4, 19, 28, 0, 0, 0]
    assert clocks.left(clock, FACTORS) == 0
    assert clocks.remaining(clock) == 40 * MINUTE
    assert clocks.lateness(clock) == 1 * MINUTE


def test_it_starts_in_the_first_slot_or_where_it_was_put() -> None:
    fresh = clocks.new_clock(PLAIN)
    assert clocks.start(fresh).current == 0
    assert clocks.start(clocks.go_to(fresh, FACTORS)).current == FACTORS
    assert clocks.go_on(fresh).current == 0


def test_a_pause_makes_the_end_later_and_uses_nothing() -> None:
    clock = clocks.passed(clocks.pause(run(clocks.new_clock(PLAIN), 5)), 300)
    assert sum(clock.used) == 300
    assert clocks.lateness(clock) == 300


def test_the_last_slot_stays_when_asked_for_the_next() -> None:
    last = clocks.go_to(clocks.new_clock(PLAIN), 5)
    assert clocks.go_on(last) == last


@pytest.mark.parametrize("index", [-1, 6])
def test_there_is_no_going_where_no_slot_is(index: int) -> None:
    with pytest.raises(IndexError):
        clocks.go_to(clocks.new_clock(PLAIN), index)


def test_minutes_given_make_the_end_later_and_minutes_taken_earlier() -> None:
    clock = mock_up()
    assert clocks.lateness(clocks.give(clock, ACTIONS, 5)) == 6 * MINUTE
    assert clocks.lateness(clocks.give(clock, ACTIONS, -3)) == -2 * MINUTE
    # What is over anyway ends no later by being allowed.
    assert clocks.lateness(clocks.give(clock, FACTORS, 3)) == 1 * MINUTE


def test_a_slot_cannot_be_given_more_than_a_slot_can_have() -> None:
    clock = clocks.new_clock(PLAIN)
    assert clocks.minutes_of(clocks.give(clock, 0, -99), 0) == MINUTES.start
    assert clocks.minutes_of(clocks.give(clock, 0, 999), 0) == MINUTES.stop - 1


def test_a_silence_of_ten_minutes_counts_and_a_longer_one_waits() -> None:
    clock = clocks.start(clocks.new_clock(PLAIN))
    assert clocks.passed(clock, COUNTED).used[0] == COUNTED
    silent = clocks.passed(clock, COUNTED + 1)
    assert (silent.used[0], silent.gap, silent.running) == (0, COUNTED + 1, True)
    assert clocks.count_gap(clocks.go_on(silent)).used[0] == COUNTED + 1
    assert clocks.leave_gap(silent).used[0] == 0
    assert not clocks.leave_gap(silent).gap


def test_after_a_night_the_clock_stands() -> None:
    silent = clocks.passed(clocks.start(clocks.new_clock(PLAIN)), OVER + 1)
    assert not silent.running
    assert silent.gap == OVER + 1


def test_time_that_goes_backwards_is_none() -> None:
    clock = run(clocks.new_clock(PLAIN), 3)
    assert clocks.passed(clock, -3600) == clock


def test_a_phase_is_looked_for_ahead_and_never_behind() -> None:
    clock = clocks.go_to(clocks.start(clocks.new_clock(SILENT)), 1)
    assert clocks.go_to_phase(clock, Phase.TIMELINE).current == 1
    assert clocks.go_to_phase(clock, Phase.ACTIONS).current == 3
    assert clocks.go_to_phase(clock, Phase.BRIEF).current == 1
    behind = clocks.go_to(clock, 2)
    assert clocks.go_to_phase(behind, Phase.TIMELINE).current == 2


def test_another_agenda_keeps_what_was_used_of_the_slots_it_shares() -> None:
    clock = clocks.choose(mock_up(), SILENT)
    assert [each / MINUTE for each in clock.used] == [0, 19, 28, 0]
    assert clock.current == 2
    assert clock.promised == 45 * MINUTE


def test_the_same_agenda_changed_keeps_the_promise_and_knows_slots_by_their_phase() -> None:
    renamed = (*PLAIN.slots[:2], Slot(Phase.FACTORS, 30, "Why"), *PLAIN.slots[3:])
    clock = clocks.choose(mock_up(), Agenda("plain", "Plain 90", renamed))
    assert clock.used[FACTORS] == 28 * MINUTE
    assert (clock.current, clock.promised) == (FACTORS, 90 * MINUTE)
    assert clocks.lateness(clock) == 3 * MINUTE


def test_a_place_that_is_gone_is_looked_for_by_its_phase_then_by_its_turn() -> None:
    short = Agenda("short", "Short", (Slot(Phase.BRIEF, 5), Slot(Phase.TIMELINE, 5)))
    assert clocks.choose(mock_up(), short).current == 1
    reading = clocks.go_to(clocks.new_clock(SILENT), 0)
    assert clocks.choose(reading, PLAIN).current == TIMELINE


def test_reset_leaves_the_agenda_alone() -> None:
    assert clocks.reset(mock_up()) == clocks.new_clock(PLAIN)


@given(agendas, st.lists(deeds(), max_size=30))
def test_a_clock_stays_whole(agenda: Agenda, done: list[Callable[..., MeetingClock]]) -> None:
    clock = clocks.new_clock(agenda)
    for deed in done:
        clock = deed(clock)
        count = len(clock.agenda.slots)
        assert len(clock.used) == len(clock.more) == count
        assert clock.current is None or 0 <= clock.current < count
        assert 0 <= clock.gap_at < count
        assert all(clocks.minutes_of(clock, index) in MINUTES for index in range(count))
        assert clocks.remaining(clock) >= 0
        assert not clock.running or (clock.current is not None and clock.elapsed is not None)


@given(st.lists(seconds, max_size=20), st.data())
def test_every_second_is_used_or_waits(silences: list[float], data: st.DataObject) -> None:
    clock = clocks.start(clocks.new_clock(PLAIN))
    for silence in silences:
        clock = clocks.start(clocks.go_to(clock, data.draw(st.integers(0, 5))))
        clock = clocks.passed(clock, silence)
    assert sum(clock.used) + clock.gap == pytest.approx(sum(silences))
    assert clock.elapsed == pytest.approx(sum(silences))
    assert sum(clocks.count_gap(clock).used) == pytest.approx(sum(silences))


@given(st.lists(st.floats(0, COUNTED), max_size=20))
def test_whoever_keeps_to_the_plan_is_never_late(steps: list[float]) -> None:
    clock = clocks.start(clocks.new_clock(PLAIN))
    for step in steps:
        clock = clocks.passed(clock, min(step, clocks.left(clock, clock.current or 0)))
        if clocks.left(clock, clock.current or 0) <= 0:
            clock = clocks.go_on(clock)
    assert clocks.lateness(clock) == pytest.approx(0, abs=1e-6)


@given(agendas)
def test_the_same_agenda_chosen_again_changes_nothing(agenda: Agenda) -> None:
    clock = clocks.passed(clocks.start(clocks.new_clock(agenda)), 90)
    assert clocks.choose(clock, agenda) == clock
