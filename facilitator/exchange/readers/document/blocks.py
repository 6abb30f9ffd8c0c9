"""A Markdown text as a flat row of blocks: headings, points, rows of tables, paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

from facilitator.exchange.readers.document.mediawiki import from_mediawiki, is_mediawiki
from facilitator.exchange.readers.document.restructured import from_restructured, is_restructured
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

NESTING_LIMIT = 60
"""How deep lists may nest; nobody writes deeper ones by hand."""
LINE_LIMIT, TEXT_LIMIT = 50_000, 2_000_000
"""Lines and characters of the longest document that is read."""
_MANY = (("[", 10_000, ("link", "image", "reference")), ("|", 300_000, ("table",)))
"""Signs, and of how many on a document is read without what begins with them: it takes too long."""
_MANY_DECLARATIONS = 100
_DECLARATION = re.compile(r"<(?=[!?])")
"""Where a comment and the like begins, whose end is looked for over and over."""
_JIRA_HEADING = re.compile(r"^h([1-6])\.[ \t]+(\S[^\n]{0,400})$", re.MULTILINE)
"""``h2. Timeline`` of Jira and Confluence."""
_BARS, _ROWS_LEAST = re.compile(r"\|+"), 2
_BARE_ROW = re.compile(r"\|(?P<head>\|)?.*\|")
_DOTS = re.compile(r"^([ \t]*)[•·◦▪‣](?=[ \t]+\S)", re.MULTILINE)
"""The signs before points where a page or a mail was copied."""
_CHECK = re.compile(r"(?:\[([ xX✓✔])\]|([☐☑☒]))\ufe0f?\s+")
_TAGS = re.compile(r"<br\s*/?>|</?(?:p|div|li|tr)\b[^>]*>", re.IGNORECASE)

_PARAGRAPHS = re.compile(r"(?<=</p>)", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_POINTS = re.compile(
    r"<li\b[^>]{0,200}>(?P<point>(?:(?!<li\b|</li>|</[ou]l>).)*)(?:</li>)?"
    r"|<tr\b[^>]{0,200}>(?P<row>(?:(?!</tr>).)*)(?:</tr>)?",
    re.IGNORECASE | re.DOTALL,
)
_HEADS = re.compile(
    r"<h([1-6])\b[^>]{0,200}>((?:(?!<h[1-6]\b|</h[1-6]>).){1,400})</h\1>", re.IGNORECASE | re.DOTALL
)
_CELLS = re.compile(r"<t[dh]\b[^>]{0,200}>((?:(?!</t[dh]>|<t[dh]\b).)*)", re.IGNORECASE | re.DOTALL)


_COPIED = re.compile(r"[A-Z][a-z]+(?: [\w'’(),./-]+){3,80}\.?\s*")
"""A line of words without signs of programs, as code has none."""


class Link(NamedTuple):
    """A link of a block: the words it stands on, and where it leads."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document; ``line`` counts from 1.

    ``kind`` is ``heading``, ``item``, ``text``, ``row`` or ``code``. ``level`` is that of a
    heading, or how deep an item stands, from 0. ``bold`` is what the text begins with in bold,
    ``struck`` tells that all of it is crossed out, ``slanted`` that it is in italics. ``first``
    marks the head row of a table, ``number`` the table or list it belongs to; ``nth`` is the number
    before a point, if it has one.
    """

    kind: str
    line: int
    level: int = 0
    text: str = ""
    cells: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    bold: str = ""
    checked: bool | None = None
    struck: bool = False
    slanted: bool = False
    first: bool = False
    number: int = 0
    nth: int = 0


def blocks_of(text: str, first_line: int = 1) -> list[Block]:
    """The blocks of a Markdown text; Refused for one that is too long or nests too deeply."""
    if text.count("\n") > LINE_LIMIT:
        raise Refused("", f"It has more than {LINE_LIMIT:,} lines, which is too long a document.")
    if len(text) > TEXT_LIMIT:
        words = f"It has {len(text):,} characters; at most {TEXT_LIMIT:,} are read as a document."
        raise Refused("", words)
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING_LIMIT}).enable(
        ["table", "strikethrough"]
    )
    for sign, most, rules in _MANY:
        if text.count(sign) > most:
            parser.disable([*rules])
    text = _as_markdown(text)
    if text.count("<!") + text.count("<?") > _MANY_DECLARATIONS:
        text = _DECLARATION.sub("&lt;", text)
    try:
        return _Walk(first_line).over(parser.parse(text))
    except RecursionError:
        raise Refused("", "It is nested too deeply.") from None


def _as_markdown(text: str) -> str:
    """A text of a wiki or in reStructuredText as Markdown, every line in its place."""
    if is_mediawiki(text):
        return from_mediawiki(text)
    text = _DOTS.sub(r"\1-", text)
    text = _JIRA_HEADING.sub(lambda match: f"{'#' * int(match[1])} {match[2]}", text)
    return from_restructured(text) if is_restructured(text) else text


@dataclass(slots=True)
class _Walk:
    """Goes over the tokens once, knowing how deep in lists and in which table it is."""

    first_line: int
    blocks: list[Block] = field(default_factory=list)
    depth: int = -1
    lists: list[int] = field(default_factory=list)
    numbers: int = 0
    fresh: bool = False
    nth: int = 0
    cells: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    in_head: bool = False
    in_row: bool = False
    row_line: int = 0

    def _code(self, token: Token) -> None:
        """Code, or words that stand to the right where a page was copied: they were points."""
        lines = token.content.rstrip("\n").split("\n")
        if token.type == "fence" or not all(map(_COPIED.fullmatch, lines)):
            self._add(Block("code", self._line(token), text=token.content.rstrip("\n")))
            return
        for number, line in enumerate(lines, self._line(token)):
            self._add(Block("item", number, text=line.strip()))

    def over(self, tokens: Iterable[Token]) -> list[Block]:
        heading = 0
        for token in tokens:
            if token.type == "heading_open":
                heading = int(token.tag[1])
            elif token.type == "heading_close":
                heading = 0
            elif token.type == "inline":
                self._inline(token, heading)
            elif token.type in {"fence", "code_block"}:
                self._code(token)
            elif token.type == "html_block":
                self._html(token)
            else:
                self._structure(token)
        return self.blocks

    def _structure(self, token: Token) -> None:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            self.numbers += 1
            self.depth += 1
            self.lists.append(self.numbers)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self.depth -= 1
            self.lists.pop()
        elif token.type == "list_item_open":
            self.fresh, self.nth = True, int(token.info or 0)
        elif token.type == "table_open":
            self.numbers += 1
        elif token.type in {"thead_open", "thead_close"}:
            self.in_head = token.type == "thead_open"
        elif token.type == "tr_open":
            self.cells, self.links, self.row_line = [], [], self._line(token)
            self.in_row = True
        elif token.type == "tr_close":
            self.in_row = False
            self._row()

    def _row(self) -> None:
        self._add(
            Block(
                "row",
                self.row_line,
                cells=tuple(self.cells),
                links=tuple(self.links),
                first=self.in_head,
                number=self.numbers,
            )
        )

    def _line(self, token: Token) -> int:
        return (token.map[0] if token.map else 0) + self.first_line

    def _html(self, token: Token) -> None:
        line, begun = self._line(token), 0
        for match in _POINTS.finditer(token.content):
            self._html_text(token.content[begun : match.start()], line)
            said = _untagged(match["row"] or match["point"])
            at = line + token.content.count("\n", 0, match.start())
            if match["row"]:
                self._html_row(match["row"], at, -line)
            elif said:
                self._add(Block("item", at, max(self.depth + 1, 0), said, number=-line))
            begun = match.end()
        self._html_text(token.content[begun:], line + token.content.count("\n", 0, begun))

    def _html_text(self, content: str, line: int) -> None:
        """What is left of HTML without its tags, as headings and paragraphs."""
        begun = 0
        for match in _HEADS.finditer(content):
            self._html_paragraph(
                content[begun : match.start()], line + content.count("\n", 0, begun)
            )
            if said := " ".join(_untagged(match[2]).split()):
                at = line + content.count("\n", 0, match.start())
                self._add(Block("heading", at, int(match[1]), said))
            begun = match.end()
        self._html_paragraph(content[begun:], line + content.count("\n", 0, begun))

    def _html_paragraph(self, content: str, line: int) -> None:
        for paragraph in _PARAGRAPHS.split(content):
            if text := _untagged(paragraph):
                before = paragraph[: len(paragraph) - len(paragraph.lstrip())].count("\n")
                self._add(Block("text", line + before, text=text))
            line += paragraph.count("\n")

    def _html_row(self, content: str, line: int, number: int) -> None:
        """A row of an HTML table."""
        cells = [" ".join(_untagged(each[1]).split()) for each in _CELLS.finditer(content)]
        if cells:
            first = "<th" in content.casefold()
            self._add(Block("row", line, cells=tuple(cells), first=first, number=number))

    def _inline(self, token: Token, heading: int) -> None:
        said = _said(token.children or [])
        if self.in_row:
            self.cells.append(" ".join(said.text.split()))
            self.links += said.links
        elif heading:
            self._add(_block("heading", self._line(token), heading, said))
        elif self.depth >= 0 and self.fresh:
            self.fresh = False
            item = _block("item", self._line(token), self.depth, said, self.lists[-1])
            self._add(replace(item, nth=self.nth))
        else:
            self._paragraph(self._line(token), said)

    def _paragraph(self, line: int, said: _Said) -> None:
        """A paragraph, or a table that has no line of dashes below its head."""
        rows = [_BARE_ROW.fullmatch(each) for each in said.text.split("\n")]
        if len(rows) < _ROWS_LEAST or not all(rows):
            # A paragraph below a point belongs to it: it stands a level deeper.
            self._add(_block("text", line, self.depth + 1, said))
            return
        self.numbers += 1
        for at, row in enumerate(filter(None, rows)):
            cells = tuple(each.strip(" *") for each in _BARS.split(row[0].strip("|")))
            first = row["head"] is not None
            self._add(Block("row", line + at, cells=cells, first=first, number=self.numbers))

    def _add(self, block: Block) -> None:
        self.blocks.append(block)


class _Said(NamedTuple):
    text: str
    bold: str
    links: list[Link]
    struck: bool
    slanted: bool


def _block(kind: str, line: int, level: int, said: _Said, number: int = 0) -> Block:
    text, checked = said.text, None
    if kind == "item" and (box := _CHECK.match(text)):
        text, checked = text[box.end() :], (box[1] or box[2]) not in " ☐"
    return Block(
        kind,
        line,
        level,
        text,
        links=tuple(said.links),
        bold=said.bold,
        checked=checked,
        struck=said.struck,
        slanted=said.slanted,
        number=number,
    )


def _said(children: list[Token]) -> _Said:
    """The plain words of inline Markdown, with a line end for every soft one."""
    inline = _Inline()
    for child in children:
        inline.take(child)
    text = _lines_trimmed("".join(inline.words))
    bold = "".join(inline.bold).strip()
    struck = bool(text) and not inline.plain
    slanted = bool(text) and not inline.upright
    return _Said(text, bold if text.startswith(bold) else "", inline.links, struck, slanted)


@dataclass(slots=True)
class _Inline:
    """Words, links, and what is bold at the beginning, while one walks over inline tokens."""

    words: list[str] = field(default_factory=list)
    bold: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    deep: dict[str, int] = field(default_factory=lambda: {"strong": 0, "s": 0, "em": 0})
    plain: bool = False
    upright: bool = False
    said: bool = False
    """Whether a word has come already."""
    target: str = ""
    begun: int = 0

    def take(self, child: Token) -> None:
        name, _, edge = child.type.rpartition("_")
        if name in self.deep:
            self.deep[name] += 1 if edge == "open" else -1
        elif name == "link":
            self._link(child, edge)
        else:
            self._word(_words(child))

    def _link(self, child: Token, edge: str) -> None:
        if edge == "open":
            self.target, self.begun = str(child.attrs.get("href") or ""), len(self.words)
        elif self.target:
            words = "".join(self.words[self.begun :]).strip()
            self.links.append(Link(words, self.target))

    def _word(self, said: str) -> None:
        if self.deep["strong"] and (self.bold or not self.said):
            self.bold.append(said)
        self.said = self.said or bool(said.strip())
        self.plain = self.plain or (bool(said.strip()) and not self.deep["s"])
        self.upright = self.upright or (bool(said.strip()) and not self.deep["em"])
        self.words.append(said)


def _words(child: Token) -> str:
    if child.type in {"text", "code_inline"}:
        return child.content
    if child.type in {"softbreak", "hardbreak"}:
        return "\n"
    if child.type == "html_inline":
        return "\n" if _TAGS.match(child.content) else ""
    return ""


def _untagged(content: str) -> str:
    """HTML as plain lines."""
    broken = _TAGS.sub("\n", _COMMENT.sub(" ", content))
    return _lines_trimmed(unescape(_TAG.sub(" ", broken)))


def _lines_trimmed(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def lines_in(block: Block) -> Iterator[tuple[int, str]]:
    """The lines of a block's text with their numbers."""
    for index, line in enumerate(block.text.split("\n")):
        yield block.line + index, line
