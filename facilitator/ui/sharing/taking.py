"""Shows what a file would bring into a review, side by side with what is here, and brings it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.app import handover, merging
from facilitator.app.reading import Refused, Source, form_of, read_file
from facilitator.domain.rules import RuleViolation
from facilitator.exchange.merge import THERE
from facilitator.ui.sharing.changes_list import ChangeRow
from facilitator.ui.sharing.changes_sheet import ChangesSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme


def merge_file(desk: Desk, path: Path) -> None:
    """Show what another version of a review, in a file, would bring."""
    try:
        other = read_file(Source(path), form_of(path) or "review", desk.new_id)
    except Refused as problem:
        _complain(desk, path, problem)
        return
    merge_review(desk, path, other)


def merge_review(desk: Desk, path: Path, other: Review) -> None:
    """Another version of a review: what is new comes in, what differs stays unless it is chosen."""
    try:
        found = merging.preview(desk.review, other, desk.new_id)
    except RuleViolation as problem:
        _complain(desk, path, problem)
        return
    merge_sheet(desk, path, found).open_over(desk.host.front())


def merge_sheet(desk: Desk, path: Path, found: merging.Merging) -> ChangesSheet:
    """The sheet that asks what to take."""
    rows = [ChangeRow(each.label, each.mine, each.theirs, taken=False) for each in found.differing]

    def run(taken: list[int]) -> RuleViolation | None:
        chosen = [found.differing[number] for number in taken]
        return desk.apply(merging.LABEL, merging.edit_of(found, chosen, desk.new_id))

    told = found.words()
    if rows:
        differ = "One field differs" if len(rows) == 1 else f"{len(rows):,} fields differ"
        told += f" {differ}: what stands here stays, unless you take theirs."
    return ChangesSheet(
        desk.theme,
        f"Take over from {path.name}",
        told,
        rows,
        run,
        ticks=True,
        notes=[f"{each.where}: {each.why}" for each in found.skipped if each.why != THERE],
        idle=found.brings_nothing,
    )


def read_back(desk: Desk, path: Path) -> None:
    """A tracker's file: what it says of the actions it names."""
    try:
        found = handover.outcome(desk.review, handover.read(Source(path)), desk.today())
    except (Refused, RuleViolation) as problem:
        _complain(desk, path, problem)
        return
    read_back_sheet(desk, path, found).open_over(desk.host.front())


def read_back_sheet(desk: Desk, path: Path, found: handover.Outcome) -> ChangesSheet:
    """The sheet that shows what would change."""
    rows = [
        ChangeRow(f"{each.text}: {each.field}", _plain(each.before), _plain(each.after), taken=True)
        for each in found.changes
    ]
    count = len(rows)
    told = "One thing would change." if count == 1 else f"{count:,} things would change."
    return ChangesSheet(
        desk.theme,
        f"What {path.name} says",
        told if rows else "It says what is here already.",
        rows,
        lambda _taken: desk.apply(handover.LABEL, found.edit),
        ticks=False,
        notes=[f"{each.where}: {each.why}" for each in found.passed],
        idle=not rows,
    )


def new_review_sheet(
    theme: Theme, path: Path, review: Review, run: Callable[[], RuleViolation | None]
) -> ChangesSheet:
    """The sheet that shows what review a file holds, before it is taken into the library."""
    counts = (
        (len(review.events), "event", "events"),
        (len(review.factors), "factor", "factors"),
        (len(review.findings), "finding", "findings"),
        (len(review.actions), "action", "actions"),
    )
    held = [f"{count:,} {one if count == 1 else many}" for count, one, many in counts if count]
    private = " Private notes are in it." if review.notes or review.phase_notes else ""
    told = f"“{review.title}”: {', '.join(held) or 'nothing but its head'}.{private}"
    return ChangesSheet(
        theme, f"Take {path.name} into the library", told, [], lambda _taken: run(), ticks=False
    )


def _complain(desk: Desk, path: Path, problem: Refused | RuleViolation) -> None:
    if isinstance(problem, Refused):
        desk.host.complain(f"{problem.sentence} Nothing was changed.")
    else:
        desk.host.complain(f"{path.name} cannot be taken over: {problem.reason}")


def _plain(word: str) -> str:
    return word.replace("_", " ")
