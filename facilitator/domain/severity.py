"""Severity as people write it: ``SEV 1`` to ``SEV 5``, or a house's own word."""

import re

from facilitator.domain.text import clean_line

_NUMBERED = re.compile(r"(?:sev(?:erity)?[\s\-_.]*|[sp])?([0-5])", re.IGNORECASE)


def normal_severity(text: str) -> str:
    """``1``, ``sev1``, ``S1``, ``P1`` become ``SEV 1``; other words stay as they are."""
    text = clean_line(text, "severity", 40)
    match = _NUMBERED.fullmatch(text)
    return f"SEV {match[1]}" if match else text


def severity_number(severity: str) -> int | None:
    """0 (worst) to 5, or None for a house's own word."""
    match = _NUMBERED.fullmatch(severity)
    return int(match[1]) if match else None


def severity_words(severity: str) -> str:
    """How a severity reads in a sentence: ``Severity 1``."""
    number = severity_number(severity)
    return severity if number is None else f"Severity {number}"
