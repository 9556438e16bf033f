"""A translation catalog: prose only, keyed by id path, both languages side by side.

Each entry holds the source text the translation was made from, so that an outdated one is found by comparison.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass
from enum import Enum

from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.load.nodes import Mapping, Node, Scalar
from stepsheet.model.faults import long_text, wrong_type
from stepsheet.model.problem import begin, describe
from stepsheet.model.text import MAX_TEXT


class Standing(Enum):
    """How a translation stands to its source text."""

    OK = "ok"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message in the languages of the catalog; `texts` by locale, None for an empty one."""

    key: str
    at: Location
    texts: Map[str, Scalar]

    def text(self, locale: str) -> str | None:
        """The text in a locale; None when it is missing or blank."""
        scalar = self.texts.get(locale)
        return scalar.value if scalar and scalar.value and scalar.value.strip() else None

    def place(self, locale: str) -> Location:
        """Where the text of a locale stands, else the entry."""
        return self.texts[locale].at if locale in self.texts else self.at


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations of one guide into one locale."""

    locale: str
    at: Location
    entries: Map[str, Entry]

    def standing(self, key: str, source: str, source_locale: str) -> tuple[Standing, str]:
        """How the translation of a message stands, and the translation (empty when it is missing)."""
        entry = self.entries.get(key)
        translation = entry.text(self.locale) if entry else None
        if entry is None or translation is None:
            return Standing.MISSING, ""
        fresh = (entry.text(source_locale) or "").strip() == source.strip()
        return (Standing.OK if fresh else Standing.STALE), translation


def build(locale: str, node: Node) -> tuple[Catalog | None, tuple[Diagnostic, ...]]:
    """The catalog in a node tree; entries of the wrong shape are left out and reported."""
    if not isinstance(node, Mapping):
        help_ = "write `id.path.do:` and, indented below it, one text for each locale"
        return None, (_wrong(node, "the catalog", "a mapping", help_),)
    entries: dict[str, Entry] = {}
    problems: list[Diagnostic] = []
    for key, (name, value) in node.entries.items():
        if isinstance(value, Mapping):
            entries[key] = Entry(key, name.at, dict(_texts(key, value, problems)))
        else:
            help_ = "write one text for each locale, indented below the key"
            problems.append(_wrong(value, repr(key), "a mapping", help_))
    return Catalog(locale, begin(node), entries), tuple(problems)


def _texts(key: str, node: Mapping, problems: list[Diagnostic]) -> Iterator[tuple[str, Scalar]]:
    """The texts of an entry by locale; what is no text, or too long a one, is reported and left out."""
    for locale, (_, value) in node.entries.items():
        if not isinstance(value, Scalar):
            help_ = "write one text; put it in quotes if it begins with a bracket"
            problems.append(_wrong(value, f"{locale!r} of {key!r}", "a text", help_))
        elif len(value.value or "") > MAX_TEXT:
            problems.append(long_text.at(value, f"{locale!r} of {key!r}"))
        else:
            yield locale, value


def _wrong(node: Node, subject: str, expected: str, help_: str) -> Diagnostic:
    return wrong_type.RULE(begin(node), f"{subject} is {describe(node)}, not {expected}", help=help_)
