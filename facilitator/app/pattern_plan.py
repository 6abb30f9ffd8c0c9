"""A pattern as a short plan in Markdown: where seen, what was tried, and one action to plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_day
from facilitator.exchange.markup import escaped
from facilitator.exchange.phrases import words

if TYPE_CHECKING:
    from facilitator.domain.pattern_words import Known
    from facilitator.domain.patterns import Met, Tried


def plan_markdown(known: Known) -> str:
    """The plan; nobody is named in it, and what people wrote stays text."""
    tried = [_tried(each) for each in known.tried] or ["- Nothing yet"]
    parts = (
        f"# {escaped(known.pattern.name)}",
        _seen_when(known),
        "## Where it was seen",
        "\n".join(map(_seen, known.met)),
        "## What was tried",
        "\n".join(tried),
        "## What is missing",
        escaped(known.missing),
        "## One action to plan",
        "\n".join(_asked(known)),
    )
    return "\n\n".join(parts) + "\n"


def _seen_when(known: Known) -> str:
    """How often, and from when to when."""
    told = f"{known.words}."
    if known.first_seen is None or known.last_seen is None:
        return told
    if known.first_seen == known.last_seen:
        return f"{told} Seen on {format_day(known.first_seen)}."
    first, last = format_day(known.first_seen), format_day(known.last_seen)
    return f"{told} First seen on {first}, last on {last}."


def _asked(known: Known) -> tuple[str, ...]:
    """What a plan has to say; the empty ones are for those who plan."""
    services = ", ".join(map(escaped, known.services))
    return (
        "An action on the system, not on one service: what makes this impossible, or stops it?",
        "",
        "- What will exist once it is done:",
        f"- Reaches: {services or 'every service'}",
        "- Owner:",
        "- Due:",
        "- How we will see that it holds:",
    )


def _seen(met: Met) -> str:
    facts = (format_day(met.day) if met.day else "", met.incident, ", ".join(met.services))
    told = ", ".join(escaped(each) for each in facts if each)
    about = f"**{escaped(met.title) or 'Incident review'}**"
    return f"- {about}{f' ({told})' if told else ''}: {escaped(met.text)}"


def _tried(tried: Tried) -> str:
    lasting = "durable, " if tried.durable else ""
    return f"- {escaped(tried.text)} ({lasting}{words(tried.status).lower()})"
