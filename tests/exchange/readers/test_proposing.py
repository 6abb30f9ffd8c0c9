"""What is proposed of a chat: stars, markers, kinds and noise; all samples are made up."""

from __future__ import annotations

from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.entry_words import kind_heard
from facilitator.domain.words import EventKind, Marker
from facilitator.exchange.readers.found import Entry, Stamp
from facilitator.exchange.readers.tidying.noise import noise
from facilitator.exchange.readers.tidying.proposing import proposed
from facilitator.exchange.readers.tidying.proposing_words import hits, spelled, words

CHAT = """The checkout page is slow again, is it only me?
anyone else seeing 5xx on checkout?
yes
:eyes:
Alert fires for checkout-api: error rate above 5 %
I'm on it
thanks!
We deployed 4.2 at 14:00, maybe that is it.
what does the dashboard show?
All pods of the new version use twice the memory.
let's roll back
ok
+1
rolling back to 4.1
is it resolved?
not fixed yet, give it a minute
errors are down since the rollback
nice :tada:
Root cause: the cache in 4.2 never drops old carts.
Traffic is back to normal, closing the incident.
@maria can you write to support?
lol
brb"""


def _chat(*texts: str) -> tuple[Entry, ...]:
    return tuple(Entry(f"line {at}", Stamp(), text) for at, text in enumerate(texts, 1))


def _told(*texts: str) -> list[Entry]:
    return list(proposed(_chat(*texts)))


def _markers(*texts: str) -> dict[Marker, str]:
    return {each.marker: each.text for each in _told(*texts) if each.marker}


# Enough other talk for a single message to have its star.
TALK = (
    "the second window is the one on the left",
    "who takes notes for this?",
    "there are four of us in the room now",
    "it was like this in March as well",
)


def _alone(text: str, reactions: int = 0) -> Entry:
    return proposed((Entry("line 1", Stamp(), text, reactions=reactions), *_chat(*TALK)))[0]


def test_a_chat_is_read() -> None:
    told = _told(*CHAT.split("\n"))
    starred = [each.text for each in told if each.star]
    assert starred == [
        "anyone else seeing 5xx on checkout?",
        "Alert fires for checkout-api: error rate above 5 %",
        "I'm on it",
        "let's roll back",
        "errors are down since the rollback",
        "Root cause: the cache in 4.2 never drops old carts.",
        "Traffic is back to normal, closing the incident.",
    ]
    assert {each.marker: each.text for each in told if each.marker} == {
        Marker.DETECTED: "anyone else seeing 5xx on checkout?",
        Marker.ACKNOWLEDGED: "I'm on it",
        Marker.MITIGATED: "errors are down since the rollback",
        Marker.RESOLVED: "Traffic is back to normal, closing the incident.",
    }
    assert [each.text for each in told if each.noise] == [
        *("yes", ":eyes:", "thanks!", "ok", "+1", "nice :tada:", "lol", "brb")
    ]
    assert all(each.why for each in told if each.star or each.marker)


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("We deployed 4.2 to all regions", "change", "“deployed” tells of a change."),
        ("merging it now", "change", "“merging” tells of a change."),
        ("the feature flag for carts is on", "change", "“feature flag” tells of a change."),
        ("turned on the new router", "change", "“turned on” tells of a change."),
        ("rolled-back to 4.1", "action", "“rolled-back” tells what was done."),
        ("restarted the ledger", "action", "“restarted” tells what was done."),
        ("Failover to the standby", "action", "“failover” tells what was done."),
        ("scaled up to 40 pods", "action", "“scaled up” tells what was done."),
        ("customers report empty carts", "observation", None),
        ("people can’t log in", "observation", "“can’t log in” tells of the impact."),
        ("people cant log in", "observation", "“cant log in” tells of the impact."),
        ("checkout is down", "observation", None),
        ("we lost data, or it is a data loss", "observation", None),
        ("declaring an incident", "decision", "“declaring an incident” tells of a decision."),
        ("we decide to wait for the vendor", "decision", "“we decide” tells of a decision."),
        ("this is a sev1", "decision", "“sev1” tells of a decision."),
        ("turns out the disk was read-only", "observation", None),
        ("found it: the index is gone", "observation", "“found it” tells what was found out."),
        ("posted to the status page", "communication", None),
    ],
)
def test_words_are_worth_a_star(text: str, kind: str, why: str | None) -> None:
    told = _alone(text)
    assert told.star
    assert told.kind == kind
    assert told.why
    assert why is None or told.marker or told.why == why


