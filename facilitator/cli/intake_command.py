"""``import`` of what an incident left behind: all files are read first, then one edit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.app.basket import Basket
from facilitator.app.gathering import gather, is_folder, is_source
from facilitator.app.importing import LABEL
from facilitator.app.kept_sources import KeptSources
from facilitator.app.reading import Refused
from facilitator.cli.failure import Exit, Failure, refused
from facilitator.cli.streams import progress, tell, tell_json
from facilitator.domain.day_words import MONTHS
from facilitator.domain.days import FIRST_YEAR, LAST_YEAR, scan_date
from facilitator.domain.rules import RuleViolation
from facilitator.domain.zone_names import clocks_named
from facilitator.exchange.readers.forms import FORMS
from facilitator.exchange.source_rows import Fate, Standing, spanned

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence

    from facilitator.app.basket import Taken
    from facilitator.app.reading import Source
    from facilitator.cli.shelf import Shelf

    NewId = Callable[[], str]

_THERE = "It is there already."
_IN_LIBRARY = "It is in the library already."
_WAYS = {"zone": "--zone ZONE", "date": "--date DAY"}
_CLOSED = {
    "order": ("day", "month"),
    "half": ("am", "pm"),
    "year": ("around", "written"),
    "back": ("next", "same"),
}
"""Questions whose answers are these words."""


def are_sources(arguments: Namespace, sources: Sequence[Source]) -> bool:
    """Whether something else than reviews and hand-overs was given."""
    if arguments.format is not None:
        return arguments.format in FORMS
    try:
        return any(is_folder(each.path) or is_source(each) for each in sources)
    except Refused as problem:
        raise refused(problem.sentence) from None


def take_in(arguments: Namespace, sources: Sequence[Source], shelf: Shelf, new_id: NewId) -> None:
    """Read all of it; then one edit on a review, or new reviews."""
    answers = _answers(arguments)
    current = shelf.chosen(arguments.into) if arguments.into is not None else None
    try:
        basket = _filled(sources, arguments.format, new_id)
    except Refused as problem:
        raise refused(problem.sentence) from None
    if not any(each.usable for each in basket.taken):
        for each in basket.taken:
            _report(each, arguments)
        raise refused("There is nothing in it that can be read.")
    if current is None:
        basket.know(each.id for each in shelf.listing())
    basket.settle(answers, current)
    if not arguments.dry_run:
        _check_answered(basket)
        _write(basket, arguments, shelf, new_id)
        for each in basket.taken:
            if each.intake is not None and each.wanted:
                KeptSources(shelf.sources, each.review_id).keep([each.intake])
    for each in basket.taken:
        _report(each, arguments)


def _answers(arguments: Namespace) -> dict[str, str]:
    answers = dict(_pair(each) for each in arguments.answer)
    if arguments.zone:
        answers["zone"] = _zone(arguments.zone)
    if arguments.date:
        answers["date"] = _day(arguments.date)
    return answers


def _pair(text: str) -> tuple[str, str]:
    name, _, value = (each.strip() for each in text.partition("="))
    if not _is_question(name) or not value:
        words = f"“{text}” answers no question; write QUESTION=ANSWER as a dry run names them."
        raise Failure(Exit.USAGE, words)
    ways = _CLOSED.get(name, (value,))
    if value not in ways:
        raise Failure(Exit.USAGE, f"“{text}” is no answer; write {name}={' or '.join(ways)}.")
    return name, value


def _is_question(name: str) -> bool:
    return name in {"zone", "date", *_CLOSED} or name.startswith(("zone ", "clock "))


def _zone(typed: str) -> str:
    try:
        return clocks_named(typed)
    except RuleViolation as problem:
        raise Failure(Exit.USAGE, f"{problem.reason} Say one of them.") from None


def _day(typed: str) -> str:
    """A day with its year: ``2026-03-04``, ``4 Mar 2026``, ``March 4, 2026``."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        day = _day_in_words(typed)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        words = f"The year {day.year} is out of reach: {FIRST_YEAR} to {LAST_YEAR}."
        raise Failure(Exit.USAGE, words)
    return day.isoformat()


def _day_in_words(typed: str) -> date:
    try:
        found = scan_date(typed, 0, _without_year)
    except RuleViolation as problem:
        raise Failure(Exit.USAGE, problem.reason) from None
    if found is None or found[1] != len(typed):
        words = f"“{typed}” is no day; write it like 2026-03-04 or 4 Mar 2026."
        raise Failure(Exit.USAGE, words)
    return found[0]


def _without_year(month: int, day: int) -> date:
    words = f"Say the year too: {day} {MONTHS[month - 1]} is in every one."
    raise RuleViolation("date", words)


