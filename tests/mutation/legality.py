"""The named classes of legal edits: each module of `legal/` is one, its docstring says why it is legal."""

import importlib
from functools import cache
from pathlib import Path
from types import ModuleType

from .edit import Edit

CLASSES = Path(__file__).parent / "legal"


@cache
def classes() -> dict[str, ModuleType]:
    """Every class by its name."""
    names = sorted(file.stem for file in CLASSES.glob("*.py"))
    return {name.replace("_", "-"): importlib.import_module(f".legal.{name}", __package__) for name in names}


def legal(edit: Edit) -> str:
    """The name of the class that an edit belongs to, empty when it belongs to none."""
    return next((name for name, module in classes().items() if module.holds(edit)), "")
