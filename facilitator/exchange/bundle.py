"""The .review bundle: one ZIP file with the review's JSON, its images and a hash of each."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from facilitator.exchange.evidence_in import SIGNATURES
from facilitator.exchange.refused import Refused
from facilitator.exchange.review_json import read_review, write_review
from facilitator.exchange.unpack import (
    FORMAT,
    MANIFEST,
    MIMETYPE,
    REVIEW,
    VERSION,
    unpack,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import Evidence, Review, TimelineEvent

_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg"}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_bundle(review: Review, *, private: bool = False) -> bytes:
    """The bundle's bytes; the same review gives the same bytes.

    ``private`` writes the private notes too.
    """
    files = {REVIEW: write_review(_with_data(review, _nothing), private=private)}
    for event in review.events:
        files |= {_image_name(each): each.data for each in event.evidence if each.data}
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr(_entry("mimetype", ZIP_STORED), MIMETYPE)
        archive.writestr(_entry(MANIFEST, ZIP_DEFLATED), _manifest(files))
        for name, data in files.items():
            packing = ZIP_DEFLATED if name == REVIEW else ZIP_STORED
            archive.writestr(_entry(name, packing), data)
    return target.getvalue()


def read_bundle(data: bytes, new_id: Callable[[], str]) -> Review:
    """The review in a bundle; Refused for anything damaged, foreign, oversized or newer."""
    files = unpack(data)
    review = read_review(files[REVIEW], new_id)

    def image(evidence: Evidence) -> bytes:
        found = files.get(_image_name(evidence), b"") if evidence.sha256 else b""
        if found and not found.startswith(SIGNATURES[evidence.media_type]):
            raise Refused(_image_name(evidence), f"This is not of the type {evidence.media_type}.")
        return evidence.data or found

    return _with_data(review, image)


def _nothing(_evidence: Evidence) -> bytes:
    return b""


def _entry(name: str, packing: int) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = packing
    entry.external_attr = 0o100644 << 16
    return entry


def _manifest(files: dict[str, bytes]) -> str:
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return json.dumps({"format": FORMAT, "version": VERSION, "sha256": hashes}, indent=2)


def _image_name(evidence: Evidence) -> str:
    return f"images/{evidence.sha256}.{_SUFFIXES.get(evidence.media_type, 'bin')}"


def _with_data(review: Review, data: Callable[[Evidence], bytes]) -> Review:
    events = tuple(_event_with_data(event, data) for event in review.events)
    return replace(review, events=events)


def _event_with_data(event: TimelineEvent, data: Callable[[Evidence], bytes]) -> TimelineEvent:
    if not event.evidence:
        return event
    evidence = tuple(
        replace(each, data=data(each)) if each.media_type in _SUFFIXES else each
        for each in event.evidence
    )
    return replace(event, evidence=evidence)
