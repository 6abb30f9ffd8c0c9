r"""Reads the entry line of the actions, as far as it is typed, without ever raising.

What will be changed, with these anywhere between the words::

    @maria  @"Maria K."        owner: a participant by a name or its beginning, or as typed
    !p1 … !p4                  priority
    !severe/likely             risk: severe serious minor / likely possible unlikely
    due +14d                   also 2w, in 10 days, next week, 2026-03-19, 19 Mar, thu, tomorrow;
                               “due to” and “is due” stay text
    #PAY-123  #https://…       place in the backlog

A backslash keeps a sign as text: ``\@`` ``\#`` ``\!`` ``\due``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from facilitator.domain.days import scan_future_day
from facilitator.domain.priority import priority
from facilitator.domain.records import ActionItem, Backlog
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import LINE_LIMIT, UNREAD, blanked, clean_line, shortened
from facilitator.domain.words import Impact, Likelihood, Priority

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.records import Participant


class ActionRole(StrEnum):
    """What a piece of the entry line was understood as."""

    OWNER = "owner"
    PRIORITY = "priority"
    RISK = "risk"
    DUE = "due"
    BACKLOG = "backlog"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class ActionSpan:
    """A piece of the line, from ``start`` to ``end``, and its role; for highlighting."""

    start: int
    end: int
    role: ActionRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """What was understood so far; ``problem`` is a sentence, or empty.

    ``remark`` is one about what reads like a day, was not understood, and stays in the text.
    """

    typed: str
    text: str = ""
    owner: str = ""
    stated_priority: Priority | None = None
    impact: Impact | None = None
    likelihood: Likelihood | None = None
    due: date | None = None
    backlog: Backlog | None = None
    spans: tuple[ActionSpan, ...] = ()
    problem: str = ""
    remark: str = ""

    @property
    def ready(self) -> bool:
        """Whether Enter would add it."""
        return bool(self.text) and not self.problem

    @property
    def priority(self) -> Priority | None:
        """The priority stated, or that the risk gives."""
        return priority(_item(self, ""))


def read(typed: str, today: date, participants: Sequence[Participant] = ()) -> ActionLine:
    """Read an entry line for the live preview."""
    reader = _Reader(typed[:_READ_LIMIT], today, participants)
    reader.read()
    if len(typed) > _READ_LIMIT:
        problem = f"This line has {len(typed):,} characters; at most {LINE_LIMIT:,} fit here."
        return replace(reader.line, typed=typed, problem=problem)
    return reader.line


def action(line: ActionLine, new_id: str, today: date) -> ActionItem:
    """The action that a line says, proposed today; RuleViolation if it is not ready."""
    if line.problem:
        raise RuleViolation("text", line.problem)
    if not line.text:
        raise RuleViolation("text", "Say what will be changed.")
    return replace(_item(line, new_id), proposed_on=today)


def _item(line: ActionLine, new_id: str) -> ActionItem:
    return ActionItem(
        id=new_id,
        text=line.text,
        owner=line.owner,
        impact=line.impact,
        likelihood=line.likelihood,
        stated_priority=line.stated_priority,
        due=line.due,
        backlog=line.backlog,
    )


def owner_named(word: str, participants: Sequence[Participant]) -> str:
    """The full name of the participant that a word begins, or the word itself.

    Case and accents do not count, ``_`` and ``.`` stand for spaces. RuleViolation("owner", …) if
    it may be several.
    """
    wanted = _plain(word)
    named = {person.name or person.role: person for person in participants}
    whole = [name for name, person in named.items() if wanted in _wholes(person)]
    begun = whole or [name for name in named if _begins(name, wanted)]
    if len(begun) > 1:
        ways = " or ".join(f'@"{name}"' for name in begun[:4])
        raise RuleViolation("owner", f"“@{word}” can be several people. Write {ways}.")
    return begun[0] if begun else word


def _whole_name(line: str, match: re.Match[str], participants: Sequence[Participant]) -> str:
    """The longest name of several words that a line goes on with, as it stands there; or empty."""
    rest = line[match.start("owner") :]
    known = {word for each in participants for word in (each.name, each.role, each.alias)}
    begun = (
        rest[: len(word)]
        for word in sorted(known, key=len, reverse=True)
        if " " in word and re.match(rf"{re.escape(word)}{_STOP}", rest, re.IGNORECASE)
    )
    return next(begun, "")


def _wholes(person: Participant) -> set[str]:
    return {_plain(each) for each in (person.name, person.role, person.alias) if each}


def _begins(name: str, wanted: str) -> bool:
    plain = _plain(name)
    return plain.startswith(wanted) or f" {wanted}" in plain


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    return " ".join(re.split(r"[\s._]+", letters.strip()))


_READ_LIMIT = 2 * LINE_LIMIT
"""Characters of a line that are looked at: more cannot be added anyway."""
_STOP = r"(?=[\s,;:.)?]|$)"
_TOKEN = re.compile(
    r"(?<!\S)(?:"
    rf"@(?:\"(?P<quoted>[^\"]{{1,100}})\"|(?P<owner>\w+(?:[.\-’'&]\w+)*)(?<![’']s)){_STOP}"
    r"|!(?P<mark>[A-Za-z][^\s,;.)]*)"
    rf"|\#(?P<url>https?://\S+)|\#(?P<key>\w[\w\-/]*(?:[.#]\w[\w\-/]*)*){_STOP}"
    r"|(?P<due>due:?) +(?:(?:on|by) +)?(?=\S)"
    r")",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"(?<!\S)\\([@#!]|due\b)", re.IGNORECASE)
# “Warn while a certificate is due in 10 days” speaks of something else that is due.
_SPEAKS = re.compile(r"(?<!\S)(?:is|are|was|were|be|been|falls?|comes?) +\Z", re.IGNORECASE)
_LOOK_BACK = 12
_LIKE_A_DAY = re.compile(
    r"(?:[+-]?[0-9]\S*"
    r"|(?:in|within|next|this|end|before|until) +(?:[0-9]\S*|an?|one|two|three|four|five|six|of"
    r"|month|quarter|sprint|year|week|weekend)(?: +\w+)?"
    r"|soon|asap|eod|eow|eom|q[1-4])(?![\w/])",
    re.IGNORECASE,
)
_KEY_IN_URL = re.compile(r".*[/=]([A-Z][A-Z0-9_]+-[0-9]+)/?(?:[?#].*)?")
_SHORTEST = 3
_DAYS = "Write due +14d, due fri or due 19 Mar."
_MARKS = "Write !p1 to !p4, or a risk like !severe/likely, or \\!{} to keep it as text."


@dataclass(slots=True)
class _Reader:
    """Walks once over the tokens of a line and keeps what is between them."""

    typed: str
    today: date
    participants: Sequence[Participant]
    line: ActionLine = field(init=False)
    spans: list[ActionSpan] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.line = ActionLine(typed=self.typed)

    def read(self) -> None:
        blank = blanked(self.typed)
        position = 0
        while match := _TOKEN.search(blank, position):
            position = self._token(blank, match)
        self._text()
        self._set(spans=tuple(self.spans))

    def _set(self, **fields: Any) -> None:
        self.line = replace(self.line, **fields)

    def _refuse(self, problem: str) -> None:
        self._set(problem=self.line.problem or problem)

    def _token(self, blank: str, match: re.Match[str]) -> int:
        """Use one token; returns where to go on."""
        if match["due"]:
            return self._due(blank, match)
        role, end = self._role_of(match, blank)
        self.spans.append(ActionSpan(match.start(), end, role))
        return end

    def _role_of(self, match: re.Match[str], blank: str) -> tuple[ActionRole, int]:
        if match["owner"] and (name := _whole_name(blank, match, self.participants)):
            return self._owner(name), match.start("owner") + len(name)
        owner = match["quoted"] or match["owner"]
        if owner:
            return self._owner(owner), match.end()
        if match["mark"]:
            return self._mark(match["mark"]), match.end()
        if match["url"]:
            url = match["url"].rstrip(".,;:)")
            return self._backlog(_backlog_of(url)), match.start("url") + len(url)
        return self._backlog(Backlog(key=match["key"])), match.end()

    def _owner(self, word: str) -> ActionRole:
        if self.line.owner:
            self._refuse("An action has one owner, who may ask others for help.")
            return ActionRole.PROBLEM
        try:
            self._set(owner=owner_named(word, self.participants))
        except RuleViolation as refused:
            self._refuse(refused.reason)
            return ActionRole.PROBLEM
        return ActionRole.OWNER

    def _mark(self, word: str) -> ActionRole:
        if word.upper() in Priority.__members__:
            return self._priority(Priority(word.upper()))
        impact, slash, likelihood = word.partition("/")
        severity, chance = _begun(Impact, impact), _begun(Likelihood, likelihood)
        if severity and chance:
            return self._risk(severity, chance)
        if severity and not (slash and likelihood):
            self._refuse(f"Say how likely it is too: !{severity}/likely, possible or unlikely.")
        else:
            name = shortened(word)
            self._refuse(f"“!{name}” is neither a priority nor a risk. {_MARKS.format(name)}")
        return ActionRole.PROBLEM

    def _priority(self, stated: Priority) -> ActionRole:
        if self.line.stated_priority or self.line.impact:
            return self._twice("priority")
        self._set(stated_priority=stated)
        return ActionRole.PRIORITY

    def _risk(self, impact: Impact, likelihood: Likelihood) -> ActionRole:
        if self.line.stated_priority or self.line.impact:
            return self._twice("priority")
        self._set(impact=impact, likelihood=likelihood)
        return ActionRole.RISK

    def _twice(self, what: str) -> ActionRole:
        self._refuse(f"The {what} is there twice. Leave one out.")
        return ActionRole.PROBLEM

    def _backlog(self, place: Backlog) -> ActionRole:
        if self.line.backlog:
            return self._twice("place in the backlog")
        self._set(backlog=place)
        return ActionRole.BACKLOG

    def _due(self, blank: str, match: re.Match[str]) -> int:
        if _SPEAKS.search(blank, max(0, match.start() - _LOOK_BACK), match.start()):
            return match.end("due")
        try:
            found = scan_future_day(blank, match.end(), self.today)
        except RuleViolation as refused:
            return self._unreadable_due(blank, match, refused.reason)
        if found is None:
            if meant := _LIKE_A_DAY.match(blank, match.end()):
                piece = shortened(" ".join(blank[match.start() : meant.end()].split()))
                self._set(remark=self.line.remark or f"“{piece}” is {UNREAD}. {_DAYS}")
            return match.end("due")
        due, end = found
        role = self._twice("due date") if self.line.due else ActionRole.DUE
        if role is ActionRole.DUE:
            self._set(due=due)
        self.spans.append(ActionSpan(match.start(), end, role))
        return end

    def _unreadable_due(self, blank: str, match: re.Match[str], reason: str) -> int:
        self._refuse(reason)
        space = blank.find(" ", match.end())
        end = len(blank) if space < 0 else space
        self.spans.append(ActionSpan(match.start(), end, ActionRole.PROBLEM))
        return end

    def _text(self) -> None:
        pieces, position = [], 0
        for span in self.spans:
            # The space before a token goes with it, the one after stays.
            pieces.append(self.typed[position : span.start].rstrip())
            position = span.end
        pieces.append(self.typed[position:])
        raw = _ESCAPED.sub(r"\1", "".join(pieces))
        try:
            text = clean_line(raw)
        except RuleViolation as refused:
            text = clean_line(raw[: LINE_LIMIT // 2])
            self._refuse(refused.reason)
        self._set(text=text)


def _backlog_of(url: str) -> Backlog:
    """The place that a link says; an issue key at its end is the key."""
    match = _KEY_IN_URL.fullmatch(url)
    return Backlog(key=match[1] if match else "", url=url)


def _begun(words: Any, word: str) -> Any:
    """The member that a word, or at least its first three letters, says."""
    word = word.lower()
    found = [each for each in words if each.value.startswith(word)]
    return found[0] if len(word) >= _SHORTEST and len(found) == 1 else None
