"""GitHub: deployments and how they went, releases, and workflow runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from facilitator.domain.words import EventKind
from facilitator.exchange.readers.fields import NAME_LIMIT, line_of, name_of, object_of, rows_of
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading
from facilitator.exchange.readers.system.gathering import Item, below, plain_link, reading, time_of
from facilitator.exchange.readers.system.json_objects import list_below, looks_like_json, objects_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

    Object = dict[str, Any]

_OWN = re.compile(
    r"\"workflow_runs\"|\"workflow_run\"\s*:\s*\{|\"run_started_at\"|\"workflowName\"\s*:"
    r"|\"deployment_status\"\s*:\s*\{|\"deployment_url\"\s*:|\"statuses_url\"[^{}]*/deployments/"
    r"|\"(?:upload_url|html_url)\"\s*:\s*\"https://[^\"]*/releases/|\"tagName\"\s*:"
)
_REPOSITORY = re.compile(r"https?://[^/]+/(?:api/v3/)?(?:repos/)?([\w.-]+/[\w.-]+)/")
_WAITING = frozenset({"queued", "pending", "waiting", "requested"})
_WAITS = "It only waits for its turn."
_REPLACED = "A later deployment took its place."
_NOT_RUN = "It did not run."
_UNPUBLISHED = "This release is a draft: it was not published."
_STRANGE = "This is no deployment, release or workflow run."
_SHA = re.compile(r"[0-9a-f]{40}")


def _fits(material: Material) -> bool:
    head = material.head
    return looks_like_json(head) and bool(_OWN.search(head))


def _read(material: Material) -> Reading:
    left: list[Left] = []
    found = (
        Item("", entry._replace(kind=EventKind.CHANGE))
        for where, body in objects_in(material, left)
        for entry in _entries(body, where, left)
    )
    return reading(READER.form, "GitHub", material, found, left)


def _entries(body: Object, where: str, left: list[Left]) -> Iterator[Entry]:
    """A page of workflow runs, an event that tells of one thing, or the thing itself."""
    if "workflow_runs" in body:
        for path, each in list_below(body, "workflow_runs", where, left):
            yield from _thing(each, path, left)
        return
    for name in ("deployment_status", "workflow_run", "release", "deployment"):
        inner = body.get(name)
        if isinstance(inner, dict):
            known: Object = {key: body[key] for key in ("deployment", "repository") if key in body}
            yield from _thing(known | inner, below(where, name), left)
            return
    yield from _thing(body, where, left)


def _thing(body: Object, where: str, left: list[Left]) -> Iterator[Entry]:
    if any(name in body for name in ("run_started_at", "run_number", "workflowName")):
        yield _run(body, where)
    elif "tag_name" in body or "tagName" in body:
        if body.get("draft") is True or body.get("isDraft") is True:
            left.append(Left(where, _UNPUBLISHED))
        else:
            yield _release(body, where)
    elif "state" in body and ("deployment" in body or "deployment_url" in body):
        yield _status(body, where, object_of(body, "deployment"))
    elif "environment" in body or "statuses_url" in body:
        yield from _deployment(body, where, left)
    else:
        left.append(Left(where, _STRANGE))


def _deployment(body: Object, where: str, left: list[Left]) -> Iterator[Entry]:
    said = line_of(body, "description")
    yield Entry(
        where,
        time_of(body, "created_at", "createdAt"),
        f"{_deployed(body)} is requested{f': {said}' if said else ''}",
        key=_key("deployment", body),
        author=_login(body, "creator"),
        lane=_repository(body),
        why="GitHub lists a deployment.",
    )
    for path, each in rows_of(body.get("statuses"), below(where, "statuses"), left):
        yield _status(each, path, body)


def _status(body: Object, where: str, deployment: Object) -> Entry:
    state, said = line_of(body, "state").lower(), line_of(body, "description")
    known = deployment or body
    link = plain_link(line_of(body, "log_url") or line_of(body, "target_url"))
    noise = _REPLACED if state == "inactive" else _WAITS if state in _WAITING else ""
    return Entry(
        where,
        time_of(body, "created_at", "createdAt"),
        f"{_deployed(known)}: {_spaced(state) or 'no state'}{f' ({said})' if said else ''}",
        key=_key("status", body),
        author=_login(body, "creator"),
        lane=_repository(body) or _repository(known),
        link=link,
        why="GitHub tells how a deployment went.",
        noise=noise,
    )


def _deployed(deployment: Object) -> str:
    """``Deployment of main (0f3c2d1) to production``, as far as that is known."""
    ref, sha = name_of(deployment, "ref"), name_of(deployment, "sha")
    what = _short(ref) or _short(sha)
    commit = f" ({_short(sha)})" if ref and sha and ref != sha else ""
    to = name_of(deployment, "environment")
    return f"Deployment{f' of {what}{commit}' if what else ''}{f' to {to}' if to else ''}"


def _release(body: Object, where: str) -> Entry:
    tag = line_of(body, "tag_name") or line_of(body, "tagName")
    name = line_of(body, "name")
    named = f"{tag}: {name}" if name and name != tag else tag
    return Entry(
        where,
        time_of(body, "published_at", "publishedAt"),
        f"Release {named} is published",
        key=_key("release", body, tag),
        author=_login(body, "author"),
        lane=_repository(body),
        link=plain_link(line_of(body, "html_url") or line_of(body, "url")),
        why="GitHub lists a release.",
    )


def _run(body: Object, where: str) -> Entry:
    """A run ends when it was last touched, if it is done."""
    done = line_of(body, "status") == "completed"
    outcome = line_of(body, "conclusion") or line_of(body, "status")
    start = time_of(body, "run_started_at", "startedAt", "created_at", "createdAt")
    end = time_of(body, "updated_at", "updatedAt") if done else None
    noise = _NOT_RUN if outcome in {"skipped", "cancelled", "stale"} else ""
    return Entry(
        where,
        start,
        _ran(body, _spaced(outcome)),
        key=_key("run", body),
        end=end if end and end.at else None,
        author=_login(body, "triggering_actor") or _login(body, "actor"),
        lane=_repository(body),
        link=plain_link(line_of(body, "html_url") or line_of(body, "url")),
        why="GitHub lists a workflow run.",
        noise=noise or (_WAITS if outcome in _WAITING else ""),
    )


def _ran(body: Object, outcome: str) -> str:
    """``Deploy #42 on main: success (Raise the pool size)``."""
    name = line_of(body, "workflowName") or line_of(body, "name") or "Workflow"
    number = line_of(body, "run_number") or line_of(body, "number")
    branch = line_of(body, "head_branch") or line_of(body, "headBranch")
    title = line_of(body, "display_title") or line_of(body, "displayTitle")
    head = f"{name}{f' #{number}' if number else ''}{f' on {branch}' if branch else ''}"
    return f"{head}{f': {outcome}' if outcome else ''}{f' ({title})' if title else ''}"


def _key(what: str, body: Object, spare: str = "") -> str:
    number = line_of(body, "id") or line_of(body, "databaseId") or spare
    return f"{what} {number}" if number else ""


def _login(body: Object, name: str) -> str:
    """Who did it; applications do it for somebody else."""
    who = object_of(body, name)
    login = line_of(who, "login")
    return "" if line_of(who, "type") == "Bot" or login.endswith("[bot]") else login


def _repository(body: Object) -> str:
    named = name_of(object_of(body, "repository"), "full_name")
    links = (line_of(body, name) for name in ("repository_url", "html_url", "url"))
    found = next(filter(None, (_REPOSITORY.match(f"{link}/") for link in links)), None)
    return named or (found[1][:NAME_LIMIT] if found else "")


def _short(name: str) -> str:
    return name[:7] if _SHA.fullmatch(name) else name.removeprefix("refs/heads/")


def _spaced(word: str) -> str:
    return word.replace("_", " ")


READER = Reader("github", "deployments, releases or runs from GitHub", _fits, _read)
