"""A project of MkDocs with Material: the plainest Markdown that still has warnings and figures."""

from collections.abc import Iterator

import yaml

from stepsheet.exporting import contents, guides
from stepsheet.exporting.exporter import Exporter, File, Shelf
from stepsheet.exporting.guides import Layout
from stepsheet.exporting.material import Material

_EXTENSIONS = ["admonition", "attr_list", "md_in_html", "sane_lists", "tables", "pymdownx.superfences"]
_TASKS = {"pymdownx.tasklist": {"custom_checkbox": True}}
_DOCS = "docs/"


def files(shelf: Shelf) -> Iterator[File]:
    """The settings with the navigation, the home page and the guides."""
    flavour, layout = Material(), Layout(pages=_DOCS, pictures=f"{_DOCS}images/")
    links = guides.find_links(shelf, layout)
    words = contents.speaker(shelf.site, flavour)
    groups = tuple(contents.groups(shelf.site, words, links))
    yield File.text("mkdocs.yml", _settings(shelf), made=True)
    yield File.text("docs/index.md", contents.home(shelf.site, words, groups, _DOCS), made=True)
    yield from guides.files(shelf, layout, flavour, links)


def _settings(shelf: Shelf) -> str:
    site = shelf.site
    settings = {
        "site_name": site.name,
        "site_description": site.description,
        "docs_dir": "docs",
        "theme": {"name": "material", "language": site.locale, "font": False},
        "markdown_extensions": [*_EXTENSIONS, _TASKS],
        "nav": ["index.md", *_navigation(shelf)],
    }
    return str(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=1000))


def _navigation(shelf: Shelf) -> Iterator[object]:
    site, words = shelf.site, contents.speaker(shelf.site, Material())
    listed = {document.id for category in site.categories for document in category.documents}
    yield from ({words.spoken(one.title): f"{one.id}.md"} for one in site.documents if one.id not in listed)
    for category in site.categories:
        entries = [{words.spoken(document.title): f"{document.id}.md"} for document in category.documents]
        yield {words.spoken(category.title): entries}


EXPORTER = Exporter("markdown", files)
