"""Pages and the trees they become: `cases/<theme>.yml` holds the text of a page and the whole of its tree.

A case has a `name` (one sentence of behaviour), a `page`, `says` (see `tree_text`), and its `flavour` if it is not
GitBook's.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from stepsheet.diagnostics import Source
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import parse

from .tree_text import page_text

FILES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
KEYS = ("page", "says")


def load(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


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
    source = Source(Path("page.md"), "page.md", case["page"])
    seen = page_text(parse(source, Flavour(case.get("flavour", "gitbook"))))
    if request.config.getoption("--update-golden"):
        case["says"] = seen
        file.write_text("\n".join(map(written, cases)), encoding="utf-8")
    assert seen == case["says"]


def written(case: dict[str, Any]) -> str:
    """A case in the form in which people write it."""
    lines = [f"- name: {case['name']}"]
    lines += [f"  flavour: {case['flavour']}"] if "flavour" in case else []
    for key in KEYS:
        block = "".join(f"    {line}\n" if line else "\n" for line in case.get(key, "").splitlines())
        lines.append(f"  {key}: |\n{block.rstrip()}")
    return "\n".join(lines) + "\n"


def test_every_case_is_written_in_one_form() -> None:
    for file in FILES:
        assert file.read_text(encoding="utf-8") == "\n".join(map(written, load(file))), file.name
