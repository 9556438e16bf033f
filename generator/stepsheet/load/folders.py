"""The content folder: which guides, catalogs and pictures there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from stepsheet.diagnostics import Diagnostic, Source
from stepsheet.load.faults import missing_guide
from stepsheet.load.files import Root, read_yaml
from stepsheet.load.listing import Problems, entries, pictures_in, strays
from stepsheet.load.nodes import Node
from stepsheet.load.pictures import Picture

GUIDE_FILE = "guide.yml"
FILES = ("glossary.yml", "redirects.yml")
FOLDERS = ("guides", "pages")
TEXT_FILES = ("categories", "navigation")  # with catalogs beside them


@dataclass(frozen=True, slots=True)
class GuideFolder:
    """The files of one guide; `catalogs` by locale, `pictures` by their name below `images/`."""

    id: str
    path: Path
    source: Source
    guide: Node
    catalogs: Mapping[str, Node]
    pictures: Mapping[str, Picture]


@dataclass(frozen=True, slots=True)
class TextFile:
    """A YAML file beside the guides, with its catalogs by locale."""

    root: Node
    catalogs: Mapping[str, Node]


def guides(root: Root) -> tuple[list[GuideFolder], Problems]:
    """Every folder below `guides/`, in order of their names, and what is wrong with the files."""
    problems: Problems = []
    folders = entries(root.content / "guides", root, problems)
    found = [guide(path, root, problems) for path in folders if path.is_dir()]
    strays([path for path in folders if not path.is_dir()], root, problems)
    strays([path for path in entries(root.content, root, problems) if not _has_place(path)], root, problems)
    return [folder for folder in found if folder], problems


def guide(path: Path, root: Root, problems: Problems) -> GuideFolder | None:
    """One guide's folder, or None when it holds no guide that can be read."""
    inside = entries(path, root, problems)
    names = {entry.name for entry in inside}
    if GUIDE_FILE not in names and (path / GUIDE_FILE).is_symlink():
        return None  # it leads out and is reported as such
    if GUIDE_FILE not in names:
        misnamed = [name for name in sorted(names) if name.lower().replace(".yaml", ".yml") == GUIDE_FILE]
        problems.append(missing_guide.at(root.source(path), misnamed[0] if misnamed else None))
        return None
    node, faults = read_yaml(path / GUIDE_FILE, root)
    problems += faults
    catalogs = _catalogs(inside, "", root, problems)
    images = pictures_in(path / "images", root, problems)
    strays([entry for entry in inside if entry.suffix != ".yml" and entry.name != "images"], root, problems)
    if node is None:
        return None
    return GuideFolder(path.name, path, root.source(path), node, catalogs, images)


def text_file(name: str, root: Root) -> tuple[TextFile | None, Problems]:
    """`content/<name>.yml` and its catalogs `<name>.<locale>.yml`; None when there is no such file."""
    problems: Problems = []
    path = root.content / f"{name}.yml"
    if not path.exists():
        strays(sorted(root.content.glob(f"{name}.*.yml")), root, problems)
        return None, problems
    node, faults = read_yaml(path, root)
    problems += faults
    catalogs = _catalogs(root.content.glob(f"{name}.*.yml"), f"{name}.", root, problems)
    return (TextFile(node, catalogs) if node else None), problems


def yaml_file(name: str, root: Root) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """`content/<name>.yml`, which is the same in every language; None when there is no such file."""
    path = root.content / f"{name}.yml"
    return read_yaml(path, root) if path.exists() else (None, ())


def _has_place(path: Path) -> bool:
    """Whether an entry of the content folder itself is read by somebody."""
    kind, dot, _ = path.name.partition(".")
    return path.name in {*FOLDERS, *FILES} or (bool(dot) and kind in TEXT_FILES and path.suffix == ".yml")


def _catalogs(files: Iterable[Path], prefix: str, root: Root, problems: Problems) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for entry in sorted(files):
        if entry.suffix != ".yml" or entry.name == GUIDE_FILE:
            continue
        node, faults = read_yaml(entry, root)
        problems += faults
        if node is not None:
            found[entry.stem.removeprefix(prefix)] = node
    return found
