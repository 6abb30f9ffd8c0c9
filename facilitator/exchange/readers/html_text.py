"""Turns the HTML of a message into the text that people see."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_LINES = frozenset(
    {"p", "br", "div", "li", "tr", "ul", "ol", "table", "blockquote", "pre", "hr", "codeblock"}
    | {f"h{level}" for level in range(1, 7)}
)
_HIDDEN = frozenset({"script", "style", "head", "title"})
_SHOWN_BY_ALT = frozenset({"img", "emoji", "customemoji"})
_TAG = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")
_EMPTY_LINES = re.compile(r" ?\n[ \n]*")
_LONGEST = 200_000
"""Characters that are parsed; the parser takes too long for more that is written with malice."""


def html_text(html: str) -> str:
    """The text, with a line for every paragraph; mentions with their sign, links with address."""
    if "<" not in html:
        return _tidy(unescape(html))
    parser = _Parser()
    try:
        if len(html) > _LONGEST:
            return _tidy(unescape(_TAG.sub("\n", html)))
        parser.feed(html)
        parser.close()
    except AssertionError:
        # What begins like a declaration and is none.
        return _tidy(unescape(_TAG.sub("\n", html)))
    return _tidy("".join(parser.pieces))


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
