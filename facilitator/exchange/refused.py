"""The one error that reading somebody's file may raise."""

from __future__ import annotations


class Refused(Exception):
    """A file was refused: ``where`` is the path of the value, ``sentence`` says what is wrong."""

    def __init__(self, where: str, sentence: str) -> None:
        super().__init__(f"{where}: {sentence}" if where else sentence)
        self.where = where
        self.sentence = sentence
