"""How a word is written, and in which sentence, tells whether it is meant as a name."""

from __future__ import annotations

import re

from facilitator.domain.name_forms import Form, Kind, key_of
from facilitator.domain.ordinary_names import NO_PROOF


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MODALS = frozenset({"will", "may", "might", "can"})
_MONTHS = frozenset({"april", "august", "june", "march", "may", "summer", "autumn", "spring"})
_BEFORE_MONTHS = _words(
    "in on since until till by during of from last next this early late mid end every each before "
    "after around through"
)
_BEFORE_THINGS = _words(
    "a an the this these those each every no any per its in into click press select set "
    "choose hit tap field column button option called named"
)
_PAST = _words(
    """
    was wasn't had hadn't did didn't has hasn't is isn't doesn't couldn't wouldn't said says told
    tells asked asks saw ran took went found got thought thinks knew knows left came began wrote
    sent made felt gave held kept led lost met paid spoke understood woke brought built caught chose
    drew drove forgot heard stood rang threw
    """
)
_AFTER_PAST = _words(
    "the a an it that this these to on in at back out up down for from with his her their our all "
    "both every by and but when because after before us them him what how why into about again "
    "everything nothing"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NEXT = re.compile(r"\s+([^\W_]+(?:['’][^\W_]+)*)")
_SAYS = re.compile(
    r"\s+(?:is|was)\s+(?:not\s+(?:an?|the|what|why|how)|near|over|short|high|low)(?!\w)"
)
_STARTS = "\"“”‘’'([{*•–—-→>"
_ENDS = ".!?:;\n"
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|vs|approx|cf|no|mr|mrs|ms|dr|prof)\.$", re.IGNORECASE
)
_LOOK_BACK, _SHORT = 80, 3


def is_written_so(form: Form, word: str, text: str, start: int, end: int) -> bool:
    """Whether a word that reads like a name is written like one."""
    if form.kind is Kind.FIRST and _is_author(text, start, end):
        return True
    ordinary = [each for each in key_of(word).split() if each in NO_PROOF]
    if form.kind in {Kind.WHOLE, Kind.INITIAL}:
        return len(ordinary) < len(word.split()) or _is_capitalised(word)
    if ordinary and len(word.split()) == 1:
        return _is_capitalised(word) and is_person(text, start, end)
    if form.kind is Kind.LAST:
        return _is_capitalised(word.rsplit(maxsplit=1)[-1])
    if len(word) < _SHORT:
        return _is_capitalised(word)
    return len(word) > _SHORT or word.islower() or _is_capitalised(word)


def _is_author(text: str, start: int, end: int) -> bool:
    """Whether a text begins so with who said it, as events of chats do: ``nova: It is slow``."""
    return not text[:start].strip() and text[end : end + 2] == ": "


def begins_sentence(text: str, start: int) -> bool:
    """Whether what stands at ``start`` begins a sentence, or the text."""
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(f" \t{_STARTS}")
    if not before:
        return start <= _LOOK_BACK
    return before[-1] in ".!?\n" and not _ABBREVIATED.search(before)


def is_person(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word with a capital is meant as somebody's name; in doubt it is not."""
    word, after = text[start:end].casefold(), text[end:]
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(f" \t{_STARTS}")
    if re.match(r"['’]s(?!\w)", after):
        return True
    if re.match(r"\s*[:=]?\s*\d|[/=_]", after) or before[-1:].isdigit():
        return False
    if not before or before[-1] in _ENDS:
        return _begins_as_person(word, after)
    return _goes_on_as_person(word, before, after)


def is_doubtful(text: str, start: int, end: int) -> bool:
    """Whether a word that was taken for an ordinary one may be a name all the same."""
    following = _NEXT.match(text, end)
    return (
        begins_sentence(text, start)
        and not is_person(text, start, end)
        and following is not None
        and _is_past(following[1].casefold())
    )


def is_thing(text: str, end: int) -> bool:
    """Whether what follows a word speaks of a thing: ``Hope is not a strategy``."""
    return _SAYS.match(text, end) is not None


def _goes_on_as_person(word: str, before: str, after: str) -> bool:
    """In mid-sentence the capital speaks for a person, unless it is a month or a thing's name."""
    words = _WORD.findall(before)
    previous = words[-1] if words else ""
    if previous.casefold() in _BEFORE_THINGS:
        return False
    if word in _MONTHS and previous.casefold() in _BEFORE_MONTHS:
        return False
    following = _NEXT.match(after)
    titled = len(words) > 1 and previous[:1].isupper() and following is not None
    return not (titled and following is not None and following[1][:1].isupper())


def _begins_as_person(word: str, after: str) -> bool:
    """A sentence begins with a capital anyway, so what follows must need a person."""
    if not after.strip(' .!?)]"”’') or re.match(r",|:\s|\s*\([A-Z]", after):
        return True
    if (beside := re.match(r"\s+(?:and|&|or)\s+(\w)", after)) is not None:
        return beside[1].isupper()  # "Will and Tom", but not "Mark and sweep".
    following = _NEXT.match(after)
    return following is not None and _does(word, following[1], after[following.end() :])


def _does(word: str, verb: str, rest: str) -> bool:
    """Whether the verb behind a word is what somebody did."""
    verb = verb.casefold().replace("’", "'")
    if re.match(r"\s+\d", rest):
        return False
    if verb in _PAST:
        return True
    return _is_past(verb) and (word in _MODALS or _takes_object(rest))


def _takes_object(rest: str) -> bool:
    """``Mark restarted the pod``, but not ``Mark failed pods as lost``."""
    if not rest.strip() or rest[0] in ".,;:!?)":
        return True
    following = _NEXT.match(rest)
    return following is not None and following[1].casefold() in _AFTER_PAST


def _is_past(word: str) -> bool:
    return word.endswith("ed") and not word.endswith("eed") and word not in {"embed", "shed", "red"}


def _is_capitalised(words: str) -> bool:
    """Each word with a capital and no more of them, as far as its script has any."""
    return all(
        each[:1] == each[:1].upper() and (len(each) < 2 or each[1:] != each[1:].upper())  # noqa: PLR2004
        if each.lower() != each.upper()
        else True
        for each in words.split()
    )
