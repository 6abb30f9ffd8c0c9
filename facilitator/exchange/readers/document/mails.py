"""What a mail brings along that is no part of its text: its head and its signature."""

from __future__ import annotations

import re

from facilitator.exchange.readers.document.document_fields import emptied

_HEAD = re.compile(
    r"(?:\s*(?:from|to|cc|bcc|subject|date|sent|reply-to):[^\n]*\n){2,12}\s*\n", re.IGNORECASE
)
_SUBJECT = re.compile(r"^\s*subject:\s*(.+)$", re.IGNORECASE | re.MULTILINE)
_ANSWERED = re.compile(r"^(?:(?:re|fwd?|aw|wg):\s*)+", re.IGNORECASE)
_SENT = r"[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [A-Z]{3,5} \d{4}[ \t]*\n"
_SENDER = r"[^\n:]{2,80}?(?:@| at )[\w-]+\.[\w.-]+>?[ \t]*\n"
_POSTED = re.compile(rf"^(?:{_SENT}{_SENDER}|{_SENDER}{_SENT})", re.MULTILINE)
"""How the archive of a mailing list tells when a mail was sent, and by whom."""
_SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:Hash:[^\n]*\n)*", re.MULTILINE)
_SIGNATURE = re.compile(r"^-----BEGIN PGP SIGNATURE-----", re.MULTILINE)
_ESCAPED = re.compile(r"^- (?=-)", re.MULTILINE)
_HEAD_WITHIN = 2_000
"""Characters within which the head of a mail stands."""


def without_mail(text: str) -> tuple[dict[str, str], str]:
    """The title that the head of a mail gives, and the text without head and signature.

    Whoever it is from and to is no part of the story. Its lines stay, emptied, so that line
    numbers keep their meaning.
    """
    front: dict[str, str] = {}
    if head := _HEAD.match(text):
        front, text = {"title": _title(head[0])}, emptied(head[0]) + text[head.end() :]
    if posted := _POSTED.search(text, 0, _HEAD_WITHIN):
        text = text[: posted.start()] + emptied(posted[0]) + text[posted.end() :]
    return front, _unsigned(text)


def _title(head: str) -> str:
    subject = next((each[1] for each in _SUBJECT.finditer(head)), "")
    return _ANSWERED.sub("", subject.strip())


def _unsigned(text: str) -> str:
    """A signed text without what signs it; each line that began with a dash has another one."""
    signed = _SIGNED.search(text, 0, _HEAD_WITHIN)
    if signed is None:
        return text
    end = _SIGNATURE.search(text, signed.end())
    body = _ESCAPED.sub("", text[signed.end() : end.start() if end else None])
    return text[: signed.start()] + emptied(signed[0]) + body
