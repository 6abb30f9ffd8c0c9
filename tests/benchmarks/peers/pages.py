"""Prints a table of texts by WeasyPrint or typst, and says how long that takes.

``weasyprint|typst ROWS`` prints the seconds and the number of pages; ROWS is a JSON file of rows of
four texts. Run by an environment of its own: it is no part of the program. Once only: typst keeps
in mind what it has laid out.
"""

import html
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import typst
import weasyprint

Rows = Sequence[Sequence[str]]

_STYLE = """
@page { size: A4; margin: 25mm } body { font: 10pt sans-serif } table { width: 100% }
td { vertical-align: top; padding: 2pt }
"""
_SET = """#set page(paper: "a4", margin: 25mm)
#set text(size: 10pt)
#table(columns: (50pt, 80pt, 1fr, 60pt), stroke: none,
"""
_COUNT = "#context [#metadata(counter(page).final().first()) <pages>]"


def by_weasyprint(rows: Rows) -> Callable[[], int]:
    """Prints an HTML table; gives what counts its pages."""
    cells = (f"<td>{'</td><td>'.join(map(html.escape, row))}</td>" for row in rows)
    page = f"<style>{_STYLE}</style><table><tr>{'</tr><tr>'.join(cells)}</tr></table>"
    document = weasyprint.HTML(string=page).render()
    document.write_pdf()
    return lambda: len(document.pages)


def by_typst(rows: Rows) -> Callable[[], int]:
    """Prints a table whose cells are strings, which are text as it stands; the same."""
    cells = "".join(f"{json.dumps(text, ensure_ascii=False)}, " for row in rows for text in row)
    typst.compile(f"{_SET}{cells})\n".encode())
    counted = f"{_SET}{cells})\n{_COUNT}".encode()
    return lambda: int(typst.query(counted, "<pages>", field="value", one=True))


def main(peer: str, file: str) -> None:
    """Print once, and tell."""
    rows = json.loads(Path(file).read_text("utf-8"))
    printed = {"weasyprint": by_weasyprint, "typst": by_typst}[peer]
    # What it loads when it begins is not counted, nor are its fonts.
    printed([["A short line.", "", "", ""]])
    begun = time.perf_counter()
    pages = printed(rows)
    print(time.perf_counter() - begun, pages())


if __name__ == "__main__":
    main(*sys.argv[1:])