@pytest.mark.parametrize(
    "text",
    [
        "did anyone deploy?",
        "is it down?",
        "we did not deploy anything",
        "no rollback then",
        "nobody restarted it",
        "the merge conflict is on my side",
        "we should write this down the road",
        "https://git.hub.example/rollback/deploy/42",
        "```deploy failed: timeout```",
        "hopefully it recovers",
        "the host resolves to 10.0.0.1",
        "what does the dashboard show?",
    ],
)
def test_other_words_are_not(text: str) -> None:
    told = _alone(text)
    assert not told.star
    assert not told.marker
    assert not told.noise


def test_reactions_are_worth_a_star() -> None:
    assert _alone("It is the carts.", reactions=2).why == "2 people reacted."
    assert (
        _alone("It was deployed.", reactions=3).why == "“deployed” tells of a change; 3 reactions."
    )
    assert not _alone("It is the carts.", reactions=1).star


@pytest.mark.parametrize(("count", "most"), [(3, 1), (9, 3), (30, 8), (60, 10), (2000, 80)])
def test_stars_are_few(count: int, most: int) -> None:
    told = _told(*(f"deployed {at}" for at in range(count)))
    assert sum(each.star for each in told) == most


def test_the_strongest_are_proposed_first() -> None:
    told = _told(*["deployed it"] * 6, "root cause: the deployment timed out", *["deployed it"] * 2)
    assert [at for at, each in enumerate(told) if each.star] == [0, 1, 6]


# -- markers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "alert fires for the ledger",
        "got paged for the ledger",
        "seeing errors on login",
        "Is anyone seeing timeouts?",
        "login seems to be down",
        "customers report empty carts",
        "[FIRING:1] LedgerLag",
    ],
)
def test_the_first_sign(text: str) -> None:
    assert _markers("hello", *TALK, text, "alert fires again") == {Marker.DETECTED: text}


@pytest.mark.parametrize(
    "text",
    ["looking into it", "I’m on it!", "acked", "ack", "On it", "taking a look", "investigating"],
)
def test_somebody_takes_it_on(text: str) -> None:
    told = _told("hello", "alert fires for the ledger", "hm", text, "working on it", *TALK)
    assert told[3].marker is Marker.ACKNOWLEDGED
    assert not told[3].noise
    assert not told[4].marker


def test_a_nod_that_is_late_or_early_is_one() -> None:
    assert _told("ack", *TALK)[0].noise == "Only a nod."
    told = _told("ack", "alert fires", *TALK, "ack")
    assert told[0].noise
    assert told[-1].noise
    assert not any(each.marker is Marker.ACKNOWLEDGED for each in told)


@pytest.mark.parametrize(
    "text",
    [
        "rolled back and errors drop",
        "mitigated",
        "errors are down",
        "The rollback worked, it seems.",
    ],
)
def test_the_impact_ends(text: str) -> None:
    assert _markers("seeing errors", text, *TALK)[Marker.MITIGATED] == text


@pytest.mark.parametrize("text", ["resolved", "All clear.", "we are back to normal"])
def test_the_end_is_the_last(text: str) -> None:
    told = _told("resolved, I hope", "seeing errors", "all clear", "seeing errors", text, *TALK)
    assert [each.marker for each in told[2:5]] == [None, None, Marker.RESOLVED]


@pytest.mark.parametrize(
    "text",
    [
        "is it resolved?",
        "is it mitigated",
        "resolved?",
        "not resolved",
        "It isn’t resolved.",
        "it should be resolved by now",
        "once it is back to normal we stop",
        "if errors are down we stop",
        "not fixed yet",
        "resolved, hopefully",
        "nobody is looking into it",
        "who is looking into it?",
        "not back to normal",
        "the alert fires when the disk is full?",
        "conflict resolved",
        "Believing the issue to be resolved, work resumes",
        "We believe the issue on the second cluster is resolved",
        "it was thought that it is resolved",
        "the issue appears resolved",
        "looks like we are back to normal",
        "assuming that errors on the checkout are gone",
        "this should have long been resolved",
        "if the queue of the second region is fully recovered we stop",
        "once all the queues in the west are back to normal we stop",
        "the issue is unresolved",
        "still un-resolved",
        "it isnt resolved",
        "far from resolved",
        "resolved, I think",
        "resolved soon",
        "can we call it resolved?",
        "left to be resolved by the vendor",
    ],
)
def test_what_is_asked_or_not_so_is_no_end(text: str) -> None:
    found = _markers("seeing errors", text, *TALK)
    assert set(found) == {Marker.DETECTED}


