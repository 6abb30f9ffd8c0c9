"""Names in print: roles for everybody but owners, as the review says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.words import NameUse
from tests.named_review import OWNER, REVIEW
from tests.report.printed import reader, solid, solid_text

if TYPE_CHECKING:
    from tests.report.printed import Printer


def test_the_pdf_shows_roles_but_for_owners(printer: Printer) -> None:
    data = printer(REVIEW)
    told = solid_text(data)
    assert "Priya" not in told
    assert "Raman" not in told
    assert "Theon-callengineerrestartedit" in told
    assert solid(OWNER) in told
    information = reader(data).metadata
    assert information is not None
    assert information.title == "The on-call engineer's deploy"


def test_the_pdf_shows_names_if_the_review_says_so(printer: Printer) -> None:
    told = solid_text(printer(replace(REVIEW, names=NameUse.NAMES)))
    assert "Priyarestartedit" in told
    assert "Namesareshown." in told
    assert "Peopleappearbyrole" not in told
    assert "nobodyelseis" not in told
