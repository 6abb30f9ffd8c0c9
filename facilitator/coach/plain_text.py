"""Reads a text as one plain line: lower case, one spelling, no links and no ticket numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from facilitator.coach.framing import Detour, detours
from facilitator.coach.tables import table

READ_LIMIT = 2_000
"""Characters that are read of a text."""

# So many words must stand outside quotation marks before the words inside do not count.
_OUTSIDE = 3

_MARKS = str.maketrans("’‘“”„«»", "''" + '"' * 5)
_QUOTED = re.compile(r'"[^"]{1,80}"|`[^`]{1,80}`')
# Most lines hold none of what is looked for: the words or marks before each pattern tell.
_NOISY = frozenset("#@!:.-")
# Marks that stand between words in any language.
_PARTING = (
    Detour(("-", "–", "—", "→", "=>"), r"\s[-–—]+\s|[–—]|→|=>", " ; "),
    Detour(("-", "/"), r"(?<=\w)-(?=\w)|(?<=[a-z])/(?=[a-z])", " "),
)
_TOKEN = re.compile(r"[^\W_]+(?:[._+&][^\W_]+)*\+*%?|[.,;:()!?≡]")


class _Spelling(NamedTuple):
    """What ``grammar.toml`` says of the spelling of a language.

    ``noise`` says nothing about the control: links, tickets and clock times, and the entry line's
    signs. ``one_way`` finds the one of two spellings that is not meant; it has ``one_way_has``.
    """

    noise: re.Pattern[str]
    spelt: tuple[Detour, ...]
    one_way: re.Pattern[str]
    meant: str
    one_way_has: str

    def token(self, token: str) -> str:
        """A word in the one spelling."""
        return self.one_way.sub(self.meant, token) if self.one_way_has in token else token


@cache
def _spelling() -> _Spelling:
    told = table("grammar")["spelling"]
    one_way, meant = told["one_way"]
    return _Spelling(
        re.compile(
            r"https?://\S+|www\.\S+"
            rf"|(?:\b(?:{told['tickets']})s?(?: (?:{told['raised']}))?:? )?(?<!\w)#[0-9]\w*"
            r"|(?<!\w)[#@!][\w.\-]+"
            r"|\b[a-z][a-z0-9]{1,9}-[0-9]+\b(?![.%]?[0-9])"
            rf"|\b[0-9]{{1,2}}[:.][0-9]{{2}}\b(?: ?(?:{told['clock']})\b)?"
        ),
        (*detours(told["spelt"]), *_PARTING),
        re.compile(one_way),
        meant,
        told["one_way_has"],
    )


def plain_line(text: str) -> str:
    """The words and marks of a text, parted by blanks, with a blank at either end.

    ``≡`` stands for ``i.e.``.
    """
    # Upper case first: letters that differ in small and are one in capitals are one here.
    line = " ".join(text[:READ_LIMIT].upper().casefold().translate(_MARKS).split())
    line, spelling = _without_quotations(line), _spelling()
    if not _NOISY.isdisjoint(line) or "www" in line:
        line = spelling.noise.sub(" ", line)
    for detour in spelling.spelt:
        line = detour.straightened(line)
    words = map(spelling.token, _TOKEN.findall(line))
    return f" {' '.join(words).strip('.,;:()!?≡ ')} "


def _without_quotations(line: str) -> str:
    """What stands in quotation marks is spoken of, not done; unless it is nearly all there is."""
    if '"' not in line and "`" not in line:
        return line
    outside = _QUOTED.sub(" quotation ", line)
    return outside if len(outside.replace("quotation", "").split()) >= _OUTSIDE else line
