"""Every module of a package that declares something: adding one is adding a file, and nothing else."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType

from stepsheet.errors import InternalError


@cache
def modules(package: str, constant: str) -> tuple[ModuleType, ...]:
    """The modules of a package in order of their names; private ones (`_name`) are left out.

    Raises InternalError when one of them does not declare `constant`, which is what makes it one of the family.
    """
    parent = importlib.import_module(package)
    names = sorted(info.name for info in pkgutil.iter_modules(parent.__path__) if not info.name.startswith("_"))
    found = tuple(importlib.import_module(f"{package}.{name}") for name in names)
    for module in found:
        if not hasattr(module, constant):
            raise InternalError(f"{module.__name__} declares no {constant}")
    return found
