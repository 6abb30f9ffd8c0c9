"""Opens a .review ZIP without trusting it: names, kinds, sizes and hashes are checked."""

from __future__ import annotations

import hashlib
import re
import stat
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from facilitator.exchange.fields import short
from facilitator.exchange.json_text import parse
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from zipfile import ZipInfo

MIMETYPE = b"application/vnd.facilitator.review+zip"
FORMAT = "facilitator.bundle"
MANIFEST = "manifest.json"
REVIEW = "review.json"
VERSION = 1
TOTAL_LIMIT = 256 * 2**20
"""Bytes of all files of a bundle together, unpacked."""
FILE_LIMIT = 10_000
"""Files in a bundle."""
_SHOWN = 80
"""Characters of a file's name that are told: those that have a place are shorter."""
_IMAGES = "images/"
_NAMES = re.compile(r"mimetype|manifest\.json|review\.json|images/[0-9a-f]{64}\.(png|jpg)")
_BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of a bundle by name, each one named and hashed in the manifest."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            files = _files(archive)
    except _BROKEN:
        raise Refused("", "The bundle is damaged or is not a ZIP file.") from None
    if files.pop("mimetype", b"") != MIMETYPE:
        raise Refused("mimetype", "This ZIP file is not a review bundle.")
    _check_hashes(files, _manifest(files.pop(MANIFEST, b"")))
    if REVIEW not in files:
        raise Refused(REVIEW, "The bundle holds no review.")
    return files


def _files(archive: ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > FILE_LIMIT:
        raise Refused("", f"The bundle has {len(entries):,} files; at most {FILE_LIMIT:,}.")
    if not entries or entries[0].orig_filename != "mimetype":
        raise Refused("mimetype", "This ZIP file is not a review bundle.")
    files = dict[str, bytes]()
    left = TOTAL_LIMIT
    for entry in entries:
        _check_entry(entry, files)
        files[entry.filename] = _bounded(archive, entry, left)
        left -= len(files[entry.filename])
    return files


def _check_entry(entry: ZipInfo, files: dict[str, bytes]) -> None:
    shown = ascii(entry.orig_filename[:_SHOWN])[1:-1]
    if not _NAMES.fullmatch(entry.orig_filename):
        raise Refused(shown, "A file of this name has no place in a review bundle.")
    if entry.filename in files:
        raise Refused(shown, "The bundle holds two files of this name.")
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        raise Refused(shown, "This is not a plain file.")


def _bounded(archive: ZipFile, entry: ZipInfo, left: int) -> bytes:
    """The file's bytes; never more than ``left``, whatever the directory says of its size."""
    if entry.file_size <= left:
        with archive.open(entry) as source:
            data = source.read(left + 1)
        if len(data) <= left:
            return data
    raise Refused(entry.filename, f"The bundle unpacks to more than {TOTAL_LIMIT:,} bytes.")


def _manifest(data: bytes) -> dict[str, Any]:
    if not data:
        raise Refused(MANIFEST, "The bundle has no manifest.")
    try:
        manifest = parse(data)
    except Refused as refused:
        raise Refused(MANIFEST, refused.sentence) from None
    if not isinstance(manifest, dict) or not isinstance(manifest.get("sha256"), dict):
        raise Refused(MANIFEST, "The manifest does not list the files.")
    version = manifest.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Refused(
            MANIFEST,
            f"This bundle was written by a newer Facilitator (format {version}); "
            f"this one reads format {VERSION}. Please update Facilitator.",
        )
    if manifest.get("format") != FORMAT or type(version) is not int or version != VERSION:
        raise Refused(MANIFEST, "The manifest is not that of a review bundle.")
    hashes: dict[str, Any] = manifest["sha256"]
    return hashes


def _check_hashes(files: dict[str, bytes], hashes: dict[str, Any]) -> None:
    for name in files.keys() | hashes.keys():
        if name not in files:
            raise Refused(short(name, _SHOWN), "The manifest names this file, but it is not there.")
        found = hashlib.sha256(files[name]).hexdigest()
        if hashes.get(name) != found:
            raise Refused(name, "The file was changed or damaged: its hash does not fit.")
        if name.startswith(_IMAGES) and found not in name:
            raise Refused(name, "This is another image than the review names.")
