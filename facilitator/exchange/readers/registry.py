"""The readers there are, in the order in which they look at a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.exchange.readers import alertmanager, postmortem
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from facilitator.exchange.readers.found import Reader, Reading
    from facilitator.exchange.readers.material import Material

READERS: tuple[Reader, ...] = (alertmanager.READER, postmortem.READER)
"""The most particular first: each is asked whether the source is its own."""
FORMS = tuple(each.form for each in READERS)
"""The names for ``--as``."""


def reader_for(material: Material, form: str | None = None) -> Reader:
    """The reader of this form, or the first whose kind of source this is; Refused if none."""
    found = next(
        (each for each in READERS if (each.form == form if form else each.fits(material))), None
    )
    if found is None:
        words = "It is nothing that can be read: no chat, alerts, table or post-mortem."
        raise Refused("", words)
    return found


def read(material: Material, form: str | None = None) -> Reading:
    """Read a source; Refused, with place and sentence, if it cannot be."""
    return reader_for(material, form).read(material)
