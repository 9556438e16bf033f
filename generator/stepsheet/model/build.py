"""Node trees become guides, categories and catalogs; what does not fit becomes diagnostics in the author's words."""

from collections.abc import Mapping as Map
from functools import cache
from types import ModuleType
from typing import TypeVar

from pydantic import ValidationError

from stepsheet.diagnostics import Diagnostic
from stepsheet.discovery import modules
from stepsheet.errors import InternalError
from stepsheet.load.nodes import Node, plain
from stepsheet.model.element import Element
from stepsheet.model.problem import problem

Built = TypeVar("Built", bound=Element)


def element(node: Node, model: type[Built]) -> tuple[Built | None, tuple[Diagnostic, ...]]:
    """The element that a node tree describes, or None and everything that is wrong with it."""
    try:
        return model.model_validate(plain(node)), ()
    except ValidationError as error:
        return None, tuple(_explain(details, node, model) for details in error.errors(include_url=False))


def _explain(details: Map[str, object], node: Node, model: type[Element]) -> Diagnostic:
    kind, loc = str(details["type"]), details["loc"]
    context = details.get("ctx")
    expected = str(context.get("expected", "")) if isinstance(context, dict) else ""
    if kind not in _explainers() or not isinstance(loc, tuple):
        raise InternalError(f"no words for pydantic's {kind!r} at {loc}: {details['msg']}")
    found = problem(node, model, kind, str(details["msg"]), loc, expected)
    diagnostic: Diagnostic = _explainers()[kind].explain(found)
    return diagnostic


@cache
def _explainers() -> dict[str, ModuleType]:
    """The module that has words for each pydantic error type."""
    return {kind: module for module in modules("stepsheet.model.faults", "TYPES") for kind in module.TYPES}
