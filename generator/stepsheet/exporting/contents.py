"""What leads to the pages of a tree: its home page, and the list of its pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from stepsheet.exporting.flavour import Flavour
from stepsheet.exporting.links import Links
from stepsheet.exporting.words import Words
from stepsheet.localize.navigation import Node
from stepsheet.render.markdown import escaping, structure
from stepsheet.render.site import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a page, an address elsewhere, or neither for a group; `title` are words."""

    title: str
    page: str = ""
    url: str = ""
    children: tuple["Entry", ...] = ()

    @property
    def is_group(self) -> bool:
        """Whether it only holds others together."""
        return not (self.page or self.url)


def entries(site: Site, words: Words, links: Links) -> tuple[Entry, ...]:
    """The navigation of the site, else its categories; then what stands in neither. Groups come last."""
    parts = [("guide", one) for one in site.documents] + [("page", one) for one in site.pages]
    by_key = {(kind, one.id): Entry(words.spoken(one.title), links.pages[f"{kind}:{one.id}"]) for kind, one in parts}
    if site.navigation.nodes:
        made = tuple(_nodes(site.navigation.nodes, by_key, words))
        listed = {node.key for top in site.navigation.nodes for node in top.walk()}
    else:
        keys = [
            (
                words.spoken(one.title),
                [*(("guide", each.id) for each in one.documents), *(("page", each.id) for each in one.pages)],
            )
            for one in site.categories
        ]
        made = tuple(Entry(title, children=tuple(by_key[key] for key in group)) for title, group in keys)
        listed = {key for _, group in keys for key in group}
    rest = tuple(entry for key, entry in by_key.items() if key not in listed)
    return tuple(sorted((*made, *rest), key=lambda entry: entry.is_group))


def _nodes(nodes: Iterable[Node], pages: dict[tuple[str, str], Entry], words: Words) -> Iterator[Entry]:
    """Entries of the navigation, without pages that are not in the tree."""
    for node in nodes:
        below = tuple(_nodes(node.children, pages, words))
        page = pages.get(node.key)
        if page:
            yield Entry(page.title, page.page, children=below)
        elif node.kind == "link":
            yield Entry(words.spoken(node.title), url=node.url, children=below)
        elif node.kind == "group" and below:
            yield Entry(words.spoken(node.title), children=below)
        else:
            yield from below


def listing(found: Iterable[Entry], words: Words, folder: str = "") -> list[str]:
    """Entries as lines of a nested list of links, seen from a folder."""
    lines: list[str] = []
    for entry in found:
        title = words.made(entry.title)
        way = escaping.path(entry.page.removeprefix(folder)) if entry.page else entry.url
        body = "\n".join([title if entry.is_group else f"[{title}]({way})", *listing(entry.children, words, folder)])
        lines += structure.item("* ".ljust(words.indent), body).split("\n")
    return lines


def home(site: Site, words: Words, found: tuple[Entry, ...], folder: str) -> str:
    """The home page, which lies in a folder: the site's name, what it is about, its pages."""
    blocks = [f"# {escaping.heading(words.made(site.name))}", escaping.guard(words.made(site.description))]
    blocks.append("\n".join(listing([entry for entry in found if not entry.is_group], words, folder)))
    for group in found:
        if group.is_group:
            title = f"## {escaping.heading(words.made(group.title))}"
            blocks += [title, "\n".join(listing(group.children, words, folder))]
    return "\n\n".join(block for block in blocks if block) + "\n"


def speaker(site: Site, flavour: Flavour) -> Words:
    """What writes words that belong to no page."""
    return Words(site.interface, flavour.script, lambda _: None, flavour.indent)


def redirects(site: Site, links: Links) -> dict[str, str]:
    """The pages that old addresses lead to now, as far as they are in the tree."""
    found = {}
    for one in site.moved:
        page = links.pages.get(f"{one.kind}:{one.path.partition('/')[0]}")
        old = PurePosixPath(one.file)
        if page:
            found[(old.parent if old.name == "index.html" else old).as_posix()] = page
    return found
