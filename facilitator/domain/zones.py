"""IANA time zones by name, and their clocks."""

from datetime import datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import shortened

_OF_ONE_MACHINE = ("localtime", "posixrules", "Factory", "posix/", "right/")
"""How names begin that a system may have beside the zones, each meaning what it likes."""


@lru_cache(maxsize=64)
def zone(name: str) -> tzinfo:
    """The zone of this IANA name; RuleViolation with a sentence if there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise _unknown(name) from None


def clock(at: datetime, name: str) -> datetime:
    """An instant on the clocks of a zone."""
    return at.astimezone(zone(name))


def check_zone(name: str) -> str:
    """The name, if there is such a zone wherever the review may be opened."""
    if name.startswith(_OF_ONE_MACHINE):
        raise _unknown(name)
    zone(name)
    return name


def _unknown(name: str) -> RuleViolation:
    words = f"“{shortened(name)}” is not a time zone. Write one like Europe/London or UTC."
    return RuleViolation("time_zone", words)