def _filled(sources: Sequence[Source], form: str | None, new_id: NewId) -> Basket:
    """Every file read; one in a folder that cannot be read is passed over and told."""
    basket = Basket()
    for source in sources:
        found = gather([source])
        for number, each in enumerate(found, 1):
            if len(found) > 1:
                progress(f"{number} of {len(found)}: {each.name}")
            basket.read(each, form, new_id, alone=not is_folder(source.path))
    return basket


def _check_answered(basket: Basket) -> None:
    asked = [
        f"{file.name}, {question.example}: {question.text} Say {_way(question.id)}."
        for file, question in basket.asked()
    ]
    if asked:
        raise refused(" ".join(asked))


def _way(name: str) -> str:
    words = " or ".join(f"{name}={way}" for way in _CLOSED.get(name, ("…",)))
    return _WAYS.get(name, f"--answer “{words}”, as --dry-run --json lists it")


def _write(basket: Basket, arguments: Namespace, shelf: Shelf, new_id: NewId) -> None:
    if arguments.into is not None:
        current = shelf.chosen(arguments.into)
        shelf.library.apply(current.id, LABEL, basket.edit(new_id))
        for each in basket.taken:
            each.review_id = current.id
        return
    basket.number(shelf.library.order(trashed=True))
    made = basket.reviews(new_id, "UTC")
    ids = shelf.library.add_all(made)
    basket.renamed({review.id: new for review, new in zip(made, ids, strict=True)})


# -- what is told ------------------------------------------------------------------------------


def _report(taken: Taken, arguments: Namespace) -> None:
    told = _told(taken)
    if arguments.json:
        tell_json(told if arguments.dry_run else told | {"review": taken.review_id or None})
        return
    if taken.why or taken.there:
        progress(f"{taken.name}: {taken.why or _IN_LIBRARY}")
        if taken.there and not arguments.dry_run:
            tell(taken.review_id)
        return
    for line in _together(told["skipped"]):
        progress(f"{taken.name}, {line}")
    for question in told["questions"]:
        way = _way(question["id"])
        progress(f"{taken.name}, {question['where']}: {question['text']} Say {way}.")
    counts = ", ".join(f"{told[name]} {name}" for name in ("events", "factors", "actions"))
    if told.get("first"):
        counts = f"{counts}, {told['first']} to {told['last']}"
    if arguments.dry_run:
        tell(f"{taken.name}: {told['format']}, {counts}; nothing was written")
    else:
        progress(f"{taken.name}: {told['format']}, {counts}")
        tell(taken.review_id)


def _together(skipped: Sequence[dict[str, str]]) -> Iterator[str]:
    """What was left out: places with the same reason in one line."""
    reasons: dict[str, list[str]] = {}
    for each in skipped:
        reasons.setdefault(each["why"], []).append(each["where"])
    for why, places in reasons.items():
        more = f" and {len(places) - 1:,} more" if len(places) > 1 else ""
        yield f"{places[0]}{more}: {why}"


def _told(taken: Taken) -> dict[str, Any]:
    if taken.intake is None:
        return _told_of_review(taken)
    intake = taken.intake
    draft = intake.draft
    if taken.there:
        skipped = [{"where": taken.name, "why": _IN_LIBRARY}]
        return {**_told_of_review(taken), "format": intake.reading.form, "skipped": skipped}
    skipped = [{"where": each.where, "why": each.why} for each in intake.reading.left]
    span = spanned(intake.rows)
    for row in intake.rows:
        if row.standing is not Standing.NEW:
            skipped.append({"where": row.placed.entry.where, "why": _THERE})
        elif row.fate is Fate.LEAVE:
            skipped.append({"where": row.placed.entry.where, "why": row.reason})
    return {
        "file": taken.name,
        "format": intake.reading.form,
        "events": intake.taken(),
        "factors": len(draft.factors) if draft else 0,
        "actions": len(draft.actions) if draft else 0,
        "skipped": skipped,
        "questions": [
            {
                "id": each.id,
                "text": each.text,
                "where": each.example,
                "count": each.count,
                "options": [{"words": w, "answer": value} for w, value in each.options],
            }
            for each in intake.asked
        ],
        "title": draft.title if draft else intake.reading.source,
        "first": span[0].isoformat() if span else None,
        "last": span[1].isoformat() if span else None,
        "notes": list(intake.reading.notes),
        "secrets": intake.secrets,
    }


def _told_of_review(taken: Taken) -> dict[str, Any]:
    review = taken.review
    return {
        "file": taken.name,
        "format": "review" if review else None,
        "events": len(review.events) if review else 0,
        "factors": len(review.factors) if review else 0,
        "actions": len(review.actions) if review else 0,
        "skipped": [{"where": taken.name, "why": taken.why}] if taken.why else [],
        "questions": [],
    }
