"""Discord: a channel as DiscordChatExporter writes it, in JSON."""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING, Any

from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.fields import line_of, name_of, object_of, rows_of, text_of
from facilitator.exchange.readers.found import Entry, Reader, Reading
from facilitator.exchange.readers.stamps import instant, stated
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

_MARK = re.compile(r"<(?:@!?(?P<user>\d+)|a?(?P<emoji>:\w+:)\d+|t:(?P<time>\d{1,12})(?::\w)?)>")
_WRITTEN = frozenset({"", "Default", "Reply", "20", "23"})
"""Messages that somebody wrote; 20 and 23 are what a program answers to a command."""
_NOISE = {
    "GuildMemberJoin": chats.JOINED,
    "RecipientAdd": chats.JOINED,
    "RecipientRemove": chats.LEFT,
    "ChannelPinnedMessage": "Somebody pinned a message.",
    "ChannelNameChange": "The channel was renamed.",
    "ChannelIconChange": "The picture of the channel was changed.",
    "ThreadCreated": "Somebody began a thread.",
    "Call": "Somebody began a call.",
}


def _fits(material: Material) -> bool:
    head = material.head
    return head.lstrip().startswith("{") and '"guild"' in head and '"channel"' in head


def _read(material: Material) -> Reading:
    value, found = material.json, chats.Gathered()
    messages = value.get("messages") if isinstance(value, dict) else None
    if not isinstance(messages, list):
        raise Refused("", chats.NO_LIST)
    for where, message in rows_of(messages, "messages", found.left):
        author = object_of(message, "author")
        found.take(_entry(message, author, where), bot=author.get("isBot") is True)
    channel = name_of(value.get("channel"), "name")
    return found.reading(READER.form, chats.source_of("Discord", [f"#{channel}" * bool(channel)]))


def _entry(message: dict[str, Any], author: dict[str, Any], where: str) -> Entry:
    kind, key = line_of(message, "type"), line_of(message, "id")
    noise = "" if kind in _WRITTEN else _NOISE.get(kind, chats.NOTICE)
    text = chats.with_files(_text(message), _files(message))
    parent = line_of(message.get("reference"), "messageId") if kind == "Reply" else ""
    return Entry(
        where,
        stated(line_of(message, "timestamp")),
        text or noise,
        key,
        author=_name(author),
        thread=parent if parent != key else "",
        reactions=chats.reactions_of(message),
        noise=noise,
    )


def _name(person: dict[str, Any]) -> str:
    return name_of(person, "nickname") or name_of(person, "name")


def _text(message: dict[str, Any]) -> str:
    text = text_of(message, "content")
    if "<" in text:
        people = {line_of(each, "id"): _name(each) for each in _objects(message, "mentions")}
        text = chats.written_out(text, _MARK, lambda match: _shown(match, people))
    return chats.without_keys(text or "\n".join(_embedded(message)))


def _shown(match: re.Match[str], people: dict[str, str]) -> str:
    if match["user"]:
        return f"@{people.get(match['user']) or match['user']}"
    if match["emoji"]:
        return match["emoji"]
    at = instant(match["time"])
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else match[0]


def _embedded(message: dict[str, Any]) -> Iterator[str]:
    """What a program says in frames below an empty text."""
    for frame in _objects(message, "embeds"):
        told = [text_of(frame, "title"), text_of(frame, "description")]
        rows = _objects(frame, "fields")
        told += [f"{text_of(row, 'name')}: {text_of(row, 'value')}".strip(": ") for row in rows]
        yield from (each for each in told if each)


def _files(message: dict[str, Any]) -> Iterator[str]:
    for each in _objects(message, "attachments"):
        yield chats.file_name(line_of(each, "fileName") or line_of(each, "url"))


def _objects(value: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = value.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


READER = Reader("discord", "a Discord channel (DiscordChatExporter)", _fits, _read)
