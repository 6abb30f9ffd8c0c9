"""Shapes of what should not leave the house: hosts, addresses, tokens, tickets, links, paths."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Sort(StrEnum):
    """What something that was found may be."""

    NAME = "name"
    EMAIL = "e-mail"
    LINK = "link"
    HOST = "host"
    ADDRESS = "address"
    TOKEN = "token"  # noqa: S105 - the word for a sort
    ACCOUNT = "account"
    TICKET = "ticket"
    PATH = "path"
    IMAGE = "image"


WHY = {
    Sort.NAME: "May be somebody’s name",
    Sort.EMAIL: "An e-mail address",
    Sort.LINK: "A link; readers may neither open it nor know what it leads to",
    Sort.HOST: "Reads like the name of a machine or a domain",
    Sort.ADDRESS: "A network address",
    Sort.TOKEN: "Reads like a key, a token or a password",
    Sort.ACCOUNT: "Reads like the number of an account, a card, a telephone or a customer",
    Sort.TICKET: "Reads like the key of a ticket",
    Sort.PATH: "A place on somebody’s machine",
    Sort.IMAGE: "Images are not looked into: see for yourself what is on it",
}
"""Why each sort is told."""


class Hit(NamedTuple):
    """A stretch of a text, and what it may be."""

    start: int
    end: int
    sort: Sort


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_INNER = "internal|corp|intra|intranet|lan|local|localdomain|home|svc|cluster|prod|stage|staging"
_TOP = (
    "com|net|org|edu|gov|mil|int|info|biz|io|dev|app|cloud|ai|co|eu|uk|de|fr|nl|be|ch|at|it|es|pt|"
    "pl|cz|sk|se|no|fi|dk|ie|us|ca|br|mx|ar|in|jp|cn|kr|tw|hk|sg|au|nz|za|ru|ua|tr|il|ae|test|"
    "example|systems|services|tech|site|online|store|bank|xyz|me|tv|gg|so|sh"
)
_LABEL = r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?"
_HEX = r"[0-9a-f]{1,4}"
# No machine is called so, though the shape is that of one.
_KNOWN = _words(
    """
    utf-8 utf-16 utf-32 utf8 utf16 sha-1 sha-2 sha-256 sha-512 sha256 sha512 md-5 x86-64 iso-8859-1
    iso-8601 latin-1 base-64 base64 p-95 p-99 covid-19 level-1 level-2 level-3 tier-1 tier-2 tier-3
    sev-1 sev-2 sev-3 sev1 sev2 sev3 top-10 http-2 http-3 ipv-4 ipv-6 oauth-2 tls-1 phase-1 phase-2
    day-1 day-2 version-1 version-2 24-7 w-2 f-16 python3 java11 java17 java21 win32 x64 int64
    """
)
_NO_TICKETS = _words(
    """
    UTF ISO SHA MD RFC CVE COVID SEV P T V HTTP TLS SSL AES RSA EC IPV X UTC GMT ARM USB CPU GPU
    TCP UDP QUIC ASCII LATIN BASE MP H L Q W R D N S A B C G Y Q1 Q2 Q3 Q4 FY BIG
    """
)
_SIGNS = r"[^\s\"'<>|`]"


def _one(pattern: str, *, small: bool = True) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE if small else 0)


_SHAPES: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    (Sort.TOKEN, _one(r"-----BEGIN [A-Z ]+-----(?:[\s\S]*?-----END [A-Z ]+-----)?", small=False)),
    (Sort.LINK, _one(rf"(?<!\w)[a-z][a-z0-9+.-]{{1,20}}(?::[a-z0-9]+)?://{_SIGNS}+")),
    (Sort.LINK, _one(rf"(?<![\w.])www\.{_SIGNS}+")),
    (Sort.EMAIL, _one(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    # -- keys and passwords
    (Sort.TOKEN, _one(r"(?<!\w)(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}(?!\w)", small=False)),
    (
        Sort.TOKEN,
        _one(
            r"(?<!\w)(?:gh[opsur]_|github_pat_|glpat-|xox[a-z]-|xapp-|sk_(?:live|test)_|sk-|pk_|rk_"
            r"|AIza|ya29\.|npm_|pypi-|hvs\.|dop_v1_|shpat_|SG\.)[\w.-]{6,}"
        ),
    ),
    (Sort.TOKEN, _one(r"(?<!\w)eyJ[\w-]{6,}(?:\.[\w-]*){0,2}", small=False)),
    (Sort.TOKEN, _one(r"(?<!\w)arn:aws[\w-]*:[\w:/.*@+=,-]+")),
    (
        Sort.TOKEN,
        _one(
            r"(?<!\w)(?:password|passwd|passphrase|pwd|secret|token|api[ _-]?key|credentials?)"
            r"(?:\s*[:=]\s*|\s+(?:is|was)\s+)(?=[^\s,;]*[\d!#$%&*?@^_~])[^\s,;]{4,}"
        ),
    ),
    (
        Sort.TOKEN,
        _one(r"(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])"),
    ),
    (
        Sort.PATH,
        _one(rf"(?<![\w/~.])(?:~[\w.-]*|/home/[\w.-]+|/Users/[\w.-]+|/root)(?:/{_SIGNS}*)?"),
    ),
    (Sort.PATH, _one(r"(?<!\w)[a-z]:\\[^\s\"'<>|`]+")),
    (Sort.PATH, _one(r"(?<![\w\\])\\\\[\w.$-]+\\[^\s\"'<>|`]+")),
    # -- addresses of machines
    (Sort.ADDRESS, _one(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2}|:\d{1,5})?(?![\w.]*\d)")),
    (Sort.ADDRESS, _one(r"(?<![\w:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:])")),
    (
        Sort.ADDRESS,
        _one(
            rf"(?<![\w:.])(?:(?:{_HEX}:){{7}}{_HEX}|(?:{_HEX}:)+(?::{_HEX})+|(?:{_HEX}:)+:|::(?:{_HEX}:)*{_HEX})(?:/\d{{1,3}})?(?![\w:])"
        ),
    ),
    (
        Sort.HOST,
        _one(
            rf"(?<![\w@./-])(?:{_LABEL}\.)+(?:{_TOP}|{_INNER})(?::\d{{1,5}})?(?:/{_SIGNS}*)?(?![\w-])"
        ),
    ),
    (Sort.HOST, _one(r"(?<![\w@./-])localhost(?::\d{1,5})?(?!\w)")),
    # -- numbers of people and their things
    (
        Sort.ACCOUNT,
        _one(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)", small=False),
    ),
    (Sort.ACCOUNT, _one(r"(?<![\w.,-])(?:\d[ -]?){12,18}\d(?![\w.,-]*\d)")),
    (Sort.ACCOUNT, _one(r"(?<![\w.])\+\d[\d ()/-]{6,}\d(?!\w)")),
    (Sort.ACCOUNT, _one(r"(?<![\w.,:/-])\d{7,}(?!\w|[.,:/-]\d)")),
    (
        Sort.ACCOUNT,
        _one(
            r"(?<!\w)(?:account|customer|tenant|user|merchant|order|patient|card|client|member|"
            r"phone|tel|ext)(?:\s+(?:id|no|number|nr))?\.?\s*[:#=]?\s*\d{3,}(?![\w.]*\w)"
        ),
    ),
    (Sort.TICKET, _one(r"(?<![\w-])[A-Z][A-Z0-9_]{0,14}-\d{1,7}(?![\w-])", small=False)),
    (Sort.TICKET, _one(r"(?<![\w&#])(?:GH-|#|!)\d{1,7}(?!\w)", small=False)),
    (Sort.TICKET, _one(r"(?<!\w)(?:CHG|INC|TASK|REQ|PRB|RITM|CS|CASE)-?\d{4,}(?!\w)", small=False)),
    # -- what people call machines, jobs and copies of a service
    (
        Sort.HOST,
        _one(
            r"(?<![\w@./:-])[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*-?\d[a-z0-9_]*(?:-[a-z0-9_]+)*(?![\w@/:-])"
        ),
    ),
    (Sort.NAME, _one(r"(?<![\w.@/])@[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*(?![\w/(])")),
    (
        Sort.TOKEN,
        _one(r"(?<![\w/+=-])(?=[\w/+=-]*\d)(?=[\w/+=-]*[a-z])[\w/+-]{16,}={0,2}(?![\w/+=-])"),
    ),
    (Sort.TOKEN, _one(r"(?<!\w)(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}(?!\w)")),
)
"""In this order: what one has taken, none of the others takes."""

_TIMES = _one(r"\d{1,2}(?::\d{2}){1,2}")


def hits(text: str) -> Iterator[Hit]:
    """Every stretch of a text with one of the shapes; no two overlap."""
    left = text
    for sort, pattern in _SHAPES:
        for found in pattern.finditer(left):
            hit = _trimmed(text, Hit(*found.span(), sort))
            if _counts(text[hit.start : hit.end], sort):
                left = f"{left[: hit.start]}{' ' * (hit.end - hit.start)}{left[hit.end :]}"
                yield hit


def _trimmed(text: str, hit: Hit) -> Hit:
    """Without the marks that end a sentence or a bracket."""
    marks = ".,;:" if hit.sort is Sort.TOKEN else ".,;:!?)]}’”"
    words = text[hit.start : hit.end].rstrip(marks)
    return hit._replace(end=hit.start + len(words))


def _counts(words: str, sort: Sort) -> bool:
    check = _CHECKS.get(sort)
    return bool(words) and (check is None or check(words))


def _is_machine(words: str) -> bool:
    plain = words.casefold()
    if not _is_ticket(words):
        return False
    if "." in plain or plain.startswith("localhost"):
        return True
    letters = sum(each.isalpha() for each in plain)
    # With ``_`` alone it is a word of a program.
    numbered = "_" not in plain and letters + 1 < len(plain)
    return plain not in _KNOWN and letters > 1 and ("-" in plain or numbered)


def _is_ticket(words: str) -> bool:
    return words.partition("-")[0] not in _NO_TICKETS


def _is_number(words: str) -> bool:
    """Not a day, and not a number with its thousands parted."""
    digits = re.sub(r"\D", "", words)
    is_day = bool(re.fullmatch(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", digits))
    return not (is_day and words.isdigit())


def _is_address(words: str) -> bool:
    return not _TIMES.fullmatch(words)


def _is_token(words: str) -> bool:
    """Not a long word of a program: ``get_user_by_id2``, ``content-type-options-v2``."""
    if re.search(r"\s|[:=./]|-----", words) or words.startswith(("AKIA", "eyJ")):
        return True
    parts = re.split(r"[-_]", words)
    plain = sum(bool(re.fullmatch(r"[A-Za-z]{2,}\d{0,2}|\d{1,2}", part)) for part in parts)
    return plain < len(parts) or len(parts) == 1


_CHECKS: dict[Sort, Callable[[str], bool]] = {
    Sort.HOST: _is_machine,
    Sort.TICKET: _is_ticket,
    Sort.ACCOUNT: _is_number,
    Sort.ADDRESS: _is_address,
    Sort.TOKEN: _is_token,
}
