"""Who does an action that begins with a name in brackets: ``[Ada] Order gas``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.section_words import acts_of_people

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.exchange.readers.found import Entry, FoundAction

_NAMED = re.compile(r"\[@?([A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,2})\]\s*:?\s+(?=\S)")
_FIRST = re.compile(r"@?([A-Z][\w.’'-]{0,30}) ([a-z]{2,20})\b")
_LEAST = 2
"""Actions that must begin so: what one alone has in brackets may be anything."""


def with_owners(
    actions: Sequence[FoundAction], people: Iterable[str], entries: Iterable[Entry]
) -> Sequence[FoundAction]:
    """The actions with the names before them as their owners.

    ``[Monitoring]`` says what an action is about. All such names must be those of people of the
    document, or of whoever does something in its timeline.
    """
    found = [_NAMED.match(each.text) for each in actions]
    named = {match[1] for match in found if match}
    if sum(map(bool, found)) < _LEAST or not named <= {*people, *_doers(entries)}:
        return actions
    return [_owned(each, match) for each, match in zip(actions, found, strict=True)]


def _owned(action: FoundAction, match: re.Match[str] | None) -> FoundAction:
    if match is None or action.owner:
        return action
    return replace(action, owner=match[1], text=action.text[match.end() :])


def _doers(entries: Iterable[Entry]) -> Iterable[str]:
    """The names with which events begin whose next word says what only people do."""
    for entry in entries:
        match = _FIRST.match(entry.text)
        if match and match[2] in acts_of_people():
            yield match[1]
        yield from filter(None, [entry.author])
