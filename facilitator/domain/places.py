"""How a time zone reads in a sentence."""

from facilitator.domain.text import shortened
from facilitator.domain.typed_zones import offset
from facilitator.domain.zones import is_known


def zone_words(name: str) -> str:
    """``Europe/London`` reads ``London time``; ``UTC`` stays, and stands in for the unknown."""
    if not is_known(name) and offset(name) is None:
        return f"UTC, for {shortened(name)} is unknown here"
    if name in {"UTC", "Etc/UTC", "GMT"}:
        return "UTC"
    place = name.rsplit("/", maxsplit=1)[-1].replace("_", " ")
    return f"{place} time" if "/" in name else name
