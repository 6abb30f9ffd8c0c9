"""Roles and aliases in the place of names: what the room sees of a text; what was typed stays."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.name_forms import Form, Kind, forms_of, is_unspaced, key_of
from facilitator.domain.ordinary_names import ORDINARY, begins_sentence, is_person
from facilitator.domain.words import NameUse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.domain.records import ActionItem, Participant, Review, Row, TimelineEvent

NOBODY_KNOWN = "somebody"
"""Stands for a participant who has neither alias nor role."""

_WORD = re.compile(r"\w+")
_KEPT = (
    r"\b\w+://\S+|\bwww\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w/])(?:~|\.\.?)?/[\w.~-]+(?:/[\w.~-]*)*|\b[A-Za-z]:\\\S+"
)
"""Addresses and paths: they would lead nowhere with other words in them."""
_TITLE = r"(?:(?:mr|mrs|ms|mx|dr|prof)\.?\s+)?"
_BEFORE = r"(?<![\w@#])(?<!\w['’.\-])"
_AFTER = r"(?![\w@]|-\w|\.\w|['’](?!(?:s|d|m|ll|re|ve)(?!\w))\w)"
_INITIAL_DOT = r"(?:\.(?=\s+(?-i:[a-z(])|[,;:)]))?"
_ARTICLE = re.compile(r"(?<!\w)(?:the|an?|our)\s+$", re.IGNORECASE)
_LEAST_ROLE_WORDS = frozenset({"a", "and", "for", "in", "of", "on", "the", "&", "to", "at"})
_MOST_KNOWN, _MOST_PASSES, _SHORT = 20_000, 4, 3
_LOOK_BACK = 200

Texts = TypeVar("Texts", bound="Row")


@dataclass(frozen=True, slots=True)
class Person:
    """A participant as the room sees them: ``shown`` is an alias, or ``the`` and a role."""

    name: str
    shown: str
    role: str = ""

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known that could stand for the name."""
        return self.shown == NOBODY_KNOWN


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    person: Person
    tail: str = ""


