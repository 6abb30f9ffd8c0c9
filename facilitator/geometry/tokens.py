"""The values of the theme file, read once: colours, words, shapes, type and sizes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from facilitator.geometry.shapes import Command, parse_path

SCHEMES = ("light", "dark", "print")


@dataclass(frozen=True, slots=True)
class FamilyLook:
    """Words and colour of a factor family; ``colours`` by scheme."""

    word: str
    short: str
    colours: dict[str, str]


@dataclass(frozen=True, slots=True)
class EvidencePen:
    """How an evidence status is drawn; ``dash`` is on and off in px, empty if solid."""

    word: str
    pen: float
    dash: tuple[float, ...]
    colour: str
    text: str
    fill: str
    strike: float


@dataclass(frozen=True, slots=True)
class Steps:
    """How a durability label is shown: steps of five, in a colour role (empty for no steps)."""

    word: str
    steps: int
    fill: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The theme: colours are ``#rrggbb`` by scheme and role; ``sizes`` holds the plain tables."""

    colours: dict[str, dict[str, str]]
    families: dict[str, FamilyLook]
    evidence: dict[str, EvidencePen]
    durability: dict[str, Steps]
    markers: dict[str, str]
    shapes: dict[str, dict[str, str]]
    type: dict[str, Any]
    sizes: dict[str, Any]

    def colour(self, role: str, scheme: str = "light") -> str:
        """A colour by role, e.g. ``ink``."""
        return self.colours[scheme][role]

    def shape(self, group: str, name: str) -> tuple[Command, ...]:
        """Commands of a shape, e.g. ``shape("marker", "resolved")``."""
        return parse_path(self.shapes[group][name])


@lru_cache(maxsize=4)
def read_tokens(text: str) -> Tokens:
    """The theme from the text of its TOML file; ValueError or KeyError if it is not one."""
    raw = tomllib.loads(text)
    return Tokens(
        colours=_colours(raw["colour"]),
        families={name: _family(each) for name, each in raw["family"].items()},
        evidence={name: _evidence(each) for name, each in raw["evidence"].items()},
        durability={name: Steps(**each) for name, each in raw["durability"].items()},
        markers=raw["marker"]["words"],
        shapes=raw["shapes"],
        type=raw["type"],
        sizes=raw,
    )


def _colours(raw: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {scheme: {**raw["light"], **raw[scheme]} for scheme in SCHEMES}


def _family(raw: dict[str, str]) -> FamilyLook:
    colours = {"light": raw["light"], "dark": raw["dark"], "print": raw["light"]}
    return FamilyLook(raw["word"], raw["short"], colours)


def _evidence(raw: dict[str, Any]) -> EvidencePen:
    return EvidencePen(
        word=raw["word"],
        pen=raw["pen"],
        dash=tuple(raw["dash"]),
        colour=raw["colour"],
        text=raw["text"],
        fill=raw.get("fill", "sheet"),
        strike=raw.get("strike", 0.0),
    )
