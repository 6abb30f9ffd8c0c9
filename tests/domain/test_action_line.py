"""The entry line of the actions."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.action_line import ActionLine, action, read
from facilitator.domain.edits.actions import add_action
from facilitator.domain.records import Backlog, Participant, Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import Impact, Likelihood, Priority

TODAY = date(2026, 3, 5)  # A Thursday.
PEOPLE = (
    Participant(id="1", name="Maria Kova\u010d"),
    Participant(id="2", name="Tom Reyes", role="On-call engineer", alias="tr"),
    Participant(id="3", name="Tomas Berg"),
    Participant(id="4", role="Facilitator"),
)


def line(typed: str) -> ActionLine:
    return read(typed, TODAY, PEOPLE)


def test_the_line_of_the_design() -> None:
    found = line("Reject configs that fail the schema @maria !p1 due +14d #PAY-123")
    made = action(found, "a1", TODAY)
    assert made.text == "Reject configs that fail the schema"
    assert (made.owner, made.stated_priority) == ("Maria Kova\u010d", Priority.P1)
    assert (made.due, made.backlog) == (date(2026, 3, 19), Backlog(key="PAY-123"))
    assert made.proposed_on == TODAY
    assert [each.role.value for each in found.spans] == ["owner", "priority", "due", "backlog"]


def test_tokens_stand_anywhere() -> None:
    found = line("!p2 due fri: reject @maria, unless #PAY-1 is closed")
    assert found.text == ": reject, unless is closed"
    assert (found.priority, found.due) == (Priority.P2, date(2026, 3, 6))


@pytest.mark.parametrize(
    ("token", "owner"),
    [
        ("@maria", "Maria Kova\u010d"),
        ("@kovac", "Maria Kova\u010d"),
        ("@maria.kovac", "Maria Kova\u010d"),
        ("@Maria Kova\u010d", "Maria Kova\u010d"),
        ("@tom reyes", "Tom Reyes"),
        ("@on-call engineer", "Tom Reyes"),
        ('@"Maria K"', "Maria Kova\u010d"),
        ("@tr", "Tom Reyes"),
        ('@"on-call engineer"', "Tom Reyes"),
        ("@tomas", "Tomas Berg"),
        ("@facil", "Facilitator"),
        ("@platform-team", "platform-team"),
        ('@"Somebody Else"', "Somebody Else"),
    ],
)
def test_an_owner(token: str, owner: str) -> None:
    found = line(f"do it {token}")
    assert (found.owner, found.text) == (owner, "do it")


def test_what_only_begins_like_a_name_stays_text() -> None:
    found = line("ask @tomas bergen, then ship it")
    assert (found.owner, found.text) == ("Tomas Berg", "ask bergen, then ship it")


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("+14d", date(2026, 3, 19)),
        ("+2w", date(2026, 3, 19)),
        ("2026-03-19", date(2026, 3, 19)),
        ("19 Mar", date(2026, 3, 19)),
        ("March 19th", date(2026, 3, 19)),
        ("5 mar", date(2026, 3, 5)),
        ("4 March", date(2027, 3, 4)),
        ("4 March 2028", date(2028, 3, 4)),
        ("29 Feb", date(2028, 2, 29)),
        ("thu", date(2026, 3, 12)),
        ("fri", date(2026, 3, 6)),
        ("next Wednesday", date(2026, 3, 11)),
        ("on mon", date(2026, 3, 9)),
        ("today", date(2026, 3, 5)),
        ("tomorrow", date(2026, 3, 6)),
        ("2w", date(2026, 3, 19)),
        ("in 10 days", date(2026, 3, 15)),
        ("in 1 week", date(2026, 3, 12)),
        ("3 days", date(2026, 3, 8)),
        ("next week", date(2026, 3, 12)),
        ("this Friday", date(2026, 3, 6)),
    ],
)
def test_a_due_date(words: str, due: date) -> None:
    found = line(f"do it due {words} @maria")
    assert (found.due, found.text, found.owner) == (due, "do it", "Maria Kova\u010d")


@pytest.mark.parametrize(
    "text",
    [
        "fix failures due to overflow",
        "show the due date",
        "pay what is due",
        "check that x != y! and z",
        "mail ops@shop.example in C#",
        "keep @tom's runbook",
        "5 @ 10",
        "a # b",
        "due money",
        "due saturation",
        "move what is due in staging",
        "warn while a certificate is due in 10 days",
        "list what falls due next week",
        "say when it falls due next to the total",
    ],
)
def test_plain_words_stay_text(text: str) -> None:
    found = line(text)
    assert (found.text, found.spans, found.problem, found.remark) == (text, (), "", "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("do it due soon", "due soon"),
        ("do it due 2x, then go", "due 2x,"),
        ("do it due next  month", "due next month"),
        ("do it due by end of march", "due by end of march"),
        ("do it due: in two weeks", "due: in two weeks"),
    ],
)
def test_what_reads_like_a_day_and_is_none_is_told_and_stays(text: str, told: str) -> None:
    found = line(text)
    assert found.text == " ".join(text.split())
    assert found.remark.startswith(f"“{told}” is not understood, kept as words. Write due")
    assert found.ready


def test_a_backslash_keeps_a_sign() -> None:
    assert line(r"mention \@here and \#general \!now").text == "mention @here and #general !now"
    kept = line(r"warn of what \due in 10 days says")
    assert (kept.text, kept.due) == ("warn of what due in 10 days says", None)


@pytest.mark.parametrize(
    ("token", "place"),
    [
        ("#PAY-123", Backlog(key="PAY-123")),
        ("#42", Backlog(key="42")),
        ("#shop/limits#42", Backlog(key="shop/limits#42")),
        (
            "#https://t.example/browse/PAY-12",
            Backlog(key="PAY-12", url="https://t.example/browse/PAY-12"),
        ),
        ("#https://t.example/x?y=1", Backlog(url="https://t.example/x?y=1")),
    ],
)
def test_a_place_in_the_backlog(token: str, place: Backlog) -> None:
    assert line(f"do it {token}.").backlog == place


def test_a_risk_gives_the_priority() -> None:
    found = line("do it !serious/unlikely")
    assert (found.impact, found.likelihood) == (Impact.SERIOUS, Likelihood.UNLIKELY)
    assert found.priority is Priority.P3
    assert line("do it !sev/pos").priority is Priority.P1


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("do !p9", "!p1 to !p4"),
        ("do !important", "\\!important"),
        ("do !severe", "how likely"),
        ("do !p1 !p2", "twice"),
        ("do !p1 !severe/likely", "twice"),
        ("do @maria @facil", "one owner"),
        ("do @to", '@"Tom Reyes" or @"Tomas Berg"'),
        ("do due +1d due +2d", "twice"),
        ("do due 2026-02-30", "2026-02-30"),
        ("do due 30 Feb", "30 February"),
        ("do due 03/04/2026", "2026-04-03"),
        ("do #A-1 #A-2", "twice"),
        ("x" * 2001, "2,000"),
        ("x" * 100_000, "2,000"),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_never_text(typed: str, hint: str) -> None:
    found = line(typed)
    assert hint in found.problem
    assert not found.ready
    with pytest.raises(RuleViolation):
        action(found, "a", TODAY)


def test_an_action_says_what_will_be_changed() -> None:
    with pytest.raises(RuleViolation, match="Say what"):
        action(line("@maria !p1"), "a", TODAY)


TYPING = st.lists(
    st.sampled_from(
        ("@maria ", "!p1 ", "!p", "due ", "+14d ", "thu ", "#A-1 ", '@"', "\\", "fix ", ", ")
    )
    | st.text(max_size=6),
    max_size=8,
).map("".join)


@given(TYPING)
def test_every_keystroke_gives_a_preview(typed: str) -> None:
    found = line(typed)
    ends = [0]
    for span in found.spans:
        assert ends[-1] <= span.start < span.end <= len(typed)
        ends.append(span.end)
    if found.ready:
        review = add_action(action(found, "a1", TODAY))(Review(id="r"))
        assert review.actions[0].text == found.text


@pytest.mark.parametrize("unit", ["x", " ", "@a ", "due ", "!p1 ", "#", "a.", '@"', "\\@ ", "\n"])
def test_a_huge_paste_is_read_at_once(unit: str) -> None:
    huge = "do " + unit * (100_000 // len(unit))
    begun = time.process_time()
    assert not line(huge).ready
    # Quadratic reading would take minutes.
    assert time.process_time() - begun < 2
