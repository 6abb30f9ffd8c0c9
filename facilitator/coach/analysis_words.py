"""The words by which the analysis knows what it looks for: data, a file a language."""

from __future__ import annotations

from facilitator.coach.tables import listed, table


def phrases(section: str, name: str) -> tuple[str, ...]:
    """One list of phrases, e.g. ``phrases("alike", "light")``."""
    return listed(table("analysis")[section][name])


def told_of(rule: str) -> tuple[str, str]:
    """Why a rule matters, and the question that goes with it; empty for an unknown rule."""
    found = table("lacks").get(rule, {})
    return found.get("why", ""), found.get("question", "")
