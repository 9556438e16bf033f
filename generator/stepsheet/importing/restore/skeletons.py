"""The skeletons that lie in a source, by the pages they belong to."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from stepsheet import skeleton
from stepsheet.skeleton import FOLDER, FORMAT, MAX_BYTES, PageSkeleton, Skeleton

MOST = 20_000  # pages of a source


@dataclass(frozen=True, slots=True)
class Skeletons:
    """What an export has left in a source: paths are relative to its root.

    `made` has the digests (SHA-256 in hex) of pages that are the export's own: the home page, the table of contents.
    """

    guides: Mapping[PurePosixPath, Skeleton] = field(default_factory=dict)
    pages: Mapping[PurePosixPath, PageSkeleton] = field(default_factory=dict)
    made: Mapping[PurePosixPath, str] = field(default_factory=dict)


def skeletons(root: Path) -> Skeletons:
    """The skeletons below a folder; none when it is not the root of an export. What cannot be read is passed over."""
    found = list(_read(root))
    return Skeletons(
        guides={PurePosixPath(one.page): one for one in found if isinstance(one, Skeleton)},
        pages={PurePosixPath(one.page): one for one in found if isinstance(one, PageSkeleton)},
        made=_made(root),
    )


def _read(root: Path) -> Iterator[Skeleton | PageSkeleton]:
    for kind in ("guides", "pages"):
        for path in sorted((root / FOLDER / kind).glob("*.json"))[:MOST]:
            text = _text(path, root)
            one = skeleton.load(text) if text else None
            if one:
                yield one


def _made(root: Path) -> dict[PurePosixPath, str]:
    text = _text(root / FOLDER / "tree.json", root)
    try:
        value = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return {}
    made = value.get("made") if isinstance(value, dict) and value.get("format") == FORMAT else None
    return {PurePosixPath(name): str(digest) for name, digest in made.items()} if isinstance(made, dict) else {}


def _text(path: Path, root: Path) -> str:
    """The text of a file of the source, empty when there is none that may be read."""
    try:
        inside = path.resolve().is_relative_to(root.resolve())
        if not inside or not path.is_file() or path.stat().st_size > MAX_BYTES:
            return ""
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError, RuntimeError):
        return ""
