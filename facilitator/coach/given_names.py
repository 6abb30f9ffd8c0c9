"""The common given names that travel with the program: a person may be known by one."""

from functools import lru_cache

from facilitator import resources


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of many cultures, in lower case; no ordinary words and no products."""
    lines = resources.read_text("given_names.txt").splitlines()
    return frozenset(
        name for line in lines if not line.startswith("#") for name in line.casefold().split()
    )
