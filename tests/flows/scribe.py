"""One of two people on the same review: makes random edits and writes down what each was told.

``python -m tests.flows.scribe LIBRARY REVIEW SEED COUNT`` says ``ready``, waits for a line, makes
so many edits, says ``done``, waits for another line and says what it then holds: JSON, a line each.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.session import ReviewSession
from facilitator.domain.edits import actions, brief, close, factors, findings, meeting, timeline
from facilitator.domain.patch import Patch
from facilitator.domain.phase import Phase
from facilitator.domain.poll import Answer, Asked
from facilitator.domain.records import (
    COLLECTIONS,
    HEADER_FIELDS,
    ActionItem,
    Factor,
    Finding,
    Lesson,
    ParkedIdea,
    TimelineEvent,
)
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import (
    ActionStatus,
    Disposition,
    FactorKind,
    Impact,
    LessonSide,
    Likelihood,
    Marker,
)
from facilitator.store.errors import WriteFailed
from facilitator.store.watch import News, Watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review

START = datetime(2026, 3, 3, 14, tzinfo=UTC)
TODAY = date(2026, 3, 5)
_ASIDE = 0.12
"""So often a step is an undo, or a redo, in the place of an edit."""


class Hand:
    """Thinks of the next edit, as somebody would who sees the review as it is shown."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = name
        self._chance = random.Random(seed)  # noqa: S311 - moments, not secrets
        self._new_id, self._made = Ids(), 0

    def chance(self) -> float:
        """From 0 to 1."""
        return self._chance.random()

    def edit(self, review: Review) -> Edit:
        """An edit on what is shown; the other may have taken away what it is about."""
        makers: tuple[Callable[[Review], Edit | None], ...] = (
            self._event,
            self._event,
            self._factor,
            self._factor,
            self._finding,
            self._action,
            self._note,
        )
        while True:
            found = self._chance.choice(makers)(review)
            if found is not None:
                return found

    def _words(self) -> str:
        self._made += 1
        return f"{self.name} {self._made}"

    def _one(self, rows: tuple[Any, ...]) -> str:
        return str(self._chance.choice(rows).id)

    def _pick(self, *edits: Callable[[], Edit]) -> Edit:
        return self._chance.choice(edits)()

    def _event(self, review: Review) -> Edit | None:
        at = START + timedelta(minutes=self._chance.randrange(600))
        new = TimelineEvent(id=self._new_id(), text=self._words(), at=at)
        if len(review.events) < 5 or self.chance() < 0.5:
            return timeline.add_taking(new)
        event_id = self._one(review.events)
        return self._pick(
            lambda: timeline.change_event(event_id, text=self._words()),
            lambda: timeline.change_event(event_id, at=at),
            lambda: timeline.toggle_star(event_id),
            lambda: timeline.set_marker(event_id, self._chance.choice(list(Marker))),
            lambda: timeline.remove_events(event_id),
        )

    def _factor(self, review: Review) -> Edit | None:
        if not review.factors:
            return None
        factor_id, other = self._one(review.factors), self._one(review.factors)
        new = Factor(id=self._new_id(), parent=factor_id, text=self._words())
        if len(review.factors) < 5 or self.chance() < 0.5:
            return factors.add_factor(new)
        event_id = self._one(review.events) if review.events else "gone"
        return self._pick(
            lambda: factors.change_factor(factor_id, text=self._words()),
            lambda: factors.move_factor(factor_id, other),
            lambda: factors.shift_factor(factor_id, 1),
            lambda: factors.toggle_event(factor_id, event_id),
            lambda: factors.remove_only(factor_id),
        )

    def _finding(self, review: Review) -> Edit | None:
        if len(review.findings) < 4 or self.chance() < 0.4:
            return findings.add_finding(Finding(id=self._new_id(), text=self._words()))
        finding_id = self._one(review.findings)
        factor_id = self._one(review.factors) if review.factors else "gone"
        return self._pick(
            lambda: findings.change_finding(finding_id, text=self._words()),
            lambda: findings.set_focus(finding_id, focus=self.chance() < 0.5),
            lambda: findings.record(finding_id, Disposition.RECORDED, self._words()),
            lambda: findings.toggle_factor(finding_id, factor_id),
            lambda: findings.move_finding(finding_id, self._chance.choice((-1, 1))),
            lambda: findings.remove_finding(finding_id),
        )

    def _action(self, review: Review) -> Edit | None:
        if len(review.actions) < 4 or self.chance() < 0.4:
            return actions.add_action(ActionItem(id=self._new_id(), text=self._words()))
        action_id = self._one(review.actions)
        finding_id = self._one(review.findings) if review.findings else "gone"
        return self._pick(
            lambda: actions.change_action(action_id, text=self._words()),
            lambda: actions.set_status(action_id, ActionStatus.AGREED, TODAY),
            lambda: actions.rate(action_id, Impact.SEVERE, self._chance.choice(list(Likelihood))),
            lambda: actions.toggle_finding(action_id, finding_id),
            lambda: actions.move_action(action_id, self._chance.choice((-1, 1))),
            lambda: actions.remove_action(action_id),
        )

    def _note(self, review: Review) -> Edit | None:
        side = self._chance.choice(list(LessonSide))
        idea = self._one(review.parking) if review.parking else "gone"
        return self._pick(
            lambda: brief.set_field("summary", self._words()),
            lambda: brief.set_field("title", self._words()),
            lambda: meeting.set_note(self._chance.choice(list(Phase)), self._words()),
            lambda: meeting.count_hands(Asked.LEARNED, self._chance.choice(list(Answer)), 1),
            lambda: close.add_lesson(Lesson(id=self._new_id(), side=side, text=self._words())),
            lambda: close.park(ParkedIdea(id=self._new_id(), text=self._words())),
            lambda: close.unpark(idea),
        )


