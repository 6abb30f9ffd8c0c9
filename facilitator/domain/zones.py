"""IANA time zones by name, and their clocks."""

from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import shortened

_OF_ONE_MACHINE = ("localtime", "posixrules", "Factory", "posix/", "right/")
"""How names begin that a system may have beside the zones, each meaning what it likes."""


@lru_cache(maxsize=64)
def _found(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def is_known(name: str) -> bool:
    """Whether this machine knows a zone of this IANA name."""
    return _found(name) is not None


def zone(name: str) -> tzinfo:
    """The zone of this IANA name; UTC if it is unknown here, as it may be where reviews come to."""
    return _found(name) or UTC


def clock(at: datetime, name: str) -> datetime:
    """An instant on the clocks of a zone."""
    return at.astimezone(zone(name))


def check_zone(name: str) -> str:
    """The name; RuleViolation unless a review may be opened anywhere with such a zone."""
    if name.startswith(_OF_ONE_MACHINE) or not is_known(name):
        words = f"“{shortened(name)}” is not a time zone. Write one like Europe/London or UTC."
        raise RuleViolation("time_zone", words)
    return name
