"""What can go wrong with a library, each told in one plain sentence."""

from __future__ import annotations

from enum import StrEnum


class Trouble(StrEnum):
    """Why a library cannot be used."""

    ABSENT = "absent"
    EMPTY = "empty"
    FOREIGN = "foreign"
    OLDER = "older"
    NEWER = "newer"
    DAMAGED = "damaged"
    LOCKED = "locked"
    UNWRITABLE = "unwritable"
    FULL = "full"


class LibraryUnusable(Exception):
    """The library cannot be used: ``kind`` says why for machines, ``sentence`` for people."""

    def __init__(self, kind: Trouble, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.sentence = sentence


class WriteFailed(Exception):
    """An edit was not written and nothing was changed; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class StaleRevision(Exception):
    """The stored review is newer than the one the edit was made on; its id, if several were."""

    def __init__(self, review_id: str = "") -> None:
        super().__init__(review_id)
        self.review_id = review_id


class NotFound(Exception):
    """No review, or more than one, is what was asked for; ``sentence`` says which."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
