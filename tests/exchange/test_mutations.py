"""Whatever is done to a good file, it is refused in a sentence or read and kept."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator import resources
from facilitator.exchange.refused import Refused
from facilitator.exchange.review_json import read_review, write_review
from tests.strategies import ids

SAMPLE = resources.path("sample.json").read_bytes()
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.just([]),
    st.just({}),
    st.lists(st.text(max_size=5), max_size=3),
    st.sampled_from(("factor-01", "event-01", "2026-03-04", "2026-03-04T14:03:00Z", "detected")),
)


def read_and_keep(data: bytes) -> None:
    """Read a file; what is read can be written and read again."""
    with suppress(Refused):
        once = write_review(read_review(data, ids("n")))
        assert write_review(read_review(once, ids("m"))) == once


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all values below one."""
    found = [path]
    items = value.items() if isinstance(value, dict) else ()
    for key, inner in [*items, *(enumerate(value) if isinstance(value, list) else ())]:
        found += places(inner, (*path, key))
    return found


PLACES = places(json.loads(SAMPLE))[1:]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(PLACES), ODD), min_size=1, max_size=3))
def test_odd_values_anywhere(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    document = json.loads(SAMPLE)
    for path, odd in changes:
        inner = document
        with suppress(KeyError, IndexError, TypeError):
            for key in path[:-1]:
                inner = inner[key]
            inner[path[-1]] = odd
    read_and_keep(json.dumps(document).encode())


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(SAMPLE) - 1), st.binary(max_size=4), st.integers(0, 40))
def test_odd_bytes_anywhere(place: int, odd: bytes, length: int) -> None:
    read_and_keep(SAMPLE[:place] + odd + SAMPLE[place + length :])
