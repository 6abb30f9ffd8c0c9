"""The action items of a document: points, rows of a table, or paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.domain.days import day_or_none
from facilitator.exchange.readers.document.document_fields import told_apart
from facilitator.exchange.readers.document.section_words import (
    addresses_reader,
    announces_actions,
    announces_remarks,
    column_of,
    plain,
    says_nothing,
    section_of,
)
from facilitator.exchange.readers.found import FoundAction
from facilitator.exchange.readers.stamps import scan_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.exchange.readers.document.blocks import Block, Link
    from facilitator.exchange.readers.document.parts import Part
    from facilitator.exchange.readers.found import Stamp

_COLUMNS = ("action", "owner", "due", "key", "status", "priority", "kind")
_DONE = re.compile(
    r"^(?:\[?(?:done|completed|complete|closed|fixed|resolved)\]?(?=\s*(?:[:–—-]|$)|\])[\s:–—-]*|[✅✔☑]\ufe0f?\s*)",
    re.IGNORECASE,
)
_DONE_LAST = re.compile(
    r"[(\[]\W{0,3}(?:already\s+)?(?:done|completed|fixed)\b[^()\[\]]{0,60}[)\]]\W{0,3}$",
    re.IGNORECASE,
)
_IS_DONE = re.compile(
    r"\b(?:done|complete[d]?|closed|fixed|merged|shipped|yes)\b|[✅✔☑]", re.IGNORECASE
)
_OWNER = re.compile(
    r"[\s(\[,;–—-]*\b(?:owner|assignee|assigned to|dri|responsible)\s*[:=]\s*"
    r"(@?[\w.’'-]+(?: [A-Z][\w.’'-]+)?)[)\]]?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"[\s(\[–—-]+@([A-Za-z][\w.-]{1,38})[)\]]?(?=\s*(?:\[\w+\])?\s*$)")
_SIGNED = re.compile(
    r"(?:\s+[–—-]\s*|\s*[(\[])@([A-Za-z][\w.’'-]{0,38}\w(?: [A-ZÀ-Ý][\w’'-]+)?)[)\]]?"
    r"(?=\s*(?:[,;(\[]|$))"
)
_DUE = re.compile(
    r"[\s(\[,;–—-]*\b(?:due(?: date)?(?:\s+by)?|deadline|eta|by)\s*:?\s*(?=\d|[A-Z])"
    r"|\s*[(\[]\s*(?=[12]\d{3}-\d{1,2}-\d{1,2}\s*[)\]])",
    re.IGNORECASE,
)
_KEY = re.compile(r"(?<![\w-])([A-Z][A-Z0-9]{1,9}-\d{1,7})(?![\w-])")
_NO_KEYS = re.compile(
    r"(?:UTF|SHA|ISO|RFC|CVE|SEV|TLS|MD|HTTP|IPV|COVID|PM|AES|CWE|P|T|TIER|LEVEL)-\d"
)
_TICKET = re.compile(
    r"/(?:browse|issues?|pulls?|merge_requests|work_items|tickets?|task|story|c|t)/[\w./#-]+",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"/(?:issues|pull|merge_requests)/(\d+)")
_LABELS = re.compile(
    r"\s*[\[(]\s*(?:(?:see|tracked in|tracking|fixed(?: in| by)?|done in|via)\s+)?(?:the\s+)?"
    r"(?:github\s+|jira\s+)?"
    r"(?:issues?|prs?|pull requests?|merge requests?|tickets?|links?|epic|bug|story)"
    r"(?:\s*#?\d+)?\s*[\])]",
    re.IGNORECASE,
)
_BLANK = re.compile(r"(?:\.\.\.|…)\s*\w|[<{][^<>{}]{1,200}[>}]\W*$|\[[A-Z][^\[\]\d]{3,200}\]\W*$")
"""A row or point that a template left: ``... another item``, ``<action>``, ``[Describe it]``."""
_MARKED = re.compile(r"^\W{0,3}(?:action items?|ai)\W{1,3}\s*(?=\S)", re.IGNORECASE)
_BRACKETED_URL = re.compile(r"\s*[(<\[]\s*https?://\S+?\s*[)>\]]")
_PRIORITY = re.compile(r"[Pp]?([0-4])")
_EXPLAINS = re.compile(r"(\w{1,20})\s*(?:[:–—]|\s-)\s")
_SHORTEST, _LONGEST = 3, 4_000
"""Characters of a text that is an action, and of it so many are searched for owner and day."""
_NAME_WORDS = 5
_NAME = r"[A-Z][\w.’'-]{0,30}(?: [A-Z][\w’'-]{0,30})?(?: team)?"
_NAMED_FIRST = re.compile(rf"({_NAME}(?:(?:,| and| &) {_NAME}){{0,3}}) to (?=[a-z])")
"""“Ada and Grace to order gas”: who does it, where all points of a list begin so."""
_NO_NAMES = re.compile(
    r"(?:ability|add|adhere|agree|aim|attempt|begin|change|commit|continue|convert|decide|failure"
    r"|get|go|have|how|link|look|make|migrate|move|need|plan|reach|refer|remember|respond|speak"
    r"|start|stick|switch|talk|time|try|upgrade|want|ways?|we|what|work)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\bwe(?:['’]ll| will| are going to| shall| plan to)\b[^.:]{0,80}"
    r"\b(?:following|these steps|these changes|this procedure)\b[^.:]{0,120}:\s*$",
    re.IGNORECASE,
)
_HEAD_WORDS = 8
_POINTS_BELOW = re.compile(
    r"\b(?:following|follows|these|below|actions?|items?|steps|things)\b", re.IGNORECASE
)
"""A longer text before points is an action that they explain, unless it speaks of them."""
_CIRCUMSTANCE = re.compile(
    r"(?:in|when|whenever|if|for|to|during|after|before|while) ", re.IGNORECASE
)
"""How a text begins that says when or what for to do the points below it."""
_SENTENCE_ENDS = re.compile(r"[a-z)][.;]\s")
_LIKE_A_KEY = re.compile(r"(?=.*\d)[\w.#/-]{2,24}")
_DUE_WITHIN = timedelta(days=270)
"""By how much a due day without a year may lie after the incident."""
_CLOSING = re.compile(
    r"(?:update\s?[(:]|this (?:post-?mortem|incident|report|review)\b"
    r"|by (?:implementing|addressing|taking|doing)\b|in (?:conclusion|summary)\b"
    r"|overall,|with these\b)",
    re.IGNORECASE,
)
"""How a paragraph begins that only ends a report, or was added later."""
_WORDS_LEAST = 3
"""Words of a heading that says what to do; “Monitoring” only says about what."""
_NUMBERED = re.compile(
    r"^\W*(?:(?:action|ai|item)[ -]?)?\d{1,2}(?:\.\d{1,2})*[.):]?\s+", re.IGNORECASE
)
_TODO = re.compile(r"^to-?do:?\s+", re.IGNORECASE)
_ALL_DONE = re.compile(
    r"[(\[–—-]\s*(?:all\s+)?(?:completed?|done|finished)\s*[)\]]?\s*$", re.IGNORECASE
)
_NAMES_OWNER = re.compile(r"(?:[A-Z]{2,3}(?:[/&, ]+[A-Z]{2,3})*|@[\w.-]+(?:[/&, ]+@[\w.-]+)*)\s*:?")
_BELOW = re.compile(r"([A-Za-z][A-Za-z ]{1,20}?)\s*[:=]\s*(\S.{0,80})")
_FIELDS_LAST = re.compile(r"\s*[(\[]([^()\[\]:=]{2,20}[:=][^()\[\]]{1,200})[)\]]\.?$")
_FIELDS_APART = re.compile(r"\s*[;|]\s*|,\s*(?=[A-Za-z ]{2,20}[:=])")
_IN_BRACKETS = re.compile(
    r"\s*[(\[](@?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}|@[\w.-]+)"
    r"\s*[,;–—-]\s*(?:(?:due|by)\s*:?\s*)?"
    r"([^()\[\]]{4,24})[)\]]\.?$"
)


def actions_of(part: Part, *, headed: bool = False) -> Iterator[FoundAction]:
    """The action items of one part; ``headed`` tells that others below it hold them."""
    done = _ALL_DONE.search(part.title) is not None
    for action in _of_part(part, headed=headed):
        yield replace(action, done=True) if done else action


def _of_part(part: Part, *, headed: bool) -> Iterator[FoundAction]:
    rows = [block for block in part.blocks if block.kind == "row"]
    tabled = list(_of_tables(rows))
    yield from tabled
    legend = _legend(rows) if tabled else frozenset()
    points = [each for each in _points(part.blocks) if _word_explained(each.text) not in legend]
    if points:
        named = [_NAMED_FIRST.match(point.text) for point in points]
        by_name = len(points) > 1 and all(each and not _NO_NAMES.match(each[1]) for each in named)
        for point, name in zip(points, named, strict=True):
            found = _of_point(point)
            yield replace(found, owner=found.owner or name[1]) if by_name and name else found
    elif headed or tabled:
        return
    elif not rows and (action := _of_title(part)):
        yield action
    else:
        # Beside tables and lists of other things only what says that it shall be done counts.
        listed = any(block.kind in {"row", "item"} for block in part.blocks)
        yield from _of_paragraphs(part.blocks, intended=listed)


def _legend(rows: Sequence[Block]) -> frozenset[str]:
    """The words of the columns that say of which kind or how urgent an action is."""
    words: set[str] = set()
    places: dict[str, int] = {}
    for row in rows:
        places = _places(row) if row.first else places
        found = (places[role] for role in ("kind", "priority") if role in places)
        words.update(plain(row.cells[at]) for at in found if at < len(row.cells))
    return frozenset(filter(None, words))


def _word_explained(text: str) -> str:
    """The first word of a point that only explains it: ``P0 - Critical``."""
    match = _EXPLAINS.match(text)
    return plain(match[1]) if match else ""


def _of_title(part: Part) -> FoundAction | None:
    """The action that a heading names, with what the paragraphs below it tell."""
    title = _NUMBERED.sub("", part.title)
    numbered = title != part.title
    if not part.inherits or section_of(part.title, whole=True):
        return None
    if not numbered and len(title.split()) < _WORDS_LEAST:
        return None
    texts = [block for block in part.blocks if block.kind == "text"]
    if any(announces_remarks(block.text) for block in texts):
        return None
    links = [link for block in texts for link in block.links]
    return _action(part.line, _TODO.sub("", title), links, [block.text for block in texts])


def marked_actions(blocks: Sequence[Block]) -> Iterator[FoundAction]:
    """Lines elsewhere that say of themselves that they are one: ``[Action item] ...``."""
    for block in blocks:
        for index, line in enumerate(block.text.split("\n")):
            match = _MARKED.match(line)
            if match and line[: match.end()].strip(" *_").endswith(("]", ":")):
                rest = "\n".join((line[match.end() :], *block.text.split("\n")[index + 1 :]))
                yield _action(block.line + index, rest, block.links)
                break


def announced_actions(blocks: Sequence[Block]) -> Iterator[FoundAction]:
    """Points elsewhere below a sentence that says that they are what will be done."""
    announced: list[Block] = []
    telling = False
    for block in blocks:
        if block.kind == "item" and telling:
            announced.append(block)
        elif block.kind == "text" and not block.level:
            telling = announces_actions(block.text) or _ANNOUNCES.search(block.text) is not None
    yield from map(_of_point, _points(announced))


def tabled_actions(blocks: Sequence[Block]) -> Iterator[FoundAction]:
    """The rows of tables elsewhere whose head says that they are action items with owners."""
    rows = [block for block in blocks if block.kind == "row"]
    for number in dict.fromkeys(row.number for row in rows):
        table = [row for row in rows if row.number == number]
        heads = [plain(cell) for cell in table[0].cells] if table[0].first else []
        if {"action item", "action items"} & set(heads) and {"owner", "owners"} & set(heads):
            yield from _of_tables(table)


# -- points ------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Point:
    """One action while it grows; ``level`` is -1 for a paragraph that points below it explain."""

    block: Block
    text: str
    level: int
    owner: str = ""
    more: list[str] = field(default_factory=list)
    coded: bool = False
    """Whether it goes on with code."""

    def heads(self) -> bool:
        """Whether it only names what the points below it are about."""
        if self.level < 0 or self.coded or self.block.checked is not None:
            return False
        if not _only_heads(self.text):
            return False
        if _CIRCUMSTANCE.match(self.text) and _SENTENCE_ENDS.search(self.text) is None:
            return True
        return len(self.text.split()) <= _HEAD_WORDS or bool(_POINTS_BELOW.search(self.text))


def _points(blocks: Sequence[Block]) -> list[_Point]:
    """Each point; deeper ones tell more of the one above, unless that only heads them."""
    walk = _PointWalk()
    numbered = _numbered_on(blocks)
    for block in _without_remarks(blocks):
        if block.kind == "item" and numbered and walk.points and not block.nth and not block.level:
            walk.points[-1].more.append(block.text)
        elif block.kind == "item":
            walk.item(block)
        elif block.kind == "text":
            walk.text(block)
        elif block.kind == "code" and walk.points and not walk.ended:
            walk.points[-1].coded = True
    told = (point for point in walk.points if not _is_empty(point.text))
    found = [point for point in told if point.more or not point.heads()]
    # A list of single words names things, and not what is to do with them.
    return found if any(map(_is_more_than_a_word, found)) else []


def _without_remarks(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without the points below a paragraph that asks to be aware of them."""
    remarks = False
    for block in blocks:
        if block.kind == "text" and not block.level:
            remarks = announces_remarks(block.text)
        if block.kind != "item" or not remarks:
            yield block


