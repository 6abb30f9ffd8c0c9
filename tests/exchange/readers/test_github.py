"""GitHub's deployments, releases and workflow runs."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.domain.words import EventKind
from facilitator.exchange.readers.system import github
from tests.exchange.readers.damage import damaged, material, only_refused, read, readers_of

SHA = "0f3c2d1" + "a" * 33
API = "https://api.github.example/repos/acme/orders"


def status(number: int, state: str, at: str) -> dict[str, Any]:
    return {
        "url": f"{API}/deployments/1/statuses/{number}",
        "id": number,
        "state": state,
        "creator": {"login": "deploy[bot]", "type": "Bot"},
        "description": "",
        "target_url": "https://ci.example/run/7?key=1",
        "created_at": at,
        "deployment_url": f"{API}/deployments/1",
    }


DEPLOYMENT = {
    "url": f"{API}/deployments/1",
    "id": 1,
    "sha": SHA,
    "ref": "main",
    "task": "deploy",
    "environment": "production",
    "description": "Pool of 40",
    "creator": {"login": "sam", "type": "User"},
    "created_at": "2026-03-04T14:03:22Z",
    "statuses_url": f"{API}/deployments/1/statuses",
    "repository_url": API,
}
DEPLOYMENTS = [
    DEPLOYMENT
    | {
        "statuses": [
            status(13, "inactive", "2026-03-04T15:00:00Z"),
            status(12, "failure", "2026-03-04T14:05:00Z"),
            status(11, "queued", "2026-03-04T14:03:30Z"),
        ]
    }
]
EVENT = {
    "action": "created",
    "deployment_status": status(12, "failure", "2026-03-04T14:05:00Z"),
    "deployment": DEPLOYMENT,
    "repository": {"full_name": "acme/orders"},
}
RELEASES = [
    {
        "url": f"{API}/releases/2",
        "html_url": "https://github.example/acme/orders/releases/tag/v2.1",
        "id": 2,
        "author": {"login": "sam"},
        "tag_name": "v2.1",
        "name": "Larger pool",
        "draft": False,
        "created_at": "2026-03-01T09:00:00Z",
        "published_at": "2026-03-04T13:58:00Z",
    },
    {"id": 3, "tag_name": "v2.2", "name": "Not yet", "draft": True, "published_at": None},
]
RUNS = {
    "total_count": 2,
    "workflow_runs": [
        {
            "id": 31,
            "name": "Deploy",
            "display_title": "Raise the pool",
            "head_branch": "main",
            "run_number": 42,
            "status": "completed",
            "conclusion": "timed_out",
            "html_url": "https://github.example/acme/orders/actions/runs/31",
            "created_at": "2026-03-04T13:59:00Z",
            "run_started_at": "2026-03-04T14:00:00Z",
            "updated_at": "2026-03-04T14:02:30Z",
            "actor": {"login": "sam"},
            "repository": {"full_name": "acme/orders"},
        },
        {
            "id": 32,
            "name": "Lint",
            "run_number": 1,
            "status": "completed",
            "conclusion": "skipped",
            "created_at": "2026-03-04T13:59:30Z",
        },
    ],
}
LISTED = [
    {
        "conclusion": "success",
        "createdAt": "2026-03-04T13:59:00Z",
        "databaseId": 31,
        "displayTitle": "Raise the pool",
        "headBranch": "main",
        "startedAt": "2026-03-04T14:00:00Z",
        "status": "completed",
        "updatedAt": "2026-03-04T14:02:30Z",
        "url": "https://github.example/acme/orders/actions/runs/31",
        "workflowName": "Deploy",
    }
]


def test_a_deployment_and_how_it_went() -> None:
    found = read(github.READER, DEPLOYMENTS).entries
    assert [each.text for each in found] == [
        "Deployment of main (0f3c2d1) to production is requested: Pool of 40",
        "Deployment of main (0f3c2d1) to production: queued",
        "Deployment of main (0f3c2d1) to production: failure",
        "Deployment of main (0f3c2d1) to production: inactive",
    ]
    assert [bool(each.noise) for each in found] == [False, True, False, True]
    assert {each.kind for each in found} == {EventKind.CHANGE}
    assert {each.lane for each in found} == {"acme/orders"}
    assert [each.author for each in found] == ["sam", "", "", ""]
    assert found[2].stamp.at == datetime(2026, 3, 4, 14, 5, tzinfo=UTC)
    assert found[2].link == "https://ci.example/run/7"
    assert found[2].key == "status 12"


def test_an_event_of_a_deployment() -> None:
    (found,) = read(github.READER, EVENT).entries
    assert found.text == "Deployment of main (0f3c2d1) to production: failure"
    assert found.lane == "acme/orders"


def test_releases_that_were_published() -> None:
    found = read(github.READER, RELEASES)
    (release,) = found.entries
    assert release.text == "Release v2.1: Larger pool is published"
    assert release.stamp.at == datetime(2026, 3, 4, 13, 58, tzinfo=UTC)
    assert release.link == "https://github.example/acme/orders/releases/tag/v2.1"
    assert [(each.where, each.why) for each in found.left] == [
        ("[1]", "This release is a draft: it was not published.")
    ]


@pytest.mark.parametrize("runs", [RUNS, LISTED])
def test_workflow_runs_last(runs: Any) -> None:
    run = read(github.READER, runs).entries[-1]
    assert run.text.startswith("Deploy")
    assert run.text.endswith(" (Raise the pool)")
    assert run.stamp.at == datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
    assert run.end is not None
    assert run.end.at == datetime(2026, 3, 4, 14, 2, 30, tzinfo=UTC)
    assert (run.key, run.lane) == ("run 31", "acme/orders")


def test_a_run_says_its_number_and_how_it_ended() -> None:
    lint, deploy = read(github.READER, RUNS).entries
    assert deploy.text == "Deploy #42 on main: timed out (Raise the pool)"
    assert lint.noise == "It did not run."


def test_pages_one_behind_the_other() -> None:
    text = json.dumps(RELEASES[:1]) + json.dumps([RELEASES[0] | {"id": 9, "tag_name": "v3"}])
    assert len(github.READER.read(material(text)).entries) == 2


@pytest.mark.parametrize("sample", [DEPLOYMENTS, EVENT, RELEASES, RUNS, LISTED])
def test_it_is_known_for_what_it_is(sample: Any) -> None:
    assert readers_of(sample) == ["github"]


@settings(max_examples=150, deadline=None)
@given(damaged([*DEPLOYMENTS, EVENT, *RELEASES, RUNS, *LISTED]))
def test_nothing_but_refused(sample: Any) -> None:
    only_refused(github.READER, sample)
