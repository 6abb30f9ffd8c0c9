"""Discord: what is read of an export, and that nothing in it does harm."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.discord import READER
from facilitator.exchange.refused import Refused
from tests.exchange.readers.chat_material import cut, of_json, of_text, read, spoilt, survives

EXPORT: dict[str, Any] = {
    "guild": {"id": "1", "name": "Acme"},
    "channel": {"id": "2", "type": "GuildTextChat", "name": "ops"},
    "messages": [
        {
            "id": "10",
            "type": "Default",
            "timestamp": "2026-03-03T07:16:40.123+01:00",
            "content": "<@7> look <:fire:99> at <t:1772518600:R> <@8> <nick>",
            "author": {"name": "ann", "nickname": "Ann Lee", "isBot": False},
            "attachments": [
                {
                    "fileName": "graph.png",
                    "url": "https://cdn.discordapp.com/attachments/1/2/graph.png?ex=1&hm=2",
                }
            ],
            "reactions": [{"emoji": {"name": "x"}, "count": 3}, {"count": 1}],
            "mentions": [{"id": "7", "name": "bob", "nickname": "Bob"}],
        },
        {
            "id": "11",
            "type": "Reply",
            "timestamp": "2026-03-03T06:17:40+00:00",
            "content": "see https://cdn.discordapp.com/attachments/1/2/a.txt?ex=1&is=2&hm=3 ok?",
            "author": {"name": "bob", "isBot": False},
            "reference": {"messageId": "10", "channelId": "2"},
        },
        {
            "id": "12",
            "type": "GuildMemberJoin",
            "timestamp": "2026-03-03T06:18:40+00:00",
            "content": "Joined the server.",
            "author": {"name": "zoe"},
        },
        {
            "id": "13",
            "type": "Default",
            "timestamp": "2026-03-03T06:19:40+00:00",
            "content": "",
            "author": {"name": "Alerts", "isBot": True},
            "embeds": [
                {
                    "title": "High latency",
                    "description": "p99 is 2 s",
                    "fields": [{"name": "Service", "value": "web"}],
                }
            ],
        },
        {"id": "14", "type": "Call", "timestamp": "?", "content": "", "author": {"name": "ann"}},
    ],
}


def test_messages_are_read() -> None:
    reading = read(of_json(EXPORT), READER)
    first, reply, join, alert, call = reading.entries
    shown = "@Bob look :fire: at 2026-03-03 06:16 UTC @8 <nick>"
    assert first.text == f"{shown}\n(file: graph.png)"
    assert (first.author, first.reactions, first.key) == ("Ann Lee", 4, "10")
    assert first.stamp.at == datetime(2026, 3, 3, 6, 16, 40, 123000, UTC)
    assert reply.text == "see https://cdn.discordapp.com/attachments/1/2/a.txt ok?"
    assert (reply.author, reply.thread) == ("bob", "10")
    assert (join.noise, alert.noise, call.noise) == (chats.JOINED, "", "Somebody began a call.")
    assert alert.text == "High latency\np99 is 2 s\nService: web"
    assert (call.text, call.stamp.at) == ("Somebody began a call.", None)
    assert reading.source == "Discord #ops"
    assert "Alerts" not in reading.people


def test_no_list_is_refused() -> None:
    with pytest.raises(Refused, match="no list"):
        READER.read(of_json({**EXPORT, "messages": {}}))


@settings(deadline=None)
@given(spoilt(EXPORT))
def test_spoilt_exports_are_read_or_refused(export: Any) -> None:
    survives(of_json(export), READER)


@given(cut(json.dumps(EXPORT)))
def test_cut_exports_are_read_or_refused(text: str) -> None:
    survives(of_text(text), READER)
