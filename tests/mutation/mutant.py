"""A mutant: one change at one spot of a project's content."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .project import Original
from .splice import Span
from .tree import Place


@dataclass(frozen=True)
class Mutant:
    """`files` are the changed files (None: deleted); `span` is the harmed stretch of `name`, None for all of it.

    `place` is the value that was changed, None where it is no YAML; `what` says in words what was done.
    """

    operator: str
    name: str
    line: int
    what: str
    files: Mapping[str, bytes | None]
    span: Span | None
    place: Place | None = None


Spoiled = tuple[Place, str, str, Span | None]  # where, the new text of the file, what was done, what it harms
Operator = Callable[[Original], Iterator[Mutant]]


def over_places(name: str, spoil: Callable[[Place], Iterator[tuple[str, str, Span]]], *, catalogs: bool) -> Operator:
    """The operator that does something to each place of the model's files, or of the catalogs."""

    def mutants(original: Original) -> Iterator[Mutant]:
        for tree in original.trees:
            for place in tree.places if (tree.model is None) == catalogs else ():
                for text, what, span in spoil(place):
                    if text != tree.text:
                        yield Mutant(name, tree.name, place.line, what, {tree.name: text.encode()}, span, place)

    return mutants
