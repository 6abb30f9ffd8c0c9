"""The readers there are, in the order in which they look at a source."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.text import shortened
from facilitator.exchange.readers.chat import (
    chat_paste,
    discord,
    mattermost,
    slack_export,
    slack_paste,
    teams,
    telegram,
)
from facilitator.exchange.readers.document import postmortem
from facilitator.exchange.readers.fields import NAME_LIMIT
from facilitator.exchange.readers.system import (
    alertmanager,
    github,
    grafana,
    journald,
    kubernetes,
    opsgenie,
    pagerduty,
    syslog,
)
from facilitator.exchange.readers.table import tables
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.found import Reader, Reading
    from facilitator.exchange.readers.material import Material

READERS: tuple[Reader, ...] = (
    alertmanager.READER,
    slack_export.READER,
    mattermost.READER,
    teams.READER,
    discord.READER,
    telegram.READER,
    pagerduty.READER,
    opsgenie.READER,
    grafana.READER,
    github.READER,
    kubernetes.READER,
    journald.READER,
    slack_paste.READER,
    chat_paste.READER,
    syslog.READER,
    tables.READER,
    postmortem.READER,
)
"""The most particular first: each is asked whether the source is its own."""


_VERY_MANY = 50_000
"""So many new objects take long to look through."""


def reader_for(material: Material, form: str | None = None) -> Reader:
    """The reader of this form, or the first whose kind of source this is; Refused if none."""
    found = next(
        (each for each in READERS if (each.form == form if form else each.fits(material))), None
    )
    if found is None:
        # A damaged archive fits nobody; whoever opens it says what is wrong.
        _ = material.members
        words = "It is nothing that can be read: no chat, alerts, table or post-mortem."
        raise Refused("", words)
    return found


def read(material: Material, form: str | None = None) -> Reading:
    """Read a source; Refused, with place and sentence, if it cannot be."""
    reader = reader_for(material, form)
    with without_collecting():
        found = reader.read(material)
    # Every event tells its source.
    return replace(found, source=shortened(found.source, NAME_LIMIT))


@contextmanager
def without_collecting() -> Iterator[None]:
    """Reading makes very many objects and no cycles: looking for some takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > _VERY_MANY:
                # None of them is part of a cycle; to look through them would stop the window.
                gc.freeze()
            gc.enable()
