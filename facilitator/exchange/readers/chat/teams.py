"""Microsoft Teams: the list of chat messages that Microsoft Graph gives."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.html_text import html_text
from facilitator.exchange.readers.fields import line_of, object_of, rows_of, text_of
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading
from facilitator.exchange.readers.stamps import stated
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

_SIGNS = ('"messageType"', "chatMessage", '"replyToId"', '"channelIdentity"', '"chatId"')
_EVENT = re.compile(r"#microsoft\.graph\.(\w+?)(?:Event)?(?:Message)?Detail")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OF_PROGRAM = "<systemEventMessage/>"
_CARD_TEXTS = ("title", "subtitle", "text", "summary", "value")
_DEEPEST = 12
"""Parts of a card within parts that are looked into."""


def _fits(material: Material) -> bool:
    head = material.head
    return '"createdDateTime"' in head and any(each in head for each in _SIGNS)


def _read(material: Material) -> Reading:
    value, found = material.json, chats.Gathered()
    path, messages = ("value", value.get("value")) if isinstance(value, dict) else ("", value)
    if isinstance(value, dict) and "createdDateTime" in value:
        path, messages = "", [value]
    if not isinstance(messages, list):
        raise Refused("", chats.NO_LIST)
    for where, message in rows_of(messages, path, found.left):
        _take(found, message, where, "")
        key = line_of(message, "id")
        for place, reply in rows_of(message.get("replies"), f"{where}.replies", found.left):
            _take(found, reply, place, key)
    return found.reading(READER.form, "Teams")


def _take(found: chats.Gathered, message: dict[str, Any], where: str, parent: str) -> None:
    if message.get("deletedDateTime"):
        found.left.append(Left(where, chats.DELETED))
        return
    sender = object_of(message, "from")
    person = line_of(object_of(sender, "user"), "displayName")
    program = line_of(object_of(sender, "application"), "displayName")
    notice = _notice(message)
    key = line_of(message, "id")
    thread = line_of(message, "replyToId") or parent
    entry = Entry(
        where,
        stated(line_of(message, "createdDateTime")),
        notice or chats.with_files(_text(message), _files(message)),
        key,
        author=person or program,
        thread=thread if thread != key else "",
        link=line_of(message, "webUrl"),
        reactions=chats.reactions_of(message),
        noise=chats.NOTICE if notice else "",
    )
    found.take(entry, bot=not person)


def _notice(message: dict[str, Any]) -> str:
    """What Teams itself tells, e.g. ``Members added``; empty if somebody wrote the message."""
    kind = line_of(message, "messageType")
    content = text_of(message.get("body"), "content")
    if kind in {"", "message"} or (kind == "unknownFutureValue" and content != _OF_PROGRAM):
        return ""
    match = _EVENT.search(line_of(message.get("eventDetail"), "@odata.type"))
    words = _CAPITAL.sub(" ", match[1]).lower() if match else "event"
    return words.capitalize()


def _text(message: dict[str, Any]) -> str:
    body = object_of(message, "body")
    content = text_of(body, "content")
    text = content if line_of(body, "contentType") == "text" else html_text(content)
    pieces = (line_of(message, "subject"), text or _card(message))
    return "\n".join(each for each in pieces if each)


def _attachments(message: dict[str, Any]) -> list[dict[str, Any]]:
    found = message.get("attachments")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _files(message: dict[str, Any]) -> Iterator[str]:
    for each in _attachments(message):
        if name := line_of(each, "name"):
            yield chats.file_name(name)


def _card(message: dict[str, Any]) -> str:
    """What a program says on a card: it has no other text."""
    told: dict[str, None] = {}
    for each in _attachments(message):
        content = text_of(each, "content")
        if "card" in line_of(each, "contentType") and content.startswith("{"):
            told.update(dict.fromkeys(_texts(_parsed(content), 0)))
    return "\n".join(told)


def _parsed(content: str) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _texts(node: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(node, dict):
        yield from (text for name in _CARD_TEXTS if (text := html_text(text_of(node, name))))
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _texts(each, depth + 1)


READER = Reader("teams", "messages of Microsoft Teams", _fits, _read)
