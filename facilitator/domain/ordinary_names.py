"""Words that are names and something else too, and how a sentence tells which is meant."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ORDINARY = _words(
    """
    abbey ace alpine amber angel april archer art ash aspen august austin autumn bailey baker
    ball banks barker bay beck bell best bill bird bishop black bliss bloom blue bolt bond
    booker boot booth bow brand brandy brave bray breeze brook brooks brown buck bud bullock
    burn burns bush butcher butler cache canon carpenter carter case cash chain chance charge
    charity chase chef chip christian christmas church clay clear cliff cloud coal cobb cole
    colt conway cook coral cotton couch cove cox crane cross crow cruise crystal dale daisy dash
    dawn day dean delta destiny dick diamond dip dock dodge dollar dot drew drum duke dusty duty
    earl early ease east eden ember eve ever faith fallon farmer fay fern field fields finch fir
    fish fisher fix flag fleet flint flood flower forest fork forge forrest foster fountain fox
    frank fraser free freed freeman french frost fuller gale garden gates gay gene gentry ginger
    glen glory gold golden good goodman grace grant graves gray green grey guy hall ham hand
    hardy harmony harry hart haven hazel head heart heath heather hide hill hills holly holmes
    honey hood hook hope house hunt hunter iris iron ivory ivy jack jade jasmine jasper java jay
    jet jewel job jordan joy judge june justice key keys kind king kite knight lake lamb lance
    land lane lark law leaf leaves light lily link little load lock long loop lot love lucky
    luna mace major man maple march mark marks marsh marshall mason master max may mead meadow
    melody mercy mike miles mill miller mills mint misty mole moon moody moose moss nation
    newton nick nightingale noble nor norm north oak ocean olive opal page paige paris park
    parker parks parrot parsons pat path patience peace pearl peg penny pepper perch perry piper
    pike pine pitt plant pole pond poole pope porter post potter power powers pray price prince
    prior quick rain raven ray read reed rein rex rice rich rider ring rip rise river rivers rob
    robin rock rod roman root rose rowan royal ruby rush rusty sage sale salt sandy savage scout
    sea season shade shark sharp shell shepherd short silver singer skip sky slack slater small
    smart smith snow son south spark sparrow spear speed spring stack stage star stark steel
    stern still stone storm story stout street strong style sue sugar summer summers sun sunny
    swan swift sydney tab tanner taylor temple terry thatcher thorn tiger tin tower town trip
    true tucker turner vale valentine van vaughn velvet venus victor victory violet virginia
    wade walker wall walls ward warden water waters watt watts weaver webb weeks well wells west
    wheeler white wild will willow wills win wind window winter winters wise wolf wolfe wood
    woods word worth wren wright yard york young zen an do so he no she we me my us at as in on
    or of to by go up is it am be argo ada jenkins kafka grafana kibana travis hudson maven
    consul vault nomad puppet ansible pascal haskell delphi jaeger envoy linkerd cilium athena
    apollo atlas cassandra tesla nova titan phoenix denver madison lincoln chelsea dallas
    houston london florence georgia savannah carolina charlotte victoria jackson washington
    hamilton berlin sofia milan
    """
)
"""In lower case: what these words are, only capital and sentence can tell."""

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
_STARTS = "\"“”‘’'([{*•–—-→>"
_ENDS = ".!?:;\n"
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|vs|approx|cf|no|mr|mrs|ms|dr|prof)\.$", re.IGNORECASE
)
_LOOK_BACK = 80


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
