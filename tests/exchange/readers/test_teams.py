"""Teams: what is read of Graph's messages, and that nothing in them does harm."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.teams import READER
from facilitator.exchange.readers.found import Left
from facilitator.exchange.refused import Refused
from tests.exchange.readers.chat_material import cut, of_json, of_text, read, spoilt, survives

CARD = {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "High <b>latency</b>"}]}
MESSAGES: list[dict[str, Any]] = [
    {
        "id": "1",
        "replyToId": None,
        "messageType": "message",
        "createdDateTime": "2026-03-03T06:16:40.123Z",
        "subject": "Checkout",
        "webUrl": "https://teams.example/l/1",
        "from": {"application": None, "user": {"id": "u", "displayName": "Ann Lee"}},
        "body": {
            "contentType": "html",
            "content": '<p><at id="0">Bob</at>&nbsp;is slow</p><attachment id="f"></attachment>',
        },
        "attachments": [{"id": "f", "contentType": "reference", "name": "graph.png"}],
        "reactions": [{"reactionType": "like"}, {"reactionType": "sad"}],
    },
    {
        "id": "2",
        "replyToId": "1",
        "messageType": "message",
        "createdDateTime": "2026-03-03T07:17:40+01:00",
        "from": {"user": {"displayName": "Bob"}},
        "body": {"contentType": "text", "content": "a < b"},
    },
    {
        "id": "3",
        "messageType": "unknownFutureValue",
        "createdDateTime": "2026-03-03T06:18:40Z",
        "from": None,
        "body": {"contentType": "html", "content": "<systemEventMessage/>"},
        "eventDetail": {"@odata.type": "#microsoft.graph.membersAddedEventMessageDetail"},
    },
    {
        "id": "4",
        "messageType": "message",
        "createdDateTime": "2026-03-03T06:19:40Z",
        "from": {"application": {"displayName": "Alerts"}},
        "body": {"contentType": "html", "content": '<attachment id="c"></attachment>'},
        "attachments": [
            {
                "contentType": "application/vnd.microsoft.card.adaptive",
                "content": json.dumps(CARD),
            }
        ],
    },
    {
        "id": "5",
        "messageType": "message",
        "createdDateTime": "2026-03-03T06:19:50Z",
        "deletedDateTime": "2026-03-03T06:20:00Z",
        "body": {"contentType": "html", "content": ""},
    },
]


@pytest.mark.parametrize("wrapped", [False, True])
def test_messages_are_read(wrapped: bool) -> None:
    reading = read(of_json({"value": MESSAGES} if wrapped else MESSAGES), READER)
    first, reply, event, alert = reading.entries
    assert first.text == "Checkout\n@Bob is slow\n(file: graph.png)"
    assert (first.author, first.key, first.reactions) == ("Ann Lee", "1", 2)
    assert (first.link, first.thread) == ("https://teams.example/l/1", "")
    assert first.stamp.at == datetime(2026, 3, 3, 6, 16, 40, 123000, UTC)
    assert (reply.author, reply.text, reply.thread) == ("Bob", "a < b", "1")
    assert reply.stamp.at == datetime(2026, 3, 3, 6, 17, 40, tzinfo=UTC)
    assert (event.text, event.noise) == ("Members added", chats.NOTICE)
    assert (alert.author, alert.text) == ("Alerts", "High latency")
    assert reading.people == ("Ann Lee", "Bob")
    where = "value[4]" if wrapped else "[4]"
    assert reading.left == (Left(where, chats.DELETED),)


def test_replies_may_stand_below_their_message() -> None:
    nested = {**MESSAGES[0], "replies": [{**MESSAGES[1], "replyToId": None}]}
    reading = read(of_json(nested), READER)
    assert [each.thread for each in reading.entries] == ["", "1"]
    assert reading.entries[1].where == "[0].replies[0]"


def test_no_list_is_refused() -> None:
    with pytest.raises(Refused, match="no list"):
        READER.read(of_text('{"value": 1}'))


@settings(deadline=None)
@given(spoilt(MESSAGES))
def test_spoilt_messages_are_read_or_refused(messages: Any) -> None:
    survives(of_json(messages), READER)


@given(cut(json.dumps(MESSAGES)))
def test_cut_messages_are_read_or_refused(text: str) -> None:
    survives(of_text(text), READER)
