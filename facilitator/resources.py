"""Finds the files that travel with the program: theme, templates, sample, icons."""

from pathlib import Path

_IN_WHEEL = Path(__file__).parent / "_resources"
_IN_CHECKOUT = Path(__file__).parent.parent / "resources"


def path(name: str) -> Path:
    """Path of one resource, e.g. ``theme.toml``; the file may be absent."""
    return (_IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT) / name


def read_text(name: str) -> str:
    """Text of one resource (UTF-8)."""
    return path(name).read_text(encoding="utf-8")
