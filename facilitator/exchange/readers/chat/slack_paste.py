"""What people copy from Slack's window: a head with name and time, and lines below it.

A head is one entry, whatever stands below: Slack writes several messages of one person within
some minutes below one time, and a timeline with a row for each would say no more of when they
were written. A line with its own time, as newer versions have it, is an entry of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.exchange.readers.chat import chats
from facilitator.exchange.readers.chat.pasted import (
    NEW,
    Block,
    Days,
    Head,
    divides,
    fenced,
    head_lines,
    is_time,
    read_blocks,
    without_end,
)
from facilitator.exchange.readers.chat.slack_parting import HALVES, parted, unsure, without_next
from facilitator.exchange.readers.found import Entry, Reader, Reading, Stamp
from facilitator.exchange.readers.stamps import minute_of_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from facilitator.exchange.readers.material import Material

_BRACKETED = re.compile(r"(?P<name>\S.{0,79}?)\s*\[(?P<time>[^\[\]]{3,40})\]\s*")
_SPACED = re.compile(r"(?P<name>\S.{0,79}?)(?:\s{2,}|\t|\s?\xa0\s?)(?P<time>\d.{2,12}|\w.{6,38})")
_TIME_LINE = re.compile(
    r"(?P<indent>\s*)(?:APP\s+)?(?P<time>\d{1,3} [a-z]{3,8} ago|"
    r"(?:[A-Za-z][\w ,]{2,24} at )?\d{1,2}:\d\d(?::\d\d)?(?P<half>\s?[AaPp][Mm])?)\s*"
)
_BOTS = ("APP", "BOT", "WORKFLOW")
_BOT = re.compile(r"\s+(?:APP|BOT|WORKFLOW)$")
_STATUS = re.compile(r"(?:\s+:[\w+'-]+:)+$")
_EDITED = "(edited)"
_CHROME = re.compile(
    r"View newer replies|View (?:full )?thread|View \d+ (?:more )?repl(?:y|ies)|"
    r"\d+ repl(?:y|ies)(?:\s*Last reply .{1,40})?|Last reply .{1,40}|Also sent to the channel|"
    r"Saved for later.{0,40}|Added by .{1,60}|\(edited\)"
)
_REPLIED = re.compile(r"(?:.{1,80} )?replied to a thread:\s*(?P<quote>.*)")
_REACTION = re.compile(r":[\w+'-]+:(?::skin-tone-\d:)?")
_COUNT = re.compile(r"\d{1,3}")
_NOISE = (
    (re.compile(r"(?:has )?joined (?:#\S+|the channel)(?: along with .+)?\.?"), chats.JOINED),
    (re.compile(r"was added to (?:#\S+|the channel)(?: by .+)?\.?"), chats.JOINED),
    (re.compile(r"(?:has )?left (?:#\S+|the channel)\.?"), chats.LEFT),
    (re.compile(r"was removed from #\S+.*"), chats.LEFT),
    (re.compile(r"(?:set|cleared|changed) the channel topic.*"), "The topic was changed."),
    (
        re.compile(r"(?:set|cleared) the channel (?:description|purpose).*"),
        "The description of the channel was changed.",
    ),
    (re.compile(r"(?:has )?renamed the channel.*"), "The channel was renamed."),
    (re.compile(r"pinned a message to this channel\..*"), "Somebody pinned a message."),
    (re.compile(r"archived the channel.*"), "The channel was archived."),
    (re.compile(r"added an integration to this channel:.*"), "Somebody added a program."),
)
_NAME_LIMIT, _NAME_WORDS = 40, 5
_SHORT_PASTE = 12
"""Lines of a paste that one head is enough for."""
_SHARE = 10
"""At least every tenth line is a head."""
_SPOKEN = 2
"""At least every second head has a text below it."""
_LONGEST_HEAD = 400
"""Characters of a line with name and time, and the blanks between them."""
_DAY_MINUTES = 24 * 60
_MARKUP = "-*#>|•"


def _fits(material: Material) -> bool:
    lines = head_lines(material)
    filled = [index for index, line in enumerate(lines) if line.strip()]
    heads = _heads(lines)
    spoken = [each for each in heads if _has_text(lines, each + heads[each].lines, heads)]
    if not spoken:
        return False
    if len(heads) == 1:
        return len(filled) <= _SHORT_PASTE and filled[0] in heads and _is_alone(lines, heads)
    return len(heads) * _SHARE >= len(filled) and len(spoken) * _SPOKEN >= len(heads)


def _is_alone(lines: Sequence[str], heads: Mapping[int, Head]) -> bool:
    """Whether no other time is written like that of the only head, as in a list of times."""
    start, head = next(iter(heads.items()))
    half = head.raw.endswith(HALVES)
    rest = (_TIME_LINE.fullmatch(line) for line in lines[start + head.lines :])
    return all(bool(match["half"]) != half for match in rest if match)


def _has_text(lines: Sequence[str], index: int, heads: Mapping[int, Head]) -> bool:
    """Whether somebody says something on this line, as people do below a head."""
    return index < len(lines) and bool(lines[index].strip()) and index not in heads


def _read(material: Material) -> Reading:
    lines = material.lines
    days = Days()
    heads, left = _parted(lines, sure=True)
    heads.update(_continued(lines, heads))
    found = read_blocks(lines, heads, days, _entry)
    notes = (*material.notes, *days.notes, unsure(lines, left))
    return found.reading(READER.form, "Slack (pasted)", tuple(filter(None, notes)))


def _heads(lines: Sequence[str]) -> dict[int, Head]:
    """The lines where messages begin."""
    return _parted(lines, sure=False)[0]


def _parted(lines: Sequence[str], *, sure: bool) -> tuple[dict[int, Head], dict[int, Head]]:
    """The lines where messages begin, and those where some may.

    ``sure`` if it is said that this is a text from Slack.
    """
    inside = fenced(lines)
    outside = [index for index in range(len(lines)) if index not in inside]
    found = {each: head for each in outside if (head := _bracketed(lines[each]))}
    pairs = {
        each: pair
        for each in outside
        if each not in found
        and (pair := _spaced(lines, each) or _two_lines(lines, each, found)) is not None
    }
    names = {head.name for head, clear in pairs.values() if clear}
    names.update(each.name for each in found.values())
    for index, (head, clear) in pairs.items():
        # Only the time of a head has AM or PM: below it, a time alone is that of a next message.
        if clear or head.name in names or (sure and head.raw.endswith(HALVES)):
            found[index] = head
    left = {index: head for index, (head, _) in pairs.items() if index not in found}
    left = without_next(lines, found, left)
    found |= parted(lines, found, left)
    return found, {index: head for index, head in left.items() if index not in found}


def _bracketed(line: str) -> Head | None:
    """``Name [9:05 AM]``."""
    match = _BRACKETED.fullmatch(line) if line.rstrip().endswith("]") and _is_short(line) else None
    if match is None or line[0] in _MARKUP or not is_time(match["time"]):
        return None
    return _head(match["name"], match["time"], 1)


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST_HEAD


def _spaced(lines: Sequence[str], index: int) -> tuple[Head, bool] | None:
    """``Name  9:05 AM``, and whether it stands where a message begins."""
    line = lines[index]
    match = _SPACED.fullmatch(line.rstrip()) if _is_short(line) else None
    if match is None or line[0] in _MARKUP or not is_time(match["time"]):
        return None
    head = _head(match["name"], match["time"], 1)
    return (head, _begins(lines, index)) if head else None


def _begins(lines: Sequence[str], index: int) -> bool:
    """Whether a message may begin on this line: it is the first, or below an empty one or a day."""
    before = lines[index - 1].strip() if index else ""
    return before in {"", NEW} or divides(before)


def _two_lines(
    lines: Sequence[str], index: int, found: Mapping[int, Head]
) -> tuple[Head, bool] | None:
    """A name and, on the next line, the time; and whether they cannot be anything else.

    ``APP`` may stand between them.
    """
    if index + 1 >= len(lines):
        return None
    name = lines[index].strip()
    after = index + 1 + (lines[index + 1].strip() == "APP" and index + 2 < len(lines))
    match = _TIME_LINE.fullmatch(lines[after])
    if match is None or not _may_be_called(name) or not is_time(match["time"]):
        return None
    bot = after > index + 1 or "APP" in lines[after]
    head = _head(f"{name} APP" if bot else name, match["time"], after - index + 1)
    clear = bool(match["indent"]) or (_begins(lines, index) and _has_text(lines, after + 1, found))
    return (head, clear) if head else None


def _continued(lines: Sequence[str], heads: Mapping[int, Head]) -> dict[int, Head]:
    """Lines with nothing but a time: another message of the same person."""
    found: dict[int, Head] = {}
    last, body = None, 0
    for index, line in enumerate(lines):
        if index in heads:
            last = heads[index]
            body = index + last.lines
            continue
        match = _TIME_LINE.fullmatch(line) if last and index > body else None
        if last and match and is_time(match["time"]):
            last = last._replace(raw=_completed(match["time"], last.raw), lines=1)
            found[index] = last
    return found


def _completed(raw: str, before: str) -> str:
    """A time with AM or PM, where only that of the head says which half of the day it is."""
    if not before.endswith(HALVES) or raw.endswith(HALVES):
        return raw
    begun = _minutes(before)
    choices = [f"{raw} AM", f"{raw} PM"]
    return min(choices, key=lambda each: (_minutes(each) - begun) % _DAY_MINUTES)


def _minutes(raw: str) -> int:
    stamp = Days().stamp(raw)
    clock = stamp.clock if stamp else None
    return minute_of_day(clock) if clock else 0


def _may_be_called(name: str) -> bool:
    return (
        0 < len(name) <= _NAME_LIMIT
        and len(name.split()) <= _NAME_WORDS
        and not name.endswith((".", "!", "?", ":", ";", ",", "…"))
        and "://" not in name
        and any(each.isalpha() for each in name)
        and not is_time(name)
    )


def _head(name: str, raw: str, lines: int) -> Head | None:
    bare = _BOT.sub("", name.strip())
    bot = bare != name.strip()
    bare = _STATUS.sub("", bare).strip()
    if bare in _BOTS or bare.endswith(",") or not any(map(str.isalpha, bare)):
        return None
    return Head(bare, raw.strip(), lines=lines, bot=bot)


def _entry(block: Block, stamp: Stamp) -> Entry:
    lines, reactions = _said(block.body)
    text = "\n".join(lines).strip("\n")
    noise = next((why for shape, why in _NOISE if shape.fullmatch(text)), "")
    return Entry(
        f"line {block.line}",
        stamp,
        text,
        author=block.head.name,
        reactions=reactions,
        noise=noise,
    )


def _said(body: Sequence[str]) -> tuple[list[str], int]:
    """What somebody wrote, without what Slack writes around it, and the reactions to it."""
    inside = fenced(body)
    kept, reactions, skip = [], 0, False
    for index, line in enumerate(body):
        bare, after = line.strip(), body[index + 1].strip() if index + 1 < len(body) else ""
        if skip:
            skip = False
        elif index in inside:
            kept.append(line)
        elif _REACTION.fullmatch(bare) and _COUNT.fullmatch(after):
            reactions, skip = reactions + int(after), True
        elif not _CHROME.fullmatch(bare):
            kept.append(without_end(line, _EDITED))
    return _without_quote(_trimmed(kept)), reactions


def _trimmed(lines: list[str]) -> list[str]:
    while lines and lines[-1].strip() in {"", NEW}:
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return lines


def _without_quote(lines: list[str]) -> list[str]:
    """A reply without the beginning of the message that it replies to."""
    match = _REPLIED.fullmatch(lines[0].strip()) if lines else None
    if match is None:
        return lines
    rest = lines[1:]
    if not match["quote"] and len(rest) > 1:
        return rest[1:]
    return rest or [match["quote"]]


READER = Reader("slack-paste", "a text copied from Slack", _fits, _read)
