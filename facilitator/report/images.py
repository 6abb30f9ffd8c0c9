"""Reads the images of the evidence, makes large ones smaller, and refuses what is not sound."""

from __future__ import annotations

import io
import warnings
from typing import Any

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

_MOST_PIXELS = 60_000_000
"""More are not unpacked: a small file can hold an image that fills all memory."""
_LONGEST = 1600
"""Pixels of the longer side in print; more cannot be seen on paper at this size."""


_UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    ArithmeticError,
    MemoryError,
    Image.DecompressionBombError,
)
_FORMS = ("PNG", "JPEG")
_SAVED: dict[str, dict[str, Any]] = {"PNG": {"optimize": True}, "JPEG": {"quality": 90}}
_BYTE = 1 / 256
"""Of sixteen bits the first eight are enough."""


def read_image(data: bytes) -> ImageReader | None:
    """The image; None if it cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ImageReader(_read(data))
    except _UNREADABLE:
        return None


def without_metadata(data: bytes) -> bytes:
    """The image as PNG or JPEG with nothing in the file but its dots; empty if it cannot be read.

    A photograph may say where it was taken, by whom and with what.
    """
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=_FORMS) as image:
            warnings.simplefilter("ignore")
            _check_size(image)
            form = image.format
            bare = ImageOps.exif_transpose(image)
            if form == "JPEG" and bare.mode not in {"L", "RGB"}:
                bare = bare.convert("RGB")
            bare.info = {}
            target = io.BytesIO()
            bare.save(target, form, **_SAVED[form or "PNG"])
            return target.getvalue()
    except _UNREADABLE:
        return b""


def _read(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=_FORMS) as image:
        _check_size(image)
        image.draft("RGB", (_LONGEST, _LONGEST))
        image.thumbnail((_LONGEST, _LONGEST))
        return _on_white(image)


def _check_size(image: Image.Image) -> None:
    wide, high = image.size
    if wide * high > _MOST_PIXELS:
        raise ValueError("The image has too many pixels.")


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGB", layer.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    if image.mode in {"I", "I;16"}:
        # To convert them at once would make white of all that is brighter than a little.
        return image.convert("I").point(lambda each: each * _BYTE).convert("L")
    return image.convert("L" if image.mode in {"1", "L"} else "RGB")
