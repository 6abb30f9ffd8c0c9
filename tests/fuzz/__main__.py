"""Fuzzes every reader in turn, or those that are named: ``python -m tests.fuzz SECONDS [FORM]``.

What is found lies in ``build/fuzz`` with the bytes that led to it; the next run goes on from there.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.exchange.readers.forms import FORMS
from tests.fuzz.trial import PATIENCE, SEEDS

if TYPE_CHECKING:
    from collections.abc import Sequence

BUILD = Path(__file__).parents[2] / "build" / "fuzz"
WORDS = Path(__file__).with_name("words.txt")
_LONGEST = 16_384
"""Bytes of the longest input."""
_MEMORY = 2_048
"""Megabytes beyond which an input is a finding."""
_RUNS = re.compile(rb"^Done (\d+) runs", re.MULTILINE)
_COVERED = re.compile(rb" cov: (\d+) ")


def main(arguments: Sequence[str]) -> int:
    """The exit status: 1 if anything was found."""
    seconds, *forms = arguments
    return min(sum(_fuzzed(form, seconds) for form in forms or FORMS), 1)


def _fuzzed(form: str, seconds: str) -> int:
    """Fuzz one reader in a process of its own; prints how it went, and tells how much was found."""
    corpus, findings = BUILD / "corpus" / form, BUILD / "findings" / form
    for folder in (corpus, findings):
        folder.mkdir(parents=True, exist_ok=True)
    told = subprocess.run(
        [
            *(sys.executable, "-m", "tests.fuzz.one", form, str(findings)),
            *(f"-max_total_time={seconds}", f"-max_len={_LONGEST}", f"-dict={WORDS}"),
            # An input that never ends is stopped from outside; shorter ones are timed within.
            *(f"-timeout={6 * PATIENCE}", f"-rss_limit_mb={_MEMORY}"),
            *(f"-artifact_prefix={findings}/", str(corpus), str(SEEDS / form)),
        ],
        check=False,
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
    ).stdout
    runs, covered = _RUNS.search(told), _COVERED.findall(told)
    found = len([each for each in findings.iterdir() if each.suffix != ".txt"])
    if runs is None:
        (findings / "output.txt").write_bytes(told)
        found = max(found, 1)
    executions = f"{int(runs[1]):,} executions" if runs else "stopped early"
    coverage = covered[-1].decode() if covered else "unknown"
    print(f"{form}: {executions}, coverage {coverage}, {found} findings", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
