"""``import FILE.csv --into REVIEW``: keys and statuses come back from a tracker, in one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.app.handover import LABEL, is_handed_back, outcome, read
from facilitator.cli.failure import Exit, Failure, refused
from facilitator.cli.streams import progress, tell, tell_json
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from datetime import date

    from facilitator.app.handover import Outcome
    from facilitator.app.reading import Source
    from facilitator.cli.shelf import Shelf


def is_asked_for(arguments: Namespace, sources: Sequence[Source]) -> bool:
    """Whether the files are those of trackers; Failure if only some of them are."""
    if arguments.format is not None:
        return False
    try:
        theirs = [is_handed_back(each) for each in sources]
    except Refused as problem:
        raise refused(problem.sentence) from None
    if not any(theirs):
        return False
    if not all(theirs):
        words = "Reviews and files of trackers cannot be read in one go."
        raise Failure(Exit.USAGE, words)
    if arguments.into is None:
        names = ", ".join(each.path.name for each in sources)
        words = (
            f"{names} holds nothing that can be read as a source. What a tracker says belongs to"
            " a review: say --into REVIEW."
        )
        raise Failure(Exit.USAGE, words)
    return True


def take_back(arguments: Namespace, sources: Sequence[Source], shelf: Shelf, today: date) -> None:
    """Read all files, then change the actions they name, all or none."""
    review = shelf.chosen(arguments.into)
    try:
        handed = tuple(each for source in sources for each in read(source))
    except Refused as problem:
        raise refused(problem.sentence) from None
    found = outcome(review, handed, today)
    if not arguments.dry_run and found.changes:
        shelf.library.apply(review.id, LABEL, found.edit)
    _tell(found, review.id, arguments)


def _tell(found: Outcome, review_id: str, arguments: Namespace) -> None:
    if arguments.json:
        tell_json(_object(found, review_id))
        return
    for passed in found.passed:
        progress(f"{passed.where}: {passed.why}")
    for change in found.changes:
        tell("\t".join((change.text, change.field, change.before or "-", change.after or "-")))
    if arguments.dry_run:
        progress("Nothing was written.")


def _object(found: Outcome, review_id: str) -> dict[str, Any]:
    return {
        "review": review_id,
        "changes": [
            {
                "action": each.action_id,
                "field": each.field,
                "before": each.before or None,
                "after": each.after or None,
            }
            for each in found.changes
        ],
        "skipped": [{"where": each.where, "why": each.why} for each in found.passed],
    }
