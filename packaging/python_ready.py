"""Says in one sentence what this Python lacks to make the environment; silent if it lacks nothing.

It must run on any Python 3, so that an old one can say that it is too old.
"""

import importlib.util
import sys


def lack():
    """The sentence, or an empty one."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this is the place that finds the old one
        return (
            "Facilitator needs Python 3.11 or later and this one is {}.{}: name another, "
            "as in 'make PYTHON=python3.12'.".format(*sys.version_info)
        )
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        return (
            "This Python cannot make virtual environments: install venv, "
            "on Debian with 'apt-get install python3-venv', then run make again."
        )
    return ""


if __name__ == "__main__":
    sys.exit(lack() or 0)
