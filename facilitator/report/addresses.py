"""Decides which addresses may become links in a PDF."""

from __future__ import annotations

import re
from urllib.parse import quote

_LINKED = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_SAFE = ":/?#[]@!$&'()*+,;=%~"
_LIMIT = 2_000


def linked(address: str) -> str:
    """The address of a link for http, https and mailto; empty for any other."""
    if len(address) > _LIMIT or not _LINKED.fullmatch(address):
        return ""
    return quote(address.encode("utf-8", "replace"), safe=_SAFE)
