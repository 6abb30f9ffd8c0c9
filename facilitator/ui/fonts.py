"""Brings the typeface into the program, so that the system's fonts do not decide the look."""

import importlib.util
from pathlib import Path

from PySide6.QtGui import QFontDatabase


def load_typeface() -> bool:
    """Add Inter to the application's fonts; False if the package is not there."""
    spec = importlib.util.find_spec("fontpkg_inter")
    if spec is None or spec.origin is None:
        return False
    file = Path(spec.origin).parent / "files" / "Inter[opsz,wght].ttf"
    return QFontDatabase.addApplicationFont(str(file)) >= 0
