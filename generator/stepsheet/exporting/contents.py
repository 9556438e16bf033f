"""What leads to the guides of a tree: its home page, and the list of its pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.exporting.flavour import Flavour
from stepsheet.exporting.links import Links
from stepsheet.exporting.words import Words
from stepsheet.localize.document import Text
from stepsheet.render.markdown import escaping, structure
from stepsheet.render.site import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the list."""

    title: str
    page: str


@dataclass(frozen=True, slots=True)
class Group:
    """Pages below a title, which is empty for those that belong to no category."""

    title: str
    summary: str
    entries: tuple[Entry, ...]


def groups(site: Site, words: Words, links: Links) -> Iterator[Group]:
    """The guides by category, in the order of the categories, then those without one; titles as Markdown."""
    listed = set()
    for category in site.categories:
        listed |= {document.id for document in category.documents}
        entries = tuple(_entry(document.id, document.title, words, links) for document in category.documents)
        summary = words.made(words.spoken(category.summary)) if category.summary else ""
        yield Group(words.made(words.spoken(category.title)), summary, entries)
    rest = tuple(
        _entry(document.id, document.title, words, links) for document in site.documents if document.id not in listed
    )
    if rest:
        yield Group("", "", rest)


def _entry(guide: str, title: Text, words: Words, links: Links) -> Entry:
    return Entry(words.made(words.spoken(title)), links.pages[f"guide:{guide}"])


def home(site: Site, words: Words, found: tuple[Group, ...], folder: str) -> str:
    """The home page, which lies in a folder: the site's name, what it is about, its guides."""
    blocks = [f"# {escaping.heading(words.made(site.name))}", escaping.guard(words.made(site.description))]
    for group in found:
        links = (f"[{entry.title}]({escaping.path(entry.page.removeprefix(folder))})" for entry in group.entries)
        blocks += [f"## {escaping.heading(group.title)}" if group.title else "", escaping.guard(group.summary)]
        blocks.append("\n".join(structure.item("* ", link) for link in links))
    return "\n\n".join(block for block in blocks if block) + "\n"


def speaker(site: Site, flavour: Flavour) -> Words:
    """What writes words that belong to no guide."""
    return Words(site.interface, flavour.script, lambda _: None, flavour.indent)
