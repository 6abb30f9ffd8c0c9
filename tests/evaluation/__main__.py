"""Prints how well the coach reads, beside two simpler programs; ``docs/coach.md`` keeps it.

``python -m tests.evaluation misses`` lists the published rows that it reads otherwise.
"""

from __future__ import annotations

import sys

from tests.evaluation.misses import misses
from tests.evaluation.page import OUT, page


def main() -> int:
    if sys.argv[1:] == ["misses"]:
        sys.stdout.writelines(f"{line}\n" for line in misses())
        return 0
    text = page()
    sys.stdout.write(text)
    OUT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
