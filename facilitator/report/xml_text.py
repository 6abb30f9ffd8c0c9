"""Makes text of people that XML can hold: it is never markup."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def xml_text(text: str) -> str:
    """The text without what XML cannot hold at all, and with its own signs written out."""
    return escape(_UNWANTED.sub("", text))
