"""The menu behind F10, made from the table of commands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from facilitator.ui.registry import Registry


def build_menu(parent: QWidget, registry: Registry, font: QFont) -> QMenu:
    """One submenu a place; places with nothing to do now are left out."""
    menu = QMenu(parent)
    menu.setFont(font)
    menu.setAccessibleName("Menu")
    for place, group in groupby(registry.commands.values(), key=lambda command: command.where):
        usable = [command for command in group if registry.enabled(command.id)]
        if not usable:
            continue
        submenu = menu.addMenu(place.value)
        submenu.setFont(font)
        for command in usable:
            submenu.addAction(registry.action(command.id))
    return menu