def _is_empty(text: str) -> bool:
    """Whether a text is a blank of a template: ``... another item``, ``<Action>``."""
    return says_nothing(text) or _BLANK.match(text) is not None


def _numbered_on(blocks: Sequence[Block]) -> bool:
    """Whether numbered points go on behind others: those in between only explain them."""
    items = [block for block in blocks if block.kind == "item" and not block.level]
    return any(item.nth > 1 and not before.nth for before, item in pairwise(items))


def _is_more_than_a_word(point: _Point) -> bool:
    listed = point.more or point.block.links or point.block.checked is not None
    if listed or "://" in point.text or len(point.text.split()) > 1:
        return True
    # What has no capitals has often no blanks either: 再起動する.
    return any(sign.isalpha() and sign.upper() == sign.lower() for sign in point.text)


@dataclass(slots=True)
class _PointWalk:
    points: list[_Point] = field(default_factory=list)
    heading_level: int | None = None
    owner: str = ""
    ended: bool = False
    """Whether what comes next can tell no more of the last point."""

    def item(self, block: Block) -> None:
        last = self.points[-1] if self.points else None
        if self.heading_level is not None and block.level <= self.heading_level:
            self.heading_level = None
        deeper = last is not None and block.level > last.level and not self.ended
        self.ended = False
        if last is None or not deeper or self.heading_level is not None:
            self.points.append(_Point(block, block.text, block.level, self.owner))
        elif last.heads():
            self.heading_level = last.level
            self.points[-1] = _Point(block, block.text, block.level, self.owner)
        else:
            last.more.append(block.text)

    def text(self, block: Block) -> None:
        """A paragraph: more of the point above, or the name of who does what follows."""
        last = self.points[-1] if self.points else None
        if last is not None and block.level > max(last.level, 0):
            last.more.append(block.text)
            return
        self.ended = True
        self.owner = block.bold.rstrip(" :") if _NAMES_OWNER.fullmatch(block.bold) else ""
        rest = block.text[len(block.bold) :].lstrip(" :–—-")
        if self.owner and rest:
            self.points.append(_Point(block, rest, -1, self.owner))
            self.owner, self.ended = "", False


