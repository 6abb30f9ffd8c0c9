"""Shapes of what should not leave the house: hosts, addresses, tokens, tickets, links, paths."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
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
    sev-1 sev-2 sev-3 sev1 sev2 sev3 arm64 amd64 aarch64 armv7 armv8 i386 i686 ppc64 s390x riscv64
    top-10 http-2 http-3 ipv-4 ipv-6 oauth-2 tls-1 phase-1 phase-2
    day-1 day-2 version-1 version-2 24-7 w-2 f-16 python3 java11 java17 java21 win32 x64 int64
    """
)
_NO_TICKETS = _words(
    """
    UTF ISO SHA MD RFC CVE COVID SEV P T V HTTP TLS SSL AES RSA EC IPV X UTC GMT ARM USB CPU GPU
    TCP UDP QUIC ASCII LATIN BASE MP H L Q W R D N S A B C G Y Q1 Q2 Q3 Q4 FY BIG ORA ERR
    KB PEP JEP IEEE
    """
)
_SIGNS = r"[^\s\"'<>|`]"
_ENVIRONMENTS = "prod|prd|production|stg|staging|uat|qa|preprod|dr"
_MACHINES = (
    "db|dbs|srv|server|sql|mysql|pg|postgres|mariadb|mongo|redis|cache|kafka|rabbit|es|elastic|web|"
    "www|app|api|lb|proxy|gw|nginx|vm|host|node|bastion|jump|nfs|nas|ldap|dns|mail|smtp|jenkins"
)
_STANDING = "primary|secondary|replica|master|slave|standby|leader|follower|backup"
_WHO = (
    "account|customer|tenant|user|merchant|patient|client|member|subscriber|employee|staff|policy"
)
_LOGINS = (
    "user(?:[ _-]?name)?|login|logon|usr|uname|sam_?account_?name|run_?as|db_?user|owner|actor"
)
_NOBODY = r"(?:null|none|nil|true|false|undefined|unknown|anonymous|nobody|not|no|the|a|all)\b"
_DAY = r"(?:\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-](?:19|20)\d\d)"


def _one(pattern: str, *, small: bool = True) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE if small else 0)


_DIGIT, _MANY, _LONG, _DOTTED = r"\d", r"\d{3}", r"\S{16}", r"\w\.\w"
_PAIRS, _COLONS, _DASHED = r"[0-9a-f]{2}[:-][0-9a-f]{2}[:-]", r":[0-9a-f]*:", r"-\d"
_LIKE = {
    each: re.compile(each) for each in (_DIGIT, _MANY, _LONG, _DOTTED, _PAIRS, _COLONS, _DASHED)
}
"""What a text must have, where that is no word."""
_PREFIXES = _words(
    "ghp_ gho_ ghs_ ghu_ ghr_ github_pat_ glpat- xox xapp- sk_ sk- pk_ rk_ aiza ya29. npm_ pypi- "
    "hvs. dop_v1_ shpat_ sg."
)
_NUMBERED = _words(
    "account customer tenant user merchant order patient card client member phone tel ext "
    "subscriber employee staff policy"
)


class _Shape(NamedTuple):
    """A pattern, and of what a text must have something, in small letters, for it to be tried."""

    sort: Sort
    pattern: str
    needs: tuple[str, ...] = ()
    small: bool = True


def _shape(sort: Sort, pattern: str, *needs: str, small: bool = True) -> _Shape:
    return _Shape(sort, pattern, needs, small)


