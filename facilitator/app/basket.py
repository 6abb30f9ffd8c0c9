"""All that is imported in one go: read file by file, settled together, taken over as one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from facilitator.app.gathering import form_of_ours
from facilitator.app.importing import Intake, edit_of, look, new_reviews, place
from facilitator.app.reading import Refused, read_file
from facilitator.exchange.merge import merge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from facilitator.app.gathering import Found
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review
    from facilitator.exchange.readers.asking import Asked

    NewId = Callable[[], str]


_AGAIN = "-"
"""Stands between the name of a document and its number, if it came in again."""


@dataclass(slots=True)
class Taken:
    """One file and what it holds: a source, a review of ours, or ``why`` it is neither.

    ``wanted`` is whether it is taken over, ``review_id`` what review it is in then; ``answers``
    are those that were given for this file alone. What lay in a folder is a matter ``apart`` from
    the files beside it; ``there`` tells that the library holds the review already.
    """

    name: str
    intake: Intake | None = None
    review: Review | None = None
    why: str = ""
    wanted: bool = True
    review_id: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    apart: bool = False
    there: bool = False

    @property
    def usable(self) -> bool:
        """Whether there is anything to take over."""
        return self.intake is not None or self.review is not None


@dataclass(slots=True)
class Basket:
    """Files that were read, and the answers that hold for all of them."""

    taken: list[Taken] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)

    def read(self, found: Found, form: str | None, new_id: NewId, *, alone: bool) -> None:
        """Read one file; Refused, naming it, if it is ``alone`` and cannot be read.

        One of several in a folder is only told.
        """
        self.taken.append(read_one(found, form, new_id, alone=alone))

    def know(self, ids: Iterable[str]) -> None:
        """Leave out the documents that the library, with reviews of these ids, has already."""
        known = {each.partition(_AGAIN)[0]: each for each in ids}
        for each in self.taken:
            if each.intake is not None and (there := known.get(each.intake.name)):
                each.there, each.wanted, each.review_id = True, False, there

    def number(self, trashed: Iterable[str]) -> None:
        """Name a document anew, with a number, that lies in the trash of the library.

        It shall come in as it is read now, and be known when it comes once more.
        """
        gone = set(trashed)
        for each in self.taken:
            if each.intake is not None and each.intake.name in gone:
                name, numbers = each.intake.name, count(2)
                each.intake.name = next(
                    told for n in numbers if (told := f"{name}{_AGAIN}{n}") not in gone
                )

    def intakes(self) -> list[Intake]:
        """The sources that are wanted."""
        return [each.intake for each in self.taken if each.intake is not None and each.wanted]

    def settle(self, answers: Mapping[str, str], review: Review | None) -> None:
        """Place everything in time, and see what a review has already."""
        self.answers = dict(answers)
        for each in self.taken:
            if each.intake is not None and each.wanted:
                place(each.intake, {**answers, **each.answers}, review)

    def asked(self) -> list[tuple[Taken, Asked]]:
        """The open questions with the first file that asks; each once."""
        found: dict[str, tuple[Taken, Asked]] = {}
        for each in self.taken:
            for question in each.intake.asked if each.intake and each.wanted else ():
                if question.id in found:
                    file, first = found[question.id]
                    together = replace(first, count=first.count + question.count)
                    found[question.id] = file, together
                else:
                    found[question.id] = each, question
        return list(found.values())

    def asking(self, question_id: str) -> int:
        """How many files ask this."""
        intakes = self.intakes()
        return sum(any(q.id == question_id for q in intake.asked) for intake in intakes)

    def edit(self, new_id: NewId) -> Edit:
        """The one edit on a review."""
        others = [each.review for each in self.taken if each.review is not None and each.wanted]
        intakes = self.intakes()

        def edit(review: Review) -> Review:
            for other in others:
                review, _ = merge(review, other, new_id)
            return edit_of(intakes, new_id)(review)

        return edit

    def reviews(self, new_id: NewId, time_zone: str) -> list[Review]:
        """New reviews, one for each post-mortem and one for what was said meanwhile."""
        wanted = [each for each in self.taken if each.usable and each.wanted]
        made: dict[int, Review] = {}
        for several in self._matters():
            made |= new_reviews(several, new_id, time_zone)
        found: dict[str, Review] = {}
        for each in wanted:
            review = each.review or made[id(each.intake)]
            each.review_id = review.id
            found[review.id] = review
        return list(found.values())

    def _matters(self) -> list[list[Intake]]:
        """The sources that are given together, and each of those in a folder for itself."""
        wanted = [each for each in self.taken if each.intake is not None and each.wanted]
        together = [each.intake for each in wanted if each.intake and not each.apart]
        return [together, *([each.intake] for each in wanted if each.intake and each.apart)]

    def renamed(self, ids: Mapping[str, str]) -> None:
        """Reviews got these ids in the library in place of their own."""
        for each in self.taken:
            each.review_id = ids.get(each.review_id, each.review_id)


def read_one(found: Found, form: str | None, new_id: NewId, *, alone: bool) -> Taken:
    """One file, read; see ``Basket.read``."""
    if found.why:
        return Taken(found.name, why=found.why)
    try:
        ours = form_of_ours(found.source) if found.source and form is None else None
        if found.source and ours:
            return Taken(found.name, review=read_file(found.source, ours, new_id))
        intake = look(found.material(), form)
    except Refused as problem:
        if alone:
            raise Refused("", f"{found.path}: {problem}") from None
        return Taken(found.name, why=str(problem))
    finally:
        if found.source:
            found.source.forget()
    return Taken(found.name, intake=intake, apart=not alone)
