"""Watches for the PySide6 release that destroys None."""

import sys
from importlib.metadata import version

import PySide6
from PySide6.QtCore import QObject

PINNED = "6.11.3"
CALLS = 200
# Other threads hold None too, and come and go.
NOISE = 20


def test_a_void_qt_call_leaves_the_references_to_none_alone() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("canary")
    moved = sys.getrefcount(None) - before
    assert abs(moved) < NOISE, f"{CALLS} calls moved the reference count of None by {moved}."


def test_pyside_is_the_pinned_release() -> None:
    assert PySide6.__version__ == PINNED
    assert version("PySide6-Essentials") == PINNED
    assert version("shiboken6") == PINNED
