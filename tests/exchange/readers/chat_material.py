"""Makes the sources that the tests of chat readers look at, whole and spoilt."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import suppress
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from facilitator.exchange.readers import registry
from facilitator.exchange.readers.material import Material, Members
from facilitator.exchange.readers.settling import settle
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.exchange.readers.found import Reader, Reading

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        (
            [],
            {},
            [[]],
            [{}],
            "1700000000.000100",
            1700000000000,
            "<@U1|",
            "<!date^",
            "&amp;lt;",
            "\ud800",
        )
    ),
    st.lists(st.text(max_size=5), max_size=3),
)
DROP = object()


def of_json(value: Any) -> Material:
    return Material("it.json", json.dumps(value).encode())


def of_text(text: str) -> Material:
    return Material("it.txt", text.encode(errors="surrogatepass"))


def of_folder(files: Mapping[str, Any]) -> Material:
    """A folder; what is no text is written as JSON."""
    data = {path: _bytes(value) for path, value in files.items()}
    return Material("it", b"", Members({path: len(each) for path, each in data.items()}, data.get))  # type: ignore[arg-type]


def of_zip(files: Mapping[str, Any]) -> Material:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for path, value in files.items():
            archive.writestr(path, _bytes(value))
    return Material("it.zip", kept.getvalue())


def _bytes(value: Any) -> bytes:
    text = value if isinstance(value, str) else json.dumps(value)
    return text.encode(errors="surrogatepass")


def read(material: Material, reader: Reader) -> Reading:
    """Read it, if the registry too takes it for what this reader reads."""
    assert registry.reader_for(material) is reader
    # Whatever has times is a document to the last of them, asked when nobody else wants it.
    fitting = [each.form for each in registry.READERS[:-1] if each.fits(material)]
    assert fitting == [reader.form]
    return registry.read(material)


def survives(material: Material, reader: Reader) -> None:
    """Whatever it holds, it is read and settled, or Refused."""
    reader.fits(material)
    with suppress(Refused):
        found = reader.read(material)
        settle(
            found,
            {
                "date": "2026-03-04",
                "zone": "Europe/Berlin",
                "order": "day",
                "half": "pm",
                "year": "around",
            },
        )
        settle(found, {})
        for each in found.entries:
            told = (each.where, each.text, each.key, each.author, each.thread, each.stamp.raw)
            assert {type(text) for text in told} == {str}
            assert each.text
        assert all(each.why for each in found.left)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all values below one."""
    found = [path]
    items = value.items() if isinstance(value, dict) else ()
    for key, inner in [*items, *(enumerate(value) if isinstance(value, list) else ())]:
        found += places(inner, (*path, key))
    return found


def spoilt(value: Any) -> st.SearchStrategy[Any]:
    """The same with one to three values that are odd, or gone."""
    change = st.tuples(st.sampled_from(places(value)[1:]), ODD | st.just(DROP))
    return st.lists(change, min_size=1, max_size=3).map(lambda changes: _changed(value, changes))


def _changed(value: Any, changes: list[tuple[tuple[Any, ...], Any]]) -> Any:
    document = deepcopy(value)
    for path, odd in changes:
        inner = document
        with suppress(KeyError, IndexError, TypeError):
            for key in path[:-1]:
                inner = inner[key]
            if odd is DROP:
                del inner[path[-1]]
            else:
                inner[path[-1]] = odd
    return document


def cut(text: str) -> st.SearchStrategy[str]:
    """The beginning of a text, or the text with a piece of it put elsewhere."""
    ends = st.integers(0, len(text))
    moved = st.tuples(ends, ends, ends).map(
        lambda at: text[: at[0]] + text[min(at[1:]) : max(at[1:])] + text[at[0] :]
    )
    return ends.map(lambda end: text[:end]) | moved
