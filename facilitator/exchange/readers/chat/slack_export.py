"""Slack's export: a ZIP or a folder with a file for every day of a channel, or one such file."""

from __future__ import annotations

import re
from itertools import chain, compress, count
from operator import attrgetter, lt
from typing import TYPE_CHECKING, Any

from facilitator.domain.words import Precision
from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.slack_columns import Columns
from facilitator.exchange.readers.chat.slack_text import SlackText, decoded
from facilitator.exchange.readers.fields import (
    NO_OBJECT,
    line_of,
    name_of,
    object_of,
    rows_of,
    text_of,
)
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading, Stamp, made_of
from facilitator.exchange.readers.stamps import instant, instants_of
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.exchange.readers.material import Material

_DAY_FILE = re.compile(r"(?:.*[/\\])?(?P<day>\d{4}-\d\d-\d\d)\.json")
_TS = re.compile(r'"ts"\s*:\s*"\d{9,10}\.\d{6}"')
_OPENING = re.compile(r"\s*[\[{]")
_LISTS = ("channels.json", "groups.json", "mpims.json", "dms.json")
_OTHERS_TOLD = 20
"""Files that are passed over and named one by one."""
_NO_OWN_TEXT = "This file is no part of a channel; it was passed over."

_NOISE = {
    "channel_join": chats.JOINED,
    "group_join": chats.JOINED,
    "channel_leave": chats.LEFT,
    "group_leave": chats.LEFT,
    "channel_topic": "The topic was changed.",
    "group_topic": "The topic was changed.",
    "channel_purpose": "The description of the channel was changed.",
    "group_purpose": "The description of the channel was changed.",
    "channel_name": "The channel was renamed.",
    "group_name": "The channel was renamed.",
    "channel_archive": "The channel was archived.",
    "group_archive": "The channel was archived.",
    "channel_unarchive": "The channel was opened again.",
    "group_unarchive": "The channel was opened again.",
    "channel_convert_to_private": "The channel was made private.",
    "channel_posting_permissions": "It was changed who may write.",
    "pinned_item": "Somebody pinned a message.",
    "unpinned_item": "Somebody took a pin away.",
    "bot_add": "Somebody added a program.",
    "bot_remove": "Somebody removed a program.",
    "bot_enable": "Somebody added a program.",
    "bot_disable": "Somebody removed a program.",
    "huddle_thread": "Somebody began a call.",
    "sh_room_created": "Somebody began a call.",
    "reminder_add": "Somebody set a reminder.",
    "reminder_delete": "Somebody removed a reminder.",
    "reply_broadcast": "A reply was shown in the channel too.",
}
_GONE = {
    "tombstone": chats.DELETED,
    "message_deleted": chats.DELETED,
    "ekm_access_denied": "This message may not be read.",
}
_BROADCAST = "thread_broadcast"
_KEY_OF = attrgetter("key")
_SPECIAL = frozenset({"subtype", "files", "file", "reactions", "permalink"})


def _fits(material: Material) -> bool:
    if any(_DAY_FILE.fullmatch(path) for path in material.paths):
        return True
    head = material.head
    return bool(_OPENING.match(head)) and (
        _TS.search(head) is not None or '"client_msg_id"' in head
    )


def _read(material: Material) -> Reading:
    if material.members is not None:
        return _Archive(material).reading()
    slack = _Slack({}, {})
    value = material.json
    path, messages = ("messages", value.get("messages")) if isinstance(value, dict) else ("", value)
    if not isinstance(messages, list):
        raise Refused("", chats.NO_LIST)
    channel = name_of(value, "name") or next(
        (found for each in messages if (found := name_of(each, "channel_name"))), ""
    )
    slack.take(messages, channel, path)
    return slack.reading([f"#{channel}" if channel else ""])


