"""Turns the HTML of a message into the text that people see."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES = frozenset(
    {"p", "br", "div", "li", "tr", "ul", "ol", "table", "blockquote", "pre", "hr", "codeblock"}
    | {f"h{level}" for level in range(1, 7)}
)
_HIDDEN = frozenset({"script", "style", "head", "title"})
_SHOWN_BY_ALT = frozenset({"img", "emoji", "customemoji"})
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_STRAY = re.compile(r"<(?!/?[A-Za-z][^<>]*>)")
_BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")
_EMPTY_LINES = re.compile(r" ?\n[ \n]*")
_COMMENT, _COMMENT_END = "<!--", "-->"


def html_text(html: str) -> str:
    """The text, with a line for every paragraph; mentions with their sign, links with address."""
    if "<" not in html:
        return _tidy(unescape(html))
    parser = _Parser()
    parser.feed(with_whole_tags(html))
    parser.close()
    return _tidy("".join(parser.pieces))


def with_whole_tags(html: str) -> str:
    """The HTML without comments, and with only such signs left open as end a tag.

    The parser looks for the end of what is none over and over: with many, for hours.
    """
    if _COMMENT in html:
        html = "".join(_outside_comments(html))
    return _STRAY.sub("&lt;", _DECLARATION.sub("", html))


def _outside_comments(html: str) -> Iterator[str]:
    position = 0
    while (start := html.find(_COMMENT, position)) >= 0:
        yield html[position:start]
        end = html.find(_COMMENT_END, start)
        position = end + len(_COMMENT_END) if end >= 0 else len(html)
    yield html[position:]


def _tidy(text: str) -> str:
    return _EMPTY_LINES.sub("\n", _BLANKS.sub(" ", text)).strip()


class _Parser(HTMLParser):
    """Gathers the pieces of a text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.hidden = 0
        self.links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in _LINES:
            self.pieces.append("\n")
        elif tag in _HIDDEN:
            self.hidden += 1
        elif tag == "at":
            self.pieces.append("@")
        elif tag == "a":
            self.links.append((told.get("href") or "", len(self.pieces)))
        elif tag in _SHOWN_BY_ALT:
            self.pieces.append(told.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self.pieces.append("\n")
        elif tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag == "a" and self.links:
            url, start = self.links.pop()
            label = "".join(self.pieces[start:]).strip()
            if url and url not in {label, f"{label}/", f"mailto:{label}"}:
                self.pieces.append(f" ({url})" if label else url)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data.replace("\n", " "))
