"""Writes the parts of a document into its PDF, for programs that read it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.report.tags import Content, Element, Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Pdf


def write_structure(pdf: Pdf, root: Element) -> None:
    """Put the tree under this root into a document whose pages are marked accordingly."""
    from pikepdf import Dictionary, Name  # noqa: PLC0415 - only a PDF needs it

    structure = _Structure(pdf)
    top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top.K = structure.made(root, top)
    top.ParentTree = pdf.make_indirect(Dictionary(Nums=structure.ways_back()))
    top.ParentTreeNextKey = structure.next_key
    pdf.Root.StructTreeRoot = top
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    for page in pdf.pages:
        page.Tabs = Name.S


class _Structure:
    """Makes the parts, and remembers for what is on a page which part it belongs to."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._contents: list[dict[int, Object]] = [{} for _ in self._pages]
        self._links: list[Object] = []

    @property
    def next_key(self) -> int:
        """One more than the last number of a way back: pages come first, then links."""
        return len(self._pages) + len(self._links)

    def made(self, element: Element, parent: Object) -> Object:
        """A part with everything in it."""
        from pikepdf import Array, Dictionary, Name  # noqa: PLC0415 - the same

        made = self._pdf.make_indirect(Dictionary(S=Name(f"/{element.role}"), P=parent))
        if element.says:
            made.Alt = element.says
        if element.role == "TH":
            made.A = Dictionary(O=Name.Table, Scope=Name.Column)
        first = next((each for each in element.parts if isinstance(each, Content)), None)
        if first is not None:
            made.Pg = self._pages[first.page]
        parts = [self._part(each, made, first) for each in element.parts if not _is_empty(each)]
        made.K = parts[0] if len(parts) == 1 else Array(parts)
        return made

    def _part(self, part: Element | Content | Link, made: Object, first: Content | None) -> Any:
        from pikepdf import Dictionary, Name  # noqa: PLC0415 - the same

        if isinstance(part, Element):
            return self.made(part, made)
        page = self._pages[part.page]
        if isinstance(part, Content):
            self._contents[part.page][part.number] = made
            if first is not None and part.page == first.page:
                return part.number
            return Dictionary(Type=Name.MCR, Pg=page, MCID=part.number)
        link = page.Annots[part.number]
        link.StructParent = self.next_key
        self._links.append(made)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=link)

    def ways_back(self) -> Any:
        """From the number of each page and link to the parts there."""
        from pikepdf import Array  # noqa: PLC0415 - the same

        return Array([each for way in self._ways() for each in way])

    def _ways(self) -> Iterator[tuple[int, Any]]:
        from pikepdf import Array  # noqa: PLC0415 - the same

        for number, page in enumerate(self._pages):
            page.StructParents = number
            contents = self._contents[number]
            # They are numbered as they were drawn, without a gap.
            made = Array([contents[each] for each in range(len(contents))])
            yield number, self._pdf.make_indirect(made)
        yield from enumerate(self._links, len(self._pages))


def _is_empty(part: Element | Content | Link) -> bool:
    """Whether nothing was drawn with a tag after all."""
    return isinstance(part, Element) and all(map(_is_empty, part.parts))
