"""Slack's own way of writing a text, as people see it: mentions, links, blocks, attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from facilitator.exchange.readers.chat.chats import without_keys, written_out
from facilitator.exchange.readers.fields import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MARK = re.compile(r"<([^<>]+)>")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:\S", re.IGNORECASE)
_WRITTEN = ("mailto:", "tel:")
_SIGNS = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_NO_PREVIEW = "[no preview available]"
_DEEPEST = 12
"""Blocks within blocks that are looked into."""


@dataclass(slots=True)
class SlackText:
    """Turns texts of one workspace into plain ones; ``mentioned`` are the people met there."""

    names: Mapping[str, str]
    channels: Mapping[str, str] = field(default_factory=dict)
    mentioned: dict[str, None] = field(default_factory=dict)

    def plain(self, text: str) -> str:
        """A text with its mentions and links written out."""
        if "<" in text:
            text = written_out(text, _MARK, self._mark)
        if "&" in text:
            text = decoded(text)
        return without_keys(text)

    def said(self, message: Mapping[str, Any]) -> str:
        """What a message says; programs often say it in attachments and blocks only."""
        return (
            self.plain(text_of(message, "text"))
            or self._attached(message.get("attachments"))
            or self._blocks(message.get("blocks"))
        )

    def _mark(self, match: re.Match[str]) -> str:
        inner, _, label = match[1].partition("|")
        first, rest = inner[:1], inner[1:]
        if first == "@":
            return f"@{self._person(rest, label)}"
        if first == "#":
            return f"#{label or self.channels.get(rest) or rest}"
        if first == "!":
            return _special(rest, label) or match[0]
        return _link(inner, label) if _ADDRESS.match(inner) else match[0]

    def _person(self, user: str, label: str) -> str:
        name = self.names.get(user) or label
        if name:
            self.mentioned[name] = None
        return name or user

    def _attached(self, attachments: Any) -> str:
        found = attachments if isinstance(attachments, list) else []
        pieces = (self._attachment(each) for each in found if isinstance(each, dict))
        return "\n".join(each for each in pieces if each)

    def _attachment(self, attachment: Mapping[str, Any]) -> str:
        told = [text_of(attachment, name) for name in ("pretext", "title", "text")]
        plain = "\n".join(self.plain(each) for each in dict.fromkeys(told) if each)
        fallback = text_of(attachment, "fallback")
        if not plain and fallback != _NO_PREVIEW:
            plain = self.plain(fallback)
        return plain or self._blocks(attachment.get("blocks")) or self._fields(attachment)

    def _fields(self, attachment: Mapping[str, Any]) -> str:
        found = attachment.get("fields")
        rows = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
        told = (f"{text_of(each, 'title')}: {text_of(each, 'value')}" for each in rows)
        return "\n".join(self.plain(each) for each in told if each != ": ")

    def _blocks(self, blocks: Any) -> str:
        found = blocks if isinstance(blocks, list) else []
        texts = ("".join(self._block(each, 0)).strip() for each in found)
        return "\n".join(each for each in texts if each)

    def _block(self, node: Any, depth: int) -> Iterator[str]:
        """The pieces of a block, with its parts and theirs."""
        if isinstance(node, list):
            for each in node:
                yield from self._block(each, depth)
        elif isinstance(node, dict) and depth < _DEEPEST:
            yield from self._element(node, depth)

    def _element(self, node: Mapping[str, Any], depth: int) -> Iterator[str]:
        kind, text = node.get("type"), node.get("text")
        if isinstance(kind, str) and kind in _ELEMENTS:
            yield self.plain(_ELEMENTS[kind](node))
        elif isinstance(text, str):
            # Rich text is written as people see it; everything else with Slack's own signs.
            yield text if kind == "text" else self.plain(text)
        for name in ("text", "fields", "elements"):
            yield from self._block(node.get(name), depth + 1)
        if kind in _OWN_LINE:
            yield "\n"


def decoded(text: str) -> str:
    """A text with Slack's three signs written out; ``&amp;lt;`` is ``&lt;``."""
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)
    return text


def _special(name: str, label: str) -> str:
    """A group or a date; empty if it says nothing that people see."""
    if name.startswith("date^"):
        return label
    if name.startswith("subteam^"):
        return label or f"@{name.removeprefix('subteam^')}"
    return label if label.startswith("@") else f"@{name.partition('^')[0]}"


def _link(url: str, label: str) -> str:
    if not label or label == url:
        return url
    # What people typed: Slack makes a link of it by itself.
    return label if url.startswith(_WRITTEN) else f"{label} ({url})"


def _rich_link(node: Mapping[str, Any]) -> str:
    url, label = text_of(node, "url"), text_of(node, "text")
    return f"<{url}|{label}>" if url and label else url or label


_ELEMENTS = {
    "user": lambda node: f"<@{text_of(node, 'user_id')}>",
    "channel": lambda node: f"<#{text_of(node, 'channel_id')}>",
    "usergroup": lambda node: f"<!subteam^{text_of(node, 'usergroup_id')}>",
    "broadcast": lambda node: f"@{text_of(node, 'range')}",
    "emoji": lambda node: f":{text_of(node, 'name')}:",
    "date": lambda node: text_of(node, "fallback"),
    "link": _rich_link,
}
_OWN_LINE = ("rich_text_section", "rich_text_preformatted", "rich_text_quote", "mrkdwn", "header")
