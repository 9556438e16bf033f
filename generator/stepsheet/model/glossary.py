"""The glossary: which words a translation must use for a term, and which terms are the same in every language."""

import re
from functools import cached_property
from typing import Annotated, Self

import pydantic
from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from stepsheet.diagnostics import Diagnostic
from stepsheet.load import folders
from stepsheet.load.files import Root
from stepsheet.model import build
from stepsheet.model.element import Element
from stepsheet.model.values import Filled, Flag


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[Filled, ...], BeforeValidator(_listed)]


class Term(Element):
    """A word or more of the source language; `forms` are its other forms in the source texts.

    `keep` says that it is the same in every language. `translations` has, for a locale, the words one of which a
    translation must have.
    """

    term: Filled
    forms: tuple[Filled, ...] = ()
    keep: Flag = False
    translations: dict[str, Words] = pydantic.Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if self.keep and self.translations:
            raise PydanticCustomError("conflict", "'translations' stands beside 'keep', which says that there is none")
        if not self.keep and not self.translations:
            raise PydanticCustomError("conflict", "a term without 'keep' or 'translations'")
        return self

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the term in a source text: as a whole word; a name as it is written, a word in any case."""
        words = "|".join(map(re.escape, (self.term, *self.forms)))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.NOFLAG if self.keep else re.IGNORECASE)

    def is_in(self, translation: str, locale: str) -> bool:
        """Whether a translation has the term as it should; it has when nothing is said of its locale."""
        if self.keep:
            return self.term in translation
        wanted = self.translations.get(locale, ())
        return not wanted or any(word.casefold() in translation.casefold() for word in wanted)


class Glossary(Element):
    """The file of all terms."""

    terms: tuple[Term, ...]


def read(root: Root, problems: list[Diagnostic]) -> tuple[Term, ...]:
    """The terms of `glossary.yml`; none when there is no such file, or when it cannot be read."""
    node, faults = folders.yaml_file("glossary", root)
    problems += faults
    made = None
    if node:
        made, shape = build.element(node, Glossary)
        problems += shape
    return made.terms if made else ()
