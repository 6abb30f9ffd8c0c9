"""The readers are known by name, and the first that fits is asked."""

from __future__ import annotations

import pytest

from facilitator.exchange.readers.forms import FORMS
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import READERS, read, reader_for
from facilitator.exchange.refused import Refused


def test_every_reader_has_its_name() -> None:
    assert tuple(reader.form for reader in READERS) == FORMS
    assert len(set(FORMS)) == len(FORMS)


def test_each_says_what_it_reads_in_words() -> None:
    assert all(reader.words[:1].islower() or reader.words[:2] == "a " for reader in READERS)


def test_a_form_that_is_said_counts() -> None:
    text = b"[14:03] Ann: slow\n[14:04] Bob: yes\n[14:05] Ann: fine\n"
    assert reader_for(Material("a", text)).form == "chat"
    assert read(Material("a", text), "postmortem").form == "postmortem"


@pytest.mark.parametrize("data", [b"", b"hello", b"\x00\x01\x02", b"{}", b"[]", b"PK\x03\x04"])
def test_what_is_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read(Material("a", data))
