"""The command, run as people run it."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

COMMAND = Path(sys.executable).with_name("stepsheet")
GUIDE = "content/guides/visit/guide.yml"
EN = "content/guides/visit/en.yml"
TEXT = """\
title: Visit
summary: A visit.
needs: none
sections:
  - {id: go, title: Go, steps: [{id: walk, do: Walk.}]}
"""
CATALOG = """\
title: {ru: Visit, en: A visit}
summary: {ru: A visit., en: We visit.}
go.title: {ru: Go, en: Going}
go.walk.do: {ru: Walk., en: Do walk.}
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended; `out` and `err` are what it wrote."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


@dataclass(frozen=True)
class Place:
    """A project with an old site in it."""

    root: Path

    def run(self, *arguments: str, cwd: Path | None = None, **environment: str) -> Ended:
        done = subprocess.run(
            [COMMAND, *arguments],
            cwd=cwd or self.root,
            env=surroundings(environment),
            capture_output=True,
            timeout=120,
            check=False,
        )
        assert b"Traceback" not in done.stdout + done.stderr, done.stderr.decode()
        return Ended(done.returncode, done.stdout, done.stderr.decode())

    def site(self) -> dict[str, str]:
        """Every file of the site folder with its digest."""
        return digests(self.root / "site")

    def left_over(self) -> list[str]:
        """The folders that a build works in and deletes."""
        return sorted(path.name for path in self.root.glob(".*.stepsheet-*"))


def surroundings(more: dict[str, str]) -> dict[str, str]:
    """The environment of a run: of the tests' own day, without colours or wishes of the machine's."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {**kept, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1795305600", **more}


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def place(project: Any) -> Place:
    """A project with one good guide in two languages, and an old site."""
    project.write({GUIDE: TEXT, EN: CATALOG, "site/index.html": "old", "site/en/index.html": "old too"})
    return Place(project.root)


@pytest.fixture
def write(project: Any) -> Callable[[dict[str, str | bytes]], None]:
    """Writes files into the project."""

    def write_files(files: dict[str, str | bytes]) -> None:
        project.write(files)

    return write_files
