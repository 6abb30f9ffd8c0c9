"""Reads a piece of evidence and checks that an image is what it says it is."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import TYPE_CHECKING

from facilitator.domain.records import Evidence
from facilitator.domain.words import EvidenceKind
from facilitator.exchange import keys
from facilitator.exchange.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

IMAGE_LIMIT = 16 * 2**20
"""Bytes of the largest image that is read."""
SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
"""How a file of each accepted media type begins."""
_EVIDENCE = frozenset(keys.EVIDENCE)
_HASH = re.compile(r"[0-9a-f]{64}")


def read_evidence(value: Any, where: str, new_id: Callable[[], str]) -> Evidence:
    """A link, a quotation or an image; an image's bytes stand in ``data`` as base64."""
    fields = Fields(value, where, _EVIDENCE)
    kind = fields.word("kind", EvidenceKind)
    if kind is None:
        raise fields.refuse("kind", "Say what kind of evidence this is: link, quotation or image.")
    media_type, data, sha256 = fields.line("media_type"), _data(fields), _sha256(fields)
    if kind is not EvidenceKind.IMAGE and data:
        raise fields.refuse("data", "Only an image has data.")
    if kind is EvidenceKind.IMAGE and media_type not in SIGNATURES:
        raise fields.refuse("media_type", "An image is image/png or image/jpeg.")
    if data and not data.startswith(SIGNATURES[media_type]):
        raise fields.refuse("data", f"This is not an image of the type {media_type}.")
    digest = hashlib.sha256(data).hexdigest() if data else sha256
    if sha256 and digest != sha256:
        raise fields.refuse("sha256", "The hash does not fit the data.")
    return Evidence(
        id=fields.ident("id") or new_id(),
        kind=kind,
        text=fields.text("text"),
        link=fields.line("link"),
        media_type=media_type,
        sha256=digest,
        data=data,
    )


def _sha256(fields: Fields) -> str:
    digest = fields.line("sha256").lower()
    if digest and not _HASH.fullmatch(digest):
        raise fields.refuse("sha256", "A SHA-256 hash has 64 hexadecimal digits.")
    return digest


def _data(fields: Fields) -> bytes:
    coded = fields.plain("data")
    if len(coded) > IMAGE_LIMIT * 4 // 3 + 4:
        raise fields.refuse("data", f"The image is larger than {IMAGE_LIMIT:,} bytes.")
    try:
        return base64.b64decode(coded, validate=True)
    except (binascii.Error, ValueError):
        raise fields.refuse("data", "This is not base64.") from None
