"""Catalogs in small projects: what they are before, and what becomes of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stepsheet.model import content
from stepsheet.model.content import Bundle, Content

CONTENT = Path(__file__).parent.parent / "render" / "content"
GUIDE = """\
title: Visit
summary: A visit.
sections:
  - id: go
    title: Go
    steps:
      - {id: walk, do: Walk home.}
      - {id: rest, do: Rest a while.}
"""


@pytest.fixture
def read(project: Any) -> Callable[[dict[str, str | bytes]], Content]:
    """The content of a project with these files below its content folder."""

    def read_files(files: dict[str, str | bytes]) -> Content:
        project.write({f"content/{name}": text for name, text in files.items()})
        found, problems = content.read(project.root / "content", project.root, "ru")
        assert problems == []
        return found

    return read_files


@pytest.fixture
def visit(read: Any) -> Callable[..., Bundle]:
    """The guide above, or another, with an English catalog."""

    def made(catalog: str | bytes | None, guide: str = GUIDE) -> Bundle:
        files: dict[str, str | bytes] = {"guides/visit/guide.yml": guide}
        if catalog is not None:
            files["guides/visit/en.yml"] = catalog
        bundle: Bundle = read(files).by_id["visit"]
        return bundle

    return made


@pytest.fixture
def everything() -> Content:
    """The content that uses every feature."""
    found, problems = content.read(CONTENT, CONTENT, "ru")
    assert problems == []
    return found
