"""What the parts of a document are to somebody who hears it: headings, paragraphs, lists, links.

The order is that in which they are drawn. What is drawn beside them is called an artifact, and is
passed over.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPS = frozenset({"Document", "Sect", "L", "LI", "LBody", "Table", "TR"})
"""Roles that hold others; text in them is a paragraph of its own."""


@dataclass(frozen=True, eq=False, slots=True)
class Tag:
    """A part of the document; what is drawn with one tag is one part, on however many pages."""

    role: str
    says: str = ""
    """What is read out instead of it, for an image."""


ARTIFACT = Tag("Artifact")
"""For what is there only for the eye, or is there for the second time."""


class Content(NamedTuple):
    """Something drawn on a page (from 0), by its number there."""

    page: int
    number: int


class Link(NamedTuple):
    """A rectangle that leads somewhere, by its number among those of its page (from 0)."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """A part with what it consists of, in order."""

    role: str
    says: str = ""
    parts: list[Element | Content | Link] = field(default_factory=list)


class Tags:
    """Keeps the parts while the pages are drawn."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._open: list[Element | None] = [self.root]
        self._known: dict[Tag, Element] = {}
        self._page, self._contents, self._links = -1, 0, 0
        self._last: Element | None = self.root
        """Of what was drawn last; the root if nothing was drawn on this page."""

    def turn(self) -> None:
        """Begin a page."""
        self._page += 1
        self._contents = self._links = 0
        self._last = self.root

    def enter(self, tag: Tag) -> None:
        """What is drawn from here on is part of this one, and of those entered before."""
        around = self._open[-1]
        if around is None or tag is ARTIFACT:
            self._open.append(None)
            return
        if tag not in self._known:
            self._known[tag] = Element(tag.role, tag.says)
            around.parts.append(self._known[tag])
        self._open.append(self._known[tag])

    def leave(self) -> None:
        """End the part that was entered last."""
        self._open.pop()

    @contextmanager
    def part(self, role: str) -> Iterator[None]:
        """What is drawn meanwhile is one part."""
        self.enter(Tag(role))
        yield
        self.leave()

    def mark(self) -> str:
        """The operator before something that is drawn, which ends with ``EMC``.

        Empty if it goes on with what was drawn last.
        """
        element = self._leaf()
        if element is self._last:
            return ""
        self._last = element
        if element is None:
            return "/Artifact BMC"
        content = Content(self._page, self._contents)
        self._contents += 1
        element.parts.append(content)
        return f"/{element.role} <</MCID {content.number}>> BDC"

    @contextmanager
    def link(self) -> Iterator[None]:
        """A rectangle leads somewhere; what is drawn meanwhile is what it lies on."""
        link = Element("Link", parts=[Link(self._page, self._links)])
        self._links += 1
        around = self._open[-1]
        (around or self.root).parts.append(link)
        self._open.append(around and link)
        yield
        self._open.pop()

    def _leaf(self) -> Element | None:
        """The part that takes text: the one that is open, or a paragraph in it."""
        element = self._open[-1]
        if element is None or element.role not in GROUPS:
            return element
        paragraph = Element("P")
        element.parts.append(paragraph)
        return paragraph
