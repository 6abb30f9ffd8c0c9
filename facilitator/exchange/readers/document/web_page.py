"""Turns a saved web page into the Markdown that says the same, without what surrounds its text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from facilitator.exchange.readers.chat.html_text import with_whole_tags
from facilitator.exchange.refused import Refused

MOST = 20 * 2**20
"""Signs of the longest page that is read; longer ones are no reports."""
_APART = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "main",
        "blockquote",
        "figure",
        "figcaption",
        "dl",
        "details",
    )
)
_HEADS = {f"h{level}": level for level in range(1, 7)}
_AROUND = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "iframe", "nav", "aside"),
        *("footer", "form", "button", "select", "textarea", "dialog"),
    )
)
"""What is shown beside the text of a page, or not at all."""
_LISTS = frozenset(("ul", "ol", "menu"))
_MARKS = {"strong": "**", "b": "**", "s": "~~", "del": "~~", "strike": "~~"}
_BLANKS = re.compile(r"\s+")
_GAPS = re.compile(r"\n{3,}")
_OPEN_MARK = re.compile(r"(\*\*|~~)[ \n]*\1")
_OF_SITE = re.compile(r"\s(?:[|–—·»]|::|-)\s(?:(?!\s(?:-|::)\s)[^|–—·»]){1,60}$")
"""What a title ends with to name its site: “The ovens are cold | Bakery status”."""
_TITLE_MOST = 300
_DEEPEST = 12
_NESTED = 64
"""What is open at once around the text; deeper it is not looked at, so that nothing takes long."""


def markdown_of(page: str) -> str:
    """The text of a page, with headings, lists, tables, links and what is bold."""
    if len(page) > MOST:
        raise Refused("", "This web page is too long for a report.")
    parser = _Page()
    parser.feed(with_whole_tags(page))
    parser.close()
    lines = _OPEN_MARK.sub("", "".join(parser.pieces)).split("\n")
    text = _GAPS.sub("\n\n", "\n".join(map(str.rstrip, lines))).strip()
    title = _BLANKS.sub(" ", "".join(parser.title)).strip()[:_TITLE_MOST]
    if title and not parser.headed:
        return f"# {_OF_SITE.sub('', title)}\n\n{text}\n"
    return f"{text}\n"


class _Page(HTMLParser):
    """Gathers a page piece by piece; ``cell`` holds the pieces of a cell until its row ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.title: list[str] = []
        self.headed = False
        self.around: list[str] = []
        self.in_title = self.in_code = self.at_point = False
        self.lists: list[str] = []
        self.links: list[str] = []
        self.rows = 0
        self.cells: list[list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title":
            self.in_title = not self.headed and not self.title
        elif tag in _AROUND:
            if len(self.around) < _NESTED:
                self.around.append(tag)
        elif not self.around:
            self._opened(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.in_title = False
        elif tag in _AROUND:
            if tag in self.around:
                del self.around[self.around.index(tag) :]
        elif not self.around:
            self._closed(tag)

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.title.append(data)
        elif self.in_code:
            self._say(data.replace("\n", f"\n{self._inside()}"))
        elif not self.around and not (self.at_point and data.isspace()):
            self._say(_BLANKS.sub(" ", data))

    def _opened(self, tag: str, told: dict[str, str | None]) -> None:
        if tag in _HEADS:
            self.headed = self.headed or tag == "h1"
            self._break(f"{'#' * _HEADS[tag]} ")
        elif tag in _APART or tag in {"dt", "dd"}:
            self._break()
        elif tag in {"br", "hr"}:
            self._say("\n" if tag == "br" else "\n\n")
        elif tag in _LISTS:
            self.lists.append("1." if tag == "ol" else "-")
        elif tag == "li":
            self._point()
        elif tag == "input" and told.get("type") == "checkbox":
            self._say("[x] " if "checked" in told else "[ ] ")
        elif tag == "pre":
            self._break(f"```\n{self._inside()}")
            self.in_code = True
        elif tag == "a":
            address = told.get("href") or ""
            self.links.append(address if address.startswith(("http:", "https:")) else "")
            self._say("[" if self.links[-1] else "")
        elif tag in _MARKS:
            self._say(_MARKS[tag])
        else:
            self._tabled(tag)

    def _closed(self, tag: str) -> None:
        if tag in _HEADS or tag in _APART or tag in {"dt", "dd"}:
            self._break()
        elif tag in _LISTS and self.lists:
            self.lists.pop()
            self._break()
        elif tag == "pre" and self.in_code:
            self.in_code = False
            self._say(f"\n{self._inside()}```\n\n")
        elif tag == "a" and self.links:
            address = self.links.pop()
            self._say(f"]({address})" if address else "")
        elif tag in _MARKS:
            self._say(_MARKS[tag])
        elif tag == "tr":
            self._row()
        elif tag == "table":
            self.cells, self.rows = None, 0
            self._break()

    def _tabled(self, tag: str) -> None:
        if tag == "table":
            self._row()
            self.rows = 0
            self._break()
        elif tag == "tr":
            self._row()
            self.cells = []
        elif tag in {"td", "th"} and self.cells is not None:
            self.cells.append([])

    def _inside(self) -> str:
        """What a line of a point begins with."""
        return "   " * min(len(self.lists), _DEEPEST)

    def _say(self, words: str) -> None:
        self.at_point = False
        if self.cells:
            self.cells[-1].append(words)
        elif self.cells is None or words.strip():
            self.pieces.append(words)

    def _break(self, begins: str = "") -> None:
        """A new paragraph; in a cell and at the beginning of a point there is none."""
        if self.cells is not None:
            self._say(" ")
        elif not self.at_point or begins:
            inside = "" if begins.startswith("#") else self._inside()
            self.pieces.append(f"\n\n{inside}{begins}")
            self.at_point = False

    def _point(self) -> None:
        if self.cells is not None:
            self._say("; " if self.cells and "".join(self.cells[-1]).strip() else " ")
            return
        deep = self._inside().removesuffix("   ")
        self.pieces.append(f"\n{deep}{self.lists[-1] if self.lists else '-'} ")
        self.at_point = True

    def _row(self) -> None:
        """Write the row that has been gathered, the first of a table with a line below it."""
        cells, self.cells = self.cells, None
        if not cells:
            return
        said = (_BLANKS.sub(" ", "".join(each)).strip().replace("|", "\\|") for each in cells)
        self.pieces.append(f"\n| {' | '.join(said)} |")
        if not self.rows:
            self.pieces.append(f"\n|{' --- |' * len(cells)}")
        self.rows += 1
