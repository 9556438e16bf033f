"""Node trees become guides, categories and catalogs; what does not fit becomes diagnostics in the author's words."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from stepsheet.diagnostics import Diagnostic
from stepsheet.discovery import modules
from stepsheet.errors import InternalError
from stepsheet.load.nodes import Node, plain
from stepsheet.model.element import Element
from stepsheet.model.problem import problem

Built = TypeVar("Built", bound=Element)

MAX_ALIKE = 100  # errors of a kind in a file; who has more of them sees the rest when these are gone


def element(node: Node, model: type[Built]) -> tuple[Built | None, tuple[Diagnostic, ...]]:
    """The element that a node tree describes, or None and everything that is wrong with it."""
    try:
        return model.model_validate(plain(node)), ()
    except ValidationError as error:
        return None, tuple(_explain(details, node, model) for details in _some(error.errors(include_url=False)))


def _some(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The errors, of each type as many as anybody reads."""
    seen: Counter[str] = Counter()
    for error in errors:
        seen[error["type"]] += 1
        if seen[error["type"]] <= MAX_ALIKE:
            yield error


def _explain(error: ErrorDetails, node: Node, model: type[Element]) -> Diagnostic:
    explainer = _explainers().get(error["type"])
    if explainer is None:
        raise InternalError(f"no words for pydantic's {error['type']!r} at {error['loc']}: {error['msg']}")
    diagnostic: Diagnostic = explainer.explain(problem(node, model, error))
    return diagnostic


@cache
def _explainers() -> dict[str, ModuleType]:
    """The module that has words for each pydantic error type."""
    return {kind: module for module in modules("stepsheet.model.faults", "TYPES") for kind in module.TYPES}
