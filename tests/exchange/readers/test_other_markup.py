"""Post-mortems in reStructuredText and MediaWiki's markup; every line keeps its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.words import LessonSide
from facilitator.exchange.readers.document.blocks import blocks_of
from facilitator.exchange.readers.document.mediawiki import from_mediawiki, is_mediawiki
from facilitator.exchange.readers.document.restructured import from_restructured, is_restructured
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.registry import reader_for
from tests.exchange.readers.documents_told import document, draft, told

RST = """\
********************************
2026-03-04: The oven stays cold
********************************

:Date: 2026-03-04
:Severity: SEV-2

.. contents::
   :local:

⏱️ Timeline (UTC)
~~~~~~~~~~~~~~~~~~

- **06:10** The oven is cold
- **07:45** It is lit, see `the
  log <https://example.org/log/7>`__

Why?
~~~~

The log said::

    07:00 no gas

.. _second-why:

Nobody had ordered gas.

Details
^^^^^^^

.. note:: Only for bakers.

☑️ Follow-up tasks
~~~~~~~~~~~~~~~~~~

#. ☒ `Order gas <https://example.org/issues/12>`_
#. ☐ Ask the :ref:`shop <shop>` for more
"""


def test_headings_of_any_sign_links_and_checks() -> None:
    assert reader_for(Material("report.rst", RST.encode())).form == "postmortem"
    found = draft(RST)
    assert (found.title, found.happened_on, found.severity) == (
        "2026-03-04: The oven stays cold",
        date(2026, 3, 4),
        "SEV-2",
    )
    assert told(document(RST)) == [
        ("2026-03-04 06:10", "The oven is cold"),
        ("2026-03-04 07:45", "It is lit, see the"),
    ]
    assert [(each.text, each.done, each.url) for each in found.actions] == [
        ("Order gas", True, "https://example.org/issues/12"),
        ("Ask the shop for more", False, ""),
    ]
    headings = [each.level for each in blocks_of(RST) if each.kind == "heading"]
    assert headings == [1, 2, 2, 3, 2]


LIST_TABLE = """\
Timeline
========

.. list-table::
   :header-rows: 1

   * - Time (UTC)
     - Event
   * - 2026-03-04 06:10
     - The oven
       is cold
   * - 2026-03-04 07:45
     - It is lit
"""
CSV_TABLE = """\
Timeline
========

.. csv-table:: What happened
   :header: "Time (UTC)", "Event"

   2026-03-04 06:10, "The oven is cold"
   2026-03-04 07:45, It is lit
"""
GRID = """\
Timeline
========

+------------------+---------------+
| Time (UTC)       | Event         |
+==================+===============+
| 2026-03-04 06:10 | The oven      |
|                  | is cold       |
+------------------+---------------+
| 2026-03-04 07:45 | It is lit     |
+------------------+---------------+
"""
COLUMNS = """\
Timeline
========

================  ================
Time (UTC)        Event
================  ================
2026-03-04 06:10  The oven
                  is cold
2026-03-04 07:45  It is lit
================  ================
"""
WIKI_TABLE = """\
== Timeline ==

{| class="wikitable"
|+ All of it
! Time (UTC) !! Event
|-
| 2026-03-04 06:10
| style="color:red" | The '''oven'''

is [[Cold oven|cold]]
|- class="late"
| 2026-03-04 07:45 || It is lit<ref>By the baker</ref>
|}
"""


@pytest.mark.parametrize("text", [LIST_TABLE, CSV_TABLE, GRID, COLUMNS, WIKI_TABLE])
def test_tables_of_other_markup(text: str) -> None:
    found = told(document(text))
    assert [(at, words.removesuffix(" (By the baker)")) for at, words in found] == [
        ("2026-03-04 06:10", "The oven is cold"),
        ("2026-03-04 07:45", "It is lit"),
    ]
    rows = [block for block in blocks_of(text) if block.kind == "row" and not block.first]
    lines = text.split("\n")
    assert all(block.cells[0] in lines[block.line - 1] for block in rows)


def test_two_tables_of_html_have_each_their_head() -> None:
    text = (
        "## Timeline (UTC)\n\n"
        "<table><tr><th>Time<th>Event</tr><tr><td>2026-03-04 06:10<td>Cold</tr></table>\n\n"
        "<table><tr><th>What<th>Time</tr><tr><td>Lit<td>2026-03-04 07:45</tr></table>\n"
    )
    assert told(document(text)) == [("2026-03-04 06:10", "Cold"), ("2026-03-04 07:45", "Lit")]


WIKI = """\
<pre>
  Title: The oven stays cold
  Date: 2026-03-04
</pre>

==Timeline==
All times in UTC.
* 06:10 The oven is ''cold''
** The baker looks at {{phab|T12}}
* 07:45 It is lit, [https://example.org/log see there]

==What went right==
# The baker lives near

==Action items==

===Gas===
'''Done''': Order gas.

'''Done''': Order more gas.

===Bells===
A bell rang twice, because the clapper was loose. A cure would be a nut.
"""


def test_a_page_of_mediawiki() -> None:
    assert reader_for(Material("page.mediawiki", WIKI.encode())).form == "postmortem"
    found = draft(WIKI)
    assert (found.title, found.happened_on) == ("The oven stays cold", date(2026, 3, 4))
    assert told(document(WIKI)) == [
        ("2026-03-04 06:10", "The oven is cold"),
        ("2026-03-04 07:45", "It is lit, see there"),
    ]
    assert document(WIKI).entries[0].text == "The oven is cold\nThe baker looks at T12"
    assert found.lessons == ((LessonSide.WELL, "The baker lives near"),)
    assert [(each.text, each.done) for each in found.actions] == [
        ("Order gas.", True),
        ("Order more gas.", True),
    ]


def test_markdown_stays_markdown() -> None:
    for text in (
        "Log\n```\n+----+----+\n| a  | b  |\n+----+----+\n```\n",
        "# Title\n\n- a\n- b\n\n~~~\n== x ==\n~~~\n",
        "std::\n\n    x\n",
    ):
        assert not is_mediawiki(text) or from_mediawiki(text).count("\n") == text.count("\n")
        assert [each.kind for each in blocks_of(text)].count("row") == 0
    fenced = "== A ==\n\n```\n== b ==\n* c\n```\n"
    assert from_mediawiki(fenced) == "## A\n\n```\n== b ==\n* c\n```\n"
    assert from_mediawiki("# Top\n== A ==\n**bold** words\n#a\n").split("\n") == [
        "# Top",
        "## A",
        "**bold** words",
        "1. a",
        "",
    ]


_PIECES = st.sampled_from(
    (
        *("====", "~~~~", "Abc", "+--+--+", "| a | b |", "+==+==+", "=== ===", "a   b"),
        *(".. code:: x", ".. list-table::", "   * - a", "     - b", ".. csv-table::", '   "a, b'),
        *("{|", "|-", "|}", "! a !! b", "| c || d", "== A ==", "::", "    deep", "", "```", "* x"),
        *("`a <b>`_", ".. _x:", "   :header-rows: 1", '   :header: "'),
    )
)


@given(st.lists(_PIECES, max_size=30))
def test_every_line_keeps_its_number(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    assert from_restructured(text).count("\n") == text.count("\n")
    assert from_mediawiki(text).count("\n") == text.count("\n")
    is_restructured(text)
    blocks_of(text)