class _Archive:
    """A whole export: who is who, the days of the channels, and what is neither."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.left: list[Left] = []
        self.used: set[str] = set()
        self.direct: dict[str, str] = {}

    def reading(self) -> Reading:
        names, bots = self._people()
        slack = _Slack(names, self._channels(names), bots, self.left)
        labels = []
        for channel, path in self._days():
            before = len(slack.entries)
            slack.take(self._list(path), channel, path)
            if len(slack.entries) > before:
                labels.append(self.direct.get(channel) or f"#{channel}" * bool(channel))
        self._tell_others()
        return slack.reading(labels)

    def _days(self) -> list[tuple[str, str]]:
        """The channels and their files, in the order of channels and days."""
        found = []
        for path in self.material.paths:
            if match := _DAY_FILE.fullmatch(path):
                folders = path.replace("\\", "/").split("/")[:-1]
                found.append((folders[-1] if folders else "", match["day"], path))
        return [(channel, path) for channel, _, path in sorted(found)]

    def _list(self, path: str) -> list[Any]:
        """The list that a file holds; what cannot be read is told and left out."""
        self.used.add(path)
        try:
            found = self.material.member(path).json
        except Refused as problem:
            self.left.append(Left(f"{path} {problem.where}".rstrip(), problem.sentence))
            return []
        if not isinstance(found, list):
            self.left.append(Left(path, chats.NO_LIST))
            return []
        return found

    def _named(self, name: str) -> Iterator[dict[str, Any]]:
        """The objects of every list with this name."""
        for path in self.material.paths:
            if path.replace("\\", "/").rpartition("/")[2] == name:
                for _, each in rows_of(self._list(path), path, self.left):
                    yield each

    def _people(self) -> tuple[dict[str, str], set[str]]:
        names, bots = {}, set()
        for user in self._named("users.json"):
            key, name = line_of(user, "id"), _name_of(user)
            if key and name:
                names[key] = name
                if user.get("is_bot") is True:
                    bots.add(name)
        return names, bots

    def _channels(self, names: dict[str, str]) -> dict[str, str]:
        channels = {}
        for listed in _LISTS:
            for channel in self._named(listed):
                key, name = name_of(channel, "id"), name_of(channel, "name")
                if listed in {"mpims.json", "dms.json"}:
                    self.direct[name or key] = _together(channel.get("members"), names)
                elif key and name:
                    channels[key] = name
        return channels

    def _tell_others(self) -> None:
        others = [path for path in self.material.paths if path not in self.used]
        shown = others if len(others) <= _OTHERS_TOLD else others[: _OTHERS_TOLD - 1]
        self.left += [Left(path, _NO_OWN_TEXT) for path in shown]
        if more := len(others) - len(shown):
            self.left.append(Left("", f"{more:,} more files are no part of a channel."))


class _Slack:
    """Makes entries of messages; what they have in common is looked up once."""

    def __init__(
        self,
        names: dict[str, str],
        channels: dict[str, str],
        bots: Iterable[str] = (),
        left: list[Left] | None = None,
    ) -> None:
        self.names = names
        # Without a list of people, some messages still say who wrote them.
        self.strangers = not names
        self.bots = set(bots)
        self.left: list[Left] = [] if left is None else left
        self.text = SlackText(names, channels)
        self.entries: list[Entry] = []
        self.latest = ""
        # Looked for only once messages are not in the order of their keys.
        self.seen: set[str] | None = None
        self.broadcasts: set[str] = set()

    def take(self, messages: list[Any], channel: str, path: str) -> None:
        """The messages of one file, in their order."""
        chats.check_count(len(self.entries) + len(messages))
        if self.strangers:
            self.names.update(_introduced(messages))
        prefix = f"{channel} " if channel else ""
        # Nearly all are ordinary; these are made many at once.
        columns = self._columns(messages)
        entries = list(self._ordinary(columns, prefix, path))
        if len(entries) < len(messages) or not all(columns.texts):
            told = dict(zip(columns.numbers, entries, strict=True))
            entries = list(self._with_special(messages, told, prefix, path))
        self._keep(entries)

    def _ordinary(self, columns: Columns, prefix: str, path: str) -> Iterator[Entry]:
        """The entries of messages with a text and little else."""
        return made_of(
            Entry,
            where=[f"{path}[{number}]" for number in columns.numbers],
            stamp=made_of(Stamp, raw=columns.stamps, at=instants_of(columns.seconds())),
            text=columns.texts,
            key=[prefix + each for each in columns.stamps],
            author=map(self.names.__getitem__, columns.users),
            thread=[
                prefix + to if to and to != own else ""
                for to, own in zip(columns.threads, columns.stamps, strict=True)
            ],
        )

    def _with_special(
        self, messages: list[Any], told: dict[int, Entry], prefix: str, path: str
    ) -> Iterator[Entry]:
        """All entries in the order of the messages; those of ordinary ones are told already."""
        for number, message in enumerate(messages):
            entry = told.get(number)
            if entry is None or not entry.text:
                entry = self._special(message, prefix, f"{path}[{number}]")
            if entry is not None:
                yield entry

    def _columns(self, messages: list[Any]) -> Columns:
        """What ordinary messages say: nearly all that have no special key are some."""
        try:
            plain = compress(count(), map(_SPECIAL.isdisjoint, messages))
            columns = Columns.of(messages, list(plain))
            if not self.names.keys() >= set(columns.users):
                known = map(self.names.__contains__, columns.users)
                columns = Columns.of(messages, list(compress(columns.numbers, known)))
        except (KeyError, TypeError, AttributeError):
            columns = None
        if columns is None or not columns.are_usual():
            usual = [n for n, each in enumerate(messages) if self._is_usual(each)]
            columns = Columns.of(messages, usual)
        say = self.text.plain
        texts = [say(each) if "<" in each or "&" in each else each for each in columns.texts]
        return columns._replace(texts=list(map(str.strip, texts)))

    def _is_usual(self, message: Any) -> bool:
        try:
            return (
                _SPECIAL.isdisjoint(message)
                and message["user"] in self.names
                and Columns.of([message], [0]).are_usual()
            )
        except (KeyError, TypeError, AttributeError):
            return False

    def _keep(self, entries: list[Entry]) -> None:
        """Keep each once: a reply that was shown in the channel too stands there twice."""
        keys = list(map(_KEY_OF, entries))
        if self.seen is None and all(map(lt, chain((self.latest,), keys), keys)):
            # Each is younger than all before it, so none of them is there yet.
            self.entries += entries
            self.latest = keys[-1] if keys else self.latest
            return
        if self.seen is None:
            self.seen = set(map(_KEY_OF, self.entries))
        for entry in entries:
            if not entry.key or entry.key not in self.seen:
                self.entries.append(entry)
                self.seen.add(entry.key)

    def _special(self, message: Any, prefix: str, where: str) -> Entry | None:
        """The entry of a message that has more than a text; one that has less is left out."""
        if not isinstance(message, dict):
            self.left.append(Left(where, NO_OBJECT))
            return None
        kind, ts = line_of(message, "subtype"), message.get("ts")
        ts = ts if isinstance(ts, str) else ""
        if kind in _GONE:
            self.left.append(Left(where, _GONE[kind]))
            return None
        at, noise = instant(ts), _NOISE.get(kind, "")
        key = f"{prefix}{ts}" if at else ""
        if kind == _BROADCAST:
            self.broadcasts.add(key)
        text = chats.with_files(self.text.said(message), _files(message)) or noise
        if not text:
            self.left.append(Left(where, chats.NO_TEXT))
            return None
        return Entry(
            where,
            Stamp(ts, at) if at else Stamp(ts, precision=Precision.UNKNOWN),
            text,
            key,
            author=self._author(message),
            thread=_thread(message.get("thread_ts"), ts, prefix),
            link=line_of(message, "permalink"),
            reactions=chats.reactions_of(message),
            noise=noise,
        )

    def reading(self, channels: list[str]) -> Reading:
        entries = self._once()
        people = dict.fromkeys(map(attrgetter("author"), entries))
        people.update(self.text.mentioned)
        return Reading(
            form=READER.form,
            source=chats.source_of("Slack", channels),
            entries=entries,
            left=tuple(self.left),
            people=tuple(each for each in people if each and each not in self.bots),
        )

    def _once(self) -> tuple[Entry, ...]:
        """The entries without broadcasts that only repeat a reply."""
        if not self.broadcasts:
            return tuple(self.entries)
        told = {_same(each) for each in self.entries if each.key not in self.broadcasts}
        return tuple(
            each
            for each in self.entries
            if each.key not in self.broadcasts or _same(each) not in told
        )

    def _author(self, message: dict[str, Any]) -> str:
        user = message.get("user")
        if type(user) is str and (name := self.names.get(user)):
            return name
        profile = object_of(message, "user_profile")
        name = _name_of({"profile": profile}) or _called(message) or name_of(message, "user")
        if line_of(message, "bot_id"):
            self.bots.add(name)
        return name


def _introduced(messages: list[Any]) -> Iterator[tuple[str, str]]:
    """People and their names, as far as messages tell them."""
    for message in messages:
        if isinstance(message, dict) and not message.get("bot_id"):
            user = text_of(message, "user")
            name = _name_of({"profile": message.get("user_profile")}) or _called(message)
            if user and name:
                yield user, name


def _called(message: dict[str, Any]) -> str:
    """How a program, or a message of long ago, calls whoever wrote it."""
    profile = object_of(message, "bot_profile")
    return decoded(name_of(message, "username") or name_of(profile, "name"))


def _thread(parent: Any, ts: str, prefix: str) -> str:
    return f"{prefix}{parent}" if isinstance(parent, str) and parent not in {"", ts} else ""


def _same(entry: Entry) -> tuple[str, str, str]:
    return entry.thread, entry.author, entry.text


def _name_of(user: dict[str, Any]) -> str:
    profile = object_of(user, "profile")
    return decoded(
        name_of(profile, "display_name")
        or name_of(profile, "real_name")
        or name_of(user, "real_name")
        or name_of(user, "name")
    )


def _together(members: Any, names: dict[str, str]) -> str:
    """Whom a direct message is between."""
    found = [each for each in members if isinstance(each, str)] if isinstance(members, list) else []
    return "direct messages of " + " and ".join(names.get(each, each) for each in found)


def _files(message: dict[str, Any]) -> Iterator[str]:
    listed = message.get("files")
    files = listed if isinstance(listed, list) else []
    for each in (*files, message.get("file")):
        if name := text_of(each, "name") or text_of(each, "title"):
            yield chats.file_name(name)


READER = Reader("slack", "a Slack export", _fits, _read)
