"""A GitBook space that is synced with Git.

Source: GitBook's documentation, "Git Sync", "Content configuration", as of 2026.
"""

from collections.abc import Iterator

from stepsheet.exporting import contents, guides
from stepsheet.exporting.exporter import Exporter, File, Shelf
from stepsheet.exporting.gitbook import GitBook
from stepsheet.exporting.guides import Layout

_SETTINGS = """\
root: ./

structure:
  readme: README.md
  summary: SUMMARY.md
"""


def files(shelf: Shelf) -> Iterator[File]:
    """The settings, the table of contents, the home page and the guides."""
    flavour, layout = GitBook(), Layout(pages="", pictures=".gitbook/assets/")
    links = guides.find_links(shelf, layout)
    words = contents.speaker(shelf.site, flavour)
    groups = tuple(contents.groups(shelf.site, words, links))
    yield File.text(".gitbook.yaml", _SETTINGS, made=True)
    yield File.text("SUMMARY.md", _summary(words.made(shelf.site.name), groups), made=True)
    yield File.text("README.md", contents.home(shelf.site, words, groups, ""), made=True)
    yield from guides.files(shelf, layout, flavour, links)


def _summary(name: str, groups: tuple[contents.Group, ...]) -> str:
    """The table of contents: a heading is a group of pages."""
    lines = ["# Table of contents", "", f"* [{name}](README.md)"]
    for group in sorted(groups, key=lambda group: bool(group.title)):
        lines += ["", f"## {group.title}", ""] if group.title else []
        lines += [f"* [{entry.title}]({entry.page})" for entry in group.entries]
    return "\n".join(lines) + "\n"


EXPORTER = Exporter("gitbook", files)
