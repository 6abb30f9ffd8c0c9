"""Changes JSON by its values, where changing bytes mostly makes it no JSON at all."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

_ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 2**70, 1e300, 1772632982000, "", " ", "x", [], {}, [[]], [{}]),
    *("2026-02-30T10:00:00Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00Z", "1e400"),
    *("2026-03-04T14:03:22Z", "1772632982.000100", "=1+1", "http://[::1", "\ud800", "\u202e"),
    *("<@U1> <!date^1^a>", "<a href='b'>c", "&amp;lt;", "password: hunter2!", "\ufb2c" * 9, "\0"),
)
"""What does not belong there."""


def exchanged(data: bytes, chance: Random) -> bytes | None:
    """JSON, or a line that is some, with a value odd, gone, doubled or another's; else None."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    for text in (data, lines[at]):
        with suppress(ValueError, RecursionError):
            value = json.loads(text)
            places = _places(value)
            for _ in range(chance.randint(1, 3) if places else 0):
                _change(*chance.choice(places), places, chance)
            written = json.dumps(value, ensure_ascii=chance.random() < 1 / 2)
            changed = written.encode("utf-8", "surrogatepass")
            return changed if text is data else b"\n".join([*lines[:at], changed, *lines[at + 1 :]])
    return None


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every object and list with every key or index in it."""
    found = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, dict | list):
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            found += [(holder, key) for key in keys]
            waiting += [holder[key] for key in keys]
    return found


def _change(holder: Any, key: Any, places: list[tuple[Any, Any]], chance: Random) -> None:
    """Change one value; a place that is gone by now stays so."""
    deed = chance.randrange(4)
    with suppress(KeyError, IndexError):
        if deed == 0:
            del holder[key]
        elif deed == 1 and isinstance(holder, list):
            holder.append(_copied(holder[key]))
        elif deed == 2:
            other, name = chance.choice(places)
            holder[key] = _copied(other[name])
        else:
            holder[key] = _copied(chance.choice(_ODD))


def _copied(value: Any) -> Any:
    """Nothing may come to hold itself."""
    return json.loads(json.dumps(value))
