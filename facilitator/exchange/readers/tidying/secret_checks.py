"""Tells a secret from a word that only stands where a secret might."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AROUND = " \t\n.,;:!?()[]{}<>\"'`“”‘’*|\\"
_AFTER = ".,;:)]}\"'`“”‘’<>*|\\"
GONE = re.compile(r"\[\w+ removed\]")
"""What stands for a secret that was found before; a value may go on around it."""
_PLACEHOLDER = re.compile(
    r"\$(?:\{.*|\(.*|\d|\$?[A-Z_][A-Z0-9_]*\${0,2}|[a-z_]*(?:pass|secret|token|key|pw|var)[a-z_]*)"
    r"|@@?[A-Z_]{3,}@@?|#?\{[A-Za-z_.]+\}?#?|\[[A-Za-z_ ]{3,}\]?|[A-Z_]*__"
    r"|%[A-Z_]+%|%(?:\(\w+\))?s|\{\{.*|<[A-Za-z _-]+>?|[*•.…_-]+|(?i:x{3,}|https?://.*"
    r"|(?:os\.environ|process\.env|getenv\(|env\(|vault:|!vault|ENC\[|ref\+).*"
    r"|(?:env|var|data|secrets?)\.[a-z_.]+|.?redacted.?|nil|n/?a)"
)
"""What stands for a secret without being one."""
_FOLDER = re.compile(r"[/~]\w|~$|[A-Za-z]:\\")
_SIGN = re.compile(r"[\d!#$%&*?@^_~+/=]")
_MARKED = re.compile(r"[!#$%&*?@^~]")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_PARTS = re.compile(r"[-/._:@]")
_PLAIN_PART = re.compile(r"[A-Za-z]*\d{0,5}")
_FACT = re.compile(
    r"\d{4}-\d\d-\d\d.*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|sha\d+:.*"
    r"|[a-z0-9-]+-[a-z0-9]{5,10}-[a-z0-9]{5}",
    re.IGNORECASE,
)
"""Moments, ids, digests and the names of pods."""
_HEX = re.compile(r"[0-9a-f]+", re.IGNORECASE)
_BARE_NAME = re.compile(r"(?:auth|signature|sig)\W", re.IGNORECASE)
_ENDINGS = ("ed", "ing", "ly", "able", "ible", "ive", "less", "ful", "ous")
"""How words end that say what became of a password."""
_STATES = _words(
    "null none nil true false undefined empty unset missing required optional invalid incorrect"
    " wrong expired redacted"
)
"""Words that stand even behind ``password=`` instead of one."""
_WORDS = _words(
    """
    a about access active after again all allowed already also always an and any anyone anymore
    are argument as at auth authentication bad based be because been before being between
    broken but by can cannot case change changes check common correct could cron current dead
    default did different do does done due empty encrypted error errors everywhere expired
    expires expiry exposed fail failed fails failure fake fetch field fine flag flow for form
    forgotten found from gone good guessable had handling hard has have he here hidden how i if
    in incorrect into invalid is issue issues it its job just key keys known last leaked length
    login logic long longer lost manager may me mentioned might mine mismatch missing must my
    name needed needs never new next no nobody none not nothing now null of off ok okay old on
    once one only open option optional or other our out outdated over page password passwords
    per please policy present private prod production prompt protected public ready refresh
    rejected request required reset reuse right rotated rotation safe said same secret secrets
    see sent service set shall shared short should shown similar since so some somewhere stale
    still stolen strong stuck such talk that the their them then there these they this those to
    today token tokens tomorrow too turned type unchanged under unknown unless unset until up
    updated usage used user using valid validation value vault very via visible was we weak
    were what when where whether which while who why will with within without wrong yes yet you
    your account card cookie true false undefined
    """
)
"""Words that follow “password” in a sentence."""

_BRANDS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"
    r"|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14,17}|6(?:011|5\d\d|4[4-9]\d|2\d\d)\d{12,15}"
    r"|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{9,15}"
)
"""How the numbers of cards begin, and how long they are."""
_OTHER_NUMBER = re.compile(
    r"(?:trace|span|request|req|message|msg|event|snowflake|correlation|offset|lsn|epoch|ts)"
    r"[\w .-]{0,4}[\"']?\s*[:=#]?\s*[\"']?$",
    re.IGNORECASE,
)
_IBAN_LENGTHS = {
    code[:2]: int(code[2:])
    for code in _words(
        """
        AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22
        DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28
        IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27
        MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24
        SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
        """
    )
}
_LONG, _KEY, _CODE, _SHORT = 16, 8, 6, 4


def is_gone(text: str) -> bool:
    """Whether nothing is left of it but what stands for secrets."""
    return not GONE.sub("", text).strip(_AROUND)


# -- how many characters of what was found go ------------------------------------------------------


def anything(match: re.Match[str]) -> int:
    """All of it, whatever it is."""
    return len(_value(match))


def is_given(match: re.Match[str]) -> int:
    """A command takes it for a secret: all but variables."""
    value = _trimmed(match)
    return len(value) if _is_there(value) else 0


def is_stated(match: re.Match[str]) -> int:
    """It stands where only a secret should: all but variables and words of a sentence."""
    return len(_trimmed(match)) if _could_be(match) else 0


def is_password(match: re.Match[str]) -> int:
    """After ``password:``, all but words that go on to say something of it."""
    value = _trimmed(match)
    if not _could_be(match) or _FOLDER.match(value):
        return 0
    told = _is_word(value) and value.endswith(_ENDINGS) and not _ends_clause(match)
    return 0 if told and not _is_quoted(match) else len(value)


def is_said(match: re.Match[str]) -> int:
    """After ``the password is``, what reads like one; ``stale`` does not."""
    value = _trimmed(match)
    if not _could_be(match) or _FOLDER.match(value) or _value(match).endswith(":"):
        return 0
    if _is_quoted(match):
        return len(value)
    if not _leads_to(match).rstrip().endswith(("is", "now", ":", "=")):
        return len(value) if _is_strong(value) else 0
    if _is_word(value) or value.isdigit():
        told = value.endswith(_ENDINGS) or not _ends_clause(match)
        return 0 if told else len(value)
    return 0 if _FACT.fullmatch(value) else len(value)


def is_strong(match: re.Match[str]) -> int:
    """Right behind ``password``, what can be nothing else."""
    value = _trimmed(match)
    if not _could_be(match) or value[0] in "#@(":
        return 0
    quoted = _is_quoted(match) and not _is_word(value) and not re.search(r"\s", value)
    return len(value) if _is_strong(value) or quoted else 0


def is_secret(match: re.Match[str]) -> int:
    """After ``token=`` nearly anything, after ``token:`` what does not read like words."""
    value = _trimmed(match)
    if not _could_be(match) or len(value) < _SHORT or _is_number(value):
        return 0
    if _is_quoted(match) or "=" in _leads_to(match) or not _is_plain(value):
        return len(value)
    alone = _is_word(value) and len(value) >= _CODE and _fills_line(match)
    return len(value) if alone else 0


def is_key(match: re.Match[str]) -> int:
    """What is of random signs, and not short."""
    value = _trimmed(match)
    wrong = len(value) < _KEY or not _could_be(match) or _is_plain(value) or _is_number(value)
    return 0 if wrong else len(value)


def is_long(match: re.Match[str]) -> int:
    """What is of random signs, and so long that it is neither a name nor a version."""
    value = _trimmed(match)
    if len(value) < _LONG or _FACT.fullmatch(value):
        return 0
    if _HEX.fullmatch(value) and _BARE_NAME.match(match[0]):
        return 0
    return is_key(match)


def mixed(match: re.Match[str]) -> int:
    """Capitals, small letters and digits: neither a hash nor words."""
    value = _value(match)
    kinds = (r"[A-Z]", r"[a-z]", r"\d|[a-z][A-Z][a-z]*[A-Z]")
    return len(value) if all(re.search(kind, value) for kind in kinds) else 0


def is_card(match: re.Match[str]) -> int:
    """The number of a card: as long as one, with the digit that proves it."""
    value = _value(match)
    digits = re.sub(r"\D", "", value)
    if not _BRANDS.fullmatch(digits) or not _luhn(digits):
        return 0
    before = match.string[max(0, match.start() - 30) : match.start()]
    return 0 if value == digits and _OTHER_NUMBER.search(before) else len(value)


def is_account(match: re.Match[str]) -> int:
    """An international account number: as long as its country says, with digits that prove it."""
    value = _value(match)
    plain = value.replace(" ", "").upper()
    wanted = _IBAN_LENGTHS.get(plain[:2], 0)
    if not wanted or len(plain) < wanted or not _adds_up(plain[:wanted]):
        return 0
    length = _reach(value, wanted)
    after = match.string[match.start() + length : match.start() + length + 1]
    return 0 if after.isalnum() else length


def _luhn(digits: str) -> bool:
    doubled = (int(each) * 2 for each in digits[-2::-2])
    return (sum(map(int, digits[::-2])) + sum(each // 10 + each % 10 for each in doubled)) % 10 == 0


def _adds_up(plain: str) -> bool:
    if not (plain.isascii() and plain.isalnum()):
        return False
    return int("".join(str(int(each, 36)) for each in plain[4:] + plain[:4])) % 97 == 1


def _reach(value: str, wanted: int) -> int:
    """Where so many signs end, spaces not counted."""
    for at, sign in enumerate(value):
        wanted -= sign != " "
        if not wanted:
            return at + 1
    return len(value)


# -- what it looks like ----------------------------------------------------------------------------


def _value(match: re.Match[str]) -> str:
    return match[match.lastgroup or 0]


def _trimmed(match: re.Match[str]) -> str:
    """The value without the marks that end a sentence or a bracket."""
    value = _value(match)
    if _is_quoted(match):
        return value
    gone = max((each.end() for each in GONE.finditer(value)), default=0)
    return value[: max(gone, len(value.rstrip(_AFTER)))]


def _is_quoted(match: re.Match[str]) -> bool:
    return match.lastgroup not in {"value", "bare"}


def _leads_to(match: re.Match[str]) -> str:
    """What was found, up to the value."""
    return match.string[match.start() : match.start(match.lastgroup or 0)].rstrip("\"'`“‘ \t\n")


def _could_be(match: re.Match[str]) -> bool:
    """Whether something is there that is neither a placeholder nor one of the usual words."""
    value = _trimmed(match)
    if not _is_there(value):
        return False
    settled = _is_quoted(match) or _leads_to(match).endswith("=")
    word = value.strip(_AROUND)
    told = word.lower() in (_STATES if settled else _WORDS)
    return not told or word not in {word.lower(), word.capitalize()}


def _is_there(value: str) -> bool:
    return not is_gone(value) and not _PLACEHOLDER.fullmatch(value)


def _is_word(value: str) -> bool:
    return value.isalpha() and value in {value.lower(), value.capitalize(), value.upper()}


def _is_number(value: str) -> bool:
    """A count, a status or a clock."""
    return len(value) < _CODE and not any(each.isalpha() for each in value)


def _is_plain(value: str) -> bool:
    """Words, names of hosts, addresses and clocks, such as ``hub-db-2/standby``."""
    if not _SIGN.search(value) and not _INNER_CAPITAL.search(value):
        return True
    if _MARKED.search(value.replace("@", "")):
        return False
    parts = _PARTS.split(value)
    if len(parts) == 1:
        return value.isdigit() and len(value) < _CODE
    return all(_PLAIN_PART.fullmatch(part) for part in parts)


def _is_strong(value: str) -> bool:
    if len(value) < _CODE or not re.search(r"[A-Za-z]", value) or _FACT.fullmatch(value):
        return False
    if _MARKED.search(value.rstrip("!?")):
        return True
    return bool(re.search(r"\d", value)) and not re.search(r"[-./:=(]", value)


def _ends_clause(match: re.Match[str]) -> bool:
    """Whether nothing follows that belongs to it."""
    value = _value(match)
    return value.endswith((".", ",", ";", ")", "!", "?")) or _fills_line(match)


def _fills_line(match: re.Match[str]) -> bool:
    after = match.string[match.end() :].lstrip(" \t\"'`*_)]}.")
    return not after or after[0] in "\n,;|"
