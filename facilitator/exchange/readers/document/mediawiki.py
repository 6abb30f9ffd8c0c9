"""MediaWiki's markup as Markdown, line by line, so that every line keeps its number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from facilitator.exchange.readers.document.html_rows import BEGIN, END, GAP, fence_end, row_of

_IS_WIKI = re.compile(
    r"^(?:(={2,6})[ \t]*[^=\s][^=\n]{0,400}\1[ \t]*|\{\|[^\n]{0,400})$", re.MULTILINE
)
_HEADING = re.compile(r"(={1,6})[ \t]*([^=\s][^=]{0,400}?)[ \t]*\1[ \t]*")
_POINT = re.compile(r"([*#:;]{1,10})[ \t]*(?=\S)(.*)")
_QUOTES = (("'''''", "***"), ("'''", "**"), ("''", "*"))
_OUTSIDE = re.compile(r"\[(https?://[^\s\]]{1,2000})[ \t]+([^\]\n]{1,400})\]")
_BARE = re.compile(r"\[(https?://[^\s\]]{1,2000})\]")
_INSIDE = re.compile(r"\[\[(?:[^\[\]|\n]{1,400}\|)?([^\[\]|\n]{1,400})\]\]")
_PICTURE = re.compile(r"\[\[(?:File|Image):[^\[\]\n]{1,400}\]\]", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{[^{}|\n]{1,60}\|([^{}|=\n]{1,200})\}\}")
"""``{{phab|T123}}``: what stands behind the bar is what the page shows."""
_REF = re.compile(r"<ref\b[^<>\n]{0,200}>([^<\n]{0,1000})</ref>|<ref\b[^<>\n]{0,200}/>")
_CELLS = re.compile(r"\|\||!!")
_STYLE = re.compile(r"(?:[\w-]{1,30}[ \t]*=[ \t]*(?:\"[^\"]{0,200}\"|[\w#%-]{1,40})[ \t]*){1,9}\|")
"""What stands before a cell's text and says how it looks."""


def is_mediawiki(text: str) -> bool:
    """Whether a text has headings or tables as only MediaWiki writes them."""
    return _IS_WIKI.search(text) is not None


def from_mediawiki(text: str) -> str:
    """The same in Markdown, with as many lines."""
    lines = text.split("\n")
    wiki = _Wiki()
    while (at := len(wiki.lines)) < len(lines):
        if end := fence_end(lines, at):
            wiki.lines += lines[at:end]
        else:
            wiki.take(lines[at])
    return "\n".join(wiki.lines)


@dataclass(slots=True)
class _Wiki:
    lines: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    head: bool = False
    inside: bool = False
    """Whether this is a line of a table."""
    begun: int = -1
    """Where the row stands that is being read."""

    def take(self, line: str) -> None:
        bare = line.strip()
        if not self.inside and bare.startswith("{|"):
            self.inside, self.begun = True, -1
            self.lines.append(BEGIN)
        elif self.inside:
            self._in_table(bare)
        elif bare.startswith("# ") and not any(self.lines):
            # The title of Markdown above the headings of a wiki.
            self.lines.append(line)
        else:
            self.lines.append(_plain_line(line))

    def _in_table(self, bare: str) -> None:
        self.lines.append(GAP)
        if bare.startswith("|}"):
            self._end_row()
            self.inside = False
            self.lines[-1] = END
        elif bare.startswith("|-"):
            self._end_row()
        elif bare.startswith("|+"):
            self.lines[-1] = _words(bare[2:]) or GAP
        elif bare.startswith(("|", "!")):
            self._cells(bare)
        elif bare and self.cells:
            self.cells[-1] += f" {_words(bare.lstrip('*#: '))}"

    def _cells(self, bare: str) -> None:
        if self.begun < 0:
            self.begun = len(self.lines) - 1
            self.head = bare.startswith("!")
        self.cells += (_words(_STYLE.sub("", each.strip(), 1)) for each in _CELLS.split(bare[1:]))
        # A row whose other cells are none of a head only names itself in bold.
        self.head = self.head and bare.startswith("!")

    def _end_row(self) -> None:
        if self.begun >= 0:
            self.lines[self.begun] = row_of(self.cells, head=self.head)
        self.cells, self.begun = [], -1


def _plain_line(line: str) -> str:
    if heading := _HEADING.fullmatch(line):
        return f"{'#' * len(heading[1])} {_inline(heading[2])}"
    point = _POINT.fullmatch(line)
    if point and not (len(point[1]) > 1 and point[1] in point[2]):
        # ``**bold** words`` of Markdown are no point.
        return _point(point[1], _inline(point[2]))
    return _inline(line)


def _point(signs: str, text: str) -> str:
    """``**`` stands a level deeper than ``*``; ``:`` only moves a paragraph to the right."""
    listed = signs.replace(":", "").replace(";", "")
    if not listed:
        return f"**{text}**" if signs[-1] == ";" else text
    mark = "1." if signs[-1] == "#" else "-"
    return f"{'   ' * (len(listed) - 1)}{mark} {text}"


def _inline(text: str) -> str:
    """Links, bold and italics in Markdown."""
    said = _PICTURE.sub("", text)
    said = _OUTSIDE.sub(r"[\2](\1)", _INSIDE.sub(r"\1", _BARE.sub(r"\1", said)))
    said = _REF.sub(lambda match: f" ({match[1]})" if match[1] else "", _TEMPLATE.sub(r"\1", said))
    for quotes, stars in _QUOTES:
        said = said.replace(quotes, stars)
    return said


def _words(text: str) -> str:
    """The words of a cell, which takes no Markdown."""
    said = _OUTSIDE.sub(r"\2 (\1)", _INSIDE.sub(r"\1", _PICTURE.sub("", text)))
    said = _REF.sub(lambda match: f" ({match[1]})" if match[1] else "", _TEMPLATE.sub(r"\1", said))
    for quotes, _ in _QUOTES:
        said = said.replace(quotes, "")
    return said.strip()
