"""The report of an error of the program: where it happened, without a word of any review."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_TOLD = ("facilitator", "PySide6-Essentials", "sqlmodel", "sqlalchemy", "reportlab")
_HOUSE = Path(__file__).parent.parent


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Versions, the kind of error and the places it came through.

    The message of the error is left out, for it may quote what people wrote; so are local
    variables and the lines of the code.
    """
    import platform  # noqa: PLC0415 - only needed after a mistake

    lines = [f"Facilitator {_version('facilitator')}: {kind.__module__}.{kind.__qualname__}"]
    lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(trace)]
    lines.append(f"Python {platform.python_version()}, {platform.system()} {platform.release()}")
    lines += [f"{name} {_version(name)}" for name in _TOLD[1:]]
    return "\n".join(lines)


def where(error: BaseException) -> str:
    """The kind of an error and the last place in our own code that it came through, in a line."""
    kind = type(error)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_HOUSE)]
    return f"{kind.__module__}.{kind.__qualname__} at {_place((own or frames)[-1])}"


def _place(frame: traceback.FrameSummary) -> str:
    """A frame by its module: folders above it would tell the user's name."""
    path = Path(frame.filename)
    if path.is_relative_to(_HOUSE):
        shown = str(path.relative_to(_HOUSE.parent))
    else:
        roots = [Path(each) for each in sys.path if each and path.is_relative_to(each)]
        longest = max(roots, key=lambda each: len(each.parts), default=path.parent)
        shown = str(path.relative_to(longest))
    return f"{shown}:{frame.lineno} in {frame.name}"


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow to load

    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
