"""Makes the ids of rows: short, unlike any other, and growing with time."""

import time
from random import SystemRandom

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_TIME_DIGITS, _RANDOM_DIGITS = 10, 10


class Ids:
    """Gives ids that grow also within one millisecond: rows keep the order of their entry."""

    def __init__(self) -> None:
        self._last = 0
        self._chance = SystemRandom()

    def __call__(self) -> str:
        """Twenty characters: the time in milliseconds, then chance."""
        bits = 5 * _RANDOM_DIGITS
        number = (time.time_ns() // 1_000_000 << bits) | self._chance.getrandbits(bits)
        self._last = max(number, self._last + 1)
        return _written(self._last, _TIME_DIGITS + _RANDOM_DIGITS)


def _written(number: int, digits: int) -> str:
    return "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(digits)))
