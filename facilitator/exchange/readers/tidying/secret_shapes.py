"""The shapes that secrets have in chats and logs, and what stands in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from facilitator.exchange.readers.tidying.secret_checks import (
    GONE,
    anything,
    is_account,
    is_card,
    is_given,
    is_key,
    is_long,
    is_password,
    is_said,
    is_secret,
    is_stated,
    is_strong,
    mixed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

PASSWORD, TOKEN, KEY = "[password removed]", "[token removed]", "[key removed]"
CARD, ACCOUNT, COOKIE = "[card removed]", "[account removed]", "[cookie removed]"
_GONE = GONE.pattern


class Shape(NamedTuple):
    """A pattern, the words without which it need not be tried, and what it becomes.

    The last named group is what goes, as far as ``reach`` says; 0 if it stays after all.
    """

    word: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    reach: Callable[[re.Match[str]], int] = anything


def _one(pattern: str, *, small: bool = True) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE if small else 0)


# -- names that a secret stands behind -------------------------------------------------------------

_PASSWORDS = (
    r"(?:(?<!1)passw(?:or[dt]|d)s?|passcode|pwds?|kennwort|contraseña|senha|mot de passe"
    r"|wachtwoord|пароль|(?<![a-z])(?:pw|otp))(?! removed\])"
)
_GRANTS = r"(?:secret|token|jwt|creds?|credentials?)(?! removed\])"
_KEY_NAMES = (
    r"(?:secret[ _-]?(?:access[ _-]?)?key(?:[ _-]?base)?"
    r"|(?:api|access|account|private|encryption|signing|master|shared(?:[ _-]?access)?)[ _-]?key)"
)
_BRIEF = r"(?<![a-z])pass"
_LOOSE = (
    r"(?:(?:routing|integration|service|app|application|deploy|client|license|licence|subscription"
    r"|storage|webhook|hmac|auth|access|host)[ _-]?key(?:[ _-]?id)?|(?<![a-z])(?:auth|sig)"
    r"|signature|session(?:[ _-]?id)?|sessid|connect\.sid)"
)
_PASSWORD_NEEDS = (
    *("passw", "passc", "pwd", "kennw", "contras", "senha", "passe", "wachtw", "парол", "pw"),
    "otp",
)
_GRANT_NEEDS = ("secret", "token", "jwt", "cred")
_LOOSE_NEEDS = ("key", "auth", "sig", "sess", "sid")
_OF = r"(?:[ \t]+(?:for|of|to|on|at)(?:[ \t]+[\w.@/-]+){1,4}?)?"
"""“Password for the standby: …”."""
_QUOTES = "\"'`*_\\\\\\]"
_EQUALS = rf"[{_QUOTES}]{{0,4}}[ \t]*(?:=>|:=|={{1,2}}|:)[*_ \t]*"
_NEXT = r"[&,;][ \t]?[\"']?[\w.-]+[\"']?[=:]"
"""Where the next setting of a row of settings begins."""
_BARE = rf"(?:{_GONE}|(?!{_NEXT})\S)+"
_SOLID = rf"(?:{_GONE}|[^\s\"'])+"
_VALUE = (
    r"(?:\\+[\"'](?P<escaped>[^\"'\\\n]+)"
    r"|\"(?P<double>(?:[^\"\\\n]|\\.)+)\"|'(?P<single>(?:[^'\\\n]|\\.)+)'(?!\w)"
    r"|```\s*(?P<block>[^`]+?)\s*```|`(?P<code>[^`\n]+)`|[“‘](?P<curly>[^”’\n]+)[”’]"
    rf"|[\"'`“‘]*(?P<bare>{_BARE}))"
)
_LINE = r"(?:[ \t]*\n)?[ \t]*"
_IS = (
    r"[*_`]{0,3}[ \t]*(?:[ \t](?:is|ist|lautet|est|es|é)(?:[ \t](?:now|jetzt|nun|nu))?[ \t:]"
    r"|[ \t](?:was|war)[ \t:]|->|→|\||[ \t](?:to|from)[ \t]"
    r"|[:=][*_]{0,3}[ \t]*\n)"
)

# -- keys that begin with the name of who gave them ------------------------------------------------

_FREE = r"(?<![A-Za-z0-9])"
_KEYS = (
    r"AKIA[A-Z0-9]{12,}|(?:ASIA|ABIA|ACCA)[A-Z0-9]{16}(?!\w)|AIza[\w-]{30,}|GOCSPX-[\w-]{16,}"
    r"|(?:sk|rk|pk)_(?:live|test)_\w{8,}|whsec_[\w+/=]{16,}|sk-ant-[\w-]{8,}"
    r"|sk-(?:proj|svcacct|admin|or-v1|lf)-[\w-]{16,}|SG\.[\w-]{16,}\.[\w-]{16,}"
    r"|key-[0-9a-f]{32}(?!\w)|[0-9a-f]{32}-us\d{1,2}(?!\w)"
    r"|NRAK-[A-Z0-9]{20,}|PMAK-[\w-]{30,}|AGE-SECRET-KEY-1[A-Z0-9]{20,}|gsk_\w{30,}|xai-\w{30,}"
    r"|pplx-\w{30,}|lin_api_\w{30,}|oy2[a-z0-9]{43}(?!\w)|ATATT3[\w=-]{20,}|ATBB\w{20,}"
    r"|[\w~.-]{3}[78]Q~[\w~.-]{31,34}"
)
_TOKENS = (
    r"gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{20,}|gl(?:pat|dt|ptt|rt|cbt|ft|imt|agent|oas|soat)"
    r"-[\w.-]{16,}|GR1348941[\w-]{16,}|xox[a-z](?:\.xox[a-z])?-[\w-]{6,}|xapp-\d-[\w-]{8,}"
    r"|xwfp-[\w-]{8,}|ya29\.[\w.-]{16,}|1//0[\w-]{30,}|npm_[A-Za-z0-9]{30,}|pypi-Ag[\w-]{16,}"
    r"|hv[sbr]\.[\w-]{16,}|do[opr]_v1_\w{20,}|shp(?:at|ca|pa|ss)_\w{20,}|sq0(?:atp|csp)-[\w-]{20,}"
    r"|EAA[A-Z]\w{60,}|dckr_pat_[\w-]{16,}|gl(?:sa|c)_[\w=+/-]{20,}|figd_[\w-]{20,}"
    r"|hf_[A-Za-z0-9]{30,}|r8_\w{30,}|rubygems_[0-9a-f]{40,}|sntry[su]_[\w=+/-]{20,}"
    r"|dp\.(?:pt|st|ct|sa)\.[\w.-]{20,}|tskey-[\w-]{16,}|pul-[0-9a-f]{40}|ops_eyJ[\w-]{20,}"
    r"|ph[cx]_\w{30,}|CCIPAT_\w{20,}|ntn_\w{30,}|secret_[A-Za-z0-9]{40,}"
    r"|mfa\.[\w-]{40,}|[A-Za-z0-9]{14}\.atlasv1\.[\w-]{30,}|dapi[0-9a-f]{32}(?!\w)"
    r"|eyJ[\w-]{6,}(?:\.[\w-]*){1,4}|eyJhbGciOi[\w-]{4,}"
)
_KEY_PREFIXES = (
    *("akia", "asia", "abia", "acca", "aiza", "gocspx", "k_live", "k_test", "whsec", "sk-", "sg."),
    *("key-", "-us", "nrak", "pmak", "age-s", "gsk_", "xai-", "pplx", "lin_api", "oy2"),
    *("atatt3", "atbb", "q~"),
)
_TOKEN_PREFIXES = (
    *(
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_",
        "gl",
        "gr13",
        "xox",
        "xapp",
        "xwfp",
        "ya29",
    ),
    *(
        "1//0",
        "npm_",
        "pypi-ag",
        "hvs.",
        "hvb.",
        "hvr.",
        "_v1_",
        "shp",
        "sq0",
        "eaa",
        "dckr",
        "figd",
    ),
    *("hf_", "r8_", "rubygems_", "sntry", "dp.", "tskey", "pul-", "ops_", "phc_", "phx_", "ccipat"),
    *("ntn_", "secret_", "mfa.", "eyj", ".atlasv1.", "dapi"),
)
"""How the keys and tokens begin, in small letters."""

# -- commands and headers --------------------------------------------------------------------------

_PARAMS = (
    r"(?:x-(?:amz|goog)-(?:signature|credential|security-token)|sig(?:nature)?|[\w.-]*token|jwt"
    r"|api[_-]?key|[\w.-]*secret|[\w-]*password|passwd|pwd|subscription-key|awsaccesskeyid|auth)"
)
DROPPED = _one(
    rf"(?P<lead>[?#]|&(?:amp;)?){_PARAMS}=(?P<value>[^\s&#\"'`<>|]+)(?P<more>&(?:amp;)?)?"
)
"""Parameters of a link that let anybody in; the rest of the link stays."""
DROPPED_NEEDS = ("=",)
QUERY = _one(
    r"(?P<kept>https?://(?:files\.slack\.com/[^\s?<>|\"]*"
    r"|[^\s?<>|\"/]{0,200}slack[^\s?<>|\"]{0,500}(?=\?\S{0,500}pub_secret)))\?[^\s<>|\"]+"
)
"""Slack's files open for whoever has what follows the question mark."""
QUERY_NEEDS = ("slack",)
_DATA = r"[A-Za-z0-9+/=\\]"
_LETTER = r"[^\s\"'`<>]"