@pytest.mark.parametrize(
    "text",
    [
        "Confirm that the problem is resolved, the graphs are back.",
        "Once the node was drained, the incident is resolved",
        "Customer confirmed issue resolved",
    ],
)
def test_what_is_said_to_be_so_is_an_end(text: str) -> None:
    assert _markers("seeing errors", text, *TALK)[Marker.RESOLVED] == text


@pytest.mark.parametrize(
    "text",
    ["user reporting back that the fix works", "the rate is down to zero", "is the rate down to 2"],
)
def test_what_only_sounds_like_a_sign_is_none(text: str) -> None:
    assert _markers("hello", *TALK, text) == {}


def test_a_suspicion_is_a_sign() -> None:
    text = "it seems that customers report empty carts"
    assert _markers("hello", *TALK, text) == {Marker.DETECTED: text}


def test_the_beginning_is_said_in_so_many_words() -> None:
    told = _markers("impact starts in eu-west", "alert fires", *TALK)
    assert told == {Marker.IMPACT_START: "impact starts in eu-west", Marker.DETECTED: "alert fires"}
    assert Marker.IMPACT_START not in _markers("errors since 14:03, started at 14:02", *TALK)


def test_markers_come_in_an_order_that_can_be() -> None:
    found = _markers("all clear", "errors are down", "looking into it", "seeing errors", *TALK)
    assert found == {Marker.DETECTED: "seeing errors"}


def test_a_marker_of_the_reader_wins() -> None:
    first, second, *rest = _chat("seeing errors", "High latency", "looking into it", *TALK)
    told = proposed((first, second._replace(marker=Marker.DETECTED, why="It began."), *rest))
    assert [each.marker for each in told[:3]] == [None, Marker.DETECTED, Marker.ACKNOWLEDGED]
    assert told[1].why == "It began."


def test_the_first_alert_of_a_reader_is_the_first_sign() -> None:
    first, second, *rest = _chat("Hi there, the graph", "LedgerLag above 5", *TALK)
    told = proposed((first, second._replace(kind=EventKind.ALERT), *rest))
    assert told[1].marker is Marker.DETECTED
    assert told[1].why == "The first alert."


def test_what_a_reader_says_stays() -> None:
    entry = Entry(
        "line 1",
        Stamp(at=datetime(2026, 3, 4, tzinfo=UTC)),
        "rolled back, errors are down",
        kind=EventKind.DECISION,
        why="So it says.",
    )
    told = proposed((*_chat("seeing errors"), entry, *_chat(*TALK)))[1]
    assert told == entry._replace(star=True, marker=Marker.MITIGATED)
    joined = entry._replace(noise="A bot.", kind=None, text="resolved")
    assert proposed((joined, *_chat(*TALK)))[0] == joined


