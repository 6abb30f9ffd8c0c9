"""Finds who is spoken of in a sentence, and puts a sign in their place."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.language_line import STOPS, Word
from facilitator.coach.language_words import words
from facilitator.domain.ordinary_names import ORDINARY

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE, SOME, TEAM, DEPT, VENDOR = "ONE", "SOME", "TEAM", "DEPT", "VENDOR"
CUST, CUSTS, NOBODY, CAP = "CUST", "CUSTS", "NOBODY", "CAP"
_MOST_BETWEEN, _LEAST_CAPITAL = 4, 3


class _Known(NamedTuple):
    """The names of those who take part, by their first words."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]
    unspaced: tuple[str, ...]


@lru_cache(maxsize=16)
def _known(people: tuple[str, ...]) -> _Known:
    if not people:
        return _Known({}, ())
    # Not needed to read a sentence of nobody in the room.
    from facilitator.domain.name_forms import (  # noqa: PLC0415 - see above
        Kind,
        forms_of,
        is_unspaced,
        key_of,
    )

    by_first: dict[str, set[tuple[str, ...]]] = {}
    unspaced: set[str] = set()
    for form in (form for name in people for form in forms_of(name)):
        if is_unspaced(form.text):
            unspaced.add(form.text)
        elif form.kind is not Kind.INITIAL:
            parts = tuple(key_of(form.text).replace(".", " ").replace(",", " ").split())
            by_first.setdefault(parts[0], set()).add(parts)
    longest = {first: tuple(sorted(forms, key=len)[::-1]) for first, forms in by_first.items()}
    return _Known(longest, tuple(sorted(unspaced, key=len)[::-1]))


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word is a name where it stands."""
    from facilitator.domain.name_or_word import is_person  # noqa: PLC0415 - few sentences ask

    return is_person(text, start, end)


class _Finder(NamedTuple):
    """Looks at the words of one text."""

    text: str
    words: list[Word]
    known: _Known
    vocabulary: frozenset[str]
    mixed: bool

    def people(self) -> Iterator[Word]:
        """The words, with a sign wherever people are spoken of."""
        told: list[Word] = []
        at = 0
        while at < len(self.words):
            length, sign = self._name(at) or self._role(at) or (1, "")
            if not sign:
                told.append(self.words[at])
            else:
                before = self._before(told) if sign in _BY_ROLE else 0
                sign = self._whose(told, before, sign, at)
                first = told[-before] if before else self.words[at]
                del told[len(told) - before :]
                told.append(Word(sign, first.start, self.words[at + length - 1].end))
            at += length
        return iter(told)

    # --- Names -----------------------------------------------------------------------------

    def _name(self, at: int) -> tuple[int, str] | None:
        word = self.words[at]
        if word.text == "@":
            raw = self._raw(at).casefold()
            return (1, SOME if raw.lstrip("@") in words().no_handles else ONE)
        length = self._known_name(at)
        if not length and word.text in words().given and self._is_given(at):
            length = 1
        if length:
            while self._is_last_name(at + length):
                length += 1
            return None if self._is_thing(at + length) else (length, ONE)
        if word.text in words().titles and self._is_capital(at + 1):
            return 2 + self._is_last_name(at + 2), ONE
        return self._by_shape(at)

    def _known_name(self, at: int) -> int:
        word = self.words[at]
        if any(self._raw(at).startswith(each) for each in self.known.unspaced):
            return 1
        for parts in self.known.by_first.get(word.text, ()):
            if tuple(each.text for each in self.words[at : at + len(parts)]) == parts and (
                len(parts) > 1 or self._means_name(at)
            ):
                return len(parts)
        return 0

    def _means_name(self, at: int) -> bool:
        word = self.words[at]
        if word.text not in ORDINARY:
            return True
        return self._is_capital(at) and _is_person(self.text, word.start, word.end)

    def _is_given(self, at: int) -> bool:
        if self.words[at].text in words().months:
            around = self.words[max(0, at - 1) : at + 2]
            return all(each.text != "NUM" for each in around)
        return True

    def _is_last_name(self, at: int) -> bool:
        if not self.mixed or at >= len(self.words) or at == 0:
            return False
        if self.text[self.words[at - 1].end : self.words[at].start] not in {" ", "-"}:
            return False
        if self.words[at].text in words().particles:
            return True
        return self._is_capital(at) and not self._is_thing(at)

    def _is_thing(self, at: int) -> bool:
        return self._word(at) in words().things or self._word(at) == "CODE"

    def _by_shape(self, at: int) -> tuple[int, str] | None:
        """A capital where none is needed, on a word that nobody knows."""
        if not self._may_be_name(at):
            return None
        length = 1
        while self._is_last_name(at + length) and self._may_be_name(at + length):
            length += 1
        return None if self._is_thing(at + length) else (length, CAP)

    def _may_be_name(self, at: int) -> bool:
        told, word = words(), self.words[at].text
        if not self._is_capital(at) or word.isupper() or word in told.products:
            return False
        if len(word) < _LEAST_CAPITAL:
            return False
        if word in ORDINARY:
            return _is_person(self.text, self.words[at].start, self.words[at].end)
        if word in told.beginnings or word in self.vocabulary or _is_role_word(word):
            return False
        if not self._begins(at):
            return self.words[at - 1].text not in words().before_things | words().determiners
        return not word.endswith(told.shape_ends) and self._acts(at + 1)

    def _acts(self, at: int) -> bool:
        """Whether what stands here is something that somebody does."""
        if at >= len(self.words) or self._is_capital(at):
            return True
        word = self.words[at].text
        return word in STOPS or word in words().verbs_behind or word.endswith(words().done)

    def _begins(self, at: int) -> bool:
        return at == 0 or self.words[at - 1].text in STOPS

    def _is_capital(self, at: int) -> bool:
        if not self.mixed or at >= len(self.words):
            return False
        raw = self._raw(at)
        return raw[:1].isupper() and not raw.isupper()

    def _raw(self, at: int) -> str:
        return self.text[self.words[at].start : self.words[at].end]

    # --- Roles, teams, vendors ---------------------------------------------------------------

    def _role(self, at: int) -> tuple[int, str] | None:
        if self._pair(at) == words().on_call:
            return self._on_call(at)
        length = self._nobody(at)
        if length:
            return length, NOBODY
        sign = self._sign(at)
        if self._is_thing(at + 1) or (sign in _ROLES and self._is_program(at)):
            return None
        if not sign or (sign == DEPT and not self._is_department(at)):
            return None
        if sign == ONE and self._bears_name(at):
            return 1 + (self._name(at + 1) or (0, ""))[0], ONE
        named = sign == TEAM and self._word(at) in words().named and self._word(at + 1)
        return self._team(at) if named else (1, sign)

    def _bears_name(self, at: int) -> bool:
        """``technician Noor``: whatever stands before the role, it is one person."""
        close = self.text[self.words[at].end :][:1] == " " and self._is_capital(at + 1)
        is_program = self._word(at + 1) in words().technical | STOPS
        return close and not is_program and self._name(at + 1) is not None

    def _word(self, at: int) -> str:
        """The word at a place; empty before the first and behind the last."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def _pair(self, at: int) -> str:
        return f"{self._word(at)} {self._word(at + 1)}"

    def _nobody(self, at: int) -> int:
        """How many words say that it was nobody: ``no one``, ``none of us``."""
        told = words()
        if self._pair(at) == told.none_of:
            return 3 if self._word(at + 2).isupper() else 2
        return 2 if self._pair(at) == told.no_one else int(self._word(at) in told.nobody_words)

    def _sign(self, at: int) -> str:
        word = self._word(at)
        if word in words().in_capitals and self.mixed and self._raw(at).isupper():
            return DEPT
        if word in words().group and self._word(at - 1) in words().groups_of:
            return TEAM
        if word in words().serving and self._word(at - 1) in words().groups_of:
            return SOME if word in words().servings else ONE
        led = words().determiners | words().between
        return "" if word in words().unsure and self._word(at - 1) not in led else _sign_of(word)

    def _is_program(self, at: int) -> bool:
        """``the package manager``; but a wrong customer is a customer still."""
        before = self._word(at - 1)
        return before in words().technical or before in words().products

    def _is_department(self, at: int) -> bool:
        if not (self._begins(at) or self.words[at - 1].text in words().before_bare):
            return False
        return self._acts(at + 1)

    def _on_call(self, at: int) -> tuple[int, str] | None:
        """``the on-call forgot``; but ``the on-call engineer`` is found at its end."""
        before = self.words[at - 1].text if at else ""
        after = self.words[at + 2].text if at + 2 < len(self.words) else ""
        is_alone = not after or self._acts(at + 2)
        return (2, ONE) if before in words().definite and is_alone else None

    def _team(self, at: int) -> tuple[int, str]:
        """``team Falcon``, but not ``the team Falcon``, nor ``team member``."""
        after = self.words[at + 1].text
        if after in words().mate | words().mates:
            several = after in words().mates or self._before_is_open(at)
            return 2, SOME if several else ONE
        named = not at or self.words[at - 1].text not in words().definite | words().between
        close = self.text[self.words[at].end : self.words[at + 1].start] == " "
        is_name = self._is_capital(at + 1) or len(after) == 1
        return (2 if named and close and is_name and after.isalpha() else 1), TEAM

    def _before_is_open(self, at: int) -> bool:
        return not any(each.text in words().definite for each in self.words[max(0, at - 2) : at])

    def _before(self, told: list[Word]) -> int:
        """How many words before a role belong to it: ``the on-call`` engineer."""
        count = 0
        while count < min(_MOST_BETWEEN, len(told)) and told[-1 - count].text in words().between:
            count += 1
        if count < len(told) and told[-1 - count].text == "'s" and count == 0:
            return 0
        if count < len(told) and told[-1 - count].text in words().determiners:
            return count + 1
        return count

    def _whose(self, told: list[Word], before: int, sign: str, at: int) -> str:
        """One person if everybody can point at them: ``the operator``, but not ``an operator``."""
        first, role = told[-before].text if before else "", self.words[at].text
        if sign == ONE and role in words().one and self._bears_name(at):
            return ONE
        if first == words().no:
            return CUSTS if role in words().customer | words().customers else NOBODY
        if sign != ONE or role not in words().one | words().customer | words().serving:
            return sign
        # "the careless operator": the word between is no part of the role, yet it is one person.
        looked = [each.text for each in told[-before - 2 :]]
        single = not words().indefinite.intersection(looked) and any(
            each in words().definite for each in looked
        )
        if role in words().customer:
            return CUST if single else CUSTS
        return ONE if single else SOME


_ROLES = frozenset((ONE, SOME))
_BY_ROLE = frozenset((ONE, SOME, TEAM, VENDOR))


def _is_role_word(word: str) -> bool:
    return bool(_sign_of(word)) or word in words().nobody_words


@lru_cache(maxsize=2048)
def _sign_of(word: str) -> str:
    told = words()
    for some, sign in (
        (told.one | told.customer, ONE),
        (told.several | told.people, SOME),
        (told.customers, CUSTS),
        (told.team, TEAM),
        (told.vendor | told.vendors, VENDOR),
        (told.bare, DEPT),
    ):
        if word in some:
            return sign
    return ""


def with_people(
    text: str, read: list[Word], people: tuple[str, ...], vocabulary: frozenset[str]
) -> list[Word]:
    """The words of a text, with a sign in the place of whoever is spoken of."""
    mixed = any(each.islower() for each in text) and any(each.isupper() for each in text)
    return list(_Finder(text, read, _known(people), vocabulary, mixed).people())
