"""The command, run as people run it, or called where a process would add nothing but seconds."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from stepsheet.cli import stepsheet
from stepsheet.cli.exit import guarded

DAY = "1795305600"  # 2026-11-22
COMMAND = Path(sys.executable).with_name("stepsheet")
MKDOCS = Path(sys.executable).with_name("mkdocs")
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
        return self._run([COMMAND, *arguments], cwd, environment)

    def run_mkdocs(self, *arguments: str, **environment: str) -> Ended:
        """The same site by MkDocs' own command."""
        return self._run([MKDOCS, "build", *arguments], None, {"NO_MKDOCS_2_WARNING": "1", **environment})

    def _run(self, command: list[str | Path], cwd: Path | None, environment: dict[str, str]) -> Ended:
        done = subprocess.run(
            command,
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
    return {**kept, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": DAY, **more}


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def place(project: Any) -> Place:
    """A project with one good guide in two languages, and an old site."""
    project.write(
        {
            GUIDE: TEXT,
            EN: CATALOG,
            "site/404.html": "old",
            "site/search/search_index.json": "{}",
            "site/index.html": "old",
            "site/en/index.html": "old too",
        }
    )
    return Place(project.root)


@pytest.fixture
def call(
    place: Place, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Ended]:
    """The same as `place.run`, in this process."""
    for name in ("NO_COLOR", "STEPSHEET_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)

    def run(*arguments: str, cwd: Path | None = None) -> Ended:
        monkeypatch.chdir(cwd or place.root)
        monkeypatch.setattr("sys.argv", ["stepsheet", *arguments])
        code = guarded(stepsheet)
        written = capsysbinary.readouterr()
        assert b"Traceback" not in written.out + written.err
        return Ended(code, written.out, written.err.decode())

    return run


@pytest.fixture
def write(project: Any) -> Callable[[dict[str, str | bytes]], None]:
    """Writes files into the project."""

    def write_files(files: dict[str, str | bytes]) -> None:
        project.write(files)

    return write_files
