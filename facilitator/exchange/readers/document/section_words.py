"""How people head the parts of a post-mortem: which part, field, column or moment words mean."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from facilitator.domain.words import Marker
from facilitator.resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LEAD = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+|part\s+\d+\s*[:.-]\s*|[^\w]+)", re.IGNORECASE
)
_TAIL = re.compile(r"[^\w)’']+$")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]{0,80}[)\]]\s*$")
_AGAIN = re.compile(
    r"\b(?:how|what)\b.*\b(?:happen(?:ing)?|occur(?:ring)?) again\b"
    r"|\bprevent\w*\b.*\b(?:(?:happening|occurring) again|from re-?(?:oc)?curring)\b"
    r"|\b(?:steps|measures|actions)\b.*\bnot (?:be repeated|happen again|recur|repeat)\b"
    r"|^(?:what|how) (?:(?:we|are we|we're) (?:are |will |should |can |could |plan to |going to )+"
    r"|(?:will|should|can|could) we )(?!have\b)(?:\w+ ){0,4}"
    r"(?:prevent|avoid|improve|(?:do|doing|change) to)\b(?!.*\bbetter\b)"
)
"""How the part is headed that says what will be done, in whatever words."""
_ASIDE = re.compile(r"\(([^()]{2,40})\)\s*$")
_JOINED = re.compile(r"\s*(?:/|&|\band\b)\s*")
_JOINED_LEAST = 2
_FIRST = re.compile(r"[(\[:–—]| - ")
_SIGNS = re.compile(r"[^\w]+")
_WORD_SIGNS = re.compile(r"[^\w'-]+")
_NO_ACTIONS = re.compile(
    r"no (?:[a-z-]+ ){0,2}(?:actions?|action items?|follow-?ups?)(?: (?:is|are|was|were))?"
    r"(?: [a-z]+)?(?:\s*[–—].*|\. .*)?|none(?:[,;:]| [–—-]) .*"
)
_WORDS_MOST = 7
_ENDED_MOST = 5
"""Words of a line that may be a heading of plain text by its last ones."""
_ASKED_MOST = 14
_PART_LEAST = 4
_LONGEST = 400
"""Characters of a heading beyond which it names nothing: it is a text."""
_NEVER_INSIDE = frozenset(
    {
        "events",
        "action",
        "start",
        "end",
        "cause",
        "fix",
        "id",
        "team",
        "data",
        "no",
        "to do",
        "items",
        "analysis",
        "measures",
        "whys",
        "facts",
        "analyze",
        "analyse",
    }
)
"""Words that say a part only where they are all there is."""


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(read_text("import/sections.toml"))


@cache
def _by_words(name: str) -> dict[str, str]:
    """Each way to say it, and what it means; the first meaning in the file counts."""
    found: dict[str, str] = {}
    for meaning, ways in _tables()[name].items():
        for way in ways:
            found.setdefault(way, meaning)
    return found


def plain(title: str) -> str:
    """A heading without numbering, signs, brackets at its end and capitals; empty for a text."""
    if len(title) > _LONGEST:
        return ""
    bare = _BRACKETS.sub("", title.strip())
    before = None
    while before != bare:
        before, bare = bare, _LEAD.sub("", bare)
    return " ".join(_TAIL.sub("", bare).replace("’", "'").casefold().split())


def section_of(title: str, *, whole: bool = False) -> str:
    """The part that a heading begins, or nothing; ``whole`` wants all of it to be those words."""
    bare = plain(title)
    ways = _by_words("sections")
    if looks_ahead(title) or (ways.get(bare) == "context" and _says_actions_aside(title)):
        return "actions"
    if bare in ways or whole:
        return ways.get(bare, "") or _joined(bare, ways)
    if _AGAIN.search(bare):
        return "actions"
    if field_of(bare) == "date":
        return ""
    if len(bare.split()) > _WORDS_MOST:
        # “Timeline (all times UTC), from the alert to the end of the cleaning up”
        return ways.get(_FIRST.split(bare)[0].rstrip(), "")
    return _inside(bare, ways)


def _says_actions_aside(title: str) -> bool:
    """Whether a heading ends like “Remediation (action items)”."""
    aside = _ASIDE.search(title)
    return aside is not None and _by_words("sections").get(plain(aside[1])) == "actions"


def looks_ahead(heading: str) -> bool:
    """Whether a heading says no more than that what is to come stands below it."""
    return plain(heading) in _tables()["outlook"]["names"]


def asks_what_will_be(line: str) -> bool:
    """Whether a line asks how something shall not happen again, in whatever words."""
    return _AGAIN.search(plain(line)) is not None


def tells_troubles(heading: str) -> bool:
    """Whether a heading says that what stands below it was difficult: “Problems we had”."""
    return any(
        f"{plain(heading)} ".startswith(f"{each} ") for each in _tables()["troubles"]["begins"]
    )


def asked_by(line: str) -> str:
    """The part that a question alone asks for: “What was the root cause of the incident?”."""
    bare = plain(line)
    asks = line.rstrip().endswith("?") and bare.startswith(tuple(_tables()["asked"]["begins"]))
    if not asks or len(bare.split()) > _ASKED_MOST:
        return ""
    return "actions" if _AGAIN.search(bare) else _inside(bare, _by_words("sections"))


def ending_of(line: str) -> str:
    """The part that a few words before a colon name with the last of them: “Our next steps:”."""
    bare = plain(line)
    if not line.rstrip().endswith(":") or len(bare.split()) > _ENDED_MOST:
        return ""
    ways = _by_words("ends")
    return next((ways[way] for way in ways if bare.endswith(f" {way}")), "")


def _joined(bare: str, ways: dict[str, str]) -> str:
    """The part of “Lessons learned / Next steps”, all of whose words name parts."""
    named = _JOINED.split(bare)
    last = named[-1].rpartition(" ")[2]
    # “Corrective / preventive actions” names one word for both.
    kinds = [ways.get(each, "") or ways.get(f"{each} {last}", "") for each in named]
    if len(kinds) < _JOINED_LEAST or not all(kinds):
        return ""
    return next((each for each in ("timeline", "actions") if each in kinds), kinds[0])


def _inside(bare: str, ways: dict[str, str]) -> str:
    """The part whose words stand in a heading as words: the longest of them counts."""
    padded = _as_words(bare)
    if padded.endswith((" timeline ", " chronology ")):
        # “Follow-up timeline” is one, whatever it is of.
        return "timeline"
    fitting = [
        (len(way), way)
        for way in ways
        if len(way) > _PART_LEAST and way not in _NEVER_INSIDE and f" {way} " in padded
    ]
    return ways[max(fitting)[1]] if fitting else ""


def names_group(text: str) -> bool:
    """Whether a point only says by when, or of which kind, the actions below it are."""
    return plain(text) in _tables()["groups"]["names"] or section_of(text, whole=True) == "actions"


def announces_actions(text: str) -> bool:
    """Whether a paragraph ends with a sentence that says that action items stand below it."""
    padded, words = _announcement(text), _tables()["announced"]
    return _any_in(words["says"], padded) and not _any_in(words["past"], padded)


def announces_timeline(text: str) -> bool:
    """Whether a paragraph ends with a sentence that says that the timeline stands below it."""
    return _any_in(_tables()["announced"]["timeline"], _announcement(text))


def announces_remarks(text: str) -> bool:
    """Whether a paragraph ends with a sentence that says that facts to know stand below it."""
    return _any_in(_tables()["announced"]["remarks"], _announcement(text))


def _announcement(text: str) -> str:
    """The last sentence of a paragraph, bare, if it announces what stands below."""
    said = text.rstrip().rsplit(". ", 1)[-1]
    return f" {_bare(said)} " if said.endswith(":") and len(said) <= _LONGEST else ""


def addresses_reader(text: str) -> bool:
    """Whether a paragraph begins as one does that thanks, asks or apologises to its readers."""
    words, bare = _tables()["addressed"], _bare(text)
    if ". " not in text and _any_in(words["introduces"], f" {bare} "):
        return True
    return any(f"{bare} ".startswith(f"{each} ") for each in words["begins"])


def _bare(text: str) -> str:
    """Words in small letters, with one blank between them."""
    return " ".join(_WORD_SIGNS.sub(" ", text[:_LONGEST].replace("’", "'").casefold()).split())


def tells_ahead(text: str) -> bool:
    """Whether a sentence speaks of what is still to come."""
    return _any_in(_tables()["ahead"]["words"], _as_words(text.casefold()))


def titles_report(text: str) -> bool:
    """Whether a line has a word by which reports of incidents are called."""
    return _any_in(_tables()["titled"]["words"], _as_words(plain(text)))


def calls_itself_report(text: str) -> bool:
    """Whether a line has words by which only such reports are called."""
    return _any_in(_tables()["titled"]["reports"], _as_words(plain(text)))


def is_way_around(text: str) -> bool:
    """Whether a line leads to another page, as it stands where one was copied."""
    return plain(text) in _tables()["navigation"]["texts"]


def _as_words(text: str) -> str:
    """A text with one blank for all signs, and one round it: whole words are found in it."""
    return f" {_SIGNS.sub(' ', text)} "


def _any_in(phrases: Iterable[str], padded: str) -> bool:
    return any(f" {each} " in padded for each in phrases)


def field_of(name: str) -> str:
    """The field that a name before a colon means, or nothing."""
    return _by_words("fields").get(plain(name), "")


def called_by(front: Mapping[str, str]) -> str:
    """The title that front matter tells, or nothing."""
    return next(filter(None, (front.get(name, "") for name in _tables()["called"]["names"])), "")


def people_named_by(heading: str) -> tuple[str, str]:
    """The role and the names of a heading like “Facilitator: Ada”; nothing of others."""
    role, _, names = heading.partition(":")
    return (role, names.strip()) if names.strip() and field_of(role) == "people" else ("", "")


def written_on(front: Mapping[str, str]) -> str:
    """What front matter says of the day on which the document was written, or nothing.

    “published: true” says no day.
    """
    said = (front.get(name, "") for name in _tables()["written"]["names"])
    return next((each for each in said if any(map(str.isdigit, each))), "")


def for_program(names: Iterable[str]) -> bool:
    """Whether one of these names of pairs is for the program that makes pages of texts."""
    return not set(_tables()["program"]["names"]).isdisjoint(names)


def column_of(head: str, wanted: tuple[str, ...]) -> str:
    """Which of the wanted columns the head of a table means, or nothing."""
    bare = plain(head)
    tables = _tables()["columns"]
    exact = next((name for name in wanted if bare in tables[name]), "")
    if exact or not bare:
        return exact
    # Of “Action owner” the last word says what stands there.
    meant = (name for word in reversed(bare.split()) for name in wanted if word in tables[name])
    return next(meant, "")


def moment_of(text: str) -> Marker | None:
    """The marker that the name of a milestone means."""
    found = _by_words("moments").get(plain(text))
    return Marker(found) if found else None


def says_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing."""
    bare = text.strip().strip("*_`.()[]").casefold()
    return not bare or bare in _nothing() or _NO_ACTIONS.fullmatch(bare) is not None


@cache
def acts_of_people() -> frozenset[str]:
    """Words behind a name that show that it is the name of people."""
    return frozenset(_tables()["acts"]["words"])


@cache
def _nothing() -> frozenset[str]:
    return frozenset(_tables()["nothing"]["texts"])
