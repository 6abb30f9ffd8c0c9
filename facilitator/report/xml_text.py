"""Makes text of people that XML can hold: it is never markup."""

from __future__ import annotations

import re

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# Python's own module for this loads the whole of its web client.
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def xml_text(text: str) -> str:
    """The text without what XML cannot hold at all, and with its own signs written out."""
    return _UNWANTED.sub("", text).translate(_SIGNS)
