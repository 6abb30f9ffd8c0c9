"""Colours, type and sizes of the windows, from the theme file, at the chosen type size."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette

from facilitator import resources

SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Type sizes in percent that Ctrl++ and Ctrl+- step through."""

_DISPLAY_FROM = 26
"""From this size in px the display cut of the typeface is used (see the theme file)."""


@lru_cache(maxsize=1)
def tokens() -> dict[str, Any]:
    """The theme file as plain values."""
    return tomllib.loads(resources.read_text("theme.toml"))


@dataclass(frozen=True)
class Theme:
    """One scheme (``light`` or ``dark``) at one type size in percent."""

    scheme: str = "light"
    size: int = 100

    @property
    def scale(self) -> float:
        """Factor on every length."""
        return self.size / 100

    def px(self, length: float) -> int:
        """A length of the theme in window pixels."""
        return round(length * self.size / 100)

    @cached_property
    def _colours(self) -> dict[str, QColor]:
        return {role: QColor(value) for role, value in tokens()["colour"][self.scheme].items()}

    def colour(self, role: str) -> QColor:
        """A colour by role, e.g. ``ink`` or ``accent_tint``."""
        return self._colours[role]

    @cached_property
    def _family_colours(self) -> dict[str, QColor]:
        return {name: QColor(each[self.scheme]) for name, each in tokens()["family"].items()}

    def family_colour(self, family: str) -> QColor:
        """Colour of a factor family by its value, e.g. ``design_decision``."""
        return self._family_colours[family]

    @cached_property
    def _fonts(self) -> dict[tuple[str, str, int], QFont]:
        return {}

    def font(self, role: str, where: str = "stage", weight: int | None = None) -> QFont:
        """A font by role of the type scale (``title``, ``text``, ``label`` …) and place."""
        size, _line, normal = tokens()["type"][where][role]
        key = (where, role, weight or normal)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(role, size, weight or normal)
        return self._fonts[key]

    def _make_font(self, role: str, size: float, weight: int) -> QFont:
        font = QFont(tokens()["type"]["family"])
        font.setFamilies([tokens()["type"]["family"], *tokens()["type"]["fallback"]])
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        if role in tokens()["type"]["tabular"]:
            font.setFeature(QFont.Tag("tnum"), 1)
        # The weight alone draws the variable file's regular cut: its axis must be named too.
        font.setVariableAxis(QFont.Tag("wght"), weight)
        font.setVariableAxis(QFont.Tag("opsz"), 32 if size >= _DISPLAY_FROM else 14)
        tracking = tokens()["type"]["tracking"].get(role, 100)
        if tracking != 100:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, tracking)
        return font

    @cached_property
    def _metrics(self) -> dict[tuple[str, str, int | None], QFontMetricsF]:
        return {}

    def metrics(self, role: str, where: str = "stage", weight: int | None = None) -> QFontMetricsF:
        """Metrics of the same font; made once."""
        key = (where, role, weight)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(role, where, weight))
        return self._metrics[key]

    def line(self, role: str, where: str = "stage") -> int:
        """Line height of a role in window pixels."""
        return self.px(tokens()["type"][where][role][1])

    def palette(self) -> QPalette:
        """The palette of standard widgets."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "paper",
            QPalette.ColorRole.Base: "sheet",
            QPalette.ColorRole.AlternateBase: "well",
            QPalette.ColorRole.Button: "well",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.ToolTipBase: "sheet",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.PlaceholderText: "ink2",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.Accent: "accent",
        }
        for role, name in roles.items():
            palette.setColor(role, self.colour(name))
        return palette


def next_size(size: int, step: int) -> int:
    """The type size so many steps up or down from this one."""
    index = min(range(len(SIZES)), key=lambda each: abs(SIZES[each] - size)) + step
    return SIZES[max(0, min(len(SIZES) - 1, index))]


def themed(scheme: str, size: int) -> Theme:
    """The theme of a scheme, which follows the system if it is ``system``."""
    return Theme(_system_scheme() if scheme == "system" else scheme, size)


def _system_scheme() -> str:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - all its words take a while to load

    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"
