"""A pattern as a short plan in Markdown: what, where seen, what was tried, what is missing."""

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
        f"{known.words}.",
        "## Where it was seen",
        "\n".join(map(_seen, known.met)),
        "## What was tried",
        "\n".join(tried),
        "## What is missing",
        escaped(known.missing),
    )
    return "\n\n".join(parts) + "\n"


def _seen(met: Met) -> str:
    facts = (format_day(met.day) if met.day else "", met.incident, ", ".join(met.services))
    told = ", ".join(escaped(each) for each in facts if each)
    about = f"**{escaped(met.title) or 'Incident review'}**"
    return f"- {about}{f' ({told})' if told else ''}: {escaped(met.text)}"


def _tried(tried: Tried) -> str:
    lasting = "durable, " if tried.durable else ""
    return f"- {escaped(tried.text)} ({lasting}{words(tried.status).lower()})"
