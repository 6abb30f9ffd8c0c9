"""``search``: reviews by what is written in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.cli.reading_commands import told_summary
from facilitator.cli.streams import progress, tell, tell_json

if TYPE_CHECKING:
    from argparse import Namespace

    from facilitator.app.library import Library
    from facilitator.app.searching import Hit, Hits


def search(library: Library, arguments: Namespace) -> None:
    """Tell what was found, the best first: a line each, or one JSON object.

    All reviews are made searchable before; what of the words cannot be read is told on stderr.
    """
    library.searching.indexing.finish(_tell_waiting)
    found = library.search(
        " ".join(arguments.words), limit=arguments.limit, private=arguments.private
    )
    if found.trouble:
        progress(f"facilitator: {found.trouble}")
    if arguments.json:
        tell_json(_told(found))
        return
    for hit in found.hits:
        tell("\t".join((hit.summary.id, _day(hit), hit.summary.title or "-", _line(hit) or "-")))
    if found.total > len(found.hits):
        progress(f"{len(found.hits):,} of {found.total:,} are told; --limit tells more.")


def _tell_waiting(count: int) -> None:
    progress(f"Making {count:,} {'review' if count == 1 else 'reviews'} searchable…")


def _day(hit: Hit) -> str:
    return hit.summary.day.isoformat() if hit.summary.day else "-"


def _line(hit: Hit) -> str:
    return " ".join(hit.line.text.split()) if hit.line is not None else ""


def _told(found: Hits) -> dict[str, Any]:
    return {
        "total": found.total,
        "of": found.of,
        "trouble": found.trouble or None,
        "hits": [told_summary(hit.summary) | {"found": _told_line(hit)} for hit in found.hits],
    }


def _told_line(hit: Hit) -> dict[str, Any] | None:
    line = hit.line
    if line is None:
        return None
    place = line.place
    return {
        "text": line.text,
        "spans": [{"start": start, "end": end} for start, end in line.spans],
        "where": {"collection": place.collection, "id": place.row, "field": place.field},
    }
