"""Escapes text for Markdown and Mermaid, so that text from people stays text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

_INLINE = re.compile(r"([\\`*_\[\]{}|~$#])")
_OPENING = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])")
_CALLING = re.compile(r"(?<![\w`/])(@(?=\w)|[#!](?=\d))")
_JOINER = "\u2060"
"""Takes no room; it keeps a tracker from calling ``@all``, and from leading to its own ``#12``."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MERMAID = re.compile(r"[^\w\s.,;:!?()’“”‘–…/%+=*'-]|;")
_LINKED = re.compile(r"(https?://|mailto:)[^\s]+", re.IGNORECASE)
_URL_SAFE = ":/?#[]@!$&'()*+,;=%~"


def escaped(text: str) -> str:
    """One line of text, safe anywhere in a line of Markdown and at its beginning."""
    line = _CALLING.sub(rf"\1{_JOINER}", " ".join(text.split()))
    for character, entity in _ENTITIES.items():
        line = line.replace(character, entity)
    return _OPENING.sub(_opened, _INLINE.sub(r"\\\1", line))


def _opened(match: re.Match[str]) -> str:
    """Keeps a line that begins like a list or a rule from becoming one."""
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"


def paragraphs(text: str) -> str:
    """Several lines: blank lines part paragraphs, single breaks stay breaks."""
    blocks = re.split(r"\n\s*\n", text)
    return "\n\n".join(
        "  \n".join(escaped(line) for line in block.splitlines() if line.strip())
        for block in blocks
        if block.strip()
    )


def link(words: str, url: str) -> str:
    """A link for http, https and mailto; any other address as plain text."""
    if not _LINKED.fullmatch(url):
        return " ".join(filter(None, (escaped(words), escaped(url))))
    safe = quote(url, safe=_URL_SAFE).replace("|", "%7C").replace("(", "%28").replace(")", "%29")
    return f"[{escaped(words or url)}]({safe})"


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table; cells are Markdown already and hold no line breaks."""
    rule = tuple("---" for _ in heads)
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))


def mermaid_label(text: str) -> str:
    """Text for a quoted Mermaid label: what Mermaid or HTML could read becomes an entity."""
    line = " ".join(text.split())
    return _MERMAID.sub(lambda found: f"#{ord(found[0])};", line)