_SHAPES: tuple[_Shape, ...] = (
    _shape(
        Sort.TOKEN,
        r"-----BEGIN [A-Z ]+-----(?:[\s\S]*?-----END [A-Z ]+-----)?",
        "-----begin",
        small=False,
    ),
    _shape(Sort.LINK, rf"(?<!\w)[a-z][a-z0-9+.-]{{1,20}}(?::[a-z0-9]+)?://{_SIGNS}+", "://"),
    _shape(Sort.LINK, rf"(?<![\w.])www\.{_SIGNS}+", "www."),
    # As git has them, and how one logs in to a machine.
    _shape(Sort.LINK, r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*:(?=[a-z~/])[\w./~-]+", "@"),
    _shape(Sort.EMAIL, r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "@"),
    _shape(
        Sort.ACCOUNT,
        r"(?<![\w.+/-])[a-z][\w.+-]*@(?!v?\d|sha\d)(?=[a-z0-9-]*[\d-])[a-z][a-z0-9-]*(?![\w@./-])",
        "@",
    ),
    # -- keys and passwords
    _shape(
        Sort.TOKEN,
        r"(?<!\w)(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}(?!\w)",
        *("akia", "asia", "aroa", "aida"),
        small=False,
    ),
    _shape(
        Sort.TOKEN,
        r"(?<!\w)(?:gh[opsur]_|github_pat_|glpat-|xox[a-z]-|xapp-|sk_(?:live|test)_|sk-|pk_|rk_"
        r"|AIza|ya29\.|npm_|pypi-|hvs\.|dop_v1_|shpat_|SG\.)[\w.-]{6,}",
        *_PREFIXES,
    ),
    _shape(Sort.TOKEN, r"(?<!\w)eyJ[\w-]{6,}(?:\.[\w-]*){0,2}", "eyj", small=False),
    _shape(Sort.TOKEN, r"(?<!\w)arn:aws[\w-]*:[\w:/.*@+=,-]+", "arn:aws"),
    _shape(Sort.TOKEN, r"(?<!\w)ssh-(?:rsa|dss|ed25519)\s+[\w+/]{20,}={0,2}", "ssh-"),
    _shape(
        Sort.TOKEN,
        r"(?<!\w)(?:password|passwd|passphrase|pwd|secret|token|api[ _-]?key|credentials?)"
        r"(?:\s*[:=]\s*|\s+(?:is|was)\s+)(?=[^\s,;]*[\d!#$%&*?@^_~])[^\s,;]{4,}",
        *("passw", "passp", "pwd", "secret", "token", "key", "credential"),
    ),
    _shape(
        Sort.TOKEN,
        r"(?<!\w)(?:OTP|PIN|TAN|passcode|(?:one[ -]?time|verification|2FA|MFA)\s+(?:code|password))"
        r"(?:\s+(?:is|was|code))?\s*[:=#]?\s*\d{4,8}(?!\w|[.,]\d)",
        *("otp", "pin", "tan", "code", "password"),
    ),
    _shape(
        Sort.TOKEN,
        r"(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])",
        _LONG,
    ),
    # "~10 minutes" and "~ 3 %" are about so many.
    _shape(
        Sort.PATH,
        rf"(?<![\w/~.])(?:~(?=/)|~(?!\d)[\w.-]+|/home/[\w.-]+|/Users/[\w.-]+|/root)(?:/{_SIGNS}*)?",
        *("~", "/home/", "/users/", "/root"),
    ),
    _shape(Sort.PATH, r"(?<!\w)[a-z]:\\[^\s\"'<>|`]+", "\\"),
    _shape(Sort.PATH, r"(?<![\w\\])\\\\[\w.$-]+\\[^\s\"'<>|`]+", "\\"),
    _shape(
        Sort.ACCOUNT,
        r"(?<![\w\\.])(?!(?:ERROR|WARN|INFO|DEBUG|FATAL)\\)[A-Z][A-Z0-9-]{1,14}\\[A-Za-z][\w.-]{2,}",
        "\\",
        small=False,
    ),
    _shape(Sort.LINK, r"(?<![\w/.-])go/(?!no-go)[a-z]+[-_][\w/-]+", "go/", small=False),
    # -- addresses of machines
    _shape(
        Sort.ADDRESS,
        r"(?<![\w.:])(?:::(?:ffff:)?)?(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2}|:\d{1,5})?(?![\w.]*\d)",
        _DOTTED,
    ),
    _shape(Sort.ADDRESS, r"(?<![\w:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:])", _PAIRS),
    _shape(Sort.ADDRESS, r"(?<![\w.])(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}(?![\w.]*\w)", _DOTTED),
    _shape(
        Sort.ADDRESS,
        rf"(?<![\w:.])\[?(?:(?:{_HEX}:){{7}}{_HEX}|(?:{_HEX}:)+(?::{_HEX})+|(?:{_HEX}:)+:"
        rf"|::(?:{_HEX}:)*{_HEX})(?:%[a-z]\w*)?(?:/\d{{1,3}}|\]:\d{{1,5}})?(?![\w:])",
        _COLONS,
    ),
    _shape(
        Sort.HOST,
        rf"(?<![\w@./-])(?:{_LABEL}\.)+(?:{_TOP}|{_INNER})(?::\d{{1,5}})?(?:/{_SIGNS}*)?(?![\w-])",
        _DOTTED,
    ),
    _shape(Sort.HOST, r"(?<![\w@./-])localhost(?::\d{1,5})?(?!\w)", "localhost"),
    # -- numbers of people and their things
    _shape(
        Sort.ACCOUNT,
        r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)",
        _MANY,
        small=False,
    ),
    _shape(Sort.ACCOUNT, r"(?<![\w.,-])(?:\d[ -]?){12,18}\d(?![\w.,-]*\d)", _MANY),
    _shape(Sort.ACCOUNT, r"(?<![\w.])\+\d[\d ()/-]{6,}\d(?!\w)", "+"),
    _shape(Sort.ACCOUNT, r"(?<![\w.,:/-])\d{7,}(?!\w|[.,:/-]\d)", _MANY),
    # As the United States, and Britain, number their people and firms.
    _shape(
        Sort.ACCOUNT,
        r"(?<![\w.-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])|(?<![\w.-])\d\d-\d{7}(?![\w-])",
        _MANY,
    ),
    _shape(Sort.ACCOUNT, r"(?<!\w)[A-Z]{2} ?(?:\d\d ?){3}[A-D](?!\w)", _DIGIT, small=False),
    _shape(
        Sort.ACCOUNT,
        r"(?<![\w.(-])(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}(?![\w-]|\.\d)"
        r"|(?<![\w.,:-])0\d{1,4}[ /-]\d{3,4}[ -]?\d{3,4}(?![\w:]|[.,-]\d)",
        _MANY,
    ),
    _shape(
        Sort.ACCOUNT,
        r"(?<!\w)(?:born|d\.?o\.?b\.?|date of birth|birth ?da(?:y|te))(?:\s+(?:on|is|was|in))?"
        rf"[:\s]+{_DAY}",
        *("born", "birth", "dob", "d.o.b"),
    ),
    _shape(
        Sort.ACCOUNT,
        r"(?<!\w)(?:passport|licen[cs]e|SSN|NHS|tax[ -]?id|VAT|BIC|SWIFT)"
        r"(?:\s+(?:no|nr|number|code|id))?\.?\s*[:#=]?\s*(?=[A-Z0-9]*\d)[A-Z0-9]{6,}(?!\w)",
        *("passport", "licen", "ssn", "nhs", "tax", "vat", "bic", "swift"),
    ),
    _shape(
        Sort.ACCOUNT,
        r"(?<!\w)(?:account|customer|tenant|user|merchant|order|patient|card|client|member|"
        r"phone|tel|ext)(?:\s+(?:id|no|number|nr))?\.?\s*[:#=]?\s*\d{3,}(?![\w.]*\w)",
        *_NUMBERED,
    ),
    _shape(
        Sort.ACCOUNT,
        rf"(?<!\w)(?:{_WHO})[ _-]?(?:id|no|nr|number|key)[\"']?\s*[:=#]?\s*[\"']?"
        r"(?=[\w-]*\d)[\w-]{4,}",
        *_NUMBERED,
    ),
    # -- accounts by name
    _shape(
        Sort.ACCOUNT,
        rf"(?<![\w.-])(?:{_LOGINS})=[\"']?(?!{_NOBODY})[a-z][\w.@\\-]+",
        "=",
    ),
    _shape(
        Sort.ACCOUNT,
        rf"(?<![\w.-])(?:user[ _-]?name|login|user)\s?:\s+[\"']?(?!{_NOBODY})[a-z][\w.@\\-]+"
        r"(?=[\"']?(?:[.,;)]?\s*$|[,;)]|\s+(?:logged|connected|from|at|ran|on|in|did)(?!\w)))",
        *("user", "login"),
    ),
    _shape(
        Sort.ACCOUNT,
        r"(?<!\w)(?:publickey|password|opened|closed|failed|failure|denied|accepted) for"
        r"(?:\s+invalid)?(?:\s+user)?\s+[\"']?[a-z][\w.@\\-]+(?=[\"']?(?:\s+(?:from|by)(?!\w)|\())"
        r"|(?<!\w)[ug]id=\d+\([\w.-]+\)",
        *("for", "id="),
    ),
    _shape(Sort.TICKET, r"(?<![\w-])[A-Z][A-Z0-9_]{0,14}-\d{1,7}(?![\w-])", _DASHED, small=False),
    _shape(Sort.TICKET, r"(?<![\w&#])(?:GH-|#|!)\d{1,7}(?!\w)", *("#", "!", "gh-"), small=False),
    _shape(
        Sort.TICKET,
        r"(?<!\w)(?:CHG|INC|TASK|REQ|PRB|RITM|CS|CASE)-?\d{4,}(?!\w)",
        _MANY,
        small=False,
    ),
    _shape(Sort.LINK, r"(?<![\w&#/])#[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+(?!\w)", "#", small=False),
    # -- long and random
    _shape(
        Sort.TOKEN,
        r"(?<![\w/+-])(?=[\w/+]*\d)(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])[A-Za-z0-9/+]{20,}"
        r"(?:=|%3D){0,2}(?![\w/+=-])",
        _LONG,
        small=False,
    ),
    # -- what people call machines, jobs and copies of a service
    _shape(
        Sort.HOST,
        r"(?<![\w@./:-])[a-z][a-z0-9_]*(?:-[a-z0-9_]+){0,9}-?\d[a-z0-9_]*(?:-[a-z0-9_]+){0,9}(?![\w@/:-])",
        _DIGIT,
    ),
    _shape(
        Sort.HOST,
        rf"(?<![\w@./:-])(?:[a-z0-9]+-){{0,3}}(?:(?:{_ENVIRONMENTS})-(?:[a-z0-9]+-){{0,3}}(?:{_MACHINES})"
        rf"|(?:{_MACHINES})-(?:[a-z0-9]+-){{0,3}}(?:{_ENVIRONMENTS})"
        rf"|[a-z0-9]+-(?:{_MACHINES})-(?:{_STANDING}))(?:-[a-z0-9]+){{0,5}}(?![\w@/:-])",
        "-",
        small=False,
    ),
    _shape(Sort.NAME, r"(?<![\w.@/])@[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*(?![\w/(])", "@"),
    _shape(
        Sort.TOKEN,
        r"(?<![\w/+=-])(?=[\w/+=-]*\d)(?=[\w/+=-]*[a-z])[\w/+-]{16,}={0,2}(?![\w/+=-])",
        _LONG,
    ),
    _shape(Sort.TOKEN, r"(?<!\w)(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}(?!\w)", _DIGIT),
)
"""In this order: what one has taken, none of the others takes."""

