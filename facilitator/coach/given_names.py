"""The common given names that travel with the program: a person may be known by one."""

from functools import lru_cache

from facilitator import resources


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of many cultures, in lower case; no ordinary words and no products."""
    return _names("given_names.txt")


@lru_cache(maxsize=1)
def all_given_names() -> frozenset[str]:
    """These and more, also such as are something else too; in lower case."""
    return given_names() | _names("given_names_more.txt")


def _names(name: str) -> frozenset[str]:
    lines = resources.read_text(name).splitlines()
    return frozenset(
        name for line in lines if not line.startswith("#") for name in line.casefold().split()
    )
