"""Builds under bad conditions: a small project with an old site, and the command run as people run it."""

import hashlib
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .conftest import environment

COMMAND = Path(sys.executable).with_name("stepsheet")
SETTINGS = (
    "site_name: T\nsite_url: https://t.example/\nplugins: [search, {stepsheet: {papers: [a4], locales: {en: {}}}}]\n"
)
GUIDE = """\
title: Visit
summary: A visit.
needs: none
sections:
  - id: go
    title: Go
    steps: [{id: walk, do: WORD, images: [{id: a, src: a.svg, alt: A}]}]
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'


@dataclass(frozen=True)
class Yard:
    """A project with one guide of one word."""

    root: Path

    @property
    def guide(self) -> Path:
        return self.root / "content/guides/visit/guide.yml"

    @property
    def picture(self) -> Path:
        return self.guide.parent / "images/a.svg"

    @property
    def site(self) -> Path:
        return self.root / "site"

    def say(self, word: str) -> None:
        self.guide.write_text(GUIDE.replace("WORD", word))

    def start(self, *more: str, before: Callable[[], object] | None = None, **env: str) -> "subprocess.Popen[str]":
        """A build in a process group of its own."""
        return subprocess.Popen(
            [COMMAND, "build", *more],
            cwd=self.root,
            env=environment(**env),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=before,  # noqa: PLW1509 - a limit must be set in the child, which has no threads yet
        )

    def build(self, *more: str, before: Callable[[], object] | None = None, **env: str) -> tuple[int, str]:
        """The exit code of a build and what it said to the terminal."""
        started = self.start(*more, before=before, **env)
        _, told = started.communicate(timeout=120)
        assert "Traceback" not in told
        return started.returncode, told

    def left_over(self) -> list[str]:
        """What a build works in and deletes."""
        return sorted(path.name for path in self.root.iterdir() if ".stepsheet-" in path.name)


def yard(root: Path, word: str = "Old") -> Yard:
    """A project, built."""
    made = Yard(root)
    made.picture.parent.mkdir(parents=True)
    made.picture.write_text(SVG)
    (root / "mkdocs.yml").write_text(SETTINGS)
    made.say(word)
    assert made.build() == (0, "")
    return made


def digest(folder: Path) -> str:
    """All files of a folder with their bytes, as one number."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        found.update(path.relative_to(folder).as_posix().encode() + (path.read_bytes() if path.is_file() else b"/"))
    return found.hexdigest()
