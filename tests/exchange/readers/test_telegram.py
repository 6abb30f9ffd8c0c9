"""Telegram: what is read of an export, and that nothing in it does harm."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.telegram import READER
from facilitator.exchange.readers.found import Left
from facilitator.exchange.readers.settling import settle
from facilitator.exchange.refused import Refused
from tests.exchange.readers.chat_material import cut, of_json, of_text, read, spoilt, survives

CHAT: dict[str, Any] = {
    "name": "Ops",
    "type": "private_supergroup",
    "id": 5,
    "messages": [
        {
            "id": 1,
            "type": "message",
            "date": "2026-03-03T07:16:40",
            "date_unixtime": "1772518600",
            "from": "Ann Lee",
            "from_id": "user1",
            "text": [
                "Checkout is ",
                {"type": "bold", "text": "slow"},
                {"type": "text_link", "text": ", see", "href": "https://a.example"},
            ],
            "reactions": [{"type": "emoji", "count": 2, "emoji": "x"}],
        },
        {
            "id": 2,
            "type": "message",
            "date": "2026-03-03T07:17:40",
            "from": "Bob",
            "text": "On it",
            "reply_to_message_id": 1,
        },
        {
            "id": 3,
            "type": "service",
            "date": "2026-03-03T07:18:40",
            "actor": "Zoe",
            "action": "join_group_by_link",
            "text": "",
        },
        {
            "id": 4,
            "type": "message",
            "date": "2026-03-03T07:19:40",
            "from": "Bob",
            "file": "files/log.txt",
            "forwarded_from": "Carl",
            "text": "",
        },
        {"id": 5, "type": "message", "from": "Bob", "photo": "photos/1.jpg", "text": ""},
        {"id": 6, "type": "message", "media_type": "sticker", "sticker_emoji": "🔥", "text": ""},
        {"id": 7, "type": "message", "file": "(File not included.)", "media_type": "voice_message"},
        {"id": 8, "type": "unsupported"},
    ],
}


def test_messages_are_read() -> None:
    reading = read(of_json(CHAT), READER)
    first, reply, join, file, photo, sticker, voice = reading.entries
    assert first.text == "Checkout is slow, see (https://a.example)"
    assert (first.author, first.key, first.reactions) == ("Ann Lee", "5 1", 2)
    assert first.stamp.at == datetime(2026, 3, 3, 6, 16, 40, tzinfo=UTC)
    assert (reply.thread, reply.stamp.at) == ("5 1", None)
    assert (reply.stamp.day, reply.stamp.clock) == (date(2026, 3, 3), time(7, 17, 40))
    assert (join.author, join.noise) == ("Zoe", chats.JOINED)
    assert file.text == "(file: log.txt) (forwarded from Carl)"
    assert [photo.text, sticker.text, voice.text] == [
        "(file: photo)",
        "(file: sticker 🔥)",
        "(file: voice message)",
    ]
    assert reading.source == "Telegram Ops"
    assert reading.left == (Left("messages[7]", "Telegram did not write out this message."),)


def test_a_clock_without_a_zone_is_asked_for() -> None:
    reading = read(of_json(CHAT), READER)
    assert "zone" in {each.id for each in settle(reading, {}).asked}
    placed = settle(reading, {"zone": "Europe/Berlin"}).placed
    assert placed[1].at == datetime(2026, 3, 3, 6, 17, 40, tzinfo=UTC)


def test_all_chats_of_an_account_are_read() -> None:
    account = {
        "about": "It is all here.",
        "personal_information": {"user_id": 1},
        "chats": {"list": [CHAT, {**CHAT, "name": "Web", "id": 6}]},
    }
    reading = read(of_json(account), READER)
    assert reading.source == "Telegram Ops, Web"
    assert reading.entries[7].where == "chats.list[1].messages[0]"
    assert reading.entries[8].thread == "6 1"


def test_a_reply_to_another_chat_has_no_thread() -> None:
    message = {**CHAT["messages"][1], "from_id": "user2", "reply_to_peer_id": "channel9"}
    assert not read(of_json({**CHAT, "messages": [message]}), READER).entries[0].thread


@pytest.mark.parametrize("value", [[], {"messages": 1}, {"chats": {"list": [{}]}}])
def test_no_list_is_refused(value: Any) -> None:
    with pytest.raises(Refused, match="no list"):
        READER.read(of_json(value))


@settings(deadline=None)
@given(spoilt(CHAT))
def test_spoilt_exports_are_read_or_refused(chat: Any) -> None:
    survives(of_json(chat), READER)


@given(cut(json.dumps(CHAT)))
def test_cut_exports_are_read_or_refused(text: str) -> None:
    survives(of_text(text), READER)
