"""A model of rows and the review it shows; every edit is told to the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from facilitator.domain.delta import Delta
from facilitator.ui.record_model import RecordModel

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review


Model = TypeVar("Model", bound=RecordModel[Any])


class Follower(Generic[Model]):
    def __init__(self, review: Review, model: Model) -> None:
        self.review, self.model = review, model
        self.tester = QAbstractItemModelTester(model)
        self.resets = QSignalSpy(model.modelReset)

    def apply(self, edit: Edit) -> None:
        delta = Delta.between(self.review, edit(self.review))
        self.review = delta.after
        self.model.follow(delta)

    @property
    def rows(self) -> tuple[Any, ...]:
        return tuple(self.model.record_at(row) for row in range(self.model.rowCount()))

    def word(self, row: int, column: int) -> object:
        return self.model.index(row, column).data()
