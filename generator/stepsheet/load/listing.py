"""What lies in a folder of the content: its visible entries, its pictures, and what nobody reads."""

from collections.abc import Iterable
from pathlib import Path

from stepsheet.diagnostics import Diagnostic
from stepsheet.load import pictures
from stepsheet.load.faults import outside_content, stray_file, unreadable_file
from stepsheet.load.files import Root
from stepsheet.load.pictures import Picture

Problems = list[Diagnostic]


def entries(path: Path, root: Root, problems: Problems) -> list[Path]:
    """The visible entries of a folder, sorted; links that lead out are reported and left out."""
    if not path.is_dir():
        return []
    try:
        found = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        problems.append(unreadable_file.system(root.source(path), error))
        return []
    problems += [outside_content.at(root.source(entry)) for entry in found if not root.holds(entry)]
    return [entry for entry in found if root.holds(entry)]


def strays(paths: Iterable[Path], root: Root, problems: Problems) -> None:
    """Report what belongs to nothing."""
    problems += [stray_file.at(root.source(path), frozenset(pictures.FORMATS)) for path in paths]


def pictures_in(folder: Path, root: Root, problems: Problems) -> dict[str, Picture]:
    """The pictures of a folder by their names; anything else in it is a stray."""
    found: dict[str, Picture] = {}
    for path in entries(folder, root, problems):
        if path.is_file():
            picture = pictures.load(path, path.name, root)
            if isinstance(picture, Diagnostic):
                problems.append(picture)
            else:
                found[path.name] = picture
        else:
            strays([path], root, problems)
    return found
