"""Shows the Stage as a video call does: scaled down, compressed, and scaled up again."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
WIDTH, HEIGHT = 1280, 720
SENT = 960
"""The width that a call sends a picture in."""
NOT_SHARED = ("console.png", "stage-and-console.png")
"""Pictures of what no call shows."""
QUALITY = 40


def main(folder: str) -> int:
    """Write every phase of the sample and the cards as they arrive, and print each path."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from facilitator.ui import tour  # noqa: PLC0415 - the platform is chosen first

    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as sharp:
        tour.run(Path(sharp), width=WIDTH, height=HEIGHT)
        for picture in sorted(Path(sharp).glob("*.png")):
            if picture.name not in NOT_SHARED:
                _as_sent(picture, out)
    return 0


def _as_sent(picture: Path, out: Path) -> None:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - the platform is chosen first
    from PySide6.QtGui import QImage  # noqa: PLC0415 - the same

    smooth = Qt.TransformationMode.SmoothTransformation
    sent = out / f"{picture.stem}.jpg"
    QImage(str(picture)).scaledToWidth(SENT, smooth).save(str(sent), "JPEG", QUALITY)
    seen = out / picture.name
    QImage(str(sent)).scaledToWidth(WIDTH, smooth).save(str(seen))
    sys.stdout.write(f"{seen}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
