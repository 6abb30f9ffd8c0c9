"""Prints how well the coach and the import read; ``docs/coach.md`` and ``docs/import.md`` keep it.

``python -m tests.evaluation misses`` lists the published rows that the coach reads otherwise,
``documents`` measures the import alone.
"""

from __future__ import annotations

import sys

from tests.evaluation import documents
from tests.evaluation.misses import misses
from tests.evaluation.page import OUT, page


def main() -> int:
    if sys.argv[1:] == ["misses"]:
        sys.stdout.writelines(f"{line}\n" for line in misses())
        return 0
    pages = {documents.OUT: documents.page}
    if sys.argv[1:] != ["documents"]:
        pages = {OUT: page, **pages}
    for path, make in pages.items():
        text = make()
        sys.stdout.write(text)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
