"""Stopgaps in print: what they stand in for, and what of the actions lasts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.words import DURABLE, ActionStatus, Durability
from tests.report.printed import solid, solid_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import ActionItem, Review
    from tests.report.printed import Printer

NONE_DURABLE = solid("No durable action yet")


def changed(review: Review, change: Callable[[ActionItem], ActionItem]) -> Review:
    return replace(review, actions=tuple(map(change, review.actions)))


def with_status(review: Review, status: ActionStatus) -> Review:
    """The review in which every action that has a stopgap is at a status."""
    bridged = {each.stopgap_for for each in review.actions}
    return changed(
        review, lambda each: replace(each, status=status) if each.id in bridged else each
    )


def test_the_lead_counts_pairs(sample_pdf: bytes) -> None:
    printed = solid_text(sample_pdf)
    assert solid("One more is a stopgap until a durable one is done.") in printed
    assert solid("stopgap until 4 is done") in printed
    assert NONE_DURABLE not in printed


def test_several_stopgaps_are_counted(sample: Review, printer: Printer) -> None:
    last = next(each.stopgap_for for each in sample.actions if each.stopgap_for)
    weak = changed(
        sample, lambda each: each if each.durability in DURABLE else replace(each, stopgap_for=last)
    )
    assert solid("Three more are stopgaps until a durable one is done.") in solid_text(
        printer(weak)
    )


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (ActionStatus.IN_PROGRESS, "stopgap until 4 is done"),
        (ActionStatus.DONE, "stopgap until 4 was done"),
        (ActionStatus.CANCELLED, "stopgap for 4, which was cancelled"),
    ],
)
def test_a_stopgap_tells_how_long(
    sample: Review, printer: Printer, status: ActionStatus, told: str
) -> None:
    printed = solid_text(printer(with_status(sample, status)))
    assert solid(told) in printed
    waits = status is ActionStatus.IN_PROGRESS
    assert (solid("a stopgap until a durable one is done") in printed) == waits


def test_what_was_cancelled_is_not_counted(sample: Review, printer: Printer) -> None:
    printed = solid_text(printer(with_status(sample, ActionStatus.CANCELLED)))
    assert solid("Three of six actions are durable") in printed


def test_nothing_durable_is_said_once_for_all(sample: Review, printer: Printer) -> None:
    def weak(action: ActionItem) -> ActionItem:
        lasts = action.durability in DURABLE
        return replace(action, call=Durability.DETECT, call_reason="It warns.") if lasts else action

    printed = solid_text(printer(changed(sample, weak)))
    assert NONE_DURABLE in printed
    assert solid("None of seven actions are durable yet.") in printed
    assert "Onemoreis" not in printed


def test_where_every_action_was_cancelled_nothing_is_asked(
    sample: Review, printer: Printer
) -> None:
    gone = changed(sample, lambda each: replace(each, status=ActionStatus.CANCELLED, deferral=None))
    printed = solid_text(printer(gone))
    assert solid("Every action was cancelled.") in printed
    assert NONE_DURABLE not in printed
