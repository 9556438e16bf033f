"""The sitemap: every page that is really translated once, each with its twins in the other locales, and no other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from stepsheet.audit import listing
from stepsheet.audit.checks.twins import translated
from stepsheet.audit.faults import damaged_file, wrong_list
from stepsheet.audit.presence import lack
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Diagnostic, Location

FILE = "sitemap.xml"
_SPACE = " "  # between a namespace and a name
_URLSET = f"http://www.sitemaps.org/schemas/sitemap/0.9{_SPACE}"
_TWIN = f"http://www.w3.org/1999/xhtml{_SPACE}link"


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the sitemap; a site without an address has none."""
    if not audit.settings.site_url:
        return
    here = audit.built.at(FILE)
    lacking = lack(audit.built, FILE, "the list of all pages for search engines")
    if lacking:
        yield lacking
        return
    try:
        found = _Reader().read(audit.built.read(FILE) or b"")
    except expat.ExpatError:
        yield damaged_file.at(here, FILE, "XML")
        return
    wanted = _wanted(audit, audit.settings.site_url)
    places = {address: place for address, (place, _) in wanted.items()}
    yield from listing.compare(places, [address for address, _ in found], FILE, here)
    for address, twins in found:
        if address in wanted:
            yield from _twins(address, *wanted[address], twins)


def _wanted(audit: Audit, root: str) -> dict[str, tuple[Location, dict[str, str]]]:
    """The address of every page, where it comes from, and its twins by locale."""
    made: dict[str, tuple[Location, dict[str, str]]] = {}
    for locale, prefix in audit.prefixes.items():
        for path, place in listing.everything(audit, locale).items():
            if audit.published.is_indexed(path, locale):
                twins = {one: f"{root}{folder}{path}" for one, folder in translated(audit, path).items()}
                made[f"{root}{prefix}{path}"] = place, {**twins, "x-default": next(iter(twins.values()))}
    return made


def _twins(address: str, place: Location, wanted: dict[str, str], found: dict[str, str]) -> Iterator[Diagnostic]:
    for locale in {**wanted, **found}:
        if found.get(locale) != wanted.get(locale):
            yield wrong_list.twin(place, address, locale, wanted.get(locale, "nowhere"))


@dataclass(slots=True)
class _Reader:
    """Reads the addresses, each with its twins by locale."""

    made: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    def read(self, data: bytes) -> list[tuple[str, dict[str, str]]]:
        """Raises expat.ExpatError for what is no XML."""
        parser = expat.ParserCreate(namespace_separator=_SPACE)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        parser.Parse(data, True)
        return self.made

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_URLSET}url":
            self.made.append(("", {}))
        elif name == _TWIN and self.made and attributes.get("rel") == "alternate":
            self.made[-1][1][attributes.get("hreflang", "")] = attributes.get("href", "")
        self.text = ""

    def _say(self, text: str) -> None:
        self.text += text

    def _end(self, name: str) -> None:
        if name == f"{_URLSET}loc" and self.made:
            self.made[-1] = self.text.strip(), self.made[-1][1]
