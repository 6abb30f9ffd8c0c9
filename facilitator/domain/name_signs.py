"""Letters that look like others, or are not seen at all: what is left of a word without them."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = "\u00ad\u034f\u180e\u200b-\u200d\u2060\ufeff"
UNSEEN = re.compile(f"[{_UNSEEN}]")
"""Signs that nobody sees; between two letters of these scripts they only hide a word."""
_BETWEEN = re.compile(f"(?<=[A-Za-z\u00c0-\u052f])[{_UNSEEN}]+(?=[A-Za-z\u00c0-\u052f])")
_WIDE = {sign: sign - 0xFEE0 for sign in (*range(0xFF10, 0xFF5B), 0xFF0E, 0xFF20, 0xFF3F)}
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "\u0131": "i", "þ": "th", "ð": "d"}
)
_LIKE_LATIN = str.maketrans("авеикмнорстухіј", "abeikmhopctyxij")
_LATIN = re.compile(r"[a-z]")
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_UNSEEN}\u0300-\u036f]|['’](?=[^\W_]))*")
"""A word with the signs in it that nobody sees, and with apostrophes."""


def seen(text: str) -> str:
    """The text with ordinary letters for wide ones, and without unseen signs inside of words."""
    if text.isascii():
        return text
    return _BETWEEN.sub("", unicodedata.normalize("NFC", text.translate(_WIDE)))


def bare(word: str) -> str:
    """What all spellings of a word have in common: small letters, no accents, no apostrophes."""
    if word.isascii():
        return word.casefold().replace("'", "")
    word = unicodedata.normalize("NFKC", UNSEEN.sub("", word)).casefold().translate(_PLAIN)
    apart = unicodedata.normalize("NFD", word)
    plain = "".join(each for each in apart if not unicodedata.combining(each) and each not in "'’")
    return plain.translate(_LIKE_LATIN) if _LATIN.search(plain) else plain
