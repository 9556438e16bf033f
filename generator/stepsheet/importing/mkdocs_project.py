"""A MkDocs project: where its pages are, their navigation, and the redirects of the plugin for them.

What `mkdocs.yml` says is read and never run: its tags, hooks and plugins are passed over (MkDocs user guide, `nav`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from stepsheet.importing import project_file
from stepsheet.importing.faults import broken_link, unreadable_source
from stepsheet.importing.paths import address, joined, leaves
from stepsheet.importing.reading import Found, page_text
from stepsheet.importing.register import Register
from stepsheet.importing.space import NavEntry, Redirect
from stepsheet.load import nodes
from stepsheet.load.nodes import Mapping, Node, Scalar

MAX_LINES = 20_000
FILES = (PurePosixPath("mkdocs.yml"), PurePosixPath("mkdocs.yaml"))


def settings(found: Found) -> Node | None:
    """What the project's file says, None when there is no such file or it is no YAML, which is then reported."""
    file = next((name for name in FILES if name in found.files), None)
    if file is None:
        return None
    read, problems = project_file.parse(found.root.source(found.files[file], page_text(found, file) or ""))
    found.entries += problems
    return read


def pages_folder(found: Found, project: Node) -> PurePosixPath:
    """The folder of the pages."""
    written = project_file.text(project, "docs_dir") or "docs"
    folder = joined(PurePosixPath(), written.lstrip("/"))
    if leaves(folder) or not any(path.is_relative_to(folder) for path in found.files):
        node = project_file.at(project, "docs_dir") or project
        found.entries.append(unreadable_source.settings(node.at, f"the project has no folder {written!r}"))
        return PurePosixPath()
    return folder


def navigation(found: Found, project: Node, folder: PurePosixPath, register: Register) -> tuple[NavEntry, ...]:
    """The lines of `nav`; one whose page is not there is reported."""
    nav = project_file.at(project, "nav")
    if not isinstance(nav, nodes.Sequence):
        return ()
    reader = _Navigation(found, folder, register)
    made = tuple(reader.entries(nav))
    if not reader.left:
        message = f"the navigation has more than {MAX_LINES:,} lines and is not read to its end"
        found.entries.append(unreadable_source.settings(nav.at, message))
    return made


@dataclass(slots=True)
class _Navigation:
    """Reads the lines; `left` is how many more there may be: aliases make much of little."""

    found: Found
    folder: PurePosixPath
    register: Register
    left: int = MAX_LINES

    def entries(self, nav: nodes.Sequence) -> Iterator[NavEntry]:
        """The entries of a list."""
        for item in nav.items:
            if not self.left:
                return
            self.left -= 1
            titled = list(item.entries.values()) if isinstance(item, Mapping) else [(None, item)]
            for key, value in titled:
                yield from self._entry((key.value or "") if key else "", value)

    def _entry(self, title: str, value: Node) -> Iterator[NavEntry]:
        if isinstance(value, nodes.Sequence):
            below = tuple(self.entries(value))
            yield from (NavEntry(title, None, "", below),) if title else below
        elif isinstance(value, Scalar) and value.value:
            yield from self._line(title, value, value.value)

    def _line(self, title: str, value: Scalar, href: str) -> Iterator[NavEntry]:
        if "://" in href or href.startswith("mailto:"):
            yield NavEntry(title or href, None, href)
            return
        page = self.register.follow(self.folder, href)
        if page:
            yield NavEntry(title, page)
        else:
            self.found.entries.append(broken_link.unlisted(value.at, href))


def redirects(found: Found, project: Node, folder: PurePosixPath, register: Register) -> Iterator[Redirect]:
    """The `redirect_maps` of the plugin `redirects`; one whose page is not there is reported."""
    for key, value in _maps(project):
        target = value.value or ""
        page = register.follow(folder, target.partition("#")[0]) if "://" not in target else None
        if page:
            yield Redirect(address(joined(folder, str(key.value).lstrip("/"))), page, key.at)
        else:
            found.entries.append(broken_link.redirect(value.at, target))


def _maps(project: Node) -> Iterator[tuple[Scalar, Scalar]]:
    plugins = project_file.at(project, "plugins")
    listed: Sequence[Node] = plugins.items if isinstance(plugins, nodes.Sequence) else [plugins] if plugins else []
    for plugin in listed:
        maps = project_file.at(plugin, "redirects", "redirect_maps")
        for key, value in maps.entries.values() if isinstance(maps, Mapping) else ():
            if isinstance(value, Scalar):
                yield key, value
