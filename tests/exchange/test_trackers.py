"""Actions go to trackers in shapes these import, and come back with key and status."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.app.sample import read_sample
from facilitator.domain.edits.handover import THERE_IS_NONE, passed_over, take_back, what_changes
from facilitator.domain.words import ActionStatus
from facilitator.exchange.actions_csv import write_actions_csv
from facilitator.exchange.handover import read_handover
from facilitator.exchange.refused import Refused
from facilitator.exchange.trackers import SHAPES, write_tracker_csv
from tests.strategies import ids, reviews

if TYPE_CHECKING:
    from facilitator.domain.records import Review

TODAY = date(2026, 4, 1)
NEEDED = {
    "jira": {"Summary", "Issue Type", "Description", "Priority", "Due Date"},
    "github": {"title", "body", "labels"},
    "gitlab": {"title", "description", "due_date"},
    "linear": {"Title", "Description", "Priority", "Status"},
    "azure": {"ID", "Work Item Type", "Title"},
}


@pytest.fixture
def review() -> Review:
    return read_sample(ids("n"))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"))))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_tracker_finds_its_columns(review: Review, shape: str) -> None:
    written = rows(write_tracker_csv(review, shape))
    assert len(written) == len(review.actions)
    assert NEEDED[shape] <= written[0].keys()
    name = {"jira": "Summary", "github": "title", "gitlab": "title"}.get(shape, "Title")
    assert [row[name] for row in written] == [each.text for each in review.actions]


def test_gitlab_takes_title_and_description_by_their_place(review: Review) -> None:
    head = write_tracker_csv(review, "gitlab").decode().splitlines()[0]
    assert head == "title,description,due_date"


def test_what_was_cancelled_is_not_handed_over(review: Review) -> None:
    first = replace(review.actions[0], status=ActionStatus.CANCELLED)
    fewer = replace(review, actions=(first, *review.actions[1:]))
    assert len(rows(write_tracker_csv(fewer, "jira"))) == len(review.actions) - 1


@pytest.mark.parametrize("shape", SHAPES)
def test_a_formula_stays_text(review: Review, shape: str) -> None:
    odd = replace(review, actions=(replace(review.actions[0], text="=1+1", owner="@maria"),))
    cells = [cell for row in rows(write_tracker_csv(odd, shape)) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(given_review=reviews())
def test_every_action_is_known_again(given_review: Review, shape: str) -> None:
    there = [each for each in given_review.actions if each.status is not ActionStatus.CANCELLED]
    data = write_tracker_csv(given_review, shape)
    if there:
        assert [each.action_id for each in read_handover(data, "csv")] == [x.id for x in there]


@pytest.mark.parametrize("shape", SHAPES)
def test_what_was_never_filed_comes_back_in_no_tracker(review: Review, shape: str) -> None:
    unfiled = replace(review, actions=tuple(replace(x, backlog=None) for x in review.actions))
    data = write_tracker_csv(unfiled, shape)
    for each in read_handover(data, "csv"):
        assert (each.key, each.url, each.system) == ("", "", "")


def test_keys_and_statuses_come_back(review: Review) -> None:
    first, second = review.actions[:2]
    text = (
        "Issue key,Summary,Status,Resolved,Description\n"
        f"PAY-7,x,Done,2026-03-30 14:02,From the review\nfacilitator:{first.id}\n"
    ).replace("From the review\n", "From the review ")
    text += f"PAY-8,y,In Progress,,facilitator:{second.id}\nPAY-9,z,Done,2026-03-30,not ours\n"
    handed = read_handover(text.encode(), "csv")
    after = take_back(handed, TODAY)(review)
    done, going = after.actions[:2]
    assert done.backlog
    assert (done.backlog.system, done.backlog.key) == ("Jira", "PAY-7")
    assert (done.status, done.done_on) == (ActionStatus.DONE, date(2026, 3, 30))
    assert going.status is ActionStatus.IN_PROGRESS
    assert after.actions[2:] == review.actions[2:]
    fields = {(change.action_id, change.field) for change in what_changes(review, after)}
    assert (first.id, "status") in fields
    assert (second.id, "key") in fields


def test_a_list_of_objects_is_read_too(review: Review) -> None:
    action = review.actions[0]
    issue = {
        "number": 12,
        "html_url": "https://example.org/12",
        "state": {"name": "closed"},
        "closed_at": "2026-03-29T10:00:00Z",
        "body": f"Text\nfacilitator:{action.id}",
    }
    (handed,) = read_handover(json.dumps([issue, {"body": "other"}]).encode(), "json")
    assert (handed.key, handed.system, handed.done_on) == ("12", "GitHub", date(2026, 3, 29))
    after = take_back([handed], TODAY)(review).actions[0]
    assert after.status is ActionStatus.DONE


def test_our_own_table_comes_back_as_it_went(review: Review) -> None:
    handed = read_handover(write_actions_csv(review), "csv")
    assert [each.action_id for each in handed] == [each.id for each in review.actions]
    assert take_back(handed, TODAY)(review) == review


def test_what_is_not_known_is_told_and_stays(review: Review) -> None:
    action = review.actions[0]
    text = f"key,status,facilitator\nA-1,Frozen,{action.id}\nA-2,Done,nobody\n"
    handed = read_handover(text.encode(), "csv")
    unknown, none = passed_over(handed, review)
    assert "“Frozen” is not known" in unknown.why
    assert none.why == THERE_IS_NONE
    assert take_back(handed, TODAY)(review).actions[0].status is action.status


@pytest.mark.parametrize(
    ("data", "form", "words"),
    [
        (b"", "csv", "no headings"),
        (b"a,b\n1,2\n", "csv", "names an action"),
        (b"\xff\xfe", "csv", "UTF-8"),
        (b"key,facilitator,resolved\nA-1,x,03/04/2026\n", "csv", "row 2, done"),
        (b"key,facilitator,resolved\nA-1,x,2026-02-31\n", "csv", "no day 2026-02-31"),
        (b"{}", "json", "a list"),
        (b"[1]", "json", "an object"),
        (b"[" * 100_000, "json", "nested"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(data: bytes, form: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_handover(data, form)
    assert words in str(refused.value)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["csv", "json"]))
def test_no_file_breaks_it(data: bytes, form: str) -> None:
    with suppress(Refused):
        assert read_handover(data, form)
