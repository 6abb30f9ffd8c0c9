"""Reads printed PDFs back: text, links, bookmarks, fonts, and where letters stand."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdf import PdfReader

from facilitator.domain.records import Review

if TYPE_CHECKING:
    from collections.abc import Iterator

Printer = Callable[[Review], bytes]
MARGIN = 50.0


def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    """The text of every page."""
    return [page.extract_text() for page in reader(data).pages]


def solid(text: str) -> str:
    """Text without white space: lines may break anywhere in a long word."""
    return "".join(text.split())


def solid_text(data: bytes) -> str:
    return solid("".join(texts(data)))


def bookmarks(data: bytes) -> list[tuple[str, int]]:
    """Title and page of every line of the outline."""
    pdf = reader(data)
    lines = list(_flat(pdf.outline))
    return [(each.title, pdf.get_destination_page_number(each) or 0) for each in lines]


def _flat(outline: Any) -> Iterator[Any]:
    for each in outline:
        if isinstance(each, list):
            yield from _flat(each)
        else:
            yield each


def notes_on_pages(data: bytes) -> Iterator[tuple[int, Any]]:
    """Every annotation with its page."""
    for number, page in enumerate(reader(data).pages):
        for reference in page.get("/Annots") or ():
            yield number, reference.get_object()


def addresses(data: bytes) -> set[str]:
    """Where links out of the document lead."""
    return {each["/A"]["/URI"] for _, each in notes_on_pages(data) if "/A" in each}


def jumps(data: bytes) -> set[tuple[int, int]]:
    """Page of every link within the document, and the page it leads to."""
    pdf = reader(data)
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(pdf.pages)}  # type: ignore[union-attr]
    found = set()
    for number, page in enumerate(pdf.pages):
        for reference in page.get("/Annots") or ():
            target = reference.get_object().get("/Dest")
            if target is not None:
                found.add((number, numbers[target.get_object()[0].idnum]))
    return found


def fonts(data: bytes) -> dict[str, bool]:
    """Every font by name, and whether it is embedded."""
    found = {}
    for page in reader(data).pages:
        resources: Any = page["/Resources"]
        for font in (each.get_object() for each in resources["/Font"].values()):
            embedded = "/FontFile2" in font.get("/FontDescriptor", {}).get_object()
            found[str(font["/BaseFont"])] = embedded
    return found


def strays(data: bytes) -> list[tuple[int, str]]:
    """Letters that stand in the margins, with their page."""
    found = []
    pdf = pypdfium2.PdfDocument(data)
    for number, page in enumerate(pdf):
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            inside = left > MARGIN and right < width - MARGIN and bottom > 30 and top < height - 35
            if right > left and not inside:
                found.append((number, text.get_text_range(index, 1)))
    pdf.close()
    return found
