"""What lies in the clipboard to be imported: files that were copied, or what a program sends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def copied_files() -> list[Path]:
    """The files and folders of this machine that were copied."""
    return local_files(QGuiApplication.clipboard().mimeData())


def local_files(data: QMimeData) -> list[Path]:
    """The files and folders of this machine that are copied or dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def is_sent(text: str) -> bool:
    """Whether a text, be it one line, is JSON with something in it: nobody types that."""
    bare = text.strip()
    if bare[:1] not in {"{", "["} or bare[-1:] not in {"}", "]"}:
        return False
    try:
        return bool(json.loads(bare))
    except (ValueError, RecursionError):
        return False
