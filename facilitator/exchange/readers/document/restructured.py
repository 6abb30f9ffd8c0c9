"""reStructuredText as Markdown, line by line, so that every line keeps its number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from facilitator.exchange.readers.document.html_rows import fence_end
from facilitator.exchange.readers.document.restructured_tables import (
    OPTION,
    TABLES,
    drawn,
    listed,
)

_RULE = re.compile(r"(?:-{3,}|={3,}|([\"'~^_*+#])\1{3,})[ \t]*")
"""What stands below a heading, and above some."""
_WIDE = 2
"""By how much a line below a heading may be too short: some signs are two places wide."""
_IS_RST = re.compile(
    r"^\.\. (?:[\w-]{1,40}::|_[^\n:]{1,200}:[ \t]*$)|`[^`\n<>]{1,400}(?:\n[^`\n<>]{1,400})?"
    r"<[^<>`\s]{1,2000}>`_|^\+(?:[-=]{2,}\+){1,40}[ \t]*$|^={2,}(?:[ \t]+={2,}){1,40}[ \t]*$",
    re.MULTILINE,
)
_DIRECTIVE = re.compile(r"(?P<deep>[ \t]*)\.\. (?P<name>[\w-]{1,40})::[ \t]*(?P<said>.*)")
_COMMENT = re.compile(r"[ \t]*\.\.(?:[ \t].*)?")
_FIELD = re.compile(r":([\w][\w /-]{0,40}):[ \t]+(?=\S)(.*)")
_ENUMERATED = re.compile(r"([ \t]*)#\.(?=[ \t])")
_LINE_BLOCK = re.compile(r"\|[ \t]+(?=[^|\n]*$)")
_LINKED = re.compile(r"`([^`<>]{1,800}?)\s*<([^<>`\s]{1,2000})>`__?")
_ROLE = re.compile(r":[\w-]{1,30}:`([^`<>]{1,400}?)(?:\s*<[^<>`]{1,400}>)?`")
_REFERENCE = re.compile(r"(?<!`)`([^`<>]{1,400})`__?(?!`)")
_CODE = frozenset({"code", "code-block", "sourcecode", "parsed-literal", "highlight"})
_SILENT = _CODE | frozenset(
    {"image", "figure", "toctree", "contents", "include", "meta", "literalinclude", "raw"}
)
"""Directives whose own words say nothing to a reader."""


def is_restructured(text: str) -> bool:
    """Whether a text is marked up as only reStructuredText is."""
    if _IS_RST.search(text):
        return True
    lines = text.split("\n")
    return any(_heads(lines, at) and lines[at + 1][0] not in "=-" for at in range(len(lines) - 1))


def from_restructured(text: str) -> str:
    """The same in Markdown, with as many lines."""
    said = _ROLE.sub(r"\1", _LINKED.sub(_link, text))
    walk = _Walk(_REFERENCE.sub(r"\1", said).split("\n"))
    walk.over()
    return "\n".join(walk.out)


def _link(match: re.Match[str]) -> str:
    return f"[{match[1]}]({match[2]})"


def _heads(lines: list[str], at: int) -> bool:
    """Whether a line is a heading: alone, and with a rule as long as itself below it."""
    title, below = lines[at].rstrip(), lines[at + 1]
    if not title or title[0] in " \t" or not _RULE.fullmatch(below) or _RULE.fullmatch(title):
        return False
    before = lines[at - 1].strip() if at else ""
    return len(below.rstrip()) >= len(title) - _WIDE and (not before or before == below.strip())


@dataclass(slots=True)
class _Walk:
    lines: list[str]
    out: list[str] = field(default_factory=list)
    levels: list[tuple[str, bool]] = field(default_factory=list)
    """What is put below headings, the outermost first, and whether above them too."""

    def over(self) -> None:
        at = 0
        while at < len(self.lines):
            at = self._piece(at)

    def _piece(self, at: int) -> int:
        """Take what begins here, and tell where the next begins."""
        line = self.lines[at]
        last = len(self.lines) - 1
        if end := fence_end(self.lines, at):
            self.out += self.lines[at:end]
            return end
        if at < last and _heads(self.lines, at):
            return self._heading(at)
        if match := _DIRECTIVE.fullmatch(line):
            return self._directive(at, match)
        if table := drawn(self.lines, at):
            self.out += table
            return at + len(table)
        return self._text(at)

    def _text(self, at: int) -> int:
        line = self.lines[at]
        if _COMMENT.fullmatch(line):
            self.out.append("")
            return at + 1
        self.out.append(_plain(line))
        if line.rstrip().endswith("::"):
            return self._literal(at + 1, len(line) - len(line.lstrip()))
        return at + 1

    def _heading(self, at: int) -> int:
        sign = self.lines[at + 1][0]
        above = bool(at) and self.lines[at - 1].strip() == self.lines[at + 1].strip()
        if above:
            self.out[-1] = ""
        if (sign, above) not in self.levels:
            self.levels.append((sign, above))
        level = min(6, self.levels.index((sign, above)) + 1)
        self.out += [f"{'#' * level} {self.lines[at].strip()}", ""]
        return at + 2

    def _body(self, at: int, deep: int) -> int:
        """Where the lines end that stand deeper than this."""
        end = at
        for index in range(at, len(self.lines)):
            line = self.lines[index]
            if line.strip():
                if len(line) - len(line.lstrip()) <= deep:
                    break
                end = index + 1
        return end

    def _literal(self, at: int, deep: int) -> int:
        """What stands below ``::`` as code."""
        end = self._body(at, deep)
        self.out += [f"    {line}" if line.strip() else "" for line in self.lines[at:end]]
        return end

    def _directive(self, at: int, match: re.Match[str]) -> int:
        name, deep = match["name"], len(match["deep"])
        end = self._body(at + 1, deep)
        body = self.lines[at + 1 : end]
        if name in TABLES:
            self.out += listed(name, body)
            return end
        self.out.append("" if name in _SILENT else f"{match['deep']}{match['said']}")
        if name in _CODE:
            return self._literal(at + 1, deep)
        shift = min((len(each) - len(each.lstrip()) for each in body if each.strip()), default=0)
        self.lines[at + 1 : end] = [
            "" if OPTION.fullmatch(each) else f"{match['deep']}{each[shift:]}" for each in body
        ]
        return at + 1


def _plain(line: str) -> str:
    """A line of text: fields, numbering and line blocks as Markdown has them."""
    if match := _FIELD.fullmatch(line):
        return f"{match[1]}: {match[2]}"
    said = _LINE_BLOCK.sub("", _ENUMERATED.sub(r"\g<1>1.", line))
    bare = said.rstrip()
    if bare == "::":
        return ""
    return bare[:-1] if bare.endswith("::") else said
