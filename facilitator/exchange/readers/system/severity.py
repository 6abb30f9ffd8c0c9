"""What the severity of a log line proposes: from 0, an emergency, to 7, a message for debugging."""

from __future__ import annotations

from facilitator.domain.words import EventKind

WARNING, INFO, DEBUG = 4, 6, 7
LEVELS = {
    "emerg": 0,
    "emergency": 0,
    "panic": 0,
    "fatal": 1,
    "alert": 1,
    "crit": 2,
    "critical": 2,
    "severe": 2,
    "err": 3,
    "error": 3,
    "warn": 4,
    "warning": 4,
    "notice": 5,
    "info": 6,
    "information": 6,
    "debug": 7,
    "trace": 7,
    "verbose": 7,
    "finest": 7,
    "finer": 7,
    "fine": 7,
}
"""The words that logs use."""


def severity_kind(level: int) -> EventKind | None:
    """A warning, or worse, is something that was seen; -1 is an unknown severity."""
    return EventKind.OBSERVATION if 0 <= level <= WARNING else None


def noise_of(level: int) -> str:
    """Why a line is folded away, if it is."""
    return "It is a message for debugging." if level == DEBUG else ""
