"""What a document says of itself: front matter, named fields, people, lessons."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.domain.words import LessonSide
from facilitator.exchange.readers.document.blocks import lines_in
from facilitator.exchange.readers.document.section_words import (
    field_of,
    for_program,
    says_nothing,
)
from facilitator.exchange.readers.stamps import days_in, in_order, scan_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.document.parts import Part

_FRONT_LINE = r"[ \t]+.*\n|[\w .-]{1,40}:.*\n|- .*\n"
"""One line may fit several of these; atomic groups around it try only the first."""
_FRONT = re.compile(
    rf"(?:\A|\n\n)(---[ \t]*\n((?>{_FRONT_LINE})(?>{_FRONT_LINE}|#.*\n){{0,59}})---[ \t]*(?:\n|\Z))"
)
_FRONT_FIRST = re.compile(
    r"(---[ \t]*\n([a-z][\w.-]{0,39}:.*\n"
    r"(?>[ \t]+.*\n|[a-z][\w.-]{0,39}:.*\n|- .*\n|#.*\n|\n){0,59})---[ \t]*(?:\n|\Z))"
)
"""At the very beginning there may be empty lines in it, if its names are those of a program:
``Severity: high`` between two rules is for people."""
_FRONT_COMMENTED = re.compile(r"(---[ \t]*\n((?:#.*\n){1,20})---[ \t]*\n)(?=(?:.*\n){0,20}?# )")
"""Nothing but comments; a heading has to follow, for between two rules may stand one too."""
_FRONT_TOML = re.compile(r"(\+\+\+[ \t]*\n((?:.*\n){1,60}?)\+\+\+[ \t]*(?:\n|\Z))")
_FRONT_BARE = re.compile(
    r"(?:\A|\A[^\n]{1,200}\n[=#*~-]{3,200}[ \t]*\n\n?)"
    r"((?::?[A-Za-z][\w-]{0,30}:[ \t]+\S.*\n){2,20})(?=\n)"
)
"""Pairs without lines round them, at the very beginning or right below the first heading."""
_FRONT_EXPORTED = re.compile(
    r"^export\s+const\s+\w+\s*=\s*\{\n((?:[ \t].*\n){1,40}?)\}", re.MULTILINE
)
_PROGRAM = re.compile(
    r"^(?:export\s+const\s+\w+\s*=\s*\{\n(?:[ \t].*\n){1,40}?\}|(?:import|export\s+default)\s.*)$",
    re.MULTILINE,
)
_EXPORTED = re.compile(r"\s+[\"']?(\w+)[\"']?:\s*([\"'])(.*)\2,?\s*")
_FRONT_WITHIN = 1_000
_PAIR = re.compile(
    r"[\s*_>•-]*([A-Za-z][\w /’'()&-]{0,40}?)[\s*_]*(?:(?<!\d):|:(?!\d\d)|\s[–—=]\s)[\s*_]*(\S.*)"
)
"""``Severity: 2``; the colon of a clock parts nothing: “On 4 March at 10:02 ...”."""
_ROLE = re.compile(r"^(.{2,60}?)\s*[(\[]\s*([^)\]]{2,60})\s*[)\]]\s*$")
_ROLE_AFTER = re.compile(r"^([^,–—:-]{2,60}?)\s*(?:[–—:]|\s-\s)\s*(.{2,60})$")
_APART = re.compile(r"\s*(?:[,;/&]|\band\b|\n)\s*")
_INITIALS = re.compile(r"[A-Z]{2,3}(?:\s+[A-Z]{2,3})+")
_NAME_MOST = 60
_MAIL = re.compile(r"\s*[<(]?[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}[>)]?")
_PICTURE = re.compile(r"!\[[^\]]{0,2000}\]\(.{0,2000}\)\s*")
"""One whose address has spaces in it, so that Markdown leaves it as text."""
SENTENCE = re.compile(r"[A-Z].{3,300}[.!]\s*")
_LETTERED = re.compile(r"(?:[a-z]|\d{1,2})[.)]\s+(?=\S)|[•‣▪]\s*(?=\S)")
_SIDES = {"well": LessonSide.WELL, "badly": LessonSide.BADLY, "lucky": LessonSide.LUCKY}


@dataclass(slots=True)
class Fields:
    """The first value of each field of a document, and who is named in it."""

    values: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """How the document calls each of them."""
    people: list[tuple[str, str]] = field(default_factory=list)
    stats: list[str] = field(default_factory=list)
    day_first: bool | None = None
    """What other days of the document show of the order in ``03/10/2021``."""

    def put(self, name: str, value: str) -> bool:
        """Keep a pair if its name is that of a field; tells whether it was."""
        meaning = field_of(name)
        value = value.strip(" *_`")
        if not meaning or says_nothing(value):
            return bool(meaning)
        if meaning in _DAYS and not _names_day(value):
            return True
        if meaning == "people":
            role = "" if name.casefold().strip() in _CROWDS else name.strip(" *_").capitalize()
            self.people += [(each, given or role) for each, given in people_in(value)]
        elif meaning == "stats":
            self.stats.append(f"{name.strip(' *_')}: {value}")
        elif meaning not in self.values:
            self.values[meaning] = value
            self.names[meaning] = name.strip(" *_").casefold()
        return True

    def day(self, name: str) -> date | None:
        """The day of a field, if it is certain."""
        value = self.values.get(name, "").strip()
        found = scan_day(value)
        said = found[0] if found else next(days_in(value), None)
        return in_order(said, day_first=self.day_first).day if said else None


def _names_day(value: str) -> bool:
    return scan_day(value) is not None or next(days_in(value), None) is not None


_DAYS = frozenset({"date", "held"})
_CROWDS = frozenset({"attendees", "participants", "authors", "author", "responders", "reviewers"})


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The pairs between two lines of dashes or plus signs at the beginning, and the text without.

    The lines stay, emptied, so that line numbers keep their meaning.
    """
    head = text[:_FRONT_WITHIN] if len(text) > _FRONT_WITHIN else text
    toml = _FRONT_TOML.match(head)
    found = toml or _FRONT_FIRST.match(head) or _FRONT_COMMENTED.match(head)
    found = found or _FRONT.search(head)
    if found is None:
        return _bare(text) or _exported(text)
    pairs: dict[str, str] = {}
    for line in found[2].splitlines():
        name, sign, value = line.partition("=" if toml else ":")
        if sign and not line.startswith((" ", "\t", "-", "#")):
            # What is indented tells of a picture, say, and not of the document.
            pairs.setdefault(name.strip().casefold(), value.strip().strip("\"'"))
    return pairs, f"{text[: found.start(1)]}{emptied(found[1])}{text[found.end(1) :]}"


