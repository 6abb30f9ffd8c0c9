"""Sources become events and reviews: known again, joined, marked, masked, kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app.basket import Basket, Taken
from facilitator.app.importing import Intake, edit_of, look, place
from facilitator.app.kept_sources import KeptSources
from facilitator.domain.naming import Naming
from facilitator.domain.records import Participant, Review, TimelineEvent
from facilitator.domain.words import (
    ActionStatus,
    Disposition,
    EvidenceKind,
    FactorKind,
    LessonSide,
    Marker,
    NameUse,
    Precision,
)
from facilitator.exchange.readers.found import Entry, Reading, Stamp
from facilitator.exchange.readers.kept import packed, unpacked
from facilitator.exchange.readers.material import Material
from facilitator.exchange.refused import Refused
from facilitator.exchange.source_rows import TEXT_MOST, Fate, Standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T0 = 1772633000
CHAT: list[dict[str, Any]] = [
    {"type": "message", "user": "ana", "text": "queue is stuck", "ts": f"{T0}.000100"},
    {"type": "message", "user": "bo", "text": "thanks", "ts": f"{T0 + 60}.000100"},
    {"type": "message", "user": "bo", "text": "rolling back to 4.1", "ts": f"{T0 + 120}.000100"},
    {"type": "message", "user": "bo", "text": "on all nodes", "ts": f"{T0 + 125}.000100"},
]
DOCUMENT = """# Pool ran empty

- **Severity**: SEV-2
- **Services**: ledger, checkout

## Summary

The pool of connections ran empty for an hour.

## Timeline

All times in UTC.

| Time | Event |
| --- | --- |
| 2026-03-04 14:03 | Release 4.2 goes out |
| 2026-03-04 15:10 | Pool raised to 40, payments are back |

## Contributing factors

- No limit on retries
- Nobody watches the pool

## Action items

- [x] Limit the retries in the client (owner: Mia) PAY-12
- Alert on an empty pool, due 2026-04-01

## What went well

- Rollback took a minute

## Lessons learned

- A pool is a limit too

## Attendees

