"""Mattermost's export: what is read of it, and that nothing in it does harm."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.mattermost import READER
from facilitator.exchange.readers.found import Left
from facilitator.exchange.refused import Refused
from tests.exchange.readers.chat_material import cut, of_text, of_zip, read, spoilt, survives

AT = 1772518600123
LINES: list[dict[str, Any]] = [
    {"type": "version", "version": 1},
    {"type": "user", "user": {"username": "ann", "first_name": "Ann", "last_name": "Lee"}},
    {"type": "user", "user": {"username": "bob", "nickname": "Bobby", "first_name": "Bob"}},
    {
        "type": "post",
        "post": {
            "channel": "ops",
            "user": "ann",
            "message": "@bob. Checkout is slow, see @zoe",
            "create_at": AT,
            "reactions": [{"user": "bob", "emoji_name": "eyes"}, {"user": "zoe"}],
            "attachments": [{"path": "20260303/files/graph.png"}],
            "replies": [{"user": "bob", "message": "On it", "create_at": AT + 60_000}],
        },
    },
    {
        "type": "post",
        "post": {
            "channel": "ops",
            "user": "bob",
            "message": "bob joined the channel.",
            "create_at": AT,
        },
    },
    {
        "type": "post",
        "post": {
            "channel": "ops",
            "user": "bob",
            "type": "system_header_change",
            "message": "bob updated the header",
            "create_at": AT,
        },
    },
    {
        "type": "direct_post",
        "direct_post": {
            "channel_members": ["ann", "bob"],
            "user": "ann",
            "message": "hi",
            "create_at": AT,
        },
    },
]


def lines(values: Any) -> str:
    return "\n".join(json.dumps(each) for each in values)


def test_posts_replies_and_direct_posts_are_read() -> None:
    reading = read(of_text(lines(LINES)), READER)
    post, reply, joined, header, direct = reading.entries
    assert reading.source == "Mattermost #ops, direct messages of Ann Lee and Bobby"
    assert post.text == "@Bobby. Checkout is slow, see @zoe\n(file: graph.png)"
    assert (post.author, post.reactions, post.where) == ("Ann Lee", 2, "line 4")
    assert post.stamp.at == datetime(2026, 3, 3, 6, 16, 40, 123000, UTC)
    assert (reply.author, reply.thread, reply.where) == ("Bobby", post.key, "line 4 replies[0]")
    assert (joined.noise, header.noise) == (chats.JOINED, chats.NOTICE)
    assert (direct.text, direct.noise) == ("hi", "")
    assert len({each.key for each in reading.entries} - {joined.key}) == 3 + (
        header.key != joined.key
    )
    assert reading.people == ("Ann Lee", "Bobby")


def test_the_export_may_come_in_an_archive() -> None:
    reading = read(of_zip({"import.jsonl": lines(LINES), "data/graph.png": "x"}), READER)
    assert len(reading.entries) == 5


def test_damaged_lines_are_told_and_deleted_posts_left_out() -> None:
    gone = {
        "type": "post",
        "post": {"channel": "a", "message": "x", "create_at": AT, "delete_at": 1},
    }
    text = lines([*LINES[:4], gone]) + '\n[1]\n{"type": "post", "po'
    reading = read(of_text(text), READER)
    assert reading.left == (
        Left("line 5", chats.DELETED),
        Left("line 6", "This should be an object, and is none."),
        Left("line 7", "It ends too early; perhaps it was cut off."),
    )


def test_what_has_no_whole_line_is_refused() -> None:
    with pytest.raises(Refused, match="cut off"):
        READER.read(of_text('{"type": "version", "version": 1'))


@settings(deadline=None)
@given(spoilt(LINES))
def test_spoilt_exports_are_read_or_refused(values: Any) -> None:
    survives(of_text(lines(values)), READER)


@given(cut(lines(LINES)))
def test_cut_exports_are_read_or_refused(text: str) -> None:
    survives(of_text(text), READER)
