"""Pasted or saved chats of many programs: WhatsApp, IRC, Zoom, Teams, Google Chat and so on."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.pasted import (
    Block,
    Days,
    Head,
    fenced,
    head_lines,
    is_name,
    is_time,
    read_blocks,
    without_end,
)
from facilitator.exchange.readers.found import Entry, Reader, Reading, Stamp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from facilitator.exchange.readers.material import Material

_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d{1,6})?(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?"
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|[A-Z][a-z]{2,8}\.? +\d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
_BRACKETED = re.compile(r"\[(?P<time>[^\[\]]{4,40})\]\s*(?P<rest>\S.*)")
_BARE = re.compile(rf"(?P<time>(?:{_DAY}(?:,? +|T))?{_CLOCK})(?P<gap>\s+-\s+|\s+)(?P<rest>\S.*)")
_TAIL = re.compile(
    r"(?P<name>[^\W\d_].{0,60}?)"
    r"(?:, \[(?P<exact>[^\[\]]{5,40})\]:?|(?:,|(?P<dash> [—–])) (?P<time>\S.{3,40}))"
)
_NICK = re.compile(r"<(?P<name>[^<>]{1,60})>\s?(?P<text>.*)")
_NAMED = re.compile(r"(?P<name>[^:<>\[\]{}|=\"]{1,60}?):(?:\s+(?P<text>.*)|$)")
_TABBED = re.compile(r"(?P<name>[^\t]{1,40})\t(?P<text>.*)")
_ZOOM = re.compile(
    r"From\s{1,9}(?P<name>[^:]{1,60}?)(?:\s{1,9}to\s{1,9}[^:]{1,60}?)?\s?:(?:\s+(?P<text>.*)|$)",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"(?:-!-|\*\*\*|-->|<--|--|[←→⇐]|={3})\s+(?P<text>.*)")
_ACTION = re.compile(r"\*\s+(?P<name>\S{1,40})\s+(?P<text>.*)")
_LOG_DAY = re.compile(
    r"(?:-{2,}|\*{2,}) "
    r"(?:Log (?:opened|closed)|Day changed(?: to)?|(?:BEGIN|ENDING) LOGGING AT)"
    r" (?:[A-Z][a-z]{2} )?(?P<day>[A-Z][a-z]{2} +\d{1,2}|\d{1,2} [A-Z][a-z]{2})(?: [\d:]{5,8})?"
    r"(?: (?P<year>\d{4}))?"
)
_SIGNS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2068\u2069\ufeff"))
_LEVELS = frozenset({"trace", "debug", "info", "notice", "warn", "warning", "error", "err"})
_LEVELS |= {"crit", "critical", "alert", "fatal", "severe", "emerg"}
_NICK_SIGNS = "@+%&~! "
_NOISE = (
    (re.compile(r".*\b(?:has )?joined\b.*", re.IGNORECASE), chats.JOINED),
    (re.compile(r".*\b(?:has )?(?:left|quit|parted)\b.*", re.IGNORECASE), chats.LEFT),
    (re.compile(r".*\b(?:changed|set) (?:the )?(?:topic|subject).*"), "The topic was changed."),
)
_OWN_NOISE = (
    (re.compile(r'(?:Reacted to|Removed a .{1,20} reaction from) ".*', re.DOTALL), "A reaction."),
    (re.compile(r"Messages (?:and calls )?(?:to this group )?are end-to-end.*"), chats.NOTICE),
)
_EDITED = ("<This message was edited>", "(edited)")
_ATTACHED = re.compile(
    r"<attached: (?P<name>[^<>]{1,120})>|(?<!\S)(?P<file>\S{1,120}) \(file attached\)"
)
_NUMBERS = re.compile(r"\[?(\d{1,2})[./-](\d{1,2})\b")
_WHATSAPP = re.compile(r"\[\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d")
_HEADING = re.compile(r"#{1,6} \S")
_MONTHS = 12
_FEW, _MANY = 2, 3
_SHARE = 4
"""With three heads or more, at least every fourth line is one."""


def _fits(material: Material) -> bool:
    lines = _plain(head_lines(material))
    filled = sum(1 for line in lines if line.strip())
    if sum(_HEADING.match(line) is not None for line in lines) >= _FEW:
        # A document; “Ada replaced the belt” after a time is what she did.
        return False
    heads = _heads(lines)
    clear = sum(_is_clear(lines[index], head) for index, head in heads.items())
    if clear * 2 < len(heads) and not _is_talk(heads):
        return False
    many = max(clear + 1, len(heads)) >= _MANY and len(heads) * _SHARE >= filled
    return many or (len(heads) >= _FEW and len(heads) * 2 >= filled)


def _is_clear(line: str, head: Head) -> bool:
    """Whether a head is none that a log or a list of times has too."""
    return bool(
        head.clear or (head.text and _WHATSAPP.match(line)) or (head.noise and " - " in line)
    )


def _is_talk(heads: Mapping[int, Head]) -> bool:
    """Whether at least two people speak in turn, as in no log and in few lists of times."""
    names = Counter(each.name for each in heads.values() if is_name(each.name))
    spoken = sum(names.values())
    return len(names) > 1 and len(names) < spoken and spoken * 2 >= len(heads)


def _read(material: Material) -> Reading:
    lines = _plain(material.lines)
    heads = _heads(lines)
    days = Days(_day_first(heads))
    found = read_blocks(lines, heads, days, _entry)
    return found.reading(READER.form, "Chat (pasted)", (*material.notes, *days.notes))


def _plain(lines: Sequence[str]) -> list[str]:
    """Lines without signs of direction, and those on which a log names the day as a day only."""
    return [_plain_line(line.translate(_SIGNS)) for line in lines]


def _plain_line(line: str) -> str:
    match = _LOG_DAY.fullmatch(line.strip())
    return f"{match['day']} {match['year'] or ''}".strip() if match else line


def _heads(lines: Sequence[str]) -> dict[int, Head]:
    inside = fenced(lines)
    outside = [index for index in range(len(lines)) if index not in inside]
    found = {each: head for each in outside if (head := _timed(lines[each]))}
    alone = {each: head for each in outside if (head := _alone(lines, each, found))}
    found = {**alone, **found}
    return {index: head for index, head in found.items() if _holds(lines, index, head, found)}


def _holds(lines: Sequence[str], index: int, head: Head, found: Mapping[int, Head]) -> bool:
    """A head with nothing but a name needs a text below it."""
    below = lines[index + 1] if index + 1 < len(lines) else ""
    return bool(head.text) or (bool(below.strip()) and index + 1 not in found)


def _timed(line: str) -> Head | None:
    """A line that begins with a time."""
    bare = line.strip()
    match = _BRACKETED.fullmatch(bare) or _BARE.fullmatch(bare)
    if match is None or not is_time(match["time"]):
        return None
    dashed = match.re is _BARE and "-" in match["gap"]
    if match.re is _BRACKETED or dashed:
        return _spoken(match["time"], match["rest"]) or _less_clear(match, dashed=dashed)
    return _spoken(match["time"], match["rest"])


def _spoken(raw: str, rest: str) -> Head | None:
    """What only a chat has after the time."""
    if match := _NICK.fullmatch(rest):
        return Head(match["name"].strip(_NICK_SIGNS), raw, match["text"], clear=True)
    if match := _NOTICE.fullmatch(rest):
        return Head("", raw, match["text"], noise=_notice(match["text"]), clear=True)
    if match := _ZOOM.fullmatch(rest):
        return Head(match["name"].strip(), raw, match["text"] or "", clear=True)
    if match := _ACTION.fullmatch(rest):
        text = f"{match['name']} {match['text']}"
        return Head(match["name"].strip(_NICK_SIGNS), raw, text, clear=True)
    match = _TABBED.fullmatch(rest)
    return Head(match["name"].strip(_NICK_SIGNS), raw, match["text"]) if match else None


def _less_clear(match: re.Match[str], *, dashed: bool) -> Head | None:
    """``Name: text`` or a name alone, which a log or a list of times may have as well."""
    raw, rest = match["time"], match["rest"]
    if named := _NAMED.fullmatch(rest):
        name = named["name"].strip(_NICK_SIGNS)
        if not name or name.lower() in _LEVELS or not any(map(str.isalnum, name)):
            return None
        return Head(name, raw, named["text"] or "")
    if dashed:
        # WhatsApp's own notices are those without a name.
        dated = re.match(r"\d{1,4}[./-]\d", raw)
        return Head("", raw, rest, noise=_notice(rest)) if dated else None
    return Head(rest, raw) if is_name(rest) else None


def _alone(lines: Sequence[str], index: int, found: Mapping[int, Head]) -> Head | None:
    """A line with a name and a time at its end, above what was said."""
    match = _TAIL.fullmatch(lines[index].strip())
    if match is None:
        return None
    raw = match["exact"] or match["time"]
    said = index + 1 < len(lines) and lines[index + 1].strip() and index + 1 not in found
    if not said or not is_name(match["name"]) or not is_time(raw):
        return None
    return Head(match["name"], raw, clear=bool(match["exact"] or match["dash"]))


def _notice(text: str) -> str:
    return next((why for shape, why in _NOISE if shape.fullmatch(text)), chats.NOTICE)


def _day_first(heads: Mapping[int, Head]) -> bool | None:
    """Which of two numbers is the day, if some days of the source tell it and none the other."""
    told = set()
    for head in heads.values():
        if match := _NUMBERS.match(head.raw):
            first, second = int(match[1]), int(match[2])
            if (first > _MONTHS) != (second > _MONTHS):
                told.add(first > _MONTHS)
    return told.pop() if len(told) == 1 else None


def _entry(block: Block, stamp: Stamp) -> Entry:
    head = block.head
    lines = [without_end(line, *_EDITED) for line in (head.text, *block.body)]
    text = _ATTACHED.sub(_attached, "\n".join(lines).strip("\n"))
    own = next((why for shape, why in _OWN_NOISE if shape.fullmatch(text)), "")
    return Entry(
        f"line {block.line}", stamp, text.strip(), author=head.name, noise=head.noise or own
    )


def _attached(match: re.Match[str]) -> str:
    return f"(file: {match['name'] or match['file']})"


READER = Reader("chat", "a pasted chat", _fits, _read)
