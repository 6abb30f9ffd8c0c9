"""What reads like a host, an address, a key or a ticket is found; what only looks so is not."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.residue_shapes import Sort, hits


def found(text: str) -> list[tuple[str, Sort]]:
    return [(text[hit.start : hit.end], hit.sort) for hit in hits(text)]


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [
        ("db-prod-03 was full", "db-prod-03", Sort.HOST),
        ("pod api-7d9f8b6c5-x2x9z died", "api-7d9f8b6c5-x2x9z", Sort.HOST),
        ("on ledger.prod.internal.", "ledger.prod.internal", Sort.HOST),
        ("srv0123, then", "srv0123", Sort.HOST),
        ("see https://wiki.corp/x?y=1.", "https://wiki.corp/x?y=1", Sort.LINK),
        ("jdbc:postgresql://db:5432/x fails", "jdbc:postgresql://db:5432/x", Sort.LINK),
        ("mail maria.k@acme.io!", "maria.k@acme.io", Sort.EMAIL),
        ("ask @maria", "@maria", Sort.NAME),
        ("10.0.3.17:5432 hangs", "10.0.3.17:5432", Sort.ADDRESS),
        ("from 2001:db8::ff00:42:8329", "2001:db8::ff00:42:8329", Sort.ADDRESS),
        ("at fe80::1 too", "fe80::1", Sort.ADDRESS),
        ("the password is hunter2!", "password is hunter2!", Sort.TOKEN),
        ("key AKIAIOSFODNN7EXAMPLE leaked", "AKIAIOSFODNN7EXAMPLE", Sort.TOKEN),
        ("ghp_abcdef123456", "ghp_abcdef123456", Sort.TOKEN),
        ("deploy 4f2a9c1e went out", "4f2a9c1e", Sort.TOKEN),
        ("IBAN DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00", Sort.ACCOUNT),
        ("account 12345678 twice", "12345678", Sort.ACCOUNT),
        ("4111 1111 1111 1111, again", "4111 1111 1111 1111", Sort.ACCOUNT),
        ("call +44 20 7946 0958", "+44 20 7946 0958", Sort.ACCOUNT),
        ("as PAY-123 says", "PAY-123", Sort.TICKET),
        ("(#4711)", "#4711", Sort.TICKET),
        ("/home/maria/.ssh/id_rsa", "/home/maria/.ssh/id_rsa", Sort.PATH),
        ("in ~/.ssh", "~/.ssh", Sort.PATH),
        ("in ~maria/x", "~maria/x", Sort.PATH),
        ("SSN 078-05-1120 leaked", "078-05-1120", Sort.ACCOUNT),
        ("call (415) 555-0132 or so", "(415) 555-0132", Sort.ACCOUNT),
        ("tax no 12-3456789", "12-3456789", Sort.ACCOUNT),
        ("born on 1984-07-03", "born on 1984-07-03", Sort.ACCOUNT),
        ("with user=bob, then", "user=bob", Sort.ACCOUNT),
        ("login: tjansen from there", "login: tjansen", Sort.ACCOUNT),
        ("Accepted publickey for kbrandt from", "publickey for kbrandt", Sort.ACCOUNT),
        ("customer_id=C-88213-X failed", "customer_id=C-88213-X", Sort.ACCOUNT),
        ("as HUBCORP\\kbrandt", "HUBCORP\\kbrandt", Sort.ACCOUNT),
        ("ssh kbrandt@db-prod-03 hung", "kbrandt@db-prod-03", Sort.ACCOUNT),
        ("git@hub.example:app/hub.git", "git@hub.example:app/hub.git", Sort.LINK),
        ("see go/payments-runbook.", "go/payments-runbook", Sort.LINK),
        ("in #inc-payments", "#inc-payments", Sort.LINK),
        ("at 001a.2b3c.4d5e", "001a.2b3c.4d5e", Sort.ADDRESS),
        ("[2001:db8::1]:443 hangs", "[2001:db8::1]:443", Sort.ADDRESS),
        ("on fe80::1%eth0", "fe80::1%eth0", Sort.ADDRESS),
        ("on hub-db-primary", "hub-db-primary", Sort.HOST),
        ("on eu-prod-db", "eu-prod-db", Sort.HOST),
        ("the OTP was 493817", "OTP was 493817", Sort.TOKEN),
        ("C:\\Users\\olu\\x", "C:\\Users\\olu\\x", Sort.PATH),
    ],
)
def test_found(text: str, words: str, sort: Sort) -> None:
    assert found(text) == [(words, sort)]


@pytest.mark.parametrize(
    "text",
    [
        "Limits 4.2 goes out to every region at 14:03:22 on 2026-03-04",
        "41,300 payments; 2,180 cards; 1_000_000 rows; 99.95 %",
        "UTF-8, SHA-256, ISO-8601, Q3-2026, TLS, RFC-2616, COVID-19",
        "config.yaml, node.js, e.g. this, get_user_by_id2",
        "p99 at 300ms, v2 of the API, k8s, log4j, http2, 5xx, 10x, 3rd",
        "2026-03-04T14:03:00Z, 20260304",
        "A well-known, two-phase, end-to-end roll-out",
        "user = find_user(); user=null; the user: a person; login: slow for all",
        "a go/no-go call; pkg@latest, actions/checkout@v4 and image@sha256",
        "a read-only replica, a primary-key, an app-level cache, pre-prod and a web-based api",
        "ORA-01555 on arm64; # heading; #define; error for user input",
        "List<String> failed; x = y + 1",
        "2/3 of all, and/or 50/50, 24/7",
        "~10 minutes, ~ 3 %, ~5/min, about ~",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "piece", ["A-1-", "prod-", "a-db-", "a.", "a@", "1 ", "12 34 ", "ab:", "user=", "#a-", "AB12 1"]
)
def test_no_text_takes_long(piece: str) -> None:
    """A generous bound: it is for patterns that run away, not for slow machines."""
    started = process_time()
    found(piece * (20_000 // len(piece)))
    assert process_time() - started < 5


@given(st.text(max_size=200))
def test_whatever_is_written_no_two_overlap_and_none_is_empty(text: str) -> None:
    spans = sorted((hit.start, hit.end) for hit in hits(text))
    assert all(start < end for start, end in spans)
    assert all(end <= after for (_, end), (after, _) in pairwise(spans))
