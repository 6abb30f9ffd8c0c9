"""IANA time zones by name."""

from datetime import tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from facilitator.domain.rules import RuleViolation


@lru_cache(maxsize=64)
def zone(name: str) -> tzinfo:
    """The zone of this IANA name; RuleViolation with a sentence if there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise RuleViolation(
            "time_zone", f"“{name}” is not a time zone. Write one like Europe/London or UTC."
        ) from None


def check_zone(name: str) -> str:
    """The name, if there is such a zone."""
    zone(name)
    return name