def _command(words: str) -> re.Pattern[str]:
    return _one(rf"(?<![\w-])(?:{words})[\"']?(?!--)(?P<value>{_SOLID})")


def _option(names: str) -> re.Pattern[str]:
    return _one(rf"(?<![\w-])--(?:[\w-]*-)?(?:{names})(?:=|[ \t]+)(?!-){_VALUE}")


SHAPES: tuple[Shape, ...] = (
    Shape(
        KEY,
        ("-----begin",),
        _one(
            r"(?P<value>-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----"
            r"(?:[\s\S]*?-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----"
            rf"|(?:\s*(?:[A-Z][\w-]+: [^\n]*|{_DATA}{{16,}}))*(?:\s*(?=\S*[\d=]){_DATA}+(?!\S))?))"
        ),
    ),
    Shape(
        KEY,
        ("private-lines",),
        _one(rf"Private-Lines: \d+(?P<value>(?:\s+{_DATA}{{16,}})+)"),
    ),
    Shape(
        TOKEN,
        ("hooks", "webhook"),
        _one(
            r"(?:hooks\.slack(?:-gov)?\.com/(?:services|workflows|triggers)/"
            r"|discord(?:app)?\.com/api/(?:v\d+/)?webhooks/|\.webhook\.office\.com/webhookb2/)"
            r"(?P<value>[\w/@+=.-]+)"
        ),
    ),
    Shape(
        PASSWORD,
        ("://",),
        _one(
            r"://[^\s/:@?#\[]*:(?!\d{1,5}(?:[/?#]|$))"
            rf"(?P<value>(?:{_GONE}|(?!://)[^\s\"`<>])+)@(?=[\w\[.-])"
        ),
        is_stated,
    ),
    Shape(TOKEN, ("://",), _one(r"://(?P<value>[^\s/:@?#]{16,}):?@(?=[\w\[.-])"), is_long),
    Shape(
        PASSWORD,
        ("oracle",),
        _one(r"jdbc:oracle:\w+:[^\s/@:]+/(?P<value>[^\s@]+)@"),
        is_stated,
    ),
    Shape(KEY, _KEY_PREFIXES, _one(rf"{_FREE}(?P<value>{_KEYS})", small=False)),
    Shape(TOKEN, _TOKEN_PREFIXES, _one(rf"{_FREE}(?P<value>{_TOKENS})", small=False)),
    Shape(TOKEN, (".",), _one(rf"{_FREE}(?P<value>[MNO][\w-]{{22,27}}\.[\w-]{{6}}\.[\w-]{{27,}})")),
    Shape(
        KEY,
        ("sk",),
        _one(r"(?P<value>SK(?<![A-Za-z0-9]SK)[0-9a-f]{32})(?!\w)", small=False),
    ),
    Shape(TOKEN, (":aa",), _one(r"(?<!\d)(?P<value>\d{6,12}:AA[\w-]{30,40})", small=False)),
    Shape(KEY, ("sk-",), _one(rf"{_FREE}(?P<value>sk-[\w-]{{20,}})", small=False), mixed),
    Shape(TOKEN, ("s.",), _one(r"(?<![\w.])(?P<value>s\.[A-Za-z0-9]{24})(?!\w)"), mixed),
    # A secret key of Amazon's is known by its length and by what stands before it.
    Shape(
        KEY,
        ("secret", "aws", "[key removed]"),
        _one(
            r"(?:secret|aws|\[key removed\])[\s\S]{0,60}?"
            r"(?<![A-Za-z0-9/+=])(?P<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])"
        ),
        mixed,
    ),
    # -- headers
    Shape(
        TOKEN,
        ("authoriz",),
        _one(
            r"authorization[\"'\\]*[ \t]*[:=][ \t]*[\"'\\]*"
            r"(?:(?:bearer|basic|token|digest|apikey|api-key|negotiate|splunk|geniekey|key)[ \t]+)"
            rf"(?:token=)?[\"']?(?P<value>(?:{_GONE}|{_LETTER})+)"
        ),
        is_stated,
    ),
    Shape(
        TOKEN,
        ("authoriz",),
        _one(rf"authorization[\"'\\]*[ \t]*[:=][ \t]*[\"'\\]*(?P<value>{_LETTER}{{8,}})"),
        is_long,
    ),
    Shape(
        TOKEN,
        ("bearer", "basic "),
        _one(r"(?<!\w)(?:bearer|basic)[ \t]+(?P<value>[\w.~+/=-]{12,})"),
        is_key,
    ),
    Shape(
        COOKIE,
        ("cookie",),
        _one(r"(?<!\w)(?:set-)?cookie[\"'\\]*:[ \t]*[\"'\\]*(?P<value>[\w.-]+=[^\n\"'`]*)"),
    ),
    Shape(COOKIE, ("sessid", "jsession"), _one(r"(?:sessid|jsessionid)=(?P<value>[\w.%-]+)")),
    # -- commands
    Shape(PASSWORD, ("--",), _option(rf"{_PASSWORDS}|pass|auth"), is_stated),
    Shape(TOKEN, ("--",), _option(_GRANTS), is_stated),
    Shape(KEY, ("--",), _option(_KEY_NAMES), is_stated),
    Shape(
        PASSWORD,
        ("mysql", "mariadb"),
        _command(r"(?:mysql|mariadb)[\w-]*\b[^\n|;]{0,80}?\s(?-i:-p)"),
        is_given,
    ),
    Shape(
        PASSWORD,
        ("sshpass", "login"),
        _command(
            r"sshpass[ \t]+-p[ \t]*|(?:docker|podman|helm|az|oc|argocd)\b[^\n|;]{0,80}?login\b"
            r"[^\n|;]{0,80}?\s-p[ \t]*"
        ),
        is_given,
    ),
    Shape(
        PASSWORD,
        ("curl", "--user", "wget", "http"),
        _one(
            r"(?:curl\b[^\n|;]{0,80}?\s(?-i:-u)|--(?:proxy-)?user)[ \t=]*[\"']?(?!\d+:\d)"
            rf"[^\s:\"'/]+:(?P<value>{_SOLID})"
        ),
        is_given,
    ),
    Shape(
        PASSWORD,
        ("redis", "ldap", "requirepass", "htpasswd", "rabbitmq"),
        _command(
            r"redis-cli\b[^\n|;]{0,80}?\s-a[ \t]+|ldap\w+\b[^\n|;]{0,80}?\s-w[ \t]*"
            r"|requirepass[ \t]+|htpasswd[ \t]+-\w*b\w*[ \t]+\S+[ \t]+\S+[ \t]+"
            r"|rabbitmqctl\b[^\n|;]{0,80}?(?:add_user|change_password)[ \t]+\S+[ \t]+"
        ),
        is_given,
    ),
    Shape(
        PASSWORD,
        ("echo", "printf"),
        _one(
            r"(?:echo|printf)[ \t]+(?:-n[ \t]+)?[\"']?(?P<value>[^\s\"'|]+)[\"']?[ \t]*\|[^\n|]*"
            r"(?:--password-stdin|passwd|sudo -S)"
        ),
        is_given,
    ),
    Shape(
        PASSWORD,
        ("identified", "password '", 'password "', "password e'"),
        _one(
            r"(?:identified(?: with \w+)? by|(?:with|encrypted|user[ \t]+\S+)[ \t]+password)[ \t]+"
            r"E?[\"'](?P<value>[^\"'\n]+)[\"']"
        ),
        is_stated,
    ),
    # -- what stands behind its name
    Shape(
        PASSWORD,
        ("phrase", "mnemonic"),
        _one(
            r"(?:passphrase|(?:seed|recovery)[ _-]phrase|mnemonic)s?[\"'*_`]*[ \t]*[:=][*_ \t]*"
            rf"[\"'`]?(?!{_GONE})(?P<value>[^\n\"'`]+)"
        ),
        is_stated,
    ),
    Shape(PASSWORD, _PASSWORD_NEEDS, _one(rf"{_PASSWORDS}{_OF}{_EQUALS}{_VALUE}"), is_password),
    Shape(PASSWORD, _PASSWORD_NEEDS, _one(rf"{_PASSWORDS}{_OF}{_IS}{_LINE}{_VALUE}"), is_said),
    Shape(
        PASSWORD,
        _PASSWORD_NEEDS,
        _one(rf"(?<!\w){_PASSWORDS}[ \t]+{_VALUE}"),
        is_strong,
    ),
    Shape(
        PASSWORD,
        _PASSWORD_NEEDS,
        _one(rf"{_PASSWORDS}[ \t]+from[ \t]+(?:{_GONE}|\S+)[ \t]+to[ \t]+{_VALUE}"),
        is_said,
    ),
    Shape(
        PASSWORD,
        ("user", "login"),
        _one(
            r"(?:user(?:name)?|login)[:=]?[ \t]+\S+[ \t]*[,;/]?[ \t]+(?:and[ \t]+)?pass[:=]?[ \t]+"
            rf"(?P<value>{_BARE})"
        ),
        is_stated,
    ),
    Shape(
        PASSWORD,
        ("cred", "login"),
        _one(
            r"(?<![/\w])(?:creds?|credentials?|logins?)(?:[ \t]*[:=]|[ \t]+(?:is|are))"
            rf"[ \t]*[`\"']?[\w.@-]+[ \t]*[/:|][ \t]*(?P<value>{_BARE})"
        ),
        is_password,
    ),
    Shape(
        PASSWORD,
        ("<", "&lt;"),
        _one(rf"<(?:\w+:)?(?:{_PASSWORDS}|{_GRANTS}|{_KEY_NAMES})>(?P<value>[^<\n]+)</"),
        is_stated,
    ),
    Shape(PASSWORD, ("pass",), _one(rf"{_BRIEF}{_EQUALS}{_VALUE}"), is_secret),
    Shape(KEY, ("key",), _one(rf"{_KEY_NAMES}{_OF}{_EQUALS}{_VALUE}"), is_secret),
    Shape(KEY, ("key",), _one(rf"{_KEY_NAMES}{_OF}{_IS}{_LINE}{_VALUE}"), is_key),
    Shape(TOKEN, _GRANT_NEEDS, _one(rf"{_GRANTS}{_OF}{_EQUALS}{_VALUE}"), is_secret),
    Shape(TOKEN, _GRANT_NEEDS, _one(rf"{_GRANTS}{_OF}{_IS}{_LINE}{_VALUE}"), is_key),
    Shape(KEY, _LOOSE_NEEDS, _one(rf"{_LOOSE}{_EQUALS}{_VALUE}"), is_long),
    # -- numbers of people
    Shape(
        CARD,
        (),
        _one(
            r"(?P<value>\d(?<![\w.,-]\d)(?:\d{12,18}|\d{3}([ -])\d{4}\2\d{4}\2\d{1,4}(?:\2\d{3})?"
            r"|\d{3}([ -])\d{6}\3\d{4,5}))(?![\w-]|[.,]\d)"
        ),
        is_card,
    ),
    Shape(
        ACCOUNT,
        (),
        re.compile(r"(?P<value>[A-Za-z](?<!\w\w)[A-Za-z]\d{2}(?: ?[A-Za-z0-9]){11,30})"),
        is_account,
    ),
)
"""In this order: names say less than shapes, so they come last."""

BY_NEED = {
    word: frozenset(at for at, shape in enumerate(SHAPES) if word in shape.needs)
    for word in dict.fromkeys(word for shape in SHAPES for word in shape.needs)
}
"""The places of the shapes that need a word."""
ALWAYS = frozenset(at for at, shape in enumerate(SHAPES) if not shape.needs)

# Most messages of a chat hold none, and are to be passed over quickly.
LONG, PARTED, SIGNS = (re.compile(each) for each in (r"\S{16}", r"[ -]\d{4}", r"[\d=:/-]"))
SAID = (
    *("pass", "pw", "secret", "token", "cred", "identif"),
    *("kennw", "contras", "senha", "wachtw", "парол"),
)
MARKS = (
    *("key", "auth", "bearer", "basic ", "cookie", "sess", "sig", "://", "otp", "jwt"),
    *("--", "mysql", "mariadb", "curl", "redis", "ldap", "oracle", "login", "mnemonic", "phrase"),
    "sid",
)
"""Without any of these in small letters there is no secret in a short word of a text."""
