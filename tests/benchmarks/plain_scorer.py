"""A bare classifier as a process, the floor of ``facilitator coach``: a line in, a label out."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.evaluation.plain_model import PlainModel


def main() -> None:
    model = PlainModel.from_json(Path(sys.argv[1]).read_text("utf-8"))
    for line in sys.stdin:
        print(model.label(line))


if __name__ == "__main__":
    main()
