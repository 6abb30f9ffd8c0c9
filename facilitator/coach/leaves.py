"""What a branch of the tree ends in: a person, or something that nobody could change."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.analysis_words import phrases
from facilitator.coach.language_of import judged_sentences
from facilitator.coach.word_forms import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

_REMEMBERED = 4096
_PERSONAL = frozenset(("blame", "human_error"))


class _Patterns(NamedTuple):
    """What is looked for at the beginning of a text, in it, and in all of it."""

    person: re.Pattern[str]
    does: re.Pattern[str]
    says: re.Pattern[str]
    all_of_it: re.Pattern[str]
    forces: tuple[re.Pattern[str], ...]


@lru_cache(maxsize=_REMEMBERED)
def out_of_reach(text: str) -> bool:
    """Whether a text names what nobody in the room could change."""
    line, known = _line(text), _patterns()
    named = known.says.search(line) or known.all_of_it.fullmatch(line)
    return bool(named or any(each.match(line) for each in known.forces))


@lru_cache(maxsize=_REMEMBERED)
def ends_at_person(text: str, people: tuple[str, ...] = ()) -> bool:
    """Whether a text explains by what somebody did, or how somebody is."""
    judged = (each.judged for each in judged_sentences(text, people))
    personal = any(each.sure and each.label in _PERSONAL for each in judged)
    return personal or _somebody_did(_line(text), people)


def _somebody_did(line: str, people: Iterable[str]) -> bool:
    known = _patterns()
    found = known.person.match(line)
    starts = [found.end()] if found else []
    starts += [len(each) + 1 for each in _called(people) if line.startswith(f"{each} ")]
    return any(known.does.match(line, at) for at in starts)


def _called(people: Iterable[str]) -> set[str]:
    """Whole names, and first names."""
    whole = {_line(each) for each in people} - {""}
    return whole | {each.split()[0] for each in whole}


def _line(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .,;:!?\"'“”")


@cache
def _patterns() -> _Patterns:
    articles = rf"(?:(?:{_any('person', 'before')}) )*"
    return _Patterns(
        person=re.compile(rf"{articles}(?:{_any('person', 'somebody')}) "),
        does=_doing("person", "between", "does"),
        says=re.compile(rf"\b(?:{_any('unchangeable', 'says')})\b"),
        all_of_it=re.compile(rf"(?:it was |just |the |a |an )*(?:{_any('unchangeable', 'is')})"),
        forces=(
            _subject_and_verb("force", "force_does"),
            _subject_and_verb("vendor", "vendor_does"),
        ),
    )


def _subject_and_verb(subject: str, verbs: str) -> re.Pattern[str]:
    before = rf"(?:(?:{_any('unchangeable', 'before')}) )*"
    doing = _doing("unchangeable", "between", verbs).pattern
    return re.compile(rf"{before}(?:{_any('unchangeable', subject)}) {doing}")


def _doing(section: str, between: str, verbs: str) -> re.Pattern[str]:
    forms = (form for verb in phrases(section, verbs) for form in verb_forms(verb)[:-1])
    noun = rf"(?! (?:{_any('person', 'nouns')})\b)"
    return re.compile(rf"(?:(?:{_any(section, between)}) )*(?:{'|'.join(forms)})\b{noun}")


def _any(section: str, name: str) -> str:
    return "|".join(map(re.escape, phrases(section, name)))
