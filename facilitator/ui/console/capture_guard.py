"""Asks Windows to leave a window out of captures of the screen; other systems cannot be asked."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ASKED = "Windows is asked to leave the Console out of captures. Some programs show it all the same."
REFUSED = "Windows did not do it: captures show the Console."

_SHOWN, _LEFT_OUT = 0x00, 0x11
"""``WDA_NONE`` and ``WDA_EXCLUDEFROMCAPTURE``, which Windows knows since version 2004."""


def available() -> bool:
    """Whether the system can be asked at all."""
    return _user32() is not None


def hide(window: QWidget, on: bool) -> bool:
    """Ask for it, or take that back; False if the system refused.

    True is no promise: what a program for calls or recordings makes of it is its own affair.
    """
    user32 = _user32()
    if user32 is None:
        return False
    handle = ctypes.c_void_p(int(window.winId()))
    wish = ctypes.c_uint32(_LEFT_OUT if on else _SHOWN)
    return bool(user32.SetWindowDisplayAffinity(handle, wish))


def _user32() -> Any:
    # ctypes has windll on Windows alone.
    windll = vars(ctypes).get("windll")
    return None if windll is None else windll.user32