- Mia Larsen (on call)
"""


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def chat(*changes: dict[str, Any], size: int | None = None) -> Intake:
    rows = [dict(row) for row in CHAT]
    for row, change in zip(rows, changes, strict=False):
        row.update(change)
    return look(Material("2026-03-04.json", json.dumps(rows[:size]).encode()))


def placed(intake: Intake, review: Review, **answers: str) -> Intake:
    place(intake, answers, review)
    return intake


def taken_in(review: Review, *intakes: Intake) -> Review:
    for intake in intakes:
        place(intake, intake.answers, review)
    return edit_of(intakes, ids())(review)


EMPTY = Review(id="r1", title="A queue", time_zone="UTC")


def test_a_chat_becomes_events_without_its_noise() -> None:
    review = taken_in(EMPTY, chat())
    assert [event.text for event in review.events] == [
        "ana: queue is stuck",
        "bo: rolling back to 4.1",
        "bo: on all nodes",
    ]
    first = review.events[0]
    assert first.at == datetime(2026, 3, 4, 14, 3, 20, 100, tzinfo=UTC)
    assert "[0]" in first.source
    assert {person.name for person in review.participants} == {"ana", "bo"}


def test_a_second_import_adds_nothing_and_a_longer_one_what_is_new() -> None:
    review = taken_in(EMPTY, chat(size=3))
    again = placed(chat(size=3), review)
    assert again.count(Standing.THERE) == 2
    assert again.taken() == 0
    assert edit_of([again], ids())(review) == review
    longer = taken_in(review, chat())
    assert len(longer.events) == len(review.events) + 1
    assert len(longer.participants) == 2


def test_two_messages_in_the_same_words_are_two_events() -> None:
    text = "[14:03] Ann: slow\n[14:03] Ann: slow\n[14:05] Bob: still slow\n"
    intake = look(Material("pasted", text.encode()))
    place(intake, {"zone": "UTC", "date": "2026-03-04"}, EMPTY)
    review = edit_of([intake], ids())(EMPTY)
    assert len(review.events) == 3
    assert placed(intake, review, zone="UTC", date="2026-03-04").count(Standing.THERE) == 3


def test_an_edited_message_changes_its_event_only_by_choice() -> None:
    review = taken_in(EMPTY, chat())
    edited = placed(chat({"text": "queue of the ledger is stuck"}), review)
    row = edited.rows[0]
    assert row.standing is Standing.CHANGED
    assert edit_of([edited], ids())(review) == review
    row.fate = Fate.TAKE
    changed = edit_of([edited], ids())(review)
    assert changed.events[0].text == "ana: queue of the ledger is stuck"
    assert changed.events[0].id == review.events[0].id
    assert len(changed.events) == len(review.events)


def test_rows_are_left_joined_starred_and_marked() -> None:
    intake = placed(chat(), EMPTY)
    stuck, _thanks, rolling, nodes = intake.rows
    stuck.fate = Fate.LEAVE
    nodes.fate = Fate.JOIN
    rolling.starred, rolling.marker = True, Marker.MITIGATED
    review = edit_of([intake], ids())(EMPTY)
    [event] = review.events
    assert event.text == "bo: rolling back to 4.1 on all nodes"
    assert event.starred
    assert event.marker is Marker.MITIGATED
    assert [person.name for person in review.participants] == ["bo"]


def test_whoever_goes_on_in_a_joined_row_is_named_and_takes_part() -> None:
    intake = placed(chat({}, {"text": "I restarted it anyway"}, {"text": "so did I"}), EMPTY)
    for row in intake.rows[1:3]:
        row.fate = Fate.JOIN
    intake.rows[3].fate = Fate.LEAVE
    review = edit_of([intake], ids())(EMPTY)
    [event] = review.events
    assert event.text == "ana: queue is stuck. bo: I restarted it anyway so did I"
    assert [person.name for person in review.participants] == ["ana", "bo"]


def test_an_import_that_was_taken_back_comes_again_as_it_would_have() -> None:
    again = chat()
    again.before = chat().reading.entries
    fates = [row.fate for row in placed(chat(), EMPTY).rows]
    assert [row.fate for row in placed(again, EMPTY).rows] == fates
    assert Fate.TAKE in fates


def test_what_was_decided_stays_so_in_another_zone() -> None:
    said = look(Material("said.txt", b"[14:03] Ann: slow\n[14:20] Ann: back to normal\n"))
    placed(said, EMPTY, date="2026-03-04", zone="UTC")
    first, last = said.rows
    first.fate, first.decided = Fate.LEAVE, True
    last.starred, last.decided = True, True
    placed(said, EMPTY, date="2026-03-04", zone="Asia/Kolkata")
    assert said.rows[0].placed.at != first.placed.at
    assert [(row.fate, row.starred) for row in said.rows] == [
        (Fate.LEAVE, False),
        (Fate.TAKE, True),
    ]


def test_a_document_that_lies_in_the_trash_comes_in_with_a_number_and_is_known_then() -> None:
    def read() -> Basket:
        return Basket([Taken("pool.md", intake=look(Material("pool.md", DOCUMENT.encode())))])

    def name(basket: Basket) -> str:
        basket.settle({}, None)
        [review] = basket.reviews(ids(), "UTC")
        return review.id

    first = name(read())
    again = read()
    again.number([first])
    assert name(again) == f"{first}-2"
    third = read()
    third.number([first, f"{first}-2"])
    assert name(third) == f"{first}-3"
    known = read()
    known.know([f"{first}-2"])
    assert (known.taken[0].there, known.taken[0].review_id) == (True, f"{first}-2")


def test_a_chosen_marker_leaves_the_event_that_had_it() -> None:
    at = datetime(2026, 3, 4, 13, tzinfo=UTC)
    old = TimelineEvent(id="e1", text="Old", at=at, marker=Marker.MITIGATED)
    before = replace(EMPTY, events=(old,))
    intake = placed(chat(), before)
    assert all(row.marker is not Marker.MITIGATED for row in intake.rows)
    intake.rows[2].marker = Marker.MITIGATED
    review = edit_of([intake], ids())(before)
    assert [event.marker for event in review.events if event.marker is Marker.MITIGATED] == [
        Marker.MITIGATED
    ]
    assert next(event for event in review.events if event.id == "e1").marker is None


def test_a_long_message_is_cut_at_a_sentence_and_kept_whole() -> None:
    long = "The first sentence says it. " + "Then it goes on and on. " * 30
    review = taken_in(EMPTY, chat({"text": long}))
    event = review.events[0]
    assert len(event.text) <= TEXT_MOST + 2
    assert event.text.startswith("ana: The first sentence says it.")
    assert event.text.endswith("…")
    [quoted] = event.evidence
    assert quoted.kind is EvidenceKind.QUOTATION
    assert quoted.text == long.strip()


def test_secrets_are_taken_out_and_counted() -> None:
    key = "AK" + "IA" + "QWERTYUIOPASDFGH"
    intake = chat({"text": f"the key is {key}, please rotate"})
    assert intake.secrets == 1
    assert key not in str(intake.reading)
    assert key not in str(taken_in(EMPTY, intake))


def test_a_post_mortem_becomes_a_whole_draft() -> None:
    intake = look(Material("pool.md", DOCUMENT.encode()))
    place(intake, {}, None)
    assert not intake.asked
    [review] = Basket([Taken("pool.md", intake=intake)]).reviews(ids(), "Europe/Berlin")
    assert (review.title, review.severity) == ("Pool ran empty", "SEV 2")
    assert review.services == ("ledger", "checkout")
    assert review.summary == "The pool of connections ran empty for an hour."
    assert review.time_zone == "UTC"
    assert review.held_on is None
    assert {each.proposed_on for each in review.actions} == {None}
    assert [event.at for event in review.events] == [
        datetime(2026, 3, 4, 14, 3, tzinfo=UTC),
        datetime(2026, 3, 4, 15, 10, tzinfo=UTC),
    ]
    effect, *causes = review.factors
    assert effect.kind is FactorKind.EFFECT
    assert effect.text == "Pool ran empty"
    assert [cause.text for cause in causes] == ["No limit on retries", "Nobody watches the pool"]
    done, alert = review.actions
    assert (done.owner, done.status) == ("Mia", ActionStatus.DONE)
    assert done.backlog is not None
    assert done.backlog.key == "PAY-12"
    assert alert.due == date(2026, 4, 1)
    assert alert.hint is not None
    assert [(each.side, each.text) for each in review.lessons] == [
        (LessonSide.WELL, "Rollback took a minute")
    ]
    [finding] = review.findings
    assert finding.disposition is Disposition.RECORDED
    assert [(each.name, each.role) for each in review.participants] == [("Mia Larsen", "on call")]


def test_five_whys_become_a_branch_of_the_tree() -> None:
    text = "# Mail waits\n\n## The five whys\n\n- The queue is full\n- Nobody empties it\n"
    review = taken_in(EMPTY, look(Material("x.md", text.encode())))
    effect, queue, nobody = review.factors
    assert (effect.parent, queue.parent, nobody.parent) == (None, effect.id, queue.id)


def test_a_post_mortem_fills_only_what_a_review_lacks() -> None:
    intake = look(Material("pool.md", DOCUMENT.encode()))
    mine = replace(EMPTY, summary="Mine", severity="SEV 1")
    review = taken_in(mine, intake)
    assert (review.title, review.summary, review.severity) == ("A queue", "Mine", "SEV 1")
    again = taken_in(review, look(Material("pool.md", DOCUMENT.encode())))
    assert again == review


def test_chats_and_alerts_given_together_make_one_review() -> None:
    rows = b"time,what\n2026-03-04T14:00:00Z,Disk full\n2026-03-04T14:09:00Z,Disk emptied\n"
    table = look(Material("a.csv", rows))
    given = [chat(), table, look(Material("pool.md", DOCUMENT.encode()))]
    basket = Basket([Taken(str(n), intake=each) for n, each in enumerate(given)])
    basket.settle({}, None)
    reviews = basket.reviews(ids(), "Europe/Berlin")
    assert len(reviews) == 2
    assert {len(review.events) for review in reviews} == {5, 2}
    assert basket.taken[0].review_id == basket.taken[1].review_id != basket.taken[2].review_id


def test_what_is_open_is_asked_and_answered_for_all_files() -> None:
    text = "[14:03] Ann: slow\n[14:04] Bob: yes\n[14:09] Ann: fine\n"
    basket = Basket([Taken(n, intake=look(Material(n, text.encode()))) for n in ("a", "b")])
    basket.settle({}, None)
    assert [(file.name, asked.id, asked.count) for file, asked in basket.asked()] == [
        ("a", "date", 6),
        ("a", "zone", 6),
    ]
    basket.settle({"zone": "Europe/Berlin", "date": "2026-03-04"}, None)
    assert basket.asked() == []
    ats = [row.placed.at for row in basket.intakes()[1].rows]
    assert ats[0] == datetime(2026, 3, 4, 13, 3, tzinfo=UTC)
    # One of them was written down elsewhere.
    basket.taken[1].answers["zone"] = "America/New_York"
    basket.settle(basket.answers, None)
    first, second = (intake.rows[0].placed.at for intake in basket.intakes())
    assert first == datetime(2026, 3, 4, 13, 3, tzinfo=UTC)
    assert second == datetime(2026, 3, 4, 19, 3, tzinfo=UTC)


def test_events_of_one_minute_keep_the_order_of_their_source() -> None:
    lines = [f"[14:03] Ann: step {number} of the plan" for number in range(30)]
    intake = look(Material("pasted", "\n".join(lines).encode()))
    place(intake, {"zone": "UTC", "date": "2026-03-04"}, EMPTY)
    review = edit_of([intake], ids())(EMPTY)
    assert [event.text for event in review.events] == [
        f"Ann: step {number} of the plan" for number in range(30)
    ]
    # What is found between them later is known all the same.
    more = look(Material("pasted", "\n".join([lines[0], lines[0], *lines[1:]]).encode()))
    place(more, {"zone": "UTC", "date": "2026-03-04"}, review)
    assert more.taken() == 1


def test_speakers_can_be_told_apart_before_they_have_roles() -> None:
    review = taken_in(EMPTY, chat())
    assert [(each.name, each.alias) for each in review.participants] == [
        ("ana", "Person A"),
        ("bo", "Person B"),
    ]


def test_paragraphs_of_an_event_are_told_with_stops() -> None:
    more = "[deploy to the shop](https://git.example/7)\n\nThe last one fails:\n\nA disk is full\n"
    text = f"# X\n\n## Timeline (UTC)\n\n### 2026-03-04 14:03\n\n{more}"
    [event] = drafted("x.md", text).events
    assert event.text == "Deploy to the shop. The last one fails: A disk is full"


def test_a_moment_of_unknown_time_is_not_marked() -> None:
    text = "# X\n\n## Timeline (UTC)\n\n- 2026-03-04 14:03: It begins\n- 2026-03-05: Resolved\n"
    review = taken_in(EMPTY, look(Material("x.md", text.encode())))
    assert [event.marker for event in review.events] == [None, None]


def test_a_review_was_held_on_the_day_that_its_document_says() -> None:
    text = DOCUMENT.replace("## Summary", "Review date: 2026-03-09\n\n## Summary", 1)
    assert text != DOCUMENT
    review = drafted("pool.md", text)
    assert review.held_on == date(2026, 3, 9)
    assert {each.proposed_on for each in review.actions} == {date(2026, 3, 9)}
    assert taken_in(EMPTY, look(Material("pool.md", text.encode()))).held_on == date(2026, 3, 9)


def test_the_day_that_a_document_names_is_an_event_where_no_other_has_one() -> None:
    text = "# 2026-03-04, Pool ran empty\n\n## Summary\n\nThe pool ran empty for an hour.\n"
    [event] = drafted("pool.md", text).events
    assert event.text == "2026-03-04, Pool ran empty"
    assert event.at == datetime(2026, 3, 3, 23, tzinfo=UTC)
    assert (event.precision, event.typed, event.zone) == ("unknown", "2026-03-04", "Europe/Berlin")
    assert drafted("pool.md", text.replace("2026-03-04, ", "")).events == ()
    timed = f"{text}\n## Timeline\n\n- 14:03 UTC: It begins\n"
    assert [each.text for each in drafted("pool.md", timed).events] == ["It begins"]


def drafted(name: str, text: str) -> Review:
    intake = look(Material(name, text.encode()))
    place(intake, {}, None)
    [review] = Basket([Taken(name, intake=intake)]).reviews(ids(), "Europe/Berlin")
    return review


def test_what_cannot_be_placed_is_an_event_of_unknown_time() -> None:
    text = "# X\n\n## Timeline\n\n- 2026-03-04 14:03 UTC: It begins\n- 2X:XX: It goes on\n"
    intake = look(Material("x.md", text.encode()))
    review = taken_in(EMPTY, intake)
    known = {event.text: event.precision for event in review.events}
    assert known == {"It begins": Precision.EXACT, "It goes on": Precision.UNKNOWN}


class TestKeeping:
    def test_what_was_left_out_comes_back(self, tmp_path: Path) -> None:
        kept = KeptSources(tmp_path / "sources", "r1")
        assert not kept.any()
        intake = placed(chat(), EMPTY)
        intake.rows[0].fate = Fate.LEAVE
        review = edit_of([intake], ids())(EMPTY)
        kept.keep([intake])
        [taken] = kept.read()
        assert taken.intake is not None
        place(taken.intake, taken.intake.answers, review)
        standings = [row.standing for row in taken.intake.rows]
        assert standings == [Standing.NEW, Standing.NEW, Standing.THERE, Standing.THERE]
        kept.keep([placed(chat(), review)])
        assert len(kept.read()) == 1
        kept.forget()
        assert not kept.any()

    def test_what_was_left_out_before_stays_left_out(self, tmp_path: Path) -> None:
        kept = KeptSources(tmp_path, "r1")
        intake = placed(chat(size=3), EMPTY)
        intake.rows[0].fate = Fate.LEAVE
        review = edit_of([intake], ids())(EMPTY)
        kept.keep([intake])
        longer = chat()
        before = kept.like(longer)
        assert before is not None
        longer.before = before.reading.entries
        placed(longer, review)
        assert [row.fate is Fate.TAKE for row in longer.rows] == [False, False, False, True]
        assert longer.rows[0].reason == "It was left out before."
        assert kept.like(look(Material("pool.md", DOCUMENT.encode()))) is None

    def test_only_the_user_can_read_it(self, tmp_path: Path) -> None:
        KeptSources(tmp_path, "r1").keep([placed(chat(), EMPTY)])
        [path] = tmp_path.rglob("*.source")
        assert path.stat().st_mode & 0o077 == 0

    def test_a_damaged_file_says_so(self, tmp_path: Path) -> None:
        kept = KeptSources(tmp_path, "r1")
        kept.keep([placed(chat(), EMPTY)])
        [path] = tmp_path.rglob("*.source")
        path.write_bytes(path.read_bytes()[:-9])
        assert kept.read()[0].why == "This kept source is damaged."


TIMES = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1))  # noqa: DTZ001
STAMPS = st.builds(
    Stamp,
    raw=st.text(max_size=9),
    at=st.none() | TIMES.map(lambda at: at.replace(tzinfo=UTC)),
    day=st.none() | st.dates(),
    clock=st.none() | st.times(),
    zone=st.sampled_from(["", "UTC", "+02:00", "CET"]),
    shift=st.integers(0, 1),
    precision=st.sampled_from(Precision),
    slashed=st.none() | st.just((3, 4, 2026)),
    yearless=st.none() | st.just((2, 29)),
)
ENTRIES = st.builds(
    Entry,
    where=st.text(max_size=9),
    stamp=STAMPS,
    text=st.text(min_size=1, max_size=30),
    key=st.text(max_size=9),
    end=st.none() | STAMPS,
    author=st.text(max_size=9),
    marker=st.none() | st.sampled_from(Marker),
    star=st.booleans(),
    reactions=st.integers(0, 9),
    noise=st.text(max_size=9),
)


@given(st.lists(ENTRIES, max_size=5), st.dictionaries(st.text(max_size=5), st.text(max_size=5)))
def test_kept_is_what_was_read(entries: list[Entry], answers: dict[str, str]) -> None:
    reading = Reading(form="slack", source="Slack #a", entries=tuple(entries), zone="UTC")
    assert unpacked(packed(reading, "a chat", answers)) == (reading, "a chat", answers)


@given(st.binary(max_size=200))
def test_kept_nonsense_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        unpacked(data)


# -- what somebody made to do harm -----------------------------------------------------------------


def said(*messages: dict[str, Any]) -> Intake:
    return look(Material("it", json.dumps(messages).encode()), "slack")


def test_a_source_without_anything_to_take_is_refused() -> None:
    for data, told in (
        (b'{"messages": [], "channel": {}, "guild": {}}', "There is nothing in it"),
        (b'[{"ts": "1772633000.000100", "user": "ana", "text": ""}]', "no text"),
    ):
        with pytest.raises(Refused, match=told):
            look(Material("it", data))


def test_a_long_message_is_kept_up_to_a_word_and_no_secret_is_cut_in_two() -> None:
    key = "AK" + "IA" + "QWERTYUIOPASDFGH"
    for before in range(19_975, 20_010):
        intake = said({**CHAT[0], "text": "a " * (before // 2) + key})
        [entry] = intake.reading.entries
        assert len(entry.text) <= 20_020
        assert "QWER" not in entry.text
    solid = said({**CHAT[0], "text": "a" * 10**6})
    assert len(solid.reading.entries[0].text) < 20_000


def test_letters_that_become_several_are_no_mistake() -> None:
    """Composed again as Unicode wants it, each of these is three."""
    letters = "\ufb2c" * 30_000
    review = taken_in(EMPTY, said({**CHAT[0], "text": letters, "user": letters}))
    assert len(review.events[0].text) <= TEXT_MOST + 2
    shown = f"# {letters}\n\n{letters}\n\n## Timeline\n\n- 14:03 a\n- 14:04 b\n\n"
    lists = f"## Action items\n\n- {letters}\n\n## Contributing factors\n\n- {letters}\n"
    text = f"{shown}## Summary\n\n{letters}\n\n{lists}"
    intake = look(Material("it.md", text.encode()), "postmortem")
    review = taken_in(replace(EMPTY, title=""), intake)
    assert review.title
    assert review.actions


def test_joined_rows_make_a_text_of_bounded_length() -> None:
    messages = (
        {**CHAT[0], "ts": f"{T0 + number}.000100", "text": f"{number} {'word ' * 3_000}"}
        for number in range(90)
    )
    intake = placed(said(*messages), EMPTY)
    for row in intake.rows[1:]:
        row.fate = Fate.JOIN
    [event] = edit_of([intake], ids())(EMPTY).events
    assert len(event.evidence[0].text) <= 20_000


def test_secrets_are_taken_out_wherever_they_stand() -> None:
    key = "AK" + "IA" + "QWERTYUIOPASDFGH"
    table = f"Time,Text,Who,Service\n2026-03-04 14:03,it is down,{key},{key}\n" * 2
    document = (
        f"# Outage\n\nServices: {key}\nIncident: {key}\nSeverity: {key}\nLead: {key}\n\n"
        f"## Timeline\n\n- 14:03 down\n- 14:04 up\n\n## Action items\n\n- Do it (owner: {key})\n"
    )
    for text in (table, document):
        intake = look(Material("it", text.encode()))
        assert intake.secrets
        place(intake, {"zone": "UTC", "date": "2026-03-04"}, EMPTY)
        assert "QWERTY" not in repr(edit_of([intake], ids())(replace(EMPTY, title="")))


ROOM = replace(
    EMPTY,
    participants=(
        Participant(id="p1", name="Ana Reyes"),
        Participant(id="p2", name="Ana Sol"),
        Participant(id="p3", name="Bo Ek"),
    ),
)


def test_which_of_two_people_is_meant_is_asked() -> None:
    chat_ = placed(chat(), ROOM)
    assert [(each.id, each.text, each.count) for each in chat_.asked] == [
        ("person ana", "Who is “ana”?", 1),
        ("person bo", "Is “bo” the same as Bo Ek in the room?", 2),
    ]
    ana, bo = chat_.asked
    assert [option.value for option in ana.options] == ["Ana Reyes", "Ana Sol", "new"]
    assert [option.words for option in bo.options] == ["Yes, Bo Ek", "No, somebody else"]


def test_who_is_meant_is_called_by_their_name_and_added_to_the_room_only_if_new() -> None:
    answers = {"person ana": "Ana Sol", "person bo": "new"}
    first = placed(chat(), ROOM, **answers)
    assert first.asked == ()
    review = taken_in(ROOM, first)
    assert [event.text for event in review.events][:2] == [
        "Ana Sol: queue is stuck",
        "bo: rolling back to 4.1",
    ]
    names = {person.name for person in review.participants}
    assert names == {"Ana Reyes", "Ana Sol", "Bo Ek", "bo"}
    again = placed(chat(), review, **answers)
    assert (again.taken(), again.count(Standing.CHANGED)) == (0, 0)


@pytest.mark.parametrize("answer", ["Bo Ek", "somebody", ""])
def test_an_answer_that_names_none_of_them_leaves_it_open(answer: str) -> None:
    open_ = placed(chat(size=1), ROOM, **{"person ana": answer})
    assert [each.id for each in open_.asked] == ["person ana"]
    assert open_.rows[0].placed.entry.author == "ana"


def test_owners_and_people_of_a_document_are_asked_too() -> None:
    mias = tuple(
        Participant(id=f"p{number}", name=name) for number, name in enumerate(("Mia", "Mia Berg"))
    )
    room = replace(EMPTY, participants=mias[1:])
    document = look(Material("pool.md", DOCUMENT.encode()))
    assert [each.id for each in placed(document, room).asked] == ["person Mia"]
    review = taken_in(room, placed(document, room, **{"person Mia": "Mia Berg"}))
    assert review.actions[0].owner == "Mia Berg"
    assert placed(document, replace(EMPTY, participants=mias)).asked[0].id == "person Mia Larsen"
    assert placed(document, EMPTY).asked == ()


def test_whoever_is_only_mentioned_is_a_person_that_the_room_sees_by_role() -> None:
    text = (
        "# X\n\n## Timeline (UTC)\n\n- 2026-03-04 14:03: @jakamkon and @kim-lee ack in the chat\n"
        "- 2026-03-04 14:05: @grafana is silent, mail to ops@shop.example, @here\n"
        "- 2026-03-04 14:09: Grafana is back, says @jakamkon\n"
    )
    review = taken_in(EMPTY, look(Material("x.md", text.encode())))
    assert [each.name for each in review.participants] == ["jakamkon", "kim-lee"]
    shown = Naming.of(review.participants, NameUse.ROLES).shown
    assert [shown(each.text) for each in review.events] == [
        "Person A and Person B ack in the chat",
        "@grafana is silent, mail to ops@shop.example, @here",
        "Grafana is back, says Person A",
    ]
    known = Participant(id="p", name="Jaka Mkon", role="Operator")
    there = replace(EMPTY, participants=(known,))
    again = taken_in(there, look(Material("x.md", text.replace("jakamkon", "jaka.mkon").encode())))
    assert {each.name for each in again.participants} == {"Jaka Mkon", "kim-lee"}
