"""The clocks of the program: what time it is, and how much of it went by."""

import time
from datetime import UTC, datetime

_STEADY: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""The first one counts on while a Linux machine sleeps, the second does on a Mac."""


def utc_now() -> datetime:
    """The present instant, aware and in UTC."""
    return datetime.now(UTC)


def steady() -> float:
    """Seconds since some instant, those of sleep too where the system tells them.

    They only grow, whatever is done to the clock on the wall.
    """
    return time.monotonic() if _STEADY is None else time.clock_gettime(_STEADY)
