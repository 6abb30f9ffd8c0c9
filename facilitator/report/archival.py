"""Makes a PDF one that archives take (PDF/A-2b): what it is, and what its colours are."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_PRINTED = 4
"""The flag of an annotation that is printed, too."""
_DATE = slice(24, 36)
"""When a colour profile was made: the same file shall not differ from day to day."""
_A_DAY = b"\x07\xea\0\x01\0\x01\0\0\0\0\0\0"


def archival(data: bytes, at: datetime) -> bytes:
    """The same pages, with metadata in XMP, a colour profile, and links that say what they are."""
    from pikepdf import Array, Dictionary, Name, Pdf, String  # noqa: PLC0415 - only a PDF needs it

    with Pdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for link in page.get("/Annots", ()):
                link.F = _PRINTED
                link.Contents = String(_leads(link))
        profile = pdf.make_stream(_colours(), N=3)
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier="sRGB",
            DestOutputProfile=profile,
        )
        pdf.Root.OutputIntents = Array([intent])
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
            told["pdfaid:part"], told["pdfaid:conformance"] = "2", "B"
            told["dc:title"] = str(pdf.docinfo.Title)
            told["dc:description"] = str(pdf.docinfo.Subject)
            told["xmp:CreatorTool"] = str(pdf.docinfo.Creator)
            told["pdf:Producer"] = str(pdf.docinfo.Producer)
            told["xmp:CreateDate"] = told["xmp:ModifyDate"] = f"{at:%Y-%m-%dT%H:%M:%S}+00:00"
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, fix_metadata_version=False)
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
