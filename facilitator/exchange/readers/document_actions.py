"""The action items of a document: points, rows of a table, or paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.exchange.readers.found import FoundAction
from facilitator.exchange.readers.section_words import column_of, says_nothing
from facilitator.exchange.readers.stamps import scan_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from facilitator.exchange.readers.blocks import Block, Link
    from facilitator.exchange.readers.parts import Part

_COLUMNS = ("action", "owner", "due", "key", "status", "priority", "kind")
_DONE = re.compile(
    r"^(?:\[?(?:done|completed|complete|closed|fixed|resolved)\]?(?=\s*(?:[:–—-]|$)|\])[\s:–—-]*|[✅✔☑]\ufe0f?\s*)",
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
_HANDLE = re.compile(r"[\s(\[–—-]+@([A-Za-z][\w.-]{1,38})[)\]]?(?=\s*$)")
_DUE = re.compile(
    r"[\s(\[,;–—-]*\b(?:due(?: date)?(?:\s+by)?|deadline|eta|by)\s*:?\s*(?=\d|[A-Z])", re.IGNORECASE
)
_KEY = re.compile(r"(?<![\w-])([A-Z][A-Z0-9]{1,9}-\d{1,7})(?![\w-])")
_NO_KEYS = re.compile(r"(?:UTF|SHA|ISO|RFC|CVE|SEV|TLS|MD|HTTP|IPV|COVID|PM|AES|P|T|TIER|LEVEL)-\d")
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
_MARKED = re.compile(r"^\W{0,3}(?:action items?|ai)\W{1,3}\s*(?=\S)", re.IGNORECASE)
_BRACKETED_URL = re.compile(r"\s*[(<\[]\s*https?://\S+?\s*[)>\]]")
_SHORTEST = 3


def actions_of(part: Part, *, headed: bool = False) -> Iterator[FoundAction]:
    """The action items of one part; ``headed`` tells that others below it hold them."""
    rows = [block for block in part.blocks if block.kind == "row"]
    yield from _of_tables(rows)
    items = [block for block in part.blocks if block.kind == "item"]
    if items:
        yield from _of_items(part.blocks)
    elif not rows and not headed:
        yield from _of_paragraphs(part.blocks)


def marked_actions(blocks: Sequence[Block]) -> Iterator[FoundAction]:
    """Lines elsewhere that say of themselves that they are one: ``[Action item] ...``."""
    for block in blocks:
        for index, line in enumerate(block.text.split("\n")):
            match = _MARKED.match(line)
            if match and line[: match.end()].strip(" *_").endswith(("]", ":")):
                rest = "\n".join((line[match.end() :], *block.text.split("\n")[index + 1 :]))
                yield _action(block.line + index, rest, block.links)
                break


# -- points ------------------------------------------------------------------------------------


def _of_items(blocks: Sequence[Block]) -> Iterator[FoundAction]:
    """Each point; deeper ones tell more of the one above, unless that only heads them."""
    gathered: list[tuple[Block, list[str]]] = []
    heading_level: int | None = None
    for block in blocks:
        if block.kind == "item":
            deeper = gathered and block.level > gathered[-1][0].level
            if heading_level is not None and block.level <= heading_level:
                heading_level = None
            if deeper and heading_level is None:
                if _only_heads(gathered[-1][0].text):
                    heading_level = gathered.pop()[0].level
                    gathered.append((block, []))
                else:
                    gathered[-1][1].append(block.text)
            else:
                gathered.append((block, []))
        elif block.kind == "text" and gathered and block.level > gathered[-1][0].level:
            gathered[-1][1].append(block.text)
    for block, more in gathered:
        if not says_nothing(block.text):
            done = bool(block.checked) or block.struck
            yield _action(block.line, block.text, block.links, more, done=done)


def _only_heads(text: str) -> bool:
    return text.rstrip().endswith(":")


def _of_paragraphs(blocks: Sequence[Block]) -> Iterator[FoundAction]:
    for block in blocks:
        if block.kind == "text" and not says_nothing(block.text) and not _only_heads(block.text):
            yield _action(block.line, block.text, block.links)


def _action(
    line: int, text: str, links: Sequence[Link], more: Sequence[str] = (), *, done: bool = False
) -> FoundAction:
    said = " ".join(text.split())
    if match := _DONE.match(said):
        said, done = said[match.end() :], True
    owner, said = _owner(said)
    due, said = _due(said)
    url = _ticket(links, said)
    key = _key(said, url)
    said = _BRACKETED_URL.sub("", _LABELS.sub("", said)).strip() or said
    return FoundAction(f"line {line:,}", _with_more(said, more), owner, due, key, url, done)


def _with_more(text: str, more: Sequence[str]) -> str:
    """The text, and in brackets what stood below it."""
    if not more:
        return text
    below = "; ".join(" ".join(each.split()).rstrip(".") for each in more)
    return f"{text.rstrip('.:;')} ({below})"


def _owner(text: str) -> tuple[str, str]:
    for pattern in (_OWNER, _HANDLE):
        if match := pattern.search(text):
            return match[1].lstrip("@").rstrip(".,;"), _without(text, match)
    return "", text


def _without(text: str, match: re.Match[str]) -> str:
    """The text without a stretch; brackets that were round it go too."""
    rest = text[match.end() :]
    return f"{text[: match.start()]}{rest}".strip()


def _due(text: str) -> tuple[date | None, str]:
    """The day after ``due`` or ``by``, if its day, month and year are certain."""
    for match in _DUE.finditer(text):
        found = scan_day(text, match.end())
        if found and found[0].day:
            rest = text[found[1] :].lstrip(")] ")
            return found[0].day, f"{text[: match.start()]} {rest}".strip()
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
        action = _of_row(row, places)
        if action is not None:
            yield action


def _places(row: Block) -> dict[str, int]:
    """Which column holds what; the action stands in the longest of those that may hold it."""
    roles = [column_of(head, _COLUMNS) for head in row.cells] if row.first else []
    places = {role: roles.index(role) for role in _COLUMNS if role in roles}
    if "action" not in places:
        free = [place for place, role in enumerate(roles) if not role]
        places["action"] = free[0] if free else 0
    return places


def _of_row(row: Block, places: dict[str, int]) -> FoundAction | None:
    def cell(role: str) -> str:
        place = places.get(role)
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""

    text = cell("action")
    if says_nothing(text) or len(text) < _SHORTEST:
        return None
    found = _action(row.line, text, row.links)
    owner = cell("owner")
    due = scan_day(cell("due"))
    key = cell("key")
    return FoundAction(
        found.where,
        found.text,
        found.owner or ("" if says_nothing(owner) else owner.lstrip("@")),
        (due[0].day if due else None) or found.due,
        found.key or ("" if says_nothing(key) or key.startswith("http") else _short_key(key)),
        found.url
        or next((each.target for each in row.links if each.target.startswith("http")), ""),
        done=found.done or bool(_IS_DONE.search(cell("status"))),
    )


def _short_key(text: str) -> str:
    match = _KEY.search(text) or re.search(r"#\d+", text)
    return match[0] if match else text[:40]
