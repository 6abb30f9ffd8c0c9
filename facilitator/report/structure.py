"""Writes the parts of a document into its PDF, for programs that read it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.report.pdf_words import dictionary, entries, string
from facilitator.report.tags import Content, Element, Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.report.pdf_objects import Objects

_PRINTED = b"4"
"""The flag of an annotation that is printed, too."""
_NEAR = string("Goes to another place in this document")
_HEADS_COLUMN = b"/A << /O /Table /Scope /Column >> "


def write_structure(objects: Objects, root: int, pages: Sequence[int], parts: Element) -> None:
    """Put the tree of parts into a document whose pages, in order, are marked accordingly."""
    structure = _Structure(objects, pages)
    top = objects.add()
    whole = structure.made(parts, top)
    ways = objects.add(structure.ways_back())
    objects[top] = dictionary(
        {
            b"/Type": b"/StructTreeRoot",
            b"/K": _to(whole),
            b"/ParentTree": _to(ways),
            b"/ParentTreeNextKey": b"%d" % structure.next_key,
        }
    )
    objects.change(root, StructTreeRoot=_to(top), MarkInfo=b"<< /Marked true >>")
    for number, page in enumerate(pages):
        objects.change(page, StructParents=b"%d" % number, Tabs=b"/S")


class _Structure:
    """Makes the parts, and remembers for what is on a page which part it belongs to."""

    def __init__(self, objects: Objects, pages: Sequence[int]) -> None:
        self._objects, self._pages = objects, pages
        self._links_of = [objects.links(page) for page in pages]
        self._contents: list[dict[int, int]] = [{} for _ in pages]
        self._links: list[int] = []

    @property
    def next_key(self) -> int:
        """One more than the last number of a way back: pages come first, then links."""
        return len(self._pages) + len(self._links)

    def made(self, element: Element, parent: int) -> int:
        """A part with everything in it; its number."""
        made = self._objects.add()
        first = next((each.page for each in element.parts if isinstance(each, Content)), None)
        parts = [self._part(each, made, first) for each in element.parts if not _is_empty(each)]
        whole = parts[0] if len(parts) == 1 else _row(parts)
        # In the order of names, as all dictionaries are written: there are thousands of parts.
        row = _HEADS_COLUMN if element.role == "TH" else b""
        says = b"/Alt %s " % string(element.says) if element.says else b""
        page = b"" if first is None else b"/Pg %s " % _to(self._pages[first])
        held = (row, says, whole, _to(parent), page, element.role.encode())
        self._objects[made] = b"<< %s%s/K %s /P %s %s/S /%s >>" % held
        return made

    def _part(self, part: Element | Content | Link, made: int, first: int | None) -> bytes:
        if isinstance(part, Element):
            return _to(self.made(part, made))
        page = _to(self._pages[part.page])
        if isinstance(part, Content):
            self._contents[part.page][part.number] = made
            if part.page == first:
                return b"%d" % part.number
            return b"<< /MCID %d /Pg %s /Type /MCR >>" % (part.number, page)
        link = self._links_of[part.page][part.number]
        self._describe(link)
        self._links.append(made)
        return b"<< /Obj %s /Pg %s /Type /OBJR >>" % (_to(link), page)

    def _describe(self, link: int) -> None:
        """Say in a link what is read out of it, that it is printed, and which way back is its."""
        holds = self._objects.entries(link)
        action = entries(holds.get(b"/A", b""))
        holds[b"/Contents"] = action.get(b"/URI") or _NEAR
        holds |= {b"/F": _PRINTED, b"/StructParent": b"%d" % self.next_key}
        self._objects[link] = dictionary(holds)

    def ways_back(self) -> bytes:
        """From the number of each page and link to the parts there."""
        # They are numbered as they were drawn, without a gap.
        drawn = ([each[number] for number in range(len(each))] for each in self._contents)
        pages = [self._objects.add(_row(map(_to, each))) for each in drawn]
        ways = (b"%d %s" % (key, _to(way)) for key, way in enumerate([*pages, *self._links]))
        return b"<< /Nums %s >>" % _row(ways)


def _to(number: int) -> bytes:
    return b"%d 0 R" % number


def _row(words: Iterable[bytes]) -> bytes:
    return b" ".join((b"[", *words, b"]"))


def _is_empty(part: Element | Content | Link) -> bool:
    """Whether nothing was drawn with a tag after all."""
    return isinstance(part, Element) and all(map(_is_empty, part.parts))
