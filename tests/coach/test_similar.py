"""Which reviews are like another one, and why."""

from __future__ import annotations

from time import process_time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitator.coach.similar import Shelf, Sketch


def shelf(*sketches: Sketch) -> Shelf:
    found = Shelf()
    for each in sketches:
        found.put(each)
    return found


def sketch(key: str, **fields: Any) -> Sketch:
    return Sketch(id=key, **fields)


ASKED = sketch(
    "me",
    failure_class="Bad settings",
    services=("Ledger", "Search"),
    texts=("The config push had no canary stage",),
    summary="Refunds were paid twice",
)


def test_every_reason_is_told() -> None:
    found = shelf(
        ASKED,
        sketch("a", failure_class=" bad  SETTINGS "),
        sketch("b", services=("ledger",), texts=("No canary stage before a config push",)),
        sketch("c", summary="Refunds arrived a day late"),
        sketch("d", summary="Nothing of the kind"),
    ).like(ASKED)
    assert [(each.sketch.id, each.why) for each in found] == [
        ("b", "Both name Ledger; factors alike: No canary stage before a config push"),
        ("a", "Same failure class"),
    ]


def test_rare_words_weigh_more_and_services_are_no_words() -> None:
    many = [sketch(f"m{at:02}", summary="Customers waited for the page") for at in range(30)]
    rare = sketch("rare", summary="Leap second")
    asked = sketch("me", summary="Customers waited: a leap second", services=("Maps",))
    found = shelf(*many, rare, sketch("maps", summary="Maps of the town")).like(asked, most=3)
    assert found[0].sketch.id == "rare"
    assert found[0].why == "Both speak of leap, second"
    assert "maps" not in [each.sketch.id for each in found]


def test_what_is_changed_or_dropped_is_no_longer_found() -> None:
    found = shelf(sketch("a", failure_class="Bad settings"))
    assert found.like(ASKED)
    found.put(sketch("a", failure_class="Other"))
    assert not found.like(ASKED)
    found.put(sketch("a", failure_class="Bad settings"))
    found.drop("a")
    assert not found.like(ASKED)
    assert not shelf().like(ASKED)


_SKETCHES = st.builds(
    sketch,
    key=st.sampled_from("abcdef"),
    failure_class=st.sampled_from(["", "Bad settings", "Full disks"]),
    services=st.lists(st.sampled_from(["Ledger", "Maps"]), max_size=2, unique=True).map(tuple),
    summary=st.sampled_from(["", "Refunds were paid twice", "A leap second"]),
    texts=st.lists(st.sampled_from(["No canary for config", "Full disk"]), max_size=2).map(tuple),
)


@given(st.lists(_SKETCHES), st.randoms())
def test_the_order_of_reviews_does_not_matter(sketches: list[Sketch], random: Any) -> None:
    last = {each.id: each for each in sketches}
    shuffled = list(last.values())
    random.shuffle(shuffled)
    assert shelf(*sketches).like(ASKED) == shelf(*shuffled).like(ASKED)


def test_ten_thousand_reviews_are_asked_in_a_moment() -> None:
    found = shelf(
        *(
            sketch(
                f"r{at:05}",
                failure_class=f"Class {at % 12}",
                services=(f"Service {at % 48}",),
                summary=f"Requests of kind{chr(97 + at % 26)} failed",
                texts=("No alert on the queue", "The limit was not known"),
            )
            for at in range(10_000)
        )
    )
    asked = found.sketches["r00007"]
    found.like(asked)
    took = []
    for _ in range(7):
        began = process_time()
        found.like(asked)
        took.append(process_time() - began)
    assert min(took) < 0.05
