"""Documents can be read out: every word is in a part, in order, and what is for the eye is not."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings

from facilitator.domain.records import Evidence
from facilitator.domain.words import Audience, EvidenceKind
from facilitator.report import render
from facilitator.report.tags import ARTIFACT, Content, Element, Tag, Tags
from tests.report.conftest import NOW
from tests.report.images import png
from tests.strategies import reviews

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.domain.records import Review

SHOWN = {"Tj", "TJ", "Do"}
PAINTED = {"S", "f", "B", "sh"}


def roles(element: Element) -> Any:
    """The tree as nested lists of roles and numbers."""
    return [
        element.role,
        *(roles(each) if isinstance(each, Element) else each.number for each in element.parts),
    ]


def opened(audience: Audience, review: Review, fonts: Path) -> pikepdf.Pdf:
    data = render(review, now=lambda: NOW, fonts=fonts, audience=audience)
    return pikepdf.Pdf.open(io.BytesIO(data))


def marked(page: pikepdf.Page) -> Iterator[tuple[str, list[str]]]:
    """What is shown or painted on a page, with the parts that it is in."""
    stack: list[str] = []
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        if name in {"BMC", "BDC"}:
            stack.append(str(step.operands[0]))
        elif name == "EMC":
            stack.pop()
        elif name in SHOWN | PAINTED:
            yield name, list(stack)
    assert stack == []


def kids(element: Any) -> list[Any]:
    return list(element.K) if isinstance(element.K, pikepdf.Array) else [element.K]


def dictionaries(element: Any) -> list[Any]:
    return [each for each in kids(element) if isinstance(each, pikepdf.Dictionary)]


def contents(element: Any) -> list[tuple[int, Any]]:
    """Numbers and pages of what is directly in a part."""
    own = [(each, element.Pg) for each in kids(element) if isinstance(each, int)]
    far = [each for each in dictionaries(element) if each.get("/Type") == "/MCR"]
    return [*own, *((int(each.MCID), each.Pg) for each in far)]


def elements(pdf: pikepdf.Pdf) -> list[Any]:
    """Every part of the document in reading order."""
    found: list[Any] = []

    def walk(element: Any) -> None:
        found.append(element)
        for each in dictionaries(element):
            if "/S" in each:
                walk(each)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def ways_back(pdf: pikepdf.Pdf) -> dict[int, Any]:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    return {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}


def check(pdf: pikepdf.Pdf) -> None:
    """Everything is in one part, and every part knows what is in it."""
    back = ways_back(pdf)
    for page in pdf.pages:
        for name, parts in marked(page):
            assert len(parts) == 1
            assert name in SHOWN or parts == ["/Artifact"]
        for number, element in enumerate(back[int(page.StructParents)]):
            assert (number, page.obj) in contents(element)
        for link in page.get("/Annots", ()):
            element = back[int(link.StructParent)]
            assert element.S == "/Link"
            assert any(each.get("/Obj") == link for each in dictionaries(element))


@pytest.mark.parametrize("audience", Audience)
def test_every_word_is_in_a_part(sample: Review, fonts: Path, audience: Audience) -> None:
    with opened(audience, sample, fonts) as pdf:
        check(pdf)
        found = [str(each.S) for each in elements(pdf)]
        assert pdf.Root.MarkInfo.Marked
        assert found[:2] == ["/Document", "/H1"]
        assert found.count("/H1") == 1
        assert found.count("/H2") > 3


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(reviews())
def test_every_word_of_any_review_is_in_a_part(fonts: Path, review: Review) -> None:
    with opened(Audience.INTERNAL, review, fonts) as pdf:
        check(pdf)


def test_lines_of_a_text_are_one_part_and_repeated_heads_are_none(
    sample: Review, fonts: Path
) -> None:
    long = replace(sample, summary="Why the ledger stopped is told here at length. " * 400)
    with opened(Audience.INTERNAL, long, fonts) as pdf:
        longest = max(elements(pdf), key=lambda each: len(contents(each)))
        assert longest.S == "/P"
        assert len({int(page.StructParents) for _, page in contents(longest)}) > 1
        again = [parts for page in pdf.pages for name, parts in marked(page) if name in SHOWN]
        # More than head and foot: the label of the section stands on its second page once more.
        assert again.count(["/Artifact"]) > 4 * len(pdf.pages)


def test_lines_of_a_part_do_not_run_together(sample_pdf: bytes) -> None:
    """Where a part goes on in another line, a space is shown first."""
    gone_on, lines, last = 0, 0, b""
    with pikepdf.Pdf.open(io.BytesIO(sample_pdf)) as pdf:
        for step in (each for page in pdf.pages for each in pikepdf.parse_content_stream(page)):
            name = str(step.operator)
            if name in {"BDC", "BMC"}:
                lines, last = 0, b""
            elif name in {"Tj", "TJ"}:
                last = bytes(step.operands[0]) if name == "Tj" else b"several"
            elif name == "Tm":
                lines += 1
                assert lines == 1 or last == b" "
                gone_on += lines > 1
    assert gone_on > 30


def test_the_tree_is_read_out_in_its_chapter_wherever_it_stands(
    sample: Review, fonts: Path
) -> None:
    """With a longer summary it has no room below its heading, and the findings begin before it."""
    for lines in range(4, 24, 4):
        long = replace(sample, summary="The ledger stopped and nobody could pay. " * 2 * lines)
        with opened(Audience.INTERNAL, long, fonts) as pdf:
            check(pdf)
            found = elements(pdf)
            (tree,) = (place for place, each in enumerate(found) if each.S == "/Sect")
            heads = [place for place, each in enumerate(found) if each.S == "/H2"]
            pages = [int(page.StructParents) for each in found for _, page in contents(each)]
            before = max(place for place in heads if place < tree)
            assert sum(place < tree for place in heads) == 5
            assert all(each.S in {"/P", "/Link"} for each in found[before + 1 : tree])
            if pages != sorted(pages):
                return
    pytest.fail("It stood below its heading every time.")


def test_an_image_says_its_caption(sample: Review, fonts: Path) -> None:
    shot = Evidence(id="shot", kind=EvidenceKind.IMAGE, text="Errors by region", data=png(40, 30))
    first, *rest = sample.events
    shown = replace(first, evidence=(*first.evidence, shot))
    with opened(Audience.INTERNAL, replace(sample, events=(shown, *rest)), fonts) as pdf:
        check(pdf)
        (figure,) = (each for each in elements(pdf) if each.S == "/Figure")
        assert str(figure.Alt) == "Errors by region"


def test_the_file_says_what_it_follows(sample: Review, fonts: Path) -> None:
    titled = replace(sample, title="Queues < 5 & none\uffff")
    with opened(Audience.INTERNAL, titled, fonts) as pdf, pdf.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")
        assert told["dc:title"] == "Queues < 5 & none"


# -- what is kept while the pages are drawn -------------------------------------------------------


def test_text_of_its_own_is_a_paragraph() -> None:
    tags = Tags()
    tags.turn()
    assert tags.mark() == "/P <</MCID 0>> BDC"
    assert tags.mark() == "/P <</MCID 1>> BDC"
    assert roles(tags.root) == ["Document", ["P", 0], ["P", 1]]


def test_a_tag_is_one_part_on_all_pages() -> None:
    tags, title = Tags(), Tag("H1")
    for _ in range(2):
        tags.turn()
        tags.enter(title)
        assert tags.mark() == "/H1 <</MCID 0>> BDC"
        tags.leave()
    (element,) = tags.root.parts
    assert isinstance(element, Element)
    assert element.parts == [Content(0, 0), Content(1, 0)]


def test_what_is_an_artifact_is_in_no_part() -> None:
    tags = Tags()
    tags.turn()
    tags.enter(ARTIFACT)
    tags.enter(Tag("P"))
    assert tags.mark() == "/Artifact BMC"
    tags.leave()
    tags.leave()
    assert tags.root.parts == []
    assert tags.mark() == "/P <</MCID 0>> BDC"


def test_what_is_drawn_in_a_link_is_part_of_it() -> None:
    tags = Tags()
    tags.turn()
    with tags.part("P"):
        tags.mark()
        with tags.link():
            tags.mark()
        tags.mark()
    assert roles(tags.root) == ["Document", ["P", 0, ["Link", 0, 1], 2]]


def test_a_link_that_lies_on_what_is_passed_over_is_told_all_the_same() -> None:
    tags = Tags()
    tags.turn()
    tags.enter(ARTIFACT)
    with tags.link():
        assert tags.mark() == "/Artifact BMC"
    assert roles(tags.root) == ["Document", ["Link", 0]]


def test_what_follows_in_one_part_goes_on() -> None:
    tags, text = Tags(), Tag("P")
    tags.turn()
    for mark in ("/P <</MCID 0>> BDC", ""):
        tags.enter(text)
        assert tags.mark() == mark
        tags.leave()
