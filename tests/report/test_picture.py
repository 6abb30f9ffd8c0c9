"""The timeline and the tree as pictures of their own."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from facilitator.domain.edits.factors import change_factor
from facilitator.report.picture import NothingToDraw, Picture, png, svg
from tests.report.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.records import Review

SVG = "{http://www.w3.org/2000/svg}"


def words(data: bytes) -> str:
    root = ET.fromstring(data)  # noqa: S314 - our own
    return " ".join(each.text or "" for each in root.iter(f"{SVG}text"))


def test_a_drawing_has_the_words_as_text(sample: Review, fonts: Path) -> None:
    timeline = words(svg(sample, Picture.TIMELINE, NOW, fonts))
    assert all(each.text.split()[0] in timeline for each in sample.events if each.starred)
    tree = words(svg(sample, Picture.TREE, NOW, fonts))
    assert all(each.text.split()[0] in tree for each in sample.factors)


def test_markup_stays_text(sample: Review, fonts: Path) -> None:
    root = sample.factors[0]
    odd = '</text><script>alert(1)</script> List<String> & "x"'
    review = change_factor(root.id, text=odd)(sample)
    data = svg(review, Picture.TREE, NOW, fonts)
    assert b"<script>" not in data
    assert "List<String>" in words(data).replace(" ", "")


@pytest.mark.parametrize("what", list(Picture))
def test_the_same_review_gives_the_same_bytes(sample: Review, what: Picture, fonts: Path) -> None:
    assert svg(sample, what, NOW, fonts) == svg(sample, what, NOW, fonts)
    one = png(sample, what, NOW, fonts)
    assert one == png(sample, what, NOW, fonts)
    image = Image.open(io.BytesIO(one))
    assert image.format == "PNG"
    assert image.size[0] > 600
    assert len(image.convert("L").getcolors() or ()) > 10


@pytest.mark.parametrize("what", list(Picture))
def test_nothing_is_said_to_be_nothing(sample: Review, what: Picture, fonts: Path) -> None:
    bare = replace(sample, events=(), factors=(), findings=(), actions=())
    with pytest.raises(NothingToDraw) as nothing:
        svg(bare, what, NOW, fonts)
    assert "to draw" in nothing.value.sentence