class Naming:
    """Knows the names of the people in the room, and what is shown for them.

    What was shown once is known: a table asks for the same texts over and over.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = tuple(people)
        self._by_key: dict[str, tuple[Form, Person | None]] = {}
        self.ambiguous: frozenset[str] = frozenset()
        """Keys that several people could be meant by; they are shown as they are."""
        self._known: dict[str, str] = {}
        self._learn()
        self._pattern = self._compiled()
        self._first_words = self._beginnings()
        self._unspaced = any(is_unspaced(form.text) for form, _person in self._by_key.values())

    @staticmethod
    def of(participants: Iterable[Participant], use: NameUse) -> Naming:
        """What is shown for these people as the review says."""
        if use is NameUse.NAMES:
            return Naming(())
        named = [each for each in participants if each.name.strip()]
        return Naming([Person(each.name.strip(), _shown(each), each.role) for each in named])

    # -- what the room sees --------------------------------------------------------------------

    def shown(self, text: str) -> str:
        """The text with roles and aliases for the names in it."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[text] = self._replaced(text) if self.may_name(text) else text
        return known

    def may_name(self, text: str) -> bool:
        """A quick look whether a text may hold a name: most do not."""
        if self._pattern is None:
            return False
        plain = text if text.isascii() else unicodedata.normalize("NFC", text)
        return self._unspaced or not self._first_words.isdisjoint(_WORD.findall(plain.casefold()))

    def people_in(self, text: str) -> tuple[Person, ...]:
        """The people whose names stand in a text."""
        return tuple(each.person for each in self._mentions(text)) if self.may_name(text) else ()

    def form_of(self, word: str) -> Form | None:
        """The form of somebody's name that a word is, also if it is not clear whose."""
        found = self._by_key.get(key_of(word))
        return None if found is None else found[0]

    # -- learning the names --------------------------------------------------------------------

    def _learn(self) -> None:
        whose: dict[str, dict[str, tuple[Form, Person]]] = {}
        for person in self.people:
            for form in forms_of(person.name):
                if form.kind is not Kind.LAST or key_of(form.text) not in ORDINARY:
                    name = _handle_key(form) if form.kind is Kind.HANDLE else key_of(form.text)
                    whose.setdefault(name, {}).setdefault(person.shown, (form, person))
        self.ambiguous = frozenset(key for key, people in whose.items() if len(people) > 1)
        for key, people in whose.items():
            form, person = next(iter(people.values()))
            self._by_key[key] = (form, None if len(people) > 1 else person)
        self._keep_shown()

    def _keep_shown(self) -> None:
        """What is shown for people stays, also where it holds somebody's name."""
        names = {word for key in self._by_key for word in key.split()}
        for person in self.people:
            key = key_of(person.shown)
            if not names.isdisjoint(key.split()) or not names.isdisjoint(_WORD.findall(key)):
                self._by_key[key] = (Form(person.shown, Kind.WHOLE), None)

    def _beginnings(self) -> frozenset[str]:
        starts = (_WORD.search(key) for key in self._by_key)
        return frozenset(each[0] for each in starts if each is not None)

    def _compiled(self) -> re.Pattern[str] | None:
        if not self._by_key:
            return None
        forms = [form for form, _person in self._by_key.values()]
        spaced = [each for each in forms if not is_unspaced(each.text)]
        names = _one_of(each for each in spaced if each.kind is not Kind.HANDLE)
        handles = _one_of(each for each in spaced if each.kind is Kind.HANDLE)
        others = _one_of(each for each in forms if is_unspaced(each.text))
        parts = [
            f"(?P<kept>{_KEPT})",
            rf"(?<![\w@.])@(?P<handle>{handles})(?![\w-]|\.\w)",
            f"{_BEFORE}{_TITLE}(?P<name>{names}){_AFTER}",
            f"(?P<other>{others})",
        ]
        return re.compile("|".join(parts), re.IGNORECASE)

    # -- finding them --------------------------------------------------------------------------

    def _replaced(self, text: str) -> str:
        text = unicodedata.normalize("NFC", text)
        for _pass in range(_MOST_PASSES):
            before, text = text, self._once(text)
            if text == before:
                break
        return text

    def _once(self, text: str) -> str:
        parts, place = [], 0
        for each in _joined(text, self._mentions(text)):
            words = each.person.shown
            if _is_common(words) and begins_sentence(text, each.start):
                words = words[0].upper() + words[1:]
            parts += [text[place : each.start], words, each.tail]
            place = each.end
        return "".join((*parts, text[place:]))

    def _mentions(self, text: str) -> list[_Mention]:
        found: list[_Mention] = []
        if self._pattern is None:
            return found
        for match in self._pattern.finditer(text):
            person = self._meant(text, match)
            if person is not None:
                last = found[-1].end if found else 0
                found.append(_widened(text, match.start(), match.end(), person, last))
        return found

    def _meant(self, text: str, match: re.Match[str]) -> Person | None:
        group = match.lastgroup or "kept"
        if group == "kept":
            return None
        word = match[group]
        key = f"@{word.casefold()}" if group == "handle" else key_of(word)
        form, person = self._by_key.get(key, (None, None))
        if form is None or person is None or group in {"handle", "other"}:
            return person
        start, end = match.span(group)
        return person if _is_written_so(form, word, text, start, end) else None


