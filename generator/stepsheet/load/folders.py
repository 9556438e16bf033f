"""The content folder: which guides, catalogs and pictures there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from stepsheet.diagnostics import Diagnostic, Source
from stepsheet.load import pictures
from stepsheet.load.faults import missing_guide, outside_content, stray_file, unreadable_file
from stepsheet.load.files import Root, read_yaml
from stepsheet.load.nodes import Node
from stepsheet.load.pictures import Picture

GUIDE_FILE = "guide.yml"


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


Problems = list[Diagnostic]


def guides(root: Root) -> tuple[list[GuideFolder], Problems]:
    """Every folder below `guides/`, in order of their names, and what is wrong with the files."""
    problems: Problems = []
    entries = _entries(root.content / "guides", root, problems)
    found = [guide(path, root, problems) for path in entries if path.is_dir()]
    _strays([path for path in entries if not path.is_dir()], root, problems)
    _strays([path for path in _entries(root.content, root, problems) if not _has_place(path)], root, problems)
    return [folder for folder in found if folder], problems


def guide(path: Path, root: Root, problems: Problems) -> GuideFolder | None:
    """One guide's folder, or None when it holds no guide that can be read."""
    entries = _entries(path, root, problems)
    names = {entry.name for entry in entries}
    if GUIDE_FILE not in names and (path / GUIDE_FILE).is_symlink():
        return None  # it leads out and is reported as such
    if GUIDE_FILE not in names:
        misnamed = [name for name in sorted(names) if name.lower().replace(".yaml", ".yml") == GUIDE_FILE]
        problems.append(missing_guide.at(root.source(path), misnamed[0] if misnamed else None))
        return None
    node, faults = read_yaml(path / GUIDE_FILE, root)
    problems += faults
    catalogs = _catalogs(entries, "", root, problems)
    images = _pictures(path / "images", root, problems)
    _strays([entry for entry in entries if entry.suffix != ".yml" and entry.name != "images"], root, problems)
    if node is None:
        return None
    return GuideFolder(path.name, path, root.source(path), node, catalogs, images)


def text_file(name: str, root: Root) -> tuple[TextFile | None, Problems]:
    """`content/<name>.yml` and its catalogs `<name>.<locale>.yml`; None when there is no such file."""
    problems: Problems = []
    path = root.content / f"{name}.yml"
    if not path.exists():
        return None, problems
    node, faults = read_yaml(path, root)
    problems += faults
    catalogs = _catalogs(root.content.glob(f"{name}.*.yml"), f"{name}.", root, problems)
    return (TextFile(node, catalogs) if node else None), problems


def _entries(path: Path, root: Root, problems: Problems) -> list[Path]:
    """The visible entries of a folder, sorted; links that lead out are reported and left out."""
    if not path.is_dir():
        return []
    try:
        entries = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        problems.append(unreadable_file.system(root.source(path), error))
        return []
    problems += [outside_content.at(root.source(entry)) for entry in entries if not root.holds(entry)]
    return [entry for entry in entries if root.holds(entry)]


def _has_place(path: Path) -> bool:
    """Whether an entry of the content folder itself is read by somebody."""
    return path.name == "guides" or (path.name.startswith("categories.") and path.suffix == ".yml")


def _strays(paths: Iterable[Path], root: Root, problems: Problems) -> None:
    problems += [stray_file.at(root.source(path), frozenset(pictures.FORMATS)) for path in paths]


def _catalogs(entries: Iterable[Path], prefix: str, root: Root, problems: Problems) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for entry in sorted(entries):
        if entry.suffix != ".yml" or entry.name == GUIDE_FILE:
            continue
        node, faults = read_yaml(entry, root)
        problems += faults
        if node is not None:
            found[entry.stem.removeprefix(prefix)] = node
    return found


def _pictures(folder: Path, root: Root, problems: Problems) -> dict[str, Picture]:
    found: dict[str, Picture] = {}
    for path in _entries(folder, root, problems):
        if path.is_file():
            picture = pictures.load(path, path.name, root)
            if isinstance(picture, Diagnostic):
                problems.append(picture)
            else:
                found[path.name] = picture
        else:
            _strays([path], root, problems)
    return found
