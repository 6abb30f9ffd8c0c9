"""A kept source whose numbers cannot be is damaged."""

from __future__ import annotations

import gzip
import json

import pytest

from facilitator.exchange.readers.found import Entry, Reading, Stamp
from facilitator.exchange.readers.kept import packed, unpacked
from facilitator.exchange.refused import Refused


@pytest.mark.parametrize(("name", "value"), [("since", 1e30), ("shift", 1e400), ("since", "x")])
def test_a_number_that_cannot_be_is_refused(name: str, value: object) -> None:
    reading = Reading(form="csv", source="rows", entries=(Entry("line 1", Stamp("10:00"), "a"),))
    told = json.loads(gzip.decompress(packed(reading, "Rows", {})))
    told["entries"][0]["stamp"][name] = value
    with pytest.raises(Refused):
        unpacked(gzip.compress(json.dumps(told).encode()))
