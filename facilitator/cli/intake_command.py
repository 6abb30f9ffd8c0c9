"""``import`` of what an incident left behind: all files are read first, then one edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.app.gathering import form_of_ours, gather, is_source
from facilitator.app.importing import LABEL, Intake, edit_of, look, new_reviews, place
from facilitator.app.reading import Refused, read_file
from facilitator.cli.failure import Exit, Failure, refused
from facilitator.cli.streams import progress, tell, tell_json
from facilitator.domain.rules import RuleViolation
from facilitator.domain.typed_zones import has_clocks
from facilitator.domain.zone_names import zone_named
from facilitator.exchange.merge import merge
from facilitator.exchange.readers.registry import FORMS
from facilitator.exchange.source_rows import Fate, Standing

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from facilitator.app.gathering import Found
    from facilitator.app.reading import Source
    from facilitator.cli.shelf import Shelf
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review

    NewId = Callable[[], str]

_THERE = "It is there already."
_WAYS = {"zone": "--zone ZONE", "date": "--date DAY"}


@dataclass(slots=True)
class _Taken:
    """A file that was given or lay in a folder, and what became of it."""

    name: str
    intake: Intake | None = None
    review: Review | None = None
    why: str = ""
    review_id: str = ""


@dataclass(slots=True)
class _Basket:
    """All that was given; what lay in a folder and is nothing for us is only told."""

    taken: list[_Taken] = field(default_factory=list)

    def intakes(self) -> list[Intake]:
        return [each.intake for each in self.taken if each.intake is not None]


def are_sources(arguments: Namespace, sources: Sequence[Source]) -> bool:
    """Whether something else than reviews and hand-overs was given."""
    if arguments.format is not None:
        return arguments.format in FORMS
    try:
        return any(each.path.is_dir() or is_source(each) for each in sources)
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
    for intake in basket.intakes():
        place(intake, answers, current)
    if not arguments.dry_run:
        _check_answered(basket)
        _write(basket, arguments, shelf, new_id)
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
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise Failure(Exit.USAGE, f"“{text}” is no answer; write QUESTION=ANSWER.")
    return name.strip(), value.strip()


def _zone(typed: str) -> str:
    if has_clocks(typed):
        return typed
    try:
        return zone_named(typed)
    except RuleViolation as problem:
        raise Failure(Exit.USAGE, problem.reason) from None


def _day(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        words = f"“{typed}” is no day; write it like 2026-03-04."
        raise Failure(Exit.USAGE, words) from None


def _filled(sources: Sequence[Source], form: str | None, new_id: NewId) -> _Basket:
    """Every file read; one in a folder that cannot be read is passed over and told."""
    basket = _Basket()
    for source in sources:
        found = gather([source])
        for number, each in enumerate(found, 1):
            if len(found) > 1:
                progress(f"{number} of {len(found)}: {each.name}")
            basket.taken.append(_read(each, form, new_id, lone=not source.path.is_dir()))
    return basket


def _read(found: Found, form: str | None, new_id: NewId, *, lone: bool) -> _Taken:
    if found.why:
        return _Taken(found.name, why=found.why)
    try:
        ours = form_of_ours(found.source) if found.source and form is None else None
        if found.source and ours:
            return _Taken(found.name, review=read_file(found.source, ours, new_id))
        return _Taken(found.name, intake=look(found.material(), form))
    except Refused as problem:
        if lone:
            raise Refused("", f"{found.path}: {problem}") from None
        return _Taken(found.name, why=str(problem))


def _check_answered(basket: _Basket) -> None:
    asked = {
        question.id: f"{each.name}, {question.example}: {question.text} Say {_way(question.id)}."
        for each in basket.taken
        if each.intake is not None
        for question in each.intake.asked
    }
    if asked:
        raise refused(" ".join(asked.values()))


def _way(name: str) -> str:
    return _WAYS.get(name, f"--answer “{name}=…”, as --dry-run --json lists it")


def _write(basket: _Basket, arguments: Namespace, shelf: Shelf, new_id: NewId) -> None:
    if arguments.into is not None:
        current = shelf.chosen(arguments.into)
        shelf.library.apply(current.id, LABEL, _all(basket, new_id))
        for each in basket.taken:
            each.review_id = current.id
        return
    reviews = {id(each): each.review for each in basket.taken if each.review is not None}
    made = new_reviews(basket.intakes(), new_id, "UTC")
    for each in basket.taken:
        if each.intake is not None:
            reviews[id(each)] = made[id(each.intake)]
    distinct = list({review.id: review for review in reviews.values()}.values())
    ids = dict(zip((r.id for r in distinct), shelf.library.add_all(distinct), strict=True))
    for each in basket.taken:
        if id(each) in reviews:
            each.review_id = ids[reviews[id(each)].id]


def _all(basket: _Basket, new_id: NewId) -> Edit:
    def edit(review: Review) -> Review:
        for each in basket.taken:
            if each.review is not None:
                review, _ = merge(review, each.review, new_id)
        return edit_of(basket.intakes(), new_id)(review)

    return edit


# -- what is told ------------------------------------------------------------------------------


def _report(taken: _Taken, arguments: Namespace) -> None:
    told = _told(taken)
    if arguments.json:
        tell_json(told if arguments.dry_run else told | {"review": taken.review_id or None})
        return
    if taken.why:
        progress(f"{taken.name}: {taken.why}")
        return
    for skipped in told["skipped"]:
        progress(f"{taken.name}, {skipped['where']}: {skipped['why']}")
    for question in told["questions"]:
        progress(f"{taken.name}, {question['where']}: {question['text']}")
    counts = ", ".join(f"{told[name]} {name}" for name in ("events", "factors", "actions"))
    if arguments.dry_run:
        tell(f"{taken.name}: {told['format']}, {counts}; nothing was written")
    else:
        progress(f"{taken.name}: {told['format']}, {counts}")
        tell(taken.review_id)


def _told(taken: _Taken) -> dict[str, Any]:
    if taken.intake is None:
        return _told_of_review(taken)
    intake = taken.intake
    draft = intake.draft
    skipped = [{"where": each.where, "why": each.why} for each in intake.reading.left]
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
        "notes": list(intake.reading.notes),
        "secrets": intake.secrets,
    }


def _told_of_review(taken: _Taken) -> dict[str, Any]:
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
