"""Takes back the import that PySide6 puts in place of the one there was."""

import builtins

import PySide6.QtCore  # noqa: F401 - it is this that replaces it


def use_plain_import() -> None:
    """Import without looking into what is imported.

    PySide6 reads the source of every module that is loaded after it, to find out whether that
    uses one of its features. Ours use none, and SQLModel alone brings hundreds of modules.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