def emptied(text: str) -> str:
    """Only the line ends of a text that is left out, so that line numbers keep their meaning."""
    return "\n" * text.count("\n")


def _bare(text: str) -> tuple[dict[str, str], str] | None:
    """The pairs above a text without lines round them, if a program asks for one of their names.

    Who wrote it stays in the text.
    """
    found = _FRONT_BARE.match(text[:_FRONT_WITHIN])
    if found is None:
        return None
    lines = [(line, line.strip(" :").partition(":")) for line in found[1].splitlines()]
    pairs = {name.casefold(): said.strip().strip("\"'") for _, (name, _, said) in lines}
    if not for_program(pairs):
        return None
    kept = "".join(f"{line if field_of(each[0]) == 'people' else ''}\n" for line, each in lines)
    return pairs, f"{text[: found.start(1)]}{kept}{text[found.end(1) :]}"


def _exported(text: str) -> tuple[dict[str, str], str]:
    """The pairs of a page that exports what it says of itself: ``title: 'No bread',``.

    Its lines of program are emptied too.
    """
    found = _FRONT_EXPORTED.search(text[:_FRONT_WITHIN])
    if found is None:
        return {}, text
    lines = map(_EXPORTED.fullmatch, found[1].splitlines())
    pairs = {line[1].casefold(): line[3] for line in lines if line}
    return pairs, _PROGRAM.sub(lambda match: emptied(match[0]), text)


def pairs_in(block: Block) -> Iterator[tuple[str, str]]:
    """The ``name: value`` pairs of a block."""
    if block.kind == "row":
        if len(block.cells) == 2 and block.cells[0].strip():  # noqa: PLR2004 - name and value
            yield block.cells[0], block.cells[1]
        return
    for line in block.text.split("\n"):
        if match := _PAIR.match(line):
            yield match[1], match[2]


