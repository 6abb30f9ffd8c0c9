"""What a meeting leaves stands beside the review in its JSON; private notes only if asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from facilitator.domain.records import Opening, PhaseNote, Poll, Review
from facilitator.domain.words import NameUse
from facilitator.exchange.bundle import read_bundle, write_bundle
from facilitator.exchange.markdown import write_markdown
from facilitator.exchange.merge import merge
from facilitator.exchange.refused import Refused
from facilitator.exchange.review_json import read_review, write_review
from tests.strategies import ids

KEPT_BACK = "Do not ask Zuzanna first"
USUAL = Review(id="r1", title="Checkout stopped")
NOTED = replace(
    USUAL,
    notes=f"{KEPT_BACK} at all",
    phase_notes=(PhaseNote(id="close", text=f"{KEPT_BACK}\nthen thank"),),
)
MET = replace(
    USUAL,
    names=NameUse.NAMES,
    opening=Opening(purpose="To learn", directive="All did\ntheir best", rules=("Ask", "Wait")),
    poll=Poll(learned_yes=4, again_no=1),
)


def document(review: Review, *, private: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write_review(review, private=private))
    return found


def read(meeting: Any) -> Review:
    file = document(USUAL) | {"meeting": meeting}
    return read_review(json.dumps(file).encode(), ids("n"))


def test_a_review_without_a_meeting_has_no_such_key() -> None:
    assert list(document(USUAL)) == ["format", "version", "review"]
    assert list(document(NOTED)) == ["format", "version", "review"]


def test_it_has_exactly_its_keys() -> None:
    assert document(MET)["meeting"] == {
        "names": "names",
        "opening": {
            "purpose": "To learn",
            "directive": "All did\ntheir best",
            "rules": ["Ask", "Wait"],
        },
        "poll": {
            "learned_yes": 4,
            "learned_partly": 0,
            "learned_no": 0,
            "again_yes": 0,
            "again_partly": 0,
            "again_no": 1,
        },
        "phase_notes": None,
    }
    asked = document(NOTED, private=True)
    assert asked["meeting"] == {
        "names": "roles",
        "opening": None,
        "poll": None,
        "phase_notes": {"close": f"{KEPT_BACK}\nthen thank"},
    }
    assert asked["review"]["notes"] == f"{KEPT_BACK} at all"


def test_private_notes_are_in_no_form_unless_asked_for() -> None:
    for data in (write_review(NOTED), write_markdown(NOTED), write_review(replace(MET, notes="x"))):
        assert KEPT_BACK.encode() not in data
        assert b"Private" not in data
    assert document(NOTED)["review"]["notes"] is None
    back = read_bundle(write_bundle(NOTED), ids("n"))
    assert (back.notes, back.phase_notes) == ("", ())


def test_asked_for_they_are_the_last_part_of_markdown_by_phase() -> None:
    words = write_markdown(NOTED, private=True).decode()
    last = words.rpartition("\n## ")[2]
    assert last.startswith("Private notes\n\n**This copy holds your private notes.")
    assert last.index("### On the whole review") < last.index("### Close")
    assert last.count(KEPT_BACK) == 2
    assert b"Private" not in write_markdown(USUAL, private=True)


def test_a_file_of_before_is_read_as_before() -> None:
    file = document(USUAL)
    file["review"]["notes"] = "Kept"
    found = read_review(json.dumps(file).encode(), ids("n"))
    assert found == replace(USUAL, notes="Kept")


def test_what_is_left_out_or_null_is_as_usual() -> None:
    for meeting in (None, {}, {"names": None, "opening": None, "poll": None, "phase_notes": None}):
        assert read(meeting) == USUAL
    assert read({"opening": {}}).opening == Opening()
    assert read({"poll": {"again_yes": 2}}).poll == Poll(again_yes=2)


def test_notes_are_in_canonical_order_and_empty_ones_are_none() -> None:
    found = read({"phase_notes": {"timeline": "b", "close": "a", "brief": " \n"}})
    assert found.phase_notes == (
        PhaseNote(id="close", text="a"),
        PhaseNote(id="timeline", text="b"),
    )


@pytest.mark.parametrize(
    ("meeting", "where", "words"),
    [
        ([], "meeting", "an object"),
        ({"more": 1}, "meeting.more", "not part"),
        ({"names": "initials"}, "meeting.names", "none of roles, names"),
        ({"names": True}, "meeting.names", "text"),
        ({"opening": "x"}, "meeting.opening", "an object"),
        ({"opening": {"song": "x"}}, "meeting.opening.song", "not part"),
        ({"opening": {"purpose": 1}}, "meeting.opening.purpose", "text"),
        ({"opening": {"purpose": "x" * 200_001}}, "meeting.opening.purpose", "200,001 characters"),
        ({"opening": {"rules": "x"}}, "meeting.opening.rules", "a list"),
        ({"opening": {"rules": ["x", 1]}}, "meeting.opening.rules[1]", "text"),
        ({"opening": {"rules": ["x" * 10_001]}}, "meeting.opening.rules[0]", "10,001 characters"),
        ({"poll": [1]}, "meeting.poll", "an object"),
        ({"poll": {"priya": 1}}, "meeting.poll.priya", "not part"),
        ({"poll": {"again_yes": -1}}, "meeting.poll.again_yes", "out of bounds"),
        ({"poll": {"again_yes": 1000}}, "meeting.poll.again_yes", "0 to 999"),
        ({"poll": {"again_yes": True}}, "meeting.poll.again_yes", "a whole number"),
        ({"poll": {"again_yes": 1.5}}, "meeting.poll.again_yes", "a whole number"),
        ({"phase_notes": ["x"]}, "meeting.phase_notes", "an object"),
        ({"phase_notes": {"lunch": "x"}}, "meeting.phase_notes.lunch", "not part"),
        ({"phase_notes": {"brief": 1}}, "meeting.phase_notes.brief", "text"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_path(meeting: Any, where: str, words: str) -> None:
    with pytest.raises(Refused) as told:
        read(meeting)
    assert told.value.where == where
    assert words in told.value.sentence


def test_a_key_that_stands_twice_is_refused() -> None:
    text = write_review(MET).decode().replace('"names": "names"', '"names": "names", "names": null')
    with pytest.raises(Refused) as told:
        read_review(text.encode(), ids("n"))
    assert told.value.where == "meeting.names"


def test_merging_takes_notes_for_phases_without_one_and_leaves_the_rest() -> None:
    mine = replace(USUAL, phase_notes=(PhaseNote(id="brief", text="Mine"),))
    theirs = replace(
        MET,
        notes="Theirs",
        phase_notes=(
            PhaseNote(id="brief", text="Theirs"),
            PhaseNote(id="timeline", text="Theirs too"),
        ),
    )
    merged, skipped = merge(mine, theirs, ids("n"))
    assert merged == replace(mine, phase_notes=(*mine.phase_notes, theirs.phase_notes[1]))
    ((where, why),) = [(each.where, each.why) for each in skipped]
    assert where == "meeting.phase_notes.brief"
    assert "stays as it is" in why
    assert merge(merged, merged, ids("n"))[0] == merged
