"""How pages are understood, by cases: `cases/<theme>.yml` holds pages and the outline of the draft each becomes.

A case has a `name` (one sentence of behaviour), a `page`, what it `says` (see `outline_text`), and if need be its
`path` and `anchors: true`, which shows the anchors as well.
"""

from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from stepsheet.diagnostics import Source
from stepsheet.importing.classify.page import draft
from stepsheet.importing.draft import Draft
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import parse

from .outline_text import anchors, outline

FILES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
KEYS = ("page", "says")


def load(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def understood(page: str, path: str = "a-page.md") -> Draft:
    source = Source(Path(path), path, page)
    return draft(parse(source, Flavour.GITBOOK), source, PurePosixPath(path), category=None)


@pytest.mark.parametrize(
    ("file", "index"),
    [
        pytest.param(file, index, id=f"{file.stem}: {case['name']}")
        for file in FILES
        for index, case in enumerate(load(file))
    ],
)
def test_a_page_becomes(file: Path, index: int, request: Any) -> None:
    cases = load(file)
    case = cases[index]
    made = understood(case["page"], case.get("path", "a-page.md"))
    seen = outline(made) + (anchors(made) if case.get("anchors") else "")
    if request.config.getoption("--update-golden"):
        cases[index]["says"] = seen
        file.write_text("\n".join(map(written, cases)), encoding="utf-8")
    assert seen == cases[index].get("says")


def written(case: dict[str, Any]) -> str:
    """A case in the form in which people write it."""
    lines = [f"- name: {case['name']}"]
    lines += [f"  {key}: {str(value).lower()}" for key, value in case.items() if key not in {"name", *KEYS}]
    for key in KEYS:
        block = "".join(f"    {line}\n" if line else "\n" for line in case.get(key, "").splitlines())
        lines.append(f"  {key}: |\n{block.rstrip()}")
    return "\n".join(lines) + "\n"


def test_every_case_is_written_in_one_form() -> None:
    for file in FILES:
        assert file.read_text(encoding="utf-8") == "\n".join(map(written, load(file))), file.name
