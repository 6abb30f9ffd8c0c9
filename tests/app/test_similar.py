"""Reviews like another one are found in the library, and what changes is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.domain.edits.brief import set_field
from facilitator.domain.records import Factor, Review
from facilitator.domain.words import EvidenceStatus, FactorKind

if TYPE_CHECKING:
    from facilitator.app.library import Library


def review(key: str, text: str = "", **fields: Any) -> Review:
    factors = (
        Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="It failed"),
        Factor(id="f1", parent="f0", text=text),
        Factor(
            id="f2",
            parent="f0",
            position=1,
            text="The phone of the engineer was off",
            evidence_status=EvidenceStatus.RULED_OUT,
        ),
    )
    return Review(id=key, title=key, factors=factors, **fields)


def test_changes_of_others_are_noticed(library: Library) -> None:
    library.add(review("a", "No canary stage before a config push"))
    draft = review("draft", "The config push had no canary stage")
    likeness = library.similar()
    assert [each.sketch.id for each in likeness.like(draft)] == ["a"]
    library.add(review("b", failure_class="Bad settings"))
    library.apply("a", "Rename", set_field("title", "Other"))
    found = likeness.like(Review(id="x", failure_class="bad settings"))
    assert [each.sketch.id for each in found] == ["b"]
    assert likeness.like(draft)[0].sketch.title == "Other"
    library.trash("a")
    assert not likeness.like(draft)
    library.restore("a")
    assert likeness.like(draft)


def test_a_stored_review_is_asked_about_by_its_id(library: Library) -> None:
    library.add(review("a", failure_class="Bad settings"))
    library.add(review("b", failure_class="Bad settings"))
    likeness = library.similar()
    assert likeness is library.similar()
    assert [each.sketch.id for each in likeness.like_stored("a")] == ["b"]
    assert likeness.like_stored("gone") == ()