def shown_review(review: Review) -> Review:
    """The review as the room sees it, for print: names only where the owners of actions stand."""
    naming = Naming.of(review.participants, review.names)
    if not naming.people:
        return review
    shown = naming.shown
    return replace(
        review,
        title=shown(review.title),
        summary=shown(review.summary),
        impact=shown(review.impact),
        events=tuple(shown_event(each, naming) for each in review.events),
        factors=tuple(shown_row(each, naming, "text") for each in review.factors),
        findings=tuple(
            shown_row(each, naming, "text", "reason", "elsewhere") for each in review.findings
        ),
        actions=tuple(shown_action(each, naming) for each in review.actions),
        lessons=tuple(shown_row(each, naming, "text") for each in review.lessons),
        parking=tuple(shown_row(each, naming, "text") for each in review.parking),
    )


def shown_row(row: Texts, naming: Naming, *fields: str) -> Texts:
    """A row with some texts as the room sees them; the same row if nothing is other."""
    texts = {name: getattr(row, name) for name in fields}
    shown = {name: naming.shown(text) for name, text in texts.items()}
    return row if shown == texts else replace(row, **shown)  # type: ignore[arg-type]


def shown_event(event: TimelineEvent, naming: Naming) -> TimelineEvent:
    """An event, with where it happened and what supports it, as the room sees it."""
    event = shown_row(event, naming, "text", "lane", "source")
    evidence = tuple(
        each
        if naming.shown(each.text) == each.text
        else replace(each, text=naming.shown(each.text))
        for each in event.evidence
    )
    return event if evidence == event.evidence else replace(event, evidence=evidence)


def shown_action(action: ActionItem, naming: Naming) -> ActionItem:
    """An action as the room sees it: its owner, and who accepts a deferral, stay named."""
    action = shown_row(action, naming, "text", "call_reason")
    put_off = action.deferral
    if put_off is None or naming.shown(put_off.reason) == put_off.reason:
        return action
    return replace(action, deferral=replace(put_off, reason=naming.shown(put_off.reason)))


# -- how somebody is shown ---------------------------------------------------------------------


def _shown(person: Participant) -> str:
    if person.alias.strip():
        return person.alias.strip()
    role = person.role.strip()
    if not role:
        return NOBODY_KNOWN
    first = role.split()[0]
    # Not what is written in capitals: SRE, DevOps, C++.
    if first[1:].islower():
        role = role[0].lower() + role[1:]
    if first.casefold() in {"the", "a", "an", "our"}:
        return role
    return f"the {role}"


def _is_common(shown: str) -> bool:
    """Whether a capital begins it only where a sentence begins."""
    return shown == NOBODY_KNOWN or shown.split(maxsplit=1)[0] in {"the", "a", "an", "our"}


# -- how a name is written ---------------------------------------------------------------------


def _handle_key(form: Form) -> str:
    return f"@{form.text.casefold()}"


def _one_of(forms: Iterable[Form]) -> str:
    """A pattern of all forms, the longest first; one that never fits if there are none.

    Grouped by their first letters: most words of a text begin with none of them.
    """
    longest = sorted(forms, key=lambda form: (-len(form.text), form.text))
    groups: dict[str, list[str]] = {}
    for fragment in dict.fromkeys(_fragment(each) for each in longest):
        first = fragment[0] if fragment[0].isalpha() else ""
        groups.setdefault(first.casefold(), []).append(fragment[len(first) :])
    return "|".join(f"{first}(?:{'|'.join(each)})" for first, each in groups.items()) or r"(?!)"


def _fragment(form: Form) -> str:
    if form.kind is Kind.HANDLE:
        return re.escape(form.text)
    words = [
        re.sub("['’]", "['’]", re.escape(each)).replace("\\-", "[- ]") for each in form.text.split()
    ]
    if form.kind is Kind.INITIAL:
        words[-1] = f"(?-i:{words[-1]}){_INITIAL_DOT}"
    return r"\s+".join(words)


