"""Whom to ask elsewhere, and who was asked in all of the library."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from facilitator.domain.asked import asked_words, told_words
from facilitator.domain.edits.elsewhere import take_answer
from facilitator.domain.records import Addressee, Factor, Finding, Review
from facilitator.domain.words import Answer, FactorKind

if TYPE_CHECKING:
    from facilitator.app.library import Library

TODAY = date(2026, 3, 5)


def review(key: str, service: str, text: str, *asked: Addressee) -> Review:
    return Review(
        id=key,
        title=f"Outage {key}",
        services=(service,),
        factors=(
            Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="It failed"),
            Factor(id="f1", parent="f0", text=text),
        ),
        findings=(Finding(id="n1", text="Pushes go everywhere", factors=("f1",)),),
        addressees=asked,
    )


def asked(key: str, whom: str, day: int = 1, answer: Answer = Answer.UNKNOWN) -> Addressee:
    return Addressee(id=key, finding="n1", whom=whom, answer=answer, asked_on=date(2026, 3, day))


def test_those_who_met_the_like_come_first(library: Library) -> None:
    mine = review("r1", "Ledger", "The config push had no canary stage", asked("q1", "Mail"))
    library.add(mine)
    for at in range(2):
        library.add(review(f"m{at}", "Maps", "The phone was off"))
        library.add(review(f"l{at}", "Mail", "The phone was off"))
    library.add(review("s1", "Search", "No canary stage before a config push"))
    assert library.whom().suggested(mine, "n1") == (
        ("Search", "met the like in 1 review"),
        ("Maps", "named in 2 reviews"),
    )
    assert library.whom().suggested(mine, "gone") == ()


def test_who_was_asked_is_listed_the_longest_waiting_first(library: Library) -> None:
    library.add(review("r1", "Ledger", "x", asked("q1", "Mail", 4), asked("q2", "Maps", 2)))
    library.add(review("r2", "Search", "x", asked("q1", "Ledger", 3)))
    assert [each.whom for each in library.asked()] == ["Maps", "Ledger", "Mail"]
    library.apply("r1", "Answer", take_answer("q2", Answer.APPLIES, "Seen there too", TODAY))
    assert [(each.whom, each.note) for each in library.asked()] == [
        ("Ledger", ""),
        ("Mail", ""),
        ("Maps", "Seen there too"),
    ]
    assert [each.whom for each in library.asked(open_only=True)] == ["Ledger", "Mail"]
    library.trash("r2")
    assert [each.whom for each in library.asked(open_only=True)] == ["Mail"]


def test_answers_are_told_in_words() -> None:
    several = [
        asked("1", "Mail"),
        asked("2", "Maps", answer=Answer.APPLIES),
        asked("3", "Login", answer=Answer.APPLIES),
        asked("4", "Search", answer=Answer.DOES_NOT_APPLY),
    ]
    assert asked_words(several) == "Asked 4: 2 apply, 1 does not, 1 open"
    assert asked_words(several[:1]) == "Asked 1: 1 open"
    assert asked_words([]) == told_words([]) == ""
    assert told_words(several) == (
        "Applies to Maps and Login; does not apply to Search; not known yet: Mail"
    )
