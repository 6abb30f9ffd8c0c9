"""Images to print."""

from __future__ import annotations

import io

from PIL import Image


def png(width: int, height: int, mode: str = "RGB") -> bytes:
    """A plain PNG of so many dots."""
    file = io.BytesIO()
    Image.new(mode, (width, height)).save(file, "PNG")
    return file.getvalue()
