"""A draft review, or edits on one, from what a post-mortem or a channel tells."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain as chained
from itertools import count, product
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from facilitator.domain import tree
from facilitator.domain.edits import chain, rows
from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.factors import add_factor
from facilitator.domain.records import (
    ActionItem,
    Backlog,
    Factor,
    Finding,
    Lesson,
    Participant,
)
from facilitator.domain.text import LINE_LIMIT, TEXT_LIMIT, capitalised, clean_line, clean_text
from facilitator.domain.words import ActionStatus, Disposition, FactorKind, Priority

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review
    from facilitator.exchange.readers.found import Draft, FoundAction

    NewId = Callable[[], str]

_LEARNED = "Imported as a lesson; nobody has weighed it yet."
_SEVERITY_MOST = 40
_TRACKERS = (
    ("github.", "GitHub"),
    ("gitlab.", "GitLab"),
    ("atlassian.net", "Jira"),
    ("jira", "Jira"),
    ("dev.azure.com", "Azure"),
    ("visualstudio.com", "Azure"),
    ("linear.app", "Linear"),
)


def take_draft(draft: Draft, new_id: NewId) -> Edit:
    """Fill what the head of a review lacks, and add people, causes, actions and lessons.

    What the review has already stays; a cause or action that reads the same is not added again.
    """
    return chain(
        _head(draft),
        add_people(draft.people, new_id),
        _factors(draft, new_id),
        _actions(draft, new_id),
        _lessons(draft, new_id),
    )


def _line(text: str, limit: int = LINE_LIMIT) -> str:
    """One clean line, cut with an ellipsis where it is too long."""
    # Cleaned, some letters become three.
    line = clean_line(text[: 10 * limit], limit=30 * limit)
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def _sentence(text: str) -> str:
    return _line(capitalised(_line(text)))


def _text(text: str) -> str:
    return clean_text(text[: TEXT_LIMIT - 1], limit=3 * TEXT_LIMIT)[: TEXT_LIMIT - 1].rstrip()


def _head(draft: Draft) -> Edit:
    found: dict[str, Any] = {
        "title": _line(draft.title),
        "incident": _line(draft.incident),
        "severity": _line(draft.severity, _SEVERITY_MOST),
        "services": tuple(map(_line, draft.services)),
        "failure_class": _line(draft.failure_class),
        "summary": _text(draft.summary),
        "impact": _text(draft.impact),
        # The day of the incident is none of its meeting.
        "held_on": draft.held_on,
    }

    def edit(review: Review) -> Review:
        for name, value in found.items():
            if value and not getattr(review, name):
                review = set_field(name, value)(review)
        if draft.notes and draft.notes not in review.notes:
            notes = f"{review.notes}\n\n{draft.notes}".strip()
            review = set_field("notes", _text(notes))(review)
        return review

    return edit


def add_people(people: Iterable[tuple[str, str]], new_id: NewId) -> Edit:
    """Everybody who is not in the room yet, with a role if it is known."""
    wanted = [(_line(name, 80), _line(role, 80)) for name, role in people]

    def edit(review: Review) -> Review:
        there = {person.name.casefold() for person in review.participants}
        aliases = _free_aliases({person.alias for person in review.participants})
        fresh = []
        for name, role in wanted:
            if name and name.casefold() not in there:
                there.add(name.casefold())
                # Until somebody says their role, the room can tell them apart.
                alias = "" if role else next(aliases)
                fresh.append(Participant(id=new_id(), name=name, role=role, alias=alias))
        return rows.with_rows(review, "participants", (*review.participants, *fresh))

    return edit


def _free_aliases(taken: set[str]) -> Iterator[str]:
    """``Person A`` to ``Person Z``, then ``Person AA``, without those that are taken."""
    for letters in chained.from_iterable(
        product(ascii_uppercase, repeat=size) for size in count(1)
    ):
        alias = f"Person {''.join(letters)}"
        if alias not in taken:
            yield alias


def _factors(draft: Draft, new_id: NewId) -> Edit:
    def edit(review: Review) -> Review:
        if not draft.factors:
            return review
        review, root = _rooted(review, draft, new_id)
        there = {factor.text.casefold(): factor.id for factor in review.factors}
        ids: list[str] = []
        for found in draft.factors:
            text = capitalised(_line(found.text))
            known = there.get(text.casefold())
            if text and known is None:
                parent = ids[found.under] if 0 <= found.under < len(ids) else root
                known = there[text.casefold()] = new_id()
                review = add_factor(Factor(id=known, parent=parent, text=text))(review)
            ids.append(known or root)
        return review

    return edit


def _rooted(review: Review, draft: Draft, new_id: NewId) -> tuple[Review, str]:
    """The review with an effect that says something, and its id."""
    effect = _line(draft.title) or review.title
    root = tree.root(review.factors)
    if root is None:
        root = Factor(id=new_id(), parent=None, kind=FactorKind.EFFECT, text=effect)
        return rows.added(review, "factors", root), root.id
    if not root.text:
        review = rows.changed(review, "factors", root.id, text=effect)
    return review, root.id


def _actions(draft: Draft, new_id: NewId) -> Edit:
    def edit(review: Review) -> Review:
        there = {action.text.casefold() for action in review.actions}
        position = rows.next_position(review.actions)
        fresh: list[ActionItem] = []
        for found in draft.actions:
            action = replace(_action(found, new_id()), position=position + len(fresh))
            if action.text and action.text.casefold() not in there:
                there.add(action.text.casefold())
                fresh.append(replace(action, proposed_on=draft.held_on))
        return rows.with_rows(review, "actions", (*review.actions, *fresh))

    return edit


def _action(found: FoundAction, new_id: str) -> ActionItem:
    backlog = None
    url = found.url if len(found.url) < LINE_LIMIT else ""
    if found.key or url:
        backlog = Backlog(system=_tracker(url), key=_line(found.key, 80), url=_line(url))
    status = ActionStatus.IN_BACKLOG if backlog else ActionStatus.PROPOSED
    return ActionItem(
        id=new_id,
        text=_sentence(found.text),
        owner=_line(found.owner, 80),
        due=found.due,
        stated_priority=Priority(found.priority) if found.priority else None,
        status=ActionStatus.DONE if found.done else status,
        backlog=backlog,
    )


def _tracker(url: str) -> str:
    try:
        host = (urlsplit(url).hostname or "").casefold()
    except ValueError:
        return ""
    return next((name for part, name in _TRACKERS if part in host), "")


def _lessons(draft: Draft, new_id: NewId) -> Edit:
    def edit(review: Review) -> Review:
        told = {(lesson.side, lesson.text.casefold()) for lesson in review.lessons}
        lessons = [
            Lesson(id=new_id(), side=side, text=_line(text))
            for side, text in draft.lessons
            if (side, _line(text).casefold()) not in told
        ]
        review = rows.with_rows(review, "lessons", (*review.lessons, *lessons))
        there = {finding.text.casefold() for finding in review.findings}
        position = rows.next_position(review.findings)
        texts = [_sentence(text) for text in draft.learned]
        findings = [
            Finding(
                id=new_id(),
                position=position + index,
                text=text,
                disposition=Disposition.RECORDED,
                reason=_LEARNED,
            )
            for index, text in enumerate(dict.fromkeys(texts))
            if text and text.casefold() not in there
        ]
        return rows.with_rows(review, "findings", (*review.findings, *findings))

    return edit
