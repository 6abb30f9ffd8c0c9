"""``patterns``, ``similar`` and ``asked``: what the reviews of a library have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.cli.shelf import open_shelf
from facilitator.cli.streams import tell, tell_json
from facilitator.domain.asked import ANSWERS
from facilitator.domain.day_words import format_day
from facilitator.store.find import find

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from facilitator.app.library import Library
    from facilitator.coach.patterns import Proposal
    from facilitator.coach.similar import Similar
    from facilitator.domain.asked import Asked
    from facilitator.domain.pattern_words import Known
    from facilitator.domain.patterns import Met


def run(arguments: Namespace, now: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """Run one of the three on the library."""
    with open_shelf(arguments.library, now, new_id) as shelf:
        match arguments.command:
            case "patterns":
                list_patterns(shelf.library, as_json=arguments.json)
            case "similar":
                review_id = find(arguments.review, shelf.listing()).id
                list_similar(shelf.library, review_id, as_json=arguments.json)
            case _:
                list_asked(shelf.library, open_only=arguments.open, as_json=arguments.json)


def list_patterns(library: Library, *, as_json: bool) -> None:
    """The patterns with what was done about them, then what may be one."""
    gathered = library.patterns().gathered()
    known, proposed = gathered.known(), gathered.proposals()
    if as_json:
        tell_json(
            {"patterns": list(map(_known, known)), "proposed": list(map(_proposed, proposed))}
        )
        return
    names = {each.pattern.id: each.pattern.name for each in known}
    for each in known:
        tell(f"{each.pattern.name}\t{each.words}\t{each.missing}")
    for proposal in proposed:
        tell(f"{_offered(proposal, names)}\t{proposal.why}")


def _offered(proposal: Proposal, names: dict[str, str]) -> str:
    if proposal.joins is not None:
        return f"joins “{names.get(proposal.joins, '')}”?\t{proposal.met[0].text}"
    return f"proposed: {proposal.name}\tin {proposal.cases:,} reviews"


def _known(known: Known) -> dict[str, Any]:
    return {
        "id": known.pattern.id,
        "name": known.pattern.name,
        "seen": known.cases,
        "services": list(known.services),
        "last_seen": _day(known.last_seen),
        "durable_actions": len(known.durable),
        "investment": known.is_an_investment,
        "missing": known.missing,
        "factors": _factors(known.met),
    }


def _proposed(proposal: Proposal) -> dict[str, Any]:
    return {
        "name": proposal.name,
        "joins": proposal.joins,
        "seen": proposal.cases,
        "share": list(proposal.share),
        "factors": _factors(proposal.met),
    }


def _factors(met: Iterable[Met]) -> list[dict[str, Any]]:
    return [
        {
            "review": each.place.review_id,
            "title": each.title,
            "factor": each.place.factor_id,
            "text": each.text,
            "day": _day(each.day),
        }
        for each in met
    ]


def list_similar(library: Library, review_id: str, *, as_json: bool) -> None:
    """The reviews like one, the most like first, with the reason."""
    found = library.similar().like_stored(review_id)
    if as_json:
        tell_json(list(map(_similar, found)))
        return
    for each in found:
        tell(f"{each.sketch.id}\t{each.sketch.title or '-'}\t{each.why}")


def _similar(similar: Similar) -> dict[str, Any]:
    return {
        "id": similar.sketch.id,
        "title": similar.sketch.title,
        "day": _day(similar.sketch.day),
        "score": round(similar.score, 3),
        "why": similar.why,
    }


def list_asked(library: Library, *, open_only: bool, as_json: bool) -> None:
    """Who was asked elsewhere about which finding, and what they say."""
    found = library.asked(open_only=open_only)
    if as_json:
        tell_json(list(map(_asked, found)))
        return
    for each in found:
        since = format_day(each.asked_on) if each.asked_on else "-"
        facts = (each.whom, ANSWERS[each.answer], since, each.finding, each.title or "-", each.note)
        tell("\t".join(facts).rstrip("\t"))


def _asked(asked: Asked) -> dict[str, Any]:
    return {
        "review": asked.review_id,
        "title": asked.title,
        "finding": asked.finding_id,
        "text": asked.finding,
        "whom": asked.whom,
        "answer": asked.answer.value,
        "note": asked.note or None,
        "asked_on": _day(asked.asked_on),
        "answered_on": _day(asked.answered_on),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
