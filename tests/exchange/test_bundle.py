"""A bundle is read only if every file in it is expected, whole and small enough."""

from __future__ import annotations

import hashlib
import json
import stat
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from facilitator.domain.records import Evidence, Review, TimelineEvent
from facilitator.domain.words import EvidenceKind
from facilitator.exchange import unpack
from facilitator.exchange.bundle import read_bundle, write_bundle
from facilitator.exchange.refused import Refused
from tests.strategies import PNG, ids

PICTURE = PNG + b"not really a picture"
DIGEST = hashlib.sha256(PICTURE).hexdigest()


def picture(number: int) -> Evidence:
    """An image; all have the same bytes."""
    return Evidence(
        id=f"v{number}",
        kind=EvidenceKind.IMAGE,
        media_type="image/png",
        sha256=DIGEST,
        data=PICTURE,
    )


REVIEW = Review(
    id="r1",
    title="Down",
    events=(
        TimelineEvent(
            id="e1",
            text="It stopped",
            at=datetime(2026, 3, 4, 14, 3, tzinfo=UTC),
            evidence=(picture(1), picture(2)),
        ),
    ),
)


def files(data: bytes) -> dict[str, bytes]:
    """What a bundle holds, in its order."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(*entries: tuple[str | ZipInfo, bytes]) -> bytes:
    """A ZIP file of these entries."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return target.getvalue()


def changed(**changes: bytes | None) -> bytes:
    """The bundle with some files replaced, added or (None) left out; hashes stay."""
    inside: dict[str, Any] = files(write_bundle(REVIEW)) | changes
    return packed(*((name, data) for name, data in inside.items() if data is not None))


def refusal(data: bytes) -> Refused:
    """The refusal of a bundle."""
    with pytest.raises(Refused) as caught:
        read_bundle(data, ids("n"))
    return caught.value


def manifest(**changes: Any) -> bytes:
    """The bundle's manifest with some keys changed."""
    return json.dumps(json.loads(files(write_bundle(REVIEW))["manifest.json"]) | changes).encode()


HASHES = json.loads(manifest())["sha256"]


def test_the_type_comes_first_and_is_not_packed() -> None:
    with ZipFile(BytesIO(write_bundle(REVIEW))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert write_bundle(REVIEW)[38:].startswith(unpack.MIMETYPE)


def test_an_image_is_kept_once_and_not_in_the_json() -> None:
    inside = files(write_bundle(REVIEW))
    assert list(inside) == [
        "mimetype",
        "manifest.json",
        "review.json",
        f"images/{DIGEST}.png",
    ]
    event = json.loads(inside["review.json"])["review"]["events"][0]
    assert [each["data"] for each in event["evidence"]] == [None, None]


def test_images_come_back() -> None:
    assert read_bundle(write_bundle(REVIEW), ids("n")) == REVIEW


def test_an_image_that_the_library_had_lost_is_no_hindrance() -> None:
    lost = Evidence(id="v1", kind=EvidenceKind.IMAGE, media_type="image/png", sha256=DIGEST)
    event = TimelineEvent(id="e1", text="x", at=REVIEW.events[0].at, evidence=(lost,))
    review = Review(id="r1", events=(event,))
    assert read_bundle(write_bundle(review), ids("n")) == review


@pytest.mark.parametrize(
    "name",
    [
        "../review.json",
        "/etc/passwd",
        "C:\\review.json",
        "images/../../x.png",
        "images\\x.png",
        "images/",
        "notes.txt",
        "images/picture.png",
        "Review.json",
        "images/" + "0" * 64 + ".svg",
    ],
)
def test_a_name_that_has_no_place(name: str) -> None:
    refused = refusal(changed(**{name: b"x"}))
    assert "no place" in refused.sentence


def test_a_name_twice() -> None:
    inside = list(files(write_bundle(REVIEW)).items())
    with pytest.warns(UserWarning, match="Duplicate"):
        data = packed(*inside, ("review.json", b"{}"))
    assert refusal(data).where == "review.json"


def test_a_link_instead_of_a_file() -> None:
    link = ZipInfo("review.json")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    refused = refusal(packed(("mimetype", unpack.MIMETYPE), (link, b"/etc/passwd")))
    assert "plain file" in refused.sentence


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hello", b"\x00" * 100])
def test_what_is_no_zip_file(data: bytes) -> None:
    assert "ZIP" in refusal(data).sentence


def test_a_bundle_cut_off_anywhere_is_refused() -> None:
    data = write_bundle(REVIEW)
    for length in range(0, len(data), 37):
        refusal(data[:length])


def test_a_changed_byte_is_never_taken_for_the_review() -> None:
    data = write_bundle(REVIEW)
    for place in range(0, len(data), 11):
        broken = bytearray(data)
        broken[place] ^= 0x41
        try:
            assert read_bundle(bytes(broken), ids("n")) == REVIEW
        except Refused:
            continue


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"mimetype": b"application/zip"}, "mimetype"),
        ({"manifest.json": None}, "manifest.json"),
        ({"manifest.json": b"{"}, "manifest.json"),
        ({"manifest.json": b"[]"}, "manifest.json"),
        ({"manifest.json": manifest(sha256={})}, "review.json"),
        ({"manifest.json": manifest(version=2)}, "manifest.json"),
        ({"manifest.json": manifest(version=True)}, "manifest.json"),
        ({"manifest.json": manifest(sha256=HASHES | {"a\n\x1b": "0"})}, "a��"),
        ({"manifest.json": manifest(format="other")}, "manifest.json"),
        ({"review.json": None}, "review.json"),
        ({"review.json": b"{}"}, "review.json"),
        ({f"images/{DIGEST}.png": None}, f"images/{DIGEST}.png"),
        ({f"images/{DIGEST}.png": b"x"}, f"images/{DIGEST}.png"),
        ({"images/" + "0" * 64 + ".png": b"x"}, "images/" + "0" * 64 + ".png"),
    ],
)
def test_what_does_not_fit_the_manifest(changes: dict[str, bytes | None], where: str) -> None:
    refused = refusal(changed(**changes))
    assert refused.where == where or {refused.where, where} <= set(files(write_bundle(REVIEW)))


def test_a_newer_bundle_is_refused_politely() -> None:
    assert "newer" in refusal(changed(**{"manifest.json": manifest(version=2)})).sentence


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "TOTAL_LIMIT", 1_000_000)
    bomb = packed(("mimetype", unpack.MIMETYPE), ("review.json", bytes(2_000_000)))
    assert len(bomb) < 10_000
    assert "1,000,000 bytes" in refusal(bomb).sentence


def test_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "FILE_LIMIT", 2)
    assert "at most 2" in refusal(write_bundle(REVIEW)).sentence


def test_an_image_is_the_one_that_the_review_names() -> None:
    other = PNG + b"another picture"
    name = f"images/{DIGEST}.png"
    hashes = {**HASHES, name: hashlib.sha256(other).hexdigest()}
    told = refusal(changed(**{name: other, "manifest.json": manifest(sha256=hashes)}))
    assert told.where == name
    assert "another image" in told.sentence
