"""Whether nobody else could tell when an action is done: a second hint, apart from the label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.words import Durability

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.coach.phrasing import Clause

# Comparatives: more or better than what? They ask for something near the beginning; later, they
# tell how or what for.
_COMPARED = re.compile(
    r"\b(?:better|improv(?:e|es|ed|ing|ements?)|enhanc(?:e|es|ed|ing|ements?)|more|proper(?:ly)?"
    r"|streamline[ds]?|strengthen(?:ed|ing)?|optimis(?:e|ed|ing)|minimis(?:e|ed|ing)|lower|raise"
    r"|reduc(?:e|es|ed|ing)|decrease|increase|bring down|proactive(?:ly)?|visibility|visible|align"
    r"|governance|appropriate(?:ly)?|closer|stricter|earlier|faster|quicker|easier|clearer|safer"
    r"|smoother|careful(?:ly)?|generic|modular(?:ity)?|culture|awareness)\b"
)
_NEAR = 5
# Wishes, wherever they stand.
_WISHED = re.compile(
    r"\b(?:something|somehow|some kind|some sort|robust(?:ly|ness)?|resilien(?:t|ce)|gracefully"
    r"|sustainabl[ey]|as (?:much|far|soon) as possible|more (?:quickly|easily|reliably|visible))\b"
)
# A study of these ends when somebody says that it does.
_OPEN = re.compile(
    r"(?:(?:figure|find|come up|devise) .*\b(?:how|way|path|strategy)|how|reflect|think|discuss"
    r"|ideas?|strategy|continue)\b"
)
_POINTED = re.compile(r"\b(?:whether|if|why|cause|feasib\w+|what)\b")
# A number, a condition or a means lets a stranger tell.
_TELLING = re.compile(r"\d|\b(?:whenever|until|unless|using|above|below|by \w+ing)\b")
_CONDITION = re.compile(r"(?<!\bfor )(?<!\bknow )\bwhen\b")
# Whichever is meant: a list of them has no end.
_UNNAMED = re.compile(
    r"(?:fix|solve|resolve|correct|address)(?: (?:the|this|that|these|all|any|of|remaining|known))*"
    r" (?:bugs?|issues?|problems?|errors?|defects?|faults?|it|them)"
)
_FEWEST = 2


def is_vague(
    line: str, main: Sequence[Clause], label: Durability, *, open_ended: bool = False
) -> bool:
    """No object, threshold or artefact in its main clauses tells that it is done."""
    if len(line.split()) < _FEWEST:
        return True
    words = [word for clause in main for tag in clause.tags for word in tag.words]
    told = " ".join(words)
    if _UNNAMED.fullmatch(told):
        return True
    if _TELLING.search(told):
        return False
    if label is Durability.INVESTIGATE and _OPEN.match(told):
        return not _POINTED.search(told)
    if _CONDITION.search(told):
        return False
    compared = _COMPARED.search(" ".join(words[:_NEAR]))
    return open_ended or bool(compared or _WISHED.search(told))
