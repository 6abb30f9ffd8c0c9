"""The whole review as Markdown for wikis; people appear by role, private notes if asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.domain.asked import of_finding, told_words
from facilitator.domain.audience import without_moments
from facilitator.domain.durations import VERBS, durations, marked, span_words
from facilitator.domain.impact import read_impact
from facilitator.domain.outline import USUAL, Outline
from facilitator.domain.places import zone_words
from facilitator.domain.poll import ASKED_WORDS, counted, hand_words
from facilitator.domain.private_notes import WARNING, private_notes
from facilitator.domain.severity import severity_words
from facilitator.domain.shown_review import shown_review
from facilitator.domain.shown_words import SIDE_WORDS
from facilitator.domain.words import Marker
from facilitator.domain.zones import zone
from facilitator.exchange.markdown_actions import actions_part
from facilitator.exchange.markdown_tree import tree_list, tree_picture
from facilitator.exchange.markup import escaped, link, paragraphs, table
from facilitator.exchange.phrases import day_words, event_time, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.records import Finding, Review, TimelineEvent


def write_markdown(review: Review, *, private: bool = False, outline: Outline = USUAL) -> bytes:
    """UTF-8 Markdown with tables, the tree as a nested list and as a Mermaid picture.

    Roles and aliases stand for names, as the review says. ``private`` writes the private notes too,
    as the last part. ``outline`` heads and orders the parts.
    """
    told = shown_review(without_moments(review))
    untold = len(review.events) - len(told.events)
    review = told
    parts = (
        ("summary", "In short", paragraphs(review.summary)),
        ("impact", "Impact", _impact(review)),
        ("how_long", "How long it took", _durations(review)),
        (
            "room",
            "In the room, by role",
            _bullets(person.alias or person.role for person in _room(review)),
        ),
        ("story", "What happened, and when", _timeline(review) or _untold(untold)),
        ("causes", "What made it possible", _tree(review)),
        ("findings", "What we found", _findings(review)),
        ("actions", "What we will change", actions_part(review)),
        ("lessons", "What we learned", _lessons(review)),
        ("hands", "Show of hands, nobody named", _hands(review)),
        ("words", "Words", _glossary(review)),
        ("parking", "Parked", _bullets(idea.text for idea in review.parking)),
        ("notes", "Private notes", _private_notes(review) if private else ""),
    )
    named = ((part, (outline.heading(part, head), body)) for part, head, body in parts)
    arranged = [told for _, told in outline.arranged(named)]
    blocks = [f"# {escaped(review.title) or 'Incident review'}", _facts(review)]
    blocks += [f"## {escaped(head)}\n\n{body}" for head, body in arranged if body]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _facts(review: Review) -> str:
    facts = (
        ("Incident", review.incident),
        ("Severity", severity_words(review.severity)),
        ("Services", ", ".join(review.services)),
        ("Failure class", review.failure_class),
        ("Status", words(review.status)),
        ("Reviewed", day_words(review.held_on)),
        ("Times", zone_words(review.time_zone)),
    )
    return table(("Fact", "Value"), [(head, escaped(value)) for head, value in facts if value])


def _impact(review: Review) -> str:
    figures, plain = read_impact(review.impact)
    lines = [f"- **{escaped(each.number)}** {escaped(each.words)}" for each in figures]
    return "\n".join([*lines, *(f"- {escaped(line)}" for line in plain)])


def _durations(review: Review) -> str:
    if Marker.IMPACT_START not in marked(review.events):
        return ""
    rows = [
        (span_words(each.span), ("about, " if each.about else "") + VERBS[each.marker])
        for each in durations(review.events)
        if each.span is not None
    ]
    return table(("From impact start", "until"), rows) if rows else ""


def _room(review: Review) -> Iterable[Any]:
    return (person for person in review.participants if person.alias or person.role)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {escaped(line)}" for line in lines)


def _times(review: Review) -> dict[str, str]:
    """The time of every event as it reads in the zone of the review."""
    place = zone(review.time_zone)
    days = {event.at.astimezone(place).date() for event in review.events if event.at}
    return {event.id: event_time(event, place, with_day=len(days) > 1) for event in review.events}


def _timeline(review: Review) -> str:
    if not review.events:
        return ""
    times = _times(review)
    rows = [_event_row(event, times[event.id]) for event in review.events]
    first = next((event.at for event in review.events if event.at), None)
    day = day_words(first.astimezone(zone(review.time_zone)).date()) if first else ""
    caption = f"{', '.join(filter(None, (day, zone_words(review.time_zone))))}. ★ tells the story."
    heads = ("Story", "Time", "Kind", "What happened", "Marker", "Lane", "Source")
    return f"{escaped(caption)}\n\n{table(heads, rows)}"


def _untold(count: int) -> str:
    """What others are told of events of which none was chosen for them."""
    if not count:
        return ""
    words = "1 event; it was not" if count == 1 else f"{count} events; none was"
    return f"{words} chosen for the story. The record of the team tells what happened when."


def _event_row(event: TimelineEvent, time: str) -> tuple[str, ...]:
    return (
        "★" if event.starred else "",
        time,
        words(event.kind),
        escaped(event.text),
        words(event.marker),
        escaped(event.lane),
        _sources(event),
    )


def _sources(event: TimelineEvent) -> str:
    own = [link(event.source, event.link) if event.link else escaped(event.source)]
    more = [
        link(each.text, each.link) if each.link else f"“{escaped(each.text)}”"
        for each in event.evidence
        if each.link or each.text
    ]
    return "; ".join(filter(None, own + more))


def _tree(review: Review) -> str:
    if not review.factors:
        return ""
    return f"{tree_list(review.factors, _times(review))}\n\n{tree_picture(review.factors)}"


def _findings(review: Review) -> str:
    texts = {factor.id: factor.text for factor in review.factors}
    focus = [finding for finding in review.findings if finding.focus]
    numbered = [
        _finding(index, finding, texts, told_words(of_finding(review, finding.id)))
        for index, finding in enumerate(focus, start=1)
    ]
    rows = [
        (escaped(finding.text), words(finding.disposition), escaped(finding.reason))
        for finding in review.findings
        if not finding.focus
    ]
    recorded = table(("Recorded, not now", "How", "Why not now"), rows) if rows else ""
    asked = _asked_of_recorded(review)
    return "\n\n".join(filter(None, ("\n".join(numbered), recorded, asked)))


def _finding(number: int, finding: Finding, texts: dict[str, str], asked: str) -> str:
    lines = [f"{number}. **{escaped(finding.text)}**"]
    lines += [f"   - Because of: {escaped(texts[each])}" for each in finding.factors]
    if finding.elsewhere:
        lines.append(f"   - Where else could this happen? {escaped(finding.elsewhere)}")
    if asked:
        lines.append(f"   - Asked elsewhere: {escaped(asked)}")
    return "\n".join(lines)


def _asked_of_recorded(review: Review) -> str:
    recorded = (each for each in review.findings if not each.focus)
    told = ((each.text, told_words(of_finding(review, each.id))) for each in recorded)
    return "\n".join(
        f"- Asked elsewhere about “{escaped(text)}”: {escaped(asked)}"
        for text, asked in told
        if asked
    )


def _lessons(review: Review) -> str:
    blocks = []
    for side, head in SIDE_WORDS.items():
        lines = [lesson.text for lesson in review.lessons if lesson.side is side]
        if lines:
            blocks.append(f"### {head}\n\n{_bullets(lines)}")
    return "\n\n".join(blocks)


def _glossary(review: Review) -> str:
    rows = [(escaped(term.word), escaped(term.meaning)) for term in review.glossary]
    return table(("Word", "Meaning"), rows) if rows else ""


def _private_notes(review: Review) -> str:
    parts = [f"### {head}\n\n{paragraphs(text)}" for head, text in private_notes(review)]
    return "\n\n".join([f"**{WARNING}**", *parts]) if parts else ""


def _hands(review: Review) -> str:
    lines = [
        f"- {ASKED_WORDS[asked]} {hand_words(review.poll, asked)}" for asked in counted(review.poll)
    ]
    return "\n".join(lines)
