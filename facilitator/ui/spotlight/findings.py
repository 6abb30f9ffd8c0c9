"""A finding in the spotlight: because of, we found, so we will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from facilitator.ui.findings import wording
from facilitator.ui.findings.headings import BECAUSE, SO
from facilitator.ui.findings.rows import rows_of
from facilitator.ui.flow import Beside, Flow
from facilitator.ui.spotlight.face import SIZES, Face
from facilitator.ui.spotlight.links import Signed, headed, put_actions, put_factors
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from facilitator.domain.records import Review
    from facilitator.ui.findings.rows import Row
    from facilitator.ui.spotlight.links import Sign

_NUMBER, _GUTTER, _UNDER_ABOVE, _LISTS_ABOVE = 64, 64, 16, 44
_RECORDED = "Recorded, not now"


class FindingFace(Face):
    """Next and previous as on the page: those in focus come first."""

    page, words = "findings", "Finding"
    walk_hint = ("← →", "Before, after")
    shown_on = ("findings", "factors", "actions", "addressees", "participants", "names")

    def order(self, review: Review, row_id: str) -> tuple[str, ...]:
        """All findings as on the page."""
        del row_id
        return tuple(row.finding.id for row in rows_of(review))

    def there(self, review: Review, row_id: str) -> bool:
        """Whether there is such a finding."""
        return any(each.id == row_id for each in review.findings)

    def flow(self, row_id: str, width: float, height: float, size: int) -> Flow:
        """Number and words, then what it stands on beside what follows from it."""
        del height
        row, flow = self._row(row_id), Flow(self.theme, width)
        indent = self.theme.px(_NUMBER) if row.number else 0
        words = self._words(row, width - indent, size)
        line, number = self.theme.line(SIZES[size]), self._number(row.number, size)
        flow.put(Signed(words, indent, line, number))
        gutter = self.theme.px(_GUTTER)
        half = (width - indent - gutter) / 2
        lists = Beside((self._because(row, half), self._so(row, half)), gutter)
        flow.put(lists, above=_LISTS_ABOVE, indent=_NUMBER if row.number else 0)
        return flow

    def _words(self, row: Row, width: float, size: int) -> Flow:
        finding, flow = row.finding, Flow(self.theme, width)
        flow.words(self.shown(finding.text), SIZES[size], even=True)
        if not row.number:
            decided = wording.ACCEPTED if wording.is_accepted(finding) else _RECORDED
            reason = self.shown(wording.reason_words(finding)) or wording.NO_REASON
            flow.words(f"{decided}: {reason}", "lead", above=_UNDER_ABOVE)
        flow.words(self.shown(wording.elsewhere_words(row)), "lead", "ink2", above=_UNDER_ABOVE)
        return flow

    def _number(self, number: int, size: int) -> Sign:
        role = SIZES[size]

        def draw(painter: QPainter, left: float, middle: float) -> None:
            line = self.theme.line(role)
            box = QRectF(left, middle - line / 2, self.theme.px(_NUMBER), line)
            Writing(painter, self.theme).line(box, str(number or ""), role)

        return draw

    def _because(self, row: Row, width: float) -> Flow:
        flow = headed(self.theme, width, BECAUSE, "" if row.because else wording.NO_FACTOR)
        put_factors(flow, row.because, self.shown)
        return flow

    def _so(self, row: Row, width: float) -> Flow:
        flow = headed(self.theme, width, SO, "" if row.actions else wording.NO_ACTION)
        put_actions(flow, row.actions, self.shown)
        return flow

    def spoken(self, row_id: str) -> str:
        """As its row."""
        rows = rows_of(self.desk.review, self.shown)
        return wording.spoken(next(row for row in rows if row.finding.id == row_id))

    def _row(self, row_id: str) -> Row:
        return next(row for row in rows_of(self.desk.review) if row.finding.id == row_id)
