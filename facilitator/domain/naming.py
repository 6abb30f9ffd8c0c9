"""Roles and aliases in the place of names: what the room sees of a text; what was typed stays."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.domain.mentions import NOBODY_KNOWN, Mention, Person, joined, widened
from facilitator.domain.name_forms import Form, Kind, forms_of, is_unspaced, key_of, login_key
from facilitator.domain.name_or_word import begins_sentence, is_written_so
from facilitator.domain.name_patterns import names_pattern
from facilitator.domain.name_signs import seen
from facilitator.domain.ordinary_names import NO_PROOF
from facilitator.domain.words import NameUse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.domain.records import Participant

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"the", "a", "an", "our"})
_MOST_KNOWN, _MOST_PASSES = 20_000, 4


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
        plain = seen(text).casefold()
        return self._unspaced or not self._first_words.isdisjoint(_WORD.findall(plain))

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
                if form.kind is not Kind.LAST or key_of(form.text) not in NO_PROOF:
                    key = _KEYS.get(form.kind, key_of)(form.text)
                    whose.setdefault(key, {}).setdefault(person.shown, (form, person))
        whose = {key: _called_so(people) for key, people in whose.items()}
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
        logins = (key.replace(".", "_") for key in self._by_key if key.startswith("~"))
        starts = (_WORD.search(key) for key in (*self._by_key, *logins))
        return frozenset(each[0] for each in starts if each is not None)

    # -- finding them --------------------------------------------------------------------------

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Made when a text may hold a name: that takes longer than all the rest."""
        return names_pattern([form for form, _person in self._by_key.values()])

    def _replaced(self, text: str) -> str:
        text = self._revealed(unicodedata.normalize("NFC", text))
        for _pass in range(_MOST_PASSES):
            before, text = text, self._once(text)
            if text == before:
                break
        return text

    def _revealed(self, text: str) -> str:
        """The text as it is seen, if names hide in it behind wide letters or unseen signs."""
        plain = seen(text)
        if plain == text or len(self._mentions(plain)) <= len(self._mentions(text)):
            return text
        return plain

    def _once(self, text: str) -> str:
        parts, place = [], 0
        for each in joined(text, self._mentions(text)):
            words = each.person.shown
            if _is_common(words) and begins_sentence(text, each.start):
                words = words[0].upper() + words[1:]
            parts += [text[place : each.start], words, each.tail]
            place = each.end
        return "".join((*parts, text[place:]))

    def _mentions(self, text: str) -> list[Mention]:
        found: list[Mention] = []
        for match in self._pattern.finditer(text):
            last = found[-1].end if found else 0
            person = self._meant(text, match) if match.start() >= last else None
            if person is not None:
                found.append(widened(text, match.start(), match.end(), person, last))
        return found

    def _meant(self, text: str, match: re.Match[str]) -> Person | None:
        group = match.lastgroup or "kept"
        if group == "kept":
            return None
        word = match[group]
        form, person = self._by_key.get(_GROUP_KEYS.get(group, key_of)(word), (None, None))
        if form is None or person is None or group in _SURE:
            return person
        start, end = match.span(group)
        return person if is_written_so(form, word, text, start, end) else None


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
    if first.casefold() in _ARTICLES:
        return role
    return f"the {role}"


def _is_common(shown: str) -> bool:
    """Whether a capital begins it only where a sentence begins."""
    return shown == NOBODY_KNOWN or shown.split(maxsplit=1)[0] in _ARTICLES


def _called_so(people: dict[str, tuple[Form, Person]]) -> dict[str, tuple[Form, Person]]:
    """Of several who may be meant the one whose whole name it is: “Anna” beside “Anna Kask”."""
    whole = {
        shown: (form, person)
        for shown, (form, person) in people.items()
        if key_of(form.text) == key_of(person.name)
    }
    return whole if len(whole) == 1 else people


def _handle_key(handle: str) -> str:
    return f"@{handle.casefold()}"


_KEYS = {Kind.HANDLE: _handle_key, Kind.LOGIN: login_key}
_GROUP_KEYS = {"handle": _handle_key, "login": login_key}
_SURE = frozenset({"handle", "login", "other"})
"""Whatever is written so is meant as somebody's name."""
