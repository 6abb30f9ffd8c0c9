"""Telegram Desktop's export: the messages of one chat or of all, in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.fields import line_of, name_of, object_of, rows_of, text_of
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading, Stamp
from facilitator.exchange.readers.stamps import instant, stated
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

_SIGNS = ('"date_unixtime"', '"from_id"', '"actor_id"')
_ACTIONS = {
    "invite_members": chats.JOINED,
    "join_group_by_link": chats.JOINED,
    "join_group_by_request": chats.JOINED,
    "remove_members": chats.LEFT,
    "pin_message": "Somebody pinned a message.",
    "edit_group_title": "The chat was renamed.",
    "edit_group_photo": "The picture of the chat was changed.",
    "create_group": "Somebody began the chat.",
    "create_channel": "Somebody began the chat.",
    "group_call": "Somebody began a call.",
    "phone_call": "Somebody began a call.",
}


def _fits(material: Material) -> bool:
    head = material.head
    if not head.lstrip().startswith("{"):
        return False
    of_chat = '"messages"' in head and any(each in head for each in _SIGNS)
    return of_chat or ('"personal_information"' in head and '"user_id"' in head)


def _read(material: Material) -> Reading:
    value, found = material.json, chats.Gathered()
    names = []
    for path, chat in _chats(value, found.left):
        names.append(name_of(chat, "name") or name_of(chat, "type").replace("_", " "))
        messages = chat.get("messages")
        if not isinstance(messages, list):
            raise Refused(path.removesuffix("."), chats.NO_LIST)
        for where, message in rows_of(messages, f"{path}messages", found.left):
            _take(found, message, where, name_of(chat, "id"))
    return found.reading(READER.form, chats.source_of("Telegram", names))


def _chats(value: Any, left: list[Left]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The chats of an export: it is of one, or has a list of them."""
    listed = object_of(value, "chats").get("list")
    if isinstance(listed, list):
        for where, chat in rows_of(listed, "chats.list", left):
            yield f"{where}.", chat
    elif isinstance(value, dict):
        yield "", value
    else:
        raise Refused("", chats.NO_LIST)


def _take(found: chats.Gathered, message: dict[str, Any], where: str, chat: str) -> None:
    kind = line_of(message, "type")
    if kind not in {"message", "service", ""}:
        found.left.append(Left(where, "Telegram did not write out this message."))
        return
    key = f"{chat} {line_of(message, 'id')}".strip() if line_of(message, "id") else ""
    parent = line_of(message, "reply_to_message_id")
    elsewhere = "reply_to_peer_id" in message
    noise = _noise(message) if kind == "service" else ""
    entry = Entry(
        where,
        _stamp(message),
        _text(message) or noise,
        key,
        author=line_of(message, "from") or line_of(message, "actor"),
        thread=f"{chat} {parent}".strip() if parent and not elsewhere else "",
        reactions=chats.reactions_of(message),
        noise=noise,
    )
    found.take(entry, bot="via_bot" in message)


def _stamp(message: dict[str, Any]) -> Stamp:
    """An instant if there is one; the other time is that of the clock where it was exported."""
    seconds = line_of(message, "date_unixtime")
    at = instant(seconds) if seconds else None
    return Stamp(seconds, at) if at else stated(line_of(message, "date"))


def _noise(message: dict[str, Any]) -> str:
    return _ACTIONS.get(line_of(message, "action"), chats.NOTICE)


def _text(message: dict[str, Any]) -> str:
    text = _joined(message.get("text")).strip()
    told = chats.with_files(text, _files(message))
    forwarded = line_of(message, "forwarded_from")
    return f"{told} (forwarded from {forwarded})" if told and forwarded else told


def _joined(text: Any) -> str:
    """A text is one string, or pieces of which some have a kind."""
    if isinstance(text, str):
        return text
    return "".join(_piece(each) for each in text) if isinstance(text, list) else ""


def _piece(piece: Any) -> str:
    if isinstance(piece, str):
        return piece
    text = piece.get("text") if isinstance(piece, dict) else None
    if not isinstance(text, str):
        return ""
    url = line_of(piece, "href")
    return f"{text} ({url})" if url and url != text else text


def _files(message: dict[str, Any]) -> Iterator[str]:
    """Files by their names; pictures and voices have none that says anything."""
    path = line_of(message, "file")
    name = line_of(message, "file_name") or (
        chats.file_name(path) if path and not path.startswith("(") else ""
    )
    kind = line_of(message, "media_type").replace("_", " ")
    if kind == "sticker":
        yield f"sticker {text_of(message, 'sticker_emoji')}".strip()
    elif name or kind or path:
        yield name or kind or "not exported"
    if "photo" in message:
        yield "photo"


READER = Reader("telegram", "a Telegram export", _fits, _read)
