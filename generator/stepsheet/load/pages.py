"""The plain pages of the content folder: `pages/<id>.<locale>.md`, front matter and text apart, and their pictures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stepsheet.diagnostics import Diagnostic, Location, Source
from stepsheet.load import nodes, yaml_text
from stepsheet.load.faults import front_matter
from stepsheet.load.files import Root, read_text
from stepsheet.load.listing import Problems, entries, pictures_in, strays
from stepsheet.load.pictures import Picture

_NAME = re.compile(r"(?P<id>[^.]+)\.(?P<locale>[^.]+)\.md")
_MARK = "---"


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page in one language; `front` is its front matter, `body` the text below it, from line `line` on."""

    id: str
    locale: str
    source: Source
    front: nodes.Mapping
    body: str
    line: int


@dataclass(frozen=True, slots=True)
class PagesFolder:
    """All plain pages; `pictures` by their name below `images/`.

    `names` are the ids with their locales, those of files that could not be read too.
    """

    path: Path
    source: Source
    files: tuple[PageFile, ...]
    pictures: Mapping[str, Picture]
    names: frozenset[tuple[str, str]]


def pages(root: Root) -> tuple[PagesFolder, Problems]:
    """Every page below `pages/`, in order of the files' names, and what is wrong with the files."""
    problems: Problems = []
    folder = root.content / "pages"
    inside = entries(folder, root, problems)
    names = {path: match for path in inside if path.is_file() and (match := _NAME.fullmatch(path.name))}
    strays([path for path in inside if path not in names and path.name != "images"], root, problems)
    files = [page(path, match["id"], match["locale"], root, problems) for path, match in names.items()]
    images = pictures_in(folder / "images", root, problems)
    written = frozenset((match["id"], match["locale"]) for match in names.values())
    return PagesFolder(folder, root.source(folder), tuple(file for file in files if file), images, written), problems


def page(path: Path, name: str, locale: str, root: Root, problems: Problems) -> PageFile | None:
    """One file, or None when it holds no page that can be read."""
    text = read_text(path, root)
    if isinstance(text, Diagnostic):
        problems.append(text)
        return None
    source, lines = root.source(path, text), text.split("\n")
    if lines[0].rstrip() != _MARK:
        problems.append(front_matter.missing(source))
        return None
    end = next((index for index, line in enumerate(lines) if index and line.rstrip() == _MARK), None)
    if end is None:
        problems.append(front_matter.unclosed(source))
        return None
    front = _front(source, "\n".join(lines[:end]), problems)
    return PageFile(name, locale, source, front, "\n".join(lines[end + 1 :]), end + 2) if front else None


def _front(source: Source, text: str, problems: Problems) -> nodes.Mapping | None:
    """The front matter; what the file holds behind it is no YAML."""
    if text.strip() == _MARK:
        return nodes.Mapping(Location(source, 1, 1, 1, 4), {})
    node, faults = yaml_text.parse(Source(source.path, source.name, f"{text}\n"))
    problems += faults
    if isinstance(node, nodes.Scalar | nodes.Sequence):
        problems.append(front_matter.shapeless(node.at))
    return node if isinstance(node, nodes.Mapping) else None