def effect() -> Factor:
    """The root that a review begins with."""
    return Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="It stopped")


def stamps(review: Review) -> dict[str, str]:
    """A short mark of every row and header field, to compare reviews by."""
    found = {name: stamp(getattr(review, name)) for name in HEADER_FIELDS}
    for name in COLLECTIONS:
        found |= {f"{name}:{row.id}": stamp(row) for row in getattr(review, name)}
    return found


def stamp(value: Any) -> str:
    """A short mark of a value."""
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]


def changes(delta: Delta) -> list[tuple[str, str | None, str | None]]:
    """What an edit did: the mark of each row or field before and after; None for no row."""
    return [
        (
            each.name if each.row_id is None else f"{each.name}:{each.row_id}",
            None if each.was is None and each.row_id else stamp(each.was),
            None if each.now is None and each.row_id else stamp(each.now),
        )
        for each in Patch.of(delta).changes
    ]


def work(session: ReviewSession, watcher: Watch, hand: Hand, count: int) -> None:
    """Make so many edits, looking now and then at what the other did, as the window does."""
    for number in range(count):
        if hand.chance() < 0.5 and watcher.news(session.review.revision) is News.NEWER:
            session.refresh()
        aside = hand.chance()
        begun = time.perf_counter()
        told: dict[str, Any] = {"number": number, "told": "saved"}
        try:
            if aside < _ASIDE:
                delta = session.undo() if aside < _ASIDE * 2 / 3 else session.redo()
            else:
                delta = session.apply(hand.name, hand.edit(session.review))
        except RuleViolation as refusal:
            told |= {"told": "refused", "words": refusal.reason}
        except WriteFailed as failure:
            told |= {"told": "failed", "words": failure.sentence}
        else:
            nothing = delta is None or not delta
            told |= {"told": "nothing"} if nothing else {"changes": changes(delta)}  # type: ignore[arg-type]
            told["revision"] = session.review.revision
        say(told | {"seconds": time.perf_counter() - begun})


def say(message: dict[str, Any]) -> None:
    """Tell whoever has started this."""
    print(json.dumps(message), flush=True)


def main(library: str, review_id: str, seed: int, count: int) -> int:
    """Work on a review of a library."""
    paths = Paths.find(library)
    opening = Opening(paths, utc_now, Ids())
    review = opening.library().load(review_id)
    session = ReviewSession(review, opening.store, utc_now)
    watcher = Watch(Path(library), review_id)
    say({"ready": review.revision})
    sys.stdin.readline()
    work(session, watcher, Hand(f"scribe {seed}", seed), count)
    say({"done": session.review.revision})
    sys.stdin.readline()
    session.refresh()
    say({"holds": stamps(session.review), "revision": session.review.revision})
    watcher.close()
    opening.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
