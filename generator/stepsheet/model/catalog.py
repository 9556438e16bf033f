"""A translation catalog: prose only, keyed by id path, both languages side by side.

Each entry holds the source text the translation was made from, so that an outdated one is found by comparison.
"""

from collections.abc import Mapping as Map
from dataclasses import dataclass
from enum import Enum

from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.load.nodes import Mapping, Node, Scalar
from stepsheet.model.faults import wrong_type
from stepsheet.model.problem import begin, describe

_MAPPING = "a mapping"
_TEXT = "a text"


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
        return None, (
            _wrong(
                node, "the catalog", _MAPPING, "write `id.path.do:` and, indented below it, one text for each locale"
            ),
        )
    entries: dict[str, Entry] = {}
    problems: list[Diagnostic] = []
    for key, (name, value) in node.entries.items():
        if not isinstance(value, Mapping):
            problems.append(
                _wrong(value, repr(key), _MAPPING, "write one text for each locale, indented below the key")
            )
            continue
        texts = {locale: text for locale, (_, text) in value.entries.items() if isinstance(text, Scalar)}
        problems += [
            _wrong(
                text, f"{locale!r} of {key!r}", _TEXT, "write one text; put it in quotes if it begins with a bracket"
            )
            for locale, (_, text) in value.entries.items()
            if not isinstance(text, Scalar)
        ]
        entries[key] = Entry(key, name.at, texts)
    return Catalog(locale, begin(node), entries), tuple(problems)


def _wrong(node: Node, subject: str, expected: str, help_: str) -> Diagnostic:
    return wrong_type.RULE(begin(node), f"{subject} is {describe(node)}, not {expected}", help=help_)
