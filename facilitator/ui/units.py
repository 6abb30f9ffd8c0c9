"""Places in a text: Qt counts some characters, like most emoji, as two."""

from __future__ import annotations

_UTF = "utf-16-le"


def units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode(_UTF, "surrogatepass")) // 2


def characters(text: str, counted: int) -> int:
    """How many characters of a text so many of Qt's units are."""
    return len(text.encode(_UTF, "surrogatepass")[: 2 * counted].decode(_UTF, "surrogatepass"))
