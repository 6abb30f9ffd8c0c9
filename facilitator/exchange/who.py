"""Asks which of the people in the room a source means, and calls them by the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.namesakes import namesakes
from facilitator.exchange.readers.asking import Asked, Option

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from facilitator.domain.records import Review
    from facilitator.exchange.readers.found import Draft, Entry, Reading

NOBODY_KNOWN = "new"
"""The answer that it is somebody who is not in the room yet."""
_MOST = 6
"""So many people are offered."""
_DRAFT = "the people and owners that it names"


class Who:
    """The people of a source beside those in the room, by the answers given so far."""

    def __init__(self, reading: Reading, review: Review | None, answers: Mapping[str, str]) -> None:
        people = review.participants if review else ()
        names = tuple(dict.fromkeys(person.name for person in people if person.name))
        self._places: dict[str, list[str]] = {}
        for said, where in _places(reading) if names else ():
            self._places.setdefault(said, []).append(where)
        self._may_be = {
            said: found for said in self._places if (found := namesakes(said, names)[:_MOST])
        }
        self._answers = answers

    def name(self, said: str) -> str:
        """What somebody is called in the room, as far as that is answered; else as it is said."""
        answer = self._answers.get(_id(said), "")
        return answer if answer in self._may_be.get(said, ()) else said

    def asked(self) -> tuple[Asked, ...]:
        """The questions without an answer that fits."""
        return tuple(
            self._question(said, names)
            for said, names in self._may_be.items()
            if self._answers.get(_id(said), "") not in {*names, NOBODY_KNOWN}
        )

    def _question(self, said: str, names: tuple[str, ...]) -> Asked:
        one = len(names) == 1
        text = f"Is “{said}” the same as {names[0]} in the room?" if one else f"Who is “{said}”?"
        same = [Option(f"Yes, {name}" if one else name, name) for name in names]
        other = Option("No, somebody else" if one else "Somebody else", NOBODY_KNOWN)
        places = self._places[said]
        return Asked(_id(said), text, (*same, other), places[0], len(places))

    def entry(self, entry: Entry) -> Entry:
        """The entry with its author as the room calls them."""
        name = self.name(entry.author)
        return entry if name == entry.author else entry._replace(author=name)

    def draft(self, draft: Draft) -> Draft:
        """The draft with its people and owners as the room calls them."""
        return replace(
            draft,
            people=tuple((self.name(name), role) for name, role in draft.people),
            actions=tuple(replace(each, owner=self.name(each.owner)) for each in draft.actions),
        )


def _id(said: str) -> str:
    return f"person {said}"


def _places(reading: Reading) -> Iterator[tuple[str, str]]:
    """Everybody who is named, with each place."""
    if reading.draft is not None:
        yield from ((name, _DRAFT) for name, _ in reading.draft.people if name)
        yield from ((each.owner, each.where) for each in reading.draft.actions if each.owner)
    yield from (
        (each.author, each.where) for each in reading.entries if each.author and not each.noise
    )
