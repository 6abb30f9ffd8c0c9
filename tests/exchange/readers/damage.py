"""Does to good samples what careless tools and people do, and reads what comes out."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import READERS
from facilitator.exchange.readers.settling import settle
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from facilitator.exchange.readers.found import Reader, Reading

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=20),
    st.just([]),
    st.just({}),
    st.lists(st.integers(-1, 300), max_size=3),
    st.sampled_from(
        (
            "2026-02-30T10:00:00Z",
            "9999-12-31T23:59:59-14:00",
            "0001-01-01T00:00:00Z",
            "1e400",
            "=cmd|' /c calc'!A1",
            "http://[::1",
            "\ud800",
            1e300,
            1772632982000,
        )
    ),
)
"""What does not belong there."""


def material(sample: Any) -> Material:
    """A sample as the file that a tool would write."""
    if isinstance(sample, bytes):
        return Material("sample", sample)
    text = sample if isinstance(sample, str) else json.dumps(sample, indent=1)
    return Material("sample", text.encode("utf-8", "surrogatepass"))


def read(reader: Reader, sample: Any) -> Reading:
    return reader.read(material(sample))


def readers_of(sample: Any) -> list[str]:
    """The forms of all readers that take a sample for their own.

    Whatever has times is a document to the last of them, which is asked when nobody else wants it.
    """
    found = [each.form for each in READERS if each.fits(material(sample))]
    return [form for form in found if form != READERS[-1].form] or found


def only_refused(reader: Reader, sample: Any) -> None:
    """Nothing but Refused is raised, and what is read can be placed in time."""
    given = material(sample)
    for each in READERS:
        each.fits(given)
    with suppress(Refused):
        found = reader.read(given)
        settle(found, {})
        settle(
            found,
            {
                "zone": "Europe/Berlin",
                "date": "2026-03-04",
                "order": "day",
                "half": "pm",
                "year": "around",
            },
        )
        assert all(entry.text for entry in found.entries)
        assert all(entry.why for entry in found.entries if entry.marker)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all values below one."""
    items = value.items() if isinstance(value, dict) else ()
    below = [*items, *(enumerate(value) if isinstance(value, list) else ())]
    return [path, *(each for key, inner in below for each in places(inner, (*path, key)))]


def changed(sample: Any, path: tuple[Any, ...], odd: Any, *, drop: bool) -> Any:
    """The sample with one value exchanged, or taken out."""
    copy = json.loads(json.dumps(sample))
    if not path:
        return odd
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    if drop:
        del inner[path[-1]]
    else:
        inner[path[-1]] = odd
    return copy


def damaged(sample: Any) -> st.SearchStrategy[Any]:
    """The sample with a value that is odd or missing, or with its text cut off or stirred."""
    whole = sample if isinstance(sample, str) else json.dumps(sample)
    cut = st.integers(0, len(whole)).map(lambda at: whole[:at])
    stirred = st.tuples(st.integers(0, len(whole)), st.text(max_size=5)).map(
        lambda both: whole[: both[0]] + both[1] + whole[both[0] + 1 :]
    )
    if isinstance(sample, str):
        return st.one_of(cut, stirred)
    paths = st.sampled_from(places(sample))
    odd = st.builds(
        lambda path, value, drop: changed(sample, path, value, drop=drop), paths, ODD, st.booleans()
    )
    return st.one_of(odd, cut, stirred)