def _is_written_so(form: Form, word: str, text: str, start: int, end: int) -> bool:
    """Whether a word that reads like a name is written like one."""
    ordinary = [each for each in key_of(word).split() if each in ORDINARY]
    if form.kind in {Kind.WHOLE, Kind.INITIAL}:
        return len(ordinary) < len(word.split()) or _is_capitalised(word)
    if ordinary and len(word.split()) == 1:
        return _is_capitalised(word) and is_person(text, start, end)
    if form.kind is Kind.LAST:
        return _is_capitalised(word.rsplit(maxsplit=1)[-1])
    if len(word) < _SHORT:
        return _is_capitalised(word)
    return len(word) > _SHORT or word.islower() or _is_capitalised(word)


def _is_capitalised(words: str) -> bool:
    """Each word with a capital and no more of them, as far as its script has any."""
    return all(
        each[:1] == each[:1].upper() and (len(each) < 2 or each[1:] != each[1:].upper())  # noqa: PLR2004
        if each.lower() != each.upper()
        else True
        for each in words.split()
    )


# -- what stands around a name -----------------------------------------------------------------


def _widened(text: str, start: int, end: int, person: Person, last: int) -> _Mention:
    """The mention with what says the same twice: the role beside it, an article before it."""
    start, end = _with_role(text, start, end, person, last)
    if person.shown.startswith("the "):
        before = max(last, start - _LOOK_BACK)
        article = _ARTICLE.search(text[before:start])
        start = start if article is None else before + article.start()
    return _with_possessive(text, start, end, person)


def _with_role(text: str, start: int, end: int, person: Person, last: int) -> tuple[int, int]:
    role = person.role.casefold().split()
    if not role or person.shown.casefold() != f"the {' '.join(role)}":
        return start, end
    first = max(last, start - _LOOK_BACK)
    before = text[first:start]
    for words in _beginnings_and_ends(role):
        comma = ",?" if words == role else ""
        found = re.search(rf"(?<!\w){_spaced(words)}{comma}\s+$", before, re.IGNORECASE)
        if found is not None:
            aside = comma and "," in found[0] and text[end : end + 1] == ","
            return first + found.start(), end + bool(aside)
    behind = re.compile(
        rf"\s*\((?:the\s+)?{_spaced(role)}\)|,\s+(?:the\s+|our\s+)?{_spaced(role)}(?:,|(?=[.;:!?]|$))",
        re.IGNORECASE,
    ).match(text, end)
    return start, end if behind is None else behind.end()


def _spaced(words: Sequence[str]) -> str:
    return r"\s+".join(map(re.escape, words))


def _beginnings_and_ends(role: list[str]) -> Iterable[list[str]]:
    """The whole role, then what it begins and ends with: ``on-call Priya``, ``engineer Priya``."""
    for count in range(len(role), 0, -1):
        for words in (role[:count], role[-count:]):
            if not _LEAST_ROLE_WORDS.issuperset(words):
                yield words


def _with_possessive(text: str, start: int, end: int, person: Person) -> _Mention:
    """``James' fix`` is ``the on-call engineer's fix``."""
    sign, following = text[end : end + 1], text[end + 1 : end + 2]
    quoted = text[start - 1 : start] in {"'", "‘"} if start else False
    bare = sign in {"'", "’"} and sign and following.isspace() and text[end - 1] in "sxz"
    if bare and not quoted and not person.shown.endswith("s"):
        return _Mention(start, end + 1, person, f"{sign}s")
    return _Mention(start, end, person)


def _joined(text: str, mentions: list[_Mention]) -> list[_Mention]:
    """Two names of the same person beside each other are one: ``Priya (@priya)``."""
    joined: list[_Mention] = []
    for each in mentions:
        last = joined[-1] if joined else None
        between = text[last.end : each.start] if last is not None else ""
        same = last is not None and last.person is each.person and not last.tail
        if last is not None and same and not between.strip():
            joined[-1] = replace(last, end=each.end, tail=each.tail)
        elif last is not None and same and between.strip() == "(" and text[each.end :][:1] == ")":
            joined[-1] = replace(last, end=each.end + 1)
        else:
            joined.append(each)
    return joined
