"""Tells from the bare arguments whether the window, the version or a command is wanted.

Opening the window must not wait for the parser of the command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.cli import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """Open the window, with a library and perhaps on a review or a .review file."""

    library: str | None
    target: str | None


def tour_request(argv: Sequence[str]) -> str | None:
    """The folder of ``tour --out FOLDER``, which draws one picture a phase."""
    command, rest = list(argv[:2]), argv[2:]
    return rest[0] if command == ["tour", "--out"] and len(rest) == 1 else None


def window_request(argv: Sequence[str]) -> WindowRequest | None:
    """The window if that is all that is asked for; None leaves it to the command line."""
    library: str | None = None
    words: list[str] = []
    rest = iter(argv)
    for argument in rest:
        if argument == "--library":
            library = next(rest, "")
        elif argument.startswith("--library="):
            library = argument.partition("=")[2]
        elif argument == "--":
            words += rest
        elif argument.startswith("-"):
            return None
        else:
            words.append(argument)
    if words[:1] == ["open"]:
        words = words[1:]
    elif words and words[0] in COMMANDS:
        return None
    if library == "":
        return None
    return WindowRequest(library, words[0] if words else None) if len(words) <= 1 else None


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened, as far as the environment tells."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environment.get(name) for name in names)