def _of_point(point: _Point) -> FoundAction:
    done = bool(point.block.checked) or point.block.struck
    action = _action(point.block.line, point.text, point.block.links, point.more, done=done)
    return replace(action, owner=action.owner or point.owner)


_ORDER = re.compile(r"(?!(?:The|This|These|It|We|They|Most|In|At|An?)\b)[A-Z].{3,200}[.!]\s*")
"""A sentence that may ask for something."""
_TELLS = re.compile(
    r"(?:An?|The|This|These|It|There|Because|Since|During|In)\b[^.\n]{0,200}?"
    r"\b(?:was|were|had been|do not|does not|did not)\b"
    r"|(?:The|This|These|It|That)\s+(?:\w+\s+){0,2}(?:has|have)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn)\b"
)
_INTENDS = re.compile(
    r"\b(?:will|shall|should|must|needs?|needed|going to|plan(?:s|ned|ning)?|to be|want|let['’]s"
    r"|intend|aim|ensure|consider|agreed|decided|task|todo|improve)\b",
    re.IGNORECASE,
)
"""A paragraph that only tells what was asks nothing of anybody."""


def _only_heads(text: str) -> bool:
    return text.rstrip().endswith(":")


def _of_paragraphs(blocks: Sequence[Block], *, intended: bool) -> Iterator[FoundAction]:
    for block in blocks:
        if block.kind == "text":
            for line, text in told_apart(block, _ORDER):
                if _asks(text) and (not intended or _is_intended(text)):
                    yield _action(line, text, block.links)


