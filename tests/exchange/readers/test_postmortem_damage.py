"""Documents that are cut, stirred or made of anything at all: nothing but Refused is raised."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.readers.document import postmortem
from tests.exchange.readers import documents_told as shapes
from tests.exchange.readers.damage import damaged, only_refused

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECES = st.sampled_from(
    (
        "# Timeline\n",
        "## Actions\n",
        "- ",
        "  - ",
        "| Time | What |\n|---|---|\n",
        "| 25:61 | a |\n",
        "29.2.2025 ",
        "24:05 ",
        "3/4/26 10:00 ",
        "12-31 23:59 ",
        "13-13 10:00 ",
        "31 June 2026",
        "~~",
        "**",
        "**AB** ",
        "(Ada, 2026-02-30)",
        "due 31/12",
        "```\n10:00 a\n10:01 b\n",
        "<li>",
        "<tr><td>10:00",
        "</table>",
        "\n\n",
        "\n",
        "UTC+99",
        "9999-12-31 23:59",
        "Summary:",
        "---\ntitle: x\n---\n",
        "\u0000",
        "\u202e",
    )
)
WRITTEN = st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=30).map("".join)
SECONDS = 5.0


@given(WRITTEN)
def test_anything_written(text: str) -> None:
    only_refused(postmortem.READER, text)


@given(st.sampled_from(sorted(shapes.ALL)).flatmap(lambda name: damaged(shapes.ALL[name])))
def test_cut_and_stirred_documents(text: str) -> None:
    only_refused(postmortem.READER, text)


@pytest.mark.parametrize(
    "many",
    [
        lambda count: "# Timeline\n" + "<li>10:00 a" * count,
        lambda count: "# Timeline\n" + "<tr><td>10:00" * count,
        lambda count: "# Timeline\n" + "<" * count,
        lambda count: "# Actions\n- " + "(A" * count,
        lambda count: "# Actions\n- " + "by 1 " * count,
        lambda count: "# Timeline\n- " + "~1 " * count,
        lambda count: "# Timeline\n" + "- 10:00 a\n" * count,
        lambda count: "# Summary\n" + "On 1 May 2026 at 10:00 it began. " * count,
        lambda count: "# Timeline\n" + "9.59 a\n" * count,
        lambda count: "# A" + " -" * count,
        lambda count: "all times " * count,
        lambda count: "**" * count,
        lambda count: "# Timeline\n10:00\n" + "Recovery:\n" * count,
        lambda count: "# Actions\n" + "Do it now.\n" * count,
        lambda count: "[" * count,
    ],
)
def test_no_text_holds_it_up(many: Callable[[int], str]) -> None:
    begun = process_time()
    only_refused(postmortem.READER, many(5_000))
    assert process_time() - begun < SECONDS
