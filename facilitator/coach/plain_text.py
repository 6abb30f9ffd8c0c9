"""Reads a text as one plain line: lower case, one spelling, no links and no ticket numbers."""

from __future__ import annotations

import re

READ_LIMIT = 2_000
"""Characters that are read of a text."""

# So many words must stand outside quotation marks before the words inside do not count.
_OUTSIDE = 3

_MARKS = str.maketrans("’‘“”„«»", "''" + '"' * 5)
_QUOTED = re.compile(r'"[^"]{1,80}"|`[^`]{1,80}`')
# Links, tickets and clock times say nothing about the control, nor do the entry line's signs.
_NOISE = re.compile(
    r"https?://\S+|www\.\S+"
    r"|(?:\b(?:ticket|issue|pr|story|see)s?(?: raised)?:? )?(?<!\w)#[0-9]\w*"
    r"|(?<!\w)[#@!][\w.\-]+"
    r"|\b[a-z][a-z0-9]{1,9}-[0-9]+\b(?![.%]?[0-9])"
    r"|\b[0-9]{1,2}[:.][0-9]{2}\b(?: ?(?:am|pm|utc)\b)?"
)
# Most lines hold none of what is looked for: the words or marks before each pattern tell.
_NOISY = frozenset("#@!:.-")
_SPELLINGS = (
    (
        ("i.", "namely", "that is to", "in other"),
        r"\bi\.\s?e\b\.?,?|\b(?:namely|that is to say|in other words)\b,?",
        " ≡ ",
    ),
    (("e.", "for "), r"\be\.\s?g\b\.?,?|\bfor (?:example|instance)\b,?", " eg "),
    (("e-mail",), r"\be-mail", "email"),
    (("etc", "vs", "approx"), r"\b(?:etc|vs|approx)\b\.?", " "),
    (("n't", "not"), r"n't\b|(?<=can)not\b", " not"),
    (("'",), r"'(?:s|ll|ve|re|d|m)?(?!\w)", ""),
    (("-", "–", "—", "→", "=>"), r"\s[-–—]+\s|[–—]|→|=>", " ; "),
    (("-", "/"), r"(?<=\w)-(?=\w)|(?<=[a-z])/(?=[a-z])", " "),
)
_TOKEN = re.compile(r"[^\W_]+(?:[._+&][^\W_]+)*\+*%?|[.,;:()!?≡]")
_IZE = re.compile(r"(?<=[a-z]{3})([iy])z(e|es|ed|er|ing|ation|ations)$")


def plain_line(text: str) -> str:
    """The words and marks of a text, parted by blanks, with a blank at either end.

    ``≡`` stands for ``i.e.``.
    """
    # Upper case first: letters that differ in small and are one in capitals are one here.
    line = " ".join(text[:READ_LIMIT].upper().casefold().translate(_MARKS).split())
    line = _without_quotations(line)
    if not _NOISY.isdisjoint(line) or "www" in line:
        line = _NOISE.sub(" ", line)
    for told, pattern, instead in _SPELLINGS:
        if any(map(line.__contains__, told)):
            line = re.sub(pattern, instead, line)
    words = [_IZE.sub(r"\1s\2", token) if "z" in token else token for token in _TOKEN.findall(line)]
    return f" {' '.join(words).strip('.,;:()!?≡ ')} "


def _without_quotations(line: str) -> str:
    """What stands in quotation marks is spoken of, not done; unless it is nearly all there is."""
    if '"' not in line and "`" not in line:
        return line
    outside = _QUOTED.sub(" quotation ", line)
    return outside if len(outside.replace("quotation", "").split()) >= _OUTSIDE else line
