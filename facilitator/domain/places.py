"""How a time zone reads in a sentence."""

from facilitator.domain.text import shortened
from facilitator.domain.typed_zones import has_clocks


def zone_words(name: str) -> str:
    """``Europe/London`` reads ``London time``; ``UTC`` stays, and stands in for the unknown."""
    if not has_clocks(name):
        return f"UTC, for {shortened(name)} is unknown here"
    if name in {"UTC", "Etc/UTC", "GMT"}:
        return "UTC"
    place = name.rsplit("/", maxsplit=1)[-1].replace("_", " ")
    return f"{place} time" if "/" in name else name