def _asks(text: str) -> bool:
    """Whether a paragraph among actions may be one."""
    if says_nothing(text) or _only_heads(text) or _CLOSING.match(text) or addresses_reader(text):
        return False
    tells = _TELLS.match(text)
    return tells is None or _is_intended(text)


def _is_intended(text: str) -> bool:
    """Whether the first sentence says that something shall be."""
    return _INTENDS.search(text[: text.find(". ")]) is not None


def _action(
    line: int, text: str, links: Sequence[Link], more: Sequence[str] = (), *, done: bool = False
) -> FoundAction:
    said = " ".join(text[:_LONGEST].split())
    if match := _DONE.match(said):
        said, done = said[match.end() :], True
    told, rest = _told_below(more)
    inside, said = _told_inside(said)
    told = {**told, **inside}
    both, said = _owner_and_due(said)
    due, said = (both[1], said) if both else _due(said)
    owner, said = (both[0], said) if both else _owner(said)
    due = due or _day_said(told.get("due", ""))
    url = _ticket(links, said)
    key = _key(said, url)
    said = _BRACKETED_URL.sub("", _LABELS.sub("", said)).strip() or said
    return FoundAction(
        f"line {line:,}",
        _with_more(said, rest),
        owner or told.get("owner", ""),
        due.day if due else None,
        key or _short_key(told.get("key", "")),
        url,
        done or bool(_IS_DONE.search(told.get("status", "")) or _DONE_LAST.search(said)),
        due_said=_without_year(due),
    )


