"""A GitBook space that is synced with Git.

Source: GitBook's documentation, "Git Sync", "Content configuration", as of 2026.
"""

from collections.abc import Iterable, Iterator, Mapping

import yaml

from stepsheet.exporting import contents, guides, plain_pages
from stepsheet.exporting.contents import Entry
from stepsheet.exporting.exporter import Exporter, File, Shelf
from stepsheet.exporting.gitbook import GitBook
from stepsheet.exporting.layout import Layout
from stepsheet.exporting.words import Words

_SETTINGS = """\
root: ./

structure:
  readme: README.md
  summary: SUMMARY.md
"""


def files(shelf: Shelf) -> Iterator[File]:
    """The settings, the table of contents, the home page, the guides and the pages."""
    flavour, layout = GitBook(), Layout(pages="", pictures=".gitbook/assets/")
    links = layout.links(shelf)
    words = contents.speaker(shelf.site, flavour)
    entries = contents.entries(shelf.site, words, links)
    yield File.text(".gitbook.yaml", _settings(contents.redirects(shelf.site, links)), made=True)
    yield File.text("SUMMARY.md", _summary(shelf.site.name, entries, words), made=True)
    yield File.text("README.md", contents.home(shelf.site, words, entries, ""), made=True)
    yield from guides.files(shelf, layout, flavour, links)
    yield from plain_pages.files(shelf, layout, flavour, links)


def _settings(redirects: Mapping[str, str]) -> str:
    written = yaml.safe_dump({"redirects": dict(redirects)}, allow_unicode=True) if redirects else ""
    return f"{_SETTINGS}\n{written}" if written else _SETTINGS


def _summary(name: str, entries: Iterable[Entry], words: Words) -> str:
    """The table of contents: a group of pages has a heading."""
    first = [Entry(name, "README.md"), *(entry for entry in entries if not entry.is_group)]
    lines = ["# Table of contents", "", *contents.listing(first, words)]
    for group in entries:
        if group.is_group:
            lines += ["", f"## {words.made(group.title)}", "", *contents.listing(group.children, words)]
    return "\n".join(lines) + "\n"


EXPORTER = Exporter("gitbook", files)
