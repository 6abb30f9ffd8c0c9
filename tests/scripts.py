"""Loads the scripts of ``packaging``, which is no package."""

from __future__ import annotations

from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

_PACKAGING = Path(__file__).parents[1] / "packaging"


@cache
def script(name: str) -> ModuleType:
    """The script of this name, as a module."""
    spec = spec_from_file_location(name, _PACKAGING / f"{name}.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
