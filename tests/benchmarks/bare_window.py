"""The floor of starting: a bare window with a line to type in, which prints when and how large."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow


class _Window(QMainWindow):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, _told)


def _told() -> None:
    print("frame", time.monotonic(), flush=True)
    QTimer.singleShot(1000, _leave)


def _leave() -> None:
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - nothing imported
        resident = next(line for line in status if line.startswith("VmRSS"))
    print("memory", resident.split()[1], flush=True)
    application.quit()


application = QApplication(sys.argv)
window = _Window()
window.setCentralWidget(QLineEdit("Facilitator"))
room = application.primaryScreen().availableSize()
if room.width() > 1600 and room.height() > 1040:  # As our window does.
    window.resize(1600, 1000)
    window.show()
else:
    window.showMaximized()
application.exec()
