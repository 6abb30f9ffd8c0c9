"""What sharing leaves, beside the review in its JSON: its words list, and what was released."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.domain.records import Release, Term
from facilitator.domain.words import Audience
from facilitator.exchange.fields import Fields
from facilitator.exchange.records_out import instant_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from facilitator.domain.records import Review

    NewId = Callable[[], str]

KEY = "sharing"
"""Where it stands: at the top of the file, beside ``review``."""
FIELDS = ("glossary", "releases")
"""The fields of a review that are written here, and the keys, in order."""
TERM = ("word", "meaning")
RELEASE = ("audience", "form", "at", "revision", "found", "accepted")
_TERM, _RELEASE = frozenset(TERM), frozenset(RELEASE)


def sharing_object(review: Review) -> dict[str, Any] | None:
    """The words list and the releases of a review; None if it has neither."""
    if not review.glossary and not review.releases:
        return None
    return {
        "glossary": [{"word": term.word, "meaning": term.meaning} for term in review.glossary],
        "releases": list(map(_release_object, review.releases)),
    }


def _release_object(release: Release) -> dict[str, Any]:
    values = {key: getattr(release, key) for key in RELEASE}
    return values | {"at": instant_text(release.at)}


def read_sharing(document: Mapping[str, Any], new_id: NewId) -> dict[str, Any]:
    """The fields of a review that stand here; Refused, with the path, for what does not fit."""
    if document.get(KEY) is None:
        return {}
    sharing = Fields(document[KEY], KEY, frozenset(FIELDS))
    return {
        "glossary": _glossary(sharing, new_id),
        "releases": tuple(
            _release(value, where, new_id) for value, where in sharing.entries("releases")
        ),
    }


def _glossary(sharing: Fields, new_id: NewId) -> tuple[Term, ...]:
    terms: dict[str, Term] = {}
    for value, where in sharing.entries("glossary"):
        inner = Fields(value, where, _TERM)
        word = inner.line("word", needed="Which word?")
        meaning = inner.line("meaning", needed=f"What does “{word}” mean?")
        if word.casefold() in terms:
            raise inner.refuse("word", f"“{word}” is explained already.")
        terms[word.casefold()] = Term(id=new_id(), word=word, meaning=meaning)
    return tuple(terms.values())


def _release(value: Any, where: str, new_id: NewId) -> Release:
    inner = Fields(value, where, _RELEASE)
    audience = inner.word("audience", Audience)
    if audience is None:
        raise inner.refuse("audience", "Whom was it for?")
    return Release(
        id=new_id(),
        audience=audience,
        form=inner.line("form"),
        at=_when(inner),
        revision=inner.number("revision", absent=0),
        found=inner.number("found", absent=0),
        accepted=inner.line("accepted", needed="Why might it leave the house?"),
    )


def _when(inner: Fields) -> datetime:
    at = inner.instant("at")
    if at is None:
        raise inner.refuse("at", "When was it?")
    return at