def people_in(text: str) -> Iterator[tuple[str, str]]:
    """Names and, where it is told, roles, from a line that lists people."""
    if _INITIALS.fullmatch(text.strip()):
        yield from ((each, "") for each in text.split())
        return
    for piece in _APART.split(text):
        bare = _MAIL.sub("", piece).strip(" .*_`@-•[]")
        if not bare or says_nothing(bare) or len(bare) > _NAME_MOST:
            continue
        if match := _ROLE.match(bare) or _ROLE_AFTER.match(bare):
            yield match[1].strip(), match[2].strip()
        else:
            yield bare, ""


def people_of(part: Part) -> Iterator[tuple[str, str]]:
    """The people that a part lists."""
    for block in part.blocks:
        if block.kind == "row":
            if not block.first and block.cells and block.cells[0].strip():
                yield (
                    block.cells[0].strip(),
                    (block.cells[1].strip() if len(block.cells) > 1 else ""),
                )
        elif block.kind in {"item", "text"}:
            for line in block.text.split("\n"):
                yield from _people_of_line(line)


def _people_of_line(line: str) -> Iterator[tuple[str, str]]:
    match = _PAIR.match(line)
    if match and field_of(match[1]) == "people":
        role = match[1].strip(" *_").capitalize()
        yield from ((name, given or role) for name, given in people_in(match[2]))
        return
    if match and len(match[2].split()) <= 4:  # noqa: PLR2004 - a name, not a sentence
        # “Incident commander: Ada”: the role is said first.
        yield match[2].strip(" *_@"), match[1].strip(" *_")
        return
    if len(line.split()) <= 40:  # noqa: PLR2004 - longer lines are prose
        yield from people_in(line)


def told_apart(block: Block, whole: re.Pattern[str] = SENTENCE) -> list[tuple[int, str]]:
    """A paragraph, or its lines where each of them is a sentence for itself, with their numbers."""
    lines = list(lines_in(block))
    if len(lines) > 1 and all(whole.fullmatch(line) for _, line in lines):
        return lines
    if len(lines) > 1 and all(_LETTERED.match(line) for _, line in lines):
        return [(number, _LETTERED.sub("", line, count=1)) for number, line in lines]
    return [(block.line, block.text)]


def lessons_of(part: Part) -> Iterator[tuple[LessonSide, str]]:
    """What a part tells as gone well, badly, or by luck."""
    side = _SIDES[part.kind]
    items = [block for block in part.blocks if block.kind == "item"]
    least = min((block.level for block in items), default=0)
    if items:
        texts = [block.text for block in items if block.level == least]
    else:
        texts = [text for block in _texts(part) for _, text in told_apart(block)]
    for text in texts:
        if not says_nothing(text):
            yield side, " ".join(text.split())


def _texts(part: Part) -> list[Block]:
    return [block for block in part.blocks if block.kind == "text"]


def listed(part: Part) -> Iterator[tuple[int, str]]:
    """The points of a part with their lines, or its paragraphs if it has none."""
    yield from ((line, text) for line, text, _ in listed_deep(part))


def listed_deep(part: Part) -> Iterator[tuple[int, str, int]]:
    """The same, with how deep each stands."""
    items = [block for block in part.blocks if block.kind == "item"]
    told = [(block.line, block.text, block.level) for block in items] or [
        (line, text, block.level) for block in _texts(part) for line, text in told_apart(block)
    ]
    for line, said, level in told:
        text = " ".join(said.split())
        if says_nothing(text) or _PICTURE.fullmatch(text) or (not items and text.endswith(":")):
            continue
        yield line, text, level


def prose(blocks: Sequence[Block]) -> str:
    """Blocks as plain text: paragraphs apart, points with a dash."""
    lines: list[str] = []
    for block in blocks:
        if block.kind == "item":
            lines.append(f"{'  ' * block.level}- {' '.join(block.text.split())}")
        elif block.kind == "row":
            lines.append("  ".join(cell for cell in block.cells if cell))
        elif block.text:
            if lines:
                lines.append("")
            lines.append(block.text if block.kind == "code" else " ".join(block.text.split()))
    return "\n".join(lines).strip()
