"""Lists of keywords for comparison: what a reader would write down in an hour."""

from __future__ import annotations

import re
from functools import cache

from tests.evaluation.labelled import Answer

_ACTIONS = {
    "investigate": "investigat*, look into, find out, figure out, consider, explore, spike, discuss"
    ", decide, evaluate, whether",
    "eliminate": "remove, fix, replace, eliminate, delete the, drop, switch from",
    "guardrail": "block, reject, refuse, prevent, limit*, timeout*, validat*, gate, retr*, canary,"
    " fallback, failover, redundan*, rollback, test*, quota*, pin, isolat*",
    "automate": "automat*, script*, tool, self-service, pipeline, standardis*, template*",
    "detect": "alert*, monitor*, dashboard*, metric*, log, logs, alarm*, notif*, warn*, page,"
    " probe*, detect*",
    "document": "document*, runbook*, checklist*, policy, procedure*, guideline*, wiki, write*,"
    " process, review*",
    "remind": "remind*, careful*, train*, double-check, watch, announce, tell, aware*, attention",
    "repair": "restore*, revert*, restart*, clean up, refund*, roll back, recover*, re-run",
}
_VAGUE = {
    "vague": "better, improve*, more, ensure, make sure, enhance*, robust, gracefully, something,"
    " streamline, proper*, as much as possible"
}
_LANGUAGE = {
    "blame": "fault, blame*, careless*, negligen*, lazy, sloppy, incompeten*, irresponsible,"
    " should know better, should have known, didn't bother, ignored, didn't follow, refused to",
    "human_error": "human error, accident*, mistake*, forgot*, overlooked, typo, slip*, by error,"
    " wrongly, inadvertent*, mistyped, oversight",
    "counterfactual": "should have, could have, would have, should've, could've, would've, ought to"
    ", failed to, nobody noticed, went unnoticed, missed, if only, had we, if we had",
}


def rate_action(text: str) -> Answer:
    """The label of the keyword that comes first; most actions that name none add something."""
    return Answer(_first(text, _of_actions(), "guardrail"), _first(text, _of_vague(), "") != "")


def rate_sentence(text: str) -> Answer:
    """The gravest label of which a keyword occurs."""
    for pattern in _of_language():
        found = pattern.search(_plain(text))
        if found and found.lastgroup:
            return Answer(found.lastgroup)
    return Answer("clean")


def _first(text: str, pattern: re.Pattern[str], otherwise: str) -> str:
    found = pattern.search(_plain(text))
    return found.lastgroup if found and found.lastgroup else otherwise


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


@cache
def _of_actions() -> re.Pattern[str]:
    return re.compile("|".join(map(_group, _ACTIONS, _ACTIONS.values())))


@cache
def _of_vague() -> re.Pattern[str]:
    return re.compile(_group("vague", _VAGUE["vague"]))


@cache
def _of_language() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_group(*item)) for item in _LANGUAGE.items())


def _group(name: str, words: str) -> str:
    """A pattern for words that commas part; a star stands for any ending."""
    choices = [re.escape(each.strip()).replace(r"\*", r"\w*") for each in words.split(",")]
    return rf"(?P<{name}>\b(?:{'|'.join(choices)})\b)"