_NEEDS = frozenset(need for shape in _SHAPES for need in shape.needs)
_SEEN = (*_NEEDS.difference(_LIKE),)
_TIMES = _one(r"\d{1,2}(?::\d{2}){1,2}")


def hits(text: str) -> Iterator[Hit]:
    """Every stretch of a text with one of the shapes; no two overlap."""
    left = text
    there = _needs_in(text)
    for sort, pattern, needs in _tried():
        if needs and there.isdisjoint(needs):
            continue
        for found in pattern.finditer(left):
            hit = _trimmed(text, Hit(*found.span(), sort))
            if _counts(text[hit.start : hit.end], sort):
                left = f"{left[: hit.start]}{' ' * (hit.end - hit.start)}{left[hit.end :]}"
                yield hit


@cache
def _tried() -> tuple[tuple[Sort, re.Pattern[str], tuple[str, ...]], ...]:
    """The shapes, made ready when they are first needed: that is not when the program starts."""
    return tuple((each.sort, _one(each.pattern, small=each.small), each.needs) for each in _SHAPES)


def _needs_in(text: str) -> frozenset[str]:
    """What of that which shapes need is in a text: most have little of it."""
    lower = text.casefold()
    like = (need for need, pattern in _LIKE.items() if pattern.search(lower))
    return frozenset((*filter(lower.__contains__, _SEEN), *like))


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
