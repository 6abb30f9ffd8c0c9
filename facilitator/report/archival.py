"""Makes a PDF one that archives take and programs can read out (PDF/A-2, PDF/UA-1)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator.report.metadata import packet
from facilitator.report.pdf_objects import Objects, packed_stream, stream
from facilitator.report.pdf_words import only, text
from facilitator.report.pdf_writing import written
from facilitator.report.structure import write_structure

if TYPE_CHECKING:
    from datetime import datetime

    from facilitator.report.tags import Element

_XMP = {b"/Type": b"/Metadata", b"/Subtype": b"/XML"}
_INTENTS = (
    b"[ << /DestOutputProfile %d 0 R /OutputConditionIdentifier (sRGB) /S /GTS_PDFA1"
    b" /Type /OutputIntent >> ]"
)
_DATE = slice(24, 36)
"""When a colour profile was made: the same file shall not differ from day to day."""
_A_DAY = b"\x07\xea\0\x01\0\x01\0\0\0\0\0\0"


def archival(data: bytes, at: datetime, parts: Element) -> bytes:
    """The same pages, with metadata in XMP, a colour profile, and links that say what they are."""
    objects = Objects(data)
    root = only(objects.trailer[b"/Root"])
    write_structure(objects, root, objects.pages(), parts)
    profile = objects.add(packed_stream({b"/N": b"3"}, _colours()))
    metadata = objects.add(stream(_XMP, _packet(objects, at)))
    objects.change(root, OutputIntents=_INTENTS % profile, Metadata=b"%d 0 R" % metadata)
    return written(objects)


def _packet(objects: Objects, at: datetime) -> bytes:
    about = objects.entries(only(objects.trailer[b"/Info"]))
    title, subject, creator, producer = (
        text(about[key]) for key in (b"/Title", b"/Subject", b"/Creator", b"/Producer")
    )
    return packet(title=title, subject=subject, creator=creator, producer=producer, at=at)


@lru_cache(maxsize=1)
def _colours() -> bytes:
    from PIL import ImageCms  # noqa: PLC0415 - only a PDF needs it

    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_DATE] = _A_DAY
    return bytes(made)
