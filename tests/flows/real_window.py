"""Plays the draft into the program's own window by xdotool, and takes a picture of every phase.

``DISPLAY=:9 python -m tests.flows.real_window FOLDER`` needs xdotool, a window manager and an X
screen; the library it makes is in the folder too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.flows.warehouse import STEPS

_ROOT = Path(__file__).parents[2]
_PAUSE = 0.12


class Hands:
    """Types like a person does."""

    def __init__(self) -> None:
        found = shutil.which("xdotool")
        if found is None:
            raise SystemExit("xdotool is missing: on Debian, apt-get install xdotool.")
        self._xdotool = found

    def play(self, step: str) -> None:
        """One text or key."""
        if step.startswith("<"):
            self._run("key", step[1:-1])
        else:
            self._run("type", "--delay", "6", "--", step)
        time.sleep(_PAUSE)

    def _run(self, *words: str) -> None:
        subprocess.run([self._xdotool, *words], check=True)


def _grab(program: subprocess.Popen[bytes], folder: Path, name: str) -> None:
    taken = shutil.which("import")
    if taken is not None and program.poll() is None:
        time.sleep(0.5)
        subprocess.run([taken, "-window", "root", str(folder / name)], check=True)


def main(folder: Path, *steps: str) -> int:
    """Play the steps, then export; 0 if the PDF is there."""
    folder.mkdir(parents=True, exist_ok=True)
    homes = {f"XDG_{name}_HOME": str(folder) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    command = [sys.executable, "-m", "facilitator", "--library", str(folder / "library.db")]
    out = folder / "draft.pdf"
    with subprocess.Popen(command, env=os.environ | homes, cwd=_ROOT) as program:
        hands = Hands()
        time.sleep(2.5)
        for number, step in enumerate(steps or STEPS):
            if step.startswith("<ctrl+") and step[6:7].isdigit():
                _grab(program, folder, f"{number:03}.png")
            hands.play(step)
        _grab(program, folder, "last.png")
        for step in ("<ctrl+e>", "<ctrl+a>", str(out), "<Return>"):
            hands.play(step)
        _wait_for(out)
        _grab(program, folder, "exported.png")
        hands.play("<Escape>")
        hands.play("<ctrl+q>")
    return 0 if out.exists() else 1


def _wait_for(path: Path) -> None:
    deadline = time.monotonic() + 30
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
