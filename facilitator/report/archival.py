"""Makes a PDF one that archives take and programs can read out (PDF/A-2, PDF/UA-1)."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator.report.metadata import packet
from facilitator.report.structure import write_structure

if TYPE_CHECKING:
    from datetime import datetime

    from facilitator.report.tags import Element

_PRINTED = 4
"""The flag of an annotation that is printed, too."""
_DATE = slice(24, 36)
"""When a colour profile was made: the same file shall not differ from day to day."""
_A_DAY = b"\x07\xea\0\x01\0\x01\0\0\0\0\0\0"


def archival(data: bytes, at: datetime, parts: Element) -> bytes:
    """The same pages, with metadata in XMP, a colour profile, and links that say what they are."""
    from pikepdf import (  # noqa: PLC0415 - only a PDF needs it
        Array,
        Dictionary,
        Name,
        ObjectStreamMode,
        Pdf,
        String,
    )

    with Pdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for link in page.get("/Annots", ()):
                link.F = _PRINTED
                link.Contents = String(_leads(link))
        write_structure(pdf, parts)
        profile = pdf.make_stream(_colours(), N=3)
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier="sRGB",
            DestOutputProfile=profile,
        )
        pdf.Root.OutputIntents = Array([intent])
        told = pdf.docinfo
        xmp = packet(
            title=str(told.Title),
            subject=str(told.Subject),
            creator=str(told.Creator),
            producer=str(told.Producer),
            at=at,
        )
        pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
        target = io.BytesIO()
        pdf.save(
            target,
            deterministic_id=True,
            fix_metadata_version=False,
            # The parts are many small objects: on their own they would double the size of the file.
            object_stream_mode=ObjectStreamMode.generate,
        )
    return target.getvalue()


def _leads(link: object) -> str:
    """What is read out of a link."""
    action = link.get("/A") if hasattr(link, "get") else None
    address = action.get("/URI") if action is not None else None
    return str(address) if address is not None else "Goes to another place in this document"


@lru_cache(maxsize=1)
def _colours() -> bytes:
    from PIL import ImageCms  # noqa: PLC0415 - only a PDF needs it

    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_DATE] = _A_DAY
    return bytes(made)