def _told_below(more: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Owner, due day, key and status that lines below an action give, and the other lines."""
    told: dict[str, str] = {}
    rest: list[str] = []
    for text in more:
        match = _BELOW.fullmatch(" ".join(text.split()))
        role = column_of(match[1], ("owner", "due", "key", "status")) if match else ""
        if match is None or not role:
            rest.append(text)
        elif not says_nothing(match[2]):
            told.setdefault(role, match[2].strip(" *_`").lstrip("@"))
    return told, rest


def _told_inside(text: str) -> tuple[dict[str, str], str]:
    """What brackets at the end give: ``(Owner: Ada; Due: 1 May 2026; Ticket: OPS-9)``."""
    match = _FIELDS_LAST.search(text)
    if match is None:
        return {}, text
    told, rest = _told_below(_FIELDS_APART.split(match[1]))
    if not told or not all(map(_BELOW.fullmatch, rest)):
        return {}, text
    kept = f" ({', '.join(rest)})" if rest else ""
    return told, text[: match.start()] + kept


def _owner_and_due(text: str) -> tuple[tuple[str, Stamp] | None, str]:
    """“(Ada Lovelace, 2026-05-01)” at the end of an action, and the text before it."""
    match = _IN_BRACKETS.search(text)
    day = _day_said(match[2]) if match else None
    if match is None or day is None:
        return None, text
    return (match[1].lstrip("@"), day), text[: match.start()].rstrip(" –—-")


def _day_said(text: str) -> Stamp | None:
    """The day that a text begins with, be it without its year."""
    found = scan_day(text.strip())
    return found[0] if found and (found[0].day or found[0].yearless) else None


def _without_year(due: Stamp | None) -> str:
    return due.raw if due and due.day is None else ""


def due_after(action: FoundAction, since: date | None) -> FoundAction:
    """The action with the year of its due day: the next such day after the incident.

    One that lies far ahead may as well be past: it stays in the text.
    """
    said = _day_said(action.due_said)
    if said is None or said.yearless is None:
        return action
    for year in (since.year, since.year + 1) if since else ():
        due = day_or_none(year, *said.yearless)
        if since and due and since <= due <= since + _DUE_WITHIN:
            return replace(action, due=due, due_said="")
    return replace(action, text=f"{action.text} (due {action.due_said})", due_said="")


def _with_more(text: str, more: Sequence[str]) -> str:
    """The text, and in brackets what stood below it."""
    if not more:
        return text
    below = "; ".join(" ".join(each.split()).rstrip(".") for each in more)
    return f"{text.rstrip('.:;')} ({below})"


def _owner(text: str) -> tuple[str, str]:
    for pattern in (_OWNER, _SIGNED, _HANDLE):
        if match := pattern.search(text):
            return match[1].lstrip("@").rstrip(".,;"), _without(text, match)
    return "", text


def _without(text: str, match: re.Match[str]) -> str:
    """The text without a stretch; brackets that were round it go too."""
    rest = text[match.end() :]
    return f"{text[: match.start()]}{rest}".strip()


def _due(text: str) -> tuple[Stamp | None, str]:
    """The day after ``due`` or ``by``, if its day and month are certain."""
    for match in _DUE.finditer(text):
        found = scan_day(text, match.end())
        if found and (found[0].day or found[0].yearless):
            rest = text[found[1] :].lstrip(")] ")
            return found[0], f"{text[: match.start()]} {rest}".strip()
    return None, text


def _ticket(links: Sequence[Link], text: str) -> str:
    """Where the action is tracked: a link that reads like one to a ticket."""
    plain = re.findall(r"https?://[^\s)>\]]+", text)
    targets = [*(each.target for each in links), *plain]
    return next((each for each in targets if _TICKET.search(each) and each.startswith("http")), "")


def _key(text: str, url: str) -> str:
    for found in _KEY.findall(f"{url} {text}"):
        if not _NO_KEYS.match(found):
            return str(found)
    match = _NUMBER.search(url)
    return f"#{match[1]}" if match else ""


# -- tables ------------------------------------------------------------------------------------


def _of_tables(rows: Sequence[Block]) -> Iterator[FoundAction]:
    places: dict[str, int] = {}
    number = -1
    for row in rows:
        if row.number != number:
            number, places = row.number, _places(row)
            if row.first:
                continue
        action = _of_row(row, places) if places else None
        if action is not None:
            yield action


def _places(row: Block) -> dict[str, int]:
    """Which column holds what, nothing for a table that is none of actions.

    The action stands in the first column that may hold it.
    """
    roles: list[str] = []
    for head in row.cells if row.first else ():
        # After the column with the actions, “Issue” or “Description” is another one.
        roles.append(column_of(head, tuple(each for each in _COLUMNS if each not in roles)))
    places = {role: roles.index(role) for role in _COLUMNS if role in roles}
    if row.first and not places.keys() - {"kind"}:
        # “Type | Name” heads a list of things, and none of what is to do with them.
        return {}
    if "action" not in places:
        free = [place for place, role in enumerate(roles) if not role]
        places["action"] = free[0] if free else 0
    return places


def _of_row(row: Block, places: dict[str, int]) -> FoundAction | None:
    def cell(role: str) -> str:
        place = places.get(role)
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""

    text = cell("action")
    if _is_empty(text) or len(text) < _SHORTEST:
        return None
    found = _action(row.line, text, row.links)
    owner = cell("owner")
    due = _day_said(cell("due"))
    key = cell("key")
    return FoundAction(
        found.where,
        found.text,
        found.owner or _owner_cell(owner),
        (due.day if due else None) or found.due,
        found.key or ("" if says_nothing(key) or key.startswith("http") else _short_key(key)),
        found.url
        or next((each.target for each in row.links if each.target.startswith("http")), ""),
        # Where others keep the ticket, some only say that it is done.
        done=found.done or bool(_IS_DONE.search(cell("status")) or _IS_DONE.fullmatch(key)),
        priority=_priority(cell("priority")),
        due_said=_without_year(due) or found.due_said,
    )


def _priority(text: str) -> str:
    """``P0`` to ``P4``, as high, medium and low are no more than words."""
    match = _PRIORITY.fullmatch(text.strip())
    return f"P{max(1, int(match[1]))}" if match else ""


def _owner_cell(text: str) -> str:
    """Who a cell names; a whole sentence names nobody."""
    named = not says_nothing(text) and len(text.split()) <= _NAME_WORDS
    return text.lstrip("@").rstrip(".") if named else ""


def _short_key(text: str) -> str:
    match = _KEY.search(text) or re.search(r"#\d+", text)
    if match:
        return match[0]
    return text if _LIKE_A_KEY.fullmatch(text) else ""
