"""Two versions of a review are compared row by row, and theirs is taken where it is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from facilitator.app.merging import edit_of, preview
from facilitator.app.sample import read_sample
from facilitator.domain.edits.actions import change_action
from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.elsewhere import address, change_addressee
from facilitator.domain.edits.timeline import change_event
from facilitator.domain.records import Addressee
from facilitator.domain.words import Answer
from facilitator.exchange.differences import differences
from tests.strategies import ids, reviews

if TYPE_CHECKING:
    from facilitator.domain.records import Review


@pytest.fixture
def mine() -> Review:
    return read_sample(ids("n"))


@pytest.fixture
def theirs(mine: Review) -> Review:
    event, action = mine.events[0], mine.actions[0]
    changed = change_event(event.id, text="Otherwise", starred=not event.starred)(mine)
    changed = change_action(action.id, owner="Somebody else", due=None)(changed)
    changed = set_field("title", "Another title")(changed)
    extra = replace(event, id="extra", text="Only there", marker=None, evidence=())
    return replace(changed, events=(*changed.events, extra))


def test_the_same_has_no_differences(mine: Review) -> None:
    assert differences(mine, mine) == ()
    assert preview(mine, mine, ids("m")).brings_nothing


def test_what_reads_otherwise_is_told_side_by_side(mine: Review, theirs: Review) -> None:
    told = {(each.collection, each.field): each for each in differences(mine, theirs)}
    assert set(told) == {
        ("brief", "title"),
        ("events", "text"),
        ("events", "starred"),
        ("actions", "owner"),
        ("actions", "due"),
    }
    assert told["events", "text"].mine == mine.events[0].text
    assert told["events", "text"].theirs == "Otherwise"
    assert told["actions", "due"].theirs == "–"


def test_nothing_is_overwritten_unless_chosen(mine: Review, theirs: Review) -> None:
    merging = preview(mine, theirs, ids("m"))
    assert merging.words() == "1 event is new."
    merged = edit_of(merging, (), ids("m"))(mine)
    assert len(merged.events) == len(mine.events) + 1
    assert replace(merged, events=mine.events) == mine
    chosen = [each for each in merging.differing if each.field == "owner"]
    taken = edit_of(merging, chosen, ids("m"))(mine)
    assert taken.actions[0].owner == "Somebody else"
    assert taken.actions[0].due == mine.actions[0].due
    assert taken.title == mine.title


def test_with_all_chosen_nothing_differs(mine: Review, theirs: Review) -> None:
    merging = preview(mine, theirs, ids("m"))
    taken = edit_of(merging, merging.differing, ids("m"))(mine)
    assert differences(taken, theirs) == ()
    assert preview(taken, theirs, ids("m")).brings_nothing


def test_another_answer_is_told_and_taken(mine: Review) -> None:
    whom = Addressee(id="q1", finding=mine.findings[0].id, whom="Maps")
    mine = address(whom)(mine)
    theirs = change_addressee("q1", answer=Answer.DOES_NOT_APPLY, note="No such file")(mine)
    answer, note = differences(mine, theirs)
    assert answer.label == "Asked elsewhere: “Maps”: answer"
    assert (answer.mine, answer.theirs) == ("Not known yet", "Does not apply")
    assert note.theirs == "No such file"
    merging = preview(mine, theirs, ids("m"))
    assert edit_of(merging, [answer, note], ids("m"))(mine) == theirs


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviews(), reviews("r000002"))
def test_any_two_reviews_can_be_compared(one: Review, other: Review) -> None:
    merging = preview(one, other, ids("m"))
    merged = edit_of(merging, (), ids("m"))(one)
    assert {each.id for each in one.events} <= {each.id for each in merged.events}
    assert all(each.mine != each.theirs or each.value is not None for each in merging.differing)
