"""A project of MkDocs with Material: the plainest Markdown that still has warnings and figures."""

from collections.abc import Iterable, Iterator

import yaml

from stepsheet.exporting import contents, guides, plain_pages
from stepsheet.exporting.contents import Entry
from stepsheet.exporting.exporter import Exporter, File, Shelf
from stepsheet.exporting.layout import Layout
from stepsheet.exporting.material import Material
from stepsheet.render.site import Site

_EXTENSIONS = ["admonition", "attr_list", "md_in_html", "sane_lists", "tables", "pymdownx.superfences"]
_TASKS = {"pymdownx.tasklist": {"custom_checkbox": True}}
_DOCS = "docs/"


def files(shelf: Shelf) -> Iterator[File]:
    """The settings with the navigation, the home page, the guides and the pages."""
    flavour, layout = Material(), Layout(pages=_DOCS, pictures=f"{_DOCS}images/")
    links = layout.links(shelf)
    words = contents.speaker(shelf.site, flavour)
    entries = contents.entries(shelf.site, words, links)
    yield File.text("mkdocs.yml", _settings(shelf.site, entries), made=True)
    yield File.text("docs/index.md", contents.home(shelf.site, words, entries, _DOCS), made=True)
    yield from guides.files(shelf, layout, flavour, links)
    yield from plain_pages.files(shelf, layout, flavour, links)


def _settings(site: Site, entries: Iterable[Entry]) -> str:
    settings = {
        "site_name": site.name,
        "site_description": site.description,
        "docs_dir": "docs",
        "theme": {"name": "material", "language": site.locale, "font": False},
        "markdown_extensions": [*_EXTENSIONS, _TASKS],
        "nav": ["index.md", *map(_entry, entries)],
    }
    return str(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=1000))


def _entry(entry: Entry) -> dict[str, object]:
    """A line of the navigation; a page with others below it is the first of them."""
    way = entry.page.removeprefix(_DOCS) or entry.url
    below = [_entry(child) for child in entry.children]
    return {entry.title: ([{entry.title: way}] if way else []) + below if below else way}


EXPORTER = Exporter("markdown", files)
