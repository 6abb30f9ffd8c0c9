"""Mattermost's bulk export: a JSON object on every line, alone or in a ZIP."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from facilitator.domain.words import Precision
from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.fields import (
    NAME_LIMIT,
    NO_OBJECT,
    line_of,
    name_of,
    object_of,
    rows_of,
    text_of,
)
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading, Stamp
from facilitator.exchange.readers.material import parsed
from facilitator.exchange.readers.stamps import instant
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

_FIRST = re.compile(r'\s*\{\s*"type"\s*:\s*"version"\s*,\s*"version"\s*:\s*\d')
_POST = re.compile(r'"type"\s*:\s*"(?:direct_)?post"')
_MENTION = re.compile(r"(?<![\w@])@([a-z0-9][a-z0-9._-]*)", re.IGNORECASE)
_NOTICES = (
    (re.compile(r"\S+ (?:has )?joined the (?:channel|team)\."), chats.JOINED),
    (re.compile(r"\S+ (?:has )?left the (?:channel|team)\."), chats.LEFT),
    (re.compile(r"\S+ (?:was )?added to the (?:channel|team)(?: by .+)?\."), chats.JOINED),
    (re.compile(r"\S+ (?:was )?removed from the (?:channel|team)\."), chats.LEFT),
)
_OF_PROGRAM = "system_"
_LINES = ".jsonl"


def _fits(material: Material) -> bool:
    lines = [each for each in material.paths if each.endswith(_LINES)]
    head = material.head
    return (
        len(lines) == 1
        or _FIRST.match(head) is not None
        or (_POST.search(head) is not None and '"create_at"' in head)
    )


def _read(material: Material) -> Reading:
    for path in material.paths:
        if path.endswith(_LINES):
            return _read(material.member(path))
    mattermost = _Mattermost()
    for where, each in _objects(material, mattermost.found.left):
        mattermost.take(each, where)
    return mattermost.reading()


def _objects(material: Material, left: list[Left]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The object of every line. A damaged line is told; Refused if no line is whole."""
    first, whole = None, False
    for number, line in enumerate(material.lines, 1):
        if not line.strip():
            continue
        where = f"line {number}"
        try:
            value = parsed(line, where)
        except Refused as problem:
            first = first or problem
            left.append(Left(where, problem.sentence))
            continue
        whole = True
        if isinstance(value, dict):
            yield where, value
        else:
            left.append(Left(where, NO_OBJECT))
    if first and not whole:
        raise first


@dataclass(slots=True)
class _Mattermost:
    """Takes the lines in turn: teams, channels and people come before what they wrote."""

    found: chats.Gathered = field(default_factory=chats.Gathered)
    names: dict[str, str] = field(default_factory=dict)
    met: dict[str, None] = field(default_factory=dict)

    def reading(self) -> Reading:
        return self.found.reading(READER.form, chats.source_of("Mattermost", self.met))

    def take(self, line: dict[str, Any], where: str) -> None:
        """One line."""
        kind = line_of(line, "type")
        body = object_of(line, kind)
        if kind == "user":
            self._introduce(body)
        elif kind == "post":
            self._post(body, where, name_of(body, "channel"))
        elif kind == "direct_post":
            self._post(body, where, "")

    def _introduce(self, user: dict[str, Any]) -> None:
        username = line_of(user, "username")
        full = f"{line_of(user, 'first_name')} {line_of(user, 'last_name')}".strip()
        if username:
            self.names[username] = (name_of(user, "nickname") or full or username)[:NAME_LIMIT]

    def _post(self, post: dict[str, Any], where: str, channel: str) -> None:
        shown = f"#{channel}"
        if not channel:
            listed = post.get("channel_members")
            members = [m for m in listed if isinstance(m, str)] if isinstance(listed, list) else []
            channel = " ".join(members)[:NAME_LIMIT]
            people = " and ".join(self.names.get(each, each) for each in members)
            shown = f"direct messages of {people}" if people else "direct messages"
        self.met[shown] = None
        key = self._message(post, where, channel, "")
        for place, reply in rows_of(post.get("replies"), f"{where} replies", self.found.left):
            self._message(reply, place, channel, key)

    def _message(self, post: dict[str, Any], where: str, channel: str, thread: str) -> str:
        """Keep a message; its key, which the export lacks, is made of what it has."""
        user, created = line_of(post, "user"), line_of(post, "create_at")
        at = instant(created)
        key = f"{channel} {user} {created}".strip() if at else ""
        noise = _noise(post)
        listed = post.get("reactions")
        entry = Entry(
            where,
            Stamp(created, at) if at else Stamp(created, precision=Precision.UNKNOWN),
            chats.with_files(self._text(post), _files(post)) or noise,
            key,
            author=self.names.get(user, user),
            thread=thread,
            reactions=len(listed) if isinstance(listed, list) else 0,
            noise=noise,
        )
        if _gone(post):
            self.found.left.append(Left(where, chats.DELETED))
        else:
            self.found.take(entry)
        return key

    def _text(self, post: dict[str, Any]) -> str:
        text = text_of(post, "message")
        if not text:
            attached = object_of(post, "props").get("attachments")
            rows = rows_of(attached, "", [])
            text = "\n".join(filter(None, (_attached(each) for _, each in rows)))
        return chats.written_out(text, _MENTION, self._mention) if "@" in text else text

    def _mention(self, match: re.Match[str]) -> str:
        # A full stop after a name may be that of the sentence.
        name = match[1].lower()
        bare = name.rstrip(".-_")
        if name in self.names:
            return f"@{self.names[name]}"
        return f"@{self.names[bare]}{name[len(bare) :]}" if bare in self.names else match[0]


def _attached(attachment: dict[str, Any]) -> str:
    told = [text_of(attachment, name) for name in ("pretext", "title", "text")]
    return "\n".join(each for each in told if each) or text_of(attachment, "fallback")


def _noise(post: dict[str, Any]) -> str:
    text = line_of(post, "message")
    notices = _NOTICES if text.endswith(".") else ()
    found = next((why for shape, why in notices if shape.fullmatch(text)), "")
    return found or (chats.NOTICE if line_of(post, "type").startswith(_OF_PROGRAM) else "")


def _gone(post: dict[str, Any]) -> bool:
    deleted = post.get("delete_at")
    return isinstance(deleted, int) and deleted > 0


def _files(post: dict[str, Any]) -> Iterator[str]:
    for _, each in rows_of(post.get("attachments"), "", []):
        yield chats.file_name(line_of(each, "path"))


READER = Reader("mattermost", "a Mattermost export", _fits, _read)
