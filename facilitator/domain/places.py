"""How a time zone reads in a sentence."""


def zone_words(name: str) -> str:
    """``Europe/London`` reads ``London time``; ``UTC`` stays."""
    if name in {"UTC", "Etc/UTC", "GMT"}:
        return "UTC"
    place = name.rsplit("/", maxsplit=1)[-1].replace("_", " ")
    return f"{place} time" if "/" in name else name
