"""The page on how well the coach reads: tables, and what is to be said about them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from tests.evaluation import labelled
from tests.evaluation.compare import cross_validated, told
from tests.evaluation.doubts import doubted_share, doubts_table
from tests.evaluation.figures import ACTION_LABELS, ACTIONS, LANGUAGE, LANGUAGE_LABELS
from tests.evaluation.likeness import alike
from tests.evaluation.peers import COACH, action_peers, language_peers
from tests.evaluation.tables import confusion_table, counts_line, figures_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.evaluation.compare import Peer, Told
    from tests.evaluation.figures import Figure
    from tests.evaluation.labelled import Labelled

OUT = Path(__file__).parents[2] / "docs" / "coach.md"
_TEMPLATE = Path(__file__).with_name("page.md")
SKIPPED = (
    "**Skipped**: these rows are third-party texts that lie beside the checkout, in"
    " `../shared/corpus`, and they are absent here."
)
_PUBLISHED = (
    "published_rows",
    "published_alike",
    "published",
    "published_matrix",
    "doubts",
    "doubted",
)


@dataclass(frozen=True, slots=True)
class _Part:
    """What is read: actions or language, with its figures, labels and programs."""

    name: str
    figures: Sequence[Figure]
    labels: Sequence[str]
    peers: Callable[[Sequence[Labelled]], tuple[Peer, ...]]


_PARTS = (
    _Part("actions", ACTIONS, ACTION_LABELS, action_peers),
    _Part("language", LANGUAGE, LANGUAGE_LABELS, language_peers),
)


def page() -> str:
    """The whole page."""
    texts = {f"{part.name}_{name}": text for part in _PARTS for name, text in _texts(part).items()}
    return Template(_TEMPLATE.read_text("utf-8")).substitute(texts)


def _texts(part: _Part) -> dict[str, str]:
    """What stands in the template's places, by their names."""
    rows = labelled.training(part.name)
    peers = part.peers(rows)
    folds = {peer.name: cross_validated(rows, peer.fit) for peer in peers}
    texts = {
        **_fold_texts("", part, folds, lambda row: row.second is None),
        **_set_texts("unseen", part, labelled.unseen(part.name), peers),
        **_set_texts("third", part, labelled.third(part.name), peers),
        **_set_texts("fifth", part, labelled.fifth(part.name), peers),
    }
    if fourth := labelled.fourth(part.name):
        texts |= _set_texts("fourth", part, fourth, peers)
    if any(row.second is not None for row in rows):
        texts |= _fold_texts("reported_", part, folds, lambda row: row.second == row.label)
    published = labelled.published(part.name)
    if not published:
        return texts | dict.fromkeys(_PUBLISHED, SKIPPED)
    asked = told(published, peers[0].rater)
    return {
        **texts,
        **_set_texts("published", part, published, peers),
        "doubts": doubts_table(part.name, asked),
        "doubted": doubted_share(part.name, asked),
    }


def _fold_texts(
    name: str, part: _Part, folds: Mapping[str, Sequence[Told]], which: Callable[[Labelled], bool]
) -> dict[str, str]:
    """Count and figures of some of the rows that were cross-validated."""
    chosen = {peer: [each for each in found if which(each[0])] for peer, found in folds.items()}
    rows = [row for row, _ in chosen[COACH]]
    return {
        f"{name}training_rows": counts_line(rows, part.labels),
        f"{name}folds": figures_table(_that_tell(part, rows), chosen),
    }


def _that_tell(part: _Part, rows: Sequence[Labelled]) -> list[Figure]:
    """Without the mean over all labels, where no row has some of them."""
    whole = {row.label for row in rows} == set(part.labels)
    return [each for each in part.figures if whole or not each.name.startswith("macro")]


def _set_texts(
    name: str, part: _Part, rows: Sequence[Labelled], peers: Sequence[Peer]
) -> dict[str, str]:
    """Count, figures and the coach's matrix on one set of rows."""
    by_peer = {peer.name: told(rows, peer.rater) for peer in peers}
    return {
        f"{name}_rows": counts_line(rows, part.labels),
        f"{name}_alike": str(alike(rows, labelled.training(part.name))),
        name: figures_table(_that_tell(part, rows), by_peer),
        f"{name}_matrix": confusion_table(by_peer[COACH], part.labels),
    }
