"""Paths of a space as its links write them: joined, with `..` undone, and never a path of the machine."""

from pathlib import PurePosixPath


def joined(folder: PurePosixPath, written: str) -> PurePosixPath:
    """The path that a written one names from a folder, or from the root when it begins with a slash.

    It begins with `..` where it leads out of the root.
    """
    steps: list[str] = [] if written.startswith("/") else list(folder.parts)
    for step in written.split("/"):
        if step == ".." and steps and steps[-1] != "..":
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    return PurePosixPath(*steps)


def leaves(path: PurePosixPath) -> bool:
    """Whether a path leads out of the root."""
    return path.parts[:1] == ("..",)


def seen_from(folder: PurePosixPath, path: PurePosixPath) -> PurePosixPath:
    """A path of the root as a path from one of its folders."""
    common = 0
    while common < min(len(folder.parts), len(path.parts)) and folder.parts[common] == path.parts[common]:
        common += 1
    return PurePosixPath(*[".."] * (len(folder.parts) - common), *path.parts[common:])


def is_index(path: PurePosixPath) -> bool:
    """Whether a page is the one that stands for its folder."""
    return path.stem.lower() in {"readme", "index"}


def address(path: PurePosixPath) -> str:
    """The address of a page in its site, without slashes around it; empty for the first page."""
    plain = path.parent if is_index(path) else path.with_suffix("")
    return "" if plain == PurePosixPath() else plain.as_posix()
