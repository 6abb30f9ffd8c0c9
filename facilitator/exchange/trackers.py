"""The actions as CSV in the shapes that trackers import: one row an issue, with our id in it."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from facilitator.coach.wording import LABEL_WORDS
from facilitator.domain.priority import priority
from facilitator.domain.words import ActionStatus, Priority
from facilitator.exchange.actions_csv import guarded

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import ActionItem, Review

    Row = dict[str, str]

MARK = "facilitator:"
"""Before an action's id, wherever a tracker has no column of its own for it."""
_LABEL = "incident-review"
_LEFT_OUT = frozenset({ActionStatus.CANCELLED})
_JIRA = dict(zip(Priority, ("Highest", "High", "Medium", "Low"), strict=True))
_LINEAR = dict(zip(Priority, ("Urgent", "High", "Medium", "Low"), strict=True))
_AZURE = dict(zip(Priority, "1234", strict=True))


def write_tracker_csv(review: Review, shape: str) -> bytes:
    """UTF-8 with the headings that this tracker's importer knows; cancelled actions are left out.

    Shapes are those of the trackers' own documentation: Jira wants headings without punctuation and
    a Summary; GitLab ``title`` and ``description`` first, then ``due_date``, and quick actions for
    all else; Azure a work item type and an empty ID. GitHub has no importer of its own: the
    columns are those of the usual scripts and of its API.
    """
    make = _SHAPES[shape]
    rows = [make(each, review) for each in review.actions if each.status not in _LEFT_OUT]
    target = StringIO()
    writer = csv.DictWriter(target, _HEADINGS[shape])
    writer.writeheader()
    for row in rows:
        writer.writerow({column: guarded(cell) for column, cell in row.items()})
    return target.getvalue().encode("utf-8", "replace")


def _jira(action: ActionItem, review: Review) -> Row:
    return {
        "Summary": action.text,
        "Issue Type": "Task",
        "Description": _description(action, review),
        "Priority": _rated(action, _JIRA),
        "Due Date": _day(action),
        "Assignee": action.owner,
        "Labels": _LABEL,
        "External issue ID": action.id,
    }


def _github(action: ActionItem, review: Review) -> Row:
    labels = [_LABEL, *filter(None, (_rated(action, None),))]
    return {
        "title": action.text,
        "body": _description(action, review),
        "labels": ",".join(labels),
        "assignees": action.owner.removeprefix("@"),
        "milestone": "",
        "due": _day(action),
    }


def _gitlab(action: ActionItem, review: Review) -> Row:
    quick = [f'/label ~"{_LABEL}"']
    if action.owner.startswith("@"):
        quick.append(f"/assign {action.owner}")
    return {
        "title": action.text,
        "description": "\n".join([_description(action, review), "", *quick]),
        "due_date": _day(action),
    }


def _linear(action: ActionItem, review: Review) -> Row:
    return {
        "Title": action.text,
        "Description": _description(action, review),
        "Priority": _rated(action, _LINEAR) or "No priority",
        "Status": "Backlog",
        "Assignee": action.owner,
        "Labels": _LABEL,
        "Due Date": _day(action),
    }


def _azure(action: ActionItem, review: Review) -> Row:
    return {
        "ID": "",
        "Work Item Type": "Issue",
        "Title": action.text,
        "Description": _description(action, review),
        "Priority": _rated(action, _AZURE),
        "Assigned To": action.owner,
        "Tags": _LABEL,
        "Due Date": _day(action),
    }


_SHAPES: dict[str, Callable[[ActionItem, Review], Row]] = {
    "jira": _jira,
    "github": _github,
    "gitlab": _gitlab,
    "linear": _linear,
    "azure": _azure,
}
SHAPES = tuple(_SHAPES)
"""The trackers whose shapes are known."""
_HEADINGS = {
    "jira": (
        *("Summary", "Issue Type", "Description", "Priority", "Due Date", "Assignee", "Labels"),
        "External issue ID",
    ),
    "github": ("title", "body", "labels", "assignees", "milestone", "due"),
    "gitlab": ("title", "description", "due_date"),
    "linear": ("Title", "Description", "Priority", "Status", "Assignee", "Labels", "Due Date"),
    "azure": (
        *("ID", "Work Item Type", "Title", "Description", "Priority", "Assigned To", "Tags"),
        "Due Date",
    ),
}


def _description(action: ActionItem, review: Review) -> str:
    """Where it comes from, why it lasts, and our id."""
    findings = {each.id: each.text for each in review.findings}
    lasting = LABEL_WORDS[action.durability] if action.durability else ""
    lines = (
        f"From the incident review: {_named(review)}",
        *(f"Because: {findings[each]}" for each in action.findings if each in findings),
        f"How lasting: {lasting}" if lasting else "",
        f"Why: {action.call_reason}" if action.call_reason else "",
        f"{MARK}{action.id}",
    )
    return "\n".join(filter(None, lines))


def _named(review: Review) -> str:
    return ", ".join(filter(None, (review.incident, review.title or "Incident review")))


def _rated(action: ActionItem, words: dict[Priority, str] | None) -> str:
    found = priority(action)
    if found is None:
        return ""
    return found.value if words is None else words[found]


def _day(action: ActionItem) -> str:
    return action.due.isoformat() if action.due else ""
