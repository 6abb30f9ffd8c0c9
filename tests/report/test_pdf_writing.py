"""The file itself: byte by byte what qpdf writes of the same objects, and never half read."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.records import Evidence
from facilitator.domain.words import Audience, EvidenceKind
from facilitator.report import archival, render
from facilitator.report.pdf_objects import Objects, Stream
from facilitator.report.pdf_words import dictionary, entries, line, only, string, text
from facilitator.report.pdf_writing import written
from tests.report.big_reviews import big
from tests.report.conftest import NOW
from tests.report.images import png
from tests.strategies import reviews

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Review


def plain(objects: Objects) -> bytes:
    """The objects one after the other, as the simplest of files."""
    file, places = io.BytesIO(b"%PDF-1.4\n"), []
    file.seek(0, io.SEEK_END)
    for number in range(1, objects.count + 1):
        places.append(file.tell())
        found = objects[number]
        # As reportlab says it: else qpdf leaves what is packed as it is, and its words, too.
        words = objects.words(number).replace(b"/Filter /FlateDecode", b"/Filter [ /FlateDecode ]")
        file.write(b"%d 0 obj\n%s\n" % (number, words))
        if isinstance(found, Stream):
            file.write(b"stream\n%s\nendstream\n" % found.data)
        file.write(b"endobj\n")
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (objects.count + 1))
    file.writelines(b"%010d 00000 n \n" % place for place in places)
    trailer = objects.trailer | {b"/Size": b"%d" % (objects.count + 1)}
    file.write(b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (dictionary(trailer), start))
    return file.getvalue()


def by_qpdf(objects: Objects) -> bytes:
    """The file of the same objects, written by somebody else."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain(objects))) as pdf:
        pdf.save(
            target,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return target.getvalue()


def compared(review: Review, fonts: Path, audience: Audience = Audience.INTERNAL) -> None:
    """Print a review, and see that its file is as it should be."""
    seen: list[tuple[bytes, bytes]] = []

    def both(objects: Objects) -> bytes:
        seen.append((written(objects), by_qpdf(objects)))
        return seen[0][0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archival, "written", both)
        data = render(review, now=lambda: NOW, fonts=fonts, audience=audience)
    same = seen[0][0] == seen[0][1]
    assert same
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_a_large_review_is_what_qpdf_writes(fonts: Path) -> None:
    compared(big(), fonts)


@pytest.mark.parametrize("audience", list(Audience))
def test_titles_images_and_links_are_what_qpdf_writes(
    sample: Review, fonts: Path, audience: Audience
) -> None:
    first, *rest = sample.events
    images = (
        Evidence(id=mode, kind=EvidenceKind.IMAGE, text=f"(ä) {mode} Ж\\", data=png(40, 30, mode))
        for mode in ("RGB", "RGBA", "L")
    )
    link = Evidence(
        id="link", kind=EvidenceKind.LINK, text="Log", link="https://example.org/(a)?b=%20c\\d"
    )
    shown = replace(first, evidence=(*images, link))
    compared(replace(sample, title="Очередь (5 0 R) \\ é", events=(shown, *rest)), fonts, audience)


@given(review=reviews())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_review_is_what_qpdf_writes(fonts: Path, review: Review) -> None:
    compared(review, fonts)


# In the letters of PDF there is no U+FFFD, for which qpdf writes one that stands for nothing. Of
# U+009F, which no text of ours holds, reportlab and pikepdf differ: the one loaded first is asked.
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffd\x9f")))
def test_a_string_is_as_qpdf_writes_it(words: str) -> None:
    written = string(words)
    assert written == pikepdf.String(words).unparse()
    assert line(b"[" + written + b"]") == b"[ " + written + b" ]"
    assert text(written) == str(pikepdf.String(words))


@given(st.dictionaries(st.sampled_from("ABCDE"), st.text(max_size=9)), st.text(max_size=9))
def test_a_dictionary_is_taken_apart_and_put_together(found: dict[str, str], inner: str) -> None:
    words = {b"/" + key.encode(): string(value) for key, value in found.items()}
    words |= {b"/Kids": b"[ 12 0 R 5 0 R ]", b"/Type": b"/Page"}
    words[b"/X"] = dictionary({b"/In": string(inner), b"/Of": b"/Y"})
    assert entries(dictionary(words)) == words
    assert line(dictionary(words).replace(b" /", b"\n/")) == dictionary(words)


def test_numbers_in_texts_are_no_references() -> None:
    assert only(b"<< /Title (see 5 0 R \\) 6 0 R) /Parent 7 0 R >>") == 7
    with pytest.raises(ValueError, match="unpack"):
        only(b"[ 1 0 R 2 0 R ]")


@pytest.mark.parametrize("cut", [0, 9, 300, -8])
def test_a_file_that_is_not_whole_is_refused(cut: int) -> None:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - here alone

    canvas = Canvas(io.BytesIO(), invariant=1)
    canvas.drawString(50, 50, "Whole")
    data: bytes = canvas.getpdfdata()  # type: ignore[no-untyped-call]
    assert len(Objects(data).pages()) == 1
    with pytest.raises(ValueError, match="no whole PDF"):
        Objects(data[:cut])
