"""Reads the images of the evidence, makes large ones smaller, and refuses what is not sound."""

from __future__ import annotations

import io
import warnings

from PIL import Image
from reportlab.lib.utils import ImageReader

_MOST_PIXELS = 60_000_000
"""More are not unpacked: a small file can hold an image that fills all memory."""
_LONGEST = 1600
"""Pixels of the longer side in print; more cannot be seen on paper at this size."""


def read_image(data: bytes) -> ImageReader | None:
    """The image; None if it cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ImageReader(_read(data))
    except (
        OSError,
        ValueError,
        SyntaxError,
        ArithmeticError,
        MemoryError,
        Image.DecompressionBombError,
    ):
        return None


def _read(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        wide, high = image.size
        if wide * high > _MOST_PIXELS:
            raise ValueError("The image has too many pixels.")
        image.draft("RGB", (_LONGEST, _LONGEST))
        image.thumbnail((_LONGEST, _LONGEST))
        return _on_white(image)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGB", layer.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    return image.convert("L" if image.mode in {"1", "L", "I", "I;16"} else "RGB")