# -- noise -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Nothing is said."),
        ("  \n", "Nothing is said."),
        ("thanks!", "A thank-you."),
        ("ty", "A thank-you."),
        ("Thank you so much, Maria", "A thank-you."),
        ("Thanks for the help @tom!", "A thank-you."),
        ("+1", "Only a nod."),
        ("ok", "Only a nod."),
        ("Okay, cool", "Only a nod."),
        ("yeaaaah", "Only a nod."),
        ("ack", "Only a nod."),
        ("got it", "Only a nod."),
        ("lol", "A laugh."),
        ("hahaha :joy:", "A laugh."),
        ("hmmmmmm", "Only a sigh."),
        ("Hi all", "A greeting."),
        ("good morning everyone", "A greeting."),
        ("brb", "Somebody is away for a moment."),
        ("Be right back", "Somebody is away for a moment."),
        ("give me a minute", "Somebody is away for a moment."),
        (":ship_it_parrot:", "Only a sign."),
        (":car: :battery:", "Only a sign."),
        ("👍🏽", "Only a sign."),
        ("🎉 ❤️", "Only a sign."),
        (":-)", "Only a sign."),
        ("¯\\_(ツ)_/¯", "Only a sign."),
        ("?!", "Only a sign."),
        ("@everyone", "Only calls somebody."),
        ("<!channel>", "Only calls somebody."),
        ("<@U0AB12CD> :wave:", "Only calls somebody."),
        ("(edited)", "Only says that it was edited."),
        ("ok (edited)", "Only a nod."),
        ("https://media.giphy.com/media/abc/giphy.gif", "Only a moving picture."),
        ("<https://tenor.com/view/cat-1|cat>", "Only a moving picture."),
        ("joined #incident-42.", "Somebody joins or leaves the channel."),
        ("joined #incident-42 along with Maria and Tom.", "Somebody joins or leaves the channel."),
        ("<@U0AB12CD> has joined the channel", "Somebody joins or leaves the channel."),
        ("Tom left the channel.", "Somebody joins or leaves the channel."),
        ("was added to #incident-42 by Maria.", "Somebody joins or leaves the channel."),
    ],
)
def test_what_says_nothing_is_folded_away(text: str, why: str) -> None:
    told = _alone(text)
    assert told.noise == why
    assert not told.star
    assert told.kind is None


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "unclear",
        "500",
        "thanks, the standby has 3 % of its disk left and the replica lags by an hour",
        "thanks, rolled back",
        "ok, deploying 4.3",
        "The network team joined the bridge",
        "the ledger left the cluster",
        "https://hub.example/d/latency",
        "type it in",
        "hi latency on hub-2",
        "this is it for the help page",
        "Спасибо, всё работает",
        "再起動しました",
        "@tom which region?",
        ":fire: hub-2 is gone",
        "same on hub-3",
    ],
)
def test_what_tells_something_is_not(text: str) -> None:
    assert not _alone(text).noise


# -- the file and the whole ------------------------------------------------------------------------


def test_the_words_of_the_file_are_found() -> None:
    known = words()
    for phrase in (*known.told, *known.marked):
        assert any(hit.told or hit.marked for hit in hits(f"{phrase}.")), phrase


def test_words_are_spelled_with_their_endings() -> None:
    assert spelled("deploy/s/ed, roll/ed back") == (
        *("deploy", "deploys", "deployed", "roll back", "rolled back"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Status page is updated",
        "support informs the shops",
        "they agree to wait",
        "it is put back",
        "the pager goes",
        "config change at noon",
        "goes out at noon",
        "turns off the cron",
        "the new client ships",
        "they choose the standby",
    ],
)
def test_a_kind_that_is_heard_is_told(text: str) -> None:
    assert kind_heard(text)
    assert _alone(text).kind


TEXTS = st.lists(st.sampled_from([*CHAT.split("\n"), *TALK, "ack", ""]) | st.text(max_size=30))


@given(TEXTS)
def test_it_holds_for_any_chat(texts: list[str]) -> None:
    entries = _chat(*texts)
    told = proposed(entries)
    assert proposed(entries) == told
    assert [each.text for each in told] == texts
    markers = [each.marker for each in told if each.marker]
    assert len(markers) == len(set(markers))
    assert [each for each in Marker if each in markers] == markers
    assert not [each for each in told if each.noise and (each.star or each.marker)]
    assert all(each.why.endswith(".") for each in told if each.star or each.marker)
    assert sum(each.star for each in told) * 3 <= len(told)


def test_long_messages_are_never_noise() -> None:
    assert not noise("thanks " * 40)


def test_a_long_chat_is_quick() -> None:
    """A generous bound: it is for rules that run away, not for slow machines."""
    entries = _chat(*CHAT.split("\n") * 500)
    started = process_time()
    proposed(entries)
    assert process_time() - started < 3


@pytest.mark.parametrize(
    "piece", ["deploy ", "is it ", "not ", ":a:", "@a ", "x'", "```", "¯", "<"]
)
def test_no_text_takes_long(piece: str) -> None:
    started = process_time()
    proposed(_chat(piece * 20_000, piece * 15))
    assert process_time() - started < 2
