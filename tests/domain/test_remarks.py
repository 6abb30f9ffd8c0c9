"""Remarks on a timeline: a quiet list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from facilitator.domain.records import Review, TimelineEvent
from facilitator.domain.remarks import Remark, remarks
from facilitator.domain.words import Marker, Precision

START = datetime(2026, 3, 3, 14, 0, tzinfo=UTC)
NOW = START + timedelta(days=2)
M = Marker


def happened(minute: int, marker: Marker | None = None, until: int | None = None) -> TimelineEvent:
    end = None if until is None else START + timedelta(minutes=until)
    at = START + timedelta(minutes=minute)
    return TimelineEvent(id=f"e{minute:03}", text=f"At {minute}", at=at, end=end, marker=marker)


FINE = (
    happened(0, M.IMPACT_START),
    happened(10, M.DETECTED),
    happened(20, M.ACKNOWLEDGED),
    happened(40, M.MITIGATED),
    happened(60, M.RESOLVED),
)


def _review(events: tuple[TimelineEvent, ...]) -> Review:
    return Review(id="r", time_zone="Europe/London", events=events)


def found(*events: TimelineEvent, minutes: int = 30) -> list[Remark]:
    return list(remarks(_review(events), now=NOW, gap_minutes=minutes))


def test_nothing_is_odd() -> None:
    assert found(*FINE) == []
    assert found() == []


def test_markers_out_of_order() -> None:
    odd = (*FINE[:3], replace(FINE[3], marker=M.RESOLVED), replace(FINE[4], marker=M.MITIGATED))
    assert found(*odd) == [
        Remark("marker_order", "Resolved stands before Mitigated.", ("e040", "e060"))
    ]


def test_a_marker_without_a_known_time_is_in_no_order() -> None:
    unknown = replace(FINE[1], at=START - timedelta(hours=1), precision=Precision.UNKNOWN)
    assert found(unknown, FINE[0], *FINE[2:]) == []


def test_missing_markers_are_named_together() -> None:
    assert found(*FINE[:2], FINE[4], minutes=0) == [
        Remark("marker_missing", "No event is marked Acknowledged and Mitigated yet.")
    ]


def test_the_future_the_placeless_and_the_end_before_the_beginning() -> None:
    late = replace(happened(0), id="late", at=NOW + timedelta(minutes=1))
    lost = TimelineEvent(id="lost", text="Lost", precision=Precision.UNKNOWN)
    turned = replace(happened(70, until=65), text="x" * 99)
    rules = {each.rule: each for each in found(*FINE, turned, late, lost)}
    assert rules["future"] == Remark("future", "One event is in the future.", ("late",))
    assert rules["placeless"].event_ids == ("lost",)
    assert rules["end_before_begin"].message == f"“{'x' * 39}…” ends before it begins."
    assert len(rules) == 3
    unasked = remarks(_review((*FINE, late)))
    assert "future" not in {each.rule for each in unasked}


def test_a_gap_during_the_impact() -> None:
    before, after = happened(-200), happened(400)
    events = (before, FINE[0], FINE[1], *FINE[3:], after)
    gaps = [each for each in found(*events, minutes=25) if each.rule == "gap"]
    assert gaps == [
        Remark("gap", "Nothing is told between 14:10 and 14:40: 30 min.", ("e010", "e040"))
    ]
    bridged = (FINE[0], happened(10, M.DETECTED, until=38), *FINE[3:])
    assert not [each for each in found(*bridged, minutes=25) if each.rule == "gap"]
    assert not [each for each in found(*events, minutes=0) if each.rule == "gap"]
