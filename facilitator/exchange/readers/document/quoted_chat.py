"""Lines of a chat that stand in a timeline only to show what a row of it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.exchange.readers.stamps import scan_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.exchange.readers.document.blocks import Block

_SAID = re.compile(
    r"\s*\[[^\[\]]{4,30}\]\s+[A-Z][\w.'’-]{0,30}(?:\s+[A-Z(][\w.'’)-]{0,30}){0,3}:\s"
)
"""``[Mar-4 10:02 AM] Ada Lovelace: it is dark``."""


def is_quoted(line: str) -> bool:
    """Whether a line is what somebody wrote in a chat, with its time in brackets."""
    return _SAID.match(line) is not None


def quotes_chat(blocks: Iterable[Block]) -> bool:
    """Whether the first row of a timeline is none of a chat, so that such lines only quote one."""
    lines = (line for block in blocks for line in block.text.split("\n"))
    first = next((line for line in lines if scan_stamp(line.lstrip(" -*•[|"))), "")
    return bool(first) and not is_quoted(first)
