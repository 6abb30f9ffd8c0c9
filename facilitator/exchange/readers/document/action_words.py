"""What the words of one action tell: who does it, by when, which ticket it has, if it is done."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from facilitator.domain.days import day_or_none
from facilitator.exchange.readers.document.section_words import column_of, says_nothing
from facilitator.exchange.readers.found import FoundAction
from facilitator.exchange.readers.stamps import scan_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from facilitator.exchange.readers.document.blocks import Link
    from facilitator.exchange.readers.found import Stamp

_DONE = re.compile(
    r"^(?:\[?(?:done|completed|complete|closed|fixed|resolved)\]?(?=\s*(?:[:–—-]|$)|\])[\s:–—-]*|[✅✔☑]\ufe0f?\s*)",
    re.IGNORECASE,
)
_DONE_ON = re.compile(
    r"^\[?(?:done|completed?|closed|fixed|resolved)\]?\s+[(\[]?(?:on\s+)?"
    r"([12]\d{3}-\d\d-\d\d)[)\]]?\s*(?:[:–—]|-+(?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
"""“DONE 2026-03-05 — Mend the oven”: that it is done, and since when."""
_STILL_OPEN = re.compile(
    r"^(?:\[(?i:to-?do|open|pending|planned|in progress|not started|wip)\][\s:–—-]*"
    r"|(?:(?i:to-?do)|OPEN|PENDING|PLANNED|IN PROGRESS|NOT STARTED|WIP)"
    r"\s*(?:[:–—]|-+(?=\s))\s*)(?=\S)"
)
"""“TODO: Mend the oven”: what says no more than that it is not done yet."""
_DONE_LAST = re.compile(
    r"[(\[]\W{0,3}(?:already\s+)?(?:done|completed|fixed)\b[^()\[\]]{0,60}[)\]]\W{0,3}$"
    r"|\s[–—-]\s*(?:done|completed?|fixed)\b[\s\d/.-]{0,24}$",
    re.IGNORECASE,
)
IS_DONE = re.compile(
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
_KEY_FIRST = re.compile(r"[\[(]?(#\d{1,7}|[A-Z][A-Z0-9]{1,9}-\d{1,7})[\])]?\s*[:–—-]\s+(?=\w)")
"""A ticket that stands before what is to do: ``#12: Watch the oven``."""
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
_BRACKETED_URL = re.compile(r"\s*[(<\[]\s*https?://\S+?\s*[)>\]]")
_LIKE_A_KEY = re.compile(r"(?=.*\d)[\w.#/-]{2,24}")
_LONGEST = 4_000
"""Characters of an action that are searched for owner and day."""
_DUE_WITHIN = timedelta(days=270)
"""By how much a due day without a year may lie after the incident."""
_BELOW = re.compile(r"([A-Za-z][A-Za-z ]{1,20}?)\s*[:=]\s*(\S.{0,80})")
_FIELDS_LAST = re.compile(r"\s*[(\[]([^()\[\]:=]{2,20}[:=][^()\[\]]{1,200})[)\]]\.?$")
_FIELDS_APART = re.compile(r"\s*[;|]\s*|,\s*(?=[A-Za-z ]{2,20}[:=])")
_IN_BRACKETS = re.compile(
    r"\s*[(\[](@?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}|@[\w.-]+)"
    r"\s*[,;–—-]\s*(?:(?:due|by)\s*:?\s*)?"
    r"([^()\[\]]{4,24})[)\]]\.?$"
)


def action_of(
    line: int, text: str, links: Sequence[Link], more: Sequence[str] = (), *, done: bool = False
) -> FoundAction:
    """The action that a text is, with what stands below it told apart."""
    said = " ".join(text[:_LONGEST].split())
    if match := _DONE_ON.match(said):
        said, done = f"{said[match.end() :]} (done {match[1]})", True
    elif match := _DONE.match(said):
        said, done = said[match.end() :], True
    first, said = _key_first(said)
    told, rest = _told_below(more)
    inside, said = _told_inside(said)
    told = {**told, **inside}
    both, said = _owner_and_due(said)
    due, said = (both[1], said) if both else _due(said)
    owner, said = (both[0], said) if both else _owner(said)
    said = _STILL_OPEN.sub("", said)
    due = due or day_said(told.get("due", ""))
    url = _ticket(links, said)
    key = first or _key(said, url)
    said = _BRACKETED_URL.sub("", _LABELS.sub("", said)).strip() or said
    return FoundAction(
        f"line {line:,}",
        _with_more(said, rest),
        owner or told.get("owner", ""),
        due.day if due else None,
        key or short_key(told.get("key", "")),
        url,
        done or bool(IS_DONE.search(told.get("status", "")) or _DONE_LAST.search(said)),
        due_said=without_year(due),
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
    day = day_said(match[2]) if match else None
    if match is None or day is None:
        return None, text
    return (match[1].lstrip("@"), day), text[: match.start()].rstrip(" –—-")


def day_said(text: str) -> Stamp | None:
    """The day that a text begins with, be it without its year."""
    found = scan_day(text.strip())
    return found[0] if found and (found[0].day or found[0].yearless) else None


def without_year(due: Stamp | None) -> str:
    """A due day as it is written, if it says no year."""
    return due.raw if due and due.day is None else ""


def due_after(action: FoundAction, since: date | None) -> FoundAction:
    """The action with the year of its due day: the next such day after the incident.

    One that lies far ahead may as well be past: it stays in the text.
    """
    said = day_said(action.due_said)
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


def _key_first(text: str) -> tuple[str, str]:
    """The ticket that an action begins with, and the words after it."""
    match = _KEY_FIRST.match(text)
    if match is None or _NO_KEYS.match(match[1]):
        return "", text
    return match[1], text[match.end() :]


def short_key(text: str) -> str:
    """The key of a ticket in a cell, without words around it."""
    match = _KEY.search(text) or re.search(r"#\d+", text)
    if match:
        return match[0]
    return text if _LIKE_A_KEY.fullmatch(text) else ""
