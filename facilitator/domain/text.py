"""Cleans what people type or paste: control characters and lone surrogates out, lengths bounded."""

import re
import unicodedata

from facilitator.domain.rules import RuleViolation

LINE_LIMIT = 2_000
"""Characters of a one-line text: an event, a factor, a finding, an action, a name."""
UNREAD = "not understood, kept as words"
"""What is said behind pieces of a typed line that look like signs."""
TEXT_LIMIT = 100_000
"""Characters of a text with several lines: summary, impact, notes."""

# C0 and C1 controls but newline, lone surrogates, what is no character, the bidi overrides that can
# disguise text, and signs that nobody sees and that part a name or a key; ordinary right-to-left
# marks stay, and so do the joiners that some scripts need.
_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b\u2060\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_BREAKS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_SPACES = re.compile(r"\s+")
_BLANK = re.compile(f"{_UNWANTED.pattern}|\\s")
# Up to the end of the first word: lower-case letters, hyphens and apostrophes only.
_PLAIN_START = re.compile(r"[^\W\d_][a-zß-öø-ÿ’'\-]{0,40}(?=[,;!?]|[.:]?(?:\s|$))")


def clean_text(text: str, field: str = "text", limit: int = TEXT_LIMIT) -> str:
    """Several lines, without control characters; refuses more than ``limit`` characters."""
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    text = unicodedata.normalize("NFC", _UNWANTED.sub("", text)).strip()
    if len(text) > limit:
        raise RuleViolation(
            field, f"This text has {len(text):,} characters; at most {limit:,} fit here."
        )
    return text


def clean_line(text: str, field: str = "text", limit: int = LINE_LIMIT) -> str:
    """One line: as ``clean_text``, with every run of white space one space."""
    if not text or (_is_plain(text) and len(text) <= limit):
        return text
    return _SPACES.sub(" ", clean_text(text, field, limit))


def _is_plain(text: str) -> bool:
    """Whether nothing in a text needs cleaning, as in most of those that come by the thousand."""
    return (
        text.isascii()
        and text.isprintable()
        and "  " not in text
        and text[:1] != " "
        and text[-1:] != " "
    )


def blanked(text: str) -> str:
    """The same text and length, with white space and unwanted characters as plain spaces.

    What is found in it by position is found at the same position in the text.
    """
    return _BLANK.sub(" ", text)


def after_blanks(blank: str, position: int) -> int:
    """The first position from here on where a blanked text has no space."""
    while position < len(blank) and blank[position] == " ":
        position += 1
    return position


def before_blanks(blank: str, start: int, end: int) -> int:
    """The end of a piece of a blanked text without the spaces before it."""
    while end > start and blank[end - 1] == " ":
        end -= 1
    return end


def capitalised(text: str) -> str:
    """The text with a capital first letter, unless it begins with a name like ``pg_dump``."""
    return text[:1].upper() + text[1:] if _PLAIN_START.match(text) else text


def shortened(text: str, limit: int = 40) -> str:
    """The text, cut with an ellipsis where it is quoted in a sentence."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
