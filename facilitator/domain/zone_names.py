"""Finds the IANA time zone that somebody means: by its name, its place or an abbreviation."""

from datetime import timedelta
from zoneinfo import available_timezones

from facilitator.domain.rules import RuleViolation
from facilitator.domain.typed_zones import MEANINGS, offset, offset_text, scan_zone
from facilitator.domain.zones import check_zone

_SHOWN = 4


def zone_named(typed: str) -> str:
    """``Europe/Berlin`` for itself, ``berlin`` or ``CEST``; RuleViolation if it may be several.

    A part of a name does where only one zone has it.
    """
    wanted = _plain(typed)
    names = {_plain(name): name for name in sorted(available_timezones())}
    if wanted in names:
        return names[wanted]
    ways = (_homes(wanted) or _places(wanted, names) or _parts(wanted, names)) if wanted else []
    if len(ways) > 1:
        raise RuleViolation("time_zone", f"“{typed.strip()}” can be {_either(ways)}.")
    return ways[0] if ways else check_zone(typed.strip())


def clocks_named(typed: str) -> str:
    """As ``zone_named``; an offset such as ``+02:00`` or ``UTC+2`` names clocks too."""
    if offset(typed.strip()) is not None:
        return offset_text(offset(typed.strip()) or timedelta(0))
    found = scan_zone(f" {typed.strip()}", 0)
    if found and found[1] == len(typed.strip()) + 1 and offset(found[0]) is not None:
        return found[0]
    return zone_named(typed)


def _plain(text: str) -> str:
    return "_".join(text.casefold().split())


def _homes(wanted: str) -> list[str]:
    return [meaning.home for meaning in MEANINGS.get(wanted.upper(), ())]


def _places(wanted: str, names: dict[str, str]) -> list[str]:
    return [name for plain, name in names.items() if plain.rsplit("/", 1)[-1] == wanted]


def _parts(wanted: str, names: dict[str, str]) -> list[str]:
    return [name for plain, name in names.items() if wanted in plain]


def _either(ways: list[str]) -> str:
    if len(ways) > _SHOWN:
        return f"{', '.join(ways[:_SHOWN])} or another"
    return f"{', '.join(ways[:-1])} or {ways[-1]}"
