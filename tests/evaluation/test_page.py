"""The page has a text for each of its places, and says so where rows are absent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.evaluation import keywords, labelled, page
from tests.evaluation.compare import Peer
from tests.evaluation.figures import LANGUAGE, LANGUAGE_LABELS
from tests.evaluation.labelled import Labelled
from tests.evaluation.peers import COACH

if TYPE_CHECKING:
    from pathlib import Path

FEW = (
    Labelled("The operator ignored it", "blame", polite=True, group="a"),
    Labelled("The table was accidentally dropped", "human_error", group="b"),
    Labelled("The operator should have asked", "counterfactual", group="c"),
    Labelled("The pod restarted", "clean", group="d", second="clean"),
)
PART = page._Part(
    "language",
    LANGUAGE,
    LANGUAGE_LABELS,
    lambda _rows: (Peer(COACH, keywords.rate_sentence, lambda _learnt: keywords.rate_sentence),),
)


@pytest.fixture
def _few_rows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(labelled, "_CORPUS", tmp_path)
    monkeypatch.setattr(labelled, "training", lambda _kind: FEW)
    monkeypatch.setattr(labelled, "unseen", lambda _kind: FEW)
    monkeypatch.setattr(labelled, "third", lambda _kind: FEW)
    monkeypatch.setattr(labelled, "fourth", lambda _kind: FEW)
    monkeypatch.setattr(labelled, "fifth", lambda _kind: FEW)


@pytest.mark.usefixtures("_few_rows")
def test_absent_rows_are_visibly_skipped() -> None:
    texts = page._texts(PART)
    assert texts["published"] == texts["doubts"] == page.SKIPPED
    assert texts["unseen_rows"] == "4 rows: 1 blame, 1 human_error, 1 counterfactual, 1 clean"
    assert "| macro-F1 over four labels | at least 0.80 | 1.00 (1.00 to 1.00) |" in texts["unseen"]


def test_there_is_no_mean_over_labels_that_no_row_has() -> None:
    texts = page._set_texts("few", PART, FEW[:2], PART.peers(FEW))
    assert "agreement" in texts["few"]
    assert "macro-F1" not in texts["few"]


@pytest.mark.usefixtures("_few_rows")
def test_the_page_has_a_text_for_each_of_its_places() -> None:
    places = set(re.findall(r"\$(\w+)", page._TEMPLATE.read_text("utf-8")))
    told = {f"{name}_{text}" for name in ("actions", "language") for text in page._texts(PART)}
    # The fourth hand wrote actions only, and only actions were rated twice.
    actions_only = ("language_fourth", "language_reported")
    assert places == {each for each in told if not each.startswith(actions_only)}
