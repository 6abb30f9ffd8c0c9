"""An event of a document while it grows, until it becomes an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.section_words import moment_of
from facilitator.exchange.readers.found import Entry

if TYPE_CHECKING:
    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.found import Stamp

_LINK = re.compile(r"https?://\S+")


@dataclass(slots=True)
class GrowingEvent:
    """An entry while it grows; ``grows`` is who may add to it: ``all``, ``deeper`` or nobody."""

    line: int
    stamp: Stamp
    end: Stamp | None
    text: list[str]
    grows: str
    level: int = 0
    author: str = ""
    label: bool = False
    last: int = 0
    """The line on which the last paragraph of it begins."""

    def grow(self, block: Block, text: str) -> None:
        """Go on with more text; a paragraph of its own stays one."""
        apart = bool(self.text) and block.kind == "text" and block.line > max(self.line, self.last)
        self.last = block.line
        self.text.append(f"\n{text}" if apart and text else text)


def moved_with(event: GrowingEvent, stamp: Stamp) -> Stamp | None:
    """The end of a span, in the same half of the day as its beginning."""
    end = event.end
    if end is None or end.clock is None or not stamp.clock or end.clock >= stamp.clock:
        return end
    return end._replace(clock=end.clock.replace(hour=(end.clock.hour + 12) % 24))


def tells(event: GrowingEvent) -> bool:
    """Whether there is more than a day, or a link to a chat under it."""
    if not event.label:
        return True
    text = _LINK.sub("", " ".join(event.text))
    if event.stamp.clock is not None:
        return bool(event.text)
    return len(re.findall(r"\w+", text)) > len(("See", "and"))


def entry_of(event: GrowingEvent) -> Entry:
    """The entry, with a marker where its words, or those before its time, name such a moment."""
    text = "\n".join(each for each in event.text if each)
    name = text if moment_of(text) else event.stamp.raw.partition(":")[0]
    marker = moment_of(name)
    return Entry(
        f"line {event.line:,}",
        event.stamp,
        text or event.stamp.raw,
        end=event.end,
        author=event.author,
        marker=marker,
        why=f"“{name}” names this moment." if marker else "",
    )
