"""Checks that the system libraries Qt needs are there, and installs them where it may.

``system_libs.py offscreen`` is enough for tests and pictures; ``system_libs.py screen`` is for
windows on the screen that the environment names. As root on Debian the missing packages are
installed; otherwise one sentence names them and the exit status is 1.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

# The file that the loader looks for, and the Debian package that brings it.
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def needed(kind: str, environment: Mapping[str, str]) -> dict[str, str]:
    """The libraries for this kind of run, each with its package."""
    wanted = dict(OFFSCREEN)
    if kind == "screen" and environment.get("DISPLAY"):
        wanted |= X11
    if kind == "screen" and environment.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND
    return wanted


def loads(library: str) -> bool:
    """Whether the dynamic loader finds the library and all that it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(wanted: Mapping[str, str]) -> list[str]:
    """The packages of the libraries that do not load."""
    return [package for library, package in wanted.items() if not loads(library)]


def may_install() -> bool:
    """Whether this is Debian, or a child of it, and we are root."""
    return os.geteuid() == 0 and Path("/etc/debian_version").exists()


def install(packages: Sequence[str]) -> None:
    """Install Debian packages; the caller looks afterwards whether that helped."""
    apt = shutil.which("apt-get") or "apt-get"
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = [apt, "install", "--yes", "--no-install-recommends", "-qq", *packages]
    print("Installing", *packages, flush=True)
    subprocess.run([apt, "update", "-qq"], check=False, env=environment)
    subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)


def main(arguments: Sequence[str]) -> int:
    """Check, install if we may, and say what is still missing."""
    kind = arguments[0] if arguments else "screen"
    if kind not in ("offscreen", "screen"):
        print("usage: system_libs.py offscreen|screen", file=sys.stderr)
        return 2
    if not sys.platform.startswith("linux"):
        return 0  # Elsewhere everything comes with PySide6.
    wanted = needed(kind, os.environ)
    packages = missing(wanted)
    if packages and may_install():
        install(packages)
        packages = missing(wanted)
    if packages:
        names = " ".join(packages)
        print(
            f"Qt needs system libraries that are missing: install them, on Debian with "
            f"'apt-get install {names}'.",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
